"""What lies in "the past 24 hours", "the last two weeks": a duration that ends on the day it is told.

It keeps its TIMEX3 value; its EventDate runs from so long before the day of speaking up to that day.
Longer than a year it bounds too little to date anything by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.calendar_units import add_days
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Span, Unit
from timeline.extraction.mentions import Mention
from timeline.extraction.spotters import words
from timeline.extraction.trace import TrailStep

_DAYS_IN = {Unit.HOUR: 1 / 24, Unit.NIGHT: 1, Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30.5}
LONGEST = 366
"""Days of the longest span that dates what happened in it."""

_INTRODUCES = words.compiled(r"\b(?:in|over|during|within|for) \Z")
_PAST = words.compiled(r"(?:the|these) (?:past|last|previous|preceding)\b")
LOOK_BACK = 10


def with_spans_until_now(
    mentions: list[Mention], candidates: Sequence[Candidate], line: Line, anchors: Anchors
) -> list[Mention]:
    """The mentions with their spans that end on the day of speaking dated."""
    if line.words.isdisjoint(("past", "last", "previous", "preceding")):
        return mentions
    for index, one in enumerate(candidates):
        anchor = anchors.speech() if mentions[index].date is None and _ends_now(one, line) else None
        if anchor is not None and anchor.stretch.unit is Unit.DAY:
            mentions[index] = _dated(mentions[index], one, anchor)
    return mentions


def _ends_now(one: Candidate, line: Line) -> bool:
    if not isinstance(one.meaning, Span) or not _PAST.match(line.low, one.start):
        return False
    return bool(_INTRODUCES.search(line.low[max(0, one.start - LOOK_BACK) : one.start]))


def _dated(mention: Mention, one: Candidate, anchor: Anchor) -> Mention:
    meaning = one.meaning
    assert isinstance(meaning, Span)
    begins = _begin(anchor.days[0], meaning)
    if begins is None:
        return mention
    dated = EventDate.one_of_days(begins, anchor.days[-1]).with_doubt(
        approximate=meaning.unit in (Unit.WEEK, Unit.MONTH), uncertain=len(anchor.days) > 1
    )
    rule = "span-until-then"
    step = TrailStep(mention.text, rule, to_notation(anchor.stretch.event_date()), anchor.came_from, to_notation(dated))
    return replace(mention, date=dated, trail=(step,))


def _begin(day: date, span: Span) -> date | None:
    """The first day of a span that ends on ``day``; None where it is untold or too long."""
    if not span.amount or span.unit not in _DAYS_IN:
        return None
    days = -(-span.amount * _DAYS_IN[span.unit] // 1)
    return add_days(day, -int(days)) if days <= LONGEST else None
