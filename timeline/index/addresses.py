"""The plain address of everything that a search engine should know, and when each last changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max

from timeline.models import Event, Timeline
from timeline.models.events import published

type Address = tuple[str, datetime]
"""A path of this site, and the moment of its last change."""


def event_count() -> int:
    """How many events of all timelines readers may see."""
    return Event.objects.published().count()


def timeline_addresses() -> list[Address]:
    """Of the timelines with something to read; one changes with its newest event."""
    changed = Max("events__updated_at", filter=published("events__"))
    return [
        (row.get_absolute_url(), row.last_change) for row in Timeline.objects.listed().annotate(last_change=changed)
    ]


def event_addresses(start: int, stop: int) -> Iterator[Address]:
    """Of the published events from one place to another in the order in which they were taken in."""
    rows = Event.objects.published().order_by("pk").only("public_id", "headline", "updated_at")[start:stop]
    return ((row.get_absolute_url(), row.updated_at) for row in rows.iterator(chunk_size=2000))
