"""One line of our own format: what is read of it, and what is refused in which words."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.records import DATE, as_file, checked, least, record, source
from timeline.extraction.text_files import RefusedFile
from timeline.imports.event_records import EVENT_COLUMNS, MADE_ID_LENGTH
from timeline.imports.lines import LINE_LIMIT, chunks, read_lines
from timeline.models.public_ids import ALPHABET


def said(record: Any) -> dict[str, Any]:
    """The columns of the one row that the record gives."""
    found = checked(record)
    assert found.refusals == []
    return dict(zip(EVENT_COLUMNS, found.rows[0].columns, strict=True))


def why(line: Any) -> str:
    """Why the one line is refused."""
    found = checked(line)
    assert found.rows == []
    assert found.refusals[0].number == 1
    return found.refusals[0].reason


def dated(**beside: Any) -> dict[str, Any]:
    return least(date={"edtf": "2025-10-06", **beside})


def quoted(**changes: Any) -> dict[str, Any]:
    return least(sources=[source(**changes)])


def test_what_is_missing_has_the_value_that_says_nothing() -> None:
    assert said(least()) == {
        "headline": "Envoys meet",
        "summary": "",
        "words": " envoys meet ",
        "language": "en",
        "earliest": "2025-10-06",
        "latest": "2025-10-06",
        "precision": "day",
        "part": "",
        "extent": "once",
        "approximate": 0,
        "uncertain": 0,
        "time": None,
        "zone": "",
        "standing": "reported",
        "attributed_to": "",
        "claims": "[]",
        "importance": 3,
    }


def test_null_is_as_good_as_missing() -> None:
    empty = dict.fromkeys(("id", "summary", "language", "standing", "attributed_to", "kind", "actors", "claims"))
    assert said(least(**empty)) == said(least())


def test_what_a_later_export_could_not_know_is_passed_over() -> None:
    assert said(record(address="https://example.org/e/x/", version=7)) == said(record())


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("2025-10", ("2025-10-01", "2025-10-31", "month")),
        ("2023-10-07/..", ("2023-10-07", "9999-12-31", "days")),
        ({**DATE, "edtf": "../2023-10-07", "earliest": None, "latest": "2023-10-07", "precision": "days",
          "extent": "throughout"}, ("0001-01-01", "2023-10-07", "days")),
        ({"edtf": "2025-10", "precision": "month", "part": "early"}, ("2025-10-01", "2025-10-10", "month")),
        ({"edtf": "2025-10-06T08:30:00", "zone": "Asia/Gaza"}, ("2025-10-06", "2025-10-06", "minute")),
    ],
)  # fmt: skip
def test_a_date_is_its_notation_with_what_stands_beside_it(date: Any, bounds: tuple[str, str, str]) -> None:
    columns = said(least(date=date))
    assert (columns["earliest"], columns["latest"], columns["precision"]) == bounds


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "the line is not JSON: Expecting property name enclosed in double quotes at character 3"),
        (b'{"headline": "\xff"}', "the line is not UTF-8 from its byte 15 on"),
        (b"[1]", "the line must hold an object, not a list"),
        (b"7", "the line must hold an object, not the number 7"),
        (b'{"headline": NaN}', "the line is not JSON: NaN is no number of its"),
        (b'{"importance": ' + b"9" * 5000 + b"}", "the line is not JSON: a number in it is too long"),
        (b"[" * 100_000, "the line is not JSON that can be read: it is nested too deeply"),
        (b" " * (LINE_LIMIT + 1), f"the line is longer than {LINE_LIMIT} bytes"),
        (least(headline="a\x00b"), "the line holds a NUL character"),
        (json.dumps(least(headline="\ud800")), "the line holds half a character (a lone surrogate)"),
        (least(sumary="They sat."), "unknown field “sumary”"),
        (least(headline=None), "headline is missing"),
        (least(headline=" "), "headline is missing"),
        (least(headline=7), "headline must be text, not the number 7"),
        (least(headline="x" * 201), "headline has 201 characters; at most 200 can be kept"),
        (least(summary=["x"]), "summary must be text, not a list"),
        (least(language="english!"), "language “english!” is not a tag such as en or ar"),
        (least(id="../x"), "id “../x” must be made of 0–9 and a–z"),
        (least(id="x" * 17), "id has 17 characters; at most 16 can be kept"),
        (least(standing="certain"), "standing “certain” is none of reported, planned, conditional, denied, confirmed, disputed"),
        (least(importance=6), "importance must be a number from 1 to 5, not the number 6"),
        (least(importance=True), "importance must be a number from 1 to 5, not true"),
        (least(date=None), "date is missing"),
        (least(date=2025), "date must be an object or a notation, not the number 2025"),
        (least(date={}), "date.edtf is missing"),
        (dated(month=1), "unknown field date.“month”"),
        (dated(earliest="2025-10-05"), "date.earliest is “2025-10-05”, but “2025-10-06” says 2025-10-06"),
        (dated(latest="2025-10-07"), "date.latest is “2025-10-07”, but “2025-10-06” says 2025-10-06"),
        (dated(time="08:30:00"), "date.time is “08:30:00”, but “2025-10-06” says none"),
        (dated(approximate="no"), "date.approximate must be true or false, not “no”"),
        (dated(approximate=1), "date.approximate must be true or false, not the number 1"),
        (dated(earliest=["2025-10-06"]), "date.earliest must be text, not a list"),
        (least(date={"edtf": "2025-10-06~", "approximate": False}), "“2025-10-06~” has a sign of doubt, but beside it stands false"),
        (dated(precision="month"), "“2025-10-06” is not a date notation: a date known to the month is made of whole ones: 2025-10-06 is not the first day of one"),
        (dated(extent="sometimes"), "“2025-10-06” is not a date notation: “sometimes” is no extent: use one of once, throughout"),
        (least(date="10000-01-01"), "“10000-01-01” is not a date notation: write it like 2025-10-07, 2025-10, 2025, 202X, 2025-21, 2025-10-04/2025-10-10 or [2025-10-04..2025-10-05]"),
        (least(date="0000-01-01"), "“0000-01-01” is not a date notation: 0000-01-01 is not a day of the calendar"),
        (least(kind=["talks"]), "kind must be an object with a key, not a list"),
        (least(kind={"name": "Talks"}), "kind.key is missing"),
        (least(kind="Not a key"), "kind.key “Not a key” must be made of a–z, 0–9 and single hyphens"),
        (least(kind={"key": "talks\n"}), "kind.key “talks” must be made of a–z, 0–9 and single hyphens"),
        (least(actors={"key": "a"}), "actors must be a list, not an object"),
        (least(actors=[{"key": "a", "aka": 1}]), "unknown field actors[0].“aka”"),
        (least(places=[{"key": "p", "latitude": 91, "longitude": 0}]), "places[0].latitude must be a number from -90 to 90, not the number 91"),
        (least(places=[{"key": "p", "latitude": "1", "longitude": 0}]), "places[0].latitude must be a number from -90 to 90, not “1”"),
        (least(places=[{"key": "p", "latitude": 1}]), "places[0].latitude and longitude go together"),
        (least(places=[{"key": "p", "country": "Gaza"}]), "places[0].country “Gaza” is not a code of two letters such as PS"),
        (least(claims=["40 envoys"]), "claims must be a list of objects, and holds “40 envoys”"),
        (least(claims=[{"by": "x"}]), "claims[0].words is missing"),
        (least(sources=[]), "sources is missing: an event rests on at least one quotation"),
        (least(sources=[{}]), "sources[0].quote is missing"),
        (quoted(phrase="in June"), "sources[0].phrase “in June” does not occur in the quotation"),
        (quoted(address="javascript:alert(1)"), "sources[0].address “javascript:alert(1)” is not an address that begins with http:// or https://"),
        (quoted(address="https://example.org/a b"), "sources[0].address “https://example.org/a b” is not an address that begins with http:// or https://"),
        (quoted(published_on="6.10.2025"), "sources[0].published_on “6.10.2025” is not a day written like 2023-10-07"),
        (quoted(outlet="x" * 121), "sources[0].outlet has 121 characters; at most 120 can be kept"),
        (least(sources=[{"quote": "It."}, {"quote": "It."}]), "sources holds the same quotation twice"),
    ],
)  # fmt: skip
def test_a_line_is_refused_in_words_that_say_what_is_wrong(line: Any, reason: str) -> None:
    assert why(line) == reason


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_are_no_fault() -> None:
    file = b"\xef\xbb\xbf" + as_file(least()).getvalue().replace(b"\n", b"\r\n") + b"\r\n\n" + as_file(b"{").getvalue()
    lines = list(read_lines(io.BytesIO(file)))
    assert [line.number for line in lines] == [1, 4]
    assert len(checked(lines[0].content).rows) == 1


def test_a_line_that_is_too_long_is_passed_over_without_being_held() -> None:
    file = io.BytesIO(b"x" * (3 * LINE_LIMIT) + b"\n" + as_file(least()).getvalue())
    first, second = read_lines(file)
    assert (first, second.number) == ((1, None), 2)


def test_a_gzipped_file_is_read_as_it_is_and_one_cut_off_is_refused() -> None:
    packed = gzip.compress(as_file(least(), least()).getvalue())
    assert [line.number for line in read_lines(io.BytesIO(packed))] == [1, 2]
    with pytest.raises(RefusedFile, match="the gzipped file is damaged after line "):
        list(read_lines(io.BytesIO(packed[:-12])))


def test_lists_of_lines_are_bounded_in_number_and_in_bytes() -> None:
    short = chunks(read_lines(as_file(*[b"x"] * 7)), 3)
    long = chunks(read_lines(as_file(*[b"x" * 900_000] * 12)), 1000)
    assert [len(chunk) for chunk in short] == [3, 3, 1]
    assert [len(chunk) for chunk in long] == [5, 5, 2]


def test_an_id_is_kept_and_a_missing_one_is_made_of_what_the_record_says() -> None:
    given, made, again, other = checked(
        record(id="abc123"), one := record(), {**dict(reversed(one.items()))}, record(summary="They stood.")
    ).rows
    assert given.public_id == "abc123"
    assert made.public_id == again.public_id != other.public_id
    assert len(made.public_id) == MADE_ID_LENGTH and set(made.public_id) <= set(ALPHABET)


def test_the_date_phrase_keeps_its_place_in_the_quotation() -> None:
    (row,) = checked(quoted(quote="Envoys met on Monday.", phrase="on Monday")).rows
    assert (row.sources[0].phrase, row.sources[0].phrase_start) == ("on Monday", 11)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["2025-10-06", "a-b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from([*record(), *DATE]), VALUES)
def test_whatever_stands_in_a_field_is_read_or_refused_and_nothing_is_raised(name: str, value: Any) -> None:
    whole = least(date={**DATE, name: value}) if name in DATE else record(**{name: value})
    found = checked(json.dumps(whole), json.dumps(record(sources=[source(**{name: value})])))
    assert len(found.rows) + len(found.refusals) == 2


@given(st.binary(max_size=60))
def test_whatever_bytes_come_are_refused(content: bytes) -> None:
    try:
        assert checked(content).rows == []
    except RefusedFile:
        assert content.startswith(b"\x1f\x8b")
