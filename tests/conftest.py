"""What every test stands on: the database's plumbing and Hypothesis's profile. Chromium lives in tests/browser."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings as django_settings
from django.db import connections
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from timeline.index import holding
from timeline.models import revision_guard
from timeline.views import freshness, kept

hypothesis_settings.register_profile("dateline", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis_settings.load_profile("dateline")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """A SQLite test database lies in a directory of this run's own, so that two runs never meet."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def nothing_is_kept() -> None:
    """Rows of different tests have the same keys, so that what one test's answers were must not meet the next."""
    for store in kept.EVERY:
        store.clear()


@pytest.fixture(autouse=True)
def pages_are_made_anew(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time, so that a test of a page never sees one that was kept (``timeline/views/freshness.py``); browser tests
    see what readers do, and a test that is about it marks itself."""
    if not {"browser", "pages_are_kept"} & {mark.name for mark in request.node.iter_markers()}:
        monkeypatch.setattr(freshness, "LARGEST_KEPT", -1)


@pytest.fixture(scope="session", autouse=True)
def revisions_can_be_flushed() -> Iterator[None]:
    """A transactional test ends with a flush, which the triggers on revisions would refuse."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", _unguarded(TransactionTestCase._fixture_teardown))
        yield


def _unguarded(flush: Callable[[TransactionTestCase], None]) -> Callable[[TransactionTestCase], None]:
    def flush_without_guard(case: TransactionTestCase) -> None:
        with ExitStack() as stack:
            for alias in case._databases_names(include_mirrors=False):
                stack.enter_context(revision_guard.lifted(connections[alias]))
            flush(case)

    return flush_without_guard


@pytest.fixture(autouse=True)
def index_of_this_test(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is held or saved of another test's timelines, whose keys and versions may be the same."""
    monkeypatch.setattr(django_settings, "INDEX_DIR", tmp_path_factory.getbasetemp() / "index" / f"{next(_numbers)}")
    holding.forget()
    yield
    holding.forget()


_numbers = itertools.count(1)
