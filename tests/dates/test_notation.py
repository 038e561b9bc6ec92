import contextlib
from datetime import date, time

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.strategies import event_dates
from timeline.dates import DateError, EventDate, Precision
from timeline.dates.notation import parse_notation, to_notation
from timeline.dates.units import OPEN_END, OPEN_START

BOTH_WAYS = [
    # notation, beside it, earliest, latest, precision, extent
    ("2025-10-07", {}, "2025-10-07", "2025-10-07", "day", "once"),
    ("2025-10", {}, "2025-10-01", "2025-10-31", "month", "once"),
    ("2025", {}, "2025-01-01", "2025-12-31", "year", "once"),
    ("0033", {}, "0033-01-01", "0033-12-31", "year", "once"),
    ("202X", {}, "2020-01-01", "2029-12-31", "decade", "once"),
    ("19XX", {}, "1900-01-01", "1999-12-31", "century", "once"),
    ("2025-21", {}, "2025-03-01", "2025-05-31", "season", "once"),
    ("2025-22", {}, "2025-06-01", "2025-08-31", "season", "once"),
    ("2025-23", {}, "2025-09-01", "2025-11-30", "season", "once"),
    ("2025-24", {}, "2025-12-01", "2026-02-28", "season", "once"),
    ("0000-24", {}, "0001-01-01", "0001-02-28", "season", "once"),
    ("[2025-10-04..2025-10-05]", {}, "2025-10-04", "2025-10-05", "days", "once"),
    ("2025-10-04/2025-10-05", {}, "2025-10-04", "2025-10-05", "days", "throughout"),
    ("2025-10-04/2025-10-04", {"precision": "day"}, "2025-10-04", "2025-10-04", "day", "throughout"),
    ("[2025-05..2025-06]", {}, "2025-05-01", "2025-06-30", "month", "once"),
    ("2025-10/2025-10", {}, "2025-10-01", "2025-10-31", "month", "throughout"),
    ("2014/2018", {}, "2014-01-01", "2018-12-31", "year", "throughout"),
    ("2014/..", {}, "2014-01-01", "9999-12-31", "year", "throughout"),
    ("../2014-05", {}, "0001-01-01", "2014-05-31", "month", "throughout"),
    ("[2014..]", {}, "2014-01-01", "9999-12-31", "year", "once"),
    ("[..2014-05-07]", {}, "0001-01-01", "2014-05-07", "days", "once"),
    ("2025-10", {"part": "early"}, "2025-10-01", "2025-10-10", "month", "once"),
    ("2024", {"part": "late"}, "2024-09-01", "2024-12-31", "year", "once"),
    ("2025-10/2025-10", {"part": "mid"}, "2025-10-11", "2025-10-20", "month", "throughout"),
    ("[2025-10-06..2025-10-12]", {"precision": "week"}, "2025-10-06", "2025-10-12", "week", "once"),
    ("[2025-10-06..2025-10-12]", {"precision": "week", "part": "early"}, "2025-10-06", "2025-10-07", "week", "once"),
    ("[2025-01..2025-03]", {"precision": "quarter"}, "2025-01-01", "2025-03-31", "quarter", "once"),
    ("[2025-07..2025-12]", {"precision": "half"}, "2025-07-01", "2025-12-31", "half", "once"),
    ("2025-03/2025-08", {"precision": "season"}, "2025-03-01", "2025-08-31", "season", "throughout"),
    ("[1990..2009]", {"precision": "decade"}, "1990-01-01", "2009-12-31", "decade", "once"),
    ("1900/1999", {"precision": "century"}, "1900-01-01", "1999-12-31", "century", "throughout"),
    ("2025-10-01", {"precision": "part_of_day", "part": "evening"}, "2025-10-01", "2025-10-01", "part_of_day", "once"),
    ("[2025-10-01..2025-10-08]", {"precision": "day"}, "2025-10-01", "2025-10-08", "day", "once"),
]

READ_ONLY = [
    ("2025-10-XX", "2025-10"),
    ("2025-XX", "2025"),
    ("2025-XX-XX", "2025"),
    ("2023-10-07/2025-10", "2023-10-07/2025-10-31"),
    ("[2024..2025-05]", "[2024-01-01..2025-05-31]"),
    ("[2025-05..2025-05]", "2025-05"),
    ("199X/200X", "1990/2009"),
    ("2025-21/2025-22", "2025-03/2025-08"),
    ("2023-10-07~/2025-10-06?", "2023-10-07%/2025-10-06%"),
    ("2023-10-07~/2025-10-06", "2023-10-07~/2025-10-06~"),
    ("2023-10-07T06:29:00+00:00", "2023-10-07T06:29:00Z"),
    ("9999/..", "9999/.."),
    ("[9999..]", "9999"),
]

