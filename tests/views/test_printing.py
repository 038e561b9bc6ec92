"""A choice on paper: all of it once, with numbered sources, and where it came from."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests import factories
from timeline.views import printing

pytestmark = pytest.mark.django_db


def headlines(source: str) -> list[str]:
    return re.findall(r">(Event \d+)</a>", source)


def test_every_event_of_the_choice_is_there_once_and_in_order(client: Client) -> None:
    timeline = factories.timeline(slug="a-war")
    article, talks = factories.article(timeline=timeline), factories.kind()
    for number in range(55):
        day = date(2025, 1, 1) + timedelta(days=number // 8)
        kind = talks if number % 5 else None
        factories.event(timeline=timeline, article=article, headline=f"Event {number}", on=day, kind=kind)
    source = client.get("/a-war/_print/?kind=talks&order=oldest").content.decode()
    assert headlines(source) == [f"Event {number}" for number in range(55) if number % 5]
    assert "Talks and delegations" in source
    assert "http://127.0.0.1:8000/a-war/?kind=talks&amp;order=oldest" in source


def test_each_source_is_listed_once_under_the_number_its_events_carry(client: Client) -> None:
    timeline = factories.timeline(slug="a-war")
    first, second = (factories.article(timeline=timeline, outlet=name) for name in ("The Gazette", "The Post"))
    for number, article in enumerate((first, second, first), start=1):
        factories.event(timeline=timeline, article=article, headline=f"Event {number}", on=date(2025, 1, number))
    source = client.get("/a-war/_print/?order=oldest").content.decode()
    notes = source[source.index('class="notes"') :]
    assert (notes.count("The Gazette"), notes.count("The Post")) == (1, 1)
    assert notes.index("The Gazette") < notes.index("The Post")


def test_what_does_not_fit_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "MOST", 2)
    timeline = factories.timeline(slug="a-war")
    for number in range(3):
        factories.event(timeline=timeline, headline=f"Event {number}", on=date(2025, 1, 1 + number))
    source = client.get("/a-war/_print/").content.decode()
    assert len(headlines(source)) == 2
    assert "Only the first 2 are here" in source


def test_an_address_in_another_order_moves_to_the_canonical_one(client: Client) -> None:
    factories.event(timeline=factories.timeline(slug="a-war"))
    answer = client.get("/a-war/_print/?kind=talks&from=2025-01-01&after=x")
    assert (answer.status_code, answer["Location"]) == (301, "/a-war/_print/?from=2025-01-01&kind=talks")


@pytest.mark.parametrize("events", [1, 3])
def test_printing_costs_the_same_for_one_event_and_for_three(
    events: int, client: Client, django_assert_num_queries: object
) -> None:
    timeline = factories.timeline(slug="a-war")
    for number in range(events):
        factories.event(timeline=timeline, headline=f"Event {number}")
    client.get("/a-war/_print/")
    with django_assert_num_queries(5):
        client.get("/a-war/_print/")
