"""Is it part of a name? "Black Sunday", "Good Friday Agreement", "the Sunday Times", "USA Today" name no time."""

from __future__ import annotations

import re

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Every, Weekday
from timeline.extraction.spotters import words

_BROADCASTER = re.compile(r"\b[A-Z]{2,5} Today\Z")
_OPERATION = words.compiled(r"\boperation (?:\w )?\Z")
_NAMED_DAY = words.compiled(
    rf"\b{words.one_of('black bloody good ash super easter palm holy red white ruby cyber giving fat')} \Z"
)
_TITLES = "times telegraph mirror mail express star news post herald people agreement prayers accord accords movement"
_AFTER_DAY = words.compiled(rf" {words.one_of(_TITLES)}\b")
_AFTER_DAILY = words.compiled(
    rf" {words.one_of('telegraph mirror mail express star news post herald beast times sabah record show')}\b"
)


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Drop time words inside names."""
    return [one for one in candidates if not _in_name(one, line)]


def _in_name(one: Candidate, line: Line) -> bool:
    if _OPERATION.search(line.low[max(0, one.start - 12) : one.start]):
        return True
    if line.text.endswith("of the Year", 0, one.end):
        return True  # "Person of the Year"
    if one.rule == "today" and _BROADCASTER.search(line.text, max(0, one.start - 8), one.end):
        return True
    match one.meaning:
        case Weekday():
            named = _NAMED_DAY.search(line.low[max(0, one.start - 10) : one.start])
            return bool(named) or _goes_on_as_title(one, line, _AFTER_DAY)
        case Every():
            return _goes_on_as_title(one, line, _AFTER_DAILY)
    return False


def _goes_on_as_title(one: Candidate, line: Line, pattern: re.Pattern[str]) -> bool:
    following = line.text[one.end : one.end + 2]
    return following[:1] == " " and following[1:].isupper() and bool(pattern.match(line.low, one.end))
