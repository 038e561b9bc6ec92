"""A small store: what was asked for last is kept, and a change of the timeline asks anew."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests import factories
from timeline.models import Timeline
from timeline.views.kept import EVERY, Kept, edition_key


def test_what_was_asked_for_last_is_kept() -> None:
    store, made = Kept[str](2), []
    for key in "abacaba":
        assert store.get(key, lambda key=key: made.append(key) or key * 2) == key * 2
    assert made == ["a", "b", "c", "b"]
    store.clear()
    store.get("a", lambda: made.append("again") or "a")
    assert made[-1] == "again"
    EVERY.remove(store)


@pytest.mark.django_db
def test_a_change_of_the_timeline_or_of_the_language_asks_anew() -> None:
    war = factories.timeline()
    first = edition_key(war)
    with translation.override("ar"):
        assert edition_key(war) != first
    Timeline.objects.bump(war.pk)
    changed = edition_key(Timeline.objects.get(pk=war.pk))
    assert changed != first
    assert edition_key(war) == changed  # whatever the row in hand says
