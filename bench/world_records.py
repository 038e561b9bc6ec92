"""The real timeline of the view benchmark: dated one-line reports of the whole world as event records.

Reads ``world_items_2002_2026.jsonl.gz`` of ``DATELINE_SHARED``; nothing of it is kept. What the collection calls a
section becomes the kind, its sources the outlets, and its headings, where many reports stand under them, the actors.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.text import slugify

NAME = "world_items_2002_2026.jsonl.gz"
LONGEST = 200
"""Characters of a headline: the model's limit."""

ACTORS = 300
"""Headings that are kept; most of the others stand over one report only."""


def records(source: Path, most: int) -> Iterator[dict[str, Any]]:
    """The first ``most`` reports as records of docs/formats.md, in the order of the file."""
    counted = Counter(heading for row in _rows(source, most) for heading in set(row["headings"]) if slugify(heading))
    known = {heading for heading, _reports in counted.most_common(ACTORS)}
    return (_record(number, row, known) for number, row in enumerate(_rows(source, most)))


def _rows(source: Path, most: int) -> Iterator[dict[str, Any]]:
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for _number, line in zip(range(most), lines, strict=False):
            yield json.loads(line)


def _record(number: int, row: dict[str, Any], known: set[str]) -> dict[str, Any]:
    text = row["text"].strip()
    source = {"quote": text, "published_on": row["date"], "outlet": next(iter(row["sources"]), "")[:120]}
    actors = {term["key"]: term for term in map(_term, row["headings"]) if term["name"] in known}
    return {
        "id": f"w{number:07}",
        "headline": text[:LONGEST].strip(),
        "date": {"edtf": row["date"]},
        "kind": _term(row["section"]),
        "actors": list(actors.values()),
        "sources": [source],
    }


def _term(name: str) -> dict[str, str]:
    return {"key": slugify(name)[:60].strip("-_").replace("_", "-"), "name": name[:120]}
