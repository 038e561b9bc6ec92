from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.strategies import event_dates
from timeline.dates import EventDate, Extent, Precision
from timeline.dates.notation import parse_notation
from timeline.dates.units import DAY_LIKE
from timeline.dates.wording import DayHeading, datetime_attr, day_heading, in_words

EVENING = {"precision": "part_of_day", "part": "evening"}
NIGHT = {"precision": "part_of_day", "part": "night"}

WORDS = [
    ("2023-10-07", {}, "7 October 2023"),
    ("0033-04-03", {}, "3 April 33"),
    ("2025-10-07/2025-10-07", {}, "throughout 7 October 2025"),
    # days
    ("[2025-10-04..2025-10-05]", {}, "4 or 5 October 2025"),
    ("[2025-09-30..2025-10-01]", {}, "30 September or 1 October 2025"),
    ("[2024-12-31..2025-01-01]", {}, "31 December 2024 or 1 January 2025"),
    ("[2025-10-04..2025-10-07]", {}, "between 4 and 7 October 2025"),
    ("[2025-09-29..2025-10-06]", {}, "between 29 September and 6 October 2025"),
    ("[2024-12-28..2025-01-03]", {}, "between 28 December 2024 and 3 January 2025"),
    ("2025-10-04/2025-10-10", {}, "4–10 October 2025"),
    ("2025-09-30/2025-10-04", {}, "30 September – 4 October 2025"),
    ("2024-12-28/2025-01-03", {}, "28 December 2024 – 3 January 2025"),
    ("2024-10-04/2025-10-05", {}, "4 October 2024 – 5 October 2025"),
    # that weekday, of one week or the next
    ("[2025-10-01..2025-10-08]", {"precision": "day"}, "Wednesday 1 or 8 October 2025"),
    ("[2025-10-29..2025-11-05]", {"precision": "day"}, "Wednesday 29 October or 5 November 2025"),
    ("[2024-12-30..2025-01-06]", {"precision": "day"}, "Monday 30 December 2024 or 6 January 2025"),
    ("[2025-10-01..2025-10-08]", {"precision": "days"}, "between 1 and 8 October 2025"),
    ("2025-10-01/2025-10-08", {"precision": "day"}, "1–8 October 2025"),
    ("[2025-10-01..2025-10-08]", EVENING, "evening of Wednesday 1 or 8 October 2025"),
    # parts of a day
    ("2025-10-01", {"precision": "part_of_day", "part": "morning"}, "morning of 1 October 2025"),
    ("2025-10-01", {"precision": "part_of_day", "part": "afternoon"}, "afternoon of 1 October 2025"),
    ("2025-10-01", EVENING, "evening of 1 October 2025"),
    ("2025-10-01", NIGHT, "night of 1 October 2025"),
    ("[2025-10-04..2025-10-05]", EVENING, "evening of 4 or 5 October 2025"),
    ("[2025-10-09..2025-10-10]", NIGHT, "night of 9 to 10 October 2025"),
    ("[2025-09-30..2025-10-01]", NIGHT, "night of 30 September to 1 October 2025"),
    ("[2024-12-31..2025-01-01]", NIGHT, "night of 31 December 2024 to 1 January 2025"),
    ("2025-10-09/2025-10-10", NIGHT, "throughout the night of 9 to 10 October 2025"),
    ("[2025-10-04..2025-10-07]", EVENING, "one evening, between 4 and 7 October 2025"),
    ("[2025-10-04..]", EVENING, "one evening, 4 October 2025 or later"),
    # clock times
    ("2023-10-07T06:29:00", {"zone": "Asia/Gaza"}, "7 October 2023, 06:29 (Asia/Gaza)"),
    ("2023-10-07T06:29:00", {}, "7 October 2023, 06:29"),
    ("2023-10-07T06:00:00Z", {"precision": "hour"}, "7 October 2023, 06:00 to the hour (UTC)"),
    ("2023-10-07T06:00:00", {"precision": "hour"}, "7 October 2023, 06:00 to the hour"),
    # parts of longer periods
    ("2025-10", {"part": "early"}, "early October 2025"),
    ("2025-10", {"part": "mid"}, "mid-October 2025"),
    ("2024", {"part": "late"}, "late 2024"),
    ("2025-22", {"part": "early"}, "early summer 2025"),
    ("199X", {"part": "mid"}, "the mid-1990s"),
    ("200X", {"part": "late"}, "late in the decade 2000–2009"),
    ("[2025-10-06..2025-10-12]", {"precision": "week", "part": "early"}, "early in the week of 6–12 October 2025"),
    ("[2025-01..2025-03]", {"precision": "quarter", "part": "mid"}, "in the middle of the first quarter of 2025"),
    # periods
    ("[2025-10-06..2025-10-12]", {"precision": "week"}, "week of 6–12 October 2025"),
    ("[2025-09-29..2025-10-05]", {"precision": "week"}, "week of 29 September – 5 October 2025"),
    ("2025-10", {}, "October 2025"),
    ("2025-21", {}, "spring 2025"),
    ("2025-22", {}, "summer 2025"),
    ("2025-23", {}, "autumn 2025"),
    ("2025-24", {}, "winter 2025–26"),
    ("2008-24", {}, "winter 2008–09"),
    ("1999-24", {}, "winter 1999–2000"),
    ("[2025-01..2025-03]", {"precision": "quarter"}, "first quarter of 2025"),
    ("[2025-10..2025-12]", {"precision": "quarter"}, "fourth quarter of 2025"),
    ("[2025-07..2025-12]", {"precision": "half"}, "second half of 2025"),
    ("2025", {}, "2025"),
    ("0033", {}, "33"),
    ("199X", {}, "the 1990s"),
    ("200X", {}, "the decade 2000–2009"),
    ("19XX", {}, "the century 1900–1999"),
    # several periods
    ("[2025-05..2025-06]", {}, "May or June 2025"),
    ("[2024-12..2025-01]", {}, "December 2024 or January 2025"),
    ("[2025-05..2025-08]", {}, "between May and August 2025"),
    ("[2014..2015]", {}, "2014 or 2015"),
    ("[2014..2018]", {}, "between 2014 and 2018"),
    ("2025-05/2025-08", {}, "May–August 2025"),
    ("2024-12/2025-02", {}, "December 2024 – February 2025"),
    ("2014/2018", {}, "2014–2018"),
    ("2025-01/2025-06", {"precision": "quarter"}, "from the first quarter of 2025 to the second quarter of 2025"),
    ("2025-10/2025-10", {}, "throughout October 2025"),
    ("2025-10-06/2025-10-12", {"precision": "week"}, "throughout the week of 6–12 October 2025"),
    # open sides
    ("2014/..", {}, "since 2014"),
    ("../2025-05", {}, "until May 2025"),
    ("2023-10-07/..", {}, "since 7 October 2023"),
    ("[2014..]", {}, "2014 or later"),
    ("[..2025-05-07]", {}, "7 May 2025 or earlier"),
    # doubt
    ("2025-10~", {}, "about October 2025"),
    ("2025-10-07?", {}, "7 October 2025 (uncertain)"),
    ("2025%", {}, "about 2025 (uncertain)"),
    ("[2025-07..2025-12]", {"precision": "half", "approximate": True}, "about the second half of 2025"),
    ("[2025-10-04..2025-10-07]", {"approximate": True}, "between 4 and 7 October 2025 (approximate)"),
    ("2025-10~", {"part": "early"}, "early October 2025 (approximate)"),
    ("2014%/..", {}, "since 2014 (approximate, uncertain)"),
    ("2023-10-07T06:29:00", {"approximate": True}, "7 October 2023, 06:29 (approximate)"),
]

