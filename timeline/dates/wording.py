"""Dates in words that keep certainty and doubt, as day headings and as HTML ``<time datetime>`` values.

A century is named by its years, "the century 1900–1999": the notation's 19XX is exactly those, while "the 20th
century" is 1901–2000 and "the 1900s" may be a decade.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.dates.event_date import EventDate
from timeline.dates.names import ENGLISH, Catalog, day_name, month_and_year, weekday_name
from timeline.dates.phrases import (
    days_phrase,
    is_same_weekday,
    open_phrase,
    part_of_day_phrase,
    period_name,
    periods_phrase,
    third_phrase,
)
from timeline.dates.units import DAY_LIKE, THIRDS, Extent, Part, Precision

__all__ = ["ENGLISH", "Catalog", "DayHeading", "datetime_attr", "day_heading", "in_words"]

SATURDAY = 5


def in_words(date: EventDate, *, catalog: Catalog = ENGLISH, weekday: bool = False) -> str:
    """The date as a person says it, no more precise than it is: "4 or 5 October 2025", "about October 2025".

    ``weekday`` adds the day of the week to a single day. Text comes from ``catalog``.
    """
    about = date.approximate and _takes_about(date)
    words = _plain_words(date, catalog, weekday=weekday, running=about)
    return _with_doubt(words, date, catalog, about=about)


def _takes_about(it: EventDate) -> bool:
    """Whether "about" can stand before the words; before a range or a clock time it would say something else."""
    return it.is_one_unit and it.extent == Extent.ONCE and it.part is None and it.time is None


def _with_doubt(words: str, it: EventDate, catalog: Catalog, *, about: bool) -> str:
    if not (it.approximate or it.uncertain):
        return words
    if about:
        pattern = catalog.gettext("about %(date)s (uncertain)") if it.uncertain else catalog.gettext("about %(date)s")
    elif it.approximate and it.uncertain:
        pattern = catalog.gettext("%(date)s (approximate, uncertain)")
    else:
        pattern = catalog.gettext("%(date)s (uncertain)") if it.uncertain else catalog.gettext("%(date)s (approximate)")
    return pattern % {"date": words}


def _plain_words(it: EventDate, catalog: Catalog, *, weekday: bool, running: bool = False) -> str:
    if it.time is not None:
        return _moment(it, catalog, weekday=weekday)
    if it.precision == Precision.PART_OF_DAY:
        return part_of_day_phrase(it, catalog, weekday=weekday)
    if it.is_one_unit:
        return _one_period(it, catalog, weekday=weekday, running=running)
    if it.precision in DAY_LIKE:
        return days_phrase(it, catalog)
    return open_phrase(it, catalog) if it.is_open else periods_phrase(it, catalog)


def _moment(it: EventDate, catalog: Catalog, *, weekday: bool) -> str:
    exact = it.precision == Precision.MINUTE
    if it.zone is None:
        pattern = catalog.gettext("%(day)s, %(time)s") if exact else catalog.gettext("%(day)s, %(time)s to the hour")
    elif exact:
        pattern = catalog.gettext("%(day)s, %(time)s (%(zone)s)")
    else:
        pattern = catalog.gettext("%(day)s, %(time)s to the hour (%(zone)s)")
    day = day_name(it.earliest, catalog, weekday=weekday)
    return pattern % {"day": day, "time": f"{it.time:%H:%M}", "zone": it.zone}


def _one_period(it: EventDate, catalog: Catalog, *, weekday: bool, running: bool) -> str:
    lasting = it.extent == Extent.THROUGHOUT
    if it.part is not None:
        words = third_phrase(it.earliest, it.precision, it.part, catalog)
    elif it.precision in DAY_LIKE:
        words = day_name(it.earliest, catalog, weekday=weekday)
    else:
        words = period_name(it.earliest, it.precision, catalog, running=running or lasting)
    return catalog.gettext("throughout %(period)s") % {"period": words} if lasting else words


# -- headings of a list by day -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The parts of a heading in a list by day.

    ``number`` is set large and may be empty; ``weekday`` is a day of the week, "weekend" or empty; ``rest`` is the
    month and year, or all the words when there is no number. ``caption`` says all but the number on one line.
    """

    number: str
    weekday: str
    rest: str
    caption: str


