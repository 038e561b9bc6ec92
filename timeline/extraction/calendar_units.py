"""A unit at its place on the calendar: its TIMEX3 value, its EventDate, and the arithmetic from one to another."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from timeline.dates import EventDate, Part, Precision
from timeline.extraction.before_christ import begins, figures, same_era
from timeline.extraction.meanings import Unit

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PRECISIONS = {
    Unit.WEEK: Precision.WEEK, Unit.MONTH: Precision.MONTH, Unit.SEASON: Precision.SEASON,
    Unit.QUARTER: Precision.QUARTER, Unit.HALF: Precision.HALF,
    Unit.YEAR: Precision.YEAR, Unit.DECADE: Precision.DECADE, Unit.CENTURY: Precision.CENTURY,
}  # fmt: skip
_FIGURES_LEFT_OUT = {Unit.YEAR: 0, Unit.DECADE: 1, Unit.CENTURY: 2}
THIRDS = {"START": Part.EARLY, "MID": Part.MID, "END": Part.LATE}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit of the calendar: ``first`` is its first day (for a season, of its first month; a weekend's Saturday)."""

    unit: Unit
    first: date

    @property
    def value(self) -> str:
        """The TIMEX3 value: 2023-10-07, 2025-W41, 2025-W40-WE, 2023-10, 2021-SU, 1989-Q3, 1989-H2, 2023, 198, 19."""
        day, year = self.first, figures(self.first)
        match self.unit:
            case Unit.WEEK | Unit.WEEKEND:
                iso = day.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit is Unit.WEEKEND else "")
            case Unit.MONTH:
                return f"{year}-{day.month:02d}"
            case Unit.SEASON:
                return f"{year}-{next(code for code, month in SEASON_MONTHS.items() if month == day.month)}"
            case Unit.QUARTER:
                return f"{year}-Q{(day.month + 2) // 3}"
            case Unit.HALF:
                return f"{year}-H{1 if day.month < 7 else 2}"
            case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
                return year[: len(year) - _FIGURES_LEFT_OUT[self.unit]]
            case _:
                return f"{year}-{day.month:02d}-{day.day:02d}"

    def event_date(self, mod: str | None = None) -> EventDate:
        """The stretch as a date; in a third of it under START, MID or END, approximate under APPROX."""
        return _event_date(self.unit, self.first, mod)

    def moved(self, amount: int) -> Stretch | None:
        """The stretch so many of its units later; None outside the calendar."""
        if self.unit in _MONTHS:
            first = add_months(self.first, amount * _MONTHS[self.unit])
        else:
            first = add_days(self.first, amount * (7 if self.unit in (Unit.WEEK, Unit.WEEKEND) else 1))
        return Stretch(self.unit, first) if first else None


@lru_cache(maxsize=8192)
def _event_date(unit: Unit, first: date, mod: str | None) -> EventDate:
    third = THIRDS.get(mod or "")
    if unit is Unit.WEEKEND:
        dated = EventDate.one_of_days(first, first + timedelta(days=1))
    elif unit in _PRECISIONS:
        dated = EventDate.sometime_in_unit(first, _PRECISIONS[unit], third)
    elif third in (Part.EARLY, Part.LATE):
        dated = EventDate.in_part_of_day(first, Part.MORNING if third is Part.EARLY else Part.EVENING)
    else:
        dated = EventDate.on(first)
    return dated.with_doubt(approximate=True) if mod == "APPROX" else dated


def holding(day: date, unit: Unit) -> Stretch:
    """The unit that holds the day. The weekend of a week is its Saturday and Sunday."""
    match unit:
        case Unit.WEEK:
            return Stretch(unit, add_days(day, -day.weekday()) or day)
        case Unit.WEEKEND:
            return Stretch(unit, add_days(day, 5 - day.weekday()) or day)
        case Unit.MONTH:
            return Stretch(unit, day.replace(day=1))
        case Unit.QUARTER:
            return Stretch(unit, date(day.year, (day.month - 1) // 3 * 3 + 1, 1))
        case Unit.HALF:
            return Stretch(unit, date(day.year, 1 if day.month < 7 else 7, 1))
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
            return Stretch(unit, date(begins(day, _MONTHS[unit] // 12), 1, 1))
    return Stretch(Unit.DAY, day)


def add_days(day: date, days: int) -> date | None:
    """The day so many days later, None outside the calendar."""
    try:
        return same_era(day, day + timedelta(days=days))
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The first day of the month so many months later, None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return same_era(day, date(year, month + 1, 1)) if 1 <= year <= date.max.year else None


def part_of_month(first: date, number: int, unit: str) -> tuple[date, date]:
    """First and last day of the ``number``-th (−1: last) week, weekend, half or days of the month from ``first``.

    The first week is days 1–7, the last the month's last seven; "the first days" are three.
    """
    end = add_days(add_months(first, 1) or date.max, -1) or date.max
    if unit == "weekend":
        saturdays = [day for day in (add_days(first, shift) for shift in range(end.day)) if day and day.weekday() == 5]
        saturday = saturdays[number - 1 if number > 0 else -1]
        return saturday, add_days(saturday, 1) or saturday
    if unit == "half":
        return (first, first.replace(day=15)) if number == 1 else (first.replace(day=16), end)
    length = 7 if unit == "week" else 3
    start = end.day - length + 1 if number < 0 else (number - 1) * length + 1
    return first.replace(day=start), first.replace(day=min(end.day, start + length - 1))


def first_of(whole: Stretch, amount: int, unit: Unit, *, last: bool) -> tuple[date, date]:
    """First and last day of the first ``amount`` days, weeks or months of the whole, or of its last ones."""
    begins, ends = whole.first, whole.event_date().latest
    days = amount * (7 if unit is Unit.WEEK else 1)
    if last:
        after = add_days(ends, 1) or ends
        start = add_months(after, -amount) if unit is Unit.MONTH else add_days(after, -days)
        return max(begins, start or begins), ends
    end = add_months(begins, amount) if unit is Unit.MONTH else add_days(begins, days)
    return begins, min(ends, add_days(end, -1) or ends) if end else ends


def day_stretch(day: date | None) -> Stretch | None:
    """The day as a stretch; None stays None."""
    return Stretch(Unit.DAY, day) if day else None


def years_later(stretch: Stretch, years: int) -> Stretch | None:
    """The same day, month or year so many years on; 29 February falls on the 28th where there is none."""
    year = stretch.first.year + years
    if not 1 <= year <= date.max.year or same_era(stretch.first, date(year, 1, 1)) is None:
        return None
    day = min(stretch.first.day, calendar.monthrange(year, stretch.first.month)[1])
    return Stretch(stretch.unit, stretch.first.replace(year=year, day=day))
