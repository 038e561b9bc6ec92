"""The answers as plain queries give them, row by row and without any index: what the index is held to.

Slow, and short enough to be seen to be right.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min, Q
from django.db.models.functions import ExtractHour

from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing import Bins
from timeline.drawing import count as count_in_bins
from timeline.filtering import FACETS, EventFilter
from timeline.models import Citation, Event, Timeline
from timeline.models.events import EventQuerySet, certainly_within

FIELDS = {"kind": "kind__key", "actor": "actors__key", "place": "places__key", "standing": "standing"}


def chosen(timeline: Timeline, choice: EventFilter) -> EventQuerySet:
    """The published events that a choice shows."""
    events = Event.objects.published().in_timeline(timeline)
    if choice.has_dates:
        events = events.overlapping(choice.first, choice.last)
    if choice.kinds:
        events = events.of_kinds(choice.kinds)
    if choice.actors:
        events = events.with_actors(choice.actors)
    if choice.places:
        events = events.at_places(choice.places)
    if choice.standings:
        events = events.of_standings(choice.standings)
    if choice.sources:
        events = events.quoted_from(choice.sources)
    return events.saying(choice.words) if choice.words else events


def pks(timeline: Timeline, choice: EventFilter) -> list[int]:
    """The keys of the events in the order of reading."""
    ordered = chosen(timeline, choice).in_time_order(newest_first=choice.newest_first)
    return list(ordered.values_list("pk", flat=True))


def count(timeline: Timeline, choice: EventFilter) -> tuple[int, int]:
    """How many events are shown, and how many of them lie only possibly in the days."""
    events = chosen(timeline, choice)
    certain = events.filter(certainly_within(choice.first, choice.last)).count()
    return events.count(), events.count() - certain


def facet_counts(timeline: Timeline, choice: EventFilter) -> dict[str, dict[str, int]]:
    """By facet, how many events each value would show if it alone were chosen there."""
    return {name: _facet(name, chosen(timeline, choice.without(name))) for name in FACETS}


def _facet(name: str, events: EventQuerySet) -> dict[str, int]:
    if name == "source":
        cited = Citation.objects.filter(event__in=events, article__outlet__isnull=False)
        return dict(cited.order_by().values_list("article__outlet__key").annotate(n=Count("event", distinct=True)))
    rows = events.filter(**{f"{FIELDS[name]}__isnull": False})
    return dict(rows.order_by().values_list(FIELDS[name]).annotate(n=Count("pk", distinct=True)))


def histogram(timeline: Timeline, choice: EventFilter, bins: Bins) -> Any:
    """The counts of each bin."""
    within = chosen(timeline, choice).overlapping(bins.first, bins.last)
    return count_in_bins(within.values_list("earliest", "latest", F("kind__key"), ExtractHour("time")), bins)


def leads(timeline: Timeline, choice: EventFilter, bins: Bins) -> list[int | None]:
    """The key of the event that leads each bin."""
    best: dict[int, Any] = {}
    within = chosen(timeline, choice).overlapping(bins.first, bins.last)
    for it in within.annotate(sources=Count("citations__article", distinct=True)):
        hour = it.time.hour if it.time else 0
        place = bins.index_at(max(it.earliest.toordinal() * 24 + hour, bins.first.toordinal() * 24))
        key = (-it.importance, -it.sources, it.earliest, it.latest, it.pk)
        best[place] = min(best.get(place, key), key)
    return [best[place][-1] if place in best else None for place in range(len(bins))]


def overview(timeline: Timeline) -> tuple[int, int, date | None, date | None, tuple[date, date] | None]:
    """Events, articles, first day, last day and span."""
    events = chosen(timeline, EventFilter())
    found = events.aggregate(
        first=Min("earliest", filter=~Q(earliest=OPEN_START)),
        first_end=Min("latest"),
        last=Max("latest", filter=~Q(latest=OPEN_END)),
        last_start=Max("earliest"),
    )
    known = [day for day in found.values() if day not in (None, OPEN_START, OPEN_END)]
    span = (min(known), max(known)) if known else None
    articles = Citation.objects.filter(event__in=events).values("article").distinct().count()
    return events.count(), articles, found["first"], found["last"], span
