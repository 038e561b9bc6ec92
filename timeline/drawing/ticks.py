"""Where an axis has ticks, and which of them have room for their words.

A rung is a distance between ticks: every third month, every tenth year. The finest rung whose labels stand clear
of each other is taken. The first label says what the others leave out ("Oct 2023"); then come the major ones (a
January its year, a month's first day its month, a midnight its day), then the rest, each where there is room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from timeline.dates.names import ENGLISH, Catalog
from timeline.drawing.bins import HOURS_A_DAY, Bins, Unit, moment
from timeline.drawing.labels import axis_day, axis_month, clock, short_month
from timeline.drawing.scale import HUNDREDTHS, Scale

CHARACTER = 7
"""Units of the viewBox that a character of a label takes at most on average, at 12 units of type."""

OFFSET = 2
"""Units between a tick and its label."""

LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Rung:
    """Ticks at every so many of a unit: hours of a day, days of a month, months of a year, years."""

    unit: Unit
    every: int
    major: int = 1


LADDER = (
    *(Rung(Unit.HOUR, every) for every in (1, 2, 3, 6, 12)),
    *(Rung(Unit.DAY, every) for every in (1, 2, 5, 10, 15)),
    *(Rung(Unit.MONTH, every) for every in (1, 3, 6)),
    *(Rung(Unit.YEAR, *steps) for steps in ((1, 10), (2, 10), (5, 50), (10, 100), (20, 100), (50, 500))),
    *(Rung(Unit.YEAR, *steps) for steps in ((100, 1000), (200, 1000), (500, 5000), (1000, 10000))),
)

FINEST = {
    Unit.HOUR: Rung(Unit.HOUR, 1),
    Unit.DAY: Rung(Unit.DAY, 1),
    Unit.WEEK: Rung(Unit.MONTH, 1),
    Unit.MONTH: Rung(Unit.MONTH, 1),
    Unit.QUARTER: Rung(Unit.MONTH, 3),
    Unit.YEAR: Rung(Unit.YEAR, 1, 10),
    Unit.DECADE: Rung(Unit.YEAR, 10, 100),
    Unit.CENTURY: Rung(Unit.YEAR, 100, 1000),
    Unit.MILLENNIUM: Rung(Unit.YEAR, 1000, 10000),
}
"""Ticks are never closer than the bins above them, and months serve weeks, which no month is made of."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at a distance along the axis in hundredths; its label is empty where there was no room.

    ``label_width`` is what the label is taken to need, in hundredths; it begins ``OFFSET`` units after the tick.
    """

    moment: int
    at: int
    is_major: bool
    label: str
    label_width: int

    @property
    def label_span(self) -> tuple[int, int]:
        """Where the label begins and ends along the axis, in hundredths."""
        begins = self.at + OFFSET * HUNDREDTHS
        return begins, begins + self.label_width


@dataclass(frozen=True, slots=True)
class _Lettering:
    """How wide and in which words labels are set."""

    scale: Scale
    catalog: Catalog
    character: int

    def tick(self, at: int, label: str, *, is_major: bool) -> Tick:
        return Tick(at, self.scale.along(at), is_major, label, len(label) * self.character * HUNDREDTHS)

    def touch(self, one: Tick, other: Tick) -> bool:
        """Whether there is less than a character between two labels."""
        (begins, ends), (other_begins, other_ends) = one.label_span, other.label_span
        apart = self.character * HUNDREDTHS
        return begins < other_ends + apart and other_begins < ends + apart


def ticks(bins: Bins, scale: Scale, *, catalog: Catalog = ENGLISH, character: int = CHARACTER) -> tuple[Tick, ...]:
    """The ticks of the axis below the bins, in order; ``character`` is the width of one in units of the viewBox.

    Where no tick has room for words the axis has one more, where it begins.
    """
    lettering = _Lettering(scale, catalog, character)
    rung, found = _finest_clear(bins, lettering)
    lettered = _with_room(found, rung.unit, lettering)
    if any(tick.label for tick in lettered):
        return lettered
    start = lettering.tick(bins.edges[0], "", is_major=True)
    return _with_room([start, *(tick for tick in found if tick.moment > start.moment)], rung.unit, lettering)


def _finest_clear(bins: Bins, lettering: _Lettering) -> tuple[Rung, list[Tick]]:
    """The finest rung whose labels stand clear, and its ticks; the coarsest where none do."""
    for rung in LADDER[LADDER.index(FINEST[bins.unit]) :]:
        found = [
            lettering.tick(at, _label(at, rung, lettering.catalog), is_major=_is_major(at, rung))
            for at in _moments(rung, bins)
        ]
        if _stand_clear(found, rung.unit, lettering):
            break
    return rung, found


# -- where -------------------------------------------------------------------------------------------------


def _moments(rung: Rung, bins: Bins) -> Iterator[int]:
    """The rung's moments from the first edge to before the last."""
    begins, ends = bins.edges[0], bins.edges[-1]
    if rung.unit == Unit.HOUR:
        return iter(range(begins, ends, rung.every))
    days = {Unit.DAY: _days, Unit.MONTH: _months, Unit.YEAR: _years}[rung.unit]
    found = (moment(day) for day in days(rung.every, bins[0].first_day, bins[-1].last_day))
    return (at for at in found if begins <= at < ends)


