"""What docs/editing.md tells editors to write can be written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.admin.event_dates import read
from timeline.admin.typed_dates import Today, read_typed
from timeline.models import Verb

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "editing.md").read_text(encoding="utf-8")
ROWS = [
    (notation, dict(re.findall(r"(part|precision): (\w+)", beside)))
    for written, beside in re.findall(r"^\|[^|]+\| (`2[^|]+|`\[[^|]+) \|([^|]*)\|$", PAGE, re.MULTILINE)
    for notation in re.findall(r"`([^`]+)`", written)
]


def test_the_page_has_its_table() -> None:
    assert len(ROWS) == 13


@pytest.mark.parametrize(("notation", "beside"), ROWS)
def test_what_the_page_says_to_write_is_read(notation: str, beside: dict[str, str]) -> None:
    date = read({"notation": notation, **beside})
    assert date is not None
    assert {name: str(getattr(date, name)) for name in beside} == beside


WORDS = re.findall(r"`([^`]+)`", PAGE.partition("plain English words:")[2].partition("They are read")[0])


@pytest.mark.parametrize("words", WORDS)
def test_the_words_that_the_page_gives_are_read(words: str) -> None:
    today = Today(date(2025, 10, 9), "")
    assert read_typed({"notation": words}, {"notation"}, today).date is not None


def test_the_page_gives_words() -> None:
    assert len(WORDS) == 7


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb != Verb.DRAFTED])
def test_the_page_explains_every_verb(verb: Verb) -> None:
    stem = {"added": "Add", "withdrawn": "Withdraw"}.get(verb.value, verb.value[:-2].capitalize())
    assert re.search(rf"^\| \*\*{stem}\w?\*\*", PAGE, re.MULTILINE)
