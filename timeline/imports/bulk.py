"""Many rows at once: many to a statement on SQLite, ``COPY`` on PostgreSQL; and keys for them, known beforehand.

Values are given as both databases read them: text, whole numbers, None; days and moments in ISO 8601, JSON as text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import lru_cache
from itertools import batched, chain
from typing import Any

from django.db import connection
from django.db.models import Model

type Values = tuple[Any, ...]


def insert(table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
    """Add the rows; to be called in a transaction, which is of no use any more where this raises."""
    if connection.vendor != "postgresql":
        _insert_many(table, tuple(columns), rows)
        return
    statement = f"COPY {table} ({_listed(columns)}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


ROWS_AT_ONCE = 100
"""Rows of one of SQLite's statements: what a statement costs, as the lists of words that a column may hold, is paid
once for them."""

VALUES_AT_ONCE = 20_000
"""Values that one statement may name; SQLite takes 32,766."""


def _insert_many(table: str, columns: tuple[str, ...], rows: Iterable[Values]) -> None:
    connection.ensure_connection()
    with connection.wrap_database_errors:
        # Past Django's cursor, which would look for each mark anew.
        database = connection.connection
        for some in batched(rows, ROWS_AT_ONCE):
            if len(some) == ROWS_AT_ONCE:
                database.execute(_insertion(table, columns, len(some)), list(chain.from_iterable(some)))
            else:
                database.executemany(_insertion(table, columns, 1), some)


@lru_cache(maxsize=16)
def _insertion(table: str, columns: tuple[str, ...], count: int) -> str:
    """SQLite's statement for this many rows. OR FAIL: the transaction takes back what a statement has done when a later
    row fails, so that SQLite need not keep each page as it was before the statement."""
    marks = ", ".join([f"({', '.join('?' * len(columns))})"] * count)
    return f"INSERT OR FAIL INTO {table} ({_listed(columns)}) VALUES {marks}"  # noqa: S608


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def reserve(model: type[Model], count: int) -> Sequence[int]:
    """Keys that no other row of the model has or will get; to be called in the transaction that uses them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [count, table])
        if not cursor.rowcount:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, count])
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()[0]
    return range(last - count + 1, last + 1)


def present(model: type[Model], column: str, values: Sequence[str], **fixed: int) -> set[str]:
    """Which of the values the column has, in rows with these whole numbers in other columns."""
    table, conditions = model._meta.db_table, "".join(f' AND "{name}" = %s' for name in fixed)
    found: set[str] = set()
    with connection.cursor() as cursor:
        for some in batched(values, VALUES_AT_ONCE):
            is_one = "= ANY(%s)" if connection.vendor == "postgresql" else f"IN ({', '.join(['%s'] * len(some))})"
            given = [list(some)] if connection.vendor == "postgresql" else some
            sql = f'SELECT "{column}" FROM {table} WHERE "{column}" {is_one}{conditions}'  # noqa: S608
            cursor.execute(sql, [*given, *fixed.values()])
            found.update(value for (value,) in cursor.fetchall())
    return found


def count_rows(*models: type[Model]) -> None:
    """Let PostgreSQL see how much these tables hold by now: until it has, it takes them for small and reads them whole,
    and where autovacuum looks at all it is only once a minute. Nobody waits for it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in models)}")


def moment(value: datetime) -> str:
    """A moment as both databases keep it: SQLite's text has no zone and means UTC."""
    told = value.astimezone(UTC)
    return told.isoformat() if connection.vendor == "postgresql" else f"{told.replace(tzinfo=None)!s}"


@contextmanager
def tuned() -> Iterator[None]:
    """SQLite's cache large enough for the indexes' random ends, and the log left to ``written_back.py``.

    Neither touches what a commit promises; both are this connection's alone, and are put back.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in _TUNED}
        for name, value in _TUNED.items():
            cursor.execute(f"PRAGMA {name}={value}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for name, value in before.items():
                cursor.execute(f"PRAGMA {name}={value}")
            cursor.execute("PRAGMA shrink_memory")
        _give_back()


def _give_back() -> None:
    """Let the system have what was freed: the index that is made next would come on top of it. Only glibc's allocator
    keeps so much, and only it knows the word."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


_TUNED = {"cache_size": -192_000, "wal_autocheckpoint": 256_000, "busy_timeout": 120_000}
"""192 MB of cache; a log of a gigabyte before a commit writes it back, should the thread not get to it; and two minutes
of patience with other writers, since an import has more to lose than a request."""
