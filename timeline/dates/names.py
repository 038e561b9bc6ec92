"""Names of days and periods, each a whole pattern that a translator can reorder.

``catalog`` is whatever translates: a ``gettext.NullTranslations`` or Django's ``django.utils.translation``. Months
have two contexts, ``month`` standing alone and ``month in a date`` after a day's number, for languages in which
they differ. Digits are Western, years carry no leading zeros.
"""

from __future__ import annotations

import gettext
from datetime import date
from typing import Protocol

from timeline.dates.units import Precision, Season, season_of


class Catalog(Protocol):
    """What translates; the four calls that ``gettext`` catalogues and Django's translation module share."""

    def gettext(self, message: str, /) -> str: ...

    def pgettext(self, context: str, message: str, /) -> str: ...

    def ngettext(self, singular: str, plural: str, number: int, /) -> str: ...

    def npgettext(self, context: str, singular: str, plural: str, number: int, /) -> str: ...


ENGLISH: Catalog = gettext.NullTranslations()


def month_name(month: int, catalog: Catalog) -> str:
    """The month (1–12) standing alone, as in "October 2025"."""
    names = (
        catalog.pgettext("month", "January"),
        catalog.pgettext("month", "February"),
        catalog.pgettext("month", "March"),
        catalog.pgettext("month", "April"),
        catalog.pgettext("month", "May"),
        catalog.pgettext("month", "June"),
        catalog.pgettext("month", "July"),
        catalog.pgettext("month", "August"),
        catalog.pgettext("month", "September"),
        catalog.pgettext("month", "October"),
        catalog.pgettext("month", "November"),
        catalog.pgettext("month", "December"),
    )
    return names[month - 1]


def month_in_date(month: int, catalog: Catalog) -> str:
    """The month (1–12) after the number of a day, as in "7 October"."""
    names = (
        catalog.pgettext("month in a date", "January"),
        catalog.pgettext("month in a date", "February"),
        catalog.pgettext("month in a date", "March"),
        catalog.pgettext("month in a date", "April"),
        catalog.pgettext("month in a date", "May"),
        catalog.pgettext("month in a date", "June"),
        catalog.pgettext("month in a date", "July"),
        catalog.pgettext("month in a date", "August"),
        catalog.pgettext("month in a date", "September"),
        catalog.pgettext("month in a date", "October"),
        catalog.pgettext("month in a date", "November"),
        catalog.pgettext("month in a date", "December"),
    )
    return names[month - 1]


def weekday_name(day: date, catalog: Catalog) -> str:
    """Monday to Sunday."""
    names = (
        catalog.pgettext("weekday", "Monday"),
        catalog.pgettext("weekday", "Tuesday"),
        catalog.pgettext("weekday", "Wednesday"),
        catalog.pgettext("weekday", "Thursday"),
        catalog.pgettext("weekday", "Friday"),
        catalog.pgettext("weekday", "Saturday"),
        catalog.pgettext("weekday", "Sunday"),
    )
    return names[day.weekday()]


def day_name(day: date, catalog: Catalog, *, weekday: bool = False) -> str:
    """ "7 October 2023", or with its weekday "Saturday 7 October 2023"."""
    if weekday:
        pattern = catalog.gettext("%(weekday)s %(day)s %(month)s %(year)s")
    else:
        pattern = catalog.gettext("%(day)s %(month)s %(year)s")
    return pattern % {
        "weekday": weekday_name(day, catalog),
        "day": day.day,
        "month": month_in_date(day.month, catalog),
        "year": day.year,
    }


def month_and_year(day: date, catalog: Catalog) -> str:
    """ "October 2025"."""
    return catalog.gettext("%(month)s %(year)s") % {"month": month_name(day.month, catalog), "year": day.year}


def unit_name(first: date, last: date, unit: Precision, catalog: Catalog, *, running: bool = False) -> str:
    """The name of one month, season, quarter, half, year, decade or century.

    ``running`` gives the form that stands inside a phrase: "the first quarter of 2025".
    """
    match unit:
        case Precision.MONTH:
            return month_and_year(first, catalog)
        case Precision.SEASON:
            return _season_name(last, catalog)
        case Precision.QUARTER:
            names = quarters_in_phrase(catalog) if running else quarters_alone(catalog)
            return names[(first.month - 1) // 3] % {"year": first.year}
        case Precision.HALF:
            names = halves_in_phrase(catalog) if running else halves_alone(catalog)
            return names[(first.month - 1) // 6] % {"year": first.year}
        case Precision.DECADE:
            return _decade_name(last, catalog)
        case Precision.CENTURY:
            return _span_of_years(catalog.gettext("the century %(first)s–%(last)s"), last, 100)
    return str(first.year)


def quarters_alone(catalog: Catalog) -> tuple[str, ...]:
    """Patterns of the quarters as a date by itself."""
    return (
        catalog.gettext("first quarter of %(year)s"),
        catalog.gettext("second quarter of %(year)s"),
        catalog.gettext("third quarter of %(year)s"),
        catalog.gettext("fourth quarter of %(year)s"),
    )


def quarters_in_phrase(catalog: Catalog) -> tuple[str, ...]:
    """Patterns of the quarters inside a phrase."""
    return (
        catalog.gettext("the first quarter of %(year)s"),
        catalog.gettext("the second quarter of %(year)s"),
        catalog.gettext("the third quarter of %(year)s"),
        catalog.gettext("the fourth quarter of %(year)s"),
    )


def halves_alone(catalog: Catalog) -> tuple[str, ...]:
    """Patterns of the halves as a date by itself."""
    return catalog.gettext("first half of %(year)s"), catalog.gettext("second half of %(year)s")


def halves_in_phrase(catalog: Catalog) -> tuple[str, ...]:
    """Patterns of the halves inside a phrase."""
    return catalog.gettext("the first half of %(year)s"), catalog.gettext("the second half of %(year)s")


def _season_name(last: date, catalog: Catalog) -> str:
    year, season = season_of(last)
    following = f"{(year + 1) % 100:02d}" if (year + 1) % 100 and year > 99 else str(year + 1)
    patterns = {
        Season.SPRING: catalog.gettext("spring %(year)s"),
        Season.SUMMER: catalog.gettext("summer %(year)s"),
        Season.AUTUMN: catalog.gettext("autumn %(year)s"),
        Season.WINTER: catalog.gettext("winter %(year)s–%(next_year)s"),
    }
    return patterns[season] % {"year": year, "next_year": following}


def _decade_name(last: date, catalog: Catalog) -> str:
    """ "the 1990s"; "the 2000s" could be a century, so that decade names its years."""
    if last.year // 10 % 10 == 0:
        return _span_of_years(catalog.gettext("the decade %(first)s–%(last)s"), last, 10)
    return catalog.gettext("the %(year)ss") % {"year": last.year // 10 * 10}


def _span_of_years(pattern: str, last: date, width: int) -> str:
    first = last.year // width * width
    return pattern % {"first": first, "last": first + width - 1}
