"""What happened in the past hours, days and weeks. Published on Monday 6 October 2025."""

from datetime import date

import pytest

from tests.extraction.reading import dated, mentions

SPANS = [
    ("Nine died in the past 24 hours.", [("the past 24 hours", "[2025-10-05..2025-10-06]")]),
    ("Nine died over the past three days.", [("the past three days", "[2025-10-03..2025-10-06]")]),
    ("Nine died within the last week.", [("the last week", "[2025-09-29..2025-10-06]")]),
    ("Nine died over the past ten years.", [("the past ten years", None)]),
    ("Nine died over the past few days.", [("the past few days", None)]),
    ("Nine will sail in the next three days.", [("the next three days", None)]),
    ("The last three days of the siege were quiet.", [("The last three days", None)]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_a_span_that_ends_now_is_dated_up_to_the_article(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(("span", "about"), [("24 hours", False), ("three days", False), ("two weeks", True)])
def test_weeks_are_about_and_days_are_not(span: str, about: bool) -> None:
    (mention,) = mentions(f"Nine died in the past {span}.")
    assert mention.date is not None
    assert mention.date.approximate is about


def test_without_the_articles_day_the_span_stays_undated() -> None:
    assert dated("Nine died in the past 24 hours.", published=None) == [("the past 24 hours", None)]


def test_the_trail_tells_the_day_on_which_it_ends() -> None:
    trail = mentions("Nine died in the past 24 hours.")[0].trail
    assert [(step.rule, step.anchor, step.anchor_from) for step in trail] == [
        ("span-until-then", date(2025, 10, 6).isoformat(), "publication")
    ]
