"""Kinds by the shipped vocabulary's cues, in sentences of our own."""

from pathlib import Path

import pytest

from timeline.extraction.kinds import kinds_for
from timeline.extraction.vocabulary import KindCues, Vocabulary

SHIPPED = Vocabulary.from_fixture(Path(__file__).resolve().parents[2] / "fixtures" / "vocabulary.json")
KINDS = [
    ("Rebels took the harbour", "attack"),
    ("The army has entered Dorn", "attack"),
    ("A gunman opened fire in the square", "attack"),
    ("Officers surrendered the fort and accepted the terms", "ceasefire"),
    ("Merren announces a ceasefire", "ceasefire"),
    ("Envoys held talks over a road map", "talks"),
    ("Forty prisoners were released", "hostages"),
    ("A bus crash killed nine children", "humanitarian"),
    ("A relief convoy reached the camp", "humanitarian"),
    ("The president fled the capital", "politics"),
    ("The senate passed a bill on fishing", "politics"),
    ("A judge jailed the former minister", "politics"),
    ("The institute released its findings", None),
    ("The bakery opened its doors", None),
]


@pytest.mark.parametrize(("headline", "kind"), KINDS)
def test_the_shipped_cues_tell_the_kind(headline: str, kind: str | None) -> None:
    assert kinds_for(SHIPPED).kind_of(headline, headline) == kind


def test_a_cue_may_list_words_to_choose_from() -> None:
    vocabulary = Vocabulary(kinds=(KindCues("attack", ("troops|rebels took|enter*",)),), actors=(), places=())
    kinds = kinds_for(vocabulary)
    told = ("Troops took Dorn", "Rebels entered Dorn", "Rebels left Dorn", "Envoys took notes")
    assert [kinds.kind_of(line, line) for line in told] == ["attack", "attack", None, None]
