"""Durations in several units are one: "two hours and 15 minutes", "1 hour 59 minutes 40 seconds", "a year, two months".

Watch out for lists of two durations ("two years or six months", "from two hours to 15 minutes"), which stay two.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Span, Unit
from timeline.extraction.spotters import words

_FINER = {
    Unit.YEAR: (Unit.MONTH, Unit.WEEK, Unit.DAY),
    Unit.MONTH: (Unit.WEEK, Unit.DAY),
    Unit.WEEK: (Unit.DAY,),
    Unit.DAY: (Unit.HOUR, Unit.MINUTE),
    Unit.HOUR: (Unit.MINUTE, Unit.SECOND),
    Unit.MINUTE: (Unit.SECOND,),
}
_GAP = words.compiled(r"(?:,? and |, | )\Z")


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates with durations that go on in a finer unit as one."""
    refined: list[Candidate] = []
    for one in candidates:
        if refined and _goes_on(refined[-1], one, line):
            refined[-1] = _together(refined[-1], one)
        else:
            refined.append(one)
    return refined


def _goes_on(one: Candidate, finer: Candidate, line: Line) -> bool:
    first, last = one.meaning, finer.meaning
    if not isinstance(first, Span) or not isinstance(last, Span) or finer.mod or not first.amount or not last.amount:
        return False
    unit = first.then[-1][1] if first.then else first.unit
    return last.unit in _FINER.get(unit, ()) and bool(_GAP.match(line.low[one.end : finer.start]))


def _together(one: Candidate, finer: Candidate) -> Candidate:
    first, last = one.meaning, finer.meaning
    assert isinstance(first, Span) and isinstance(last, Span) and last.amount
    return replace(one, end=finer.end, meaning=replace(first, then=(*first.then, (last.amount, last.unit))))
