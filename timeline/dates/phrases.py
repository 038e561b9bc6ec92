"""Phrases for spans: one of some days, between two, from one to another, and the parts of a day and of a period.

Each pattern is a whole sentence part for the translator. A span of days has three patterns, for ends in one
month, in two months of a year, and in two years; all of them get the same named values.
"""

from __future__ import annotations

from datetime import date

from timeline.dates.event_date import EventDate
from timeline.dates.names import Catalog, day_name, month_in_date, month_name, unit_name, weekday_name
from timeline.dates.units import DAY_LIKE, ONE_DAY, OPEN_START, Extent, Part, Precision, unit_bounds

WEEK_APART = 7
Patterns = tuple[str, str, str]


def days_phrase(it: EventDate, catalog: Catalog, *, weekday: bool = False) -> str:
    """The days of a date, whatever its part of day: "4 or 5 October 2025", "since 4 October 2025"."""
    if it.is_one_day:
        return day_name(it.earliest, catalog, weekday=weekday)
    if it.is_open:
        return open_phrase(it, catalog)
    if it.extent == Extent.THROUGHOUT:
        return lasting_phrase(it.earliest, it.latest, catalog)
    return _fill(_once_patterns(it, catalog), it.earliest, it.latest, catalog)


def lasting_phrase(first: date, last: date, catalog: Catalog) -> str:
    """ "4–10 October 2025"."""
    patterns = (
        catalog.gettext("%(first_day)s–%(last_day)s %(month)s %(year)s"),
        catalog.gettext("%(first_day)s %(first_month)s – %(last_day)s %(last_month)s %(year)s"),
        catalog.gettext("%(first)s – %(last)s"),
    )
    return _fill(patterns, first, last, catalog)


def is_same_weekday(it: EventDate) -> bool:
    """Whether the bounds mean a weekday "of one week or the next", not the days between them."""
    named = it.precision in (Precision.DAY, Precision.PART_OF_DAY) and it.extent == Extent.ONCE
    return named and (it.latest - it.earliest).days == WEEK_APART


def _once_patterns(it: EventDate, catalog: Catalog) -> Patterns:
    if is_same_weekday(it):
        return _same_weekday(catalog)
    return _either(catalog) if (it.latest - it.earliest).days == 1 else _between(catalog)


def _either(catalog: Catalog) -> Patterns:
    return (
        catalog.gettext("%(first_day)s or %(last_day)s %(month)s %(year)s"),
        catalog.gettext("%(first_day)s %(first_month)s or %(last_day)s %(last_month)s %(year)s"),
        catalog.gettext("%(first)s or %(last)s"),
    )


def _between(catalog: Catalog) -> Patterns:
    return (
        catalog.gettext("between %(first_day)s and %(last_day)s %(month)s %(year)s"),
        catalog.gettext("between %(first_day)s %(first_month)s and %(last_day)s %(last_month)s %(year)s"),
        catalog.gettext("between %(first)s and %(last)s"),
    )


def _same_weekday(catalog: Catalog) -> Patterns:
    return (
        catalog.gettext("%(weekday)s %(first_day)s or %(last_day)s %(month)s %(year)s"),
        catalog.gettext("%(weekday)s %(first_day)s %(first_month)s or %(last_day)s %(last_month)s %(year)s"),
        catalog.gettext("%(weekday)s %(first)s or %(last)s"),
    )


def _night_into_morning(catalog: Catalog) -> Patterns:
    return (
        catalog.gettext("%(first_day)s to %(last_day)s %(month)s %(year)s"),
        catalog.gettext("%(first_day)s %(first_month)s to %(last_day)s %(last_month)s %(year)s"),
        catalog.gettext("%(first)s to %(last)s"),
    )


def _fill(patterns: Patterns, first: date, last: date, catalog: Catalog) -> str:
    kind = 2 if first.year != last.year else int(first.month != last.month)
    return patterns[kind] % {
        "weekday": weekday_name(first, catalog),
        "first_day": first.day,
        "last_day": last.day,
        "first_month": month_in_date(first.month, catalog),
        "last_month": month_in_date(last.month, catalog),
        "month": month_in_date(last.month, catalog),
        "year": last.year,
        "first": day_name(first, catalog),
        "last": day_name(last, catalog),
    }


# -- parts of a day ----------------------------------------------------------------------------------------


def part_of_day_phrase(it: EventDate, catalog: Catalog, *, weekday: bool) -> str:
    """ "evening of 1 October 2025", "night of 9 to 10 October 2025", "one morning, between 4 and 7 May 2025"."""
    apart = (it.latest - it.earliest).days
    if it.part == Part.NIGHT and apart == 1:
        days = _fill(_night_into_morning(catalog), it.earliest, it.latest, catalog)
    else:
        days = days_phrase(it, catalog, weekday=weekday)
    if it.extent == Extent.THROUGHOUT:
        patterns = _throughout_part(catalog)
    elif apart <= 1 or is_same_weekday(it):
        patterns = _part_of(catalog)
    else:
        patterns = _one_such_part(catalog)
    return patterns[it.part or Part.NIGHT] % {"days": days}


def _part_of(catalog: Catalog) -> dict[Part, str]:
    return {
        Part.MORNING: catalog.gettext("morning of %(days)s"),
        Part.AFTERNOON: catalog.gettext("afternoon of %(days)s"),
        Part.EVENING: catalog.gettext("evening of %(days)s"),
        Part.NIGHT: catalog.gettext("night of %(days)s"),
    }


