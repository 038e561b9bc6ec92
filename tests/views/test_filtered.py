"""A timeline with a filter: what it shows, says and links, and what it does with what it cannot read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories
from tests.index.conftest import Chronicle
from tests.views.pages import FIRST, links_of, source_of, text_of
from timeline.dates import EventDate
from timeline.models import Timeline


@pytest.fixture
def war(db: None) -> Timeline:
    """Talks of Ruritania in January and March 2025, and an attack some day around the end of February."""
    timeline = factories.timeline(slug="a-war", title="A war", summary="Told day by day.", zone="Asia/Gaza")
    talks, attack = factories.kind(), factories.kind(key="attack", name="Attacks", shape="circle")
    for month in (1, 3):
        factories.event(
            timeline=timeline,
            on=date(2025, month, 5),
            headline=f"Talks of month {month}",
            kind=talks,
            actors=[factories.actor()],
            places=[factories.place()],
        )
    between = EventDate.one_of_days(date(2025, 2, 28), date(2025, 3, 1))
    factories.event(timeline=timeline, on=between, headline="Shots are heard", kind=attack, standing="denied")
    return timeline


@pytest.fixture
def _at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """Late on 5 March in Greenwich, early on 6 March in Gaza."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2025, 3, 5, 23, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("kind=talks", ["Talks of month 3", "Talks of month 1"]),
        ("kind=attack&kind=talks&order=oldest", ["Talks of month 1", "Shots are heard", "Talks of month 3"]),
        ("actor=ruritania", ["Talks of month 3", "Talks of month 1"]),
        ("kind=attack&actor=ruritania", []),
        ("place=strelsau&q=month+3", ["Talks of month 3"]),
        ("standing=denied", ["Shots are heard"]),
        ("source=the-strelsau-gazette&q=SHOT", ["Shots are heard"]),
        ("from=2025-03-01", ["Talks of month 3", "Shots are heard"]),
        ("to=2025-02-27", ["Talks of month 1"]),
    ],
)
def test_a_filter_shows_what_it_says(query: str, headlines: list[str], war: Timeline, client: Client) -> None:
    for address in (f"/a-war/?{query}", f"/a-war/_results/?{query}"):
        found = re.findall(r"<h4><a [^>]*>(.*?)</a>", source_of(client.get(address)))
        assert found == headlines


def test_the_sentence_says_the_count_and_each_part_with_its_way_back(war: Timeline, client: Client) -> None:
    response = client.get("/a-war/?from=2025-03-01&kind=attack&kind=talks")
    assert "Showing 2 events (1 possibly) : Attacks × Talks and delegations × since March 2025 × Clear all" in text_of(
        response
    )
    ways_back = {"/a-war/?from=2025-03-01&kind=talks", "/a-war/?from=2025-03-01&kind=attack", "/a-war/"}
    assert ways_back | {"/a-war/?kind=attack&kind=talks"} <= links_of(response)


def test_each_facet_counts_what_choosing_would_show(war: Timeline, client: Client) -> None:
    source = source_of(client.get("/a-war/?kind=attack"))
    counted = re.findall(
        r'(?s)id="[\w-]+" name="(\w+)" value="([\w-]+)"( checked)?>.*?<bdi>.*?</bdi> <span class="n">(\d+)', source
    )
    assert counted == [
        ("kind", "talks", "", "2"),
        ("kind", "attack", " checked", "1"),
        ("standing", "denied", "", "1"),
        ("source", "the-strelsau-gazette", "", "1"),
    ]


def test_nothing_found_says_so_and_offers_the_way_back(war: Timeline, client: Client) -> None:
    response = client.get("/a-war/?kind=attack&q=nowhere")
    assert "No event matches : Attacks × “nowhere” × Clear all" in text_of(response)
    assert "Show all 3 events" in text_of(response)


@pytest.mark.usefixtures("_at_night")
@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("when=since+March+2025", "/a-war/?from=2025-03-01"),
        ("when=today", "/a-war/?from=2025-03-06&to=2025-03-06"),
        ("when=until+now&kind=talks&kind=attack", "/a-war/?to=2025-03-06&kind=attack&kind=talks"),
        ("when=before+the+March+talks", "/a-war/?to=2025-03-04"),
        ("when=&from=2025-03-01&q=shots", "/a-war/?q=shots"),
        ("when=since+March+2025&from=2025-03-01&order=oldest", "/a-war/?from=2025-03-01&order=oldest"),
    ],
)
def test_the_date_box_is_resolved_in_the_zone_of_the_timeline_and_kept_by_nobody(
    query: str, address: str, war: Timeline, client: Client
) -> None:
    response = client.get(f"/a-war/?{query}")
    assert (response.status_code, response["Location"], response["Cache-Control"]) == (302, address, "no-store")


def test_words_that_no_range_is_made_of_are_named_and_the_rest_is_applied(war: Timeline, client: Client) -> None:
    response = client.get("/a-war/?when=soonish&kind=attack&from=2025-01-01")
    text, source = text_of(response), source_of(response)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert "“soonish” was not understood as a date." in text
    assert 'name="when" value="soonish"' in source and 'aria-invalid="true"' in source
    assert "Showing 1 event : Attacks × since 2025 ×" in text


