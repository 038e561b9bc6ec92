"""Parts of months and years, weeks of days.

"The first week of October", "the last days of July", "the first ten months of 1915"; "the week of March 6".

TIMEX3 counts the parts as durations, with the month or year nested inside; their EventDate is those days.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, FirstOf, PartOfMonth
from timeline.extraction.spotters import words

LOOK_BACK = 32
"""Characters before a month in which its part is named."""

_NUMBERS = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1, "closing": -1,
}  # fmt: skip
_PART = words.compiled(
    rf"\b(?:the )?(?:very )?(?P<which>{words.any_of(_NUMBERS)}) (?:few )?(?P<unit>week|weekend|half|days) (?:of|in) \Z"
)
_WEEK = words.compiled(r"\b(?:the )?week (?:of|beginning|starting|commencing|that began)(?: on)? \Z")
_FIRST = words.compiled(rf"""
    \b(?:the )?(?P<which>first|opening|last|final|closing) (?P<count>\d{{1,2}}|{words.any_of(words.CARDINALS)})
    (?: full)? (?P<unit>days|weeks|months) of \Z
""")


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates with the part of a month before each month taken in, the month nested in it."""
    refined: list[Candidate] = []
    for one in candidates:
        one = _whole_week(one, line)
        part = _part(one, line)
        if part is None:
            refined.append(one)
            continue
        while refined and refined[-1].end > part.start:
            refined.pop()  # the duration that "the last week" was taken for
        refined += [part, replace(one, nested=True)]
    return refined


def _whole_week(one: Candidate, line: Line) -> Candidate:
    """ "The week of March 6": the week that holds the day."""
    if not isinstance(one.meaning, Calendar) or one.meaning.day is None:
        return one
    begin = max(0, one.start - LOOK_BACK)
    match = _WEEK.search(line.low[begin : one.start])
    if match is None:
        return one
    meaning = replace(one.meaning, whole_week=True)
    return replace(one, start=begin + match.start(), meaning=meaning, rule="week-of-day")


def _part(one: Candidate, line: Line) -> Candidate | None:
    if not isinstance(one.meaning, Calendar) or one.meaning.day is not None:
        return None
    begin = max(0, one.start - LOOK_BACK)
    before = line.low[begin : one.start]
    if first := _FIRST.search(before):
        return replace(one, start=begin + first.start(), meaning=_first_of(first, one.meaning), rule="first-of-period")
    match = _PART.search(before) if one.meaning.month else None
    if match is None:
        return None
    meaning = PartOfMonth(_NUMBERS[match["which"]], match["unit"], one.meaning)
    return replace(one, start=begin + match.start(), meaning=meaning, rule="part-of-month")


def _first_of(match: re.Match[str], of: Calendar) -> FirstOf:
    amount, unit = int(words.count_of(match["count"]) or 1), words.unit_of(match["unit"])
    return FirstOf(amount, unit, of, last=_NUMBERS[match["which"]] < 0)
