"""The dates of an article built as the seed is built (issue 2), in other words: published Monday 6 March 2034, or undated."""

from datetime import date

import pytest

from timeline.dates import EventDate, Part, Precision
from timeline.dates.notation import to_notation
from timeline.extraction.pipeline import read_dates

ARTICLE = """\
Negotiators from three sides are meeting in Ostra for talks that are to bring a truce and a swap of captives.
The talks in the harbour coincide with the second anniversary of the Front’s March 7, 2032 raid on Vell, which began \
nearly two years of war on the coast.
The Front said that its envoys had arrived in Ostra “to speak about a truce.” It was “ready to begin immediately.”
A Vellian team left for Ostra late Wednesday, newspapers reported. The 20-point plan may fall, and captives could be \
home “within days.”
The mediators praised “good talks” over the weekend and said that “the first phase should be completed this week.”
Leave a comment"""

PUBLISHED = date(2034, 3, 6)


def table(published: date | None) -> list[tuple[str, str | None]]:
    reading = read_dates(ARTICLE, published=published)
    return [(mention.text, to_notation(mention.date) if mention.date else None) for mention in reading.mentions]


ANNIVERSARY = "the second anniversary of the Front’s March 7, 2032 raid on Vell"


def test_with_its_day_given_the_article_is_read_exactly() -> None:
    assert table(PUBLISHED) == [
        (ANNIVERSARY, "2034-03-07"),
        ("March 7, 2032", "2032-03-07"),
        ("nearly two years", None),
        ("late Wednesday", "2034-03-01"),
        ("the weekend", "[2034-03-04..2034-03-05]"),
        ("this week", "[2034-03-06..2034-03-12]"),
    ]


def test_without_a_day_it_is_read_against_its_own_evidence_and_marked_uncertain() -> None:
    reading = read_dates(ARTICLE, published=None)
    day = reading.article_day
    assert (day.source, day.date) == ("evidence", EventDate.on(date(2034, 3, 7)).with_doubt(approximate=True))
    assert day.words == f"coincide with {ANNIVERSARY}"
    assert [(step.rule, step.anchor, step.value) for step in day.trail] == [
        ("anniversary-coincides", "2032-03-07", "2034-03-07~")
    ]
    late = next(mention for mention in reading.mentions if mention.text == "late Wednesday")
    assert late.date == EventDate(
        date(2034, 3, 1), date(2034, 3, 8), Precision.PART_OF_DAY, Part.EVENING, uncertain=True
    )
    assert late.trail[0].anchor_from == f"the article’s day, inferred from “{day.words}”"
    week = next(mention.date for mention in reading.mentions if mention.text == "this week")
    assert week == EventDate(date(2034, 2, 27), date(2034, 3, 12), Precision.WEEK, uncertain=True)


def test_without_evidence_the_relative_dates_ask_for_the_article_s_day() -> None:
    text = ARTICLE.replace("coincide with", "follow")
    reading = read_dates(text, published=None)
    assert (reading.article_day.date, reading.article_day.source) == (None, "none")
    undated = {mention.text for mention in reading.mentions if mention.date is None}
    assert undated == {"nearly two years", "late Wednesday", "the weekend", "this week"}


DATELINES = [
    ("OSTRA, March 6, 2034 — Envoys left late Wednesday.", "2034-03-01"),
    ("OSTRA (Agency), 6 March 2034 – Envoys left late Wednesday.", "2034-03-01"),
    ("Envoys leave early\n\nMonday, March 6, 2034\n\nEnvoys left late Wednesday.", "2034-03-01"),
    ("Published: 6 March 2034\n\nEnvoys left late Wednesday.", "2034-03-01"),
]


@pytest.mark.parametrize(("text", "notation"), DATELINES)
def test_a_dateline_gives_the_article_s_day(text: str, notation: str) -> None:
    reading = read_dates(text, published=None)
    assert (reading.article_day.source, reading.article_day.trail[0].rule) == ("evidence", "dateline")
    assert to_notation(reading.mentions[-1].date) == notation  # type: ignore[arg-type]


def test_the_trail_of_a_given_day_says_that_it_was_given() -> None:
    day = read_dates(ARTICLE, published=PUBLISHED).article_day
    assert (day.source, day.trail[0].rule, day.trail[0].value) == ("publication", "publication-given", "2034-03-06")
