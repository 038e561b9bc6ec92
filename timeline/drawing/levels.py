"""How far lanes are zoomed in: a level is a unit of the calendar, and a window is so many of its units side by side.

A unit has the same width at every level, so that zooming in makes an hour of what was a day. A window never reaches
beyond the units that hold the events' span; at its ends the reader goes on to the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.drawing.bins import HOURS_A_DAY, Bin, Bins, Unit, bin_at, moment

LEVELS = (
    Unit.CENTURY,
    Unit.DECADE,
    Unit.YEAR,
    Unit.QUARTER,
    Unit.MONTH,
    Unit.WEEK,
    Unit.DAY,
    Unit.HOUR,
)
"""From the farthest to the nearest."""

UNIT_WIDTH = 130
"""Units of the viewBox, which are pixels: room for a headline of three lines in a newspaper's narrow column."""

MOST_UNITS = 16
"""Of a window: three screens of a desk, so that scrolling goes on for a while before another window is asked for."""

SCREEN = 760
"""The least width of a drawing: a timeline of three years fills the screen with three wide columns."""

STEP = 12
"""Units by which the next window lies earlier or later; the rest is seen again, so that nobody loses the thread."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day that the events reach, both included."""

    first: date
    last: date

    def units(self, unit: Unit) -> tuple[Bin, Bin]:
        """The outermost whole units of the span."""
        return bin_at(unit, moment(self.first)), bin_at(unit, moment(self.last, HOURS_A_DAY) - 1)


def finer(level: Unit) -> Unit | None:
    """The next level inwards; None where there is none."""
    following = LEVELS[LEVELS.index(level) + 1 :]
    return following[0] if following else None


def coarser(level: Unit) -> Unit | None:
    """The next level outwards; None where there is none."""
    before = LEVELS[: LEVELS.index(level)]
    return before[-1] if before else None


def fitting(span: Span, *, finest: Unit = Unit.DAY) -> Unit:
    """The nearest level at which one window holds the whole span, the farthest where none does.

    ``finest`` keeps finer ones out: hours say little where nobody has asked for them.
    """
    within = LEVELS[: LEVELS.index(finest) + 1]
    return next((level for level in reversed(within) if holds(level, span)), LEVELS[0])


def holds(level: Unit, span: Span) -> bool:
    """Whether one window at this level holds the whole span."""
    return _edges(span, level, None)[-1] >= span.units(level)[1].ends


def window(level: Unit, span: Span, at: int | None = None) -> Bins:
    """The units around a moment, or from the span's beginning: as many as there are, and ``MOST_UNITS`` at most.

    A moment outside the span counts as the nearest one inside. ``first`` and ``last`` of the answer are the days of
    its outer edges.
    """
    edges = _edges(span, level, at)
    first = date.fromordinal(edges[0] // HOURS_A_DAY)
    last = date.fromordinal((edges[-1] - 1) // HOURS_A_DAY)
    return Bins(level, first, last, tuple(edges))


def _edges(span: Span, level: Unit, at: int | None) -> list[int]:
    first, last = span.units(level)
    centre = bin_at(level, min(max(first.begins if at is None else at, first.begins), last.ends - 1))
    edges = [centre.begins, centre.ends]
    _backwards(edges, level, first.begins, MOST_UNITS // 2 + 1)
    while len(edges) <= MOST_UNITS and edges[-1] < last.ends:
        edges.append(bin_at(level, edges[-1]).ends)
    _backwards(edges, level, first.begins, MOST_UNITS)
    return edges


def _backwards(edges: list[int], level: Unit, begins: int, most: int) -> None:
    while len(edges) <= most and edges[0] > begins:
        edges.insert(0, bin_at(level, edges[0] - 1).begins)


def width_of(bins: Bins) -> int:
    """The width of a window's drawing."""
    return max(SCREEN, UNIT_WIDTH * len(bins))


def middle(level: Unit, at: int) -> int:
    """The moment in the middle of the unit that holds a moment: what stays in the middle when one zooms."""
    it = bin_at(level, at)
    return (it.begins + it.ends) // 2
