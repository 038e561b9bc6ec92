"""What counts from the start of a war or truce: only where the text tells that start, in any order."""

from datetime import date

import pytest

from tests.extraction.reading import dated, mentions, values

PUBLISHED = date(2033, 11, 9)
TOLD = [
    ("The war began on 7 October 2031. Day 12 of the war saw talks.", "Day 12 of the war", "2031-10-18"),
    ("Day 12 of the war saw talks. The conflict broke out on 7 October 2031.", "Day 12 of the war", "2031-10-18"),
    ("A truce took effect on Nov. 4. The 3rd day of the truce was calm.", "The 3rd day of the truce", "2033-11-06"),
    ("A truce took effect on Nov. 4. It broke on the truce's second day.", "the truce's second day", "2033-11-05"),
    (
        "On 7 October 2031, when the war began, he was 9. Three weeks into the war he fled.",
        "Three weeks",
        "2031-10-28~",
    ),
    ("The siege began on 1 May 2033. Ten days into the siege bread ran out.", "Ten days", "2033-05-11~"),
    (
        "The war, which began on 7 October 2031, spread. Two months into the conflict it rained.",
        "Two months",
        "2031-12~",
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), TOLD, ids=[row[1] for row in TOLD])
def test_a_start_told_in_the_text_dates_what_counts_from_it(text: str, words: str, day: str) -> None:
    assert dict(dated(text, PUBLISHED))[words] == day


def test_the_duration_keeps_its_timex_value_and_its_trail_names_the_start() -> None:
    mention = mentions("The war began on 7 October 2031. Three weeks into the war he fled.", PUBLISHED)[-1]
    assert (mention.type, mention.value) == ("DURATION", "P3W")
    assert [(step.rule, step.anchor, step.anchor_from) for step in mention.trail] == [
        ("counted-from-its-start", "2031-10-07", "the start told: “7 October 2031”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Day 12 of the war saw talks.",
        "The war began on 7 October 2031. Day 12 of the truce was calm.",
        "The war was debated on 7 October 2031. Day 12 of the war saw talks.",
        "The strike began in May 2031. The 3rd day of the strike was calm.",
    ],
)
def test_without_its_start_told_to_the_day_nothing_is_counted(text: str) -> None:
    assert not [words for words, _ in values(text, PUBLISHED) if "ay" in words and "of the" in words]


def test_of_two_starts_the_one_told_last_counts() -> None:
    text = "A truce took effect on 1 May 2031. A truce took effect on 1 June 2033. Day 2 of the truce was calm."
    assert dated(text, PUBLISHED)[-1] == ("Day 2 of the truce", "2033-06-02")


def test_an_entry_may_be_named_by_its_day_of_the_war() -> None:
    text = (
        "The war began on 7 October 2031.\nDay 2 of the war: Shells fall.\nDay 3 of the war: Yesterday's fires burn on."
    )
    assert dated(text, PUBLISHED)[1:] == [
        ("Day 2 of the war", "2031-10-08"),
        ("Day 3 of the war", "2031-10-09"),
        ("Yesterday", "2031-10-08"),
    ]
