"""Which events, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from timeline.filtering import EventFilter
from timeline.index.choosing import chosen
from timeline.index.cursors import Cursor
from timeline.models import Event, Timeline
from timeline.models.events import EventQuerySet, certainly_within

PAGE_SIZE = 50
"""Events on a page (vocabulary: fifty a page)."""


@dataclass(frozen=True, slots=True)
class Page:
    """Events in the order of reading; where to read on after them and before them, None where the list ends there."""

    events: tuple[Event, ...]
    next_cursor: Cursor | None
    previous_cursor: Cursor | None = None


class Total(NamedTuple):
    """How many events a choice shows, and how many of them lie only possibly in its days."""

    events: int
    possibly: int


def page(
    timeline: Timeline,
    choice: EventFilter,
    *,
    after: Cursor | None = None,
    before: Cursor | None = None,
    size: int = PAGE_SIZE,
) -> Page:
    """The events of the choice past a place, at most ``size``, or those that end before one; what else a card shows is
    in :func:`timeline.index.details`. One query, two from inside the list.

    Paging goes by key, not by number: events added or withdrawn while someone reads neither repeat nor skip others.
    """
    if before is None:
        found = list(_from(timeline, choice, after, newest_first=choice.newest_first)[: size + 1])
        shown = tuple(found[:size])
        following, preceding = len(found) > size, after is not None and _is_more(timeline, choice, shown[:1], -1)
    else:
        found = list(_from(timeline, choice, before, newest_first=not choice.newest_first)[: size + 1])
        shown = tuple(reversed(found[:size]))
        following, preceding = _is_more(timeline, choice, shown[-1:], 1), len(found) > size
    return Page(shown, Cursor.at(shown[-1]) if following else None, Cursor.at(shown[0]) if preceding else None)


def _from(timeline: Timeline, choice: EventFilter, place: Cursor | None, *, newest_first: bool) -> EventQuerySet:
    """The events of a choice past a place in one direction, the nearest first."""
    events = chosen(timeline, choice).in_time_order(newest_first=newest_first)
    return events if place is None else events.past(place.key, newest_first=newest_first)


def _is_more(timeline: Timeline, choice: EventFilter, edge: Sequence[Event], direction: int) -> bool:
    """Whether the list goes on past the event at an edge of a page: 1 in the order of reading, -1 against it."""
    is_back = choice.newest_first is (direction > 0)
    return any(_from(timeline, choice, Cursor.at(it), newest_first=is_back).exists() for it in edge)


def count(timeline: Timeline, choice: EventFilter) -> Total:
    """How many events the choice shows on all its pages, in one query."""
    certain = Count("pk", filter=certainly_within(choice.first, choice.last)) if choice.has_dates else Count("pk")
    found = chosen(timeline, choice).aggregate(all=Count("pk"), certain=certain)
    return Total(found["all"], found["all"] - found["certain"])


def keys(timeline: Timeline, choice: EventFilter) -> tuple[tuple[date, date, str], ...]:
    """(earliest, latest, public id) of every event of the choice in the order of reading, in one query."""
    ordered = chosen(timeline, choice).in_time_order(newest_first=choice.newest_first)
    return tuple(ordered.values_list("earliest", "latest", "public_id"))
