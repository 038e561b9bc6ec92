"""Which headers each class of route answers with, whole: nothing is missing and nothing is added."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils.csp import build_policy

from tests import factories
from timeline.editorial.sharing import share
from timeline.filtering import EventFilter
from timeline.models import Event, SavedView

HTML, PLAIN, JSON = "text/html; charset=utf-8", "text/plain; charset=utf-8", "application/json"
CSV, XML = "text/csv; charset=utf-8; header=present", "application/xml"
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OURS = {**EVERYWHERE, "Content-Security-Policy": build_policy(settings.SECURE_CSP), "X-Frame-Options": "DENY"}
ANYBODYS = {**OURS, "Cross-Origin-Opener-Policy": "unsafe-none"}
PUBLIC = {
    **ANYBODYS,
    "Cache-Control": "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400",
}
PRIVATE = {**OURS, "Cache-Control": "private, no-store"}
UNKEPT = {**ANYBODYS, "Cache-Control": "private, no-store"}
COMPRESSED = {**PUBLIC, "Vary": "Accept-Encoding"}
DATE = re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT")
WEAK, STRONG = re.compile(r'W/"[0-9a-f]{32}"'), re.compile(r'"[0-9a-f]{32}"')
TAGGED = {**COMPRESSED, "ETag": WEAK, "Last-Modified": DATE}
HIDDEN = {"X-Robots-Tag": "noindex"}
DESK = {
    **OURS,
    "Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private",
    "Expires": DATE,
    "Vary": "Cookie",
}
STATIC = {
    **EVERYWHERE,
    "Cache-Control": "max-age=60, public",
    "Access-Control-Allow-Origin": "*",
    "ETag": re.compile(r'"[0-9a-f]+-[0-9a-f]+"'),
    "Last-Modified": DATE,
}


@dataclass
class Site:
    """One of each thing that has an address."""

    event: Event
    gone: Event
    view: SavedView


type Address = Callable[[Site], str]


def at(path: str) -> Address:
    """An address with the ids of the site's rows in it."""
    return lambda site: path.format(id=site.event.public_id, gone=site.gone.public_id, code=site.view.code)


