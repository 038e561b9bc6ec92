"""Whether days or months come first in figures is told by the text's other dates."""

from datetime import date

import pytest

from tests.extraction.reading import values

MONDAY = date(2025, 10, 6)
ORDERS = [
    ("On 7/10/2023 it rained.", ["2023-10-07"]),
    ("On 7/10/2023 it rained, on 13/10/2023 it froze.", ["2023-10-07", "2023-10-13"]),
    ("On 7/10/2023 it rained. On 10/13/2023 it froze.", ["2023-07-10", "2023-10-13"]),
    (
        "On 10/13/2023 it froze. On 13/10/2023 it rained. On 7/10/2023 it thawed.",
        ["2023-10-13", "2023-10-13", "2023-10-07"],
    ),
    ("On 10/6/2025 it rained.", ["2025-10-06"]),
    ("On 7.10.2023 it rained. On 10/13/2023 it froze.", ["2023-10-07", "2023-10-13"]),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_the_texts_other_dates_tell_which_comes_first(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, MONDAY)] == expected


def test_without_a_publication_day_only_other_dates_tell() -> None:
    assert values("On 10/6/2025 it rained.", None) == [("10/6/2025", "2025-06-10")]
