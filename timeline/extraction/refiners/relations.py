"""Words that open an interval before a date: "since Saturday", "until May", "before 2014", "after 1967", "by Monday".

The word stays outside the mention, which keeps its plain TIMEX3 value; only its EventDate is opened or bounded.

Watch out for "after Friday's raid" and "before the 1967 war", where the date is the raid's and the war's own, for "two
days before Friday", and for "before dawn on Tuesday", which is on Tuesday. Of "after midnight on Tuesday" and "by noon
on Friday" the day is known, not the minute.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, Every, Span, Vague
from timeline.extraction.spotters import words

_RELATION = words.compiled(
    r"\b(?P<word>since|until|till|before|prior to|after|by)(?: (?:at|in|on|about|around|at least))?(?P<the> the)? \Z"
)
LOOK_BACK = 22
"""Characters before a date in which its relation stands."""

_SIDES = frozenset({"before", "after", "by"})
_SAME = {"till": "until", "prior to": "before"}
_OWNS = words.compiled(r"'s\b")


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates with the relation named before them."""
    counted = {one.end for one in candidates if isinstance(one.meaning, Span)}
    return [_related(one, line, counted) for one in candidates]


def _related(one: Candidate, line: Line, counted: set[int]) -> Candidate:
    if isinstance(one.meaning, Span | Every | Vague) or one.pair is not None or _OWNS.match(line.low, one.end):
        return one
    begin = max(0, one.start - LOOK_BACK)
    match = _RELATION.search(line.low[begin : one.start])
    if match is None or match["the"] and isinstance(one.meaning, Calendar):
        return one
    word = _SAME.get(match["word"], match["word"])
    if word in _SIDES and (one.part and word != "by" or begin + match.start() - 1 in counted):
        return one
    return replace(one, relation=word)