def day_heading(date: EventDate, *, catalog: Catalog = ENGLISH) -> DayHeading:
    """The heading for events of this date: 8 / Wednesday / October 2025, "4 or 5" / October 2025, weekend."""
    number, rest = _number_and_rest(date, catalog)
    weekday = _heading_weekday(date, catalog)
    if not number:
        words = in_words(date, catalog=catalog)
        return DayHeading("", weekday, words, words)
    if date.approximate:
        number = catalog.pgettext("number of a day", "about %(number)s") % {"number": number}
    caption = rest
    if weekday:
        caption = catalog.gettext("%(month_and_year)s, %(weekday)s") % {"month_and_year": rest, "weekday": weekday}
    if date.uncertain:
        rest, caption = (catalog.gettext("%(date)s (uncertain)") % {"date": words} for words in (rest, caption))
    return DayHeading(number, weekday, rest, caption)


def _number_and_rest(it: EventDate, catalog: Catalog) -> tuple[str, str]:
    if it.part in THIRDS and it.precision in (Precision.MONTH, Precision.YEAR):
        return _third_number(it.part, catalog), period_name(it.earliest, it.precision, catalog)
    one_month = (it.earliest.year, it.earliest.month) == (it.latest.year, it.latest.month)
    is_night_of_two_days = it.part == Part.NIGHT and not it.is_one_day
    if it.precision not in DAY_LIKE or not one_month or is_night_of_two_days:
        return "", ""
    pattern = _number_pattern(it, catalog)
    return pattern % {"first": it.earliest.day, "last": it.latest.day}, month_and_year(it.earliest, catalog)


def _third_number(part: Part | None, catalog: Catalog) -> str:
    names = {
        Part.EARLY: catalog.pgettext("part of a month", "early"),
        Part.MID: catalog.pgettext("part of a month", "mid"),
        Part.LATE: catalog.pgettext("part of a month", "late"),
    }
    return names[part or Part.MID]


def _number_pattern(it: EventDate, catalog: Catalog) -> str:
    apart = (it.latest - it.earliest).days
    if apart == 0:
        return "%(first)s"
    if it.extent == Extent.THROUGHOUT:
        return catalog.pgettext("numbers of days", "%(first)s–%(last)s")
    if apart == 1 or is_same_weekday(it):
        return catalog.pgettext("numbers of days", "%(first)s or %(last)s")
    return catalog.pgettext("numbers of days", "between %(first)s and %(last)s")


def _heading_weekday(it: EventDate, catalog: Catalog) -> str:
    if it.precision not in DAY_LIKE:
        return ""
    if it.is_one_day or is_same_weekday(it):
        return weekday_name(it.earliest, catalog)
    is_weekend = it.earliest.weekday() == SATURDAY and (it.latest - it.earliest).days == 1
    return catalog.gettext("weekend") if is_weekend else ""


# -- for machines ------------------------------------------------------------------------------------------


def datetime_attr(date: EventDate) -> str | None:
    """The ``datetime`` of an HTML ``<time>`` (html.spec.whatwg.org), never more precise than the date.

    HTML can say a minute, a day, a week, a month and a year; an hour or an evening gives its day, early October
    its month. None for all else, for dates in doubt too, since HTML cannot say that.
    """
    if not date.is_one_unit or date.approximate or date.uncertain:
        return None
    if date.precision == Precision.MINUTE:
        return f"{date.earliest}T{date.time:%H:%M}{_offset(date.zone)}"
    if date.precision in DAY_LIKE:
        return date.earliest.isoformat()
    if date.precision == Precision.WEEK:
        return _week_attr(date.earliest)
    width = {Precision.MONTH: 7, Precision.YEAR: 4}.get(date.precision)
    return date.earliest.isoformat()[:width] if width else None


def _week_attr(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _offset(zone: str | None) -> str:
    if zone is None or "/" in zone:
        return ""
    return "Z" if zone == "UTC" else zone
