"""Days named from the moment of speaking, and vague words: "today", "the day before yesterday", "now", "recently".

Vague words keep TIMEX3's PRESENT_REF, PAST_REF and FUTURE_REF and never become a date.

Watch out for "today" in a narrative, where it means "nowadays", and for "the people of tomorrow", which names no day.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Origin, Shift, Unit, Vague
from timeline.extraction.spotters import words

CUES = frozenset(
    (
        "today yesterday tomorrow now currently nowadays days presently modern recently recent past lately future"
        " coming near"
    ).split()
)

_DAYS = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2}
_DAY = words.compiled(rf"""
    \b(?:(?<!\bof\s)|(?<=\bas\sof\s))(?P<day>{words.any_of(_DAYS)})\b
    (?:(?:'s)? (?P<part>morning|afternoon|evening|night)\b)?
""")
_VAGUE = words.compiled(rf"""
    \b(?:(?P<PRESENT_REF>now|currently|nowadays|these days|presently|modern day)
    |(?P<PAST_REF>recently(?! as\b)|lately|(?<=in\s)the past(?! (?:[a-z]+ )?(?:[a-z]+[- ])?{words.UNIT}))
    |(?P<FUTURE_REF>(?<=in\s)the (?:near |foreseeable )?future|the near (?:term|future)))\b
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Words whose only meaning is their distance from now."""
    for match in _DAY.finditer(line.low):
        name, part = match["day"], words.PARTS_OF_DAY.get(match["part"] or "")
        meaning = Shift(_DAYS[name], Unit.DAY, Origin.SPEECH)
        yield Candidate(match.start(), match.end(), meaning, name.replace(" ", "-"), part=part)
    for match in _VAGUE.finditer(line.low):
        yield Candidate(match.start(), match.end(), Vague(str(match.lastgroup)), "vague")
