"""The rows of a timeline, read with plain cursors and in chunks straight into columns: a million would not fit as
objects. SQL that SQLite and PostgreSQL both speak, but for days and hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from django.db import connection

from timeline.index.segments import Column, Gathered, Segment, Value, segment

CHUNK = 20_000
"""Rows fetched at once, some megabytes."""

DENSE = 4
"""Rows of others that are read along for each one wanted, before they are looked for one by one."""

MOST_NAMED = 5_000
"""Rows that are asked for by their keys; SQLite takes a statement of a million bytes at most."""

STANDINGS = ("reported", "planned", "conditional", "denied", "confirmed", "disputed")
"""As numbers in what is fetched, by their place here; only the names are kept."""

_DAY = {
    "sqlite": "CAST(julianday({0}) - 1721424.5 AS INTEGER)",
    "postgresql": "(({0} - DATE '0001-01-01') + 1)::bigint",
}
"""Day 1 is 1 January of year 1, as in ``date.toordinal``."""

_HOUR = {
    "sqlite": "CAST(substr(time, 1, 2) AS INTEGER)",
    "postgresql": "EXTRACT(HOUR FROM time)::int",
}


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on rows of ``timeline_event`` in SQL, and what stands for its placeholders."""

    sql: str
    params: tuple[Any, ...] = ()


def visible(with_batches: Sequence[int] = ()) -> Where:
    """What readers may see: ``EventQuerySet.published()``, in SQL (tests hold one to the other). ``with_batches`` are
    imports whose events are to be taken for visible although they are not yet."""
    batches = "SELECT id FROM timeline_import WHERE visible_at IS NOT NULL"
    told = "".join(f" OR batch_id = {int(pk)}" for pk in with_batches)
    return Where(f"status = 'published' AND (batch_id IS NULL OR batch_id IN ({batches}){told})")


def read(timeline: int, *, with_batches: Sequence[int] = ()) -> Segment:
    """All visible events of a timeline."""
    shown = visible(with_batches)
    return _read(Where(f"timeline_id = %s AND {shown.sql}", (timeline, *shown.params)))


def read_some(timeline: int, pks: Sequence[int], *, with_batches: Sequence[int] = ()) -> Segment:
    """Those of these events that are visible in the timeline."""
    if not pks:
        return _read(Where("1 = 0"))
    shown = visible(with_batches)
    numbers = ",".join(str(int(pk)) for pk in pks)
    return _read(Where(f"id IN ({numbers}) AND timeline_id = %s AND {shown.sql}", (timeline, *shown.params)))


def _read(where: Where) -> Segment:
    """What is short of an event is packed into one number, since every column costs time a million times: 22 bits for
    each day, 5 for the hour and one more, 3 for the importance, 4 for the standing."""
    day, hour = _DAY[connection.vendor], _HOUR[connection.vendor]
    standing = " ".join(f"WHEN '{name}' THEN {number}" for number, name in enumerate(STANDINGS))
    packed = f"({day.format('earliest')}) * {1 << 22} + ({day.format('latest')})"
    packed = (
        f"({packed}) * {1 << 12} + (COALESCE({hour}, -1) + 1) * 128 + importance * 16 + CASE standing {standing} END"
    )
    pk, kind, numbers = _fetch(
        f"SELECT id, COALESCE(kind_id, -1), {packed} FROM timeline_event WHERE {where.sql}", where.params, width=3
    ).T
    finder = _Finder.of(pk, where)
    citing, article = finder.pairs("timeline_citation", "article_id")
    return segment(
        Gathered(
            pk=pk,
            earliest=numbers >> 34,
            latest=numbers >> 12 & (1 << 22) - 1,
            hour=(numbers >> 7 & 31) - 1,
            importance=numbers >> 4 & 7,
            citing=citing,
            article=article,
            values=chain(
                _grouped("kind", np.arange(len(pk)), kind),
                _grouped("actor", *finder.pairs("timeline_event_actors", "actor_id")),
                _grouped("place", *finder.pairs("timeline_event_places", "place_id")),
                _standings(numbers & 15),
                _grouped("source", *_outlets(citing, article)),
            ),
        )
    )


