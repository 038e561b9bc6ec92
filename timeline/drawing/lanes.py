"""Events side by side in time, in lanes: a mark for each where they are few, counted bars where they are many.

Whatever the lanes hold, there are at most ``MOST_MARKS`` marks: they are shared out equally, and a lane with more
events than its share, or than have room on its rows, is counted, one bar for each unit of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isqrt

from timeline.dates import EventDate, Extent
from timeline.dates.event_date import DAY_LIKE
from timeline.dates.names import ENGLISH, Catalog
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing.bins import HOURS_A_DAY, Bin, Bins, Unit, moment
from timeline.drawing.labels import axis_day, axis_month, clock
from timeline.drawing.lettering import text_width, wrapped
from timeline.drawing.packing import Place, Wanted, pack
from timeline.drawing.scale import HUNDREDTHS, Scale, svg_number
from timeline.drawing.shapes import GLYPH, glyph, line, pieces

MOST_MARKS = 150
"""Half of what a reader was promised at most, since a page of more than 1,500 elements is slow."""

ROW = 44
"""The height of a row, which is what a finger needs."""

PADDING = 4
BASE = 24
"""Where counted bars stand, in units from the lane's upper edge; the highest reaches to ``PADDING``."""

COUNTED = 86
"""The height of a lane of counted bars: the bar, its number, and three lines of its lead event."""

HIGHEST = 400
"""Where the lines between units end, since a name beside the lane may make it higher; the style sheet cuts them."""

GAP = 4 * HUNDREDTHS
LOWEST = 2 * HUNDREDTHS
EMPTY = 36
"""The height of a lane without events, which keeps its place for the windows beside this one."""

BASELINES = (15, 30)
"""Of a mark's label on its row; its line runs below."""

UNDER = 36
AXIS = 24
NUMBER, LEAD = 38, (52, 66, 80)
SMALL = 12


@dataclass(frozen=True, slots=True)
class Item:
    """An event to be marked: the moments it reaches from and to, whether its ends are unsure, and what its mark says.

    ``css_class``, ``url``, ``words`` and ``language`` are handed through for the template.
    """

    begins: int
    ends: int
    label: str
    shape: str = ""
    soft_start: bool = False
    soft_end: bool = False
    css_class: str = ""
    url: str = ""
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """The events of one lane in one unit: ``certain`` have all their bounds in it, ``possible`` only begin in it.

    ``label`` names the lead event; the rest is handed through.
    """

    certain: int = 0
    possible: int = 0
    label: str = ""
    url: str = ""
    words: str = ""
    language: str = ""

    @property
    def events(self) -> int:
        return self.certain + self.possible


