"""The gold of Arabic and Hebrew is well-formed, and the engine reads it no worse than it once did."""

from __future__ import annotations

import tomllib

import pytest

from bench.evaluate_events import tally
from bench.evaluate_languages import ARTICLES as FOLDER
from bench.evaluate_languages import LANGUAGES, event_readings
from bench.gold_events import GoldArticle, gold_articles
from timeline.dates import Precision
from timeline.extraction.vocabulary import Vocabulary

ARTICLES = tuple(gold_articles(FOLDER))
FLOORS = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
STANDINGS = {"reported", "planned", "conditional", "denied"}
FEWEST = 10

by_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    return {language: tally(readings).figures() for language, readings in event_readings().items()}


@pytest.mark.parametrize("language", LANGUAGES.values())
def test_no_figure_of_a_language_is_below_its_floor(figures: dict[str, dict[str, float]], language: str) -> None:
    assert {figure for figure, floor in FLOORS[language].items() if figures[language][figure] < floor} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_articles_enough_and_a_third_or_so_is_set_aside(code: str) -> None:
    names = [article.name for article in ARTICLES if article.name.startswith(code)]
    aside = set((FOLDER / "set_aside.txt").read_text(encoding="utf-8").split())
    assert aside <= {article.name for article in ARTICLES}
    assert len(names) >= FEWEST
    assert 0.25 <= len(aside.intersection(names)) / len(names) <= 0.5


def test_every_gold_file_has_its_article() -> None:
    assert [path.stem for path in sorted((FOLDER / "gold").glob("*.toml"))] == [article.name for article in ARTICLES]


@by_article
def test_each_telling_stands_once_in_the_text(article: GoldArticle) -> None:
    tellings = [telling for event in article.events for telling in event.tellings]
    assert [telling for telling in tellings if article.text.count(telling) != 1] == []
    assert len(tellings) == len(set(tellings))


@by_article
def test_each_event_has_values_of_the_vocabulary_and_coherent_dates(article: GoldArticle) -> None:
    kinds = {kind.key for kind in Vocabulary.from_fixture(FOLDER.parent.parent / "fixtures" / "vocabulary.json").kinds}
    for event in article.events:
        assert set(event.standings) <= STANDINGS
        assert set(event.kinds) <= kinds | {""}
        assert event.precision in {"", *map(str, Precision)}
        assert not (event.undated and event.right_days)
        assert all(first <= last for first, last in event.right_days)


def test_figures_of_both_kinds_and_vowel_signs_are_among_the_texts() -> None:
    together = "".join(article.text for article in ARTICLES)
    assert [sign for sign in ("٤", "4", "آذار", "مارس", "ُ") if sign not in together] == []
