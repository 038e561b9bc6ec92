"""Public pages are read, each at one address; what they carry is in test_headers.py."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from timeline.models import Event

PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400"


@pytest.fixture
def war(db: None) -> tuple[Event, Event]:
    """A published event and a withdrawn one of the timeline a-war."""
    timeline = factories.timeline(slug="a-war")
    return factories.event(timeline=timeline), factories.withdrawn(factories.event(timeline=timeline))


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("address", ["/", "/a-war/", "/a-war/_results/", "/method/", "/healthz", "/readyz"])
def test_public_pages_are_only_read(method: str, address: str, war: tuple[Event, Event], client: Client) -> None:
    assert getattr(client, method)(address).status_code == 405


def test_head_answers_like_get_without_a_body(war: tuple[Event, Event], client: Client) -> None:
    response = client.head("/a-war/")
    assert (response.status_code, response["Cache-Control"], response.content) == (200, PUBLIC, b"")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/?utm_source=x", "/"),
        ("/method/?x=1", "/method/"),
        ("/method/?lang=en", "/method/"),
        ("/method/?lang=xx", "/method/"),
        ("/method/?lang=ar&x=1", "/method/?lang=ar"),
        ("/a-war/?order=newest", "/a-war/"),
        ("/a-war/?after=&order=oldest", "/a-war/?order=oldest"),
        ("/a-war/?order=old%65st", "/a-war/?order=oldest"),
        ("/a-war/?order=oldest&order=oldest", "/a-war/?order=oldest"),
        ("/a-war/?fbclid=1&order=oldest", "/a-war/?order=oldest"),
        ("/a-war/_results/?order=newest", "/a-war/_results/"),
        ("/a-war/_results/?x=1", "/a-war/_results/"),
    ],
)
def test_every_state_has_one_address(asked: str, canonical: str, war: tuple[Event, Event], client: Client) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, canonical)
