"""Whether a date lies ahead or behind: a past clause never dates after publication, a planned one does."""

from datetime import date

import pytest

from tests.extraction.reading import dated, values

THURSDAY = date(2033, 10, 13)

BEHIND = [
    "The union published a 12-point plan to end the strike on Monday.",
    "The minister presented his plans to rebuild the port on Monday.",
    "The two sides agreed to the first phase of the plan on Monday.",
    "The council agreed to it on Monday.",
    "Trains stopped due to the storm on Monday.",
    "The power cut was due to a storm on Monday.",
    "The poem was set to music on Monday.",
    "On Monday the mediators extended the truce by two days.",
    "A much criticised peace plan to share the river failed on Monday.",
    "The army published its plan to leave the town on Monday.",
]
AHEAD = [
    "The delegates agreed to meet on Monday.",
    "The generals plan to meet on Monday.",
    "The army plans to leave on Monday.",
    "A first group was to be freed on Monday.",
    "The truce is due to begin on Monday.",
    "The court is set to rule on Monday.",
    "The envoy might travel on Monday.",
    "All villagers must leave by Monday.",
    "The delegates announced a plan to meet on Monday.",
    "The delegates agreed to a deal to vote in Lindhaven on Monday.",
    "The court closes on Monday.",
    "The frost may last into Monday.",
]


@pytest.mark.parametrize("text", BEHIND)
def test_what_is_told_as_done_lies_behind(text: str) -> None:
    assert values(text, THURSDAY)[0] == ("Monday", "2033-10-10")


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_told_as_planned_lies_ahead(text: str) -> None:
    assert values(text, THURSDAY)[0] == ("Monday", "2033-10-17")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("More floods could come between December and May.", "2033-12/2034-05"),
        ("Elections may be held between November and February.", "2033-11/2034-02"),
        ("Floods came between December and May.", "2032-12/2033-05"),
    ],
)
def test_the_end_of_a_range_follows_its_beginning(text: str, span: str) -> None:
    assert {day for _, day in dated(text, date(2033, 11, 9))} == {span}
