"""The project's own gold: articles written for it and the happenings an editor would put on a timeline.

``tests/corpus/articles/NNN-slug.md`` has the text after front matter, ``tests/corpus/gold/NNN-slug.toml`` the answers;
``tests/corpus/README.md`` says how they were annotated and what each field means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus"

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One happening. ``right_days`` are the bounds that count as right, the annotator's own first.

    Empty ``right_days`` with ``undated``: the text gives no date; without: any date will do and none is judged.
    ``standings``, ``kinds`` and ``sources`` are the values that count as right; "" is none.
    """

    what: str
    tellings: tuple[str, ...]
    right_days: tuple[Days, ...]
    precision: str
    undated: bool
    standings: tuple[str, ...]
    kinds: tuple[str, ...]
    sources: tuple[str, ...]
    optional: bool

    @property
    def judges_date(self) -> bool:
        return self.undated or bool(self.right_days)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text as the engine is given it, with its right answers."""

    name: str
    construction: str
    text: str
    published: date | None
    events: tuple[GoldEvent, ...]


def gold_articles(corpus: Path = CORPUS) -> Iterator[GoldArticle]:
    """The articles in order of their numbers. Raises OSError, ValueError or KeyError for a corpus that is not whole."""
    for path in sorted((corpus / "articles").glob("*.md")):
        _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
        gold = tomllib.loads((corpus / "gold" / f"{path.stem}.toml").read_text(encoding="utf-8"))
        yield GoldArticle(
            path.stem,
            gold["construction"],
            text.lstrip("\n"),
            yaml.safe_load(front).get("published"),
            tuple(gold_event(row) for row in gold["event"]),
        )


def gold_event(row: dict[str, Any]) -> GoldEvent:
    """An [[event]] of a gold file. Raises KeyError for one that is not whole."""
    days = [(row["earliest"], row["latest"])] if "earliest" in row else []
    return GoldEvent(
        what=row["what"],
        tellings=(row["quote"], *row.get("also", ())),
        right_days=(*days, *((first, last) for first, last in row.get("also_right", ()))),
        precision=row.get("precision", ""),
        undated=row.get("undated", False),
        standings=_alternatives(row["standing"]),
        kinds=_alternatives(row["kind"]),
        sources=_alternatives(row.get("attributed_to", "")),
        optional=row.get("optional", False),
    )


def _alternatives(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
