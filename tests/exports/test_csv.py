"""The table: one row an event, nothing that a spreadsheet would run, and every text recoverable."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests.exports.test_json import FORMATS, documented
from timeline.exports import as_csv, as_json
from timeline.exports.csv_rows import COLUMNS, guarded
from timeline.filtering import EventFilter
from timeline.models import Event, Timeline


def rows(timeline: Timeline, choice: EventFilter | None = None) -> list[dict[str, str]]:
    text = "".join(as_csv(timeline, choice or EventFilter()))
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_says_what_the_document_says(meeting: Event, war: Timeline) -> None:
    (row,) = rows(war)
    assert row == {
        "id": meeting.public_id,
        "address": f"http://127.0.0.1:8000/e/{meeting.public_id}/",
        "version": "2",
        "headline": "Envoys meet",
        "summary": "They sat.",
        "language": "en",
        "edtf": "[2025-10-04..2025-10-05]",
        "earliest": "2025-10-04",
        "latest": "2025-10-05",
        "precision": "days",
        "part": "",
        "extent": "once",
        "approximate": "false",
        "uncertain": "false",
        "time": "",
        "zone": "",
        "standing": "reported",
        "attributed_to": "the ministry",
        "kind": "talks",
        "kind_name": "Talks and delegations",
        "actors": "graustark\nruritania",
        "actor_names": "Graustark\nRuritania",
        "places": "strelsau\nzenda",
        "place_names": "Strelsau\nZenda",
        "countries": "RU\n",
        "latitudes": "31.1235\n",
        "longitudes": "-34.9877\n",
        "claims": "40 envoys",
        "claims_by": "the ministry",
        "quotes": "Envoys of two towns met in Strelsau over the weekend, the ministry said.\nThey met.",
        "quotes_cut": "false\nfalse",
        "phrases": "over the weekend\n",
        "outlets": "The Strelsau Gazette\nThe Zenda Post",
        "titles": "Envoys meet\n",
        "source_addresses": "https://example.org/1\n",
        "published_on": "2025-10-06\n",
        "source_languages": "en\nen",
        "licence_notes": "\n",
    }


def test_every_column_is_in_the_data_dictionary_and_nothing_else_is() -> None:
    assert documented("## CSV: `/<timeline>/events.csv`") == list(COLUMNS)
    assert "RFC 4180" in FORMATS


def test_the_header_is_there_when_no_event_is(war: Timeline) -> None:
    assert "".join(as_csv(war, EventFilter())) == ",".join(COLUMNS) + "\r\n"


def test_lines_that_belong_together_are_as_many(meeting: Event, war: Timeline) -> None:
    article = factories.article(timeline=war, text="One line\r\nand\u2028another.", outlet="Two\nlines", title="Three")
    factories.event(article=article)
    sources = ("quotes", "quotes_cut", "phrases", "outlets", "titles", "source_addresses", "published_on")
    counts = [{len(row[name].split("\n")) for name in sources} for row in rows(war)]
    assert counts == [{1}, {2}]
    assert rows(war)[0]["quotes"] == "One line and another."


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+x"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_as_a_formula(text: str, war: Timeline) -> None:
    article = factories.article(timeline=war, text=text, outlet=text.strip(), title=text)
    kind = factories.kind(key="formula", name=text)
    factories.event(
        article=article,
        headline=text,
        summary=text,
        attributed_to=text,
        kind=kind,
        actors=[factories.actor(name=f"{text} A")],
        places=[factories.place(name=f"{text} P", longitude=-1.5, latitude=-2.5)],
    )
    (row,) = rows(war)
    cells = {name: cell for name, cell in row.items() if name not in ("latitudes", "longitudes")}
    assert {name: cell for name, cell in cells.items() if re.match(r"[=+\-@\t\r]", cell)} == {}
    assert (row["headline"], row["longitudes"], row["latitudes"]) == (f"'{text}", "-1.5", "-2.5")


def taken_off(cell: str) -> str:
    """What docs/formats.md tells a reader to do."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


@given(st.text(alphabet=st.sampled_from("'=+-@\t\ra, \"\n")))
def test_taking_the_apostrophe_off_gives_every_text_back(text: str) -> None:
    assert taken_off(guarded(text)) == text
    assert not re.match(r"[=+\-@\t\r]", guarded(text))


@pytest.mark.parametrize("text", ['He said "no", then', "one\r\ntwo", "سلام", "'tis", "a;b|c"])
def test_a_text_comes_back_as_it_was(text: str, war: Timeline) -> None:
    factories.event(timeline=war, summary=text)
    assert rows(war)[0]["summary"] == text


def test_the_table_and_the_document_hold_the_same_events(meeting: Event, war: Timeline) -> None:
    factories.event(timeline=war, kind=factories.kind())
    choice = EventFilter(kinds=("talks",))
    document = json.loads("".join(as_json(war, choice)))
    assert [row["id"] for row in rows(war, choice)] == [event["id"] for event in document["events"]]
