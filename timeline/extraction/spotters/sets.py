"""What returns: "every Friday", "every four years", "daily", "each year", "per month", "Mondays", "twice a week".

A set is typed as one and never becomes a date.

Watch out for "daily" in names ("the Daily Star", refiners/names.py) and for "a day" as a price or rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Every
from timeline.extraction.spotters import words
from timeline.extraction.timex_periods import period_value

_ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
    "nightly": "P1D", "fortnightly": "P2W", "biennially": "P2Y",
}  # fmt: skip
CUES = frozenset(
    {"every", "each", "per", "once", "twice", "times", *_ADVERBS, *(f"{day}s" for day in words.LONG_WEEKDAYS)}
)

_SET = words.compiled(rf"""
    \b(?:(?:every|each) (?:(?:single|few|(?P<other>other)|(?P<count>{words.COUNT})|(?P<nth>{words.ORDINAL})) )?
    (?:(?P<unit>{words.UNIT})|(?P<day>{words.WEEKDAY})|(?P<month>{words.LONG_MONTH})|(?P<part>{words.PART})|(?P<season>{words.SEASON}))
    |per (?P<per>second|minute|hour|day|week|month|quarter|year)\b
    |(?:once|twice|{words.COUNT} times) (?:a|per|every|each) (?P<rate>day|week|month|year)\b
    |(?P<adverb>{words.any_of(_ADVERBS)})\b
    |(?P<plural>{words.any_of(words.LONG_WEEKDAYS)})s\b)
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Sets of times."""
    for match in _SET.finditer(line.low):
        yield Candidate(match.start(), match.end(), Every(_value(match)), "set")


def _value(match: re.Match[str]) -> str:
    if adverb := match["adverb"]:
        return _ADVERBS[adverb]
    if day := match["day"] or match["plural"]:
        return f"XXXX-WXX-{words.WEEKDAYS[day] + 1}"
    if month := match["month"]:
        return f"XXXX-{words.month_of(month):02d}"
    if season := match["season"]:
        return f"XXXX-{words.SEASONS[season]}"
    if part := match["part"]:
        return f"XXXX-XX-XXT{words.PARTS_OF_DAY[part]}"
    return period_value(_every(match), words.unit_of(match["unit"] or match["per"] or match["rate"]))


def _every(match: re.Match[str]) -> float | None:
    """After how many units it returns: "every four years", "every other week", "every third day"."""
    if match["other"]:
        return 2
    if match["nth"]:
        return words.number_of(match["nth"])
    return words.count_of(match["count"]) if match["count"] else 1
