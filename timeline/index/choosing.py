"""The one place that turns a choice into rows: every answer to a reader goes through :func:`chosen`."""

from __future__ import annotations

from timeline.filtering import EventFilter
from timeline.models import Event, Timeline
from timeline.models.events import EventQuerySet


def chosen(timeline: Timeline, choice: EventFilter) -> EventQuerySet:
    """The published events that a choice shows, those that only possibly lie in its days included (vocabulary)."""
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
