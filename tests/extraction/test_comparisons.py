"""What reports compare with, round numbers of years, and names that hold a word of time. Of Monday 6 October 2025."""

import pytest

from tests.extraction.reading import dated, values

QUARTER = "The mill earned a million in the third quarter, up from half a million "
COMPARED = [
    (QUARTER + "a year earlier.", ("a year earlier", "2024-Q3")),
    (
        "In the third quarter sales fell. For the nine months the mill earned two million, down from three a year ago.",
        ("a year ago", "2024"),
    ),
    ("In the third quarter sales fell. Over 12 months they rose, unlike a year earlier.", ("a year earlier", "2024")),
    ("Sales rose in the latest fiscal year.", ("the latest fiscal year", "2024")),
    ("Sales rose in the most recent year.", ("the most recent year", "2024")),
]
ROUND = [
    ("A decade ago the port was shut.", [("A decade ago", "2015", "2015~")]),
    ("The port was shut two decades ago.", [("two decades ago", "2005", "2005~")]),
    ("A century ago the port was shut.", [("A century ago", "1925", "1925~")]),
    ("It closed in 1951. A decade later it opened.", [("1951", "1951", "1951"), ("A decade later", "1961", "1961~")]),
    ("In the next decade it may close.", [("the next decade", "203", "203X")]),
]
NAMES = ["This is VOA Today.", "The story was first told by USA Today."]


@pytest.mark.parametrize(("text", "last"), COMPARED)
def test_a_report_compares_with_a_time_as_long_as_its_own(text: str, last: tuple[str, str]) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(("text", "expected"), ROUND)
def test_decades_that_are_counted_lead_to_about_a_year(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(*read, date) for read, (_, date) in zip(values(text), dated(text), strict=True)]
    assert found == expected


HOURS = [
    ("The dam broke in the early hours of June 6, 2023.", ("the early hours of June 6, 2023", "2023-06-06TMO")),
    ("The dam broke in the wee hours of Friday.", ("the wee hours of Friday", "2025-10-03TMO")),
    ("The dam broke in the late hours of 7 June.", ("the late hours of 7 June", "2025-06-07TEV")),
    ("The dam broke early in 2023.", ("early in 2023", "2023")),
]
CENTURIES = [
    ("It was built in the 12th and 13th centuries.", [("the 12th", "11"), ("13th centuries", "12")]),
    ("The walls are of the 17th to 19th centuries.", [("the 17th", "16"), ("19th centuries", "18")]),
    ("Every day after that, it rained.", [("Every day", "P1D")]),
    ("It came 12th and 13th of all.", []),
]


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_the_hours_at_the_edge_of_a_day_are_a_part_of_it(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), CENTURIES)
def test_centuries_in_a_list_are_read_each(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", NAMES)
def test_a_broadcaster_is_not_a_day(text: str) -> None:
    assert values(text) == []


def test_a_headline_still_names_its_day() -> None:
    assert values("Talks in NATO begin Today") == [("Today", "2025-10-06")]
