"""What a cache is told: one tag for one page of one edition, and no look at events when it is already known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from timeline.editorial.reviewing import accept
from timeline.editorial.sharing import share
from timeline.filtering import EventFilter
from timeline.models import Article, Event, Outlet, Timeline
from timeline.views import freshness
from timeline.views.kept import EVERY

EVENT_TABLES = ("timeline_event", "timeline_citation", "timeline_article", "timeline_revision", "timeline_kind")


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war")


@pytest.fixture
def event(war: Timeline) -> Event:
    return factories.event(timeline=war, kind=factories.kind(), actors=[factories.actor()], places=[factories.place()])


def addresses_of(event: Event) -> list[str]:
    """Every tagged page that speaks of the event's timeline."""
    view = share(timeline=event.timeline, choice=EventFilter(kinds=("talks",)))
    pages = [
        "",
        "?kind=talks",
        "_results/",
        "_print/",
        "lanes/",
        "lanes/?by=actor",
        "_lanes/",
        "events.json",
        "events.csv",
        "events.csv?kind=talks",
    ]
    return ["/", "/sitemap.xml", f"/s/{view.code}/", event.get_absolute_url(), *(f"/a-war/{it}" for it in pages)]


def tags(client: Client, addresses: list[str]) -> dict[str, str]:
    return {address: client.get(address)["ETag"] for address in addresses}


def again(client: Client, address: str, tag: str) -> HttpResponse:
    return client.get(address, headers={"If-None-Match": tag})


def test_what_is_known_is_answered_without_a_query_of_events(event: Event, client: Client) -> None:
    asked = {}
    for address, tag in tags(client, addresses_of(event)).items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert again(client, address, tag).status_code == 304
        asked[address] = [query["sql"] for query in queries.captured_queries]
    by_event = asked.pop(event.get_absolute_url())
    assert {len(sql) for sql in [by_event, *asked.values()]} == {1}
    assert [sql for (sql,) in asked.values() if any(f'"{table}"' in sql for table in EVENT_TABLES)] == []
    (sql,) = by_event
    selected = sql.partition(" FROM ")[0]
    assert [table for table in EVENT_TABLES if f'"{table}"' in selected] == []


def test_every_page_has_a_tag_of_its_own_and_keeps_it(event: Event, client: Client) -> None:
    addresses = addresses_of(event)
    first = tags(client, addresses)
    assert len(set(first.values())) == len(addresses)
    assert tags(client, addresses) == first


def renamed_outlet(event: Event, desk: Client) -> None:
    outlet = Outlet.objects.get()
    desk.post(f"/admin/timeline/outlet/{outlet.pk}/change/", {"name": "The Zenda Post", "url": ""})


def retitled_article(event: Event, desk: Client) -> None:
    article = Article.objects.get()
    said = {"title": "Anew", "outlet": article.outlet_id, "url": "", "licence_note": "By leave."}
    desk.post(f"/admin/timeline/article/{article.pk}/change/", said)


def edited_timeline(event: Event, desk: Client) -> None:
    said = {"title": "Another war", "slug": "a-war", "summary": "", "language": "en", "zone": "UTC"}
    desk.post(f"/admin/timeline/timeline/{event.timeline_id}/change/", said)


def renamed_term(name: str) -> Callable[[Event, Client], None]:
    def rename(event: Event, desk: Client) -> None:
        term = event.kind if name == "kind" else getattr(event, f"{name}s").get()
        said = {"key": term.key, "name_en": "Anew", "shape": "circle", "position": 0, "cues": "", "aliases": ""}
        said |= {"name": getattr(term, "name", ""), "country": "", "latitude": "", "longitude": "", "geonames_id": ""}
        response = desk.post(f"/admin/timeline/{name}/{term.pk}/change/", said)
        assert response.status_code == 302

    return rename


VISIBLE: dict[str, Callable[[Event, Client], object]] = {
    "an event added": lambda event, desk: factories.event(timeline=event.timeline),
    "a draft accepted": lambda event, desk: accept(factories.draft(timeline=event.timeline), by=factories.user()),
    "an event corrected": lambda event, desk: factories.corrected(event, summary="They sat."),
    "another withdrawn": lambda event, desk: factories.withdrawn(Event.objects.exclude(pk=event.pk).get()),
    "the timeline edited": edited_timeline,
    "an outlet renamed": renamed_outlet,
    "an article described": retitled_article,
    "a kind renamed": renamed_term("kind"),
    "an actor renamed": renamed_term("actor"),
    "a place renamed": renamed_term("place"),
}


@pytest.mark.parametrize("change", VISIBLE.values(), ids=list(VISIBLE))
def test_every_change_that_readers_see_changes_every_tag(
    change: Callable[[Event, Client], object], event: Event, client: Client, admin_client: Client
) -> None:
    factories.event(article=Article.objects.get(), on=date(2025, 10, 7))
    addresses = addresses_of(event)
    before, version = tags(client, addresses), Timeline.objects.get().version
    changed_at = Timeline.objects.get().changed_at
    change(event, admin_client)
    assert Timeline.objects.get().version > version
    assert Timeline.objects.get().changed_at > changed_at
    after = {address: again(client, address, tag) for address, tag in before.items()}
    assert {address: answer.status_code for address, answer in after.items()} == dict.fromkeys(addresses, 200)


UNSEEN: dict[str, Callable[[Event], object]] = {
    "an article kept": lambda event: factories.article(timeline=event.timeline),
    "a draft made": lambda event: factories.draft(timeline=event.timeline),
    "another timeline changed": lambda event: factories.event(),
}


