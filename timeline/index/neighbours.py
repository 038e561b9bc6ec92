"""What stands around one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.index.choosing import Chosen, certainly
from timeline.index.cursors import Cursor
from timeline.index.holding import Index, current
from timeline.index.pages import past
from timeline.index.segments import Key, ordinals
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
    """What stands around a dated event of a timeline."""
    index, place = current(event.timeline), Cursor.at(event)
    key = (place.earliest.toordinal(), place.latest.toordinal(), place.pk)
    inside, elsewhere = _divided(index, place)
    same_days = _weightiest(inside, key)
    before, after = (next(iter(past(elsewhere, key, 1, is_down=is_down)), None) for is_down in (True, False))
    rows = _rows([*same_days, *(it for it in (before, after) if it)])
    return Around(
        tuple(rows[it[-1]] for it in same_days if it[-1] in rows),
        rows.get(before[-1]) if before else None,
        rows.get(after[-1]) if after else None,
    )


def _divided(index: Index, place: Cursor) -> tuple[list[Chosen], list[Chosen]]:
    """The events that certainly lie in the days, and all the others."""
    inside = [
        Chosen(part.segment, part.standing & certainly(part.segment, place.earliest, place.latest))
        for part in index.parts
    ]
    elsewhere = [
        Chosen(part.segment, part.standing - some.places) for part, some in zip(index.parts, inside, strict=True)
    ]
    return inside, elsewhere


def _weightiest(parts: list[Chosen], but: Key) -> list[Key]:
    """The most important events, of equal ones the earliest, in the order of time."""
    found = sorted(it for part in parts for it in _of_part(part) if it[1:] != but)
    return sorted(it[1:] for it in found[:SAME_DAYS_SHOWN])


def _of_part(part: Chosen) -> Iterator[tuple[int, int, int, int]]:
    """Of one segment as many as may be among the weightiest, and one more: their importance, negated, and keys."""
    rows = ordinals(part.places)
    importance = part.segment.importance[rows]
    for at in np.argsort(255 - importance, kind="stable")[: SAME_DAYS_SHOWN + 1]:
        yield (-int(importance[at]), *part.segment.key(int(rows[at])))


def _rows(keys: list[Key]) -> dict[int, Event]:
    events = Event.objects.published().select_related("kind").defer("words")
    return events.in_bulk([pk for _earliest, _latest, pk in keys])
