"""How many events of a choice lie in each bin of a window of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from pyroaring import BitMap

from timeline.drawing import BinCount, Bins, Unit
from timeline.drawing.bins import HOURS_A_DAY
from timeline.filtering import EventFilter, Order
from timeline.index.bitmaps import Column, bitmap, ordinals
from timeline.index.choosing import Chosen, chosen, overlapping, possibly, values_in_use
from timeline.index.holding import current
from timeline.index.indexes import Index
from timeline.index.segments import NO_HOUR, Segment, Value
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
        Chosen(part.segment, part.places & there)
        for part, there in zip(chosen(index, choice), overlapping(index, bins.first, bins.last), strict=True)
    )


def parted(index: Index, choice: EventFilter, bins: Bins) -> list[Divided]:
    """The events of the choice that overlap the window, divided into the bins, segment by segment."""
    return index.answers.ask(question("parted", choice, bins), lambda: _parted(index, choice, bins))


def _parted(index: Index, choice: EventFilter, bins: Bins) -> list[Divided]:
    """Of a whole timeline most of the work is its base, which stays from version to version: its division is kept,
    and what was superseded since, or is left out by the choice, is taken out of it."""
    base, *since = in_window(index, choice, bins)
    kept = index.divisions.look(bins) if choice.is_narrowed else whole_division(index, bins)
    return [kept.having(base.places) if kept else divided(base, bins), *(divided(it, bins) for it in since)]


def whole_division(index: Index, bins: Bins) -> Divided:
    """All events of the base that overlap the window of the bins, kept with the base."""
    base = index.parts[0].segment
    whole = Chosen(base, possibly(base, bins.first, bins.last))
    return index.divisions.ask(bins, lambda: divided(whole, bins))


MANY_KINDS = 60
"""Kinds that are counted one after the other; of more, each event's kind is looked at instead."""


def _bins(index: Index, choice: EventFilter, bins: Bins) -> tuple[BinCount, ...]:
    parts = parted(index, choice, bins)
    kinds = index.names.rows("kind", values_in_use(index, "kind"))
    wanted = _kinds(parts, {kinds[kind].key: kind for kind in kinds}, choice)
    counts = _by_event(parts) if len(wanted) > MANY_KINDS else _by_kind(parts, wanted)
    sides: tuple[list[dict[str | None, int]], ...] = ([{} for _ in range(len(bins))], [{} for _ in range(len(bins))])
    of_a_kind = np.zeros((len(sides), len(bins)), np.int64)
    for side, place, kind, number in counts:
        of_a_kind[side, place] += number
        key = kinds[kind].key
        sides[side][place][key] = sides[side][place].get(key, 0) + number
    rest = np.stack(counted(parts)) - of_a_kind
    for side, place in np.argwhere(rest).tolist():
        sides[side][place][None] = int(rest[side, place])
    return tuple(map(BinCount, *sides))


type _Number = tuple[int, int, Value, int]
"""0 for certain or 1 for possible, a bin, a kind, and how many events that is."""


def _by_kind(parts: Sequence[Divided], kinds: Iterable[Value]) -> Iterator[_Number]:
    """The numbers of each kind, by its bitmap."""
    for kind in kinds:
        found = counted([it.having(it.segment.values.get("kind", {}).get(kind, BitMap())) for it in parts])
        for side, each in enumerate(found):
            yield from ((side, place, kind, int(each[place])) for place in np.flatnonzero(each).tolist())


def _by_event(parts: Sequence[Divided]) -> Iterator[_Number]:
    """The same by the kind of each event, in one go however many kinds there are."""
    for part in parts:
        values = tuple(part.segment.values.get("kind", ()))
        possible = part.counts_by("kind", part.possible)
        for side, table in enumerate((part.counts_by("kind", part.places) - possible, possible)):
            for value, place in np.argwhere(table).tolist():
                yield side, place, values[value], int(table[value, place])


def _kinds(parts: Sequence[Divided], known: Mapping[str, Value], choice: EventFilter) -> set[Value]:
    """The kinds that any of the events may have: one each at most, so that with kinds chosen there is no other."""
    had = {kind for part in parts for kind in part.segment.values.get("kind", ())}
    return had & {known[key] for key in choice.kinds if key in known} if choice.kinds else had


