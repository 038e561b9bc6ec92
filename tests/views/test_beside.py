"""What stands beside a list when it is asked for: the table, the values of a facet, the news; and places in the list."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests import factories
from tests.index.conftest import Chronicle
from tests.views.pages import links_of, source_of, text_of
from timeline.index import Cursor
from timeline.models import Timeline


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war", title="A war", zone="Asia/Gaza")


def headlines(source: str) -> list[str]:
    return re.findall(r"<h4><a [^>]*>(.*?)</a>", source)


# -- the table -------------------------------------------------------------------------------------------------------


def test_the_table_says_what_was_not_yet_reviewed_also_where_nothing_happened(war: Timeline, client: Client) -> None:
    factories.event(timeline=war, on=date(2025, 10, 1), headline="Shots are fired")
    factories.event(timeline=war, on=date(2025, 10, 6), headline="Envoys are to meet")
    Timeline.objects.filter(pk=war.pk).update(reviewed_until=datetime(2025, 10, 4, 11, 0, tzinfo=UTC))
    text = text_of(client.get("/a-war/_table/"))
    head, _, rows = text.partition("Led by Reviewed ")
    assert head.endswith("Events per day When Events of them possibly ")
    assert rows.startswith(
        "Wednesday 1 October 2025 1 0 Shots are fired yes "
        "Saturday 4 October 2025 0 0 reviewed to 14:00 "
        "Sunday 5 October 2025 0 0 not yet reviewed "
        "Monday 6 October 2025 1 0 Envoys are to meet not yet reviewed"
    )
    page = client.get("/a-war/")
    assert source_of(page).count('class="unreviewed"') == 1
    assert "Sunday 5 October 2025: no events; not yet reviewed" in source_of(page)
    assert "not yet reviewed" in text_of(page)


def test_where_all_was_reviewed_nothing_speaks_of_it_and_quiet_days_after_the_events_are_shown(
    war: Timeline, client: Client
) -> None:
    factories.event(timeline=war, on=date(2025, 10, 1), headline="Shots are fired")
    Timeline.objects.filter(pk=war.pk).update(reviewed_until=datetime(2025, 10, 4, 21, 0, tzinfo=UTC))
    source = source_of(client.get("/a-war/"))
    assert 'class="unreviewed"' not in source
    assert re.findall(r'<rect class="hit" data-from="([\d-]+)"', source) == [f"2025-10-0{day}" for day in (2, 3, 4)]


@pytest.mark.parametrize("address", ["_table/", "_values/actor/"])
def test_a_page_beside_the_list_has_one_address_and_is_not_for_search_engines(
    address: str, war: Timeline, client: Client
) -> None:
    factories.event(timeline=war)
    moved = client.get(f"/a-war/{address}?actor=b&kind=a&after=x")
    assert (moved.status_code, moved["Location"]) == (301, f"/a-war/{address}?kind=a&actor=b")
    page = client.get(f"/a-war/{address}?kind=a&actor=b")
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex")
    assert "/a-war/?kind=a&actor=b" in links_of(page)
    forgiven = client.get(f"/a-war/{address}?order=up")
    assert (forgiven.status_code, forgiven["Cache-Control"]) == (200, "private, no-store")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("_table/", 3), ("_values/place/", 3)])
def test_a_page_beside_the_list_costs_the_same_for_one_event_and_for_three(
    address: str, queries: int, count: int, war: Timeline, client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        factories.event(timeline=war, places=[factories.place(name=f"Town {number}")])
    client.get(f"/a-war/{address}")
    with django_assert_num_queries(queries):
        client.get(f"/a-war/{address}")


# -- the values of a facet -------------------------------------------------------------------------------------------


def test_values_beyond_those_at_once_are_on_a_page_of_their_own(war: Timeline, client: Client) -> None:
    towns = [factories.place(name=f"Town {number}") for number in range(9)]
    for number in range(9):
        factories.event(timeline=war, places=towns[number:])
    page, values = (source_of(client.get(address)) for address in ("/a-war/", "/a-war/_values/place/"))
    listed = [re.findall(r'name="place" value="town-(\d)"', source) for source in (page, values)]
    assert listed == [["8", "7", "6", "5"], list("876543210")]
    assert "5 more" in text_of(client.get("/a-war/"))
    assert "/a-war/_values/place/" in links_of(client.get("/a-war/"))
    at_once, _, rest = values.partition('<div class="rest">')
    assert ('value="town-5"' in at_once, 'value="town-4"' in rest) == (True, True)


def test_a_value_that_is_chosen_stands_at_once_and_what_else_is_chosen_is_kept(war: Timeline, client: Client) -> None:
    towns = [factories.place(name=f"Town {number}") for number in range(9)]
    for number in range(9):
        factories.event(timeline=war, places=towns[number:], kind=factories.kind())
    source = source_of(client.get("/a-war/?kind=talks&place=town-0"))
    assert re.findall(r'<input type="checkbox" [^>]*value="town-(\d)"( checked)?', source)[-1] == ("0", " checked")
    values = source_of(client.get("/a-war/_values/place/?kind=talks&place=town-0"))
    assert '<input type="hidden" name="kind" value="talks">' in values
    assert 'type="hidden" name="place"' not in values


# -- places in the list ----------------------------------------------------------------------------------------------


@pytest.fixture
def long_war(war: Timeline, chronicle: Chronicle) -> Timeline:
    chronicle(war, [date(2025, 1 + number // 28, 1 + number % 28) for number in range(120)])
    return war


@pytest.mark.parametrize(
    ("query", "first", "last", "title"),
    [
        ("?at=2025-03-01", 56, 7, "A war: back from 1 March 2025"),
        ("?order=oldest&at=2025-03-01", 56, 105, "A war: oldest first, on from 1 March 2025"),
        ("?from=2025-02-01&at=2025-02-03", 30, 28, "A war: since February 2025, back from 3 February 2025"),
    ],
)
def test_a_list_begins_at_a_day(
    query: str, first: int, last: int, title: str, long_war: Timeline, client: Client
) -> None:
    source = source_of(client.get(f"/a-war/{query}"))
    found = headlines(source)
    assert (found[0], found[-1]) == (f"Event {first} is told", f"Event {last} is told")
    assert html.unescape(re.search(r"<title>(.*?)</title>", source)[1]) == title.replace("oldest first, ", "")
    assert '<meta name="robots" content="noindex, follow">' in source


@pytest.mark.parametrize(
    ("query", "back", "on"),
    [("", "Later events", "Earlier events"), ("?order=oldest&", "Earlier events", "Later events")],
)
def test_from_a_day_a_reader_goes_both_ways_and_sees_every_event_once(
    query: str, back: str, on: str, long_war: Timeline, client: Client
) -> None:
    def follow(address: str, label: str) -> list[list[str]]:
        pages = []
        while address:
            source = source_of(client.get(address))
            pages.append(headlines(source))
            link = re.search(rf'href="([^"]+)"[^>]*>{label}</a>', source)
            address = html.unescape(link[1]) if link else ""
        return pages

    start = f"/a-war/{query or '?'}at=2025-03-01"
    here, *later = follow(start, on)
    _, *earlier = follow(start, back)
    seen = [it for page in (*reversed(earlier), here, *later) for it in page]
    assert seen == headlines(source_of(client.get(f"/a-war/_print/{query.rstrip('&')}")))
    assert len(seen) == 120


def test_a_plain_page_has_nothing_before_it(long_war: Timeline, client: Client) -> None:
    assert "Later events" not in text_of(client.get("/a-war/"))


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("go=1+March+2025", "/a-war/?at=2025-03-01"),
        ("go=March+2025", "/a-war/?at=2025-03-31"),
        ("go=March+2025&order=oldest&q=told", "/a-war/?q=told&order=oldest&at=2025-03-01"),
        ("go=since+March+2025", "/a-war/?at=2025-03-01"),
        ("go=&order=oldest", "/a-war/?order=oldest"),
        ("go=2025&at=2024-01-01", "/a-war/?at=2025-12-31"),
    ],
)
def test_what_is_typed_to_go_by_becomes_a_day_and_is_kept_by_nobody(
    query: str, address: str, war: Timeline, client: Client
) -> None:
    answer = client.get(f"/a-war/?{query}")
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (302, address, "no-store")


def test_words_that_name_no_day_are_told_where_they_were_typed(war: Timeline, client: Client) -> None:
    factories.event(timeline=war)
    answer = client.get("/a-war/?go=soonish")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert 'name="go" value="soonish"' in source_of(answer)
    assert text_of(answer).count("“soonish” was not understood as a date.") == 2
    assert '<details id="jump" class="download jump" open>' in source_of(answer)


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?at=2025-3-1", "?at=2025-03-01"),
        ("?at=2025-03-01&kind=a", "?kind=a&at=2025-03-01"),
        ("?before={place}&after={place}", "?after={place}"),
        ("?after={place}&at=2025-03-01", "?at=2025-03-01"),
        ("?before={place}&order=oldest", "?order=oldest&before={place}"),
    ],
)
def test_a_place_has_one_address(asked: str, canonical: str, war: Timeline, client: Client) -> None:
    place = Cursor.at(factories.event(timeline=war))
    answer = client.get(f"/a-war/{asked.format(place=place)}")
    assert (answer.status_code, answer["Location"]) == (301, f"/a-war/{canonical.format(place=place)}")


# -- news ------------------------------------------------------------------------------------------------------------


def news_of(client: Client, address: str) -> str:
    return html.unescape(re.search(r'data-news="([^"]+)"', source_of(client.get(address)))[1])


def test_news_are_the_events_that_a_choice_shows_more_than_when_it_was_read(war: Timeline, client: Client) -> None:
    factories.event(timeline=war, kind=factories.kind())
    talks, everything = news_of(client, "/a-war/?kind=talks"), news_of(client, "/a-war/")
    assert client.get(talks).json() == {"events": 0, "told": "0 new events", "address": "/a-war/?kind=talks"}
    for number in range(3):
        factories.event(timeline=war, kind=factories.kind() if number else None)
    factories.draft(timeline=war, kind=factories.kind())
    assert client.get(talks).json() == {"events": 2, "told": "2 new events", "address": "/a-war/?kind=talks"}
    assert client.get(everything).json() == {"events": 3, "told": "3 new events", "address": "/a-war/"}


def test_what_was_withdrawn_meanwhile_is_no_news(war: Timeline, client: Client) -> None:
    event = factories.event(timeline=war)
    address = news_of(client, "/a-war/")
    factories.withdrawn(event)
    assert client.get(address).json()["events"] == 0


def test_news_cost_a_query_of_timelines_while_there_are_none(
    war: Timeline, client: Client, django_assert_num_queries: Any
) -> None:
    factories.event(timeline=war)
    address = news_of(client, "/a-war/?q=envoys")
    with django_assert_num_queries(2):
        tag = client.get(address)["ETag"]
    with django_assert_num_queries(1):
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    factories.event(timeline=war)
    room_for_hits = 3 if connection.vendor == "postgresql" else 0  # a savepoint, a setting, and its end
    with django_assert_num_queries(10 + room_for_hits):
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?since=1", "?since=x&shown=1", "?since=1&shown=-1", f"?since={'1' * 19}&shown=1"]
)
def test_news_that_no_page_asks_for_are_refused(query: str, war: Timeline, client: Client) -> None:
    answer = client.get(f"/a-war/_news/{query}")
    assert (answer.status_code, answer["Cache-Control"]) == (400, "private, no-store")


def test_news_have_one_address(war: Timeline, client: Client) -> None:
    answer = client.get("/a-war/_news/?shown=01&since=2&kind=a")
    assert (answer.status_code, answer["Location"]) == (301, "/a-war/_news/?kind=a&since=2&shown=1")
