"""The plain address of everything that a search engine should know, and when each last changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import numpy as np

from timeline.index.holding import Index, at, stamps
from timeline.index.lately import Lately
from timeline.index.overviews import listed
from timeline.index.segments import ordinals
from timeline.models import Event

type Address = tuple[str, datetime]
"""A path of this site, and the moment of its last change."""

_divided: Lately[list[int]] = Lately(4)


def event_count() -> int:
    """How many events of all timelines readers may see."""
    return sum(len(at(stamp)) for stamp in stamps())


def timeline_addresses() -> list[Address]:
    """Of the timelines with something to read; one changes with whatever readers can see of it."""
    return [(it.timeline.get_absolute_url(), it.timeline.changed_at) for it in listed()]


def event_addresses(number: int, size: int) -> Iterator[Address]:
    """Of the published events in one of the parts (the first is 0) of so many events into which they fall in the order
    in which they were taken in."""
    bounds = _bounds(size)
    if number >= len(bounds):
        return iter(())
    shown = Event.objects.published().filter(pk__gte=bounds[number]).order_by("pk")
    rows = shown.only("public_id", "headline", "updated_at")[:size]
    return ((row.get_absolute_url(), row.updated_at) for row in rows.iterator(chunk_size=2000))


def _bounds(size: int) -> list[int]:
    """The first key of each part; found anew when any timeline changed."""
    found = stamps()
    return _divided.ask((tuple(found), size), lambda: _first_keys([at(stamp) for stamp in found], size))


def _first_keys(indexes: list[Index], size: int) -> list[int]:
    parts = [part for index in indexes for part in index.parts]
    pks = [part.segment.pk[ordinals(part.standing)] for part in parts]
    return np.sort(np.concatenate([np.empty(0, np.int64), *pks]))[::size].tolist()
