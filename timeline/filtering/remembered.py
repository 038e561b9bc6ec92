"""Words that a page says many times, put together once: translations, dates and headings of days.

What is kept depends on the language and on what is said, never on rows, so that it stays true as long as the process
runs; it is bounded all the same, since dates have no end.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from django.utils import translation
from django.utils.formats import number_format

from timeline.dates import EventDate
from timeline.dates.names import Catalog
from timeline.dates.wording import DayHeading, day_heading, in_words

MOST_DATES = 20_000
"""Dates kept in words: some ten megabytes, and more than the days of fifty years."""


class Remembered:
    """The language being shown when it is made, as a catalogue for ``dates`` and ``drawing``."""

    def __init__(self) -> None:
        self.gettext = cache(translation.gettext)
        self.pgettext = cache(translation.pgettext)
        self.ngettext = translation.ngettext
        self.npgettext = translation.npgettext


def catalogue() -> Catalog:
    """The catalogue of the language being shown; only to be asked while that language is."""
    return _catalogue(translation.get_language() or "")


@cache
def _catalogue(language: str) -> Catalog:
    return Remembered()


def date_in_words(date: EventDate, *, weekday: bool = False) -> str:
    """:func:`timeline.dates.wording.in_words` in the language being shown."""
    return _in_words(date, translation.get_language() or "", weekday)


@lru_cache(MOST_DATES)
def _in_words(date: EventDate, language: str, weekday: bool) -> str:
    return in_words(date, catalog=_catalogue(language), weekday=weekday)


def day_in_words(day: date) -> str:
    """As :func:`date_in_words`, of one known day."""
    return _day_in_words(day, translation.get_language() or "")


@lru_cache(MOST_DATES)
def _day_in_words(day: date, language: str) -> str:
    return in_words(EventDate.on(day), catalog=_catalogue(language))


def grouped(number: int) -> str:
    """The number as the language being shown writes it: 1,284 in English."""
    return _grouped(number, translation.get_language() or "")


@lru_cache(MOST_DATES)
def _grouped(number: int, _language: str) -> str:
    return number_format(number, force_grouping=True)


def heading_of(date: EventDate) -> DayHeading:
    """:func:`timeline.dates.wording.day_heading` in the language being shown."""
    return _heading(date, translation.get_language() or "")


@lru_cache(MOST_DATES)
def _heading(date: EventDate, language: str) -> DayHeading:
    return day_heading(date, catalog=_catalogue(language))
