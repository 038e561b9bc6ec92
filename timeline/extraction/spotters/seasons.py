"""Seasons, quarters, halves: "the summer of 2021", "winter 1942-43", "third quarter", "first half of 2024", "Q3 2025".

A season may lend its name to something of a year ("the spring offensive of 1918"): it is that year's.

Watch out for "fall" and "spring" as verbs ("prices fall", refiners/seasons_or_verbs.py) and "half" as a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import NUMBER_CUE, Candidate, Line
from timeline.extraction.meanings import Origin, PartOfYear, SeasonOf, Shift, Unit
from timeline.extraction.spotters import words

CUES = frozenset({*words.SEASONS, "quarter", "half", "q", "h"})
_NUMBERED = frozenset({"quarter", "half", NUMBER_CUE})
_NUMBERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 0,
    "final": 0,
}
_LAST = {"quarter": 4, "half": 2}

_SEASON = words.compiled(rf"""
    \b(?:the )?(?P<season>{words.SEASON})(?:(?:,| of|-)? (?P<year>{words.ANY_YEAR})(?:[-/]\d\d\b)?
    |(?= [a-z]+ of (?P<of>{words.YEAR})))?
""")
_PART = words.compiled(rf"""
    \b(?:(?:the )?(?:fiscal )?(?P<number>{words.any_of(_NUMBERS)})[- ](?P<unit>quarter|half)\b
    (?:(?: of| in)? (?P<year>{words.YEAR})|(?P<running> of the year))?(?! (?:of the (?!year)|century))
    |q(?P<q>[1-4])(?:(?: of)? (?P<q_year>{words.YEAR}))?\b
    |h(?P<h>[12]) (?P<h_year>{words.YEAR}))
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Seasons, quarters and halves with or without their year."""
    for match in _SEASON.finditer(line.low):
        year = match["year"] or match["of"]
        meaning = SeasonOf(words.SEASONS[match["season"]], words.year_of(year) if year else None)
        yield Candidate(match.start(), match.end(), meaning, "season")
    if not line.words.isdisjoint(_NUMBERED):
        for match in _PART.finditer(line.low):
            yield Candidate(match.start(), match.end(), _part_of_year(match), "quarter-or-half")


def _part_of_year(match: re.Match[str]) -> PartOfYear:
    year = match["year"] or match["q_year"] or match["h_year"]
    if match["q"] or match["h"]:
        code = f"Q{match['q']}" if match["q"] else f"H{match['h']}"
    else:
        code = f"{match['unit'][0].upper()}{_NUMBERS[match['number']] or _LAST[match['unit']]}"
    running = Shift(0, Unit.YEAR, Origin.SPEECH) if match["running"] else None
    return PartOfYear(code, int(year) if year else running)