@pytest.mark.parametrize("change", UNSEEN.values(), ids=list(UNSEEN))
def test_what_readers_do_not_see_changes_no_tag(
    change: Callable[[Event], object], event: Event, client: Client
) -> None:
    addresses = [address for address in addresses_of(event) if address not in ("/", "/sitemap.xml")]
    before = tags(client, addresses)
    change(event)
    assert tags(client, addresses) == before


def test_two_deployments_have_two_tags(event: Event, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    addresses = addresses_of(event)
    seen = [tags(client, addresses)]
    monkeypatch.setattr(settings, "VERSION", "0.1.1")
    seen.append(tags(client, addresses))
    monkeypatch.setattr(freshness, "_fingerprint", lambda folder: "other files")
    seen.append(tags(client, addresses))
    assert [len({tagged[address] for tagged in seen}) for address in addresses] == [3] * len(addresses)


def test_a_file_that_pages_are_made_of_counts(tmp_path: object) -> None:
    for name, _pattern in freshness.MADE_OF:
        (tmp_path / name).mkdir(exist_ok=True)
    seen = set()
    for file in ("timeline/a.py", "timeline/locale.mo", "templates/a.html", "static/a.css", "fixtures/a.json"):
        for text in ("one", "two"):
            (tmp_path / file).write_text(text)
            seen.add(freshness._fingerprint.__wrapped__(tmp_path))
    assert len(seen) == 10


def test_an_editor_who_watches_templates_change_gets_no_tag(
    event: Event, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "DEBUG", True)
    assert "ETag" not in client.get("/a-war/").headers


def test_a_tag_survives_a_proxy_that_drops_its_weakness(event: Event, client: Client) -> None:
    tag = client.get("/a-war/")["ETag"]
    assert again(client, "/a-war/", tag.removeprefix("W/")).status_code == 304
    assert again(client, "/a-war/", f'"other", {tag}').status_code == 304
    assert again(client, "/a-war/", '"other"').status_code == 200


@pytest.mark.parametrize("address", ["/a-war/?order=up", "/a-war/?ref=x", "/nowhere/", "/a-war/events.csv?order=up"])
def test_what_is_no_page_of_its_own_has_no_tag(address: str, event: Event, client: Client) -> None:
    response = client.get(address)
    assert ("ETag" in response.headers, "Last-Modified" in response.headers) == (False, False)


def test_the_tag_does_not_tell_that_a_draft_exists(event: Event, client: Client) -> None:
    draft = factories.draft(timeline=event.timeline)
    answers = [client.get(f"/e/{public_id}/x/") for public_id in (draft.public_id, "2345678923")]
    assert answers[0].content == answers[1].content
    assert dict(answers[0].headers) == dict(answers[1].headers)
    assert answers[0].status_code == 404


def test_head_has_the_tag_of_get(event: Event, client: Client) -> None:
    for address in addresses_of(event):
        assert client.head(address)["ETag"] == client.get(address)["ETag"]


@pytest.mark.pages_are_kept
@pytest.mark.parametrize("packing", ["gzip", "identity"])
def test_what_was_sent_is_sent_again_without_a_query_of_events(event: Event, client: Client, packing: str) -> None:
    asked = {"Accept-Encoding": packing}
    for address in addresses_of(event):
        first = client.get(address, headers=asked)
        client.cookies.load({"sessionid": "x"})
        with CaptureQueriesContext(connection) as queries:
            again = client.get(address, headers=asked)
        is_streamed = first.streaming
        assert (again.getvalue(), dict(again.headers)) == (first.getvalue(), dict(first.headers))
        assert again.headers.get("Content-Encoding", "identity") in (packing, "identity")
        assert (len(queries) == 1, dict(again.cookies)) == (not is_streamed, {})
        client.cookies.clear()


@pytest.mark.pages_are_kept
@pytest.mark.parametrize("change", VISIBLE.values(), ids=list(VISIBLE))
def test_nothing_that_was_sent_before_a_change_is_sent_after_it(
    change: Callable[[Event, Client], object], event: Event, client: Client, admin_client: Client
) -> None:
    factories.event(article=Article.objects.get(), on=date(2025, 10, 7))
    addresses = addresses_of(event)
    before = tags(client, addresses)
    change(event, admin_client)
    kept = {address: client.get(address) for address in addresses}
    assert [address for address in addresses if kept[address]["ETag"] == before[address]] == []
    for store in EVERY:
        store.clear()
    made = {address: client.get(address) for address in addresses}
    assert [it for it in addresses if made[it].getvalue() != kept[it].getvalue()] == []


@pytest.mark.pages_are_kept
def test_a_database_put_back_to_an_earlier_state_is_not_answered_with_what_was_sent_of_a_later_one(
    event: Event, client: Client
) -> None:
    before = client.get("/a-war/").content
    Timeline.objects.filter(pk=event.timeline_id).update(
        title="As it was", changed_at=Timeline.objects.get().created_at
    )
    after = client.get("/a-war/").content
    assert (b"As it was" in before, b"As it was" in after) == (False, True)


@pytest.mark.pages_are_kept
def test_neither_long_answers_nor_refusals_nor_heads_are_kept(
    event: Event, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def queries_of(address: str, method: str = "get") -> int:
        with CaptureQueriesContext(connection) as queries:
            getattr(client, method)(address)
        return len(queries)

    assert [queries_of("/a-war/?order=up") > 1 for _again in range(2)] == [True, True]
    assert [queries_of("/a-war/", "head") > 1 for _again in range(2)] == [True, True]
    assert queries_of("/a-war/") > 1
    assert queries_of("/a-war/") == 1
    monkeypatch.setattr(freshness, "LARGEST_KEPT", 100)
    assert [queries_of("/a-war/?order=oldest") > 1 for _again in range(2)] == [True, True]
