"""The events of a filter as files: which, under which name, and what is said when the filter cannot be read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import factories
from tests.views.pages import links_of
from timeline.models import Timeline

PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400"


@pytest.fixture
def war(db: None) -> Timeline:
    timeline = factories.timeline(slug="a-war", title="A war")
    factories.event(timeline=timeline, kind=factories.kind(), headline="Talks begin", on=date(2025, 10, 6))
    factories.event(timeline=timeline, headline="A town is named", on=date(2025, 10, 7))
    factories.draft(timeline=timeline, headline="A draft")
    return timeline


def headlines(response: HttpResponse) -> list[str]:
    text = response.getvalue().decode()
    if response["Content-Type"] == "application/json":
        return [event["headline"] for event in json.loads(text)["events"]]
    return [row["headline"] for row in csv.DictReader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("file", ["events.json", "events.csv"])
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", ["A town is named", "Talks begin"]),
        ("?order=oldest", ["Talks begin", "A town is named"]),
        ("?kind=talks", ["Talks begin"]),
        ("?from=2025-10-07&to=2025-10-08", ["A town is named"]),
        ("?q=town", ["A town is named"]),
        ("?standing=denied", []),
    ],
)
def test_a_file_holds_the_events_of_its_filter(
    query: str, told: list[str], file: str, war: Timeline, client: Client
) -> None:
    assert headlines(client.get(f"/a-war/{file}{query}")) == told


@pytest.mark.parametrize(
    ("file", "content_type"),
    [("events.json", "application/json"), ("events.csv", "text/csv; charset=utf-8; header=present")],
)
def test_a_file_has_a_name_and_may_be_cached(file: str, content_type: str, war: Timeline, client: Client) -> None:
    for method in (client.get, client.head):
        response = method(f"/a-war/{file}")
        assert response["Content-Disposition"] == f'attachment; filename="a-war-{file}"'
        assert (response["Content-Type"], response["Cache-Control"]) == (content_type, PUBLIC)
        assert response["X-Robots-Tag"] == "noindex"
        body = response.getvalue()
        assert bool(body) == (method == client.get)


REFUSED = ["order=up", "from=yesterday", "standing=odd", "from=2025-10-08&to=2025-10-07", "kind=No%20Key"]


@pytest.mark.parametrize("query", REFUSED)
def test_a_filter_that_cannot_be_read_is_refused_in_one_sentence(query: str, war: Timeline, client: Client) -> None:
    as_json, as_csv = (client.get(f"/a-war/events.{suffix}?{query}") for suffix in ("json", "csv"))
    assert (as_json.status_code, as_csv.status_code) == (400, 400)
    assert {as_json["Cache-Control"], as_csv["Cache-Control"]} == {"private, no-store"}
    told = json.loads(as_json.content)
    assert list(told) == ["error"]
    assert as_csv.content.decode() == f"{told['error']}\n"
    assert as_csv["Content-Type"] == "text/plain; charset=utf-8"
    assert told["error"].count("\n") == 0


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?order=newest", ""),
        ("?utm_source=x&kind=talks", "?kind=talks"),
        ("?kind=talks&from=2025-01-01", "?from=2025-01-01&kind=talks"),
        ("?kind=talks&kind=attack", "?kind=attack&kind=talks"),
        ("?after=AAAA", ""),
    ],
)
@pytest.mark.parametrize("file", ["events.json", "events.csv"])
def test_every_file_has_one_address(asked: str, canonical: str, file: str, war: Timeline, client: Client) -> None:
    response = client.get(f"/a-war/{file}{asked}", follow=True)
    assert response.status_code == 200
    assert {status for _url, status in response.redirect_chain} == {301}
    assert response.redirect_chain[-1][0] == f"/a-war/{file}{canonical}"


def test_an_unknown_timeline_has_no_file(db: None, client: Client) -> None:
    assert [client.get(f"/nowhere/events.{suffix}").status_code for suffix in ("json", "csv")] == [404, 404]


def test_the_page_leads_to_the_files_of_what_it_shows(war: Timeline, client: Client) -> None:
    links = links_of(client.get("/a-war/?kind=talks"))
    assert {"/a-war/events.json?kind=talks", "/a-war/events.csv?kind=talks"} <= links
    assert {"/a-war/events.json", "/a-war/events.csv"} <= links_of(client.get("/a-war/"))


@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_a_file_of_a_long_timeline_holds_every_event(
    suffix: str, war: Timeline, client: Client, chronicle: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.exports.records.CHUNK", 25)
    chronicle(war, [date(2024, 1, 1 + number % 20) for number in range(110)])
    assert len(headlines(client.get(f"/a-war/events.{suffix}"))) == 112
