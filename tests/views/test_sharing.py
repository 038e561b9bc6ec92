"""Sharing a view: one short address for it, and what that address says later."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import factories
from tests.views.pages import links_of, source_of, text_of
from timeline.dates import EventDate
from timeline.models import SavedView, Timeline
from timeline.views import sharing
from timeline.views.allowances import Allowance

QUERY = "from=2025-01-01&kind=talks"
PRIVATE = "private, no-store"


@pytest.fixture(autouse=True)
def allowance(monkeypatch: pytest.MonkeyPatch) -> Allowance:
    fresh = Allowance(3)
    monkeypatch.setattr(sharing, "NEW_VIEWS", fresh)
    return fresh


@pytest.fixture
def war(db: None) -> Timeline:
    timeline = factories.timeline(slug="a-war", title="A war", zone="Asia/Gaza")
    factories.event(timeline=timeline, kind=factories.kind(), headline="Talks begin")
    factories.event(timeline=timeline, headline="Nothing of the kind", on=date(2025, 10, 7))
    return timeline


def shared(client: Client, query: str = QUERY, **headers: str) -> HttpResponse:
    return client.post("/a-war/_share/", {"query": query}, headers=headers)


def test_a_plain_form_leads_to_the_page_of_the_view(war: Timeline, client: Client) -> None:
    response = shared(client)
    view = SavedView.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/s/{view.code}/")
    assert (view.query, view.timeline, response["Cache-Control"]) == (QUERY, war, PRIVATE)


def test_a_program_is_given_the_address(war: Timeline, client: Client) -> None:
    response = shared(client, accept="application/json")
    code = SavedView.objects.get().code
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    assert json.loads(response.content) == {"address": f"http://127.0.0.1:8000/s/{code}/"}


def test_the_same_view_has_the_same_address_until_something_changes(war: Timeline, client: Client) -> None:
    first, again, otherwise = shared(client), shared(client), shared(client, "kind=talks&order=newest&from=2025-01-01")
    factories.event(timeline=war)
    later = shared(client)
    assert first["Location"] == again["Location"] == otherwise["Location"] != later["Location"]
    assert SavedView.objects.count() == 2


def test_it_needs_no_cookie_and_no_token_and_sets_none(war: Timeline) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies.load({"sessionid": "x", "csrftoken": "y"})
    response = shared(client)
    assert (response.status_code, dict(response.cookies), response.get("Vary")) == (303, {}, None)


def test_who_shares_too_much_is_told_when_to_come_back_and_may_still_ask_for_what_is_there(
    war: Timeline, client: Client
) -> None:
    answers = [shared(client, f"q=word{number}") for number in range(4)]
    assert [answer.status_code for answer in answers] == [303, 303, 303, 429]
    assert (answers[3]["Retry-After"], answers[3]["Cache-Control"]) == ("3600", PRIVATE)
    assert shared(client, "q=word1").status_code == 303
    assert SavedView.objects.count() == 3


@pytest.mark.parametrize("query", ["order=up", "from=nonsense", "kind=talks&standing=odd", "q=%00"])
def test_what_cannot_be_read_is_not_kept(query: str, war: Timeline, client: Client) -> None:
    assert shared(client, query).status_code == 400
    assert SavedView.objects.count() == 0


def test_a_filter_too_long_to_keep_is_not_kept(war: Timeline, client: Client) -> None:
    many = "&".join(f"{name}={'k' * 55}-{number}" for name in ("actor", "kind") for number in range(20))
    assert shared(client, many).status_code == 400


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_an_address_for_sharing_is_only_posted_to(method: str, war: Timeline, client: Client) -> None:
    assert getattr(client, method)("/a-war/_share/").status_code == 405


def test_an_unknown_timeline_or_code_is_not_found(db: None, client: Client) -> None:
    assert client.post("/nowhere/_share/").status_code == 404
    assert client.get("/s/nothing/").status_code == 404


def reopened(client: Client) -> HttpResponse:
    return client.get(f"/s/{SavedView.objects.earliest('pk').code}/")


def test_a_shared_view_says_what_it_is_when_it_was_made_and_that_nothing_changed(war: Timeline, client: Client) -> None:
    shared(client)
    SavedView.objects.update(created_at=datetime(2030, 10, 9, 14, 20, tzinfo=UTC))
    response = reopened(client)
    text = text_of(response)
    assert "A war Talks and delegations, since 2025 Shared on 9 October 2030, 17:20 EEST" in text
    assert "Since it was shared Nothing has changed in it. Open this view Showing 1 event" in text
    assert "Talks begin" in text
    assert "Nothing of the kind" not in text
    assert f"/a-war/?{QUERY}" in links_of(response)


def test_a_shared_view_says_what_has_changed_since(war: Timeline, client: Client) -> None:
    old, wrong = (factories.event(timeline=war, kind=factories.kind()) for _ in range(2))
    shared(client)
    factories.corrected(old, headline="Corrected since")
    factories.withdrawn(wrong)
    for number in range(3):
        factories.event(timeline=war, kind=factories.kind(), headline=f"Added {number}")
    text = text_of(reopened(client))
    assert "Since it was shared 3 added, 1 corrected, 1 no longer shown Open this view Showing 5 events" in text
    assert "Corrected since" in text


def test_what_is_only_possibly_in_a_view_is_said_to_be(war: Timeline, client: Client) -> None:
    factories.event(timeline=war, on=EventDate.one_of_days(date(2025, 10, 6), date(2025, 10, 7)))
    shared(client, "from=2025-10-07")
    assert "Showing 2 events (1 possibly)" in text_of(reopened(client))


def test_a_shared_view_previews_itself_and_stays_out_of_search_engines(war: Timeline, client: Client) -> None:
    shared(client)
    response = reopened(client)
    source, code = source_of(response), SavedView.objects.get().code
    assert '<meta name="robots" content="noindex">' in source
    assert '<link rel="canonical" href="http://127.0.0.1:8000/a-war/">' in source
    assert '<meta property="og:title" content="A war">' in source
    assert '<meta property="og:description" content="Talks and delegations, since 2025. Shared on ' in source
    assert f'<meta property="og:url" content="http://127.0.0.1:8000/s/{code}/">' in source
    assert response["X-Robots-Tag"] == "noindex"


def test_a_view_of_many_events_leads_on_to_all_of_them(war: Timeline, client: Client, chronicle: Any) -> None:
    chronicle(war, [date(2024, 1, 1)] * 60)
    shared(client, "")
    response = reopened(client)
    assert "All events of this view" in text_of(response)
    assert "/a-war/" in links_of(response)


@pytest.mark.parametrize("count", [1, 3])
def test_a_shared_view_costs_the_same_for_one_event_and_for_three(
    count: int, war: Timeline, client: Client, django_assert_num_queries: Any
) -> None:
    shared(client)
    for _ in range(count):
        factories.event(timeline=war, kind=factories.kind(), actors=[factories.actor()])
    code = SavedView.objects.get().code
    client.get(f"/s/{code}/")
    with django_assert_num_queries(6):
        client.get(f"/s/{code}/")


@pytest.mark.parametrize(("language", "told"), [("ar", "rtl"), ("he", "rtl")])
def test_a_shared_view_speaks_the_language_of_its_timeline(language: str, told: str, db: None, client: Client) -> None:
    timeline = factories.timeline(slug="a-war", language=language)
    factories.event(timeline=timeline)
    shared(client, "")
    assert f'<html lang="{language}" dir="{told}">' in source_of(reopened(client))


def test_the_page_offers_to_share_what_it_shows(war: Timeline, client: Client) -> None:
    source = source_of(client.get(f"/a-war/?{QUERY}"))
    assert 'method="post" action="/a-war/_share/"' in source
    assert f'name="query" value="{QUERY.replace("&", "&amp;")}"' in source
    assert f'data-copy="http://127.0.0.1:8000/a-war/?{QUERY.replace("&", "&amp;")}"' in source
    assert "csrfmiddlewaretoken" not in source


def test_the_page_describes_what_it_shows_to_whoever_previews_a_link(war: Timeline, client: Client) -> None:
    source = source_of(client.get(f"/a-war/?{QUERY}"))
    assert '<meta property="og:description" content="Talks and delegations, since 2025">' in source
    assert f'<meta property="og:url" content="http://127.0.0.1:8000/a-war/?{QUERY.replace("&", "&amp;")}">' in source
