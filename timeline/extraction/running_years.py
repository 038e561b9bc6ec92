"""The year of a date that names none: the one that runs in the text, or the one that puts it next to publication.

In a narrative or chronology a year-less date takes the running year and rolls over when the months run back; so does
one beside a full date of the past in a report. Otherwise it is the nearest to publication, and where both sides are far
the verbs of the sentence tell (directions.py).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from timeline.extraction.anchors import Anchor, Anchors
from timeline.extraction.calendar_units import Stretch, add_months
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.directions import FUTURE, PAST, UNKNOWN, direction
from timeline.extraction.meanings import Calendar, Origin, PartOfYear, SeasonOf, Shift, Unit
from timeline.extraction.scripts import SCRIPTS
from timeline.extraction.told_dates import Told, is_entry
from timeline.extraction.unforeseen import happened, known_day

ROLLS_OVER = 8
"""A narrative's year-less month this far back in the calendar is next year's: "March" after "November"."""

NEAR_DAY, NEAR_MONTH = 60, 70
"""Days within which a year-less day, or month, is the nearest one, whatever the verbs say."""

NEAR_YEARS = 6
"""Years within which every weekday comes round for a day that is not 29 February."""


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A year, the rule that found it and what it was taken from."""

    year: int
    rule: str
    anchor: Anchor


def find_year(
    one: Candidate,
    meaning: Calendar | SeasonOf | PartOfYear,
    line: Line,
    anchors: Anchors,
    *,
    month: int,
    day: int | None = None,
) -> FoundYear | None:
    """The year of a year-less month, day, season or quarter that begins with ``month``; None when nothing tells it."""
    found = _year_of(one, meaning, line, anchors, month=month, day=day)
    weekday = meaning.weekday if isinstance(meaning, Calendar) else None
    if found is None or weekday is None or day is None or isinstance(meaning.year, Shift):
        return found
    return _by_weekday(found, month, day, weekday)


def _by_weekday(found: FoundYear, month: int, day: int, weekday: int) -> FoundYear:
    """ "Friday, Nov. 24": the year found if its day is such a weekday, else the last one before that is, else after."""
    reach = NEAR_YEARS if found.rule == "nearest-to-publication" else 1
    years = [*range(found.year, found.year - reach - 1, -1), *range(found.year + 1, found.year + reach + 1)]
    fitting = next((year for year in years if _is_weekday(year, month, day, weekday)), found.year)
    return found if fitting == found.year else replace(found, year=fitting, rule="year-of-that-weekday")


