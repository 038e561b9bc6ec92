"""What a reader sees of a timeline before reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q

from timeline.dates import EventDate
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.models import Citation, Event, Timeline
from timeline.models.events import published


@dataclass(frozen=True, slots=True)
class Overview:
    """Published events, the articles they are quoted from, and the first and last day that any of them names.

    A source is an article, not an outlet: two reports of one newspaper are two sources. The days are None where
    nothing is published, or nothing with a known bound. ``span`` are days that every one of the events overlaps, which
    reach further where the first or last thing known of an event is the end or the beginning of it.
    """

    events: int
    sources: int
    first: date | None
    last: date | None
    span: tuple[date, date] | None

    @property
    def days(self) -> EventDate | None:
        """From the first day to the last, or None while there are none."""
        return _days(self.first, self.last)


def overview(timeline: Timeline) -> Overview:
    """The overview of one timeline, in two queries."""
    events = Event.objects.published().in_timeline(timeline)
    found = events.aggregate(
        events=Count("pk"),
        first=Min("earliest", filter=~Q(earliest=OPEN_START)),
        first_end=Min("latest"),
        last=Max("latest", filter=~Q(latest=OPEN_END)),
        last_start=Max("earliest"),
    )
    cited = Citation.objects.filter(event__in=events).aggregate(articles=Count("article", distinct=True))
    return Overview(found["events"], cited["articles"], found["first"], found["last"], _span(found))


def _span(found: Mapping[str, Any]) -> tuple[date, date] | None:
    """From the first known bound of any event to the last; the open sides of events are no bounds."""
    bounds = [found[name] for name in ("first", "first_end", "last", "last_start")]
    known = [day for day in bounds if day not in (None, OPEN_START, OPEN_END)]
    return (min(known), max(known)) if known else None


@dataclass(frozen=True, slots=True)
class Listed:
    """A timeline on the front page, with the number of its published events and the days they cover."""

    timeline: Timeline
    events: int
    days: EventDate | None


def listed() -> tuple[Listed, ...]:
    """The timelines with something to read, by title, in one query."""
    shown = published("events__")
    found = Timeline.objects.listed().annotate(
        first_day=Min("events__earliest", filter=shown & ~Q(events__earliest=OPEN_START)),
        last_day=Max("events__latest", filter=shown & ~Q(events__latest=OPEN_END)),
    )
    return tuple(Listed(row, row.event_count, _days(row.first_day, row.last_day)) for row in found)


def _days(first: date | None, last: date | None) -> EventDate | None:
    """From the first day to the last; a last day before the first is what open sides leave, and says nothing."""
    if first is None or last is None or last < first:
        return None
    return EventDate.on(first) if first == last else EventDate.lasting(first, last)