ROUTES: list[tuple[str, Address, int, dict[str, str | re.Pattern[str]]]] = [
    ("front page", at("/"), 200, {**TAGGED, "Content-Type": HTML}),
    ("timeline", at("/a-war/"), 200, {**TAGGED, "Content-Type": HTML}),
    ("order", at("/a-war/?order=oldest"), 200, {**TAGGED, "Content-Type": HTML}),
    ("filter", at("/a-war/?from=2025-01-01&standing=reported"), 200, {**TAGGED, "Content-Type": HTML}),
    ("fragment", at("/a-war/_results/"), 200, {**TAGGED, **HIDDEN, "Content-Type": HTML}),
    ("lanes", at("/a-war/lanes/"), 200, {**TAGGED, "Content-Type": HTML}),
    ("lanes from a place", at("/a-war/lanes/?by=actor&zoom=day&at=2025-10-06"), 200, {**TAGGED, "Content-Type": HTML}),
    (
        "lanes fragment",
        at("/a-war/_lanes/?zoom=hour&at=2025-10-06T08"),
        200,
        {**TAGGED, **HIDDEN, "Content-Type": HTML},
    ),
    (
        "unknown parameter of lanes",
        at("/a-war/lanes/?ref=x"),
        301,
        {**PUBLIC, "Content-Type": HTML, "Location": "/a-war/lanes/"},
    ),
    (
        "lanes forgiven",
        at("/a-war/lanes/?zoom=galaxy"),
        200,
        {**UNKEPT, "Vary": "Accept-Encoding", "Content-Type": HTML},
    ),
    ("missing lanes", at("/nowhere/lanes/"), 404, {**PRIVATE, "Content-Type": HTML}),
    ("print", at("/a-war/_print/"), 200, {**TAGGED, **HIDDEN, "Content-Type": HTML}),
    ("day", at("/a-war/?at=2025-10-06"), 200, {**TAGGED, "Content-Type": HTML}),
    ("table", at("/a-war/_table/"), 200, {**TAGGED, **HIDDEN, "Content-Type": HTML}),
    ("values", at("/a-war/_values/source/"), 200, {**TAGGED, **HIDDEN, "Content-Type": HTML}),
    ("news", at("/a-war/_news/?since=1&shown=1"), 200, {**TAGGED, **HIDDEN, "Content-Type": JSON}),
    ("event", at("/e/{id}/envoys-meet-in-strelsau/"), 200, {**TAGGED, "Content-Type": HTML}),
    ("shared view", at("/s/{code}/"), 200, {**TAGGED, **HIDDEN, "Content-Type": HTML}),
    (
        "json file",
        at("/a-war/events.json"),
        200,
        {
            **TAGGED,
            **HIDDEN,
            "Content-Type": JSON,
            "Content-Disposition": 'attachment; filename="a-war-events.json"',
        },
    ),
    (
        "csv file",
        at("/a-war/events.csv?order=oldest"),
        200,
        {**TAGGED, **HIDDEN, "Content-Type": CSV, "Content-Disposition": 'attachment; filename="a-war-events.csv"'},
    ),
    ("site map", at("/sitemap.xml"), 200, {**TAGGED, "Content-Type": XML}),
    ("robots", at("/robots.txt"), 200, {**COMPRESSED, "ETag": STRONG, "Content-Type": PLAIN}),
    ("method", at("/method/"), 200, {**COMPRESSED, "ETag": STRONG, "Content-Type": HTML}),
    ("report form", at("/e/{id}/_report/"), 200, {**COMPRESSED, **HIDDEN, "Content-Type": HTML}),
    ("report thanks", at("/e/{id}/_report/thanks/"), 200, {**COMPRESSED, **HIDDEN, "Content-Type": HTML}),
    (
        "undecorated event",
        at("/e/{id}/"),
        301,
        {**PUBLIC, "Content-Type": HTML, "Location": re.compile(r"/e/\w{10}/envoys-meet-in-strelsau/")},
    ),
    ("unknown parameter", at("/a-war/?ref=x"), 301, {**PUBLIC, "Content-Type": HTML, "Location": "/a-war/"}),
    (
        "unknown parameter of a file",
        at("/a-war/events.csv?ref=x"),
        301,
        {**PUBLIC, "Content-Type": HTML, "Location": "/a-war/events.csv"},
    ),
    (
        "words in the date box",
        at("/a-war/?when=2025"),
        302,
        {
            **ANYBODYS,
            "Cache-Control": "no-store",
            "Content-Type": HTML,
            "Location": "/a-war/?from=2025-01-01&to=2025-12-31",
        },
    ),
    (
        "words in the box to go by",
        at("/a-war/?go=2025"),
        302,
        {**ANYBODYS, "Cache-Control": "no-store", "Content-Type": HTML, "Location": "/a-war/?at=2025-12-31"},
    ),
    ("forgiven place", at("/a-war/?at=never"), 200, {**UNKEPT, "Vary": "Accept-Encoding", "Content-Type": HTML}),
    ("no such facet", at("/a-war/_values/mood/"), 404, {**PRIVATE, "Content-Type": HTML}),
    ("news of nothing", at("/a-war/_news/"), 400, {**PRIVATE, "Content-Type": HTML}),
    ("forgiven", at("/a-war/?order=up"), 200, {**UNKEPT, "Vary": "Accept-Encoding", "Content-Type": HTML}),
    ("refused json", at("/a-war/events.json?order=up"), 400, {**UNKEPT, "Content-Type": JSON}),
    ("refused csv", at("/a-war/events.csv?order=up"), 400, {**UNKEPT, "Content-Type": PLAIN}),
    ("withdrawn", at("/e/{gone}/"), 410, {**UNKEPT, "Content-Type": HTML}),
    ("missing", at("/nowhere/"), 404, {**PRIVATE, "Content-Type": HTML}),
    ("missing view", at("/s/nothing/"), 404, {**PRIVATE, "Content-Type": HTML}),
    ("missing file", at("/nowhere/events.csv"), 404, {**PRIVATE, "Content-Type": HTML}),
    ("not posted to", at("/a-war/_share/"), 405, {**PRIVATE, "Content-Type": HTML, "Allow": "POST"}),
    ("alive", at("/healthz"), 200, {**PRIVATE, "Content-Type": PLAIN}),
    ("ready", at("/readyz"), 200, {**PRIVATE, "Content-Type": PLAIN}),
]
DESK_ROUTES = [
    ("desk", "/admin/", 200),
    ("timelines", "/admin/timeline/timeline/", 200),
    ("reports", "/admin/timeline/errorreport/", 200),
    ("paste", "/admin/timeline/article/add/", 200),
]
NAMES = [row[0] for row in ROUTES]
ADDRESSES = [row[1] for row in ROUTES]


