"""The gold is well-formed, and the engine reads it no worse than it once did."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from bench.evaluate_events import read_corpus, tally
from bench.gold_events import CORPUS, GoldArticle, GoldEvent, gold_articles
from timeline.dates import Precision
from timeline.extraction.vocabulary import Vocabulary

ARTICLES = tuple(gold_articles())
FEWEST_ARTICLES = 40
STANDINGS = {"reported", "planned", "conditional", "denied"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text(encoding="utf-8"))

by_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return tally(read_corpus()).figures()


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_a_figure_is_not_below_its_floor(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] >= FLOORS[figure]


def test_there_are_articles_enough_and_a_quarter_has_no_publication_day() -> None:
    assert len(ARTICLES) >= FEWEST_ARTICLES
    assert 0.2 <= sum(article.published is None for article in ARTICLES) / len(ARTICLES) <= 0.35


def test_every_gold_file_has_its_article() -> None:
    assert [path.stem for path in sorted((CORPUS / "gold").glob("*.toml"))] == [article.name for article in ARTICLES]


@by_article
def test_an_article_is_of_newspaper_length(article: GoldArticle) -> None:
    assert 40 <= len(article.text.split()) <= 200


@by_article
def test_each_telling_stands_once_in_the_text(article: GoldArticle) -> None:
    tellings = [telling for event in article.events for telling in event.tellings]
    assert [telling for telling in tellings if article.text.count(telling) != 1] == []
    assert len(tellings) == len(set(tellings))


@by_article
def test_each_event_has_values_of_the_vocabulary(article: GoldArticle) -> None:
    kinds = {kind.key for kind in Vocabulary.from_fixture(CORPUS.parent.parent / "fixtures" / "vocabulary.json").kinds}
    for event in article.events:
        assert event.what
        assert set(event.standings) <= STANDINGS
        assert set(event.kinds) <= kinds | {""}
        assert event.precision in {"", *map(str, Precision)}


@by_article
def test_dates_are_coherent(article: GoldArticle) -> None:
    for event in article.events:
        assert not (event.undated and event.right_days)
        assert all(first <= last for first, last in event.right_days)
        assert all(_fits(event, first, last) for first, last in event.right_days[:1])


@by_article
def test_a_weekday_in_the_words_is_the_weekday_of_the_date(article: GoldArticle) -> None:
    for event in article.events:
        named = {day for day in WEEKDAYS if day in event.tellings[0]}
        if len(named) == 1 and event.right_days and event.precision == "day":
            assert {WEEKDAYS[event.right_days[0][0].weekday()]} == named, event.what


def _fits(event: GoldEvent, first: date, last: date) -> bool:
    days = (last - first).days + 1
    longest = {"day": 1, "hour": 1, "minute": 1, "part_of_day": 2, "week": 7, "month": 31, "season": 92, "year": 366}
    return days <= longest.get(event.precision, days)
