"""A place in the running period: "the end of the month", "later in the year", "year-end", "for the year".

The period is the one that runs: the article's in a report, the one last told in a narrative. A bare "the year" or "the
week" counts only where a preposition asks for a time ("for the year", "during the week"). Companies' reports speak of
"the quarter" and "the year-ago quarter" about the quarter they report on; elsewhere "the same period last year" is the
year before.

Watch out for "the year 2000" (spotters/years.py), "the year ended Sept. 30" and "man of the year 1938".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Meaning, Origin, Shift, Span, Unit
from timeline.extraction.spotters import words

CUES = frozenset("week month year quarter day decade century period".split())

_MODS = {
    "end": "END", "close": "END", "later": "END", "late": "END", "latter part": "END", "beginning": "START",
    "start": "START", "earlier": "START", "early": "START", "middle": "MID", "rest": None, "remainder": None,
}  # fmt: skip
_UNIT = "day|week|month|year|decade|century"
_YEAR_BACK = (
    r"(?: (?:of )?(?:last year|the (?:previous|prior|preceding) year)| in the (?:previous|prior) year"
    r"| (?:a|one) year (?:ago|earlier|before|previously))"
)
_AGO = (
    rf"the (?:same|corresponding|comparable|equivalent) (?:period|quarter|three months){_YEAR_BACK}"
    r"|the (?:year-ago|year-earlier|corresponding) (?:period|(?:third )?quarter)|year-ago period"
    r"|year-(?:ago|earlier)(?= [a-z])"
)
_PLACE = words.compiled(rf"""
    \b(?:(?:the )?(?:very )?(?P<place>{words.any_of(_MODS)}) of the (?P<unit>{_UNIT}|quarter)
    |(?P<in>later|earlier|late|early) in the (?P<in_unit>{_UNIT})
    |(?P<year_end>(?:the )?(?:year-end|year's end|year end))
    |(?P<ago>{_AGO})
    |(?P<ended>the (?:fiscal )?year)(?= (?:that )?(?:ended|ending)\b)
    |(?P<quarter>(?:the|the latest|its) quarter\b(?! of))
    |(?:(?<=\bfor\s)the (?:fiscal )?(?P<for>week|month|year)|(?<=\bduring\s)the (?P<during>day|week|month|year)
    |(?<=\bof\s)the (?P<of>year))
    (?! (?:ended|ending|of|to|that|when|before|after|\d)))\b(?!-)
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Places within the period that runs."""
    for match in _PLACE.finditer(line.low):
        meaning, rule = _meaning(match)
        mod = "END" if match["year_end"] else _MODS.get(match["place"] or match["in"] or "")
        yield Candidate(match.start(), match.end(), meaning, rule, mod=mod)


def _meaning(match: re.Match[str]) -> tuple[Meaning, str]:
    if match["ago"]:
        return Shift(-4, Unit.QUARTER, Origin.TOLD), "quarter-a-year-ago"
    if match["ended"]:
        return Span(1, Unit.YEAR), "duration"
    if match["quarter"]:
        return Shift(0, Unit.QUARTER, Origin.TOLD), "quarter-reported-on"
    word = match["unit"] or match["in_unit"] or match["for"] or match["during"] or match["of"] or "year"
    return Shift(0, words.unit_of(word), Origin.SPEECH), f"running-{word}"
