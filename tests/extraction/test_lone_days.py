"""Days without their month. Published on Monday 6 October 2025."""

import pytest

from tests.extraction.reading import dated, values

DAYS = [
    ("The army crossed on 14 March 1944. The attack on the 20th failed.", ("the 20th", "1944-03-20")),
    ("The talks will open on the 3rd.", ("the 3rd", "2025-11-03")),
    ("The talks opened on the 3rd.", ("the 3rd", "2025-10-03")),
    ("The talks opened on the 28th of the month.", ("the 28th", "2025-09-28")),
]
NOTHING = [
    "He hid on the 20th floor.",
    "The blow fell on the 5th Division.",
    "They were met by the 5th and 7th regiments.",
    "The fire fell on the 3rd armed company.",
    "He came third, behind the 2nd.",
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_without_month_is_of_the_month_told_or_the_nearest(text: str, expected: tuple[str, str]) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_ordinals_of_other_things_are_no_days(text: str) -> None:
    assert values(text) == []


def test_a_range_of_ordinals_is_dated_with_the_whole_of_it() -> None:
    whole = "2025-09-09/2025-09-12"
    assert dated("In September 2025 they fought from the 9th to the 12th.")[1:] == [
        ("the 9th", whole),
        ("the 12th", whole),
    ]


def test_without_anything_to_count_from_the_month_stays_open() -> None:
    assert values("It fell on the 20th.", None) == [("the 20th", "XXXX-XX-20")]
