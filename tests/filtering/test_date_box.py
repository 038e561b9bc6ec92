"""The date box: what a reader types, and which days that means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import EventDate
from timeline.filtering.date_box import Unreadable, read_days
from timeline.filtering.wording import days_in_words

TODAY = date(2025, 10, 9)
TRUCES = [EventDate.on(date(2025, 1, 19)), EventDate.lasting(date(2023, 11, 24), date(2023, 11, 30))]


def named(words: Sequence[str], first: date | None, last: date | None) -> list[EventDate]:
    """Two events of which headlines say "ceasefire", one of which is a truce as well."""
    days = {("ceasefire",): TRUCES, ("truce",): TRUCES[1:], ("Rafah", "offensive"): [EventDate.on(date(2024, 5, 6))]}
    found = days.get(tuple(words), [])
    return [it for it in found if (first or date.min) <= it.earliest and it.latest <= (last or date.max)]


def read(text: str) -> tuple[str, str]:
    """The days as ISO text, "" for an open side."""
    first, last = read_days(text, today=TODAY, named=named)
    return (first.isoformat() if first else "", last.isoformat() if last else "")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("since September 2025", ("2025-09-01", "")),
        ("from September 2025", ("2025-09-01", "")),
        ("last week", ("2025-09-29", "2025-10-05")),
        ("7 Oct 2023 to Jan 2024", ("2023-10-07", "2024-01-31")),
        ("from 7 Oct 2023 to Jan 2024", ("2023-10-07", "2024-01-31")),
        ("2023-10-07", ("2023-10-07", "2023-10-07")),
        ("2023-10-07..2023-10-09", ("2023-10-07", "2023-10-09")),
        ("2023-10", ("2023-10-01", "2023-10-31")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("today", ("2025-10-09", "2025-10-09")),
        ("September 2025 to now", ("2025-09-01", "2025-10-09")),
        ("until now", ("", "2025-10-09")),
        ("before 2024", ("", "2023-12-31")),
        ("after 7 October 2023", ("2023-10-08", "")),
        ("before the January ceasefire", ("", "2025-01-18")),
        ("since the November 2023 ceasefire", ("2023-11-24", "")),
        ("after the November truce", ("2023-12-01", "")),
        ("the truce", ("2023-11-24", "2023-11-30")),
        ("since the Rafah offensive", ("2024-05-06", "")),
        ("٢٠٢٥-١٠-٠٧", ("2025-10-07", "2025-10-07")),
    ],
)
def test_what_is_typed_means_days(text: str, days: tuple[str, str]) -> None:
    assert read(text) == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ar", "2025-10-01 إلى 2025-10-05", ("2025-10-01", "2025-10-05")),
        ("ar", "منذ سبتمبر 2025", ("2025-09-01", "")),
        ("ar", "حتى 2025-10-01", ("", "2025-10-01")),
        ("ar", "since September 2025", ("2025-09-01", "")),
        ("he", "מאז ספטמבר 2025", ("2025-09-01", "")),
        ("he", "לפני 2025-10-01", ("", "2025-09-30")),
    ],
)
def test_other_languages_have_their_months_and_relations(language: str, text: str, days: tuple[str, str]) -> None:
    with translation.override(language):
        assert read(text) == days


FORMS = "Understood are 2025-10-07, 2025-10, 2025, “since September 2025”, “last week”, “7 Oct 2023 to Jan 2024”."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("before the ceasefire", "“ceasefire” names 2 events or more. Say when it was."),
        ("before the May ceasefire", f"“ceasefire” was not understood as a date. {FORMS}"),
        ("soonish", f"“soonish” was not understood as a date. {FORMS}"),
        ("2025-13-45", f"“2025 13 45” was not understood as a date. {FORMS}"),
        ("5 May and 7 July and 8 August 2024", f"These are several dates, or none. {FORMS}"),
        ("before 0001-01-01", f"These are several dates, or none. {FORMS}"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_can(text: str, told: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read(text)
    assert str(problem.value) == told


@given(st.text(max_size=80))
def test_nothing_typed_breaks_the_box(text: str) -> None:
    try:
        first, last = read_days(text, today=TODAY, named=named)
    except Unreadable:
        return
    assert (first or date.min) <= (last or date.max)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_the_words_the_page_writes_into_the_box_mean_the_same_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for days in ((first, last), (first, None), (None, last)):
        assert read_days(days_in_words(*days), today=TODAY, named=named) == days
