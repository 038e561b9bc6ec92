"""Published events of one timeline as sorted columns, with a bitmap of places for every value of every facet.

A place is an event's number in the order of reading, oldest first: (earliest, latest, key). Days are ordinals
(``date.toordinal``). Nothing here changes once it is made, so that any number of threads read it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from pyroaring import BitMap

from timeline.index.bitmaps import Column, bitmap, ordinals, size_of

type Value = int | str
"""A facet's value: the primary key of its row, or the standing itself."""

type Key = tuple[int, int, int]
"""(earliest, latest, primary key) of an event: its place in the order of reading, whatever segment it lies in."""

SHORT = 62
"""Days: an event that lasts longer, or may, is a long one. Most of the others are sure within a month or two."""

NO_HOUR = -1
MOST_SOURCES = 65_535

COLUMNS = {
    "pk": np.int64,
    "earliest": np.int32,
    "latest": np.int32,
    "hour": np.int8,
    "importance": np.uint8,
    "sources": np.uint16,
    "weight": np.int32,
    "sorted_pk": np.int64,
    "place_of_pk": np.int32,
    "cited_from": np.int32,
    "cited": np.int32,
    "articles": np.int64,
    "uses": np.int32,
    "span_places": np.int32,
    "span_latest": np.int32,
    "long_places": np.int32,
    "long_latest": np.int32,
}
"""The columns of a segment and how they are kept, also on disk."""

BY_EVENT = ("starts", "numbers")
"""The columns of values by event."""