def _days(every: int, first: date, last: date) -> Iterator[date]:
    """Days 1, 1 + every … of each month, without the ones that crowd the next month's first."""
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        if (day.day - 1) % every == 0 and (every == 1 or day.day + every <= LONGEST_MONTH + 1):
            yield day


def _months(every: int, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        yield from (date(year, month, 1) for month in range(1, 13, every))


def _years(every: int, first: date, last: date) -> Iterator[date]:
    start = max(every, first.year // every * every)
    return (date(year, 1, 1) for year in range(start, last.year + 1, every))


def _is_major(at: int, rung: Rung) -> bool:
    day, hour = date.fromordinal(at // HOURS_A_DAY), at % HOURS_A_DAY
    match rung.unit:
        case Unit.HOUR:
            return hour == 0
        case Unit.DAY:
            return day.day == 1
        case Unit.MONTH:
            return day.month == 1
    return day.year % rung.major == 0


# -- in words ----------------------------------------------------------------------------------------------


def _label(at: int, rung: Rung, catalog: Catalog) -> str:
    """What the tick says after others: "06:00", "8 Oct"; "8", "Nov", "Jan 2024"; "Apr", "2024"."""
    day, hour = date.fromordinal(at // HOURS_A_DAY), at % HOURS_A_DAY
    starts_year = (day.month, day.day) == (1, 1)
    match rung.unit:
        case Unit.HOUR:
            return clock(hour) if hour else axis_day(day, catalog, year=starts_year)
        case Unit.DAY if day.day > 1:
            return str(day.day)
        case Unit.YEAR:
            return str(day.year)
    if starts_year:
        return axis_month(day, catalog) if rung.unit == Unit.DAY else str(day.year)
    return short_month(day.month, catalog)


def _first_label(at: int, unit: Unit, catalog: Catalog) -> str:
    """What the first tick with a label says: all that the later ones leave out."""
    day = date.fromordinal(at // HOURS_A_DAY)
    if unit == Unit.YEAR or (unit == Unit.MONTH and (day.month, day.day) == (1, 1)):
        return str(day.year)
    return axis_month(day, catalog) if unit == Unit.MONTH and day.day == 1 else axis_day(day, catalog, year=True)


# -- with what room ----------------------------------------------------------------------------------------


def _stand_clear(found: list[Tick], unit: Unit, lettering: _Lettering) -> bool:
    """Whether no label touches the next; only a month's name may push out the days beside it, once a month."""
    rows = [found]
    if unit == Unit.DAY:
        rows = [[tick for tick in found if tick.is_major is major] for major in (True, False)]
    return not any(lettering.touch(*pair) for row in rows for pair in pairwise(row))


def _with_room(found: list[Tick], unit: Unit, lettering: _Lettering) -> tuple[Tick, ...]:
    """The ticks, with those labels that have room: the first, then the major ones, then the rest."""
    if not found:
        return ()
    lead = _lead(found, unit, lettering)
    later = [tick for tick in found if tick.moment > lead.moment]
    end = lettering.scale.width * HUNDREDTHS
    kept: dict[int, Tick] = {}
    for tick in (lead, *sorted(later, key=lambda it: not it.is_major)):
        if tick.label_span[1] <= end and not any(lettering.touch(tick, other) for other in kept.values()):
            kept[tick.moment] = tick
    return tuple(kept.get(tick.moment) or replace(tick, label="", label_width=0) for tick in found)


def _lead(found: list[Tick], unit: Unit, lettering: _Lettering) -> Tick:
    """The tick whose label comes first: the first one, or a major one so soon after it that it would be pushed out."""

    def in_full(tick: Tick) -> Tick:
        label = _first_label(tick.moment, unit, lettering.catalog)
        return lettering.tick(tick.moment, label, is_major=tick.is_major)

    first = in_full(found[0])
    soon = (tick for tick in found[1:] if tick.is_major and lettering.touch(first, tick))
    return next((in_full(tick) for tick in soon), first)
