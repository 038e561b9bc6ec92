"""The units dates are told in, from a part of a day to a century, and where they begin and end."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)

OPEN_START = date.min
"""The earliest day of a date whose beginning is not known ("until May 2025"), EDTF ``../2025-05``."""

OPEN_END = date.max
"""The latest day of a date whose end is not known ("since 2014"), EDTF ``2014/..``."""


class DateError(ValueError):
    """The parts of a date contradict each other; the message is one sentence a person can act on."""


class Precision(StrEnum):
    """How finely a date is known. The unit, not the width: 3 days and 3 weeks can both be ``days``."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Part(StrEnum):
    """Which part of the period: early, mid, late are its thirds; the others are parts of one day."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Extent(StrEnum):
    """Whether it happened once, somewhere in the bounds, or throughout them."""

    ONCE = "once"
    THROUGHOUT = "throughout"


class Season(StrEnum):
    """Meteorological seasons of the northern hemisphere; winter belongs to the year of its December."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


THIRDS = frozenset({Part.EARLY, Part.MID, Part.LATE})
PARTS_OF_DAY = frozenset({Part.MORNING, Part.AFTERNOON, Part.EVENING, Part.NIGHT})
CLOCKED = frozenset({Precision.MINUTE, Precision.HOUR})
DAY_LIKE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY, Precision.DAYS})
SEASON_START = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
SEASON_OF_MONTH = {month: season for season, month in SEASON_START.items()}

_MONTHS_OF = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}


def unit_bounds(day: date, unit: Precision) -> tuple[date, date]:
    """First and last day of the unit, week to century, that holds ``day``. Weeks run Monday to Sunday."""
    if unit == Precision.WEEK:
        monday = date.fromordinal(max(1, day.toordinal() - day.weekday()))
        return monday, date.fromordinal(min(OPEN_END.toordinal(), monday.toordinal() + 6))
    if unit not in _MONTHS_OF:
        raise DateError(f"“{unit}” is not a unit between week and century")
    width = _MONTHS_OF[unit]
    months = day.year * 12 + day.month - 1
    shift = 2 if unit == Precision.SEASON else 0
    start = (months - shift) // width * width + shift
    return _first_of(start), _first_of(start + width, before=True)


def third_of(first: date, last: date, unit: Precision, part: Part) -> tuple[date, date]:
    """The early, mid or late third of a unit.

    A month's thirds are its days 1–10, 11–20 and 21–end (vocabulary.md); a year's are four months each, a
    decade's years 0–3, 4–6, 7–9, a century's the years 0–33, 34–66, 67–99, other units' a third of their days.
    """
    if part not in THIRDS:
        raise DateError(f"“{part}” is not a third of a period: use early, mid or late")
    index = (Part.EARLY, Part.MID, Part.LATE).index(part)
    cuts = _third_cuts(first, last, unit)
    return cuts[index], date.fromordinal(cuts[index + 1].toordinal() - 1) if index < 2 else last


def season_of(last: date) -> tuple[int, Season]:
    """Year and season named by the season's last day; the first winter of the calendar is that of year 0."""
    year, month = divmod(last.year * 12 + last.month - 3, 12)
    return year, SEASON_OF_MONTH[month + 1]


def _third_cuts(first: date, last: date, unit: Precision) -> tuple[date, date, date]:
    match unit:
        case Precision.MONTH:
            return first, first.replace(day=11), first.replace(day=21)
        case Precision.YEAR:
            return first, first.replace(month=5), first.replace(month=9)
        case Precision.DECADE:
            return first, *_january_firsts(first.year // 10 * 10, 4, 7)
        case Precision.CENTURY:
            return first, *_january_firsts(first.year // 100 * 100, 34, 67)
        case _:
            width = last.toordinal() - first.toordinal() + 1
            return first, first + timedelta(days=round(width / 3)), first + timedelta(days=round(width * 2 / 3))


def _january_firsts(year: int, second: int, third: int) -> tuple[date, date]:
    return date(year + second, 1, 1), date(year + third, 1, 1)


def _first_of(months: int, *, before: bool = False) -> date:
    """The first day of the month counted from year 0, or the day before it, held within the calendar."""
    year, month = divmod(months, 12)
    if year < 1:
        return OPEN_START
    if year > OPEN_END.year:
        return OPEN_END
    first = date(year, month + 1, 1)
    return first - ONE_DAY if before and first > OPEN_START else first


def calendar_day(year: int, month: int, day: int) -> date:
    """The day; :class:`DateError` instead of ValueError when there is none such."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(f"{year:04d}-{month:02d}-{day:02d} is not a day of the calendar") from error


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return calendar.monthrange(year, month)[1]


def member[Member: StrEnum](kind: type[Member], name: str, value: str) -> Member:
    """The member of the vocabulary that the text names; :class:`DateError` lists them when there is none."""
    try:
        return kind(value)
    except ValueError:
        raise DateError(f"“{value}” is no {name}: use one of {', '.join(kind)}") from None
