"""The databases' own indexes of the events' words, and the one question they are asked.

SQLite keeps an FTS5 table over ``Event.words`` (external content: the words themselves are stored once), which
triggers hold to the rows; PostgreSQL a GIN index over the words as a ``tsvector``. Words come folded and separated by
single spaces (``models/searching.py``), so neither database's idea of what a word is has a say: FTS5's ``ascii``
tokenizer takes every character beyond ASCII for part of a word, and ``array_to_tsvector`` takes words as they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import transaction

TABLE = "timeline_event"
FTS = "timeline_event_fts"
GIN = "timeline_event_words"

_VECTOR = "array_to_tsvector(string_to_array(btrim(words), ' '))"
_OLD = f"INSERT INTO {FTS}({FTS}, rowid, words) VALUES ('delete', old.id, old.words);"
_NEW = f"INSERT INTO {FTS}(rowid, words) VALUES (new.id, new.words);"

BULK = "timeline_event_fts_bulk"
"""Holds a row, seen by its own transaction alone, while :func:`in_bulk` is at work; else none."""

_TRIGGERS = {
    "insert": f"AFTER INSERT ON {TABLE} WHEN NOT EXISTS (SELECT 1 FROM {BULK}) BEGIN {_NEW} END",
    "delete": f"AFTER DELETE ON {TABLE} BEGIN {_OLD} END",
    "update": f"AFTER UPDATE OF id, words ON {TABLE} WHEN old.words <> new.words OR old.id <> new.id "
    f"BEGIN {_OLD} {_NEW} END",
}

_OPTIONS = f"content='{TABLE}', content_rowid='id', detail=none, columnsize=0, tokenize='ascii', prefix='1 2'"
"""Which rows hold a word, and nothing of where in them; beginnings of one or two letters are kept as words are."""

_CREATE = {
    "sqlite": [
        f"CREATE TABLE IF NOT EXISTS {BULK} (n INTEGER)",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {FTS} USING fts5(words, {_OPTIONS})",
        *(f"CREATE TRIGGER IF NOT EXISTS {FTS}_{verb} {what}" for verb, what in _TRIGGERS.items()),
    ],
    "postgresql": [
        # No index is made while rows of this transaction wait to have their references looked at.
        "SET CONSTRAINTS ALL IMMEDIATE",
        f"CREATE INDEX IF NOT EXISTS {GIN} ON {TABLE} USING gin ({_VECTOR})",
        "SET CONSTRAINTS ALL DEFERRED",
    ],
}
_DROP = {
    "sqlite": [
        *(f"DROP TRIGGER IF EXISTS {FTS}_{verb}" for verb in _TRIGGERS),
        *(f"DROP TABLE IF EXISTS {table}" for table in (FTS, BULK)),
    ],
    "postgresql": [f"DROP INDEX IF EXISTS {GIN}"],
}
_HITS = {
    "sqlite": f"SELECT group_concat(rowid) FROM {FTS} WHERE {FTS} MATCH %s",
    "postgresql": f"SELECT string_agg(id::text, ',') FROM {TABLE} WHERE {_VECTOR} @@ %s::tsquery",
}


def install(connection: Any) -> None:
    """Make the index and fill it; doing it twice does no harm. ``connection`` is a Django database connection."""
    _execute(connection, _CREATE[connection.vendor])
    if connection.vendor == "sqlite":
        _execute(connection, [f"INSERT INTO {FTS}({FTS}) VALUES ('rebuild')"])


def lift(connection: Any) -> None:
    """Take the index off, as for a bulk load; :func:`install` makes it again in a fraction of the time."""
    _execute(connection, _DROP[connection.vendor])


def ensure(connection: Any) -> None:
    """Make the index again where it is not whole: a migration that remakes a table on SQLite drops its triggers."""
    if connection.vendor == "sqlite" and not _is_whole(connection):
        install(connection)


@contextmanager
def in_bulk(connection: Any, first: int, last: int) -> Iterator[None]:
    """Index the events that are added meanwhile, with keys from first to last, together at the end; to be used in a
    transaction. An insertion by a trigger makes FTS5 write out all that it has collected, a row at a time: some ten
    times the work."""
    if connection.vendor != "sqlite":
        yield
        return
    _execute(connection, [f"INSERT INTO {BULK} VALUES (1)"])
    yield
    with connection.cursor() as cursor:
        rows = f"SELECT id, words FROM {TABLE} WHERE id BETWEEN %s AND %s"
        cursor.execute(f"INSERT INTO {FTS}(rowid, words) {rows}", [first, last])
        cursor.execute(f"DELETE FROM {BULK}")


def hits(connection: Any, words: Sequence[str]) -> str:
    """The keys of the events that hold a word beginning with each of these folded words, in any status and timeline,
    as decimal numbers between commas, in no order; "" where there are none or no words."""
    if not words:
        return ""
    with _with_room(connection), connection.cursor() as cursor:
        cursor.execute(_HITS[connection.vendor], [_QUERY[connection.vendor](words)])
        return cursor.fetchone()[0] or ""


@contextmanager
def _with_room(connection: Any) -> Iterator[None]:
    """Room for PostgreSQL to remember each hit: with the usual 4 MB it remembers pages of a table of a million rows and
    makes the words of every row on them again (a word in a fifth of the events: 3 seconds instead of a third). Nor does
    it compile a query that is asked once."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(using=connection.alias):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)")
        yield


def _fts5_query(words: Sequence[str]) -> str:
    """Each word as a quoted string, so that none is an operator."""
    return " AND ".join('"{}" *'.format(word.replace('"', '""')) for word in words)


def _tsquery(words: Sequence[str]) -> str:
    """Each word as a quoted lexeme, so that none is an operator and no dictionary has a say."""
    return " & ".join("'{}':*".format(word.replace("\\", "\\\\").replace("'", "''")) for word in words)


_QUERY = {"sqlite": _fts5_query, "postgresql": _tsquery}


def _is_whole(connection: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{FTS}_%"])
        return cursor.fetchone()[0] == len(_TRIGGERS)


def _execute(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
