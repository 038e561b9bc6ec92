"""Which events, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.filtering import EventFilter
from timeline.index.cursors import Cursor
from timeline.models import Event, Timeline
from timeline.models.events import EventQuerySet

PAGE_SIZE = 50
"""Events on a page (vocabulary: fifty a page)."""


@dataclass(frozen=True, slots=True)
class Page:
    """Events in the order of reading, and where the next page begins, or None on the last one."""

    events: tuple[Event, ...]
    next_cursor: Cursor | None


def page(timeline: Timeline, choice: EventFilter, *, after: Cursor | None = None, size: int = PAGE_SIZE) -> Page:
    """The events of the choice past a place, at most ``size``, with all that a card shows.

    Paging goes by key, not by number: events added or withdrawn while someone reads neither repeat nor skip others.
    """
    events = _chosen(timeline, choice)
    if after is not None:
        events = events.past(after.key, newest_first=choice.newest_first)
    found = list(events.in_time_order(newest_first=choice.newest_first).with_details()[: size + 1])
    shown = tuple(found[:size])
    return Page(shown, Cursor.at(shown[-1]) if len(found) > size else None)


def count(timeline: Timeline, choice: EventFilter) -> int:
    """How many events the choice shows on all its pages."""
    return _chosen(timeline, choice).count()


def _chosen(timeline: Timeline, choice: EventFilter) -> EventQuerySet:
    """The published events of a choice; an order alone chooses them all."""
    return Event.objects.published().in_timeline(timeline)
