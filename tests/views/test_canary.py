"""One word for each thing that readers may not see, and no public address, whatever its filter, that says it."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests import factories
from tests.views.pages import crawl, whole
from timeline.editorial.reporting import report_error
from timeline.editorial.reviewing import reject
from timeline.editorial.sharing import share
from timeline.filtering import FACETS, EventFilter
from timeline.models import Actor, Event, Kind, Place, SavedView, Status

CANARIES = [
    *("canarydraft", "canaryrejected", "canarywithdrawn", "canaryarticle", "canarycut", "canaryeditor"),
    *("canaryreport", "canarycontact", "canaryreason", "canarycue", "canaryalias"),
]
FILES = ("", "_results/", "_print/", "_table/", "lanes/", "_lanes/", "events.json", "events.csv")


@pytest.fixture
def hidden(db: None) -> list[Event]:
    """Events in every status that is not public, and a published one whose article says more than its quotation."""
    timeline = factories.timeline(slug="a-war")
    editor = factories.user(username="canaryeditor")
    quote = " ".join(f"word{number}" for number in range(200)) + " canarycut"
    article = factories.article(timeline=timeline, text=f"{quote} canaryarticle", by=editor)
    kind, actor, place = factories.kind(), factories.actor(), factories.place()
    Kind.objects.update(cues=["canarycue"])
    Actor.objects.update(aliases=["canaryalias"])
    Place.objects.update(aliases=["canaryalias"])
    terms = {"kind": kind, "actors": [actor], "places": [place]}
    shown = factories.event(article=article, quote=quote, phrase="word3", by=editor, on=date(2025, 10, 6), **terms)
    draft, rejected = (
        factories.draft(
            article=factories.article(timeline=timeline, outlet=f"{name} outlet"),
            headline=name,
            summary=name,
            by=editor,
            actors=[factories.actor(name=f"{name} actor")],
            places=[factories.place(name=f"{name} place")],
        )
        for name in ("canarydraft", "canaryrejected")
    )
    reject(rejected, by=editor, reason="canaryreason")
    gone = factories.event(timeline=timeline, headline="canarywithdrawn", summary="canarywithdrawn", by=editor, **terms)
    report_error(event=shown, text="canaryreport", contact="canarycontact")
    return [shown, draft, rejected, factories.withdrawn(gone)]


def every_filter() -> list[str]:
    """Every parameter alone with every value that leads to something, and pairs of them."""
    alone = [
        *("from=2025-10-06", "to=2025-10-06", "order=oldest", "q=envoys", "q=canary", "q=canarydraft", "after=canary"),
        *(
            "kind=talks",
            "kind=none",
            "actor=ruritania",
            "actor=canarydraft-actor",
            "place=strelsau",
            "place=canaryrejected-place",
        ),
        *("standing=reported", "standing=denied", "source=the-strelsau-gazette", "source=canarydraft-outlet"),
    ]
    pairs = [f"{one}&{other}" for one, other in product(alone[:3], alone[7:])]
    return ["", *(f"?{query}" for query in alone + pairs)]


def leaks(pages: dict[str, HttpResponse]) -> set[tuple[str, str]]:
    """Each canary with the address that says it; the words of a search are said back, and are no leak."""
    said = {address: f"{page.content.decode()} {page.headers}".lower() for address, page in pages.items()}
    return {(address, word) for address in pages for word in _unasked(address) if word in said[address]}


def _unasked(address: str) -> list[str]:
    """What would be a leak at this address: a key comes back as a key, never with the name that goes with it."""
    if "q=canary" in address:
        return [word for word in CANARIES if f"q={word}" not in address]
    asked = [word for word in CANARIES if f"={word}" in address]
    names = [f"{word} {what}" for word in asked for what in ("actor", "place", "outlet")]
    return [word for word in CANARIES if word not in asked] + names


def test_there_is_something_to_leak(hidden: list[Event]) -> None:
    statuses = [Event.objects.get(pk=event.pk).status for event in hidden]
    assert statuses == ["published", "draft", "rejected", "withdrawn"]
    tables = ("event", "revision", "article", "errorreport", "kind", "actor")
    with connection.cursor() as cursor:
        rows = []
        for table in tables:
            cursor.execute(f"SELECT * FROM timeline_{table}")
            rows += cursor.fetchall()
        cursor.execute("SELECT username FROM auth_user")
        rows += cursor.fetchall()
    assert [word for word in CANARIES if word not in repr(rows)] == []


def test_no_public_page_says_what_readers_may_not_see(hidden: list[Event], client: Client) -> None:
    shown, *others = hidden
    view = share(timeline=shown.timeline, choice=EventFilter())
    starts = [f"/e/{event.public_id}/" for event in others]
    starts += [f"/e/{event.public_id}/_report/" for event in hidden]
    pages = crawl(client, "/", "/sitemap.xml", "/robots.txt", f"/s/{view.code}/", *starts)
    expected = {"/", "/a-war/", "/method/", "/a-war/events.json", "/a-war/events.csv", shown.get_absolute_url()}
    assert expected <= set(pages)
    assert leaks(pages) == set()
    assert "word3" in pages[shown.get_absolute_url()].content.decode()


@pytest.mark.parametrize("facet", FACETS)
def test_no_list_of_values_names_what_only_hidden_events_have(facet: str, hidden: list[Event], client: Client) -> None:
    pages = {query: whole(client.get(f"/a-war/_values/{facet}/{query}", follow=True)) for query in every_filter()}
    assert leaks(pages) == set()
    assert any('type="checkbox"' in page.content.decode() for page in pages.values())


def test_news_count_no_hidden_event(hidden: list[Event], client: Client) -> None:
    assert client.get("/a-war/_news/?since=0&shown=0").json()["events"] == 1


@pytest.mark.parametrize(
    "file", FILES, ids=["page", "fragment", "print", "table", "lanes", "lanes fragment", "json", "csv"]
)
def test_no_filter_of_any_file_finds_what_readers_may_not_see(file: str, hidden: list[Event], client: Client) -> None:
    pages = {query: whole(client.get(f"/a-war/{file}{query}", follow=True)) for query in every_filter()}
    assert leaks(pages) == set()
    assert any("envoys meet in strelsau" in page.content.decode().lower() for page in pages.values())


def test_no_filter_by_a_word_of_a_hidden_event_counts_it(hidden: list[Event], client: Client) -> None:
    queries = ["q=canary", "q=canarywithdrawn", "actor=canarydraft-actor", "place=canaryrejected-place"]
    for query in queries:
        assert whole(client.get(f"/a-war/events.json?{query}")).content.decode().endswith('"count": 0\n}\n')
        assert "No event matches" in client.get(f"/a-war/?{query}").content.decode()


def test_a_view_shared_before_a_withdrawal_does_not_name_what_is_gone(hidden: list[Event], client: Client) -> None:
    event = factories.event(timeline=hidden[0].timeline, headline="canarywithdrawn once more")
    view = share(timeline=event.timeline, choice=EventFilter())
    factories.withdrawn(event)
    page = client.get(f"/s/{SavedView.objects.get(pk=view.pk).code}/")
    assert "1 no longer shown" in page.content.decode()
    assert leaks({"/s/": page}) == set()
    assert event.status != Status.WITHDRAWN == Event.objects.get(pk=event.pk).status


def test_every_link_on_a_public_page_leads_somewhere(hidden: list[Event], client: Client) -> None:
    pages = crawl(client, "/")
    assert len(pages) >= 5
    assert {address: page.status_code for address, page in pages.items() if page.status_code not in (200, 301)} == {}
