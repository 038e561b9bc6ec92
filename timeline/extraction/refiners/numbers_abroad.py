"""Numbers among Arabic or Hebrew words: there the language’s own spotter says which are years.

English spotters see figures in any text; what they take for a year is dropped where the nearest letter
before it, or else after it, is of another script ("القرار 1701", "1500 שקל").
"""

from __future__ import annotations

import re

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.scripts import SCRIPTS

LOOK_AROUND = 24
"""Characters before and after a number in which the nearest letter is looked for."""

_LAST_LETTER = re.compile(r"([^\W\d_])[\W\d_]*\Z")
_FIRST_LETTER = re.compile(r"[\W\d_]*([^\W\d_])")


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates without the bare numbers that stand among words of another script."""
    if SCRIPTS.isdisjoint(line.words):
        return candidates
    return [one for one in candidates if not (_is_bare(one) and _stands_abroad(one, line))]


def _is_bare(one: Candidate) -> bool:
    return isinstance(one.meaning, Calendar) and one.meaning.plain_number


def _stands_abroad(one: Candidate, line: Line) -> bool:
    before = _LAST_LETTER.search(line.low[max(0, one.start - LOOK_AROUND) : one.start])
    nearest = before or _FIRST_LETTER.match(line.low, one.end, one.end + LOOK_AROUND)
    return nearest is not None and "\u0590" <= nearest[1] <= "\u06ff"
