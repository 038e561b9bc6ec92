"""Which whole units of the calendar a window of days is counted in, from hours to millennia.

A moment is a number of hours: the day's ordinal times 24, plus the hour. The end of 9999-12-31 is such a number
and no ``datetime``. The calendar's own edges cut the units that reach over them: the first decade is years 1–9.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from timeline.dates import Precision
from timeline.dates.units import unit_bounds

HOURS_A_DAY = 24
DAYS_A_WEEK = 7

LONGEST_IN_HOURS = 3
"""Days a window may have to be counted in hours; more would be a night of empty bars each day."""

FEWEST_BARS = 10
"""The whole calendar has ten millennia; fewer bars cannot hold every window."""


class Unit(StrEnum):
    """The units of bins, finest first. Weeks run Monday to Sunday; decades and centuries begin with their zero."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


def moment(day: date, hour: int = 0) -> int:
    """The moment at which the hour (0–23, or 24 for the day's end) of the day begins, in hours."""
    return day.toordinal() * HOURS_A_DAY + hour


@dataclass(frozen=True, slots=True)
class Bin:
    """One whole unit: the moments from ``begins`` to before ``ends``."""

    unit: Unit
    begins: int
    ends: int

    @property
    def first_day(self) -> date:
        return date.fromordinal(self.begins // HOURS_A_DAY)

    @property
    def last_day(self) -> date:
        return date.fromordinal((self.ends - 1) // HOURS_A_DAY)

    @property
    def hour(self) -> int | None:
        """0–23 in bins of an hour, else None."""
        return self.begins % HOURS_A_DAY if self.unit == Unit.HOUR else None

    @property
    def from_day(self) -> str:
        """The first ISO day that choosing the bin asks for; an hour asks for its day, addresses hold no hours."""
        return self.first_day.isoformat()

    @property
    def to_day(self) -> str:
        """The last ISO day that choosing the bin asks for."""
        return self.last_day.isoformat()

    @property
    def key(self) -> str:
        """A name that never changes: 2023-10-07T06, 2023-10-07, 2023-W40, 2023-10, 2023-Q4, 2023, 202X, 20XX, 2XXX."""
        day = self.first_day
        match self.unit:
            case Unit.HOUR:
                return f"{day}T{self.hour:02d}"
            case Unit.WEEK:
                year, week, _ = day.isocalendar()
                return f"{year:04d}-W{week:02d}"
            case Unit.QUARTER:
                return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        width, unknown = _KEY_WIDTHS[self.unit]
        return day.isoformat()[:width] + "X" * unknown


_KEY_WIDTHS = {
    Unit.DAY: (10, 0),
    Unit.MONTH: (7, 0),
    Unit.YEAR: (4, 0),
    Unit.DECADE: (3, 1),
    Unit.CENTURY: (2, 2),
    Unit.MILLENNIUM: (1, 3),
}


@dataclass(frozen=True, slots=True)
class Bins:
    """Neighbouring whole units that cover the window of days from ``first`` to ``last``, both included.

    Bin ``i`` holds the moments from ``edges[i]`` to before ``edges[i + 1]``. The outer bins may reach past the
    window, since a bin is what its label says; events outside the window are not theirs (see ``counts``).
    """

    unit: Unit
    first: date
    last: date
    edges: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.edges) - 1

    def __iter__(self) -> Iterator[Bin]:
        return (Bin(self.unit, begins, ends) for begins, ends in pairwise(self.edges))

    def __getitem__(self, index: int) -> Bin:
        """The bin at an index, from the end where it is negative; IndexError where there is none."""
        place = range(len(self))[index]
        return Bin(self.unit, self.edges[place], self.edges[place + 1])

    def index_at(self, at: int) -> int:
        """The index of the bin that holds a moment of the window."""
        return bisect_right(self.edges, at) - 1


def bin_at(unit: Unit, at: int) -> Bin:
    """The whole unit that holds a moment."""
    if unit == Unit.HOUR:
        return Bin(unit, at, at + 1)
    first, last = _bounds(date.fromordinal(at // HOURS_A_DAY), unit)
    return Bin(unit, moment(first), moment(last, HOURS_A_DAY))


def bins(first: date, last: date, max_bars: int = 60, *, finest: Unit = Unit.HOUR) -> Bins:
    """The window in whole units, the finest that need no more than ``max_bars``.

    Hours are for windows of three days or less. ``finest`` keeps finer units out, such as hours where no event
    has a clock time. Raises ValueError for a window that ends before it begins and for fewer than ten bars.
    """
    if first > last:
        raise ValueError(f"the window's first day {first} is after its last day {last}")
    if max_bars < FEWEST_BARS:
        raise ValueError(f"{max_bars} bars cannot hold every window: allow {FEWEST_BARS} or more")
    unit = next(unit for unit in _units_from(finest) if _fits(unit, first, last, max_bars))
    return Bins(unit, first, last, tuple(_edges(unit, first, last)))


def _units_from(finest: Unit) -> list[Unit]:
    units = list(Unit)
    return units[units.index(finest) :]


def _fits(unit: Unit, first: date, last: date, max_bars: int) -> bool:
    if unit == Unit.HOUR:
        days = (last - first).days + 1
        return days <= LONGEST_IN_HOURS and days * HOURS_A_DAY <= max_bars
    return _number(unit, last) - _number(unit, first) < max_bars


def _number(unit: Unit, day: date) -> int:
    """Which of its units the day lies in, counted from some beginning."""
    match unit:
        case Unit.DAY:
            return day.toordinal()
        case Unit.WEEK:
            return (day.toordinal() - 1) // DAYS_A_WEEK  # 1 January of year 1 is a Monday
        case Unit.MONTH:
            return day.year * 12 + day.month - 1
        case Unit.QUARTER:
            return day.year * 4 + (day.month - 1) // 3
    return day.year // _YEARS[unit]


_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}


def _edges(unit: Unit, first: date, last: date) -> Iterator[int]:
    """The moments at which units begin, and the one at which the last of them ends."""
    if unit == Unit.HOUR:
        yield from range(moment(first), moment(last, HOURS_A_DAY) + 1)
        return
    day, end = first.toordinal(), last.toordinal()
    while day <= end:
        begins, ends = _bounds(date.fromordinal(day), unit)
        yield moment(begins)
        day = ends.toordinal() + 1
    yield day * HOURS_A_DAY


def _bounds(day: date, unit: Unit) -> tuple[date, date]:
    """First and last day of the unit that holds the day."""
    if unit == Unit.DAY:
        return day, day
    if unit == Unit.MILLENNIUM:
        start = day.year // 1000 * 1000
        return date(max(1, start), 1, 1), date(start + 999, 12, 31)
    return unit_bounds(day, Precision(unit.value))
