"""Days of the week and the part of day after them: "Wednesday", "last Friday", "Thursday evening", "that Sunday".

Watch out for "Sun Microsystems" and "Sat" (short names count only beside a date, spotters/absolute.py), "Black Sunday"
and "the Sunday Times" as names (refiners/names.py), and for plural weekdays, which are sets (spotters/sets.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Origin, Weekday
from timeline.extraction.spotters import words

CUES = words.LONG_WEEKDAYS

_FROM_SPEECH = {"last": -1, "this past": -1, "this": 0, "next": 1, "this coming": 1, "the coming": 1}
_FROM_TOLD = {"the following": 1, "the next": 1, "the previous": -1, "the preceding": -1, "that": 0, "the same": 0}
_WEEKDAY = words.compiled(rf"""
    \b(?:(?P<which>{words.any_of(_FROM_SPEECH, _FROM_TOLD)}) )?(?P<day>{words.WEEKDAY})
    (?:(?:'s)?,? (?:in the )?(?:(?P<mod>early|late) )?(?P<part>{words.PART}))?
""")
_MODS = {"early": "START", "late": "END"}


def spot(line: Line) -> Iterator[Candidate]:
    """A weekday with its part of day, if one follows."""
    for match in _WEEKDAY.finditer(line.low):
        which = match["which"] or ""
        told = which in _FROM_TOLD
        meaning = Weekday(
            words.WEEKDAYS[match["day"]],
            which=_FROM_TOLD[which] if told else _FROM_SPEECH.get(which),
            origin=Origin.TOLD if told else Origin.SPEECH,
        )
        part, mod = words.PARTS_OF_DAY.get(match["part"] or ""), _MODS.get(match["mod"] or "")
        yield Candidate(match.start(), match.end(), meaning, "weekday", part=part, mod=mod)
