"""Where the bursts are: one column for each bin, its events stacked by kind, certain ones below possible ones.

A drawing is only lengths and words. The template writes the elements, ``direction`` on the outermost of them: text
that is anchored at its start then runs from its tick along the axis, to the left where the drawing is mirrored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timeline.dates.names import ENGLISH, Catalog
from timeline.drawing.bins import HOURS_A_DAY, Bin, Bins, moment
from timeline.drawing.counts import BinCount, KindKey
from timeline.drawing.labels import NumberWords, bar_sentence, bin_name, caption, review_words, whole_sentence
from timeline.drawing.scale import DESK, HUNDREDTHS, Scale, Size, svg_number, svg_share
from timeline.drawing.stacks import Part, stacked
from timeline.drawing.ticks import OFFSET, ticks

GAP = 3 * HUNDREDTHS
"""Between two columns, or a quarter of a column where columns are narrow."""

NARROWEST_SHADE = 2 * HUNDREDTHS
"""So that a day chosen among decades is still seen."""

HEADROOM = 4 * HUNDREDTHS
"""Above the highest column, so that the shade of what is chosen stands out."""

TICK = 5 * HUNDREDTHS
BASELINE = 13 * HUNDREDTHS

type DayRange = tuple[date | None, date | None]
"""First and last day, both included; None leaves a side open."""


class Box(NamedTuple):
    """A rectangle, its lengths as SVG text."""

    x: str
    y: str
    width: str
    height: str


class Segment(NamedTuple):
    """The events of one kind in one column; ``css_class`` is its kind's class, followed by "possible" for those."""

    box: Box
    css_class: str
    is_possible: bool
    events: int