@pytest.fixture
def site(db: None) -> Site:
    """The timeline a-war with a published event, a withdrawn one and a shared view."""
    timeline = factories.timeline(slug="a-war")
    event, gone = factories.event(timeline=timeline), factories.withdrawn(factories.event(timeline=timeline))
    return Site(event, gone, share(timeline=timeline, choice=EventFilter()))


def headers_of(response: HttpResponse) -> dict[str, str]:
    """All headers but the length, which says nothing about a class."""
    return {name: value for name, value in response.headers.items() if name != "Content-Length"}


def mismatched(found: dict[str, str], expected: dict[str, str | re.Pattern[str]]) -> dict[str, tuple[object, object]]:
    """What was expected and what was found, for each header where the two differ; None where it is not there."""
    pairs = {name: (expected.get(name), found.get(name)) for name in {*found, *expected}}
    return {name: pair for name, pair in pairs.items() if not _fits(*pair)}


def _fits(wanted: str | re.Pattern[str] | None, had: str | None) -> bool:
    return bool(wanted.fullmatch(had or "")) if isinstance(wanted, re.Pattern) else wanted == had


@pytest.mark.parametrize(("address", "status", "expected"), [row[1:] for row in ROUTES], ids=NAMES)
def test_each_class_of_route_answers_with_exactly_these_headers(
    address: Address, status: int, expected: dict[str, str | re.Pattern[str]], site: Site, client: Client
) -> None:
    response = client.get(address(site))
    assert (response.status_code, mismatched(headers_of(response), expected)) == (status, {})


POSTED = [
    ("share", at("/a-war/_share/"), {"query": ""}, {"Location": re.compile(r"/s/\w{10}/")}),
    ("report", at("/e/{id}/_report/"), {"text": "Wrong."}, {"Location": re.compile(r"/e/\w{10}/_report/thanks/")}),
]


@pytest.mark.parametrize(("address", "said", "expected"), [row[1:] for row in POSTED], ids=[row[0] for row in POSTED])
def test_what_anyone_may_post_is_answered_with_exactly_these_headers(
    address: Address, said: dict[str, str], expected: dict[str, re.Pattern[str]], site: Site, client: Client
) -> None:
    response = client.post(address(site), said)
    assert response.status_code == 303
    assert mismatched(headers_of(response), {**PRIVATE, "Content-Type": HTML, **expected}) == {}


@pytest.mark.parametrize(("address", "status"), [row[1:] for row in DESK_ROUTES], ids=[row[0] for row in DESK_ROUTES])
def test_the_desk_is_kept_by_no_cache(address: str, status: int, site: Site, admin_client: Client) -> None:
    response = admin_client.get(address)
    assert (response.status_code, mismatched(headers_of(response), {**DESK, "Content-Type": HTML})) == (status, {})


