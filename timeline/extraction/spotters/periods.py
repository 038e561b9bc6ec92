"""A unit and a word that says which: "last week", "this month", "the following day", "that year", "next June".

"last", "this" and "next" count from the moment of speaking; "that", "the same", "the following" and "the previous" from
the date last told. "The past week" and "the last month of fighting" are durations, not dates.

Watch out for "the day" and "the year" alone, which seldom point to one (spotters/within_periods.py), and "this time".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, Meaning, Origin, SeasonOf, Shift, Span, Unit
from timeline.extraction.spotters import words

CUES = frozenset(
    (
        "last this next that same following previous preceding past coming current latest recent weekend prior earlier"
        " before after"
    ).split()
)

_FROM_SPEECH = {
    "last": -1, "this past": -1, "the most recent": -1, "this": 0, "the current": 0, "this coming": 1, "next": 1,
    "the coming": 1,
}  # fmt: skip
_FROM_TOLD = {
    "the same": 0, "that same": 0, "this same": 0, "that": 0, "the very same": 0, "the following": 1, "the next": 1,
    "the very next": 1, "the previous": -1, "the preceding": -1, "the prior": -1,
}  # fmt: skip
_NAMES = {-1: "last", 0: "this", 1: "next"}
_UNIT = "day|week|month|quarter|year|decade|century"
_ALONE = rf"(?! (?:{words.WEEKDAY}|{words.LONG_MONTH}|{_UNIT}|night|[a-z]+'s))"
_PERIOD = words.compiled(rf"""
    \b(?:(?P<which>{words.any_of(_FROM_SPEECH, _FROM_TOLD)}) (?:calendar |fiscal )?
    (?:(?P<unit>{_UNIT}|weekend)|(?P<month>{words.LONG_MONTH})|(?P<season>{words.SEASON}))\b
    |(?P<past>the (?:past|last)) (?P<span>{_UNIT})\b
    |(?P<latest>the latest (?:fiscal |financial )year)\b
    |the day (?P<side>before|after|following|earlier)\b(?=[.,;:)"']|$| (?:and|saw|was|when)\b)
    |(?<!every\s)(?<!each\s)(?:a |the )?(?P<later>day|week|month|year) (?:following|after that)\b
    |the (?P<two>day|week|weekend|month|quarter|year) (?P<far>before last|after next)\b{_ALONE}
    |(?P<weekend>the weekend)\b)
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Units pointed at by a demonstrative."""
    for match in _PERIOD.finditer(line.low):
        meaning, rule = _meaning(match)
        yield Candidate(match.start(), match.end(), meaning, rule)


def _meaning(match: re.Match[str]) -> tuple[Meaning, str]:
    if match["latest"]:
        return Shift(-1, Unit.YEAR, Origin.SPEECH), "last-year"
    if match["past"]:
        return Span(1, words.unit_of(match["span"])), "duration"
    if match["side"]:
        days = -1 if match["side"] in ("before", "earlier") else 1
        return Shift(days, Unit.DAY, Origin.TOLD), "day-before" if days < 0 else "day-after"
    if match["two"]:
        rule, amount = ("counted-ago", -2) if match["far"] == "before last" else ("counted-from-now", 2)
        return Shift(amount, words.unit_of(match["two"]), Origin.SPEECH), rule
    if match["weekend"]:
        return Shift(0, Unit.WEEKEND, Origin.SPEECH), "weekend-nearest-anchor"
    if match["later"]:
        return Shift(1, words.unit_of(match["later"]), Origin.TOLD), "unit-after"
    return _pointed(match)


def _pointed(match: re.Match[str]) -> tuple[Meaning, str]:
    which = match["which"]
    told = which in _FROM_TOLD
    amount, origin = (_FROM_TOLD[which], Origin.TOLD) if told else (_FROM_SPEECH[which], Origin.SPEECH)
    year = Shift(amount, Unit.YEAR, origin) if told else None
    if match["month"]:
        return Calendar(month=words.month_of(match["month"]), which=amount, year=year), "month-pointed-at"
    if match["season"]:
        return SeasonOf(words.SEASONS[match["season"]], which=amount, year=year), "season-pointed-at"
    unit = match["unit"]
    return Shift(amount, words.unit_of(unit), origin), f"{_NAMES[amount]}-{unit}" + ("-told" if told else "")
