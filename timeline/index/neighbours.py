"""What stands around one event."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.index.cursors import Cursor
from timeline.models import Event

SAME_DAYS_SHOWN = 10
"""Others of the same days that are named: a dense day has its own place in the list."""


@dataclass(frozen=True, slots=True)
class Around:
    """Published events: those that certainly lie in this one's days, the weightiest ten in the order of time, and the
    nearest before and after them."""

    same_days: tuple[Event, ...]
    before: Event | None
    after: Event | None


def around(event: Event) -> Around:
    """What stands around a dated event of a timeline, in three queries."""
    others = Event.objects.published().in_timeline(event.timeline).exclude(pk=event.pk)
    inside = {"earliest__gte": event.earliest, "latest__lte": event.latest}
    same_days = others.filter(**inside).select_related("kind").order_by("-importance", "earliest", "latest", "pk")
    elsewhere, place = others.exclude(**inside), Cursor.at(event).key
    return Around(
        tuple(sorted(same_days[:SAME_DAYS_SHOWN], key=lambda other: Cursor.at(other).key)),
        elsewhere.past(place, newest_first=True).in_time_order(newest_first=True).first(),
        elsewhere.past(place).in_time_order().first(),
    )
