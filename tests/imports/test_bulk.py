"""Many rows in one statement, and SQLite's log written back beside them."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from timeline.imports import written_back
from timeline.imports.bulk import ROWS_AT_ONCE, insert, present
from timeline.imports.worker import collecting_seldom
from timeline.models import Outlet

TABLE, COLUMNS = "timeline_outlet", ("key", "name", "url")


def outlets(count: int) -> list[tuple[str, str, str]]:
    return [(f"outlet-{number}", f"Outlet {number}", "") for number in range(count)]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [0, 1, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, 2 * ROWS_AT_ONCE + 7])
def test_every_row_is_added_whatever_their_number(count: int) -> None:
    insert(TABLE, COLUMNS, outlets(count))
    assert list(Outlet.objects.order_by("pk").values_list("name", flat=True)) == [
        name for _key, name, _url in outlets(count)
    ]


@pytest.mark.django_db
def test_a_row_that_is_refused_leaves_none_of_the_others() -> None:
    rows = outlets(ROWS_AT_ONCE)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(TABLE, COLUMNS, [*rows, *rows])
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(TABLE, COLUMNS, [*rows[:-1], rows[0]])
    assert not Outlet.objects.exists()


@pytest.mark.django_db
def test_what_is_there_is_found_among_more_values_than_a_statement_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    insert(TABLE, COLUMNS, outlets(20))
    monkeypatch.setattr("timeline.imports.bulk.VALUES_AT_ONCE", 7)
    assert present(Outlet, "name", [f"Outlet {number}" for number in range(10, 40)]) == {
        f"Outlet {number}" for number in range(10, 20)
    }


def test_the_search_for_cycles_is_what_it_was_afterwards() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


@pytest.fixture
def long_log(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """SQLite's log, which nobody writes back meanwhile, and into which :func:`write` puts some megabytes."""
    monkeypatch.setattr(written_back, "PAUSE", 0.01)
    monkeypatch.setattr(written_back, "PATIENCE", 10)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_autocheckpoint=0")
    yield Path(f"{connection.settings_dict['NAME']}-wal")
    connection.close()


def write() -> None:
    first = Outlet.objects.count()
    rows = [(f"o{number}", f"Outlet {number}", f"https://example.org/{'x' * 5000}") for number in range(1500)]
    insert(TABLE, COLUMNS, [(f"{first}-{key}", f"{first} {name}", url) for key, name, url in rows])


of_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL writes its log back itself")


@of_sqlite
def test_the_log_is_written_back_and_short_at_the_end(long_log: Path) -> None:
    write()
    assert long_log.stat().st_size > 4096 * written_back.WORTH_IT
    with written_back.written_back():
        write()
    assert long_log.stat().st_size == 0
    assert Outlet.objects.count() == 3000


@of_sqlite
def test_a_reader_of_old_pages_keeps_the_log_and_stops_nobody(long_log: Path) -> None:
    write()
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM timeline_outlet").fetchone() == (1500,)
        with written_back.written_back():
            write()
        assert reader.execute("SELECT count(*) FROM timeline_outlet").fetchone() == (1500,)
        assert long_log.stat().st_size > 4096 * written_back.WORTH_IT
    assert Outlet.objects.count() == 3000