NUMBERS = np.int32
"""How those are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class ValuesByEvent:
    """The values of a facet by event: those of the event at a place are ``numbers[starts[place]:starts[place + 1]]``,
    numbers in the order in which the facet has its values. The same as its bitmaps, read the other way. ``is_one_each``
    holds where every event has exactly one, which then stands at its place."""

    starts: Column
    numbers: Column
    is_one_each: bool = field(init=False)

    def __post_init__(self) -> None:
        is_one_each = len(self.numbers) == len(self.starts) - 1 and bool((np.diff(self.starts) == 1).all())
        object.__setattr__(self, "is_one_each", is_one_each)

    def at(self, place: int) -> Column:
        """The values of the event at a place."""
        return self.numbers[self.starts[place] : self.starts[place + 1]]

    def counts(self, rows: Column, values: int) -> Column:
        """How many of the events at these places have each of so many values."""
        if self.is_one_each:
            return np.bincount(self.numbers[rows], minlength=values)
        starts = self.starts[rows]
        left = self.starts[rows + 1] - starts
        found = np.zeros(values, np.int64)
        while len(starts := starts[left > 0]):
            found += np.bincount(self.numbers[starts], minlength=values)
            left = left[left > 0] - 1
            starts = starts + 1
        return found

    @property
    def nbytes(self) -> int:
        """Memory of the columns."""
        return self.starts.nbytes + self.numbers.nbytes


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Of its n events, by place: ``pk``, ``earliest`` and ``latest``; ``hour``, -1 without a clock time;
    ``importance``; ``sources``, the number of articles cited; ``weight``, 0 for the weightiest event of all
    (importance, then sources, then earliest). ``sorted_pk`` and ``place_of_pk`` find a place by key.

    The articles that the event at a place cites are ``cited[cited_from[place]:cited_from[place + 1]]``, as numbers in
    ``articles`` (primary keys, sorted), each of which is cited by ``uses`` events.

    ``spans`` are the places of events of more than one day (``span_places`` the same as a column, ``span_latest``
    their latest days, ``long_places`` and ``long_latest`` those of more than ``SHORT``), ``timed`` of those with a
    clock time, ``values`` of those that have a value of a facet; a value that no event has is missing.
    ``by_event`` are the values of each facet by event.
    """

    pk: Column
    earliest: Column
    latest: Column
    hour: Column
    importance: Column
    sources: Column
    weight: Column
    sorted_pk: Column
    place_of_pk: Column
    cited_from: Column
    cited: Column
    articles: Column
    uses: Column
    span_places: Column
    span_latest: Column
    long_places: Column
    long_latest: Column
    spans: BitMap
    timed: BitMap
    values: Mapping[str, Mapping[Value, BitMap]]
    by_event: Mapping[str, ValuesByEvent]

    def __len__(self) -> int:
        return len(self.pk)

    def key(self, place: int) -> Key:
        """The key of the event at a place."""
        return int(self.earliest[place]), int(self.latest[place]), int(self.pk[place])

    def keys(self, rows: Column) -> list[Key]:
        """The keys of the events at these places."""
        columns = (getattr(self, name)[rows].tolist() for name in ("earliest", "latest", "pk"))
        return list(zip(*columns, strict=True))

    def place(self, key: Key) -> int:
        """How many events have a smaller key: the place at which this key stands or would stand."""
        low, high = 0, len(self)
        for column, wanted in zip((self.earliest, self.latest, self.pk), key, strict=True):
            part = column[low:high]
            # A number of another type would have the whole column converted.
            sought = column.dtype.type(wanted)
            low, high = (low + int(np.searchsorted(part, sought, side)) for side in ("left", "right"))
        return low

    def places(self, pks: Column) -> BitMap:
        """The places of the events with these keys; keys of others are passed over."""
        if not len(self) or not len(pks):
            return BitMap()
        found = np.minimum(np.searchsorted(self.sorted_pk, pks), len(self) - 1)
        return bitmap(np.sort(self.place_of_pk[found[self.sorted_pk[found] == pks]]))

    def starts_from(self, day: int) -> int:
        """The first place whose event begins on the day or later."""
        return int(np.searchsorted(self.earliest, self.earliest.dtype.type(day), "left"))

    def articles_of(self, places: BitMap) -> Column:
        """Primary keys of the articles cited by events at these places, once for each event that cites it."""
        rows = ordinals(places)
        counts = (self.cited_from[rows + 1] - self.cited_from[rows]).astype(np.int64)
        starts = np.repeat(self.cited_from[rows] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        return self.articles[self.cited[starts + np.arange(len(starts))]] if len(rows) else self.articles[:0]

    def uses_of(self, article: int) -> int:
        """How many events cite the article."""
        at = int(np.searchsorted(self.articles, article))
        return int(self.uses[at]) if at < len(self.articles) and self.articles[at] == article else 0

    @property
    def nbytes(self) -> int:
        """Memory of the columns and, as serialised, of the bitmaps."""
        columns = sum(getattr(self, name).nbytes for name in COLUMNS)
        columns += sum(it.nbytes for it in self.by_event.values())
        maps = (it for values in self.values.values() for it in values.values())
        return columns + sum(size_of(it) for it in (self.spans, self.timed, *maps))


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Rows in any order, of which a segment is made. ``citing`` and ``article`` are pairs of a row's number and an
    article's key; ``values`` yields for each value of a facet the numbers of the rows that have it."""

    pk: Column
    earliest: Column
    latest: Column
    hour: Column
    importance: Column
    citing: Column
    article: Column
    values: Iterable[tuple[str, Value, Column]]


def segment(rows: Gathered) -> Segment:
    """The rows as a segment."""
    order = np.lexsort((rows.pk, rows.latest, rows.earliest))
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    pk, earliest, latest, hour, importance = (
        _kept(name, getattr(rows, name)[order]) for name in ("pk", "earliest", "latest", "hour", "importance")
    )
    cited_from, cited, articles = _citations(place[rows.citing], rows.article, len(order))
    sources = _kept("sources", np.minimum(np.diff(cited_from), MOST_SOURCES))
    by_pk = np.argsort(pk, kind="stable")
    values = _bitmaps(rows.values, place)
    return Segment(
        pk=pk,
        earliest=earliest,
        latest=latest,
        hour=hour,
        importance=importance,
        sources=sources,
        weight=_weights(importance, sources),
        sorted_pk=pk[by_pk],
        place_of_pk=_kept("place_of_pk", by_pk),
        cited_from=_kept("cited_from", cited_from),
        cited=_kept("cited", cited),
        articles=articles,
        uses=_kept("uses", np.bincount(cited, minlength=len(articles))),
        span_places=_kept("span_places", np.flatnonzero(latest > earliest)),
        span_latest=_kept("span_latest", latest[latest > earliest]),
        long_places=_kept("long_places", np.flatnonzero(latest - earliest >= SHORT)),
        long_latest=_kept("long_latest", latest[latest - earliest >= SHORT]),
        spans=bitmap(np.flatnonzero(latest > earliest)),
        timed=bitmap(np.flatnonzero(hour != NO_HOUR)),
        values=values,
        by_event={facet: _by_event(places, len(order)) for facet, places in values.items()},
    )


def _kept(name: str, column: Column) -> Column:
    return np.ascontiguousarray(column, dtype=COLUMNS[name])


def _citations(citing: Column, article: Column, events: int) -> tuple[Column, Column, Column]:
    """Where each event's articles begin, the articles as numbers, each once an event, and what the numbers mean."""
    articles, number = np.unique(article, return_inverse=True)
    pairs = distinct(citing.astype(np.int64) * max(1, len(articles)) + number)
    place, cited = np.divmod(pairs, max(1, len(articles)))
    counts = np.bincount(place, minlength=events)
    return np.concatenate(([0], np.cumsum(counts))), cited, articles.astype(np.int64)


def distinct(values: Column) -> Column:
    """The values, ascending, each once. ``np.unique`` takes five times as long over a million that hardly repeat."""
    found = np.sort(values)
    return found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found


def _weights(importance: Column, sources: Column) -> Column:
    """For each place how many events are weightier; of two that weigh the same the earlier one is."""
    lightness = (255 - importance.astype(np.int32)) * (MOST_SOURCES + 1) - sources
    weight = np.empty(len(importance), COLUMNS["weight"])
    weight[np.argsort(lightness, kind="stable")] = np.arange(len(importance), dtype=COLUMNS["weight"])
    return weight


def _bitmaps(values: Iterable[tuple[str, Value, Column]], place: Column) -> dict[str, dict[Value, BitMap]]:
    found: dict[str, dict[Value, BitMap]] = {}
    for facet, value, rows in values:
        found.setdefault(facet, {})[value] = bitmap(np.sort(place[rows]))
    return found


def _by_event(values: Mapping[Value, BitMap], events: int) -> ValuesByEvent:
    places = np.concatenate([ordinals(it) for it in values.values()])
    numbers = np.repeat(np.arange(len(values), dtype=NUMBERS), [len(it) for it in values.values()])
    starts = np.concatenate(([0], np.cumsum(np.bincount(places, minlength=events))))
    return ValuesByEvent(starts.astype(NUMBERS), numbers[np.argsort(places, kind="stable")])


def merged(parts: Iterable[tuple[Segment, BitMap]]) -> Segment:
    """One segment of those events of several that lie at the places given with each."""
    chosen = [(it, ordinals(kept)) for it, kept in parts]
    starts = np.concatenate(([0], np.cumsum([len(rows) for _it, rows in chosen])))
    columns = {
        name: np.concatenate([getattr(it, name)[rows] for it, rows in chosen])
        for name in ("pk", "earliest", "latest", "hour", "importance")
    }
    counts = np.concatenate([np.diff(it.cited_from)[rows] for it, rows in chosen])
    article = np.concatenate([it.articles_of(bitmap(rows)) for it, rows in chosen])
    citing = np.repeat(np.arange(len(counts)), counts)
    return segment(Gathered(**columns, citing=citing, article=article, values=_values_of(chosen, starts)))


def _values_of(chosen: list[tuple[Segment, Column]], starts: Column) -> Iterator[tuple[str, Value, Column]]:
    """The values of the chosen rows of several segments, the rows numbered as they follow each other."""
    names = {(facet, value) for it, _rows in chosen for facet, values in it.values.items() for value in values}
    new_number = []
    for (it, rows), start in zip(chosen, starts, strict=False):
        numbers = np.full(len(it), -1, np.int64)
        numbers[rows] = start + np.arange(len(rows))
        new_number.append(numbers)
    for facet, value in names:
        had = [
            numbers[ordinals(it.values.get(facet, {}).get(value, BitMap()))]
            for (it, _rows), numbers in zip(chosen, new_number, strict=True)
        ]
        rows = np.concatenate(had)
        if len(kept := rows[rows >= 0]):
            yield facet, value, kept
