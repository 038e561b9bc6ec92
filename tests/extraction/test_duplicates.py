"""When two reports are one happening, and, more important, when not."""

from datetime import date

import pytest

from tests.extraction.invented import VOCABULARY
from timeline.extraction import read
from timeline.extraction.drafts import EventDraft

DAY = date(2034, 3, 3)


def drafts(text: str) -> tuple[EventDraft, ...]:
    return read(text, published=DAY, vocabulary=VOCABULARY).drafts


def test_a_definite_subject_takes_up_the_undated_happening_of_the_sentence_before() -> None:
    (talks,) = drafts(
        "Envoys of Karvia and Ostrel are meeting in Belmora for talks.\n"
        "The talks, due to take place in Lindhaven, coincide with the third anniversary of the March 4, 2031 battle."
    )
    assert len(talks.citations) == 2
    assert set(talks.places) == {"Belmora", "Lindhaven"}
    assert talks.date.latest == date(2034, 3, 4)


def test_the_same_event_told_twice_for_one_day_is_one_draft_with_both_quotes() -> None:
    (attack,) = drafts(
        "Ostrel fighters attacked a Karvian post in Dorn on 1 March 2034.\n"
        "Ministers met. Ostrel fighters attacked the Karvian post in Dorn on 1 March 2034 with heavy guns."
    )[:1]
    assert [quote.quote[-11:] for quote in attack.citations] == ["March 2034.", "heavy guns."]


@pytest.mark.parametrize(
    "text",
    [
        # another day, another place, other actors, another verb
        "Ostrel fighters attacked Dorn on 1 March 2034. Ostrel fighters attacked Dorn on 2 March 2034.",
        "Ostrel fighters attacked Dorn on 1 March 2034. Ostrel fighters attacked Tessaly on 1 March 2034.",
        "Ostrel fighters attacked Dorn on 1 March 2034. Karvian troops attacked Dorn on 1 March 2034.",
        "Ostrel fighters attacked Dorn on 1 March 2034. Ostrel fighters left Dorn on 1 March 2034.",
        # a plan is not its fulfilment
        "Ostrel fighters will leave Dorn on 9 March 2034. Ostrel fighters left Dorn on 1 March 2034.",
        # nothing named to tell them apart by
        "A fire destroyed a depot on 1 March 2034. A fire destroyed a school on 1 March 2034.",
    ],
)
def test_happenings_that_differ_stay_two(text: str) -> None:
    assert len(drafts(text)) == 2


def test_a_definite_subject_of_another_kind_takes_nothing_up() -> None:
    found = drafts("Envoys of Karvia met in Belmora for talks. The attack on Dorn began on 1 March 2034.")
    assert [len(draft.citations) for draft in found] == [1, 1]
