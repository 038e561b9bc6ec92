"""The words of time in English, in tables, and the pattern fragments made of them.

Patterns are written for lines as :func:`timeline.extraction.candidates.ready` makes them: lower case, plain quotes
and hyphens. In a pattern for :func:`compiled` a single blank stands for one or more, so that patterns stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.extraction.before_christ import carried
from timeline.extraction.meanings import Unit

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
"""Monday is 0."""

LONG_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))

SEASONS = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
    "winter": "WI", "wintertime": "WI",
}  # fmt: skip

PARTS_OF_DAY = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "sunset": "EV", "nightfall": "EV", "night": "NI", "overnight": "NI",
}  # fmt: skip

UNITS = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "night": Unit.NIGHT, "day": Unit.DAY,
    "weekend": Unit.WEEKEND, "week": Unit.WEEK, "fortnight": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER,
    "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY, "centurie": Unit.CENTURY,
}  # fmt: skip
"""By the singular, as left when a final s is taken off."""

ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS: dict[str, int] = dict(zip([*ONES, *_TEENS, *TENS], [*range(1, 20), *range(20, 100, 10)], strict=True))

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}


def any_of(*tables: Iterable[str]) -> str:
    """An alternation of all words of the tables, longer words first."""
    words = sorted({word for table in tables for word in table}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ") for word in words) + ")"


def one_of(words: str) -> str:
    """An alternation of the words of one string; a low line in a word stands for a blank."""
    return any_of(word.replace("_", " ") for word in words.split())


MONTH = rf"{any_of(MONTHS)}\b\.?"
LONG_MONTH = any_of(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")) + r"\b"
WEEKDAY = any_of(LONG_WEEKDAYS) + r"\b"
SHORT_WEEKDAY = any_of(WEEKDAYS) + r"\b\.?"
SEASON = any_of(SEASONS) + r"\b"
PART = any_of(PARTS_OF_DAY) + r"\b"
ORDINAL = rf"(?:{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\b"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![.,:]?\d)"
YEAR = r"(?:1[0-9]|20)\d\d\b(?![.,]\d)"
UNIT = rf"(?:{any_of(UNITS.keys() - {'century', 'centurie'})}s?|centur(?:y|ies))\b"
BEFORE_CHRIST = r"(?:b\.c\.(?:e\.)?|bce?\b)"
ANY_YEAR = rf"(?:{YEAR}|[1-9]\d{{0,3}} {BEFORE_CHRIST})"
"""A year after or before Christ."""
_CARDINAL = rf"(?:{any_of(TENS)}(?:[- ]{any_of(ONES)})?|{any_of(ONES, _TEENS)})"
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d\d\d)+|\d{{1,3}}(?:\.\d+| 1/2)?|(?:(?:a|one|several|a few|few|many|some) )?"
    r"(?:hundred|thousand|dozen)|(?:hundreds|thousands|dozens|scores|tens) of"
    rf"|{_CARDINAL}(?: hundred| thousand| dozen| and (?:a )?half)?|half an?|(?:a )?couple(?: of)?|(?:a )?few"
    r"|several|many|some|a number of|an?|various|numerous|countless)"
)

_UNTOLD = re.compile(r"few|several|many|some|various|numerous|countless|number|s of\Z")

_SIZES = {"hundred": 100, "thousand": 1000, "dozen": 12}


@lru_cache(maxsize=4096)
def count_of(words: str) -> float | None:
    """The number that the words name ("thirty-four", "a", "2.5", "two and a half"); None for "several"."""
    words = words.strip().replace(",", "")
    if words[0].isdigit():
        return float(words.removesuffix(" 1/2")) + 0.5 * words.endswith(" 1/2")
    if _UNTOLD.search(words):
        return None
    if "couple" in words:
        return 2.0
    if words.startswith("half"):
        return 0.5
    if words.endswith(" half"):
        return (count_of(words.split(" and ")[0]) or 0) + 0.5
    times = next((size for name, size in _SIZES.items() if name in words), 1)
    return float(times * max(1, sum(CARDINALS.get(word, 0) for word in re.split(r"[- ]+", words))))


def unit_of(word: str) -> Unit:
    """The unit that a word, singular or plural, names."""
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def number_of(words: str) -> int:
    """The number of a day or ordinal: "5", "5th", "fifth"."""
    return ORDINALS[words] if words in ORDINALS else int(words.rstrip("stndrh"))


def month_of(word: str) -> int:
    """The number of a month's name, short or long, with or without its full stop."""
    return MONTHS[word.rstrip(".")]


CENTURY_TURNS = 30
"""Years of two figures from here on are of the 1900s."""


def full_year(short: int) -> int:
    """The year that two figures name by themselves: 85 is 1985, 23 is 2023."""
    return short + (1900 if short >= CENTURY_TURNS else 2000)


def year_of(text: str) -> int:
    """The year that :data:`ANY_YEAR` or a short year names; one before Christ is carried (before_christ.py)."""
    if text[0] == "'":
        return full_year(int(text[1:]))
    return int(text) if text.isdigit() else carried(int(text.split()[0]))


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled: a blank in it stands for one or more, a line break and its indent for nothing."""
    joined = re.sub(r"\n\s*", "", pattern)
    return re.compile(re.sub(r"(?<!\\)(?<!\[)(?<!\[-) (?!\])", "(?: +)", joined))
