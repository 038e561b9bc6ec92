"""Reading what is written on the calendar: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.calendar_units import SEASON_MONTHS, Stretch, day_stretch, first_of, holding, part_of_month
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.directions import FUTURE, direction
from timeline.extraction.meanings import Calendar, Century, Decade, FirstOf, PartOfMonth, PartOfYear, SeasonOf, Unit
from timeline.extraction.readings import BEFORE_CALENDAR, Reading
from timeline.extraction.running_years import FoundYear, find_year, nearest_day
from timeline.extraction.timex_periods import period_value

FAR_AHEAD = 30
"""Years that a narrative does not look ahead by."""

_MONTHS_OF_PART = {Unit.QUARTER: 3, Unit.HALF: 6}
_LENGTHS = {"week": "P1W", "weekend": "P2D", "half": "P15D", "days": "PXD"}


def read_calendar(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """A day, month or year as its words name it, its year found where they do not."""
    meaning = one.meaning
    assert isinstance(meaning, Calendar)
    if meaning.day and meaning.month is None:
        return _read_lone_day(meaning.day, line, one, anchors)
    if isinstance(meaning.year, int):
        return _on_calendar(meaning, _year_told(one, meaning.year, anchors), Reading(rule=one.rule))
    found = find_year(one, meaning, line, anchors, month=meaning.month or 1, day=meaning.day)
    if found is None:
        return Reading(value=_without_year(meaning), rule=one.rule)
    return _on_calendar(meaning, found.year, _counted_from(found))


def _read_lone_day(day: int, line: Line, one: Candidate, anchors: Anchors) -> Reading:
    """ "On the 20th": of the month told of, else the nearest to publication on the side that the verbs tell."""
    told, publication = anchors.story(), anchors.publication()
    if told is not None and told.month:
        meaning = Calendar(told.year, told.month, day)
        return _on_calendar(meaning, told.year, Reading(rule="running-month", anchor=Anchor.at(told)))
    if publication is None:
        return Reading(value=f"XXXX-XX-{day:02d}", rule="running-month")
    found = nearest_day(publication.day, day, direction(line, one.start, one.end))
    stretch = day_stretch(found)
    reason = "" if stretch else "not a day of the calendar"
    return Reading(stretch, rule="nearest-to-publication", anchor=publication, reason=reason)


def _year_told(one: Candidate, year: int, anchors: Anchors) -> int:
    """The year as written; "'99" in a narrative of 1917 is of the century before."""
    ahead = anchors.narrative and anchors.last is not None and year - anchors.last.year > FAR_AHEAD
    return year - 100 if ahead and one.rule == "year-in-short" and one.pair is None else year


def _counted_from(found: FoundYear) -> Reading:
    return Reading(rule=found.rule, anchor=found.anchor, uncertain=len(found.anchor.days) > 1)


def _on_calendar(meaning: Calendar, year: int, reading: Reading) -> Reading:
    unit = Unit.DAY if meaning.day else Unit.MONTH if meaning.month else Unit.YEAR
    try:
        first = date(year, meaning.month or 1, meaning.day or 1)
        stretch = holding(first, Unit.WEEK) if meaning.whole_week else Stretch(unit, first)
        return Reading(stretch, rule=reading.rule, anchor=reading.anchor, uncertain=reading.uncertain)
    except ValueError:
        return replace(reading, value=_without_year(meaning), reason="not a day of the calendar", anchor=None)


def _without_year(meaning: Calendar) -> str:
    return "XXXX" + (f"-{meaning.month:02d}" if meaning.month else "") + (f"-{meaning.day:02d}" if meaning.day else "")


def read_part_of_month(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """The days of a month that its part names; TIMEX3 writes only how long they are."""
    meaning = one.meaning
    assert isinstance(meaning, PartOfMonth)
    value = _LENGTHS[meaning.unit]
    month = read_calendar(replace(one, meaning=meaning.of), line, anchors)
    if month.stretch is None:
        return replace(month, value=value)
    days = part_of_month(month.stretch.first, meaning.number, meaning.unit)
    return replace(month, stretch=None, value=value, rule="part-of-month", within=days)


def read_first_of(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """The first or last days, weeks or months of a month or year; TIMEX3 writes only how long they are."""
    meaning = one.meaning
    assert isinstance(meaning, FirstOf)
    value = period_value(meaning.amount, meaning.unit)
    whole = read_calendar(replace(one, meaning=meaning.of), line, anchors)
    if whole.stretch is None:
        return replace(whole, value=value)
    days = first_of(whole.stretch, meaning.amount, meaning.unit, last=meaning.last)
    return replace(whole, stretch=None, value=value, rule="first-of-period", within=days)


def read_season(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """A season of its own year, or of the year that is found."""
    meaning = one.meaning
    assert isinstance(meaning, SeasonOf)
    return _part_of_some_year(one, meaning, Unit.SEASON, SEASON_MONTHS[meaning.season], line, anchors)


def read_part_of_year(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """A quarter or half of its own year; in a report without its year, the last of that number that had begun."""
    meaning = one.meaning
    assert isinstance(meaning, PartOfYear)
    unit = Unit.QUARTER if meaning.code[0] == "Q" else Unit.HALF
    month = (int(meaning.code[1]) - 1) * _MONTHS_OF_PART[unit] + 1
    publication = anchors.publication()
    if meaning.year is not None or anchors.narrative or publication is None:
        return _part_of_some_year(one, meaning, unit, month, line, anchors)
    year = publication.day.year
    if month > publication.day.month and direction(line, one.start, one.end) != FUTURE:
        year -= 1
    found = FoundYear(year, "last-begun-before-publication", publication)
    return replace(_counted_from(found), stretch=_stretch(unit, year, month))


def _part_of_some_year(
    one: Candidate, meaning: SeasonOf | PartOfYear, unit: Unit, month: int, line: Line, anchors: Anchors
) -> Reading:
    if isinstance(meaning.year, int):
        return Reading(_stretch(unit, meaning.year, month), rule=one.rule)
    found = find_year(one, meaning, line, anchors, month=month)
    if found is None:
        code = meaning.season if isinstance(meaning, SeasonOf) else meaning.code
        return Reading(value=f"XXXX-{code}", rule=one.rule)
    stretch = _stretch(unit, found.year, month)
    return replace(_counted_from(found), stretch=stretch, reason="" if stretch else "outside the calendar")


def _stretch(unit: Unit, year: int, month: int) -> Stretch | None:
    return Stretch(unit, date(year, month, 1)) if 1 <= year <= date.max.year else None


def read_decade(one: Candidate, _line: Line, anchors: Anchors) -> Reading:
    """Ten years; without a century, those of the century that a narrative tells of, else of the 1900s."""
    meaning = one.meaning
    assert isinstance(meaning, Decade)
    if meaning.first >= 100:
        return Reading(Stretch(Unit.DECADE, date(meaning.first, 1, 1)), rule="decade")
    last = anchors.last
    century = last.year // 100 * 100 if anchors.narrative and last else 1900
    return Reading(Stretch(Unit.DECADE, date(century + meaning.first, 1, 1)), rule="decade-of-running-century")


def read_century(one: Candidate, _line: Line, _anchors: Anchors) -> Reading:
    """A hundred years, written by their first two figures: the 20th century is 19."""
    meaning = one.meaning
    assert isinstance(meaning, Century)
    figures = f"{meaning.number - 1:02d}"
    if meaning.before_christ:
        return Reading(value=f"BC{figures}", reason=BEFORE_CALENDAR)
    if not 1 <= meaning.number <= date.max.year // 100 + 1:
        return Reading(value="XX", reason="outside the calendar")
    return Reading(Stretch(Unit.CENTURY, date(max(1, (meaning.number - 1) * 100), 1, 1)), value=figures, rule=one.rule)
