"""When a war or truce began, as a text tells it, and what is counted from there: "three weeks into the war".

A start is a day beside a verb of beginning and the name of what began: "the war, which began on 7 October 2023",
"On Nov. 24 a truce took effect". Of several the one told last counts, before any is told the first full date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from timeline.dates.notation import to_notation
from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.calendar_units import Stretch
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, DayOf, Origin, Shift, Span, Unit
from timeline.extraction.mentions import Mention
from timeline.extraction.readings import Reading
from timeline.extraction.shift_reading import shifted
from timeline.extraction.spotters import words
from timeline.extraction.told_dates import Told
from timeline.extraction.trace import TrailStep

NAMES = {
    name: key
    for key, names in {
        "war": "war conflict fighting hostilities",
        "truce": "truce ceasefire cease-fire armistice pause",
        "siege": "siege blockade encirclement",
        "offensive": "offensive operation campaign assault bombardment",
        "invasion": "invasion occupation",
        "uprising": "uprising revolt rebellion insurrection protests",
        "strike": "strike walkout",
    }.items()
    for name in names.split()
}
"""What days are counted from, by its names: "the conflict" and "the war" are one."""

CAME_FROM = "the start told"
LONGEST = 96
"""Characters beside a date in which what began is told."""

_NAME = words.any_of(NAMES)
_BEGAN = words.one_of(
    "began begun started broke_out erupted took_effect came_into_force came_into_effect was_launched was_declared"
)
_CUES = frozenset("began begun started broke erupted took came launched declared".split())
_BEFORE = words.compiled(rf"\b(?P<name>{_NAME})\b[^.;:]{{0,48}}\b{_BEGAN}\b[^.;:,]{{0,20}}\Z")
_AFTER = words.compiled(rf",? (?:when |on which |the day )?(?:the |a )(?:[a-z-]+ ){{0,3}}(?P<name>{_NAME}) {_BEGAN}\b")
_INTO = words.compiled(rf" into (?:the|this|its) (?:[a-z]+ )?(?P<name>{_NAME})\b")
_COUNTED = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})


def name_begun(one: Candidate, line: Line) -> str | None:
    """What began on the candidate's day, by the key of its name; None when nothing did."""
    if _CUES.isdisjoint(line.words):
        return None
    match = _BEFORE.search(line.low[max(0, one.start - LONGEST) : one.start])
    match = match or _AFTER.match(line.low[one.end : one.end + LONGEST])
    return NAMES[match["name"]] if match else None


def full_starts(found: Iterable[tuple[Line, Iterable[Candidate]]]) -> dict[str, Told]:
    """The first start of each name that is told with its year, for what is counted before it is told."""
    starts: dict[str, Told] = {}
    for line, candidates in found:
        for one in () if _CUES.isdisjoint(line.words) else candidates:
            day = _full_day(one)
            name = name_begun(one, line) if day else None
            if day and name:
                said = line.text[one.start : one.end]
                starts.setdefault(name, Told(Stretch(Unit.DAY, day), said, line.sentence.index, True))
    return starts


def _full_day(one: Candidate) -> date | None:
    meaning = one.meaning
    if not isinstance(meaning, Calendar) or not isinstance(meaning.year, int) or not meaning.month or not meaning.day:
        return None
    try:
        return date(meaning.year, meaning.month, meaning.day)
    except ValueError:
        return None


def read_day_of(one: Candidate, _line: Line, anchors: Anchors) -> Reading:
    """ "Day 12 of the war": its first day is day 1."""
    meaning = one.meaning
    assert isinstance(meaning, DayOf)
    start = anchors.starts.get(meaning.name)
    if start is None:
        return Reading(rule=one.rule, reason="the text does not tell when it began")
    day = shifted(start.stretch.first, Shift(meaning.number - 1, Unit.DAY, Origin.TOLD), to_the_day=True)
    return Reading(day, rule=one.rule, anchor=Anchor.at(start, CAME_FROM))


def with_dates_into(
    mentions: list[Mention], candidates: Sequence[Candidate], line: Line, anchors: Anchors
) -> list[Mention]:
    """ "Three weeks into the war": the duration dated from the start told, about."""
    if "into" in line.words:
        for index, one in enumerate(candidates):
            match = _INTO.match(line.low, one.end)
            start = anchors.starts.get(NAMES[match["name"]]) if match else None
            if match and start:
                mentions[index] = _counted_into(mentions[index], one, start, line.text[one.start : match.end()])
    return mentions


def _counted_into(mention: Mention, one: Candidate, start: Told, said: str) -> Mention:
    meaning = one.meaning
    if not isinstance(meaning, Span) or not meaning.amount or meaning.unit not in _COUNTED:
        return mention
    reached = shifted(start.stretch.first, Shift(meaning.amount, meaning.unit, Origin.TOLD), to_the_day=True)
    if reached is None:
        return mention
    dated = reached.event_date("APPROX")
    anchor = Anchor.at(start, CAME_FROM)
    step = TrailStep(said, "counted-from-its-start", start.stretch.value, anchor.came_from, to_notation(dated))
    return replace(mention, date=dated, trail=(step,))
