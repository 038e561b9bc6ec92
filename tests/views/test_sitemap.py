"""The site map: what is public under its plain address, in as many files as it takes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests import factories
from timeline.models import Event, Timeline
from timeline.views import sitemaps

SPACE = {"": sitemaps.NAMESPACE}
HOST = "http://127.0.0.1:8000"


def entries(client: Client, path: str = "/sitemap.xml") -> dict[str, str | None]:
    """The last change of each address in a site map, by the address without the host."""
    root = ElementTree.fromstring(client.get(path).getvalue())
    found = {}
    for entry in root:
        address = entry.findtext("loc", namespaces=SPACE) or ""
        assert address.startswith(HOST)
        found[address.removeprefix(HOST)] = entry.findtext("lastmod", namespaces=SPACE)
    return found


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war")


def test_it_names_what_readers_may_see_and_when_it_changed(war: Timeline, client: Client) -> None:
    first, second = factories.event(timeline=war), factories.event(timeline=war, headline="بدء المحادثات")
    for event, day in ((first, 3), (second, 4)):
        Event.objects.filter(pk=event.pk).update(updated_at=datetime(2026, 1, day, 12, 30, 5, tzinfo=UTC))
    Timeline.objects.filter(pk=war.pk).update(changed_at=datetime(2026, 1, 5, 12, 30, 5, tzinfo=UTC))
    assert entries(client) == {
        "/": None,
        "/method/": None,
        "/a-war/": "2026-01-05T12:30:05Z",
        first.get_absolute_url(): "2026-01-03T12:30:05Z",
        second.get_absolute_url(): "2026-01-04T12:30:05Z",
    }
    assert second.get_absolute_url().isascii()


def test_what_was_never_published_or_was_withdrawn_is_not_in_it(war: Timeline, client: Client) -> None:
    factories.draft(timeline=war, headline="A draft")
    factories.withdrawn(factories.event(timeline=war, headline="Withdrawn"))
    assert entries(client) == {"/": None, "/method/": None}


def test_what_does_not_fit_one_file_is_in_several(
    war: Timeline, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "PAGE", 3)
    events = [factories.event(timeline=war, headline=f"Event {number}") for number in range(7)]
    assert entries(client) == {f"/sitemap-{number}.xml": None for number in (1, 2, 3)}
    pages = [list(entries(client, f"/sitemap-{number}.xml")) for number in (1, 2, 3)]
    addresses = [event.get_absolute_url() for event in events]
    assert pages == [["/", "/method/", "/a-war/", *addresses[:3]], addresses[3:6], addresses[6:]]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_there_are_no_more_files_than_it_takes(number: int, war: Timeline, client: Client) -> None:
    factories.event(timeline=war)
    assert client.get(f"/sitemap-{number}.xml").status_code == 404
    assert client.get("/sitemap-1.xml").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_one_event_and_for_three(
    count: int, war: Timeline, client: Client, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        factories.event(timeline=war)
    client.get("/sitemap.xml").getvalue()
    with django_assert_num_queries(6):
        client.get("/sitemap.xml").getvalue()


def test_no_file_is_larger_than_the_protocol_allows() -> None:
    assert sitemaps.PAGE + 2 + 1000 <= 50_000
