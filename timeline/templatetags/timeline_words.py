"""Dates and numbers in words, for templates. What they say depends on the language being shown, nothing else."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import translation
from django.utils.formats import number_format

from timeline.dates import EventDate
from timeline.dates.wording import datetime_attr, in_words

register = template.Library()


@register.filter
def words(value: EventDate | date | None) -> str:
    """The date as a person says it: "4 or 5 October 2025"; a plain day works as well, None is ""."""
    return in_words(_event_date(value), catalog=translation) if value else ""


@register.filter
def words_with_weekday(value: EventDate | date | None) -> str:
    """As :func:`words`, with the day of the week where the date is one day."""
    return in_words(_event_date(value), catalog=translation, weekday=True) if value else ""


@register.filter
def machine_date(value: EventDate | date | None) -> str:
    """The ``datetime`` of a ``<time>``, "" where HTML cannot say how well the date is known."""
    return (datetime_attr(_event_date(value)) or "") if value else ""


@register.filter
def date_of(moment: datetime) -> date:
    """The civil day of a moment in the zone it is given in."""
    return moment.date()


@register.filter
def number(value: int) -> str:
    """The number as the language writes it: 1,284 in English."""
    return number_format(value, force_grouping=True)


@register.filter
def share_of(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent for SVG: a point, never a comma, whatever the language."""
    return f"{100 * part / whole:.1f}" if whole else "0"


def _event_date(value: EventDate | date) -> EventDate:
    return value if isinstance(value, EventDate) else EventDate.on(value)
