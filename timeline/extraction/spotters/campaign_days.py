"""Days counted from the start of what lasts: "day 12 of the war", "the 12th day of the war", "the truce's third day".

They become dates only in a text that tells when it began (beginnings.py); elsewhere they are left out.

Watch out for "D-Day" and "the last day of the war", which count from no start.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.beginnings import NAMES
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import DayOf
from timeline.extraction.spotters import words

CUES = frozenset({"day"})

_NAME = words.any_of(NAMES)
_DAY = words.compiled(rf"""
    \b(?:day (?P<number>\d{{1,4}}|{words.any_of(words.CARDINALS)})(?: of| in)? (?:the |its |this )(?:[a-z]+ )?
    |(?:the )?(?P<ordinal>{words.ORDINAL}) day of (?:the |this )?(?:[a-z]+ )?)(?P<name>{_NAME})\b
    |\bthe (?P<owner>{_NAME})'s (?P<owned>{words.ORDINAL}) day\b
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Days with their number."""
    for match in _DAY.finditer(line.low):
        number = match["ordinal"] or match["owned"]
        count = words.number_of(number) if number else int(words.count_of(match["number"]) or 1)
        meaning = DayOf(count, NAMES[match["name"] or match["owner"]])
        yield Candidate(match.start(), match.end(), meaning, "day-since-it-began")
