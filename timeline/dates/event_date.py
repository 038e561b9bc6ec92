"""When something happened, and how well we know it.

An :class:`EventDate` is an interval of civil days with a precision, never a fake day: "October 2025" keeps
all 31 of its days and says that it is known to the month. It carries no time zone arithmetic: an event's day
is the civil day where it happened, the same for every reader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline.dates.units import (
    CLOCKED,
    DAY_LIKE,
    ONE_DAY,
    OPEN_END,
    OPEN_START,
    PARTS_OF_DAY,
    SEASON_START,
    THIRDS,
    DateError,
    Extent,
    Part,
    Precision,
    Season,
    calendar_day,
    days_in_month,
    member,
    third_of,
    unit_bounds,
)

__all__ = [
    "CLOCKED",
    "DAY_LIKE",
    "ONE_DAY",
    "OPEN_END",
    "OPEN_START",
    "PARTS_OF_DAY",
    "SEASON_START",
    "THIRDS",
    "DateError",
    "EventDate",
    "Extent",
    "Part",
    "Precision",
    "Season",
    "days_in_month",
    "third_of",
    "unit_bounds",
]

_ZONE = re.compile(r"UTC|(?!-00:00)[+-](?:0[0-9]|1[0-4]):[0-5][0-9]|[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+")


@dataclass(frozen=True, slots=True)
class EventDate:
    """An interval of civil days with the precision, part, extent and doubts that belong to it.

    ``earliest`` and ``latest`` are inclusive and never null; ``OPEN_START`` and ``OPEN_END`` mark an open side.
    A precision coarser than days has bounds on the edges of its unit, so that notation and words give the
    same date back. Raises :class:`DateError` when the parts contradict each other.
    """

    earliest: date
    latest: date
    precision: Precision
    part: Part | None = None
    extent: Extent = Extent.ONCE
    approximate: bool = False
    uncertain: bool = False
    time: dt.time | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        for name, kind in (("precision", Precision), ("part", Part), ("extent", Extent)):
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                object.__setattr__(self, name, member(kind, name, value))
        if self.zone == "+00:00":
            object.__setattr__(self, "zone", "UTC")
        _check_bounds(self)
        _check_part(self)
        _check_clock(self)

    # -- the ways to make one ------------------------------------------------------------------------------

    @classmethod
    def on(cls, day: date) -> EventDate:
        """One known day."""
        return cls(day, day, Precision.DAY)

    @classmethod
    def at(
        cls, day: date, moment: dt.time, *, zone: str | None = None, precision: Precision = Precision.MINUTE
    ) -> EventDate:
        """One known day and clock time; ``precision`` is minute or hour."""
        return cls(day, day, precision, time=moment, zone=zone)

    @classmethod
    def in_part_of_day(cls, day: date, part: Part) -> EventDate:
        """The morning, afternoon, evening or night of a day; a night may reach into the next morning."""
        return cls(day, day, Precision.PART_OF_DAY, part)

    @classmethod
    def one_of_days(cls, earliest: date, latest: date) -> EventDate:
        """Once, on some day of the bounds: "4 or 5 October"."""
        return cls(earliest, latest, Precision.DAYS)

    @classmethod
    def lasting(cls, earliest: date, latest: date) -> EventDate:
        """Throughout all days of the bounds: "from 4 to 10 October"."""
        return cls(earliest, latest, Precision.DAYS, extent=Extent.THROUGHOUT)

    @classmethod
    def in_week_of(cls, day: date) -> EventDate:
        """Some time in the week, Monday to Sunday, that holds the day."""
        return cls(*unit_bounds(day, Precision.WEEK), Precision.WEEK)

    @classmethod
    def sometime_in_month(cls, year: int, month: int, part: Part | None = None) -> EventDate:
        """Some time in a month, or in its first ten days, second ten days or the rest."""
        return cls.sometime_in_unit(calendar_day(year, month, 1), Precision.MONTH, part)

    @classmethod
    def sometime_in_year(cls, year: int, part: Part | None = None) -> EventDate:
        """Some time in a year, or in a third of it."""
        return cls.sometime_in_unit(calendar_day(year, 1, 1), Precision.YEAR, part)

    @classmethod
    def sometime_in_season(cls, year: int, season: Season) -> EventDate:
        """Some time in a season; winter 2025 runs from December 2025 to February 2026."""
        return cls.sometime_in_unit(calendar_day(year, SEASON_START[season], 1), Precision.SEASON)

    @classmethod
    def sometime_in_unit(cls, day: date, unit: Precision, part: Part | None = None) -> EventDate:
        """Some time in the unit (week to century) that holds the day, or in its early, mid or late third."""
        first, last = unit_bounds(day, unit)
        if part is not None:
            first, last = third_of(first, last, unit, part)
        return cls(first, last, unit, part)

    # -- what follows from the fields ----------------------------------------------------------------------

    @property
    def is_one_day(self) -> bool:
        return self.earliest == self.latest

    @property
    def is_one_unit(self) -> bool:
        """Whether the bounds are one day, one week, one month … or one third of such a unit."""
        if self.precision in DAY_LIKE:
            return self.is_one_day
        return self.part in THIRDS or unit_bounds(self.earliest, self.precision) == (self.earliest, self.latest)

    @property
    def is_open(self) -> bool:
        """Whether a side of the interval has no known bound."""
        return self.earliest == OPEN_START or self.latest == OPEN_END

    @property
    def sort_key(self) -> tuple[date, date]:
        return self.earliest, self.latest

    def with_doubt(self, *, approximate: bool = False, uncertain: bool = False) -> EventDate:
        """The same date with flags added; flags already set stay."""
        return replace(self, approximate=self.approximate or approximate, uncertain=self.uncertain or uncertain)

    def certainly_within(self, first: date, last: date) -> bool:
        """Whether all bounds lie in the range (vocabulary: *certain*)."""
        return first <= self.earliest and self.latest <= last

    def possibly_within(self, first: date, last: date) -> bool:
        """Whether some bound or day between lies in the range (vocabulary: *possible*)."""
        return self.earliest <= last and first <= self.latest

    def units(self) -> Iterator[date]:
        """First days of the units (weeks to centuries) that the bounds cover, in order."""
        day = self.earliest
        while day <= self.latest:
            first, last = unit_bounds(day, self.precision)
            yield first
            if last == OPEN_END:
                return
            day = last + ONE_DAY


def _check_bounds(it: EventDate) -> None:
    if it.earliest > it.latest:
        raise DateError(f"the earliest day {it.earliest} is after the latest day {it.latest}")
    if it.earliest == OPEN_START and it.latest == OPEN_END:
        raise DateError("a date needs at least one known bound")
    if it.precision in DAY_LIKE or it.part in THIRDS:
        return
    for bound, index in ((it.earliest, 0), (it.latest, 1)):
        if unit_bounds(bound, it.precision)[index] != bound:
            edge = ("first", "last")[index]
            raise DateError(
                f"a date known to the {it.precision} is made of whole ones: {bound} is not the {edge} day of one"
            )


def _check_part(it: EventDate) -> None:
    if it.precision == Precision.PART_OF_DAY and it.part not in PARTS_OF_DAY:
        raise DateError("the precision part_of_day needs a part: morning, afternoon, evening or night")
    if it.part in PARTS_OF_DAY and it.precision not in CLOCKED | {Precision.PART_OF_DAY}:
        raise DateError(f"“{it.part}” goes with the precision part_of_day, hour or minute, not with {it.precision}")
    if it.part not in THIRDS:
        return
    if it.precision in DAY_LIKE:
        raise DateError(f"“{it.part}” goes with a week, month or longer, not with the precision {it.precision}")
    if (it.earliest, it.latest) != third_of(*unit_bounds(it.earliest, it.precision), it.precision, it.part):
        raise DateError(f"{it.earliest} to {it.latest} is not the {it.part} part of one {it.precision}")


def _check_clock(it: EventDate) -> None:
    if (it.precision in CLOCKED) != (it.time is not None):
        raise DateError("a clock time goes with the precision minute or hour, and those with a clock time")
    if it.zone is not None and not _ZONE.fullmatch(it.zone):
        raise DateError(f"“{it.zone}” is not a time zone: write UTC, +03:00 or a name such as Asia/Gaza")
    if it.time is None:
        return
    if not it.is_one_day or it.extent == Extent.THROUGHOUT:
        raise DateError("a clock time goes with one day, not with a range of days")
    if it.time.microsecond or it.time.tzinfo is not None:
        raise DateError("a clock time has whole seconds and leaves its zone to the field beside it")
