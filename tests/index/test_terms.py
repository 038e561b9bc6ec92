"""What values are called, from the names that the index holds."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from tests import factories
from timeline import filtering, index
from timeline.filtering import EventFilter
from timeline.models import Event, Kind, Timeline

pytestmark = pytest.mark.django_db
ENVOYS = EventFilter(kinds=("talks",), actors=("ruritania",), places=("strelsau",), standings=("planned",))


@pytest.fixture
def event() -> Event:
    return factories.event(kind=factories.kind(), actors=[factories.actor()], places=[factories.place()])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_names_are_those_of_the_database_which_is_not_asked(
    language: str, event: Event, django_assert_num_queries: Any
) -> None:
    Kind.objects.update(names={"en": "Talks", "ar": "محادثات"})
    with translation.override(language):
        index.names_of(event.timeline, ENVOYS)
        expected = filtering.names_of(ENVOYS)
        with django_assert_num_queries(1):  # for the version
            assert index.names_of(event.timeline, ENVOYS) == expected
    assert expected["kind", "talks"] == ("Talks" if language == "en" else "محادثات")


def test_a_name_that_no_public_event_has_any_more_is_not_told(event: Event) -> None:
    factories.event(timeline=event.timeline)
    assert index.names_of(event.timeline, ENVOYS)["actor", "ruritania"] == "Ruritania"
    factories.withdrawn(event)
    assert index.names_of(event.timeline, ENVOYS)["actor", "ruritania"] == "ruritania"


def test_a_value_of_another_timeline_is_called_by_its_name(event: Event) -> None:
    other: Timeline = factories.timeline(slug="b-war")
    assert index.names_of(other, ENVOYS) == filtering.names_of(ENVOYS)
    assert index.names_of(other, ENVOYS)["actor", "ruritania"] == "Ruritania"


def test_kinds_in_use_are_told_in_the_order_of_the_editors(event: Event) -> None:
    attack = factories.kind(key="attack", name="Attacks")
    factories.kind(key="aid", name="Aid")
    factories.event(timeline=event.timeline, kind=attack)
    for position, key in enumerate(["talks", "aid", "attack"]):
        Kind.objects.filter(key=key).update(position=position)
    assert index.kinds_in_order(event.timeline) == ["talks", "attack"]
