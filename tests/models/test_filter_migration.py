"""What the migration makes of rows that were there before it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests import factories
from timeline.models import Event, Outlet

BEFORE = [("timeline", "0002_guard_revisions")]


@pytest.mark.django_db(transaction=True)
def test_outlets_get_keys_and_events_their_words() -> None:
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("timeline")
    factories.event(headline="Café talks", summary="They sat.")
    for name in ("The Post!", "The Post", "الشرق"):
        Outlet.objects.create(name=name)
    try:
        MigrationExecutor(connection).migrate(BEFORE)
        MigrationExecutor(connection).migrate(latest)
        keys = {outlet.name: outlet.key for outlet in Outlet.objects.all()}
        assert (keys["The Strelsau Gazette"], keys["The Post!"]) == ("the-strelsau-gazette", "the-post")
        assert len({keys[name] for name in ("The Post!", "The Post", "الشرق")} - {""}) == 3
        assert Event.objects.values_list("words", flat=True).get() == " cafe talks they sat "
    finally:
        MigrationExecutor(connection).migrate(latest)
