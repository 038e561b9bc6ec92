"""What a person types into a date box: a whole phrase as one date, or the words that are none."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dates import EventDate
from timeline.dates.notation import parse_notation, to_notation
from timeline.extraction.phrases import LONGEST, Phrase, read_phrase

TODAY = date(2025, 10, 9)  # a Thursday

READ = [
    ("2025-10-07", "7 October 2025", "7 Oct 2025", "Oct 7", "on October 7", "7.10.2025", "2025-10-07", "2 days ago"),
    ("2025-10-06", "Monday 6 October 2025", "Monday", "on Monday"),
    ("2025-10-08", "yesterday"),
    ("2025-10", "October 2025", "October", "in October", "2025-10", "this month"),
    ("2025", "2025", "in 2025", "this year"),
    ("2025-23", "autumn 2025", "2025-23"),
    ("202X", "the 2020s", "202X"),
    ("2025-10-07~", "about 7 October 2025", "around 7 October 2025", "2025-10-07~"),
    ("2014~", "circa 2014"),
    ("2025-10-07?", "possibly 7 October 2025", "perhaps 7 October", "7 October 2025?", "7 October 2025 ?"),
    ("2025-10-07T18:30:00", "7 October 2025, 18:30", "18:30 on 7 October 2025", "7 October 2025 6.30pm"),
    ("2025-10-04/2025-10-05", "4-5 Oct 2025", "4–5 October 2025", "from 4 to 5 October 2025"),
    ("[2025-10-04..2025-10-05]", "4 or 5 October 2025", "[2025-10-04..2025-10-05]", "the weekend of 4 October 2025"),
    ("[2025-10-04..2025-10-10]", "between 4 and 10 October 2025", "Between 4 and 10 October"),
    ("[2025-10-04..2025-11-06]", "between 4 October and 6 November 2025"),
    ("[2025-03..2025-05]", "between March and May 2025"),
    ("2023-10-07/2024-01-31", "7 Oct 2023 to Jan 2024", "7 October 2023 – January 2024"),
    ("2025-09/..", "since September 2025", "since September"),
    ("../2024-01", "until January 2024"),
    ("[2025-09-10..2025-10-09]", "last 30 days", "the last 30 days", "past month", "in the past month", "last 1 month"),
    ("[2025-10-03..2025-10-09]", "the past week", "past 7 days", "previous 7 days"),
    ("[2024-10-10..2025-10-09]", "last 12 months", "the past year"),
    ("2025-09", "last month"),
]
BESIDE = [
    (parse_notation("2025-09", part="late"), "late September 2025", "Late  September 2025 "),
    (parse_notation("2025-10", part="mid"), "mid-October"),
    (parse_notation("2025-10-01", precision="part_of_day", part="evening"), "evening of 1 October 2025"),
    (parse_notation("2025-10-08", precision="part_of_day", part="evening"), "late Wednesday"),
    (EventDate.in_week_of(date(2025, 10, 6)), "week of 6 October 2025", "the week of October 8, 2025", "this week"),
    (EventDate.in_week_of(date(2025, 9, 29)), "last week"),
    (
        parse_notation("[2025-10-06..2025-10-07]", precision="part_of_day", part="night"),
        "the night of 6–7 October 2025",
    ),
]


def rows(table: list) -> list:
    return [(row[0], phrase) for row in table for phrase in row[1:]]


@pytest.mark.parametrize(("notation", "phrase"), rows(READ))
def test_a_phrase_is_read_as_one_date(notation: str, phrase: str) -> None:
    read = read_phrase(phrase, today=TODAY)
    assert (read.unread, read.date and to_notation(read.date)) == ((), notation)


@pytest.mark.parametrize(("expected", "phrase"), rows(BESIDE))
def test_what_notation_cannot_say_is_read_as_well(expected: EventDate, phrase: str) -> None:
    assert read_phrase(phrase, today=TODAY) == Phrase(expected)


@pytest.mark.parametrize(
    ("phrase", "unread"),
    [
        ("", ()),
        ("rubbish", ("rubbish",)),
        ("late Octember 2025", ("late", "Octember")),
        ("7 October 2025 in Gaza", ("Gaza",)),
        ("before the January ceasefire", ("ceasefire",)),
        ("week of rubbish", ("rubbish",)),
        ("week of October 2025", ("week",)),
        ("the weekend of 6 October 2025", ("weekend",)),
        ("perhaps rubbish", ("rubbish",)),
        ("last 0 days", ("last", "0", "days")),
        ("31 February 2025", ("31", "February", "2025")),
        ("7 October 2025 and 9 November 2024", ()),
        ("1 May, 3 May and 9 July 2025", ()),
        ("x" * (LONGEST + 1), ("x" * LONGEST,)),
    ],
)
def test_what_is_no_date_is_none_and_names_the_words_left_over(phrase: str, unread: tuple[str, ...]) -> None:
    assert read_phrase(phrase, today=TODAY) == Phrase(None, unread)


def test_a_stretch_of_months_ends_on_a_day_that_exists() -> None:
    assert read_phrase("past month", today=date(2025, 3, 31)).date == EventDate.one_of_days(
        date(2025, 3, 1), date(2025, 3, 31)
    )


@pytest.mark.parametrize("phrase", ["last 999 years", "yesterday", "the past 999 months"])
def test_before_the_first_year_there_is_nothing(phrase: str) -> None:
    assert read_phrase(phrase, today=date(1, 1, 1)).date is None


def test_nothing_typed_into_the_box_makes_it_raise() -> None:
    for phrase in ("week of " * 25, "possibly " * 22, "?" * 200, "night of night of", "\x00"):
        assert read_phrase(phrase, today=TODAY).date is None