@dataclass(frozen=True, slots=True, eq=False)
class Divided:
    """Events of one segment that overlap a window, divided into bins: ``possible`` are those not wholly in theirs.

    Where bins are days or more, the events lie in rows by bin, and ``starts`` are the places at which bins begin and
    the last one ends. Where they are hours they do not, and each is looked at alone.
    """

    segment: Segment
    places: BitMap
    possible: BitMap
    bins: Bins
    starts: Column

    def having(self, places: BitMap) -> Divided:
        """Those of them that lie at some places."""
        return replace(self, places=self.places & places, possible=self.possible & places)

    def lacking(self, places: BitMap) -> Divided:
        """Those of them that lie at no such place."""
        return replace(self, places=self.places - places, possible=self.possible - places)

    def counts(self, places: BitMap) -> Column:
        """How many of these events of it lie in each bin."""
        if self.bins.unit == Unit.HOUR:
            return np.bincount(self.places_of(ordinals(places)), minlength=len(self.bins))
        if len(places) <= FEW:
            return np.diff(np.searchsorted(np.frombuffer(places.to_array(), np.uint32), self.starts))
        return np.diff([places.rank(int(start) - 1) if start else 0 for start in self.starts])

    def counts_by(self, facet: str, places: BitMap) -> Column:
        """For each value of a facet of which an event has one at most how many of these events lie in each bin."""
        values, bins = len(self.segment.values.get(facet, ())), len(self.bins)
        if not values:
            return np.zeros((0, bins), np.int64)
        rows, by_event = ordinals(places), self.segment.by_event[facet]
        rows = rows[by_event.starts[rows + 1] > by_event.starts[rows]]
        number = by_event.numbers[by_event.starts[rows]].astype(np.int64)
        return np.bincount(number * bins + self.places_of(rows), minlength=values * bins).reshape(values, bins)

    def places_of(self, rows: Column) -> Column:
        """The bins of these events of it."""
        if self.bins.unit == Unit.HOUR:
            return binned(self.segment, rows, self.bins)[0]
        return np.searchsorted(self.starts, rows, "right") - 1


FEW = 100_000
"""Places that are faster counted one by one than asked of a bitmap for every bin."""


def divided(part: Chosen, bins: Bins) -> Divided:
    """Events that overlap the window of the bins. Events of one day are certain in any bin of a day or more."""
    unsure = part.places if bins.unit == Unit.HOUR else part.places & part.segment.spans
    rows = ordinals(unsure)
    _place, is_certain = binned(part.segment, rows, bins)
    return Divided(part.segment, part.places, bitmap(rows[~is_certain]), bins, _starts(part.segment, bins))


def _starts(segment: Segment, bins: Bins) -> Column:
    """The places at which bins of days begin, and the last one ends, for events that overlap the window."""
    days = np.array([edge // HOURS_A_DAY for edge in bins.edges[1:-1]], segment.earliest.dtype)
    return np.array([0, *np.searchsorted(segment.earliest, days), len(segment)], np.uint32)


def counted(parts: Sequence[Divided]) -> tuple[Column, Column]:
    """How many events lie certainly, and how many only possibly, in each bin."""
    possible = np.sum([part.counts(part.possible) for part in parts], axis=0)
    return np.sum([part.counts(part.places) for part in parts], axis=0) - possible, possible


def binned(segment: Segment, rows: Column, bins: Bins) -> tuple[Column, Column]:
    """The bin of each of these events, and whether all of the event lies in it."""
    begins, ends = moments(segment, rows)
    edges, window = np.array(bins.edges), bins.first.toordinal() * HOURS_A_DAY
    place = np.searchsorted(edges, np.maximum(begins, max(bins.edges[0], window)), "right") - 1
    return place, (edges[place] <= begins) & (ends <= edges[place + 1])


def moments(segment: Segment, rows: Column) -> tuple[Column, Column]:
    """The moments (``drawing.bins``) at which events begin and end; a day without a clock time is 24 hours long."""
    hour = segment.hour[rows].astype(np.int64)
    begins = segment.earliest[rows].astype(np.int64) * HOURS_A_DAY + np.maximum(hour, 0)
    ends = segment.latest[rows].astype(np.int64) * HOURS_A_DAY + np.where(hour == NO_HOUR, HOURS_A_DAY, hour + 1)
    return begins, ends