def test_who_is_not_signed_in_is_sent_away_from_the_desk(site: Site, client: Client) -> None:
    response = client.get("/admin/")
    expected = {**DESK, "Content-Type": HTML, "Location": "/admin/login/?next=/admin/"}
    assert (response.status_code, mismatched(headers_of(response), expected)) == (302, {})


@pytest.mark.parametrize(
    ("file", "content_type"),
    [
        ("css/page.css", 'text/css; charset="utf-8"'),
        ("js/more.js", 'text/javascript; charset="utf-8"'),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_static_files_answer_with_exactly_these_headers(file: str, content_type: str, client: Client, db: None) -> None:
    response = client.get(f"/static/{file}")
    assert Path(settings.BASE_DIR / "static" / file).exists()
    body = response.getvalue()
    response.close()
    assert body
    assert (response.status_code, mismatched(headers_of(response), {**STATIC, "Content-Type": content_type})) == (
        200,
        {},
    )


@pytest.mark.parametrize("names", [("ETag",), ("Vary",), ("Cache-Control", "Location")])
def test_a_difference_is_found(names: tuple[str, ...]) -> None:
    whole = {"ETag": 'W/"00"', "Cache-Control": "public", "Location": "/"}
    found = {name: value for name, value in whole.items() if name not in names}
    if "Vary" in names:
        found["Vary"] = "Cookie"
    assert set(mismatched(found, whole)) == set(names)


STRAY_COOKIES = [{"sessionid": "x"}, {"csrftoken": "not a token"}, {"messages": "x"}, {"sessionid": "x" * 32}]


@pytest.mark.parametrize("cookies", STRAY_COOKIES, ids=lambda it: next(iter(it)))
@pytest.mark.parametrize("address", ADDRESSES, ids=NAMES)
def test_no_public_answer_sets_a_cookie_or_depends_on_one(
    address: Address, cookies: dict[str, str], site: Site, client: Client
) -> None:
    client.cookies.load(cookies)
    response = client.get(address(site))
    assert dict(response.cookies) == {}
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize("address", [row[1] for row in ROUTES if row[2] == 200], ids=lambda it: None)
def test_an_editor_who_is_signed_in_sees_what_everyone_sees(address: Address, site: Site, client: Client) -> None:
    anonymous = client.get(address(site)).getvalue()
    client.force_login(factories.user(username="rudolf", is_superuser=True))
    assert client.get(address(site)).getvalue() == anonymous


def test_no_public_page_holds_a_token_or_a_name(site: Site, client: Client) -> None:
    client.force_login(factories.user(username="rudolf", is_superuser=True))
    pages = [client.get(address(site)).getvalue().decode() for address in ADDRESSES]
    assert [page for page in pages if "csrfmiddlewaretoken" in page or "rudolf" in page] == []


@pytest.mark.parametrize("address", [row[1] for row in ROUTES if row[3].get("ETag")], ids=lambda it: None)
def test_what_a_cache_already_has_is_not_sent_again(address: Address, site: Site, client: Client) -> None:
    first = client.get(address(site))
    client.cookies.load({"sessionid": "x"})
    again = client.get(address(site), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, dict(again.cookies)) == (304, b"", {})
    kept = {name: first[name] for name in ("ETag", "Cache-Control", "Last-Modified", "Vary") if name in first.headers}
    assert mismatched(headers_of(again), {**ANYBODYS, **kept}) == {}


def test_a_page_is_sent_compressed_to_who_can_unpack_it(site: Site, client: Client) -> None:
    plain = client.get("/a-war/").content
    packed = client.get("/a-war/", headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert (packed["Content-Encoding"], packed["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(packed.content) == plain
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain) / 2


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip;q=0.0, br", "x-gzipped"])
def test_a_page_is_sent_as_it_is_to_who_cannot(accepted: str, site: Site, client: Client) -> None:
    answer = client.get("/a-war/", headers={"Accept-Encoding": accepted})
    assert ("Content-Encoding" in answer.headers, answer.content[:15]) == (False, b"<!doctype html>")
