"""How a date was read, told to a reader."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from tests import factories
from timeline import extraction
from timeline.dates import EventDate, Part
from timeline.extraction.vocabulary import Vocabulary
from timeline.index import deciding_trail, reading_in_short, tell
from timeline.index.trail_rules import has_sentence, rule_in_words
from timeline.models import Citation, Event

WEEKEND = {
    "words": "over the weekend",
    "rule": "weekend-nearest-anchor",
    "anchor": "2025-10-06",
    "anchor_from": "publication",
    "value": "[2025-10-04..2025-10-05]",
}
WRITTEN = {
    "words": "7 October 2023",
    "rule": "day-and-month",
    "anchor": None,
    "anchor_from": None,
    "value": "2023-10-07",
}


def read(trail: list[dict[str, str | None]], on: EventDate | date) -> Event:
    """A published event whose citation has this trail, fetched as pages fetch it."""
    event = factories.event(on=on)
    Citation.objects.filter(event=event).update(trail=trail)
    return Event.objects.with_details().get(pk=event.pk)


def test_a_step_is_told_in_words() -> None:
    (step,) = tell([WEEKEND])
    assert step.words == "over the weekend"
    assert step.rule == "The weekend nearest to the day it is counted from."
    assert (step.anchor, step.anchor_from) == ("Monday 6 October 2025", "the day of publication")
    assert step.value == "4 or 5 October 2025"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("publication", "the day of publication"),
        ("the date before it: “October 7, 2023”", "the date told before it, “October 7, 2023”"),
        (
            "the article’s day, inferred from “second anniversary”",
            "the article’s day as inferred from “second anniversary”",
        ),
        ("the article’s day, told as “Oct. 6, 2025”", "the article’s day, told as “Oct. 6, 2025”"),
        ("the entry before it: “Oct. 7, 2023”", "the entry before it, “Oct. 7, 2023”"),
        ("the day it was told: “on Tuesday”", "the day it was told, “on Tuesday”"),
        ("the event that set it off: “7 October”", "the event that set it off, “7 October”"),
        ("the event that set it off", "the event that set it off"),
        ("the date inside it", "the date inside it"),
        ("a source of a later engine", "a source of a later engine"),
    ],
)
def test_where_an_anchor_came_from_is_told(said: str, told: str) -> None:
    assert tell([WEEKEND | {"anchor_from": said}])[0].anchor_from == told


ARTICLES = sorted((Path(settings.BASE_DIR) / "seeds").glob("*/articles/*.md"))


@pytest.mark.parametrize("published", [date(2025, 10, 6), None], ids=["dated", "undated"])
def test_every_rule_that_the_seeds_need_has_a_sentence(published: date | None) -> None:
    readings = [extraction.read(path.read_text(), published=published, vocabulary=Vocabulary()) for path in ARTICLES]
    rules = {step.rule for reading in readings for draft in reading.drafts for step in draft.trail}
    assert len(rules) > 5
    assert sorted(rule for rule in rules if not has_sentence(rule)) == []


def test_a_rule_without_a_sentence_is_told_by_its_own_name() -> None:
    assert rule_in_words("moon-before-anchor") == "Moon before anchor."


def test_a_value_that_is_no_notation_is_told_as_it_stands() -> None:
    assert tell([WEEKEND | {"value": "the other day"}])[0].value == "the other day"


@pytest.mark.django_db
def test_a_date_that_was_worked_out_says_from_what() -> None:
    event = read([WEEKEND], EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5)))
    told = "From “over the weekend” in an article of 6 October 2025."
    assert reading_in_short(event) == told


@pytest.mark.django_db
def test_a_date_that_no_words_give_says_so() -> None:
    arrival = WEEKEND | {"words": "", "value": "2025-10-06"}
    told = "No words of the article say when: the seven days up to 6 October 2025."
    assert reading_in_short(read([arrival], date(2025, 10, 6))) == told


@pytest.mark.parametrize(
    ("anchor_from", "told"),
    [
        ("the date before it: “6 October”", "From “over the weekend”, counted from about 6 October 2025."),
        (
            "the article’s day, inferred from “the anniversary”",
            "From “over the weekend” in an article without a date of its own, read against about 6 October 2025.",
        ),
    ],
)
@pytest.mark.django_db
def test_the_line_says_what_it_was_counted_from(anchor_from: str, told: str) -> None:
    step = WEEKEND | {"anchor": "2025-10-06~", "anchor_from": anchor_from}
    weekend = EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5))
    assert reading_in_short(read([step], weekend)) == told


@pytest.mark.django_db
def test_a_year_that_was_found_needs_no_line() -> None:
    step = WEEKEND | {"words": "3 October", "rule": "nearest-to-publication", "value": "2025-10-03"}
    assert reading_in_short(read([step], date(2025, 10, 3))) == ""


@pytest.mark.django_db
def test_a_date_that_stands_in_the_words_needs_no_line() -> None:
    assert reading_in_short(read([WRITTEN], date(2023, 10, 7))) == ""


@pytest.mark.django_db
def test_a_trail_decides_when_it_ends_in_the_events_date() -> None:
    assert deciding_trail(read([WRITTEN], date(2023, 10, 7))) == [WRITTEN]


@pytest.mark.django_db
def test_a_trail_that_an_editor_overruled_is_not_told_as_the_reading() -> None:
    event = read([WEEKEND], date(2025, 10, 3))
    assert deciding_trail(event) is None
    assert reading_in_short(event) == ""


@pytest.mark.django_db
def test_a_part_of_the_period_is_still_the_trails_date() -> None:
    early = {**WRITTEN, "words": "early October 2025", "value": "2025-10"}
    assert deciding_trail(read([early], EventDate.sometime_in_month(2025, 10, Part.EARLY))) == [early]


@pytest.mark.django_db
def test_a_date_given_by_hand_has_no_reading() -> None:
    assert deciding_trail(Event.objects.with_details().get(pk=factories.event().pk)) is None
