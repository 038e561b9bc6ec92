"""The vocabulary that is shipped: what fixtures/README.md promises of its rows."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from timeline.extraction.vocabulary import fold
from timeline.models.vocabulary import SHAPES

FILE = Path(__file__).parent.parent / "fixtures" / "vocabulary.json"
ROWS = json.loads(FILE.read_text(encoding="utf-8"))
SCRIPTS = {"en": r"[A-Za-z]", "ar": r"[\u0600-\u06ff]", "he": r"[\u0590-\u05ff]"}


def rows(model: str) -> list[dict[str, Any]]:
    return [row["fields"] for row in ROWS if row["model"] == f"timeline.{model}"]


def test_no_row_carries_a_number_and_every_model_has_rows() -> None:
    assert [row for row in ROWS if "pk" in row] == []
    assert {row["model"] for row in ROWS} == {"timeline.kind", "timeline.actor", "timeline.place"}


@pytest.mark.parametrize("model", ["kind", "actor", "place"])
def test_keys_are_ascii_words_and_none_stands_twice(model: str) -> None:
    keys = [row["key"] for row in rows(model)]
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("model", ["kind", "actor", "place"])
@pytest.mark.parametrize("language", SCRIPTS)
def test_every_row_is_named_in_each_language_and_its_script(model: str, language: str) -> None:
    missing = [row["key"] for row in rows(model) if not re.search(SCRIPTS[language], row["names"].get(language, ""))]
    assert missing == []


def test_each_kind_has_a_shape_of_its_own_and_cues() -> None:
    kinds = rows("kind")
    assert sorted(kind["shape"] for kind in kinds) == sorted(shape for shape, _name in SHAPES)
    assert [kind["key"] for kind in kinds if not kind["cues"]] == []


@pytest.mark.parametrize("model", ["actor", "place"])
def test_no_name_or_alias_belongs_to_two_rows(model: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows(model):
        for form in (row["name"], *row["names"].values(), *row["aliases"]):
            owners[fold(form)].add(row["key"])
    assert {form: keys for form, keys in owners.items() if len(keys) > 1} == {}


def test_places_lie_on_earth_in_a_country_and_those_set_by_hand_claim_no_precision() -> None:
    for place in rows("place"):
        assert -90 <= place["latitude"] <= 90, place["key"]
        assert -180 <= place["longitude"] <= 180, place["key"]
        assert re.fullmatch(r"[A-Z]{2}", place["country"]), place["key"]
        if place["geonames_id"] is None:
            assert (round(place["latitude"], 2), round(place["longitude"], 2)) == (
                place["latitude"],
                place["longitude"],
            )
