"""Plain links into a timeline by month: what stands in for reading every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import translation

from timeline import index
from timeline.dates import EventDate
from timeline.dates.names import month_name
from timeline.dates.wording import in_words
from timeline.models import Timeline
from timeline.views.asked import Asked

MONTHS_SHOWN = 36
"""Where a timeline has events in more months than these, the links go to its years."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to a month or year with the number of its events."""

    label: str
    url: str
    events: int


@dataclass(frozen=True, slots=True)
class JumpYear:
    """A year and its months; no months where a timeline has too many to list."""

    year: Jump
    months: tuple[Jump, ...]
    busiest: int


def jumps(timeline: Timeline, asked: Asked) -> tuple[JumpYear, ...]:
    """The years of a timeline in the order of reading, each with its months."""
    found = index.months(timeline, asked.choice)
    busiest = max((month.events for month in found), default=0)
    with_months = len(found) <= MONTHS_SHOWN
    return tuple(
        _year(list(months), timeline, asked, busiest, with_months)
        for _, months in groupby(found, lambda month: month.first_day.year)
    )


def _year(
    months: list[index.MonthCount], timeline: Timeline, asked: Asked, busiest: int, with_months: bool
) -> JumpYear:
    first = months[0]
    label = in_words(EventDate.sometime_in_year(first.first_day.year), catalog=translation)
    year = Jump(label, _url(first, timeline, asked), sum(month.events for month in months))
    links = (Jump(_name(it.first_day), _url(it, timeline, asked), it.events) for it in months)
    return JumpYear(year, tuple(links) if with_months else (), busiest)


def _name(month: date) -> str:
    return month_name(month.month, translation)


def _url(month: index.MonthCount, timeline: Timeline, asked: Asked) -> str:
    return asked.from_place(month.cursor).address("timeline", timeline)
