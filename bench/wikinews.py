"""Annotated articles of Wikinews: offsets in ``tests/corpus``, the texts in ``DATELINE_SHARED`` (``../shared``).

``NAME.txt`` lists the articles by their ids; a folder has the answers, ``NN.toml`` for the NNth of them, as pieces of
the text by their offsets and facts in the annotator's own words, since the texts are not part of the project.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.gold_events import CORPUS, GoldEvent, gold_event
from timeline.extraction.sentences import split_sentences

TEXTS = (
    Path(os.environ.get("DATELINE_SHARED", CORPUS.parent.parent.parent / "shared"))
    / "data"
    / "wikinews"
    / "articles.jsonl"
)


@dataclass(frozen=True, slots=True)
class Text:
    """An article of the list, by its place in it from 1."""

    number: int
    name: str
    text: str
    published: date


@dataclass(frozen=True, slots=True)
class Annotation:
    """A happening as one reader has it: the sentences that tell it, by their place, and the answers."""

    sentences: frozenset[int]
    event: GoldEvent


def listed_texts(name: str) -> Iterator[Text]:
    """The articles of ``NAME.txt`` in its order. Raises OSError or KeyError where texts are missing."""
    with TEXTS.open(encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    listed = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for number, one in enumerate((line for line in listed if not line.startswith("#")), 1):
        yield Text(number, one, rows[one]["text"], date.fromisoformat(rows[one]["published"]))


def annotations(folder: Path, article: Text) -> Iterator[Annotation]:
    """What a reader found in the article. Raises OSError, KeyError or ValueError for answers that are not whole."""
    sentences = split_sentences(article.text)
    answers = tomllib.loads((folder / f"{article.number:02}.toml").read_text(encoding="utf-8"))
    for row in answers.get("event", ()):
        spans = [(row["start"], row["end"]), *row.get("also", ())]
        places = frozenset(
            place for place, it in enumerate(sentences) for start, end in spans if it.start < end and start < it.end
        )
        yield Annotation(places, gold_event(_quoted(row, spans, article.text)))


def _quoted(row: dict[str, Any], spans: Sequence[Sequence[int]], text: str) -> dict[str, Any]:
    """The row with the words it points at, as the gold of our own articles has them; its days as dates."""
    first, *others = (text[start:end] for start, end in spans)
    days = [tuple(map(_day, pair)) for pair in row.get("also_right", ())]
    return {**row, "quote": first, "also": others, "also_right": days}


def _day(value: str | date) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
