"""Which happenings of one sentence share a date, count from another's, or have none. The article is of Friday 3 March."""

from datetime import date

import pytest

from tests.extraction.invented import VOCABULARY
from timeline.extraction import read

DAY = date(2034, 3, 3)
MONDAY = date(2034, 2, 27)

Told = list[tuple[str, str | None]]


def told(text: str, published: date | None = DAY) -> Told:
    """Headlines with their bounds, "earliest..latest" or one day."""
    found = []
    for draft in read(text, published=published, vocabulary=VOCABULARY).drafts:
        day = draft.date
        bounds = None if day is None else f"{day.earliest}" if day.is_one_day else f"{day.earliest}..{day.latest}"
        found.append((draft.headline, bounds))
    return found


DATE_LINE = (
    "DORN, March 3, 2034 — Karvia’s army said on Friday it had retaken the town of Lindhaven, "
    "which Ostrel seized in late June."
)

SEVERAL: list[tuple[str, Told]] = [
    # a list of past clauses has the day of the first
    (
        "Gunmen entered Dorn on Monday, President Valk left for Lindhaven and the embassy lowered its flag.",
        [
            ("Gunmen entered Dorn", "2034-02-27"),
            ("President Valk left for Lindhaven", "2034-02-27"),
            ("The embassy lowered its flag", "2034-02-27"),
        ],
    ),
    # what opens with "when" or "where" happened at the same time
    (
        "The siege of Dorn began on 5 April 2031, when snipers fired on a crowd.",
        [("The siege of Dorn began", "2031-04-05"), ("Snipers fired on a crowd", "2031-04-05")],
    ),
    (
        "Thousands of people fled to Belmora on Monday, where police fired into the air.",
        [("Thousands of people fled to Belmora", "2034-02-27"), ("Police fired into the air", "2034-02-27")],
    ),
    (
        "Police fired tear gas when students marched on the town hall on Monday.",
        [("Police fired tear gas", "2034-02-27"), ("Students marched on the town hall", "2034-02-27")],
    ),
    # counted from the main clause
    (
        "The army summoned Valk on Thursday, two days after it overthrew the government.",
        [("The army summoned Valk", "2034-03-02"), ("The army overthrew the government", "2034-02-28")],
    ),
    (
        "The guns fell silent on Monday, hours after envoys signed the text in Belmora.",
        [("The guns fell silent", "2034-02-27"), ("Envoys signed the text in Belmora", "2034-02-27")],
    ),
    # the beginning of what has lasted since
    (
        "Karvia has blocked the road since December 2032, when Ostrel seized the bridge.",
        [
            ("Karvia has blocked the road", "2032-12-01..2034-03-03"),
            ("Ostrel seized the bridge", "2032-12-01..2032-12-31"),
        ],
    ),
    (
        "The road has been cut since late December, when rockets struck the bridge.",
        [("The road has been cut", "2033-12-21..2034-03-03"), ("Rockets struck the bridge", "2033-12-21..2033-12-31")],
    ),
    (
        "Trade has been suspended since early 2032, when Ostrel seized the port.",
        [("Trade has been suspended", "2032-01-01..2034-03-03"), ("Ostrel seized the port", "2032-01-01..2032-04-30")],
    ),
    # casualties and what caused them are one happening
    (
        "Eleven people were killed and at least thirty wounded when a depot in Dorn was hit by drones on Monday.",
        [("Eleven people were killed and at least thirty wounded", "2034-02-27")],
    ),
    # a verb left out
    (
        "Dorn had fallen on Monday and Lindhaven late on Tuesday.",
        [("Dorn fell", "2034-02-27"), ("Lindhaven fell", "2034-02-28")],
    ),
    # one subject, two acts; and one act with what it did or where it led
    (
        "Gunmen stormed the prison in Dorn on Monday and freed 300 inmates.",
        [("Gunmen stormed the prison in Dorn", "2034-02-27"), ("Gunmen freed 300 inmates", "2034-02-27")],
    ),
    (
        "Gunmen shelled the town of Dorn on Monday and killed 12 people.",
        [("Gunmen shelled the town of Dorn and killed 12 people", "2034-02-27")],
    ),
    (
        "Fighters broke through the fence on Monday and reached the village of Dorn.",
        [("Fighters broke through the fence and reached the village of Dorn", "2034-02-27")],
    ),
    # to what a relative clause hangs on
    (
        DATE_LINE,
        [
            ("Karvia’s army retook the town of Lindhaven", "2034-02-24..2034-03-03"),
            ("Ostrel seized the town of Lindhaven", "2033-06-21..2033-06-30"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text[:40] for text, _ in SEVERAL])
def test_happenings_of_one_sentence_have_their_dates(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_date_line_gives_a_report_its_day() -> None:
    assert told(DATE_LINE, published=None) == SEVERAL[-1][1]


NOT_SHARED = [
    # another tense, a day told about, a mere state
    ("Gunmen entered Dorn on Monday and Valk smiled.", [("Gunmen entered Dorn", "2034-02-27")]),
    ("Karvia said on Monday that it was ready, and Valk waved.", []),
    ("The army left Dorn on Monday after it had considered the plan.", [("The army left Dorn", "2034-02-27")]),
    ("Ostrel has not held Dorn since June 2033.", []),
    ("Dorn has been governed from Lindhaven since 1871.", []),
]


@pytest.mark.parametrize(("text", "expected"), NOT_SHARED, ids=[text[:40] for text, _ in NOT_SHARED])
def test_a_date_is_not_lent_to_what_is_no_happening(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_an_aside_after_a_comma_is_the_articles_own_word() -> None:
    first, second = read(DATE_LINE, published=DAY, vocabulary=VOCABULARY).drafts
    assert (first.attributed_to, second.attributed_to) == ("Karvia’s army", None)
