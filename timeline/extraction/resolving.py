"""A candidate and what it counts from -> a mention: TIMEX3 value, EventDate, and the trail that explains both.

Where the engine is unsure the mention has no date and its trail says why; nothing is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.before_christ import is_before_christ
from timeline.extraction.beginnings import read_day_of
from timeline.extraction.calendar_reading import (
    read_calendar,
    read_century,
    read_decade,
    read_first_of,
    read_part_of_month,
    read_part_of_year,
    read_season,
)
from timeline.extraction.calendar_units import Stretch
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.event_dates import BOUNDING, bounded, plain_date_of
from timeline.extraction.feast_reading import read_feast
from timeline.extraction.meanings import (
    Anniversary,
    Calendar,
    Century,
    Clock,
    DayOf,
    Decade,
    Every,
    FeastOf,
    FirstOf,
    PartOfMonth,
    PartOfYear,
    SeasonOf,
    Shift,
    Span,
    Vague,
    Weekday,
)
from timeline.extraction.mentions import Mention, TimexType
from timeline.extraction.readings import BEFORE_CALENDAR, Reading
from timeline.extraction.relative_reading import read_anniversary, read_clock, read_weekday
from timeline.extraction.shift_reading import read_shift
from timeline.extraction.timex_periods import compound_value, period_value
from timeline.extraction.trace import Trail, TrailStep

_notation = lru_cache(maxsize=8192)(to_notation)

OUTSIDE = "outside the calendar"
NO_DATE, ASKS = "no-date", "article-day-unknown"
"""The rules of a trail that ends without a date: there is none in the words, or the article's day is asked for."""

ASKS_FOR_DAY = "the article’s day is asked for"
"""What a trail says when a relative date has nothing to count from."""

UNKNOWN_DAY = "XXXX-XX-XX"


def resolve(one: Candidate, line: Line, anchors: Anchors) -> tuple[Mention, Stretch | None]:
    """The candidate as a mention of the article, and the stretch of the calendar it names, if it names one."""
    reading = READERS[type(one.meaning)](one, line, anchors)
    said, offset = line.text[one.start : one.end], line.sentence.start
    plain = plain_date_of(one, reading)
    carried = reading.stretch if reading.stretch and is_before_christ(reading.stretch.first.year) else None
    if plain is None and reading.stretch is not None:
        reason = BEFORE_CALENDAR if carried else OUTSIDE
        reading = replace(reading, stretch=None, value=reading.stretch.value, reason=reason)
    dated = bounded(plain, one.relation) if plain else None
    mention = Mention(
        start=offset + one.start,
        end=offset + one.end,
        text=said,
        sentence=line.sentence.index,
        type=_type(one),
        value=_value(one, reading),
        mod=one.mod,
        date=dated,
        trail=_trail(one, said, reading, plain, dated),
        nested=one.nested,
    )
    return mention, carried or reading.stretch


def _read_timeless(one: Candidate, _line: Line, _anchors: Anchors) -> Reading:
    """What has a TIMEX3 value and no date: durations, sets, vague words."""
    match one.meaning:
        case Span(amount=amount, unit=unit, then=then) if then and amount:
            return Reading(value=compound_value([(amount, unit), *then]), reason="a duration, not a date")
        case Span(amount=amount, unit=unit):
            return Reading(value=period_value(amount, unit), reason="a duration, not a date")
        case Every(value=value):
            return Reading(value=value, reason="a set of times, not one date")
        case Vague(value=value):
            return Reading(value=value, reason="a vague word, not a date")
    raise AssertionError(one.meaning)


READERS: dict[type, Callable[[Candidate, Line, Anchors], Reading]] = {
    Calendar: read_calendar,
    PartOfMonth: read_part_of_month,
    FirstOf: read_first_of,
    SeasonOf: read_season,
    PartOfYear: read_part_of_year,
    Decade: read_decade,
    Century: read_century,
    FeastOf: read_feast,
    Weekday: read_weekday,
    Shift: read_shift,
    Clock: read_clock,
    Anniversary: read_anniversary,
    DayOf: read_day_of,
    Span: _read_timeless,
    Every: _read_timeless,
    Vague: _read_timeless,
}
"""Who reads which meaning."""


def _type(one: Candidate) -> TimexType:
    match one.meaning:
        case Span() | PartOfMonth() | FirstOf():
            return TimexType.DURATION
        case Every():
            return TimexType.SET
    return TimexType.TIME if one.clock or one.part else TimexType.DATE


def _value(one: Candidate, reading: Reading) -> str:
    value = reading.value or (reading.stretch.value if reading.stretch else UNKNOWN_DAY)
    if one.clock:
        return f"{value}T{one.clock}"
    return f"{value}T{one.part}" if one.part else value


def _trail(one: Candidate, said: str, reading: Reading, plain: EventDate | None, dated: EventDate | None) -> Trail:
    """How the words became the date, or why they did not."""
    step = TrailStep(
        words=said,
        rule=reading.rule or one.rule,
        anchor=_anchor_notation(reading.anchor) if reading.anchor else None,
        anchor_from=reading.anchor.came_from if reading.anchor else None,
        value=_notation(plain) if plain else "",
    )
    if dated is None:
        why = (
            TrailStep(said, NO_DATE, None, reading.reason)
            if reading.reason
            else TrailStep(said, ASKS, None, ASKS_FOR_DAY)
        )
        return (step, why)
    if one.relation in BOUNDING:
        is_limit = one.clock is not None and one.relation in ("before", "after")
        rule = "clock-as-limit" if is_limit else f"{one.relation}-bounds"
        return (step, TrailStep(f"{one.relation} {said}", rule, value=_notation(dated)))
    return (step,)


def _anchor_notation(anchor: Anchor) -> str | None:
    """The anchor as a date; None before Christ, where only its words tell it."""
    return None if is_before_christ(anchor.stretch.first.year) else _notation(anchor.stretch.event_date())
