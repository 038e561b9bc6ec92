"""SQLite's write-ahead log, written back into the database beside a long import.

SQLite does it inside the commit that finds the log long, and waits there for the disk: a tenth of an import's time, and
up to a second for an editor whose turn it was. Here a thread does it, on a connection of its own, while others write;
only what came meanwhile is left to a moment in which nobody writes, after which the log begins anew. The thread sleeps
between, so the quick machine's log gets as long in seconds as the slow one's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from django.db import DatabaseError, connection

PAUSE = 2.0
"""Seconds between: pages that many transactions change are written back once for all of them."""

WORTH_IT = 1000
"""Pages of a log that is worth it; SQLite's own measure."""

PATIENCE = 1000
"""Milliseconds to wait for a moment without a writer and without a reader of old pages; else it is tried later."""


@contextmanager
def written_back() -> Iterator[None]:
    """Meanwhile the log is written back; at the end it is short. Nothing to do on PostgreSQL."""
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        yield
        return
    is_over = Event()
    thread = Thread(target=_write_back, args=(is_over,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _write_back(is_over: Event) -> None:
    """In a thread of its own, where ``connection`` is another one. It ends at a disk that is full: the import meets
    that by itself."""
    try:
        with suppress(DatabaseError):
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
            while not is_over.wait(PAUSE):
                _turn("RESTART")
            _turn("TRUNCATE")
    finally:
        connection.close()


def _turn(last: str) -> None:
    """Twice beside the writers, each time less; then what is left, and the log from its start. Nothing is raised where
    somebody is in the way: it is tried again later."""
    with connection.cursor() as cursor:
        for how in ("PASSIVE", "PASSIVE", last):
            _is_busy, pages, _written = cursor.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
            if pages < WORTH_IT:
                return
