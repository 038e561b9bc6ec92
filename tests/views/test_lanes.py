"""The lanes of a timeline: one address for each state, what is forgiven, what stands in the fragment and the page."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.views.pages import links_of, source_of, text_of
from timeline.dates import EventDate
from timeline.drawing.lanes import MOST_MARKS
from timeline.models import Timeline


@pytest.fixture
def war(db: None) -> Timeline:
    """Talks of Ruritania in January and March 2025, and an attack some day around the end of February."""
    timeline = factories.timeline(slug="a-war", title="A war", zone="Asia/Gaza")
    talks, attack = factories.kind(), factories.kind(key="attack", name="Attacks", shape="circle")
    for month in (1, 3):
        factories.event(
            timeline=timeline,
            on=date(2025, month, 5),
            headline=f"Talks of month {month}",
            kind=talks,
            actors=[factories.actor()],
            places=[factories.place()],
            standing="confirmed",
        )
    between = EventDate.one_of_days(date(2025, 2, 28), date(2025, 3, 1))
    factories.event(timeline=timeline, on=between, headline="Shots are heard", kind=attack)
    return timeline


def marks_of(source: str) -> list[tuple[str, str]]:
    """The classes and the words of each event's mark."""
    return re.findall(r'<a class="mark ([^"]*)" href="/e/[^"]*" aria-label="([^"]*)"', source)


MOVES = [
    ("by=kind", "/a-war/lanes/"),
    ("zoom=month&by=actor", "/a-war/lanes/?by=actor&zoom=month"),
    ("at=2025-03-17&zoom=month", "/a-war/lanes/?zoom=month&at=2025-03-01"),
    ("zoom=week&at=2025-03-05T07", "/a-war/lanes/?zoom=week&at=2025-03-03"),
    ("zoom=hour&at=2025-03-05", "/a-war/lanes/?zoom=hour&at=2025-03-05T00"),
    ("at=2025-03-05T07", "/a-war/lanes/?at=2025-03-05"),
    ("by=place&kind=talks", "/a-war/lanes/?kind=talks&by=place"),
    ("after=x&kind=talks", "/a-war/lanes/?kind=talks"),
    ("utm=x&zoom=day", "/a-war/lanes/?zoom=day"),
]


@pytest.mark.parametrize(("query", "canonical"), MOVES)
def test_every_state_has_one_address(query: str, canonical: str, war: Timeline, client: Client) -> None:
    response = client.get(f"/a-war/lanes/?{query}")
    assert (response.status_code, response["Location"]) == (301, canonical)
    fragment = client.get(f"/a-war/_lanes/?{query}")
    assert (fragment.status_code, fragment["Location"]) == (301, canonical.replace("/lanes/", "/_lanes/"))
    assert client.get(canonical).status_code == 200


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("by=colour", "Lanes are made by kind, actor or place"),
        ("zoom=galaxy", "“galaxy” is not a level of zoom"),
        ("zoom=millennium", "“millennium” is not a level of zoom"),
        ("at=today", "“today” is not a day or an hour"),
        ("at=2025-02-30", "“2025-02-30” is not a day or an hour"),
        ("at=2025-02-03T24", "“2025-02-03T24” is not a day or an hour"),
        ("kind=Talks!", "“Talks!” cannot be chosen here."),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_applied(query: str, told: str, war: Timeline, client: Client) -> None:
    response = client.get(f"/a-war/lanes/?from=2025-03-05&{query}")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert told in text_of(response)
    assert "Showing 1 event" in text_of(response)


def test_the_date_box_leads_to_the_lanes_of_its_days(war: Timeline, client: Client) -> None:
    response = client.get("/a-war/lanes/?when=March+2025&by=actor&zoom=day&at=2025-03-05")
    assert (response.status_code, response["Cache-Control"]) == (302, "no-store")
    assert response["Location"] == "/a-war/lanes/?from=2025-03-01&to=2025-03-31&by=actor&zoom=day&at=2025-03-05"


@pytest.mark.parametrize(
    "query", ["", "?by=actor&zoom=week&at=2025-03-03", "?kind=none", "?q=talks&zoom=hour&at=2025-03-05T00"]
)
def test_the_fragment_stands_in_the_page(query: str, war: Timeline, client: Client) -> None:
    fragment = source_of(client.get(f"/a-war/_lanes/{query}"))
    assert fragment.strip() in source_of(client.get(f"/a-war/lanes/{query}"))