class Column(NamedTuple):
    """One bin: the box to point at, the ISO days it leads to, its segments from the axis upwards, and its words.

    ``period``, the two counts, ``review`` and ``lead`` are the table's row; ``label`` says the same in a sentence.
    ``review`` is "" where all of the bin was reviewed, ``lead`` the headline of its weightiest event or "".
    ``is_chosen`` holds where all its days are in the chosen range.
    """

    key: str
    box: Box
    from_day: str
    to_day: str
    segments: tuple[Segment, ...]
    period: str
    certain: int
    possible: int
    review: str
    lead: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table that says what the drawing shows."""

    period: str
    certain: int
    possible: int
    review: str
    lead: str
    from_day: str
    to_day: str


class TickMark(NamedTuple):
    """A tick from y1 to y2 at x, and the words at ``label_x``, anchored at their start; "" where there is no room.
    ``share`` is x in percent of the width, for an axis that is as wide as its window."""

    x: str
    share: str
    y1: str
    y2: str
    is_major: bool
    label: str
    label_x: str
    label_y: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """The drawing in a viewBox of ``0 0 width height``; the columns stand on ``axis_y``."""

    width: str
    height: str
    axis_y: str
    direction: str
    caption: str
    columns: tuple[Column, ...]
    shade: Box | None
    unreviewed: Box | None
    ticks: tuple[TickMark, ...]

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"

    @property
    def rows(self) -> tuple[Row, ...]:
        """The table, one row for each column."""
        return tuple(
            Row(it.period, it.certain, it.possible, it.review, it.lead, it.from_day, it.to_day) for it in self.columns
        )


def draw_histogram(
    bins: Bins,
    counts: Sequence[BinCount],
    kinds: Mapping[KindKey, str],
    *,
    leads: Sequence[str] = (),
    chosen: DayRange | None = None,
    reviewed: int | None = None,
    size: Size = DESK,
    mirrored: bool = False,
    catalog: Catalog = ENGLISH,
    number: NumberWords = str,
) -> Histogram:
    """The histogram of the counts, one for each bin.

    ``kinds`` gives each kind's CSS class, in the order of stacking from the axis up; None is the kind of events
    without one. ``leads`` are headlines, one for each bin, "" where it has none. ``chosen`` is the reader's range;
    ``reviewed`` the moment up to which the news was looked at, None where nobody says. ``mirrored`` runs time from
    the right. Raises ValueError where counts, leads and bins differ in number, and where a kind that is counted has no
    class.
    """
    _check(bins, counts, kinds, leads)
    scale = Scale(bins.edges[0], bins.edges[-1], size.width, mirrored)
    axis = (size.height - size.labels) * HUNDREDTHS
    stacks = stacked(counts, tuple(kinds), axis - HEADROOM)
    paper = _Paper(scale, axis, kinds, chosen, reviewed, catalog, number)
    return Histogram(
        width=svg_number(size.width * HUNDREDTHS),
        height=svg_number(size.height * HUNDREDTHS),
        axis_y=svg_number(axis),
        direction="rtl" if mirrored else "ltr",
        caption=caption(bins.unit, catalog),
        columns=tuple(paper.column(*one) for one in zip(bins, stacks, leads or [""] * len(bins), strict=True)),
        shade=paper.shade(),
        unreviewed=paper.unreviewed(),
        ticks=axis_marks(bins, scale, axis, catalog),
    )


def axis(bins: Bins, *, size: Size = DESK, mirrored: bool = False, catalog: Catalog = ENGLISH) -> tuple[TickMark, ...]:
    """The ticks below the bins for a drawing of another size: fewer words where there is less room."""
    scale = Scale(bins.edges[0], bins.edges[-1], size.width, mirrored)
    return axis_marks(bins, scale, (size.height - size.labels) * HUNDREDTHS, catalog)


def _check(bins: Bins, counts: Sequence[BinCount], kinds: Mapping[KindKey, str], leads: Sequence[str]) -> None:
    if len(counts) != len(bins):
        raise ValueError(f"{len(counts)} counts cannot fill {len(bins)} bins")
    if leads and len(leads) != len(bins):
        raise ValueError(f"{len(leads)} leads cannot lead {len(bins)} bins")
    counted = {kind for it in counts for kind in (*it.certain, *it.possible)}
    if unknown := counted - set(kinds):
        raise ValueError(f"kinds without a class: {', '.join(sorted(map(str, unknown)))}")


@dataclass(frozen=True, slots=True)
class _Paper:
    """What every part of one drawing is set by; ``axis`` is the height above the axis, in hundredths."""

    scale: Scale
    axis: int
    kinds: Mapping[KindKey, str]
    chosen: DayRange | None
    reviewed: int | None
    catalog: Catalog
    number: NumberWords

    def box(self, along: int, length: int, top: int, height: int) -> Box:
        """The rectangle that begins at a distance along the axis; all in hundredths."""
        x = self.scale.place(along, length)
        return Box(svg_number(x), svg_number(top), svg_number(length), svg_number(height))

    def column(self, it: Bin, parts: Sequence[Part], lead: str) -> Column:
        begins, ends = self.scale.along(it.begins), self.scale.along(it.ends)
        gap = min(GAP, (ends - begins) // 4)
        certain = sum(part.events for part in parts if not part.is_possible)
        possible = sum(part.events for part in parts if part.is_possible)
        period = bin_name(it, self.catalog)
        review = review_words(it, self.reviewed, self.catalog)
        said = bar_sentence(period, certain, possible, self.catalog, self.number)
        return Column(
            key=it.key,
            box=self.box(begins, ends - begins, 0, self.axis),
            from_day=it.from_day,
            to_day=it.to_day,
            segments=self.segments(begins + gap // 2, ends - begins - gap, parts),
            period=period,
            certain=certain,
            possible=possible,
            review=review,
            lead=lead,
            label=whole_sentence(said, review, lead, self.catalog),
            is_chosen=self.is_chosen(it),
        )

    def segments(self, along: int, length: int, parts: Sequence[Part]) -> tuple[Segment, ...]:
        found, top = [], self.axis
        for part in parts:
            top -= part.height
            css_class = f"{self.kinds[part.kind]} possible" if part.is_possible else self.kinds[part.kind]
            box = self.box(along, length, top, part.height)
            found.append(Segment(box, css_class, part.is_possible, part.events))
        return tuple(found)

    def chosen_moments(self) -> tuple[int, int] | None:
        """The chosen range within the drawing; None without one, or where it lies outside."""
        if self.chosen is None or self.chosen == (None, None):
            return None
        first, last = self.chosen
        begins = max(self.scale.begins, moment(first) if first else self.scale.begins)
        ends = min(self.scale.ends, moment(last, HOURS_A_DAY) if last else self.scale.ends)
        return (begins, ends) if begins < ends else None

    def is_chosen(self, it: Bin) -> bool:
        span = self.chosen_moments()
        return span is not None and span[0] <= it.begins and it.ends <= span[1]

    def shade(self) -> Box | None:
        """The rectangle behind the chosen range."""
        span = self.chosen_moments()
        return self.stretch(*span) if span else None

    def unreviewed(self) -> Box | None:
        """The rectangle over the time that nobody has looked at yet."""
        if self.reviewed is None or self.reviewed >= self.scale.ends:
            return None
        return self.stretch(max(self.scale.begins, self.reviewed), self.scale.ends)

    def stretch(self, first: int, last: int) -> Box:
        """The rectangle between two moments, as wide as can be seen."""
        begins, ends = self.scale.along(first), self.scale.along(last)
        length = max(NARROWEST_SHADE, ends - begins)
        begins = min(begins, self.scale.along(self.scale.ends) - length)
        return self.box(begins, length, 0, self.axis)


def axis_marks(bins: Bins, scale: Scale, axis: int, catalog: Catalog) -> tuple[TickMark, ...]:
    """The ticks of an axis that lies so many hundredths below the top."""
    y1, y2, baseline = (svg_number(axis + down) for down in (0, TICK, BASELINE))
    return tuple(
        TickMark(
            x=svg_number(scale.place(it.at)),
            share=svg_share(scale.place(it.at), scale.width),
            y1=y1,
            y2=y2,
            is_major=it.is_major,
            label=it.label,
            label_x=svg_number(scale.place(it.at + OFFSET * HUNDREDTHS)),
            label_y=baseline,
        )
        for it in ticks(bins, scale, catalog=catalog)
    )
