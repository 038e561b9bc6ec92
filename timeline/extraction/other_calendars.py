"""Days of the Islamic and the Hebrew calendar as days of the Gregorian one.

The Hebrew calendar is arithmetic and exact. The Islamic one is the tabular calendar of feasts.py; the observed moon
may move a date by a day, so what is read from it is approximate. (Reingold and Dershowitz, Calendrical Calculations.)
"""

from __future__ import annotations

from datetime import date

from timeline.extraction.feasts import hebrew_new_year, islamic_day

_LONG, _SHORT = 30, 29
_FROM_NISAN = (30, 29, 30, 29, 30, 29)
"""Days of Nisan to Elul, the last six months, which never change."""

HIJRI_YEARS = range(1200, 1500)
"""Islamic years that news may name; a number outside is no such year."""

HEBREW_YEARS = range(5000, 6000)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Islamic date, give or take one; None when there is no such day."""
    if year not in HIJRI_YEARS or not 1 <= month <= 12 or not 1 <= day <= _LONG:
        return None
    return islamic_day(year, month, day)


def from_hebrew(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hebrew date; None when there is no such day.

    Months are counted from Tishri, 1, to Elul, 13; Adar of a common year and Adar I are 6, Adar II is 7.
    """
    if year not in HEBREW_YEARS or not 1 <= month <= 13:
        return None
    lengths = _lengths(year)
    if not 1 <= day <= lengths[month - 1]:
        return None
    return date.fromordinal(hebrew_new_year(year) + sum(lengths[: month - 1]) + day - 1)


def _lengths(year: int) -> tuple[int, ...]:
    """Days of the thirteen months; a common year has no Adar II."""
    days = hebrew_new_year(year + 1) - hebrew_new_year(year)
    leap = days > 380
    heshvan = _LONG if days % 10 == 5 else _SHORT
    kislev = _SHORT if days % 10 == 3 else _LONG
    return (_LONG, heshvan, kislev, _SHORT, _LONG, _LONG if leap else _SHORT, _SHORT if leap else 0, *_FROM_NISAN)