def test_each_event_is_a_mark_that_says_what_is_sure_of_it(war: Timeline, client: Client) -> None:
    assert marks_of(source_of(client.get("/a-war/lanes/?from=2025-03-01"))) == [
        (
            "kind-attack unsure possible",
            "Shots are heard, 28 February or 1 March 2025, Reported, possibly in these days",
        ),
        ("kind-talks", "Talks of month 3, Wednesday 5 March 2025"),
    ]


def test_the_table_says_how_many_lie_in_each_lane(war: Timeline, client: Client) -> None:
    table = re.findall(r"<tr><th.*?</tr>", source_of(client.get("/a-war/lanes/?zoom=month")), re.DOTALL)
    assert [re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", row)).strip() for row in table] == [
        "When Talks and delegations Attacks",
        "January 2025 1 –",
        "February 2025 – 1",
        "March 2025 1 –",
    ]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("kind", ["Talks and delegations", "Attacks"]),
        ("actor", ["Ruritania", "No actor named"]),
        ("place", ["Strelsau", "No place named"]),
    ],
)
def test_lanes_are_by_kind_actor_or_place(by: str, names: list[str], war: Timeline, client: Client) -> None:
    source = source_of(client.get("/a-war/lanes/", {} if by == "kind" else {"by": by}))
    assert re.findall(r'(?s)class="name">.*?<bdi>(.*?)</bdi>', source) == names


def test_a_kind_s_lane_bears_its_mark(war: Timeline, client: Client) -> None:
    source = source_of(client.get("/a-war/lanes/"))
    marks = re.findall(r'class="name"><svg class="glyph ([\w-]+)"[^>]*><(\w+)', source)
    assert marks == [("kind-talks", "path"), ("kind-attack", "circle")]


def test_the_title_says_the_choice_the_sort_and_the_window(war: Timeline, client: Client) -> None:
    titles = {
        query: re.search("<title>(.*?)</title>", source_of(client.get(f"/a-war/lanes/{query}")))[1]
        for query in ("", "?kind=talks&by=actor", "?zoom=day&at=2025-01-20", "?zoom=hour&at=2025-01-05T12")
    }
    assert titles == {
        "": "A war: lanes by kind",
        "?kind=talks&by=actor": "A war: Talks and delegations, lanes by actor",
        "?zoom=day&at=2025-01-20": "A war: lanes by kind, 12–27 January 2025",
        "?zoom=hour&at=2025-01-05T12": "A war: lanes by kind, 5 January 2025, 04:00–19:59",
    }


def test_steps_lead_nearer_farther_and_along(war: Timeline, client: Client) -> None:
    links = links_of(client.get("/a-war/lanes/?kind=talks&zoom=day&at=2025-02-01"))
    assert {
        "/a-war/lanes/?kind=talks&zoom=week&at=2025-01-27",
        "/a-war/lanes/?kind=talks&zoom=hour&at=2025-02-01T12",
        "/a-war/lanes/?kind=talks&zoom=day&at=2025-01-20",
        "/a-war/lanes/?kind=talks&zoom=day&at=2025-02-13",
        "/a-war/lanes/?kind=talks&by=actor&zoom=day&at=2025-02-01",
        "/a-war/lanes/?kind=talks",
        "/a-war/?kind=talks",
        "/a-war/lanes/?zoom=day&at=2025-02-01",
    } <= links


def test_nothing_leads_beyond_what_there_is(war: Timeline, client: Client) -> None:
    source = source_of(client.get("/a-war/lanes/"))
    assert re.findall(r'id="step-(earlier|later|out|whole)"', source) == []
    source = source_of(client.get("/a-war/lanes/?zoom=hour&at=2025-03-05T20"))
    assert re.findall(r'id="(step-in|step-later|step-earlier|step-out)"', source) == ["step-out", "step-earlier"]


def test_list_and_lanes_lead_to_each_other_with_the_same_choice(war: Timeline, client: Client) -> None:
    query = "?from=2025-01-01&kind=talks"
    assert f"/a-war/lanes/{query}" in links_of(client.get(f"/a-war/{query}"))
    assert f"/a-war/{query}" in links_of(client.get(f"/a-war/lanes/{query}&zoom=day&at=2025-03-05"))