WITH_WEEKDAY = [
    ("2025-10-01", {}, "Wednesday 1 October 2025"),
    ("2025-10-01", EVENING, "evening of Wednesday 1 October 2025"),
    ("2023-10-07T06:29:00", {"zone": "Asia/Gaza"}, "Saturday 7 October 2023, 06:29 (Asia/Gaza)"),
    ("2025-10-01~", {}, "about Wednesday 1 October 2025"),
    ("2025-10", {}, "October 2025"),
    ("[2025-10-04..2025-10-05]", {}, "4 or 5 October 2025"),
]

HEADINGS = [
    # notation, beside it, number, weekday, rest, caption
    ("2025-10-08", {}, "8", "Wednesday", "October 2025", "October 2025, Wednesday"),
    ("2025-10-08", EVENING, "8", "Wednesday", "October 2025", "October 2025, Wednesday"),
    ("2023-10-07T06:29:00", {}, "7", "Saturday", "October 2023", "October 2023, Saturday"),
    ("[2025-10-04..2025-10-05]", {}, "4 or 5", "weekend", "October 2025", "October 2025, weekend"),
    ("[2025-10-03..2025-10-04]", {}, "3 or 4", "", "October 2025", "October 2025"),
    (
        "[2025-10-01..2025-10-08]",
        {"precision": "day"},
        "1 or 8",
        "Wednesday",
        "October 2025",
        "October 2025, Wednesday",
    ),
    ("[2025-10-01..2025-10-08]", EVENING, "1 or 8", "Wednesday", "October 2025", "October 2025, Wednesday"),
    ("[2025-10-04..2025-10-07]", {}, "between 4 and 7", "", "October 2025", "October 2025"),
    ("2025-10-04/2025-10-10", {}, "4–10", "", "October 2025", "October 2025"),
    ("2025-10", {"part": "early"}, "early", "", "October 2025", "October 2025"),
    ("2024", {"part": "late"}, "late", "", "2024", "2024"),
    ("2025-10", {}, "", "", "October 2025", "October 2025"),
    ("2025-10~", {}, "", "", "about October 2025", "about October 2025"),
    ("2025-10-07~", {}, "about 7", "Tuesday", "October 2025", "October 2025, Tuesday"),
    ("2025-10-07?", {}, "7", "Tuesday", "October 2025 (uncertain)", "October 2025, Tuesday (uncertain)"),
    ("[2025-05-31..2025-06-01]", {}, "", "weekend", "31 May or 1 June 2025", "31 May or 1 June 2025"),
    ("[2025-10-09..2025-10-10]", NIGHT, "", "", "night of 9 to 10 October 2025", "night of 9 to 10 October 2025"),
    ("2023-10-07/..", {}, "", "", "since 7 October 2023", "since 7 October 2023"),
]

