"""Units without a number. Published on Monday 6 October 2025."""

import pytest

from tests.extraction.reading import values

UNTOLD = [
    ("Weeks of talks led nowhere.", [("Weeks", "PXW")]),
    ("The town held out for decades.", [("decades", "PXDE")]),
    ("It was the worst flood in decades.", [("decades", "PXDE")]),
    ("In the weeks before the vote, prices rose.", [("the weeks", "PXW")]),
    ("In the years since, the quay has decayed.", [("the years", "PXY")]),
    ("In the early years that followed, few came back.", [("the early years", "PXY")]),
    ("Over the years the quay has decayed.", [("the years", "PXY")]),
    ("Hours after the storm the ferry sailed.", [("Hours", "PTXH")]),
    ("In past years the river froze.", [("past years", "PXY")]),
    ("In recent days the river froze.", [("recent days", "PXD")]),
    ("In recent quarters the mill lost money.", [("recent quarters", "PXQ")]),
    ("In coming weeks the river may freeze.", [("coming weeks", "PXW")]),
    ("Over the coming months it may thaw.", [("the coming months", "PXM")]),
    ("For the nine months the mill earned little.", [("the nine months", "P9M")]),
    ("The Hundred Days Offensive began.", [("Hundred Days", "P100D")]),
    ("Over the last months it froze twice.", [("the last months", "PXM")]),
    ("A month-long strike ended.", [("month-long", "P1M")]),
    ("A years-long quarrel ended.", [("years-long", "PXY")]),
    ("A month-and-a-half long strike ended.", [("month-and-a-half long", "P1.5M")]),
    ("Half a century of peace ended.", [("Half a century", "P50Y")]),
    ("It took half a year.", [("half a year", "P6M")]),
    ("It lasted a few hundred years.", [("a few hundred years", "PXY")]),
    ("It lasted two thousand years.", [("two thousand years", "P2000Y")]),
    ("The ford was used for a number of years.", [("a number of years", "PXY")]),
]
NOTHING = [
    "She is ten years of age.",
    "He misses the days of the republic.",
    "They raised the hours of work.",
    "A quarter of the town marched.",
    "It was heard in some quarters.",
]


@pytest.mark.parametrize(("text", "expected"), UNTOLD)
def test_units_without_a_number_are_untold_durations(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_units_that_measure_no_time_that_passed_are_left_out(text: str) -> None:
    assert values(text) == []


def test_an_untold_number_of_units_later_has_no_date() -> None:
    assert values("Centuries later a farmer found it.") == [("Centuries later", "XXXX-XX-XX")]
