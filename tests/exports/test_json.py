"""The JSON document: what it says of an event, that it says all of them, and that docs/formats.md says the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import factories
from tests.exports.conftest import SENTENCE
from tests.index.conftest import Chronicle, chronicle
from timeline.dates.notation import parse_notation
from timeline.exports import as_json, records
from timeline.filtering import EventFilter, Order
from timeline.models import QUOTE_SHOWN, Event, Timeline

__all__ = ["chronicle"]

FORMATS = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def document(timeline: Timeline, choice: EventFilter | None = None) -> dict[str, Any]:
    return json.loads("".join(as_json(timeline, choice or EventFilter())))


SOURCES = [
    {
        "quote": SENTENCE,
        "is_cut": False,
        "phrase": "over the weekend",
        "outlet": "The Strelsau Gazette",
        "title": "Envoys meet",
        "address": "https://example.org/1",
        "published_on": "2025-10-06",
        "language": "en",
        "licence_note": "",
    },
    {
        "quote": "They met.",
        "is_cut": False,
        "phrase": "",
        "outlet": "The Zenda Post",
        "title": "",
        "address": "",
        "published_on": None,
        "language": "en",
        "licence_note": "",
    },
]
MEETING = {
    "version": 2,
    "headline": "Envoys meet",
    "summary": "They sat.",
    "language": "en",
    "date": {
        "edtf": "[2025-10-04..2025-10-05]",
        "earliest": "2025-10-04",
        "latest": "2025-10-05",
        "precision": "days",
        "part": None,
        "extent": "once",
        "approximate": False,
        "uncertain": False,
        "time": None,
        "zone": None,
    },
    "standing": "reported",
    "attributed_to": "the ministry",
    "kind": {"key": "talks", "name": "Talks and delegations"},
    "actors": [{"key": "graustark", "name": "Graustark"}, {"key": "ruritania", "name": "Ruritania"}],
    "places": [
        {
            "key": "strelsau",
            "name": "Strelsau",
            "country": "RU",
            "latitude": 31.1235,
            "longitude": -34.9877,
        },
        {"key": "zenda", "name": "Zenda", "country": "", "latitude": None, "longitude": None},
    ],
    "claims": [{"words": "40 envoys", "by": "the ministry"}],
    "sources": SOURCES,
}
"""All that is said of the meeting but its id and its address."""


def test_an_event_says_what_its_page_says(meeting: Event, war: Timeline) -> None:
    address = f"http://127.0.0.1:8000/e/{meeting.public_id}/"
    assert document(war)["events"] == [{"id": meeting.public_id, "address": address, **MEETING}]


def test_a_document_says_what_it_is_of(meeting: Event, war: Timeline) -> None:
    war.refresh_from_db()
    told = document(war)
    del told["events"]
    assert told == {
        "timeline": {
            "address": "http://127.0.0.1:8000/a-war/",
            "title": "A war",
            "summary": "",
            "language": "en",
            "zone": "Asia/Gaza",
            "version": war.version,
            "reviewed_until": None,
        },
        "filter": "",
        "count": 1,
    }


def fields(value: Any, path: str = "") -> Iterator[str]:
    """The path of every field of a JSON value: ``date.edtf``, ``sources.quote``."""
    if isinstance(value, dict):
        for name, inner in value.items():
            here = f"{path}.{name}" if path else name
            yield from fields(inner, here) if isinstance(inner, dict | list) and inner else [here]
    elif value and isinstance(value[0], dict):
        yield from fields(value[0], path)


def documented(heading: str) -> list[str]:
    """The field names in the first column of the table under a heading of docs/formats.md, in their order."""
    return [name for row in table(heading) for name in re.findall(r"`([^`]+)`", row[1])]


def table(heading: str) -> list[list[str]]:
    """The cells of the rows of that table; the first and the last are empty."""
    section = re.split(r"\n##+ ", FORMATS.split(f"{heading}\n", 1)[1])[0]
    return [line.split("|") for line in section.splitlines() if line.startswith("| `")]


def test_every_field_is_in_the_data_dictionary_and_nothing_else_is(meeting: Event, war: Timeline) -> None:
    told = document(war)
    event = told["events"][0]
    sources = event.pop("sources")
    nested = ("kind", "actors", "places", "claims")
    inner = {name: list(fields(event[name] if name == "kind" else event[name][0])) for name in nested}
    flat = [name for name in fields(event) if not name.startswith(tuple(f"{outer}." for outer in nested))]
    assert documented("### An event") == [*flat, *nested, "sources"]
    assert documented("### A source") == list(fields(sources[0]))
    head = [name for name in fields({key: value for key, value in told.items() if key != "events"}) if name != "count"]
    assert documented("## JSON: `/<timeline>/events.json`") == [*head, "events", "count"]
    for name in nested:
        (meaning,) = (row[3] for row in table("### An event") if row[1] == f" `{name}` ")
        assert re.findall(r"`([^`]+)`", meaning) == inner[name]


def test_a_side_that_is_open_has_no_bound(war: Timeline) -> None:
    factories.event(timeline=war, on=parse_notation("2023-10-07/.."))
    told = document(war)["events"][0]["date"]
    assert (told["edtf"], told["earliest"], told["latest"]) == ("2023-10-07/..", "2023-10-07", None)


def test_a_quotation_is_cut_as_on_the_page(war: Timeline) -> None:
    text = " ".join(f"word{number}" for number in range(200))
    factories.event(article=factories.article(timeline=war, text=text), phrase="word100")
    source = document(war)["events"][0]["sources"][0]
    assert (source["is_cut"], source["phrase"]) == (True, "word100")
    assert len(source["quote"]) <= QUOTE_SHOWN
    assert "word60 " not in source["quote"]


@pytest.mark.parametrize("order", list(Order))
def test_every_event_of_the_choice_is_there_once_in_its_order(
    order: Order, war: Timeline, chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "CHUNK", 4)
    events = chronicle(war, [date(2025, 10, 1 + number % 5) for number in range(11)])
    told = document(war, EventFilter(order=order))
    expected = sorted(events, key=lambda it: (it.earliest, it.pk), reverse=order == Order.NEWEST)
    assert [event["id"] for event in told["events"]] == [event.public_id for event in expected]
    assert told["count"] == 11


def test_a_filter_leaves_out_what_the_page_leaves_out(war: Timeline) -> None:
    talks = factories.event(timeline=war, kind=factories.kind())
    factories.event(timeline=war)
    told = document(war, EventFilter(kinds=("talks",)))
    assert [event["id"] for event in told["events"]] == [talks.public_id]
    assert told["filter"] == "kind=talks"


def test_names_are_in_the_language_of_the_timeline(db: None) -> None:
    arabic = factories.timeline(language="ar")
    kind = factories.kind()
    kind.names = {"en": "Talks", "ar": "محادثات"}
    kind.save()
    factories.event(timeline=arabic, kind=kind)
    assert "محادثات" in "".join(as_json(arabic, EventFilter()))


@pytest.mark.parametrize("count", [1, 3])
def test_a_document_costs_the_same_for_one_event_and_for_three(
    count: int, war: Timeline, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        factories.event(timeline=war, kind=factories.kind(), actors=[factories.actor(name=f"Actor {number}")])
    document(war)
    with django_assert_num_queries(6):
        document(war)


def test_a_timeline_with_nothing_in_it_is_a_whole_document(war: Timeline) -> None:
    told = document(war)
    assert (told["events"], told["count"]) == ([], 0)
