"""One date inside a notation: a day, month, season, year, decade, century or moment, with its flags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from timeline.dates.units import OPEN_START, SEASON_START, DateError, Precision, Season, calendar_day, unit_bounds

EXPECTED = "write it like 2025-10-07, 2025-10, 2025, 202X, 2025-21, 2025-10-04/2025-10-10 or [2025-10-04..2025-10-05]"
"""What the message of an unreadable notation asks for."""

SEASON_NUMBER = {21: Season.SPRING, 22: Season.SUMMER, 23: Season.AUTUMN, 24: Season.WINTER}
"""EDTF level 1 numbers seasons where months would stand, without a hemisphere; ours are the northern ones."""

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<sign>[?~%]?)"
)
_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"T(?P<clock>[0-9]{2}:[0-9]{2}:[0-9]{2})(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """First and last day, what kind of unit they are, and what stands on it: flag sign, clock time, zone."""

    first: date
    last: date
    precision: Precision
    sign: str = ""
    clock: time | None = None
    zone: str | None = None


def read_unit(text: str) -> Unit:
    """The unit a text names, without brackets and slashes; :class:`DateError` says what is wrong with it."""
    moment = _MOMENT.fullmatch(text)
    if moment:
        return _moment(moment)
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError(EXPECTED)
    unit = _unspecified if "X" in text else _specified
    return unit(found["year"], found["month"], found["day"], found["sign"])


def _specified(year: str, month: str | None, day: str | None, sign: str) -> Unit:
    if month is None:
        return _spanning(calendar_day(int(year), 1, 1), Precision.YEAR, sign)
    if day is not None:
        whole = calendar_day(int(year), int(month), int(day))
        return Unit(whole, whole, Precision.DAY, sign)
    if int(month) in SEASON_NUMBER:
        return _season(int(year), int(month), sign)
    return _month(int(year), int(month), sign)


def _unspecified(year: str, month: str | None, day: str | None, sign: str) -> Unit:
    """X only from the right: 20XX, 202X, 2025-XX and 2025-XX-XX, 2025-10-XX."""
    if year.isdigit() and month == "XX" and day in (None, "XX"):
        return _spanning(calendar_day(int(year), 1, 1), Precision.YEAR, sign)
    if year.isdigit() and month != "XX":
        return _month(int(year), int(month or 0), sign)
    if month is None:
        unit = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
        return _spanning(date(max(1, int(year.replace("X", "0"))), 1, 1), unit, sign)
    raise DateError("X stands for the last digits only, as in 202X or 2025-XX")


def _month(year: int, month: int, sign: str) -> Unit:
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month:02d}; months are 01 to 12 and seasons 21 to 24")
    return _spanning(calendar_day(year, month, 1), Precision.MONTH, sign)


def _season(year: int, number: int, sign: str) -> Unit:
    """Of winter 0000 the calendar has January and February only."""
    month = SEASON_START[SEASON_NUMBER[number]]
    day = OPEN_START if year == 0 and month == 12 else calendar_day(year, month, 1)
    return _spanning(day, Precision.SEASON, sign)


def _moment(found: re.Match[str]) -> Unit:
    day = calendar_day(int(found["year"]), int(found["month"]), int(found["day"]))
    hour, minute, second = map(int, found["clock"].split(":"))
    if hour > 23 or minute > 59 or second > 59:
        raise DateError(f"{found['clock']} is not a time of day from 00:00:00 to 23:59:59")
    zone = "UTC" if found["zone"] in ("Z", "+00:00") else found["zone"]
    return Unit(day, day, Precision.MINUTE, clock=time(hour, minute, second), zone=zone)


def _spanning(day: date, unit: Precision, sign: str) -> Unit:
    return Unit(*unit_bounds(day, unit), unit, sign)
