"""The words of a drawing: names of bins, labels on the axis, and the sentence that says what a bar shows.

``catalog`` is as in :mod:`timeline.dates.names`, whose names and patterns are used where they fit. An axis has its
own short forms, with the contexts ``short month`` and ``axis``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from timeline.dates import Precision
from timeline.dates.names import Catalog, day_name
from timeline.dates.phrases import period_name
from timeline.drawing.bins import HOURS_A_DAY, Bin, Unit

type NumberWords = Callable[[int], str]
"""Writes a number for a reader: ``str``, or what groups digits as the reader's language does."""


def short_month(month: int, catalog: Catalog) -> str:
    """The month (1–12) as short as is customary, as in "Oct"."""
    names = (
        catalog.pgettext("short month", "Jan"),
        catalog.pgettext("short month", "Feb"),
        catalog.pgettext("short month", "Mar"),
        catalog.pgettext("short month", "Apr"),
        catalog.pgettext("short month", "May"),
        catalog.pgettext("short month", "Jun"),
        catalog.pgettext("short month", "Jul"),
        catalog.pgettext("short month", "Aug"),
        catalog.pgettext("short month", "Sep"),
        catalog.pgettext("short month", "Oct"),
        catalog.pgettext("short month", "Nov"),
        catalog.pgettext("short month", "Dec"),
    )
    return names[month - 1]


def axis_month(day: date, catalog: Catalog) -> str:
    """ "Oct 2023"."""
    pattern = catalog.pgettext("axis", "%(month)s %(year)s")
    return pattern % {"month": short_month(day.month, catalog), "year": day.year}


def axis_day(day: date, catalog: Catalog, *, year: bool) -> str:
    """ "7 Oct", or "7 Oct 2023"."""
    if year:
        pattern = catalog.pgettext("axis", "%(day)s %(month)s %(year)s")
    else:
        pattern = catalog.pgettext("axis", "%(day)s %(month)s")
    return pattern % {"day": day.day, "month": short_month(day.month, catalog), "year": day.year}


def clock(hour: int) -> str:
    """ "06:00"; hours are written alike in all languages here, as in :mod:`timeline.dates.wording`."""
    return f"{hour:02d}:00"


def bin_name(it: Bin, catalog: Catalog) -> str:
    """All of the bin in words: "October 2023", "week of 2–8 October 2023", "7 October 2023, 06:00–06:59"."""
    match it.unit:
        case Unit.HOUR:
            values = {"day": day_name(it.first_day, catalog), "first": clock(it.hour or 0), "last": f"{it.hour:02d}:59"}
            return catalog.gettext("%(day)s, %(first)s–%(last)s") % values
        case Unit.DAY:
            return day_name(it.first_day, catalog, weekday=True)
        case Unit.MILLENNIUM:
            years = {"first": it.first_day.year, "last": it.last_day.year}
            return catalog.pgettext("years", "%(first)s–%(last)s") % years
    return period_name(it.first_day, Precision(it.unit.value), catalog)


def bar_sentence(period: str, certain: int, possible: int, catalog: Catalog, number: NumberWords = str) -> str:
    """What a bar shows: "October 2023: 64 events, 3 of them possibly"; ``period`` is the name of its bin."""
    total = certain + possible
    if not total:
        return catalog.gettext("%(period)s: no events") % {"period": period}
    values = {"period": period, "count": number(total), "possible": number(possible)}
    return _bar_pattern(certain, possible, catalog) % values


def _bar_pattern(certain: int, possible: int, catalog: Catalog) -> str:
    total = certain + possible
    if not possible:
        return catalog.ngettext("%(period)s: %(count)s event", "%(period)s: %(count)s events", total)
    if not certain:
        return catalog.ngettext(
            "%(period)s: %(count)s event, possibly", "%(period)s: %(count)s events, all possibly", total
        )
    return catalog.ngettext(
        "%(period)s: %(count)s event, %(possible)s of them possibly",
        "%(period)s: %(count)s events, %(possible)s of them possibly",
        total,
    )


def review_words(it: Bin, reviewed: int | None, catalog: Catalog) -> str:
    """Whether the news of a bin was looked at, up to the moment ``reviewed``: "" where all of it was."""
    if reviewed is None or it.ends <= reviewed:
        return ""
    if reviewed <= it.begins:
        return catalog.gettext("not yet reviewed")
    day, hour = divmod(reviewed, HOURS_A_DAY)
    if it.unit in (Unit.HOUR, Unit.DAY):
        return catalog.gettext("reviewed to %(time)s") % {"time": clock(hour)}
    last = day_name(date.fromordinal(day), catalog)
    return catalog.gettext("reviewed to %(date)s") % {"date": last}


def whole_sentence(bar: str, review: str, lead: str, catalog: Catalog) -> str:
    """All that a bar says: "March 2024: 41 events; reviewed to 9 March 2024, led by: …". The headline is set apart
    (UAX 9), since it may run the other way."""
    said = catalog.gettext("%(bar)s; %(review)s") % {"bar": bar, "review": review} if review else bar
    if not lead:
        return said
    return catalog.gettext("%(bar)s, led by: %(headline)s") % {"bar": said, "headline": f"\u2068{lead}\u2069"}


def caption(unit: Unit, catalog: Catalog) -> str:
    """What the drawing and its table are called: "Events per month"."""
    names = {
        Unit.HOUR: catalog.gettext("Events per hour"),
        Unit.DAY: catalog.gettext("Events per day"),
        Unit.WEEK: catalog.gettext("Events per week"),
        Unit.MONTH: catalog.gettext("Events per month"),
        Unit.QUARTER: catalog.gettext("Events per quarter"),
        Unit.YEAR: catalog.gettext("Events per year"),
        Unit.DECADE: catalog.gettext("Events per decade"),
        Unit.CENTURY: catalog.gettext("Events per century"),
        Unit.MILLENNIUM: catalog.gettext("Events per thousand years"),
    }
    return names[unit]
