"""The only door to dateparser: what it reads, and that it never fills anything in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction.calendar_words import LONGEST_WORDS, CalendarParts, read_calendar_words

READ = [
    ("2023-10-07", CalendarParts(2023, 10, 7)),
    ("7/10/2023", CalendarParts(2023, 10, 7)),
    ("10/13/2023", CalendarParts(2023, 10, 13)),
    ("7.10.23", CalendarParts(2023, 10, 7)),
    ("7.10.85", CalendarParts(1985, 10, 7)),
    ("7.OCT.23", CalendarParts(2023, 10, 7)),
    ("7-Oct-2023", CalendarParts(2023, 10, 7)),
    ("7 October 2023", CalendarParts(2023, 10, 7)),
    ("October 2023", CalendarParts(2023, 10)),
    ("2023", CalendarParts(2023)),
]
REFUSED = [
    "",
    "  ",
    "7 October",
    "yesterday",
    "2 days ago",
    "31.2.2024",
    "99/99/2023",
    "may",
    "x" * (LONGEST_WORDS + 1),
]


@pytest.mark.parametrize(("words", "parts"), READ)
def test_an_absolute_date_gives_the_parts_it_names(words: str, parts: CalendarParts) -> None:
    assert read_calendar_words(words) == parts


@pytest.mark.parametrize("words", REFUSED)
def test_what_names_no_year_or_no_day_of_the_calendar_is_refused(words: str) -> None:
    assert read_calendar_words(words) is None


@given(st.text(max_size=60))
def test_no_text_raises(words: str) -> None:
    read_calendar_words(words)
