"""The only door to dateparser: clean, absolute calendar words in, the parts they name out.

Whoever calls has already decided that the words are a date. Nothing is filled in: a part that the words do not name
stays None. Common forms take a fast path; dateparser reads the rest, always with the same explicit settings, because
it keeps its settings objects for ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.extraction.spotters.words import full_year

LONGEST_WORDS = 40
"""Characters of the longest calendar string handed to dateparser; a written date is shorter."""

_ISO = re.compile(r"([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})\Z")
_FIGURES = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})\Z")


@dataclass(frozen=True, slots=True)
class CalendarParts:
    """The parts of a date that its words name."""

    year: int
    month: int | None = None
    day: int | None = None


@lru_cache(maxsize=4096)
def read_calendar_words(words: str) -> CalendarParts | None:
    """The parts of an absolute date written with its year; None when it is none, or no day of the calendar.

    Day before month where figures leave it open ("7/10/2023" is 7 October), month first when the second is above 12.
    """
    words = words.strip()
    if match := _ISO.match(words):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.match(words):
        day, month = int(match[1]), int(match[2])
        return _checked(_full(match[3]), *((day, month) if month > 12 else (month, day)))
    return _through_dateparser(words)


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else full_year(int(year))


def _checked(year: int, month: int, day: int) -> CalendarParts | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return CalendarParts(year, month, day)


def _through_dateparser(words: str) -> CalendarParts | None:
    if not words or len(words) > LONGEST_WORDS:
        return None
    found = _reader().get_date_data(words)
    if found is None or found.date_obj is None:
        return None
    day = found.date_obj
    match found.period:
        case "day":
            return CalendarParts(day.year, day.month, day.day)
        case "month":
            return CalendarParts(day.year, day.month)
        case "year":
            return CalendarParts(day.year)
    return None


@lru_cache(maxsize=1)
def _reader() -> DateDataParser:
    """dateparser, told everything it would otherwise take from today or from the place it runs in."""
    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_LOCALE_DATE_ORDER": False,
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "REQUIRE_PARTS": ["year"],
        "PARSERS": ["absolute-time"],
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=["en"], settings=settings)
