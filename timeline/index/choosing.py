"""The one place that turns a choice into places of events: every answer to a reader goes through :func:`chosen`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import numpy as np
from pyroaring import BitMap

from timeline.filtering import FACETS, EventFilter, Order
from timeline.index.bitmaps import bitmap
from timeline.index.indexes import Index
from timeline.index.segments import SHORT, Segment, Value
from timeline.index.words import hits

NOTHING = BitMap()


class Chosen:
    """The events of one segment that a choice shows, by place. ``places`` is not to be changed."""

    __slots__ = ("places", "segment")

    def __init__(self, segment: Segment, places: BitMap) -> None:
        self.segment, self.places = segment, places


def chosen(index: Index, choice: EventFilter) -> tuple[Chosen, ...]:
    """The events that a choice shows, those that only possibly lie in its days included (vocabulary)."""
    question = replace(choice, order=Order.NEWEST)
    return index.answers.ask(question, lambda: _chosen(index, question))


def _chosen(index: Index, choice: EventFilter) -> tuple[Chosen, ...]:
    values = {name: _values(index, name, choice.chosen(name)) for name in FACETS if choice.chosen(name)}
    said = hits(index, choice.words) if choice.words else None
    days = overlapping(index, choice.first, choice.last) if choice.has_dates else ()
    found = []
    for number, part in enumerate(index.parts):
        places = part.standing.copy()
        for name, wanted in values.items():
            places &= having(part.segment, name, wanted)
        if said is not None:
            places &= part.segment.places(said)
        if days:
            places &= days[number]
        found.append(Chosen(part.segment, places))
    return tuple(found)


def overlapping(index: Index, first: date | None, last: date | None) -> tuple[BitMap, ...]:
    """The events of each part that overlap some days, None leaving a side open; a page asks more than once."""
    return index.answers.ask(
        ("days", first, last), lambda: tuple(possibly(part.segment, first, last) for part in index.parts)
    )


def values_in_use(index: Index, facet: str) -> frozenset[Value]:
    """The values that any event of the index has, and perhaps some that one had until it changed."""
    return index.answers.ask(
        ("in use", facet), lambda: frozenset(it for part in index.parts for it in part.segment.values.get(facet, ()))
    )


def _values(index: Index, facet: str, keys: Iterable[str]) -> list[Value]:
    return index.names.values(facet, keys, values_in_use(index, facet))


def having(segment: Segment, facet: str, values: Iterable[Value]) -> BitMap:
    """Those with at least one of the values; not to be changed."""
    had = segment.values.get(facet, {})
    found = [had[value] for value in values if value in had]
    return found[0] if len(found) == 1 else BitMap.union(NOTHING, *found)


def possibly(segment: Segment, first: date | None, last: date | None) -> BitMap:
    """Those that overlap the days from first to last; None leaves a side open."""
    starts, ends = _starting(segment, first, last)
    found = BitMap(range(starts, max(starts, ends)))
    if first is not None:
        # Of those that begin before, only long ones and those that begin little before can reach into the days.
        before = min(starts, ends)
        near = _spans(segment, min(before, segment.starts_from(first.toordinal() - SHORT)), before)
        far = slice(0, int(np.searchsorted(segment.long_places, segment.long_places.dtype.type(before))))
        found |= bitmap(segment.span_places[near][segment.span_latest[near] >= first.toordinal()])
        found |= bitmap(segment.long_places[far][segment.long_latest[far] >= first.toordinal()])
    return found


def certainly(segment: Segment, first: date | None, last: date | None) -> BitMap:
    """Those that lie wholly in the days from first to last; None leaves a side open."""
    starts, ends = _starting(segment, first, last)
    found = BitMap(range(starts, max(starts, ends)))
    if last is not None:
        inside = _spans(segment, starts, ends)
        found -= bitmap(segment.span_places[inside][segment.span_latest[inside] > last.toordinal()])
    return found


def _starting(segment: Segment, first: date | None, last: date | None) -> tuple[int, int]:
    """The places of those that begin in the days from first to last."""
    starts = segment.starts_from(first.toordinal()) if first is not None else 0
    ends = segment.starts_from(last.toordinal() + 1) if last is not None else len(segment)
    return starts, ends


def _spans(segment: Segment, starts: int, ends: int) -> slice:
    """Which of the events of more than one day lie at places of this range."""
    if starts >= ends:
        return slice(0, 0)
    low, high = (segment.spans.rank(at - 1) if at else 0 for at in (starts, ends))
    return slice(low, high)
