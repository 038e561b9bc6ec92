"""Feasts: "Christmas 1963", "New Year's Eve", "Orthodox Christmas", "the eve of Yom Kippur", "Ramadan", "Eid al-Fitr".

When they fall is for feasts.py to say; here they are only seen, with a year if one follows.

Watch out for "Christmas Island", "a Christmas tree", "White Christmas", "the Easter Rising" and "the Good Friday
Agreement", which are things and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.feasts import FEASTS, SPELLINGS
from timeline.extraction.meanings import FeastOf
from timeline.extraction.spotters import words

_NAMES = (*FEASTS, *SPELLINGS)
CUES = frozenset(re.split(r"[^a-z]", name)[0] for name in _NAMES)
_THINGS = (
    "tree trees island islands card cards gift gifts carol carols shopping season party dinner meal rising offensive"
    " egg eggs agreement accord accords market truce"
)
_FEAST = words.compiled(rf"""
    (?<!white\s)\b(?P<eve>(?:the )?eve of )?(?P<name>{words.any_of(_NAMES)})\b(?P<after> eve\b)?(?!-[a-z])
    (?! {words.one_of(_THINGS)}\b)(?:,?(?: of| in)? (?P<year>{words.YEAR}))?
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Feasts and their eves."""
    for match in _FEAST.finditer(line.low):
        if not line.text[match.start("name")].isupper():
            continue
        year = int(match["year"]) if match["year"] else None
        meaning = FeastOf(match["name"], year, eve=bool(match["eve"] or match["after"]))
        yield Candidate(match.start(), match.end(), meaning, "feast")
