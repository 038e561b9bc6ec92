"""Dates and numbers in words, for templates. What they say depends on the language being shown, nothing else."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from timeline.dates import EventDate
from timeline.dates.wording import datetime_attr
from timeline.drawing import Histogram
from timeline.filtering.remembered import date_in_words, day_in_words, grouped
from timeline.index import Lead

register = template.Library()


@register.filter
def words(value: EventDate | date | None) -> str:
    """The date as a person says it: "4 or 5 October 2025"; a plain day works as well, None is ""."""
    if not value:
        return ""
    return date_in_words(value) if isinstance(value, EventDate) else day_in_words(value)


@register.filter
def words_with_weekday(value: EventDate | date | None) -> str:
    """As :func:`words`, with the day of the week where the date is one day."""
    return date_in_words(_event_date(value), weekday=True) if value else ""


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
    return grouped(value)


@register.filter
def share_of(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent for SVG: a point, never a comma, whatever the language."""
    return f"{100 * part / whole:.1f}" if whole else "0"


class Marked(Protocol):
    """A kind, or a value of its facet: what has a mark."""

    key: str
    shape: str


@register.filter
def glyph(kind: Marked | None) -> SafeString:
    """The mark of a kind, or of none."""
    return _glyph(kind.key, kind.shape) if kind else _glyph("none", "")


@lru_cache(500)
def _glyph(key: str, shape: str) -> SafeString:
    return mark_safe(render_to_string("timeline/_glyph.html", {"key": key, "shape": shape}))  # noqa: S308


@lru_cache(5_000)
def names_apart(values: tuple[str, ...], *, mirrored: bool) -> SafeString:
    """Names with points between them, each as :func:`name_apart` writes it."""
    return mark_safe(" · ".join(name_apart(value, mirrored=mirrored) for value in values))  # noqa: S308


@lru_cache(5_000)
def name_apart(value: str, *, mirrored: bool) -> SafeString:
    """A name, kept apart where it may run against the page, which is mirrored or not."""
    against = _AGAINST_MIRRORED if mirrored else _AGAINST
    text = escape(value)
    is_against = any(unicodedata.bidirectional(it) in against for it in value)
    return mark_safe(f"<bdi>{text}</bdi>") if is_against else text  # noqa: S308


_AGAINST = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"})
_AGAINST_MIRRORED = frozenset({"L", "EN", "AN", "LRE", "LRO", "LRI", "FSI"})
"""Classes of characters (UAX 9) that a page from the left, or one from the right, must keep apart."""


class Led(Protocol):
    """A histogram with the events that lead its columns, and the column that is told of."""

    histogram: Histogram
    leads: tuple[Lead | None, ...]
    told: int | None


@register.filter
def told_of(band: Led) -> SafeString:
    """What a histogram says in words below itself: a column, and the event that leads it as a link."""
    if band.told is None:
        return SafeString()
    column, lead = band.histogram.columns[band.told], band.leads[band.told]
    if lead is None:
        return escape(column.label)
    link = format_html('<a href="{}" lang="{}" dir="auto">{}</a>', lead.address, lead.language, lead.headline)
    return mark_safe(escape(column.label).replace(escape(f"\u2068{lead.headline}\u2069"), link))  # noqa: S308


def _event_date(value: EventDate | date) -> EventDate:
    return value if isinstance(value, EventDate) else EventDate.on(value)
