"""What every public answer carries, by class of route."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.utils.csp import build_policy

from tests import factories
from timeline.models import Event

PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400"
PRIVATE = "private, no-store"
EVERYWHERE = {
    "Content-Security-Policy": build_policy(settings.SECURE_CSP),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HTML, PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"

ROUTES: list[tuple[str, Callable[[Event, Event], str], int, dict[str, str]]] = [
    ("front page", lambda one, _: "/", 200, {"Cache-Control": PUBLIC, "Content-Type": HTML}),
    ("timeline", lambda one, _: "/a-war/", 200, {"Cache-Control": PUBLIC, "Content-Type": HTML}),
    ("order", lambda one, _: "/a-war/?order=oldest", 200, {"Cache-Control": PUBLIC, "Content-Type": HTML}),
    (
        "fragment",
        lambda one, _: "/a-war/_results/",
        200,
        {"Cache-Control": PUBLIC, "Content-Type": HTML, "X-Robots-Tag": "noindex"},
    ),
    ("event", lambda one, _: one.get_absolute_url(), 200, {"Cache-Control": PUBLIC, "Content-Type": HTML}),
    (
        "undecorated event",
        lambda one, _: f"/e/{one.public_id}/",
        301,
        {"Cache-Control": PUBLIC, "Content-Type": HTML, "Location": "/e/{id}/envoys-meet-in-strelsau/"},
    ),
    (
        "unknown parameter",
        lambda one, _: "/a-war/?ref=x",
        301,
        {"Cache-Control": PUBLIC, "Content-Type": HTML, "Location": "/a-war/"},
    ),
    ("method", lambda one, _: "/method/", 200, {"Cache-Control": PUBLIC, "Content-Type": HTML}),
    ("forgiven", lambda one, _: "/a-war/?order=up", 200, {"Cache-Control": PRIVATE, "Content-Type": HTML}),
    ("withdrawn", lambda _, gone: gone.get_absolute_url(), 410, {"Cache-Control": PRIVATE, "Content-Type": HTML}),
    ("missing", lambda one, _: "/nowhere/", 404, {"Cache-Control": PRIVATE, "Content-Type": HTML}),
    ("alive", lambda one, _: "/healthz", 200, {"Cache-Control": PRIVATE, "Content-Type": PLAIN}),
    ("ready", lambda one, _: "/readyz", 200, {"Cache-Control": PRIVATE, "Content-Type": PLAIN}),
]


@pytest.fixture
def war(db: None) -> tuple[Event, Event]:
    """A published event and a withdrawn one of the timeline a-war."""
    timeline = factories.timeline(slug="a-war")
    return factories.event(timeline=timeline), factories.withdrawn(factories.event(timeline=timeline))


@pytest.mark.parametrize(("address", "status", "headers"), [row[1:] for row in ROUTES], ids=[row[0] for row in ROUTES])
def test_each_class_of_route_answers_with_exactly_these_headers(
    address: Callable[[Event, Event], str],
    status: int,
    headers: dict[str, str],
    war: tuple[Event, Event],
    client: Client,
) -> None:
    response = client.get(address(*war))
    found = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    expected = {name: value.replace("{id}", war[0].public_id) for name, value in headers.items()}
    assert (response.status_code, found) == (status, EVERYWHERE | expected)


STRAY_COOKIES = [{"sessionid": "x"}, {"csrftoken": "not a token"}, {"messages": "x"}, {"sessionid": "x" * 32}]


@pytest.mark.parametrize("cookies", STRAY_COOKIES, ids=lambda it: next(iter(it)))
@pytest.mark.parametrize("address", [row[1] for row in ROUTES], ids=[row[0] for row in ROUTES])
def test_no_public_answer_sets_a_cookie_or_depends_on_one(
    address: Callable[[Event, Event], str], cookies: dict[str, str], war: tuple[Event, Event], client: Client
) -> None:
    client.cookies.load(cookies)
    response = client.get(address(*war))
    assert dict(response.cookies) == {}
    assert "Vary" not in response.headers


@pytest.mark.parametrize("address", [row[1] for row in ROUTES if row[2] == 200], ids=lambda it: None)
def test_an_editor_who_is_signed_in_sees_what_everyone_sees(
    address: Callable[[Event, Event], str], war: tuple[Event, Event], client: Client
) -> None:
    anonymous = client.get(address(*war)).content
    client.force_login(factories.user(username="rudolf", is_superuser=True))
    assert client.get(address(*war)).content == anonymous


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
