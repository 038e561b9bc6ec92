"""Many rows at once: ``executemany`` on SQLite, ``COPY`` on PostgreSQL; and keys for them, known beforehand.

Values are given as both databases read them: text, whole numbers, None; days and moments in ISO 8601, JSON as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Model

type Values = tuple[Any, ...]


def insert(table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
    """Add the rows; to be called in a transaction."""
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


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
    is_one = "= ANY(%s)" if connection.vendor == "postgresql" else f"IN ({', '.join(['%s'] * len(values))})"
    given = [list(values)] if connection.vendor == "postgresql" else values
    with connection.cursor() as cursor:
        sql = f'SELECT "{column}" FROM {table} WHERE "{column}" {is_one}{conditions}'  # noqa: S608
        cursor.execute(sql, [*given, *fixed.values()])
        return {value for (value,) in cursor.fetchall()}


def moment(value: datetime) -> str:
    """A moment as both databases keep it: SQLite's text has no zone and means UTC."""
    told = value.astimezone(UTC)
    return told.isoformat() if connection.vendor == "postgresql" else f"{told.replace(tzinfo=None)!s}"


@contextmanager
def tuned() -> Iterator[None]:
    """SQLite's cache large enough for the indexes' random ends, and the log written back in larger pieces.

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


_TUNED = {"cache_size": -192_000, "wal_autocheckpoint": 64_000, "busy_timeout": 120_000}
"""192 MB of cache; a log of 256 MB before it is written back, where 4 MB is usual; and two minutes of patience with
other writers, since an import has more to lose than a request."""