FLAGS = [
    ("2025-10-07~", True, False),
    ("2025-10?", False, True),
    ("2025%", True, True),
    ("202X~", True, False),
    ("19XX?", False, True),
    ("2023-10-07~/2025-10-06~", True, False),
    ("2014%/..", True, True),
    ("../2014-05?", False, True),
]

MOMENTS = [
    ("2023-10-07T06:29:00", None, None),
    ("2023-10-07T06:29:00Z", None, "UTC"),
    ("2023-10-07T06:29:00+03:00", None, "+03:00"),
    ("2023-10-07T06:29:00-09:30", "-09:30", "-09:30"),
    ("2023-10-07T06:29:00", "Asia/Gaza", "Asia/Gaza"),
]

NOT_OURS = [
    ("", "write it like"),
    ("October 2025", "write it like"),
    ("2025-13", "there is no month 13"),
    ("2025-00", "there is no month 00"),
    ("2025-13-XX", "there is no month 13"),
    ("2025-02-30", "is not a day of the calendar"),
    ("0000", "is not a day of the calendar"),
    ("0000-21", "is not a day of the calendar"),
    ("2025-21-01", "is not a day of the calendar"),
    ("2025-XX-07", "last digits only"),
    ("20XX-10", "last digits only"),
    ("2X25", "write it like"),
    ("2025-1", "write it like"),
    ("٢٠٢٥", "write it like"),
    (" 2025", "write it like"),
    ("2025\n", "write it like"),
    ("-0001", "write it like"),
    ("Y12345", "write it like"),
    ("2025-10-07T06:29", "write it like"),
    ("2025-10-07T24:00:00", "is not a time of day"),
    ("2025-10-07T06:29:60", "is not a time of day"),
    ("2025-02-30T06:29:00", "is not a day of the calendar"),
    ("2025-10-07T06:29:00Z~", "write it like"),
    ("2025-10-07T06:29:00+25:00", "is not a time zone"),
    ("2025-10-07T06:29:00Z/2025-10-08", "goes with one day"),
    ("2025-10-07T06:29:00-00:00", "is not a time zone"),
    ("2025-10-05/2025-10-04", "is after the latest day"),
    ("2025-10-05/", "write .. for the open side"),
    ("/2025-10-05", "write .. for the open side"),
    ("../..", "one side at least"),
    ("[..]", "one side at least"),
    ("[2025]", "write it like"),
    ("[2025-10-04,2025-10-05]", "write it like"),
    ("{2025-10-04..2025-10-05}", "write it like"),
    ("[2025~..2026~]", "there are no flags"),
    ("[2025..2026]?", "write it like"),
    ("2025/2026/2027", "write it like"),
    ("[2025..2026..2027]", "write it like"),
]

BESIDE_IT_WRONG = [
    ("2025-10", {"precision": "year"}, "is not the first day"),
    ("2025-10", {"precision": "fortnight"}, "is no precision"),
    ("2025-10", {"part": "soon"}, "is no part"),
    ("2025-10", {"extent": "always"}, "is no extent"),
    ("2025-10-07", {"part": "early"}, "goes with a week"),
    ("[2025-05..2025-06]", {"part": "early"}, "goes with one month"),
    ("[2025-05..2025-06]", {"extent": "throughout"}, "beside it stands throughout"),
    ("2025-05/2025-06", {"extent": "once"}, "beside it stands once"),
    ("2025-10-07T06:29:00Z", {"zone": "Asia/Gaza"}, "beside it stands Asia/Gaza"),
    ("2025-10-07T06:29:00", {"precision": "day"}, "a clock time goes with"),
    ("2025-10-07", {"precision": "minute"}, "a clock time goes with"),
]


def beside(it: EventDate) -> dict:
    names = ("precision", "part", "extent", "approximate", "uncertain", "zone")
    return {name: getattr(it, name) for name in names}


@pytest.mark.parametrize(("text", "fields", "earliest", "latest", "precision", "extent"), BOTH_WAYS)
def test_a_notation_is_read_and_written_the_same(text, fields, earliest, latest, precision, extent):
    it = parse_notation(text, **fields)
    assert it.sort_key == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert (it.precision, it.extent) == (precision, extent)
    assert to_notation(it) == text


