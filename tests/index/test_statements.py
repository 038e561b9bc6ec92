"""Queries whose SQL is made once answer as their query sets do."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from tests import factories
from tests.index.conftest import Chronicle
from timeline.dates import EventDate
from timeline.index.statements import Statement
from timeline.models import Citation, Event

pytestmark = pytest.mark.django_db

COLUMNS = ("pk", "headline", "earliest", "time", "approximate", "standing", "kind__key", "claims")


def rows(keys: Any) -> Any:
    return Event.objects.published().filter(pk__in=keys).order_by("-pk").values_list(*COLUMNS)


def test_the_tuples_are_those_of_the_query_set_for_any_number_of_keys(
    chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline, statement = factories.timeline(), Statement(rows)
    days = [date(2025, 1, 1) + timedelta(number) for number in range(9)]
    at_noon = EventDate.at(date(2025, 2, 1), time(12, 30), zone="Asia/Gaza")
    events = chronicle(timeline, [*days, at_noon], kind=factories.kind())
    Event.objects.update(claims=[{"words": "3 people"}])
    factories.withdrawn(events[4])
    for count in range(1, len(events) + 1):
        keys = [event.pk for event in events[:count]]
        expected = list(rows(keys))
        with django_assert_num_queries(1):
            assert statement.ask(iter(keys)) == expected
    assert len(expected) == 9
    assert (expected[0][3], expected[0][7]) == (time(12, 30), [{"words": "3 people"}])


def test_a_key_that_nobody_has_and_one_that_is_named_twice_change_nothing(chronicle: Chronicle) -> None:
    (event,) = chronicle(factories.timeline(), [date(2025, 1, 1)])
    assert [row[0] for row in Statement(rows).ask([event.pk, event.pk + 1_000, event.pk])] == [event.pk]


def test_without_keys_nothing_is_asked(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert Statement(rows).ask([]) == []


def test_a_query_set_may_reach_over_relations() -> None:
    event = factories.event()
    statement = Statement(
        lambda keys: Citation.objects.filter(event__in=keys).values_list("event_id", "article__title")
    )
    assert statement.ask([event.pk]) == list(Citation.objects.values_list("event_id", "article__title"))
