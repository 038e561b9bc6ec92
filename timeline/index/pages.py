"""Which events, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from timeline.filtering import EventFilter
from timeline.index.choosing import chosen
from timeline.index.cursors import Cursor
from timeline.models import Event, Timeline
from timeline.models.events import certainly_within

PAGE_SIZE = 50
"""Events on a page (vocabulary: fifty a page)."""


@dataclass(frozen=True, slots=True)
class Page:
    """Events in the order of reading, and where the next page begins, or None on the last one."""

    events: tuple[Event, ...]
    next_cursor: Cursor | None


class Total(NamedTuple):
    """How many events a choice shows, and how many of them lie only possibly in its days."""

    events: int
    possibly: int


def page(timeline: Timeline, choice: EventFilter, *, after: Cursor | None = None, size: int = PAGE_SIZE) -> Page:
    """The events of the choice past a place, at most ``size``, with all that a card shows.

    Paging goes by key, not by number: events added or withdrawn while someone reads neither repeat nor skip others.
    """
    events = chosen(timeline, choice)
    if after is not None:
        events = events.past(after.key, newest_first=choice.newest_first)
    found = list(events.in_time_order(newest_first=choice.newest_first).with_details()[: size + 1])
    shown = tuple(found[:size])
    return Page(shown, Cursor.at(shown[-1]) if len(found) > size else None)


def count(timeline: Timeline, choice: EventFilter) -> Total:
    """How many events the choice shows on all its pages, in one query."""
    certain = Count("pk", filter=certainly_within(choice.first, choice.last)) if choice.has_dates else Count("pk")
    found = chosen(timeline, choice).aggregate(all=Count("pk"), certain=certain)
    return Total(found["all"], found["all"] - found["certain"])


def keys(timeline: Timeline, choice: EventFilter) -> tuple[tuple[date, date, str], ...]:
    """(earliest, latest, public id) of every event of the choice in the order of reading, in one query."""
    ordered = chosen(timeline, choice).in_time_order(newest_first=choice.newest_first)
    return tuple(ordered.values_list("earliest", "latest", "public_id"))
