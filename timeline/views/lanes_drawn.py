"""A window of lanes ready for the template: what stands where, what it says, and where each step leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from timeline import index
from timeline.dates import EventDate
from timeline.dates.wording import in_words
from timeline.drawing import Bins, Unit
from timeline.drawing.bins import Bin
from timeline.drawing.labels import bar_sentence, bin_name
from timeline.drawing.lanes import MOST_MARKS, Content, Count, Item, Lane, Lanes, draw_lanes, item_bounds, soft_ends
from timeline.drawing.levels import LEVELS, STEP, Span, coarser, finer, fitting, holds, middle, width_of, window
from timeline.filtering import EventFilter
from timeline.filtering.remembered import grouped
from timeline.filtering.wording import joined
from timeline.models import Event, Standing, Timeline
from timeline.views.asked import address_of
from timeline.views.lanes_asked import LanesAsked
from timeline.views.lanes_words import BY_NAMES, LEVEL_NAMES, held, lane_name, led_by, window_in_words
from timeline.views.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another state of the lanes: the page's address, its fragment's, and whether it is where one is."""

    name: str | Promise
    url: str
    fragment: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with its name and its drawing; ``css_class`` colours its bars."""

    key: str
    name: str
    shape: str
    css_class: str
    held: str
    drawing: Lane


@dataclass(frozen=True, slots=True)
class Board:
    """All that the fragment shows. ``centre`` is the distance along the axis that should stand in the middle of the
    screen, "" where the beginning should stand at its side."""

    now: str
    unit: str | Promise
    is_whole: bool
    drawing: Lanes
    rows: tuple[Row, ...]
    sorts: tuple[Step, ...]
    levels: tuple[Step, ...]
    zoom_in: Step | None
    zoom_out: Step | None
    earlier: Step | None
    later: Step | None
    whole: Step | None
    centre: str
    table: tuple[tuple[str, tuple[str, ...]], ...]


def board(timeline: Timeline, state: LanesAsked, days: tuple[date, date]) -> Board:
    """The board of a state over the days that its events span."""
    span = Span(*days)
    level = state.level or fitting(span)
    bins = window(level, span, None if state.at is None else middle(level, state.at))
    lanes = index.lanes(timeline, state.choice, state.by, bins, marks=MOST_MARKS)
    teller = _Teller(timeline, state, bins, Remembered())
    contents = [teller.content(it) for it in lanes]
    drawing = draw_lanes(
        bins,
        contents,
        width=width_of(bins),
        mirrored=translation.get_language_bidi(),
        catalog=teller.catalog,
    )
    steps = _Steps(timeline, state, bins, span)
    return Board(
        now=window_in_words(bins),
        unit=LEVEL_NAMES[level],
        is_whole=holds(level, span),
        drawing=drawing,
        rows=tuple(_row(*pair, by=state.by) for pair in zip(lanes, drawing.lanes, strict=True)),
        sorts=tuple(steps.to(state.sorted_by(by), name, is_here=by == state.by) for by, name in BY_NAMES.items()),
        levels=steps.levels(),
        zoom_in=steps.zoomed(finer(level), _("Zoom in")),
        zoom_out=None if holds(level, span) else steps.zoomed(coarser(level), _("Zoom out")),
        earlier=steps.beside(-STEP, _("Earlier")) if bins.edges[0] > span.units(level)[0].begins else None,
        later=steps.beside(STEP, _("Later")) if bins.edges[-1] < span.units(level)[1].ends else None,
        whole=None if state.level is state.at is None else steps.to(state.seen(None, None), _("Whole timeline")),
        centre=_centre(bins, level, state),
        table=tuple(teller.table(lanes)),
    )


def _row(lane: index.Lane, drawing: Lane, *, by: str) -> Row:
    css_class = f"kind-{lane.key}" if by == "kind" and lane.key else "kind-none"
    return Row(lane.key, lane_name(lane.role, lane.label, by), lane.shape, css_class, held(lane.events), drawing)


def _centre(bins: Bins, level: Unit, state: LanesAsked) -> str:
    if state.at is None:
        return ""
    along = middle(level, state.at) - bins.edges[0]
    return str(min(max(0, along * width_of(bins) // (bins.edges[-1] - bins.edges[0])), width_of(bins)))


@dataclass(frozen=True, slots=True)
class _Steps:
    """The links from one window to others."""

    timeline: Timeline
    state: LanesAsked
    bins: Bins
    span: Span

    def to(self, state: LanesAsked, name: str | Promise, *, is_here: bool = False) -> Step:
        fragment = state.address(self.timeline, "timeline_lanes_fragment")
        return Step(name, state.address(self.timeline), fragment, is_here)

    @property
    def centre(self) -> int:
        """The moment in the middle of what is seen."""
        if self.state.at is not None:
            return middle(self.bins.unit, self.state.at)
        return (self.bins.edges[0] + self.bins.edges[-1]) // 2

    def zoomed(self, level: Unit | None, name: str | Promise) -> Step | None:
        return None if level is None else self.to(self.state.seen(level, self.centre), name)

    def levels(self) -> tuple[Step, ...]:
        """Every level that shows more than the one that holds the whole."""
        here, first = self.bins.unit, min(LEVELS.index(fitting(self.span)), LEVELS.index(self.bins.unit))
        return tuple(
            self.to(self.state.seen(level, self.centre), LEVEL_NAMES[level], is_here=level == here)
            for level in LEVELS[first:]
        )

    def beside(self, units: int, name: str | Promise) -> Step:
        """The window so many units later, or earlier where they are fewer than none."""
        place = self.bins.index_at(min(max(self.centre, self.bins.edges[0]), self.bins.edges[-1] - 1))
        long = self.bins.edges[-1] - self.bins.edges[0]
        at = self.bins.edges[place] + units * long // len(self.bins)
        outer = self.span.units(self.bins.unit)
        return self.to(self.state.seen(self.bins.unit, min(max(at, outer[0].begins), outer[1].begins)), name)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Events and counts as the drawing takes them, with their words and links."""

    timeline: Timeline
    state: LanesAsked
    bins: Bins
    catalog: Remembered

    def content(self, lane: index.Lane) -> Content:
        counts = [self.count(it, unit) for it, unit in zip(self.bins, lane.units, strict=True)]
        return Content(counts, None if lane.rows is None else [self.item(event) for event in lane.rows])

    def count(self, it: Bin, unit: index.LaneUnit) -> Count:
        if unit.lead is None:
            return Count()
        said = bar_sentence(bin_name(it, self.catalog), unit.certain, unit.possible, self.catalog, grouped)
        return Count(
            unit.certain,
            unit.possible,
            label=unit.lead.headline,
            url=self.into(it) if unit.certain + unit.possible > 1 else unit.lead.get_absolute_url(),
            words=led_by(said, unit.lead.headline),
            language=self.language(unit.lead),
        )

    def into(self, it: Bin) -> str:
        """Where a bar leads: nearer to its unit, and from the nearest to the list of its day."""
        level = finer(it.unit)
        if level is None:
            return address_of(self.state.choice.between(it.first_day, it.last_day), self.timeline)
        return self.state.seen(level, (it.begins + it.ends) // 2).address(self.timeline)

    def item(self, event: Event) -> Item:
        when = _dated(event)
        begins, ends = item_bounds(when)
        soft_start, soft_end = soft_ends(when, unit=self.bins.unit)
        return Item(
            begins,
            ends,
            label=event.headline,
            shape=event.kind.shape if event.kind else "",
            soft_start=soft_start,
            soft_end=soft_end,
            css_class=_classes(event, self.state.choice),
            url=event.get_absolute_url(),
            words=self.words(event, when),
            language=self.language(event),
        )

    def words(self, event: Event, when: EventDate) -> str:
        said = [event.headline, in_words(when, catalog=self.catalog, weekday=True)]
        if event.standing != Standing.CONFIRMED:
            said.append(str(event.get_standing_display()))
        if not _is_certain(event, self.state.choice):
            said.append(_("possibly in these days"))
        return joined(said)

    def language(self, event: Event) -> str:
        """The language of a headline where it is another than the page's."""
        return "" if event.language == self.timeline.language else event.language

    def table(self, lanes: Sequence[index.Lane]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """A row for each unit that holds an event: its name, and the number of events in each lane."""
        for place, it in enumerate(self.bins):
            held = [lane.units[place] for lane in lanes]
            events = [unit.certain + unit.possible for unit in held]
            if any(events):
                yield bin_name(it, self.catalog), tuple(grouped(each) if each else "–" for each in events)


def _dated(event: Event) -> EventDate:
    """The date of an event that readers see, which has one."""
    when = event.date
    assert when is not None
    return when


def _classes(event: Event, choice: EventFilter) -> str:
    """The kind's colour, and what is less than sure about an event."""
    names = [f"kind-{event.kind.key}" if event.kind else "kind-none"]
    if event.standing != Standing.CONFIRMED:
        names.append("unsure")
    if not _is_certain(event, choice):
        names.append("possible")
    return " ".join(names)


def _is_certain(event: Event, choice: EventFilter) -> bool:
    first, last = event.earliest or date.min, event.latest or date.max
    return (choice.first or date.min) <= first and last <= (choice.last or date.max)
