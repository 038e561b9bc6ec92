"""A reading -> an EventDate: placed on the calendar, widened by doubt, opened or bounded by "since" and its like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from timeline.dates import DateError, EventDate, Extent, Part, Precision
from timeline.extraction.before_christ import is_before_christ
from timeline.extraction.calendar_units import Stretch
from timeline.extraction.candidates import Candidate
from timeline.extraction.meanings import Clock, Unit
from timeline.extraction.readings import Reading

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
WEEKDAYS_APART = 2
"""A weekday on either side of a day is one of two days."""

EARLIEST_YEAR, LATEST_YEAR = 1, 9899
"""Years in which every unit up to a century is whole."""

BOUNDING = frozenset({"since", "until", "before", "after", "by"})
"""Words before a date that open or bound it."""

_PARTS = {"MO": Part.MORNING, "AF": Part.AFTERNOON, "EV": Part.EVENING, "NI": Part.NIGHT}
_THIRDS = frozenset({Part.EARLY, Part.MID, Part.LATE})
_TO_THE_DAY = frozenset({Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.PART_OF_DAY})


def plain_date_of(one: Candidate, reading: Reading) -> EventDate | None:
    """The reading as an EventDate without what the word before it does; None where it names no day."""
    if _at_the_edge(reading):
        return None
    try:
        if reading.within is not None:
            return EventDate.one_of_days(*reading.within).with_doubt(
                approximate=reading.approximate, uncertain=reading.uncertain
            )
        if reading.stretch is None:
            return None
        return _widened(_placed(one, reading.stretch, approximate=reading.approximate), one, reading)
    except (DateError, OverflowError):
        return None


def _at_the_edge(reading: Reading) -> bool:
    """Whether it lies before Christ, or is a unit that the calendar's first or last day may cut off."""
    if reading.stretch is not None and is_before_christ(reading.stretch.first.year):
        return True
    firsts = [it.first for it in (reading.stretch, *reading.others) if it is not None and it.unit is not Unit.DAY]
    return any(not EARLIEST_YEAR <= first.year <= LATEST_YEAR for first in firsts)


def _placed(one: Candidate, stretch: Stretch, *, approximate: bool = False) -> EventDate:
    if one.clock and stretch.unit is Unit.DAY:
        dated = EventDate.at(stretch.first, time.fromisoformat(one.clock))
    elif one.part and stretch.unit is Unit.DAY:
        dated = EventDate.in_part_of_day(stretch.first, _PARTS[one.part])
        if one.rule == "overnight-into" or one.part == "NI" and isinstance(one.meaning, Clock):
            dated = replace(dated, earliest=dated.earliest - ONE_DAY)  # the night began on the evening before
    else:
        dated = stretch.event_date(None if one.comparative and stretch.unit is Unit.DAY else one.mod)
    return dated.with_doubt(approximate=True) if one.mod == "APPROX" or approximate else dated


def _widened(dated: EventDate, one: Candidate, reading: Reading) -> EventDate:
    """When the article's day is itself inferred, the date spans all that it may be and is uncertain."""
    if not reading.others:
        return dated.with_doubt(uncertain=True) if reading.uncertain else dated
    possible = [_placed(one, stretch) for stretch in reading.others]
    earliest, latest = min(it.earliest for it in possible), max(it.latest for it in possible)
    if (earliest, latest) == (dated.earliest, dated.latest):
        return dated.with_doubt(uncertain=True)
    if dated.time or dated.part in _THIRDS or _any_day_between(dated, possible, latest - earliest):
        return EventDate.one_of_days(earliest, latest).with_doubt(approximate=dated.approximate, uncertain=True)
    return replace(dated, earliest=earliest, latest=latest, uncertain=True)


def _any_day_between(dated: EventDate, possible: Sequence[EventDate], width: timedelta) -> bool:
    """Whether any day of the bounds is meant, rather than one weekday or the other, seven days apart."""
    if width == ONE_WEEK:
        return dated.precision in _TO_THE_DAY and len({it.earliest for it in possible}) > WEEKDAYS_APART
    return dated.precision == Precision.DAY


def bounded(dated: EventDate, relation: str | None) -> EventDate:
    """The date opened by "since" or "until", lying before or after, or approximate "by" it.

    A date at the calendar's own edge stays as it is: beyond it nothing can be told.
    """
    if dated.earliest.year <= EARLIEST_YEAR or dated.latest.year >= date.max.year:
        return dated
    if dated.time is not None and relation in ("before", "after"):
        return _beside_clock(dated, relation)
    match relation:
        case "since":
            return replace(_whole(dated), latest=date.max, extent=Extent.THROUGHOUT)
        case "until":
            return replace(_whole(dated), earliest=date.min, extent=Extent.THROUGHOUT)
        case "before":
            return EventDate(date.min, dated.earliest - ONE_DAY, Precision.DAYS, uncertain=dated.uncertain)
        case "after":
            return EventDate(dated.latest + ONE_DAY, date.max, Precision.DAYS, uncertain=dated.uncertain)
        case "by":
            return _day_of(dated).with_doubt(approximate=True)
    return dated


def _day_of(dated: EventDate) -> EventDate:
    """A moment as its day; what is no moment stays."""
    if dated.time is None:
        return dated
    return EventDate.on(dated.earliest).with_doubt(approximate=dated.approximate, uncertain=dated.uncertain)


_BESIDE_CLOCK = {
    ("after", time(0)): Part.NIGHT,
    ("before", time(12)): Part.MORNING,
    ("after", time(12)): Part.AFTERNOON,
}
"""The part of day that lies on one side of a clock time; of other times only the day is known."""


def _beside_clock(dated: EventDate, relation: str) -> EventDate:
    """ "After midnight on Tuesday", "before noon": a limit within its day, which leaves the day or a part of it."""
    part = _BESIDE_CLOCK.get((relation, dated.time or time(0)))
    limited = EventDate.in_part_of_day(dated.earliest, part) if part else EventDate.on(dated.earliest)
    return limited.with_doubt(approximate=dated.approximate, uncertain=dated.uncertain)


def _whole(dated: EventDate) -> EventDate:
    """A date whose one end may be opened: its part and clock, which name one place in it, go."""
    if dated.part is None and dated.time is None:
        return dated
    return replace(dated, precision=Precision.DAYS, part=None, time=None, zone=None)


def spanning(first: EventDate | None, last: EventDate | None, *, either: bool) -> EventDate | None:
    """The whole of a range from its two ends, or, with ``either``, one of the days from the first to the last.

    None when an end has no date or the range runs backwards.
    """
    if first is None or last is None or first.earliest > last.latest:
        return None
    if either:
        return EventDate.one_of_days(first.earliest, last.latest)
    whole_units = first.precision == last.precision and first.precision not in _TO_THE_DAY
    precision = first.precision if whole_units and not (first.part or last.part) else Precision.DAYS
    spanned = EventDate(first.earliest, last.latest, precision, extent=Extent.THROUGHOUT)
    rough = bool(first.part or last.part or first.approximate or last.approximate)
    return spanned.with_doubt(approximate=rough, uncertain=first.uncertain or last.uncertain)
