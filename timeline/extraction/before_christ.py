"""Years before Christ, which no calendar day of Python's has, carried on days far ahead that no text speaks of.

480 BC is carried as the year 9520: the years run on as they did, so that "the following year", "late summer" and
"the 470s BC" are counted as after Christ. What is carried never becomes an EventDate; its TIMEX3 value says BC0480.
"""

from __future__ import annotations

from datetime import date

_TURN = date.max.year + 1
EARLIEST = 4999
"""The earliest year before Christ that is carried."""


def carried(year: int) -> int:
    """The year on which a year before Christ (480) is carried (9520); the earliest for what lies before it."""
    return _TURN - max(1, min(year, EARLIEST))


def is_before_christ(year: int) -> bool:
    """Whether a carried year stands for one before Christ."""
    return year >= _TURN - EARLIEST


def figures(day: date) -> str:
    """The year as TIMEX3 writes it: 0079, 1914, BC0480."""
    return f"BC{_TURN - day.year:04d}" if is_before_christ(day.year) else f"{day.year:04d}"


def begins(day: date, size: int) -> int:
    """The year in which the decade or century (``size`` years) of a day begins: 489 BC begins the 480s BC."""
    if not is_before_christ(day.year):
        return max(1, day.year // size * size)
    return carried((_TURN - day.year) // size * size + size - 1)


def same_era(first: date, other: date | None) -> date | None:
    """The other day, if it is as far before or after Christ as counting can tell from the first; None otherwise."""
    return other if other and is_before_christ(first.year) is is_before_christ(other.year) else None
