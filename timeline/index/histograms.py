"""How many events of a choice lie in each bin of a window of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from pyroaring import BitMap

from timeline.drawing import BinCount, Bins, Unit
from timeline.drawing.bins import HOURS_A_DAY
from timeline.filtering import EventFilter, Order
from timeline.index.choosing import Chosen, chosen, possibly, values_in_use
from timeline.index.holding import Index, current
from timeline.index.segments import NO_HOUR, Column, Segment, Value, ordinals
from timeline.models import Timeline


def histogram(timeline: Timeline, choice: EventFilter, *several: Bins) -> list[tuple[BinCount, ...]]:
    """The events of a choice in each of several divisions of one window: those that overlap it, each once, in the bin
    of its earliest day clipped to the window (vocabulary), certain and possible apart."""
    index = current(timeline)
    return [
        index.answers.ask(question("bins", choice, bins), lambda it=bins: _bins(index, choice, it)) for bins in several
    ]


def has_clock_times(timeline: Timeline, choice: EventFilter) -> bool:
    """Whether most events of a choice have a clock time, so that counting them by the hour says something."""
    parts = chosen(current(timeline), choice)
    timed = sum(part.places.intersection_cardinality(part.segment.timed) for part in parts)
    return 2 * timed > sum(len(part.places) for part in parts)


def question(name: str, choice: EventFilter, bins: Bins) -> tuple[str, EventFilter, Bins]:
    """What an answer about bins is remembered by."""
    return name, replace(choice, order=Order.NEWEST), bins


def in_window(index: Index, choice: EventFilter, bins: Bins) -> tuple[Chosen, ...]:
    """The events of the choice that overlap the window of the bins."""
    return tuple(
        Chosen(part.segment, part.places & possibly(part.segment, bins.first, bins.last))
        for part in chosen(index, choice)
    )


def _bins(index: Index, choice: EventFilter, bins: Bins) -> tuple[BinCount, ...]:
    parts = in_window(index, choice, bins)
    kinds = index.names.rows("kind", values_in_use(index, "kind"))
    certain, possible = ([{} for _ in range(len(bins))] for _ in range(2))
    for kind, its in _by_kind(parts):
        name = kinds[kind].key if kind is not None else None
        for side, counts in zip((certain, possible), counted(its, bins), strict=True):
            for place in np.flatnonzero(counts):
                side[place][name] = int(counts[place])
    return tuple(map(BinCount, certain, possible))


def _by_kind(parts: Sequence[Chosen]) -> Iterator[tuple[Value | None, list[Chosen]]]:
    """The events of each kind, and those of none."""
    kinds = {kind for part in parts for kind in part.segment.values.get("kind", ())}
    for kind in kinds:
        yield kind, [Chosen(it.segment, it.places & _of_kind(it.segment, kind)) for it in parts]
    rest = (BitMap.union(BitMap(), *it.segment.values.get("kind", {}).values()) for it in parts)
    yield None, [Chosen(it.segment, it.places - some) for it, some in zip(parts, rest, strict=True)]


def _of_kind(segment: Segment, kind: Value) -> BitMap:
    return segment.values.get("kind", {}).get(kind, BitMap())


def counted(parts: Iterable[Chosen], bins: Bins) -> tuple[Column, Column]:
    """How many events that overlap the window lie certainly, and how many only possibly, in each bin."""
    certain, possible = (np.zeros(len(bins), np.int64) for _ in range(2))
    for part in parts:
        for total, counts in zip((certain, possible), _counted(part, bins), strict=True):
            total += counts
    return certain, possible


def _counted(part: Chosen, bins: Bins) -> tuple[Column, Column]:
    """Events of one day are certain in any bin of a day or more, and lie in rows by bin: only spans and hours are
    looked at one by one."""
    if bins.unit == Unit.HOUR:
        place, is_certain = binned(part.segment, ordinals(part.places), bins)
        return _number(place[is_certain], bins), _number(place[~is_certain], bins)
    place, is_certain = binned(part.segment, ordinals(part.places & part.segment.spans), bins)
    possible = _number(place[~is_certain], bins)
    ranks = [part.places.rank(cut - 1) if cut else 0 for cut in cuts(part.segment, bins)]
    return np.diff(np.array(ranks)) - possible, possible


def _number(places: Column, bins: Bins) -> Column:
    return np.bincount(places, minlength=len(bins))


def cuts(segment: Segment, bins: Bins) -> list[int]:
    """The places at which the bins of days begin and end, for events that overlap the window."""
    inner = (segment.starts_from(edge // HOURS_A_DAY) for edge in bins.edges[1:-1])
    return [0, *inner, len(segment)]


def binned(segment: Segment, rows: Column, bins: Bins) -> tuple[Column, Column]:
    """The bin of each of these events, and whether all of the event lies in it."""
    hour, edges = segment.hour[rows].astype(np.int64), np.array(bins.edges)
    begins = segment.earliest[rows].astype(np.int64) * HOURS_A_DAY + np.maximum(hour, 0)
    ends = segment.latest[rows].astype(np.int64) * HOURS_A_DAY + np.where(hour == NO_HOUR, HOURS_A_DAY, hour + 1)
    begin_inside = np.maximum(begins, max(bins.edges[0], bins.first.toordinal() * HOURS_A_DAY))
    place = np.searchsorted(edges, begin_inside, "right") - 1
    return place, (edges[place] <= begins) & (ends <= edges[place + 1])