def _one_such_part(catalog: Catalog) -> dict[Part, str]:
    return {
        Part.MORNING: catalog.gettext("one morning, %(days)s"),
        Part.AFTERNOON: catalog.gettext("one afternoon, %(days)s"),
        Part.EVENING: catalog.gettext("one evening, %(days)s"),
        Part.NIGHT: catalog.gettext("one night, %(days)s"),
    }


def _throughout_part(catalog: Catalog) -> dict[Part, str]:
    return {
        Part.MORNING: catalog.gettext("throughout the morning of %(days)s"),
        Part.AFTERNOON: catalog.gettext("throughout the afternoon of %(days)s"),
        Part.EVENING: catalog.gettext("throughout the evening of %(days)s"),
        Part.NIGHT: catalog.gettext("throughout the night of %(days)s"),
    }


# -- periods -----------------------------------------------------------------------------------------------


def period_name(day: date, unit: Precision, catalog: Catalog, *, running: bool = False) -> str:
    """The name of the week, month … century that holds the day; of the day itself for finer units."""
    if unit in DAY_LIKE:
        return day_name(day, catalog)
    first, last = unit_bounds(day, unit)
    if unit != Precision.WEEK:
        return unit_name(first, last, unit, catalog, running=running)
    pattern = catalog.gettext("the week of %(days)s") if running else catalog.gettext("week of %(days)s")
    return pattern % {"days": lasting_phrase(first, last, catalog)}


def third_phrase(day: date, unit: Precision, part: Part, catalog: Catalog) -> str:
    """ "early October 2025", "the late 1990s", "in the middle of the week of 6–12 October 2025"."""
    decade = day.year // 10 * 10
    if unit == Precision.DECADE and decade % 100:
        return _third_of_decade(catalog)[part] % {"year": decade}
    joined = unit in (Precision.MONTH, Precision.SEASON, Precision.YEAR)
    patterns = _third_joined(catalog) if joined else _third_within(catalog)
    return patterns[part] % {"period": period_name(day, unit, catalog, running=True)}


def _third_joined(catalog: Catalog) -> dict[Part, str]:
    return {
        Part.EARLY: catalog.gettext("early %(period)s"),
        Part.MID: catalog.gettext("mid-%(period)s"),
        Part.LATE: catalog.gettext("late %(period)s"),
    }


def _third_within(catalog: Catalog) -> dict[Part, str]:
    return {
        Part.EARLY: catalog.gettext("early in %(period)s"),
        Part.MID: catalog.gettext("in the middle of %(period)s"),
        Part.LATE: catalog.gettext("late in %(period)s"),
    }


def _third_of_decade(catalog: Catalog) -> dict[Part, str]:
    return {
        Part.EARLY: catalog.gettext("the early %(year)ss"),
        Part.MID: catalog.gettext("the mid-%(year)ss"),
        Part.LATE: catalog.gettext("the late %(year)ss"),
    }


def open_phrase(it: EventDate, catalog: Catalog) -> str:
    """ "since 2014", "until May 2025"; of something that happened once, "2014 or later", "May 2025 or earlier"."""
    lasting = it.extent == Extent.THROUGHOUT
    if it.earliest == OPEN_START:
        pattern = catalog.gettext("until %(date)s") if lasting else catalog.gettext("%(date)s or earlier")
        known = it.latest
    else:
        pattern = catalog.gettext("since %(date)s") if lasting else catalog.gettext("%(date)s or later")
        known = it.earliest
    return pattern % {"date": period_name(known, it.precision, catalog, running=True)}


def periods_phrase(it: EventDate, catalog: Catalog) -> str:
    """Several weeks, months … centuries: "May or June 2025", "between May and August 2025", "2014–2018"."""
    same_year = it.precision == Precision.MONTH and it.earliest.year == it.latest.year
    months = (it.earliest.month, it.latest.month)
    named = [period_name(day, it.precision, catalog, running=True) for day in (it.earliest, it.latest)]
    if same_year:
        named = [month_name(month, catalog) for month in months]
    values = {"first": named[0], "last": named[1], "year": it.latest.year}
    return _periods_pattern(it, catalog, same_year=same_year) % values


def _periods_pattern(it: EventDate, catalog: Catalog, *, same_year: bool) -> str:
    if it.extent == Extent.THROUGHOUT:
        return _lasting_periods(it.precision, catalog, same_year=same_year)
    if unit_bounds(it.latest, it.precision)[0] == unit_bounds(it.earliest, it.precision)[1] + ONE_DAY:
        if same_year:
            return catalog.gettext("%(first)s or %(last)s %(year)s")
        return catalog.gettext("%(first)s or %(last)s")
    if same_year:
        return catalog.gettext("between %(first)s and %(last)s %(year)s")
    return catalog.gettext("between %(first)s and %(last)s")


def _lasting_periods(unit: Precision, catalog: Catalog, *, same_year: bool) -> str:
    if same_year:
        return catalog.gettext("%(first)s–%(last)s %(year)s")
    if unit == Precision.MONTH:
        return catalog.gettext("%(first)s – %(last)s")
    if unit == Precision.YEAR:
        return catalog.pgettext("years", "%(first)s–%(last)s")
    return catalog.gettext("from %(first)s to %(last)s")