def test_the_filter_stays_in_the_lanes(war: Timeline, client: Client) -> None:
    source = source_of(client.get("/a-war/lanes/?kind=talks&by=actor&zoom=month&at=2025-02-01"))
    assert '<form id="filter" action="/a-war/lanes/" hx-get="/a-war/lanes/"' in source
    assert re.findall(r'<input type="hidden" form="filter" name="(\w+)" value="([^"]+)"', source) == [
        ("by", "actor"),
        ("zoom", "month"),
        ("at", "2025-02-01"),
    ]
    assert 'action="/a-war/"' in source_of(client.get("/a-war/"))


def fill(timeline: Timeline, number: int) -> None:
    """So many events over two years, half of them without a kind."""
    editor = factories.user()
    article = factories.article(timeline=timeline, by=editor)
    for at in range(number):
        factories.event(
            article=article,
            by=editor,
            on=date(2023, 1, 1) + timedelta(days=at * 7),
            headline=f"Envoys of {at} towns meet in Strelsau",
            kind=factories.kind() if at % 2 else None,
        )


def test_a_lane_with_many_events_is_counted_and_each_bar_names_its_lead(war: Timeline, client: Client) -> None:
    fill(war, 100)
    source = source_of(client.get("/a-war/lanes/"))
    bars = re.findall(r'<a class="counted" href="([^"]+)" aria-label="([^"]+)"', source)
    assert bars[0] == (
        "/a-war/lanes/?zoom=month&amp;at=2023-02-01",
        "first quarter of 2023: 6 events. Leading: Envoys of 1 towns meet in Strelsau",
    )
    assert len(bars) + len(marks_of(source)) <= MOST_MARKS
    counted = [int(found[1]) for found in (re.search(r": (\d+) event", words) for _url, words in bars)]
    assert sum(counted) + len(marks_of(source)) == 103


def test_a_bar_of_one_event_leads_to_it_and_one_of_an_hour_to_the_list(war: Timeline, client: Client) -> None:
    for _ in range(4):
        factories.event(timeline=war, on=date(2025, 3, 5), kind=factories.kind(key="attack"))
    fill(war, 80)
    source = source_of(client.get("/a-war/lanes/?zoom=hour&at=2025-03-05T08"))
    assert re.findall(r'<a class="counted" href="([^"]+)"', source) == ["/a-war/?from=2025-03-05&amp;to=2025-03-05"]
    quarter = source_of(client.get("/a-war/lanes/?to=2023-01-08&zoom=quarter"))
    assert len(marks_of(quarter)) == 2


def test_where_nothing_matches_there_are_no_lanes_but_a_way_back(war: Timeline, client: Client) -> None:
    response = client.get("/a-war/lanes/?q=unheard")
    assert ("No event matches" in text_of(response), "lanes-box" in source_of(response)) == (True, False)
    assert {"/a-war/lanes/", "/a-war/?q=unheard"} <= links_of(response)


def test_an_empty_timeline_has_no_lanes(db: None, client: Client) -> None:
    factories.timeline(slug="a-war")
    response = client.get("/a-war/lanes/")
    assert (response.status_code, "lanes-box" in source_of(response)) == (200, False)


def test_a_draft_is_in_no_lane(war: Timeline, client: Client) -> None:
    factories.draft(timeline=war, headline="A secret", on=date(2025, 3, 5), kind=factories.kind())
    assert "secret" not in source_of(client.get("/a-war/lanes/"))


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("lanes/", 4), ("_lanes/?by=actor", 4)])
def test_lanes_cost_the_same_for_one_event_and_for_three(
    address: str, queries: int, number: int, db: None, client: Client
) -> None:
    timeline = factories.timeline(slug="a-war")
    for at in range(number):
        factories.event(
            timeline=timeline,
            on=date(2025, 3, 5 + at),
            kind=factories.kind(key=f"kind-{at}"),
            actors=[factories.actor(name=f"Actor {at}")],
        )
    client.get(f"/a-war/{address}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/a-war/{address}").status_code == 200
    assert len(asked) == queries


def test_time_runs_from_the_right_in_arabic(war: Timeline, client: Client) -> None:
    Timeline.objects.update(language="ar")
    source = source_of(client.get("/a-war/lanes/"))
    assert set(re.findall(r'direction="(\w+)"', source)) == {"rtl"}
    assert '<text x="' in source and 'lang="en">\u2068Talks of month' in source.replace("&#x2068;", "\u2068")