@pytest.mark.parametrize(("text", "written"), READ_ONLY)
def test_other_forms_of_the_subset_are_read_and_written_our_way(text, written):
    assert to_notation(parse_notation(text)) == written


@pytest.mark.parametrize(("text", "approximate", "uncertain"), FLAGS)
def test_flags_stand_for_approximate_and_uncertain(text, approximate, uncertain):
    it = parse_notation(text)
    assert (it.approximate, it.uncertain) == (approximate, uncertain)
    assert to_notation(it) == text


@pytest.mark.parametrize("text", ["[2025-10-04..2025-10-05]", "2025-22", "2025-10-07T06:29:00Z"])
def test_doubt_that_the_text_cannot_carry_stays_beside_it(text):
    it = parse_notation(text, approximate=True, uncertain=True)
    assert (it.approximate, it.uncertain) == (True, True)
    assert to_notation(it) == text


@pytest.mark.parametrize(("text", "zone_beside", "zone"), MOMENTS)
def test_a_moment_keeps_its_clock_and_its_zone(text, zone_beside, zone):
    it = parse_notation(text, zone=zone_beside)
    assert it == EventDate.at(date(2023, 10, 7), time(6, 29), zone=zone)
    assert to_notation(it) == text


@pytest.mark.parametrize(("text", "reason"), NOT_OURS)
def test_what_is_no_notation_is_refused_with_its_words_and_a_reason(text, reason):
    with pytest.raises(DateError) as raised:
        parse_notation(text)
    assert str(raised.value).startswith(f"“{text}” is not a date notation: ")
    assert str(raised.value).count(reason) == 1


@pytest.mark.parametrize(("text", "fields", "reason"), BESIDE_IT_WRONG)
def test_fields_beside_a_notation_may_not_contradict_it(text, fields, reason):
    with pytest.raises(DateError, match=reason):
        parse_notation(text, **fields)


@given(event_dates)
def test_every_date_comes_back_from_its_notation_and_the_fields_beside_it(it):
    assert parse_notation(to_notation(it), **beside(it)) == it


@given(event_dates)
def test_a_notation_alone_keeps_the_bounds_and_the_extent(it):
    alone = parse_notation(to_notation(it))
    assert alone.extent == it.extent
    assert alone.earliest <= it.earliest
    assert it.latest <= alone.latest
    if not it.part:
        assert alone.sort_key == it.sort_key


@given(event_dates)
def test_reading_and_writing_a_notation_again_changes_nothing(it):
    once = to_notation(parse_notation(to_notation(it)))
    assert to_notation(parse_notation(once)) == once


pieces = st.sampled_from([*"0123456789X-~?%[]./TZ:+", "..", "2025", "-10", "T06:29:00", "٣", "²"])


@given(st.text() | st.lists(pieces, max_size=20).map("".join))
def test_no_text_raises_anything_but_a_date_error(text):
    with contextlib.suppress(DateError):
        it = parse_notation(text)
        assert parse_notation(to_notation(it), **beside(it)) == it


@pytest.mark.parametrize("piece", ["2", "2025-10/", "[", "..", "X", "2025..", "\ud800", "T06:29:00"])
def test_very_long_text_is_refused_by_its_length(piece):
    with pytest.raises(DateError, match="it is longer than 64 characters") as raised:
        parse_notation(piece * 200_000)
    assert len(str(raised.value)) < 200
    assert str(raised.value).encode()


# -- another reader of EDTF --------------------------------------------------------------------------------


def bound(found, open_side):
    """Year, month and day of a bound of the other library: infinite where a side is open, and with a year 0."""
    return max(open_side.timetuple()[:3] if isinstance(found, float) else tuple(found[:3]), (1, 1, 1))


@settings(max_examples=40)  # it takes a tenth of a second for one notation
@given(event_dates)
def test_another_library_accepts_our_notation_and_finds_the_same_bounds(it):
    text = to_notation(it)
    other, ours = parse_edtf(text), parse_notation(text)
    assert bound(other.lower_strict(), OPEN_START) == ours.earliest.timetuple()[:3]
    if ours.precision == Precision.SEASON and text.endswith("-24"):
        upper = max((int(text[:4]), 12, 31), (1, 1, 1))  # it lets winter end with the year
    else:
        upper = ours.latest.timetuple()[:3]
    assert bound(other.upper_strict(), OPEN_END) == upper


@pytest.mark.parametrize("text", ["2025-13", "2025-1", "[2025..2026", "2025-10-07T06:29:60", "2025//2026"])
def test_what_another_library_refuses_so_do_we(text):
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
    with pytest.raises(DateError):
        parse_notation(text)
