"""A date as it is typed: notation with what stands beside it, or words that say it all."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from tests import factories
from timeline.admin.date_form import DateForm
from timeline.admin.date_preview import ReadBack, reading_of
from timeline.admin.typed_dates import Today, read_typed, today_for
from timeline.dates import DateError, EventDate, Part

PUBLISHED = Today(date(2025, 10, 9), "the day of publication")
DAY = date(2025, 10, 7)


def read(*changed: str, **fields: Any) -> EventDate | None:
    return read_typed(fields, {"notation", *changed}, PUBLISHED).date


WORDS = [
    (EventDate.sometime_in_month(2025, 9, Part.LATE), "late September 2025"),
    (EventDate.lasting(date(2025, 10, 4), date(2025, 10, 5)), "4-5 Oct 2025"),
    (EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5)), "4 or 5 October 2025"),
    (EventDate.in_part_of_day(date(2025, 10, 1), Part.EVENING), "evening of 1 October 2025"),
    (EventDate.on(DAY).with_doubt(approximate=True), "about 7 October 2025"),
    (EventDate.on(DAY), "  7 October "),
    (EventDate.on(date(2025, 10, 8)), "yesterday"),
    (EventDate.on(DAY), "2025-10-07"),
    (None, "  "),
]


@pytest.mark.parametrize(("expected", "words"), WORDS)
def test_words_and_notation_are_read(expected: EventDate | None, words: str) -> None:
    assert read(notation=words) == expected


def test_words_say_the_whole_date_so_what_stood_beside_the_old_one_is_gone() -> None:
    beside = {"part": "late", "time": time(6, 30), "approximate": True, "zone": "Asia/Gaza"}
    assert read(notation="7 October 2025", **beside) == EventDate.on(DAY)


def test_what_was_changed_beside_words_counts() -> None:
    assert read("approximate", notation="7 October 2025", approximate=True) == EventDate.on(DAY).with_doubt(
        approximate=True
    )
    assert read("part", notation="7 October 2025", part="evening") == EventDate.in_part_of_day(DAY, Part.EVENING)


def test_a_time_zone_stays_with_a_clock_time_in_words() -> None:
    assert read(notation="7 October 2025, 18:30", zone="Asia/Gaza") == EventDate.at(DAY, time(18, 30), zone="Asia/Gaza")


def test_beside_a_notation_everything_counts_as_it_stands() -> None:
    assert read(notation="2025-10-07", part="evening") == EventDate.in_part_of_day(DAY, Part.EVENING)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("7 Octember 2025", "“7”, “Octember” cannot be read as part of a date."),
        ("7 October 2025 in Gaza", "“Gaza” cannot be read as part of a date."),
        ("3 May and 9 July 2024, no", "“no” cannot be read as part of a date."),
        ("9 November 2025 and 3 May 2024", "“9 November 2025 and 3 May 2024” cannot be read as one date."),
    ],
)
def test_what_cannot_be_read_is_named_in_one_sentence(words: str, sentence: str) -> None:
    with pytest.raises(DateError) as caught:
        read(notation=words)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("words", "is_relative"),
    [("yesterday", True), ("late Wednesday", True), ("7 October", True), ("7 October 2025", False), ("2025", False)],
)
def test_it_is_known_whether_the_words_counted_from_a_day(words: str, is_relative: bool) -> None:
    assert (read_typed({"notation": words}, {"notation"}, PUBLISHED).counted_from is not None) == is_relative


@pytest.mark.django_db
def test_words_count_from_the_article_then_from_the_event_then_from_today() -> None:
    told = factories.draft(article=factories.article(published_on=date(2025, 10, 9)), on=date(2024, 1, 1))
    untold = factories.draft(article=factories.article(published_on=None), on=date(2024, 1, 1))
    undated = factories.draft(article=factories.article(published_on=None), on=None)
    assert today_for(told) == PUBLISHED
    assert today_for(untold) == Today(date(2024, 1, 1), "the event’s own date")
    assert today_for(undated).because == "today, for want of a publication day"
    assert today_for(None, date(2025, 10, 9)) == PUBLISHED


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("7 October 2025", ReadBack("Tuesday 7 October 2025", "2025-10-07", "", "day")),
        (
            "late September 2025",
            ReadBack(
                "late September 2025",
                "2025-09",
                "from Sunday 21 September 2025 to Tuesday 30 September 2025",
                "month, late",
            ),
        ),
        (
            "since September 2025",
            ReadBack("since September 2025", "2025-09/..", "from Monday 1 September 2025 to any later day", "month"),
        ),
        (
            "yesterday",
            ReadBack(
                "Wednesday 8 October 2025",
                "2025-10-08",
                "",
                "day",
                "Counted from Thursday 9 October 2025, the day of publication.",
            ),
        ),
        ("rubbish", ReadBack(problem="“rubbish” cannot be read as part of a date.")),
        ("", ReadBack("no date yet")),
    ],
)
def test_the_reading_says_words_notation_days_and_precision(typed: str, reading: ReadBack) -> None:
    form = DateForm({"notation": typed}, published_on=date(2025, 10, 9))
    assert reading_of(form) == reading
