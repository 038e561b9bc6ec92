"""Dates in the words of the desk's language."""

from __future__ import annotations

from django.utils import translation

from timeline.dates import EventDate
from timeline.dates.wording import in_words


def date_words(date: EventDate | None) -> str:
    """The date with its weekday, or "no date yet"."""
    return in_words(date, catalog=translation, weekday=True) if date else translation.gettext("no date yet")
