"""Reading weekdays, times of day and anniversaries, which lean on a day that is told elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.calendar_reading import read_calendar
from timeline.extraction.calendar_units import Stretch, add_days, day_stretch, years_later
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.directions import FUTURE, direction
from timeline.extraction.meanings import Anniversary, Origin, Unit, Weekday
from timeline.extraction.readings import Reading, counted_from

_ON_OR_BEFORE, _BEFORE, _SAME_WEEK, _AFTER, _ON_OR_AFTER = None, -1, 0, 1, 2
_RULES = {
    _ON_OR_BEFORE: "weekday-on-or-before-anchor",
    _BEFORE: "weekday-before-anchor",
    _SAME_WEEK: "weekday-of-this-week",
    _AFTER: "weekday-after-anchor",
    _ON_OR_AFTER: "weekday-on-or-after-anchor",
}


def read_weekday(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """The weekday equal to the anchor or before it; on or after it in a narrative or where the future is spoken of."""
    meaning = one.meaning
    assert isinstance(meaning, Weekday)
    anchor = anchors.speech() if meaning.origin is Origin.SPEECH else anchors.told()
    if anchor is None or anchor.stretch.unit is not Unit.DAY:
        return Reading(value=f"XXXX-WXX-{meaning.day + 1}", rule=one.rule)
    which = meaning.which
    if which is None and (anchors.narrative or direction(line, one.start, one.end) == FUTURE):
        which = _ON_OR_AFTER
    if which is None and len(anchor.days) > 1:
        return _on_either_side(anchor, meaning.day)
    return counted_from(anchor, lambda day: _weekday_from(day, meaning.day, which), _RULES[which])


@lru_cache(maxsize=4096)
def _weekday_from(day: date, weekday: int, which: int | None) -> Stretch | None:
    back = (day.weekday() - weekday) % 7
    shifts = {
        _ON_OR_BEFORE: -back,
        _BEFORE: -(back or 7),
        _SAME_WEEK: weekday - day.weekday(),
        _AFTER: 7 - back,
        _ON_OR_AFTER: (7 - back) % 7,
    }
    return day_stretch(add_days(day, shifts[which]))


def _on_either_side(anchor: Anchor, weekday: int) -> Reading:
    """The weekday before an inferred day, or the one on or after it: how far off that day is, nothing tells."""
    before, after = (_weekday_from(anchor.day, weekday, which) for which in (_BEFORE, _ON_OR_AFTER))
    others = tuple(stretch for stretch in (before, after) if stretch)
    nearest = after if anchor.day.weekday() == weekday else before
    return Reading(nearest, rule="weekday-on-either-side", anchor=anchor, uncertain=True, others=others)


def read_clock(one: Candidate, _line: Line, anchors: Anchors) -> Reading:
    """A time of day on the day last told; on the article's day, uncertain, when none was told lately."""
    anchor = anchors.told()
    if anchor is None:
        return Reading(rule=one.rule)
    if anchor.stretch.unit is not Unit.DAY:
        return Reading(rule=one.rule, anchor=anchor, reason="no day is told for it")
    reading = counted_from(anchor, day_stretch, "time-of-the-day-told")
    return replace(reading, uncertain=reading.uncertain or not anchor.told_before)


def read_anniversary(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """The day inside the wording so many years on; without one, the day last told in this sentence."""
    meaning = one.meaning
    assert isinstance(meaning, Anniversary)
    if meaning.of is not None:
        inner = read_calendar(replace(one, meaning=meaning.of), line, anchors)
        years = 0 if inner.rule == "nearest-to-publication" else meaning.years  # the day that comes round
        stretch = years_later(inner.stretch, years) if inner.stretch else None
        reason = "" if stretch else "its first day is not known"
        return Reading(stretch, rule="anniversary-of-date-inside", reason=reason)
    told = anchors.last
    if told is None or told.sentence != line.sentence.index or told.stretch.unit is not Unit.DAY:
        return Reading(rule=one.rule, reason="its day is told elsewhere")
    return Reading(told.stretch, rule="anniversary-on-day-told", anchor=Anchor.at(told))
