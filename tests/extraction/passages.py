"""The annotated Arabic and Hebrew passages of tests/corpus_languages, as rows for a table of tests."""

import json
from datetime import date
from pathlib import Path

from tests.extraction.reading import MONDAY

FOLDER = Path(__file__).resolve().parent.parent / "corpus_languages"

type Row = tuple[str, date | None, list[tuple[str, str]]]


def passages(name: str, *, unread: tuple[str, ...] = ()) -> dict[str, Row]:
    """By their ids: text, publication day, words and values; without those known to be read wrong."""
    rows = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {row["id"]: _row(row) for row in rows if row["id"] not in unread}


def _row(row: dict) -> Row:
    day = row.get("published", MONDAY.isoformat())
    return row["text"], date.fromisoformat(day) if day else None, [(words, value) for words, value in row["timex"]]