DATETIMES = [
    ("2023-10-07", {}, "2023-10-07"),
    ("0033-04-03", {}, "0033-04-03"),
    ("2023-10-07T06:29:00", {}, "2023-10-07T06:29"),
    ("2023-10-07T06:29:00Z", {}, "2023-10-07T06:29Z"),
    ("2023-10-07T06:29:00+03:00", {}, "2023-10-07T06:29+03:00"),
    ("2023-10-07T06:29:00", {"zone": "Asia/Gaza"}, "2023-10-07T06:29"),
    ("2023-10-07T06:00:00Z", {"precision": "hour"}, "2023-10-07"),
    ("2025-10-01", EVENING, "2025-10-01"),
    ("2025-10", {}, "2025-10"),
    ("2025-10", {"part": "early"}, "2025-10"),
    ("2025", {}, "2025"),
    ("0033", {}, "0033"),
    ("[2025-10-06..2025-10-12]", {"precision": "week"}, "2025-W41"),
    ("[2024-12-30..2025-01-05]", {"precision": "week"}, "2025-W01"),
    ("2025-22", {}, None),
    ("199X", {}, None),
    ("[2025-01..2025-03]", {"precision": "quarter"}, None),
    ("[2025-10-04..2025-10-05]", {}, None),
    ("2025-10-04/2025-10-10", {}, None),
    ("2014/..", {}, None),
    ("2025-10~", {}, None),
    ("2025-10-07?", {}, None),
]


@pytest.mark.parametrize(("text", "fields", "words"), WORDS)
def test_a_date_is_said_as_well_as_it_is_known(text, fields, words):
    assert in_words(parse_notation(text, **fields)) == words


@pytest.mark.parametrize(("text", "fields", "words"), WITH_WEEKDAY)
def test_a_weekday_is_added_to_a_single_day_on_request(text, fields, words):
    assert in_words(parse_notation(text, **fields), weekday=True) == words


@pytest.mark.parametrize(("text", "fields", "number", "weekday", "rest", "caption"), HEADINGS)
def test_a_day_heading_has_its_number_weekday_and_month(text, fields, number, weekday, rest, caption):
    assert day_heading(parse_notation(text, **fields)) == DayHeading(number, weekday, rest, caption)


@pytest.mark.parametrize(("text", "fields", "value"), DATETIMES)
def test_the_machine_readable_date_is_no_more_precise_than_the_date(text, fields, value):
    assert datetime_attr(parse_notation(text, **fields)) == value


def test_days_of_one_year_each_have_their_own_words():
    new_year = date(2024, 1, 1).toordinal()
    days = [EventDate.on(date.fromordinal(new_year + shift)) for shift in range(366)]
    assert len({in_words(day) for day in days}) == 366


@given(event_dates)
def test_every_date_has_words_without_loose_ends(it):
    words = in_words(it, weekday=True)
    assert words == " ".join(words.split())
    assert not {"%", "None"} & set(words.replace("(", " ").split())


@given(event_dates)
def test_doubt_is_never_left_out_of_the_words(it):
    sure = EventDate(it.earliest, it.latest, it.precision, it.part, it.extent, time=it.time, zone=it.zone)
    doubted = it.approximate or it.uncertain
    assert (in_words(it) != in_words(sure)) == doubted


@given(event_dates)
def test_once_and_throughout_are_told_apart_in_words(it):
    if it.time is None:
        once, throughout = (EventDate(it.earliest, it.latest, it.precision, it.part, extent) for extent in Extent)
        assert in_words(once) != in_words(throughout)


@given(event_dates)
def test_a_day_heading_has_always_something_to_say(it):
    heading = day_heading(it)
    assert heading.rest
    assert heading.caption.startswith(heading.rest.removesuffix(" (uncertain)"))


@given(event_dates)
def test_a_machine_readable_date_holds_the_whole_date(it):
    value = datetime_attr(it)
    if value and "W" not in value:
        assert it.earliest.isoformat().startswith(value.partition("T")[0])
        assert it.latest.isoformat().startswith(value.partition("T")[0])


@settings(max_examples=30)
@given(st.dates())
def test_a_machine_readable_week_is_the_week_of_its_days(day):
    value = datetime_attr(EventDate.in_week_of(day))
    year, week, _ = day.isocalendar()
    assert value == f"{year:04d}-W{week:02d}"


@given(event_dates)
def test_only_dates_of_one_unit_are_machine_readable(it):
    if datetime_attr(it) is not None:
        assert it.is_one_unit
        assert it.precision in DAY_LIKE | {Precision.WEEK, Precision.MONTH, Precision.YEAR}
