"""Words before a date that say where in it or how surely: "early 2024", "mid-March", "late on Monday", "around Nov. 1".

They become part of the mention and its TIMEX3 modifier: START, MID, END or APPROX.

Watch out for "later" and "earlier": they belong to the running period ("earlier this year"), not to a date that
follows ("two days later, May 5"); and for "beginning on 12 August", which is a verb.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, Century, Clock, Decade, PartOfYear, SeasonOf, Shift, Weekday
from timeline.extraction.refiners.joined_days import is_day
from timeline.extraction.spotters import words

LOOK_BACK = 32
"""Characters before a date in which its modifier stands."""

_STRETCH = "(?: part| days| months| weeks| hours)? of(?: the)?"
_MODIFIER = words.compiled(rf"""
    \b(?:(?P<START>(?:the )?early(?: in| on)?|(?P<dawn>(?:the )?(?:early|wee|small) hours of(?: the)?)
    |(?:the )?(?:very )?(?:beginning|start){_STRETCH})
    |(?P<MID>(?:the )?mid|the middle of(?: the)?)
    |(?P<END>(?:the )?late(?: in| on)?|(?P<dusk>(?:the )?(?:late|closing|final) hours of(?: the)?)
    |(?:the )?(?:very )?(?:end|close|latter part){_STRETCH})
    |(?P<APPROX>about|around|approximately|roughly|circa|c\.|ca\.|sometime(?: in| on| during)?|some time in))
    [- ]?(?:the )?\Z
""")
_OF_RUNNING = words.compiled(r"\b(?:(?P<START>earlier|early)|(?P<END>later|late)|(?P<APPROX>sometime))(?: on| in)? \Z")
_COMPARATIVE = ("earlier", "later")
_THE = words.compiled(r"\bthe \Z")
_PLACES = Calendar | SeasonOf | PartOfYear | Decade | Century | Weekday | Shift | Clock
_WITH_ARTICLE = SeasonOf | PartOfYear | Decade | Century


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates with their modifiers taken in."""
    refined: list[Candidate] = []
    for one in candidates:
        refined.append(_modified(one, line, refined[-1].end if refined else 0))
    return refined


def _modified(one: Candidate, line: Line, floor: int) -> Candidate:
    if not isinstance(one.meaning, _PLACES) or one.nested:
        return one
    begin = max(floor, one.start - LOOK_BACK)
    before = line.low[begin : one.start]
    running = _OF_RUNNING.search(before) if _is_running(one) else None
    match = running or _MODIFIER.search(before)
    if match and (match.lastgroup == "APPROX" or one.part is not None or not isinstance(one.meaning, Clock)):
        mod = one.mod or "APPROX" if match.lastgroup == "APPROX" else match.lastgroup
        one = one if running else _at_its_edge(one, match)
        comparative = running is not None and running.group().startswith(_COMPARATIVE)
        return replace(one, start=begin + match.start(), mod=mod, comparative=comparative)
    article = _THE.search(before) if isinstance(one.meaning, _WITH_ARTICLE) else None
    return replace(one, start=begin + article.start()) if article else one


def _at_its_edge(day: Candidate, match: re.Match[str]) -> Candidate:
    """ "The early hours of Tuesday" are in its morning, "the late hours" in its evening."""
    part = "MO" if match["dawn"] else "EV" if match["dusk"] else None
    return replace(day, part=part) if part and is_day(day) and not (day.part or day.clock) else day


def _is_running(one: Candidate) -> bool:
    """Whether "earlier" and "later" can place it: "this year", "that year", "this morning", "yesterday"."""
    return isinstance(one.meaning, Shift) and (one.meaning.amount == 0 or one.rule in ("part-of-day-of", "yesterday"))
