"""The pairs of reports are well-formed, and they are told apart no worse than they once were."""

from __future__ import annotations

import tomllib

import pytest

from bench.evaluate_merging import PARTS, figures, outcomes, percent
from bench.gold_events import CORPUS
from bench.gold_pairs import GoldPair, gold_pairs

PAIRS = tuple(gold_pairs())
FEWEST_PAIRS = 40
FLOORS = tomllib.loads((CORPUS / "pair_floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def told() -> dict[str, float]:
    return {name: percent(*row) for name, row in figures(outcomes()).items()}


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_a_figure_is_not_below_its_floor(told: dict[str, float], figure: str) -> None:
    assert told[figure] >= FLOORS[figure]


def test_there_are_pairs_enough_and_half_only_look_alike() -> None:
    assert len(PAIRS) >= FEWEST_PAIRS
    assert 0.45 <= sum(not pair.bond for pair in PAIRS) / len(PAIRS) <= 0.55
    assert {pair.part for pair in PAIRS} == set(PARTS)


def test_names_do_not_repeat() -> None:
    assert len({pair.name for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_the_words_meant_stand_once_in_each_text(pair: GoldPair) -> None:
    assert [text.count(words) for text, words in zip(pair.texts, pair.words, strict=True)] == [1, 1]
    assert pair.bond in ("same", "follow-up", "")
    assert pair.texts[0] != pair.texts[1]
