"""Triggers that keep revisions as they were written, on SQLite and PostgreSQL.

The guard is the database's, so that no code path, shell or admin action can rewrite history unnoticed. The
migration installs it; ``lifted`` takes it off for a test's flush or a purge and puts it back in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

TABLE = "timeline_revision"
MESSAGE = "revisions are append-only"

_SQLITE_INSTALL = [
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{verb} BEFORE {verb} ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    for verb in ("update", "delete")
]
_SQLITE_LIFT = [f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}" for verb in ("update", "delete")]

_POSTGRESQL_INSTALL = [
    (
        f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    ),
    f"DROP TRIGGER IF EXISTS {TABLE}_guard ON {TABLE}",
    (
        f"CREATE TRIGGER {TABLE}_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()"
    ),
]
_POSTGRESQL_LIFT = [f"DROP TRIGGER IF EXISTS {TABLE}_guard ON {TABLE}"]

_INSTALL = {"sqlite": _SQLITE_INSTALL, "postgresql": _POSTGRESQL_INSTALL}
_LIFT = {"sqlite": _SQLITE_LIFT, "postgresql": _POSTGRESQL_LIFT}


def install(connection: Any) -> None:
    """Put the triggers on; doing it twice does no harm. ``connection`` is a Django database connection."""
    _execute(connection, _INSTALL[connection.vendor])


def lift(connection: Any) -> None:
    """Take the triggers off."""
    _execute(connection, _LIFT[connection.vendor])


@contextmanager
def lifted(connection: Any) -> Iterator[None]:
    """Without the triggers inside the block, with them after it, whatever happened."""
    lift(connection)
    try:
        yield
    finally:
        install(connection)


def _execute(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