def _fetch(sql: str, params: Sequence[Any], *, width: int) -> Column:
    """All rows of integers as an array of so many columns."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        chunks = [np.empty((0, width), np.int64)]
        while rows := cursor.fetchmany(CHUNK):
            flat = np.fromiter(chain.from_iterable(rows), np.int64, len(rows) * width)
            chunks.append(flat.reshape(-1, width))
    return np.concatenate(chunks)


@dataclass(frozen=True, slots=True, eq=False)
class _Finder:
    """Finds the rows of other tables that belong to events, and the numbers of the events."""

    sorted_pk: Column
    number: Column
    where: Where

    @classmethod
    def of(cls, pk: Column, where: Where) -> _Finder:
        number = np.argsort(pk, kind="stable")
        return cls(pk[number], number, where)

    def pairs(self, table: str, column: str) -> tuple[Column, Column]:
        """Numbers of events, and the values of the column in the rows that point to them."""
        if not len(self.sorted_pk):
            return self.number, self.number
        found = _fetch(f"SELECT event_id, {column} FROM {table} WHERE {self._its_events()}", self._params(), width=2)
        events, values = found.T
        at = np.minimum(np.searchsorted(self.sorted_pk, events), len(self.sorted_pk) - 1)
        is_ours = self.sorted_pk[at] == events
        return self.number[at[is_ours]], values[is_ours]

    @property
    def _is_dense(self) -> bool:
        """Whether hardly any other events lie between the first and the last: then the whole range is read."""
        return bool(self.sorted_pk[-1] - self.sorted_pk[0] < DENSE * len(self.sorted_pk))

    def _its_events(self) -> str:
        if self._is_dense:
            return f"event_id BETWEEN {self.sorted_pk[0]} AND {self.sorted_pk[-1]}"
        return f"event_id IN (SELECT id FROM timeline_event WHERE {self.where.sql})"

    def _params(self) -> tuple[Any, ...]:
        return () if self._is_dense else self.where.params


def _outlets(citing: Column, article: Column) -> tuple[Column, Column]:
    """Numbers of events and the outlets of the articles that they cite; articles without one are left out."""
    articles = np.unique(article)
    if not len(articles):
        return citing, article
    found = _fetch(
        f"SELECT id, outlet_id FROM timeline_article WHERE outlet_id IS NOT NULL AND {_among(articles)}", (), width=2
    )
    outlets = np.full(len(articles), -1, np.int64)
    at = np.minimum(np.searchsorted(articles, found[:, 0]), len(articles) - 1)
    is_ours = articles[at] == found[:, 0]
    outlets[at[is_ours]] = found[is_ours, 1]
    return citing, outlets[np.searchsorted(articles, article)]


def _among(pks: Column) -> str:
    if pks[-1] - pks[0] < DENSE * len(pks) or len(pks) > MOST_NAMED:
        return f"id BETWEEN {pks[0]} AND {pks[-1]}"
    return f"id IN ({','.join(map(str, pks.tolist()))})"


def _grouped(facet: str, numbers: Column, values: Column) -> Iterator[tuple[str, Value, Column]]:
    """For each value the numbers of the events that have it; those that have a negative one have none."""
    order = np.argsort(values, kind="stable")
    sorted_values = values[order]
    starts = np.flatnonzero(np.diff(sorted_values, prepend=-2))
    for start, group in zip(starts, np.split(order, starts[1:]), strict=False):
        if sorted_values[start] >= 0:
            yield facet, int(sorted_values[start]), numbers[group]


def _standings(numbers: Column) -> Iterator[tuple[str, Value, Column]]:
    for facet, number, rows in _grouped("standing", np.arange(len(numbers)), numbers):
        yield facet, STANDINGS[int(number)], rows