@dataclass(frozen=True, slots=True)
class Content:
    """What a lane holds: a count for each unit of the window, and the events themselves where they are few."""

    counts: Sequence[Count]
    items: Sequence[Item] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it is anchored."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class Area:
    """What can be pointed at, its lengths as SVG text."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's shape as a path, the line below that says how long as another, "" for a point, and its label's lines
    of text, none where there is no room."""

    item: Item
    area: Area
    path: str
    extent: str
    lines: tuple[Line, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class CountedBar:
    """The events of one unit: the column to point at, the number, and the lead event's lines."""

    count: Count
    area: Area
    number: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane as high as it must be; the bars of a counted one are two paths, certain and possible events apart."""

    height: str
    grid: str
    marks: tuple[Mark, ...] = ()
    bars: tuple[CountedBar, ...] = ()
    certain: str = ""
    possible: str = ""
    rows: int = 0

    @property
    def is_counted(self) -> bool:
        return bool(self.bars)


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of one window; ``ticks`` stand where its units begin."""

    width: str
    direction: str
    axis_height: str
    grid: str
    ticks: tuple[Line, ...]
    lanes: tuple[Lane, ...]


def item_bounds(it: EventDate) -> tuple[int, int]:
    """The moments from which and before which an event may lie: its hour where it has a clock time, else its days."""
    if it.time is None:
        return moment(it.earliest), moment(it.latest, HOURS_A_DAY)
    begins = moment(it.earliest, it.time.hour)
    return begins, begins + 1


def soft_ends(it: EventDate, *, unit: Unit) -> tuple[bool, bool]:
    """Whether an event's beginning and end are unsure: doubted, told more coarsely than by the day, once within
    several days, or open; in a window of hours also where no hour is known."""
    is_vague = it.approximate or it.uncertain or it.precision not in DAY_LIKE
    is_somewhere = it.extent == Extent.ONCE and it.earliest != it.latest
    has_no_hour = unit == Unit.HOUR and it.earliest == it.latest and it.time is None
    is_unsure = is_vague or is_somewhere or has_no_hour
    return is_unsure or it.earliest == OPEN_START, is_unsure or it.latest == OPEN_END


def share(lanes: int, most: int = MOST_MARKS) -> int:
    """How many marks each of so many lanes may have."""
    return most // max(1, lanes)


def draw_lanes(
    bins: Bins,
    contents: Sequence[Content],
    *,
    width: int,
    mirrored: bool = False,
    catalog: Catalog = ENGLISH,
    most: int = MOST_MARKS,
) -> Lanes:
    """The lanes of a window. ``width`` is in units of the viewBox; ``mirrored`` runs time from the right.

    Raises ValueError where a lane's counts and the window's units differ in number, and where even counted lanes
    would hold more than ``most`` marks.
    """
    for it in contents:
        if len(it.counts) != len(bins):
            raise ValueError(f"{len(it.counts)} counts cannot fill {len(bins)} units")
    if len(contents) * len(bins) > most:
        raise ValueError(f"{len(contents)} lanes of {len(bins)} units hold more than {most} marks")
    paper = _Paper(bins, Scale(bins.edges[0], bins.edges[-1], width, mirrored), _highest(contents))
    return Lanes(
        width=svg_number(width * HUNDREDTHS),
        direction="rtl" if mirrored else "ltr",
        axis_height=svg_number(AXIS * HUNDREDTHS),
        grid=paper.grid(AXIS),
        ticks=paper.ticks(catalog),
        lanes=tuple(paper.lane(it, share(len(contents), most)) for it in contents),
    )


def _highest(contents: Sequence[Content]) -> int:
    return max((count.events for it in contents for count in it.counts), default=0)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What every lane of one drawing is set by; ``highest`` is the number of events that the highest bar stands for."""

    bins: Bins
    scale: Scale
    highest: int

    def lane(self, content: Content, most: int) -> Lane:
        marks = None
        if content.items is not None and len(content.items) <= most:
            marks = self.marks(content.items)
        return self.counted(content.counts) if marks is None else self.marked(marks)

    # -- marks ---------------------------------------------------------------------------------------------

    def marks(self, items: Sequence[Item]) -> list[tuple[Item, Wanted, Place]] | None:
        """The window's events in the order of time with their places, None where they have no room."""
        ordered = sorted((it for it in items if self._is_inside(it)), key=lambda it: (it.begins, it.ends))
        wanted = [self._wanted(it) for it in ordered]
        places = pack(wanted, self.scale.width * HUNDREDTHS)
        return None if places is None else list(zip(ordered, wanted, places, strict=True))

    def _is_inside(self, it: Item) -> bool:
        return it.begins < self.scale.ends and it.ends > self.scale.begins

    def _wanted(self, it: Item) -> Wanted:
        begins, ends = (
            self.scale.along(min(max(at, self.scale.begins), self.scale.ends)) for at in (it.begins, it.ends)
        )
        is_point = self.bins.unit != Unit.HOUR and it.ends - it.begins <= HOURS_A_DAY
        at = min(begins, self.scale.width * HUNDREDTHS - GLYPH)
        return Wanted(at, 0 if is_point else ends - begins, it.label)

    def marked(self, marks: list[tuple[Item, Wanted, Place]]) -> Lane:
        rows = max((place.row for _item, _wanted, place in marks), default=0) + 1
        height = rows * ROW + 2 * PADDING if marks else EMPTY
        return Lane(
            height=svg_number(height * HUNDREDTHS),
            grid=self.grid(HIGHEST),
            marks=tuple(self.mark(*it) for it in marks),
            rows=rows,
        )

    def mark(self, item: Item, wanted: Wanted, place: Place) -> Mark:
        top = PADDING + place.row * ROW
        at = [svg_number((top + y) * HUNDREDTHS) for y in BASELINES]
        x = svg_number(self.scale.place(place.label_at))
        return Mark(
            item=item,
            area=self.area(place.starts, place.ends - place.starts, top, ROW),
            path=glyph(item.shape, self.scale.place(wanted.at, GLYPH), (top + PADDING) * HUNDREDTHS),
            extent=self._extent_of(item, wanted, top) if wanted.length > GLYPH else "",
            lines=tuple(Line(x, y, text) for y, text in zip(at, place.lines, strict=False)),
            anchor="end" if place.is_before else "start",
        )

    def _extent_of(self, item: Item, wanted: Wanted, top: int) -> str:
        """The path of a mark's line; an end beyond the window is cut, an open side dissolves at its edge."""
        soft_start = item.soft_start and item.begins >= self.scale.begins or item.begins == moment(OPEN_START)
        soft_end = item.soft_end and item.ends <= self.scale.ends or item.ends == moment(OPEN_END, HOURS_A_DAY)
        found = pieces(wanted.at, wanted.at + wanted.length, soft_start=soft_start, soft_end=soft_end)
        return "".join(line(self.scale.place(*it), (top + UNDER) * HUNDREDTHS, it[1]) for it in found)

    # -- counted bars --------------------------------------------------------------------------------------

    def counted(self, counts: Sequence[Count]) -> Lane:
        pairs = [(it, count) for it, count in zip(self.bins, counts, strict=True) if count.events]
        return Lane(
            height=svg_number(COUNTED * HUNDREDTHS),
            grid=self.grid(HIGHEST),
            bars=tuple(self.bar(*pair) for pair in pairs),
            certain="".join(self._column(it, 0, count.certain) for it, count in pairs if count.certain),
            possible="".join(self._column(it, count.certain, count.possible) for it, count in pairs if count.possible),
        )

    def bar(self, it: Bin, count: Count) -> CountedBar:
        begins, long = self._extent(it)
        x = svg_number(self.scale.place(begins + GAP))
        texts = wrapped(count.label, SMALL, long - 2 * GAP, len(LEAD))
        return CountedBar(
            count=count,
            area=self.area(begins, long, 0, COUNTED),
            number=Line(x, svg_number(NUMBER * HUNDREDTHS), ""),
            lines=tuple(Line(x, svg_number(y * HUNDREDTHS), text) for y, text in zip(LEAD, texts, strict=False)),
        )

    def _column(self, it: Bin, below: int, events: int) -> str:
        """The path of some events' part of a column, on top of those below, which has its share of the height."""
        begins, long = self._extent(it)
        foot, head = self._height(below), self._height(below + events)
        x = self.scale.place(begins + GAP, long - 2 * GAP)
        across, down, length, high = map(
            svg_number, (x, BASE * HUNDREDTHS - head, long - 2 * GAP, max(LOWEST, head - foot))
        )
        return f"M{across} {down}h{length}v{high}h-{length}z"

    def _height(self, events: int) -> int:
        """By the root of the number, so that one event among hundreds is seen; the number itself stands below."""
        return max(LOWEST, isqrt(events * HUNDREDTHS**2 // self.highest) * (BASE - PADDING)) if events else 0

    def _extent(self, it: Bin) -> tuple[int, int]:
        begins = self.scale.along(it.begins)
        return begins, self.scale.along(it.ends) - begins

    # -- around them ---------------------------------------------------------------------------------------

    def area(self, begins: int, long: int, top: int, height: int) -> Area:
        x = self.scale.place(begins, long)
        return Area(*map(svg_number, (x, top * HUNDREDTHS, long, height * HUNDREDTHS)))

    def grid(self, height: int) -> str:
        """The path of the lines where units begin, but for the outermost."""
        places = (svg_number(self.scale.place(self.scale.along(it))) for it in self.bins.edges[1:-1])
        return "".join(f"M{x} 0v{height}" for x in places)

    def ticks(self, catalog: Catalog) -> tuple[Line, ...]:
        y = svg_number((AXIS - 8) * HUNDREDTHS)
        named = ((self._extent(it), tick_label(it, catalog)) for it in self.bins)
        return tuple(
            Line(svg_number(self.scale.place(begins + GAP)), y, label)
            for (begins, long), label in named
            if text_width(label, SMALL) <= long - 2 * GAP
        )


def tick_label(it: Bin, catalog: Catalog) -> str:
    """What stands over a unit: "2023", "Oct 2023", "2 Oct 2023"; an hour says its day only at midnight."""
    day: date = it.first_day
    match it.unit:
        case Unit.HOUR:
            return clock(it.hour or 0) if it.hour else axis_day(day, catalog, year=True)
        case Unit.DAY | Unit.WEEK:
            return axis_day(day, catalog, year=True)
        case Unit.MONTH | Unit.QUARTER:
            return axis_month(day, catalog)
    return str(day.year)
