"""Reading shifts: "yesterday", "three weeks ago", "last year", "the next day", "two months later", "year-end"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.before_christ import figures
from timeline.extraction.calendar_units import Stretch, add_days, add_months, day_stretch, holding
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.directions import FUTURE, PAST, direction
from timeline.extraction.meanings import Origin, Shift, Unit
from timeline.extraction.readings import Reading, counted_from
from timeline.extraction.spotters import words

_OF_MONTHS = words.compiled(
    r"\b(?:six|nine|twelve|6|9|12)[- ]months?\b|\b(?:first|second) half\b|\bfor (?:all of )?(?:the|its) year\b"
)
_WITHIN_DAYS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.NIGHT})
_WEEKLY = frozenset({Unit.WEEK, Unit.WEEKEND})
_COARSE = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})
_ROUND = frozenset({Unit.DECADE, Unit.CENTURY})
_MONTHS_IN = {Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS_IN = {Unit.WEEK: 7, Unit.MONTH: 30}
_UNKNOWN = {Unit.YEAR: "", Unit.MONTH: "-XX", Unit.WEEK: "-WXX", Unit.WEEKEND: "-WXX-WE"}


def read_shift(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """So many units from the moment of speaking or from the last date told, at the unit's own granularity."""
    shift = one.meaning
    assert isinstance(shift, Shift)
    if shift.amount is None or shift.unit in _WITHIN_DAYS:
        return _untold(shift, one)
    if one.rule == "quarter-a-year-ago" and "period" in line.low[one.start : one.end] and not anchors.reports_quarters:
        shift = Shift(-1, Unit.YEAR, Origin.SPEECH)
    if _is_quarters_year(shift, one, line, anchors):
        shift = Shift(-4, Unit.QUARTER, Origin.TOLD)
    anchor = _anchor_of(shift, one, line, anchors)
    if anchor is None:
        return Reading(value="PRESENT_REF" if one.rule == "today" else _unknown(shift), rule=one.rule)
    if not _fine_enough(anchor, shift):
        coarse = "the date it counts from is not known to the day"
        return Reading(value=_unknown(shift, anchor), rule=one.rule, anchor=anchor, reason=coarse)
    if shift.unit is Unit.WEEKEND and shift.amount == 0:
        side = direction(line, one.start, one.end)
        return counted_from(anchor, lambda day: _weekend_near(day, side), one.rule)
    to_the_day = shift.origin is Origin.TOLD and one.rule.startswith("counted")
    if one.rule.startswith("counted") and shift.unit in _ROUND:
        return _round_years(shift, anchor, one)
    return counted_from(anchor, lambda day: shifted(day, shift, to_the_day=to_the_day), one.rule)


def _round_years(shift: Shift, anchor: Anchor, one: Candidate) -> Reading:
    """ "A decade ago" is about ten years ago, not the last decade of the calendar; "a century later" likewise."""
    years = round((shift.amount or 0) * _MONTHS_IN[shift.unit] / 12)
    reading = counted_from(anchor, lambda day: holding(day, Unit.YEAR).moved(years), one.rule)
    return replace(reading, approximate=True)


def _untold(shift: Shift, one: Candidate) -> Reading:
    back = shift.origin is Origin.SPEECH or (shift.amount or 0) < 0 or one.rule in ("untold-earlier", "untold-before")
    return Reading(value="PAST_REF" if back else "XXXX-XX-XX", reason="the words do not say which day")


def _is_quarters_year(shift: Shift, one: Candidate, line: Line, anchors: Anchors) -> bool:
    """Whether "a year earlier" compares with a quarter just reported, and so is a quarter; nine months are none."""
    year_back = shift.unit is Unit.YEAR and shift.amount == -1
    compares = year_back and one.rule in ("counted-ago", "counted-earlier") and anchors.reports_quarters
    return compares and not _OF_MONTHS.search(line.low, 0, one.start)


def _anchor_of(shift: Shift, one: Candidate, line: Line, anchors: Anchors) -> Anchor | None:
    if one.rule.startswith("running-"):
        return anchors.told() if anchors.narrative else anchors.publication()
    if shift.unit is Unit.QUARTER and shift.origin is Origin.TOLD:
        return anchors.quarter()
    if shift.origin is Origin.SPEECH:
        return anchors.speech()
    return _told(one, line, anchors)


def _told(one: Candidate, line: Line, anchors: Anchors) -> Anchor | None:
    """The date told last; for what is past in a report, the last that does not lie ahead."""
    anchor, day, past = anchors.told(), anchors.article_day.date, anchors.last_past
    if anchor is None or day is None or anchors.narrative or anchor.stretch.first <= day.latest or past is None:
        return anchor
    return Anchor.at(past) if direction(line, one.start, one.end) == PAST else anchor


def _unknown(shift: Shift, anchor: Anchor | None = None) -> str:
    """The TIMEX3 value of a shift that cannot be counted, with what its anchor does tell."""
    if anchor and shift.unit is Unit.DAY and shift.amount == 0 and anchor.stretch.unit is Unit.MONTH:
        return f"{anchor.stretch.value}-XX"
    year = figures(anchor.day) if anchor else "XXXX"
    return year + _UNKNOWN.get(shift.unit, "-XX-XX")


def _fine_enough(anchor: Anchor, shift: Shift) -> bool:
    known = anchor.stretch.unit
    if shift.unit is Unit.DAY:
        return known is Unit.DAY
    if shift.unit in _WEEKLY:
        return known is Unit.DAY or known in _WEEKLY
    return shift.unit is not Unit.MONTH or known not in _COARSE


def shifted(day: date, shift: Shift, *, to_the_day: bool) -> Stretch | None:
    """ "two weeks later" than a day is a day, "three weeks ago" is a week."""
    amount = shift.amount or 0
    if amount != int(amount):
        return _fraction(day, amount, shift.unit)
    if shift.unit is Unit.DAY or shift.unit is Unit.WEEK and to_the_day:
        return day_stretch(add_days(day, int(amount) * _DAYS_IN.get(shift.unit, 1)))
    return holding(day, shift.unit).moved(int(amount))


def _fraction(day: date, amount: float, unit: Unit) -> Stretch | None:
    """Half a century is 50 years, a year and a half 18 months, a week and a half 10 days."""
    if unit in (Unit.DECADE, Unit.CENTURY):
        return holding(day, Unit.YEAR).moved(round(amount * _MONTHS_IN[unit] / 12))
    if unit in _MONTHS_IN:
        month = add_months(day, round(amount * _MONTHS_IN[unit]))
        return Stretch(Unit.MONTH, month) if month else None
    return day_stretch(add_days(day, round(amount * _DAYS_IN.get(unit, 1))))


def _weekend_near(day: date, side: int) -> Stretch | None:
    """The weekend that runs, or the last one; the coming one when the sentence speaks of the future."""
    this = holding(day, Unit.WEEKEND)
    return this if side == FUTURE or day.weekday() >= 5 else this.moved(-1)
