"""Parts of a day: "tonight", "last night", "this morning", "that afternoon", "overnight", "the night before".

A part beside its day ("the morning of 31 January") is joined to it by refiners/joined_days.py.

Watch out for "good morning" and "the evening news": a bare part counts only after a preposition, and then belongs to
the day last told (refiners/bare_parts.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Clock, Origin, Shift, Unit
from timeline.extraction.spotters import words

CUES = frozenset({*words.PARTS_OF_DAY, "tonight"})

_FROM_SPEECH = {"last": -1, "this": 0}
_FROM_TOLD = {
    "that": 0, "that same": 0, "the same": 0, "the very next": 1, "the next": 1, "next": 1, "the following": 1,
    "the previous": -1, "the preceding": -1,
}  # fmt: skip
_SIDES = {"before": -1, "earlier": -1, "after": 1}
_MODS = {"early": "START", "late": "END"}
_PART = words.compiled(rf"""
    \b(?:(?P<tonight>tonight)
    |(?P<which>{words.any_of(_FROM_SPEECH, _FROM_TOLD)}) (?:(?P<mod>early|late) )?(?P<part>{words.PART})
    |the (?P<whole>{words.PART}) (?P<side>before|after|earlier)\b(?! last\b)
    |(?:(?:the )?(?:(?:wee|small|pre-dawn|predawn) hours of the )?(?:early |late )?|mid-)
    (?P<bare>{words.PART})(?: hours\b)?)
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Parts of day, with the word that says whose where there is one."""
    for match in _PART.finditer(line.low):
        if match["tonight"]:
            yield _shifted(match, 0, Origin.SPEECH, "night", "tonight")
        elif match["side"]:
            yield _shifted(match, _SIDES[match["side"]], Origin.TOLD, match["whole"], "part-of-day-of")
        elif match["which"] in _FROM_TOLD:
            yield _shifted(match, _FROM_TOLD[match["which"]], Origin.TOLD, match["part"], "part-of-day-of")
        elif match["which"]:
            yield _shifted(match, _FROM_SPEECH[match["which"]], Origin.SPEECH, match["part"], "part-of-day-of")
        else:
            part = words.PARTS_OF_DAY[match["bare"]]
            yield Candidate(match.start(), match.end(), Clock(), "part-of-day", part=part)


def _shifted(match: re.Match[str], days: int, origin: Origin, part: str, rule: str) -> Candidate:
    meaning = Shift(days, Unit.DAY, origin)
    mod = _MODS.get(match["mod"] or "")
    return Candidate(match.start(), match.end(), meaning, rule, part=words.PARTS_OF_DAY[part], mod=mod)
