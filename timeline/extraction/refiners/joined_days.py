"""A time or part of day joins the day beside it: "6:29 a.m. on Saturday", "the night of 26 May", "3 May at noon"."""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, Clock, Shift, Unit, Weekday
from timeline.extraction.spotters import words

LONGEST_GAP = 14
"""Characters between a time and its day: " at about the "."""

_TO_DAY = words.compiled(r",? ?\Z|,? (?:(?:on|of|in|into)(?: the)?) \Z")
_A_WEEKDAY = words.compiled(r", (?:a )?\Z| ?\(\Z")
_IN_BRACKETS = words.compiled(r" ?\(\Z")
_TO_TIME = words.compiled(r",? ?\Z|,? (?:at|around|about|at about|at around|in) (?:the )?\Z")


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Times and days that stand together, as one candidate."""
    joined: list[Candidate] = []
    for one in candidates:
        if joined and (whole := _together(joined[-1], one, line)):
            joined[-1] = whole
        else:
            joined.append(one)
    return joined


def _together(one: Candidate, following: Candidate, line: Line) -> Candidate | None:
    if following.start - one.end > LONGEST_GAP:
        return None
    gap = line.low[one.end : following.start]
    if isinstance(one.meaning, Weekday) and isinstance(following.meaning, Calendar) and _IN_BRACKETS.match(gap):
        return _weekday_then_date(one, following, line)
    if isinstance(one.meaning, Clock) and is_day(following):
        return _time_then_day(one, following, gap)
    if is_day(one) and not one.part:
        return _day_then_more(one, following, gap)
    if one.clock and isinstance(following.meaning, Shift) and following.part and len(gap) <= 2:
        return replace(following, start=one.start, clock=one.clock)  # "at 9 p.m. last night"
    return None


def _time_then_day(one: Candidate, day: Candidate, gap: str) -> Candidate | None:
    """ "noon on Friday", "overnight into Sunday", "the night to Sunday"."""
    into = one.part == "NI" and gap in (" into ", " to ")
    if not into and not _TO_DAY.match(gap):
        return None
    rule = "overnight-into" if into else day.rule
    return replace(day, start=one.start, part=one.part or day.part, clock=one.clock, mod=one.mod, rule=rule)


def _weekday_then_date(weekday: Candidate, day: Candidate, line: Line) -> Candidate | None:
    """ "Sunday (March 24)": the date wins over the weekday and tells the mention; its part of day stays."""
    assert isinstance(weekday.meaning, Weekday) and isinstance(day.meaning, Calendar)
    if day.meaning.day is None:
        return None
    meaning = replace(day.meaning, weekday=weekday.meaning.day)
    end = day.end + line.low.startswith(")", day.end)
    return replace(day, start=weekday.start, end=end, meaning=meaning, part=weekday.part or day.part)


def _day_then_more(one: Candidate, following: Candidate, gap: str) -> Candidate | None:
    """ "3 May at noon"; "Nov. 24, a Friday", where the date wins over the weekday."""
    if isinstance(following.meaning, Clock) and _TO_TIME.match(gap):
        return replace(one, end=following.end, part=following.part, clock=following.clock)
    if isinstance(one.meaning, Calendar) and isinstance(following.meaning, Weekday) and _A_WEEKDAY.match(gap):
        meaning = replace(one.meaning, weekday=following.meaning.day)
        return replace(one, end=following.end, part=following.part, meaning=meaning)
    return None


def is_day(one: Candidate) -> bool:
    """Whether the candidate names a day, by date, weekday or distance."""
    match one.meaning:
        case Weekday():
            return True
        case Calendar(day=day):
            return day is not None
        case Shift(unit=unit):
            return unit is Unit.DAY
    return False
