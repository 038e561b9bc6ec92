"""The front page, a timeline's page and its fragment."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.index.conftest import Chronicle
from tests.views.pages import FIRST, links_of, source_of, text_of
from timeline.index import Cursor
from timeline.models import Timeline


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war", title="A war", summary="Told day by day.")


def title_of(source: str) -> str:
    return html.unescape(re.search(r"<title>(.*?)</title>", source)[1])


def test_the_front_page_leads_to_each_timeline(war: Timeline, client: Client) -> None:
    factories.event(timeline=war)
    response = client.get("/")
    assert "/a-war/" in links_of(response)
    assert "A war Told day by day. 1 event 6 October 2025" in text_of(response)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.django_db
def test_the_front_page_costs_the_same_for_one_timeline_and_for_three(
    count: int, client: Client, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        factories.event()
    client.get("/")
    with django_assert_num_queries(3):
        client.get("/")


def test_the_masthead_says_what_this_is_how_much_and_up_to_when(war: Timeline, client: Client) -> None:
    Timeline.objects.filter(pk=war.pk).update(
        zone="Asia/Gaza", reviewed_until=datetime(2025, 10, 9, 14, 20, tzinfo=UTC)
    )
    factories.event(timeline=war, on=date(2023, 10, 7))
    factories.event(timeline=war, on=date(2025, 10, 9))
    text = text_of(client.get("/a-war/"))
    assert "2 events 2 sources 7 October 2023 – 9 October 2025 reviewed to 9 October 2025, 17:20 EEST" in text


@pytest.mark.parametrize("query", ["", "?order=oldest", "?after={place}", "?order=oldest&after={place}"])
def test_the_fragment_is_a_piece_of_the_page(query: str, war: Timeline, client: Client, chronicle: Chronicle) -> None:
    events = chronicle(war, [date(2025, 10, 1 + number % 20) for number in range(60)])
    query = query.format(place=Cursor.at(events[5]))
    fragment = source_of(client.get(f"/a-war/_results/{query}"))
    assert "Event 4 is told" in fragment or "Event 6 is told" in fragment
    assert fragment in source_of(client.get(f"/a-war/{query}")).replace(FIRST, "", 1)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/a-war/", 5), ("/a-war/_results/", 5)])
def test_a_timeline_costs_the_same_for_one_event_and_for_three(
    address: str, queries: int, count: int, war: Timeline, client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        town = factories.place(name=f"Town {number}")
        factories.event(timeline=war, kind=factories.kind(), actors=[factories.actor()], places=[town])
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_a_card_names_its_kind_actors_places_sources_and_standing(war: Timeline, client: Client) -> None:
    event = factories.event(
        timeline=war, kind=factories.kind(), actors=[factories.actor()], places=[factories.place()], summary="They sat."
    )
    factories.citation(event=event, quote="They met, said another.", outlet="The Zenda Post")
    text = text_of(client.get("/a-war/"))
    card = "Envoys meet in Strelsau They sat. Talks and delegations Ruritania Strelsau 2 sources [1][2] Reported"
    assert card in text
    assert f"{event.get_absolute_url()}#sources" in source_of(client.get("/a-war/"))


def test_what_is_confirmed_carries_no_pill(war: Timeline, client: Client) -> None:
    factories.event(timeline=war, standing="confirmed")
    assert 'class="st"' not in source_of(client.get("/a-war/"))


def test_two_quotations_of_one_article_are_one_source(war: Timeline, client: Client) -> None:
    article = factories.article(timeline=war, text="Talks began. They went on.")
    event = factories.event(article=article, quote="Talks began.")
    event.citations.create(article=article, quote="They went on.", start=13, end=26, position=1)
    assert "1 source" in text_of(client.get("/a-war/"))


def test_words_of_editors_and_articles_are_escaped_and_have_their_own_language(war: Timeline, client: Client) -> None:
    article = factories.article(timeline=war, language="ar")
    factories.event(article=article, headline="<b>بدء</b> المحادثات", summary="<script>alert(1)</script>")
    source = source_of(client.get("/a-war/"))
    assert 'lang="ar" dir="auto">&lt;b&gt;بدء&lt;/b&gt; المحادثات</a>' in source
    assert '<p class="sum" lang="ar" dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>' in source


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl")])
@pytest.mark.django_db
def test_a_page_has_the_language_and_direction_of_its_timeline(language: str, direction: str, client: Client) -> None:
    event = factories.event(timeline=factories.timeline(slug="one", language=language))
    for address in ("/one/", event.get_absolute_url()):
        response = client.get(address)
        assert f'<html lang="{language}" dir="{direction}">' in source_of(response)
        assert ("/method/" if language == "en" else f"/method/?lang={language}") in links_of(response)


def test_the_title_follows_the_state(war: Timeline, client: Client, chronicle: Chronicle) -> None:
    events = chronicle(war, [date(2025, 10, day) for day in (1, 2, 3)])
    titles = {
        "": "A war",
        "?order=oldest": "A war: oldest first",
        f"?after={Cursor.at(events[2])}": "A war: back from 2 October 2025",
        f"?order=oldest&after={Cursor.at(events[0])}": "A war: on from 2 October 2025",
    }
    found = {query: title_of(source_of(client.get(f"/a-war/{query}"))) for query in titles}
    assert found == titles


def test_a_plain_page_may_be_indexed_and_a_state_of_it_may_not(war: Timeline, client: Client) -> None:
    event = factories.event(timeline=war)
    canonical = '<link rel="canonical" href="http://127.0.0.1:8000/a-war/">'
    noindex = '<meta name="robots" content="noindex, follow">'
    for query in ("", "?order=oldest", f"?after={Cursor.at(event)}"):
        source = source_of(client.get(f"/a-war/{query}"))
        assert canonical in source
        assert (noindex in source) == bool(query)


def test_a_page_describes_itself_to_whoever_previews_a_link(war: Timeline, client: Client) -> None:
    factories.event(timeline=war)
    source = source_of(client.get("/a-war/"))
    for name, value in {"og:title": "A war", "og:description": "Told day by day.", "og:type": "website"}.items():
        assert f'<meta property="{name}" content="{value}">' in source
    assert '<meta name="description" content="Told day by day.">' in source


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?after=nonsense", "The address of this page is damaged: here is the list from its start."),
        ("?order=up", "“up” is not an order of events: choose newest or oldest."),
    ],
)
def test_an_address_that_cannot_be_read_is_forgiven(query: str, told: str, war: Timeline, client: Client) -> None:
    factories.event(timeline=war)
    response = client.get(f"/a-war/{query}")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert told in text_of(response)
    assert "Envoys meet in Strelsau" in text_of(response)


def test_what_can_be_read_of_a_damaged_address_is_applied(war: Timeline, client: Client) -> None:
    for number in (1, 2):
        factories.event(timeline=war, on=date(2025, 10, number), headline=f"Day {number} is told")
    text = text_of(client.get("/a-war/?order=oldest&after=nonsense"))
    assert text.index("Day 1 is told") < text.index("Day 2 is told")


@pytest.mark.parametrize(
    ("query", "more"), [("", "Earlier events"), ("?order=oldest", "Later events")], ids=["newest", "oldest"]
)
def test_reading_on_by_plain_links_shows_every_event_once(
    query: str, more: str, war: Timeline, client: Client, chronicle: Chronicle
) -> None:
    events = chronicle(war, [date(2024, 1 + number // 28, 1 + number % 28) for number in range(120)])
    seen, address = [], f"/a-war/{query}"
    while address:
        source = source_of(client.get(address))
        seen += re.findall(r"<h4><a [^>]*>Event (\d+) is told</a>", source)
        link = re.search(rf'href="([^"]+)"[^>]*>{more}</a>', source)
        address = html.unescape(link[1]) if link else ""
    assert sorted(map(int, seen)) == list(range(len(events)))


def test_a_further_page_leads_back_to_the_start(war: Timeline, client: Client) -> None:
    first, second = (factories.event(timeline=war, on=date(2025, 10, day)) for day in (1, 2))
    text = text_of(client.get(f"/a-war/?after={Cursor.at(second)}"))
    assert "This page goes on inside the list. Later events Go to the newest events" in text
    assert "The list ends before this page." in text_of(client.get(f"/a-war/?after={Cursor.at(first)}"))


def test_a_timeline_with_nothing_published_says_so(war: Timeline, client: Client) -> None:
    factories.draft(timeline=war)
    assert "Nothing has been published here yet" in text_of(client.get("/a-war/"))
    assert "No timeline has been published yet." in text_of(client.get("/"))


@pytest.mark.django_db
def test_an_unknown_timeline_is_not_found(client: Client) -> None:
    assert [client.get(address).status_code for address in ("/nowhere/", "/nowhere/_results/")] == [404, 404]
