"""The ids that a file has given so far, on disk, so that a file may be of any length."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from timeline.imports.event_records import Row


class Before(NamedTuple):
    """The line that gave an id first, and whether it says the same."""

    number: int
    is_same: bool


class Seen:
    """A private, temporary database without a name: SQLite keeps it in memory while it is small."""

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-8000")
        self._file.execute("CREATE TABLE given (id TEXT PRIMARY KEY, number INTEGER, digest BLOB) WITHOUT ROWID")

    def close(self) -> None:
        self._file.close()

    def take(self, rows: Sequence[Row]) -> dict[int, Before]:
        """Note the rows' ids; of those that an earlier line has given, by their line, which one that was."""
        last = self._file.total_changes
        self._file.execute("BEGIN")
        given = ((row.public_id, row.number, row.digest) for row in rows)
        self._file.executemany("INSERT OR IGNORE INTO given VALUES (?, ?, ?)", given)
        self._file.execute("COMMIT")
        if self._file.total_changes - last == len(rows):
            return {}
        return {row.number: before for row in rows if (before := self._before(row)).number != row.number}

    def _before(self, row: Row) -> Before:
        found = self._file.execute("SELECT number, digest FROM given WHERE id = ?", [row.public_id])
        number, digest = found.fetchone()
        return Before(number, digest == row.digest)