@pytest.mark.parametrize("query", ["from=soon", "kind=%21", "standing=sure", "q=%21", "from=2025-03-01&to=2025-01-01"])
def test_what_cannot_be_read_of_an_address_is_told(query: str, war: Timeline, client: Client) -> None:
    response = client.get(f"/a-war/?{query}&actor=ruritania")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert 'role="alert"' in source_of(response)
    assert "Showing 2 events : Ruritania ×" in text_of(response)


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?actor=a&kind=b", "?kind=b&actor=a"),
        ("?kind=b&kind=a", "?kind=a&kind=b"),
        ("?kind=a&ref=x&kind=b", "?kind=a&kind=b"),
        ("?q=two%20words", "?q=two+words"),
        ("?from=2025-3-1", "?from=2025-03-01"),
        ("?q=&kind=", ""),
    ],
)
def test_every_filter_has_one_address(asked: str, canonical: str, war: Timeline, client: Client) -> None:
    response = client.get(f"/a-war/{asked}")
    assert (response.status_code, response["Location"]) == (301, f"/a-war/{canonical}")


def test_a_filtered_page_is_titled_described_and_kept_from_crawlers(war: Timeline, client: Client) -> None:
    source = source_of(client.get("/a-war/?from=2025-03-01&kind=talks&order=oldest"))
    assert "<title>A war: Talks and delegations, since March 2025, oldest first</title>" in source
    assert 'property="og:description" content="Talks and delegations, since March 2025, oldest first"' in source
    assert '<meta name="robots" content="noindex, follow">' in source
    assert '<link rel="canonical" href="http://127.0.0.1:8000/a-war/">' in source


@pytest.mark.parametrize("query", ["?kind=talks", "?from=2025-03-01&kind=attack&q=shots"])
def test_the_fragment_of_a_filter_is_a_piece_of_its_page(query: str, war: Timeline, client: Client) -> None:
    fragment = source_of(client.get(f"/a-war/_results/{query}"))
    assert "<h4>" in fragment
    assert fragment in source_of(client.get(f"/a-war/{query}")).replace(FIRST, "", 1)


def test_a_dense_day_leads_to_its_view_which_folds_nothing(war: Timeline, client: Client, chronicle: Chronicle) -> None:
    chronicle(war, [date(2025, 4, 2)] * 7)
    assert "/a-war/?from=2025-04-02&to=2025-04-02" in links_of(client.get("/a-war/"))
    text = text_of(client.get("/a-war/?from=2025-04-02&to=2025-04-02"))
    assert "Showing 7 events" in text and "more on" not in text


def test_a_day_that_goes_on_beyond_the_page_says_how_many_events_it_really_has(
    war: Timeline, client: Client, chronicle: Chronicle
) -> None:
    chronicle(war, [date(2025, 4, 2)] * 60 + [date(2025, 4, 3)] * 6)
    text = text_of(client.get("/a-war/"))
    assert "and 1 more on 3 April 2025" in text
    assert "and 55 more on 2 April 2025" in text
    assert "Showing 60 events" in text_of(client.get("/a-war/?from=2025-04-02&to=2025-04-02"))


def test_bars_are_links_that_name_what_leads_them_and_a_table_says_the_same(war: Timeline, client: Client) -> None:
    address = "/a-war/?from=2025-02-24&to=2025-03-02&kind=attack"
    response, table = client.get("/a-war/?kind=attack"), client.get("/a-war/_table/?kind=attack")
    assert address in links_of(response) & links_of(table)
    label = "week of 24 February – 2 March 2025: 1 event, led by: "
    assert f'aria-label="{label}\u2068Shots are heard\u2069"' in source_of(response)
    assert f"{label}Shots are heard" in text_of(response)
    assert "/a-war/_table/?kind=attack" in links_of(response)
    row = "Events per week When Events of them possibly Led by week of 24 February – 2 March 2025 1 0 Shots are heard"
    assert row in text_of(table)


def test_the_chosen_range_is_shaded_and_counted_more_finely(war: Timeline, client: Client) -> None:
    factories.event(timeline=war, on=date(2023, 10, 7))
    plain, chosen = (source_of(client.get(f"/a-war/{query}")) for query in ("", "?from=2025-03-01"))
    assert (plain.count('class="shade"'), chosen.count('class="shade"')) == (0, 1)
    assert (plain.count('class="band '), chosen.count('class="band ')) == (1, 2)
    captions = [
        re.findall(r"<caption>(.*?)</caption>", source_of(client.get(f"/a-war/_table/{query}")))
        for query in ("", "?from=2025-03-01")
    ]
    assert captions == [["Events per month"], ["Events per month", "Events per day"]]
    assert 'class="kind-attack possible"' in chosen
    assert "/a-war/" in re.findall(r'class="whole-range" href="([^"]+)"', chosen)


def test_paper_has_numbered_sources_and_the_address(war: Timeline, client: Client) -> None:
    text = text_of(client.get("/a-war/?kind=talks"))
    assert re.findall(r"\[\d+\]", text) == ["[1]", "[2]"]
    assert text.count("The Strelsau Gazette, 6 October 2025") == 2
    assert "Printed from http://127.0.0.1:8000/a-war/?kind=talks" in text


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_a_filtered_page_costs_the_same_for_one_event_and_for_three(
    count: int, client: Client, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline(slug="b-war")
    for number in range(count):
        town = factories.place(name=f"Town {number}")
        factories.event(timeline=timeline, kind=factories.kind(), actors=[factories.actor()], places=[town])
    address = "/b-war/?from=2025-01-01&kind=talks&actor=ruritania&q=envoys"
    client.get(address)
    with django_assert_num_queries(5):
        client.get(address)


@pytest.mark.parametrize("field", ["q", "when", "kind", "from"])
def test_what_is_typed_is_escaped(field: str, war: Timeline, client: Client) -> None:
    response = client.get("/a-war/", {field: "<script>alert(1)</script>"}, follow=True)
    assert "<script>alert" not in source_of(response)
    assert "script" in text_of(response).casefold()
