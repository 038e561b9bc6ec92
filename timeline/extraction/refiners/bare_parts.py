"""Does a bare part of day point to one? "in the evening" and "at dawn" do, "good morning", "evening news" do not.

Runs after refiners/joined_days.py, so what is left stands alone. It counts only after a preposition that asks for a
time, or as "overnight", and belongs to the day last told.
"""

from __future__ import annotations

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Clock
from timeline.extraction.spotters import words

_INTRODUCES = words.compiled(
    rf"\b{words.one_of('in during by at until since before that through throughout of on late_in early_in')} \Z"
)
_OTHERS = (
    "after of when before vision raid raids attack attacks fighter bomber fighting prayers news star shift club life"
)
_GOES_ON = words.compiled(rf" {words.one_of(_OTHERS)}\b")
_CLAUSE = words.compiled(rf" {words.one_of('that he she they it we i you his her their the')}\b")
"""What makes "the night" a clause's own: "no memory of the night Kennedy was shot"."""


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Drop bare parts of day that point nowhere."""
    return [one for one in candidates if not _points_nowhere(one, line)]


def _points_nowhere(one: Candidate, line: Line) -> bool:
    if not isinstance(one.meaning, Clock) or one.rule != "part-of-day" or line.low.startswith("overnight", one.start):
        return False
    if line.low.endswith(" of ", 0, one.start) and (_CLAUSE.match(line.low, one.end) or _is_name(line, one.end + 1)):
        return True
    return bool(_GOES_ON.match(line.low, one.end)) or not _INTRODUCES.search(
        line.low[max(0, one.start - 12) : one.start]
    )


def _is_name(line: Line, at: int) -> bool:
    return line.text[at : at + 1].isupper()