def _is_weekday(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _year_of(
    one: Candidate,
    meaning: Calendar | SeasonOf | PartOfYear,
    line: Line,
    anchors: Anchors,
    *,
    month: int,
    day: int | None,
) -> FoundYear | None:
    noun = happened(one, line) if isinstance(meaning, Calendar) and day else None
    if (
        noun
        and isinstance(meaning, Calendar)
        and (known := _known(meaning, noun, line.text[one.start : one.end], anchors))
    ):
        return known
    which = None if isinstance(meaning, PartOfYear) else meaning.which
    if isinstance(meaning.year, Shift):
        return _relative(meaning.year, anchors, month if which is not None else None) or (
            _running(anchors, month) if meaning.year.amount == 0 else None
        )
    if found := _entry_year(one, line, anchors, month, day) or _running(anchors, month):
        return found
    publication = anchors.publication()
    if publication is None:
        return None
    if which is not None:
        return FoundYear(_pointed_at(publication.day, month, which), one.rule, publication)
    if one.relation == "since" or noun:
        year = _last_year_with(publication.day, month, day)
        return FoundYear(year, "last-begun-before-publication", publication)
    side = direction(line, one.start, one.end)
    if side == UNKNOWN and one.relation == "by" and "to" in line.words:
        side = FUTURE  # "a plan to pay by February"
    if side == UNKNOWN and SCRIPTS.isdisjoint(line.words) and anchors.told_ahead(publication.day):
        side = FUTURE  # "flights from 30 March and, from 6 August, a third"
    return FoundYear(nearest_year(publication.day, month, day, side), "nearest-to-publication", publication)


def _known(meaning: Calendar, noun: str, said: str, anchors: Anchors) -> FoundYear | None:
    """ "The October 7 attacks", whose year the name tells."""
    publication = anchors.publication()
    known = known_day(meaning, noun, publication.day if publication else None)
    if known is None or meaning.year is not None:
        return None
    return FoundYear(known.year, "named-day", Anchor((known,), f"the name: “{said} {noun}”", Stretch(Unit.DAY, known)))


def _relative(shift: Shift, anchors: Anchors, month: int | None) -> FoundYear | None:
    """ "June of that year"; and "the previous April", which is of the same year when September tells it."""
    anchor = anchors.speech() if shift.origin is Origin.SPEECH else anchors.told()
    if anchor is None or shift.amount is None:
        return None
    years = int(shift.amount)
    if month is not None and years * (month - anchor.day.month) > 0:
        years = 0
    return FoundYear(anchor.day.year + years, "relative-year", anchor)


def _entry_year(one: Candidate, line: Line, anchors: Anchors, month: int, day: int | None) -> FoundYear | None:
    """The year of a chronology's entry: it runs on from the entry before it, and none lies after publication."""
    entry, publication = anchors.entry, anchors.publication()
    if not anchors.chronology or not is_entry(one, line):
        return None
    if entry is None and publication is not None:
        return FoundYear(_last_year_with(publication.day, month, day), "entry-before-publication", publication)
    if entry is None:
        return None
    rolls = entry.month is not None and month < entry.month
    found = _from(entry, rolls=rolls, came_from="the entry before it")
    if publication and (found.year, month) > (publication.day.year, publication.day.month):
        return replace(found, year=found.year - 1)
    return found


def _last_year_with(published: date, month: int, day: int | None) -> int:
    return published.year - ((month, day or 1) > (published.month, published.day))


def _running(anchors: Anchors, month: int) -> FoundYear | None:
    if anchors.leading_year is not None and not anchors.narrative:
        return _from(anchors.leading_year, rolls=False, came_from="the year that opens its sentence")
    told = anchors.story()
    unanchored = anchors.publication() is None  # then the years told are all there is
    goes_on = told is not None and told.month and (told.year_written and not told.names or unanchored)
    if told is None or not (anchors.narrative or anchors.entry or goes_on):
        return None
    rolls = told.month is not None and month - told.month <= -ROLLS_OVER
    return _from(told, rolls=rolls, came_from="the date before it")


def _from(told: Told, *, rolls: bool, came_from: str) -> FoundYear:
    return FoundYear(told.year + rolls, "year-rolls-over" if rolls else "running-year", Anchor.at(told, came_from))


def _pointed_at(published: date, month: int, which: int) -> int:
    """ "last May", "this May", "next May": the year's own May unless it lies on the other side."""
    return published.year + (which if which * (month - published.month) <= 0 else 0)


def nearest_year(published: date, month: int, day: int | None, side: int) -> int:
    """The year that puts a month or day next to publication; where both sides are far, on the side that is told."""
    years = (published.year - 1, published.year, published.year + 1)
    nearest = min(years, key=lambda year: abs(_days_ahead(published, year, month, day)))
    ahead = _days_ahead(published, nearest, month, day)
    if abs(ahead) <= (NEAR_DAY if day else NEAR_MONTH) and (day or side != PAST or ahead <= 0):
        return nearest
    if side == FUTURE:
        return nearest + (ahead < 0)
    return nearest - (ahead > 0)


def nearest_day(published: date, day: int, side: int) -> date | None:
    """The day of a month next to publication that bears the number; on the side that is told, where one is."""
    months = [add_months(published, shift) for shift in (-1, 0, 1)]
    days = [first.replace(day=day) for first in months if first and day <= monthrange(first.year, first.month)[1]]
    sided = [it for it in days if not side or (it - published).days * side >= 0]
    return min(sided or days, key=lambda it: abs((it - published).days), default=None)


def _days_ahead(published: date, year: int, month: int, day: int | None) -> int:
    """About how many days the date lies after publication; a month alone counts in whole months."""
    days = (year - published.year) * 365 + (month - published.month) * 30
    return days if day is None else days + day - published.day
