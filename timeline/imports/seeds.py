"""A seed folder: a timeline, its articles, and what a person decided about their drafts.

``<folder>/timeline.toml``, ``articles/*.md`` and ``decisions.toml`` as ``seeds/README.md`` describes them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.extraction.text_files import RefusedFile, TextFile, read_text_file


@dataclass(frozen=True, slots=True)
class Seed:
    """One folder, read. ``decisions`` and ``events`` are the tables of decisions.toml by the article's stem."""

    timeline: dict[str, Any]
    articles: dict[str, TextFile]
    decisions: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    events: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def read_seed(folder: Path) -> Seed:
    """Read one seed folder. Raises :class:`RefusedFile` naming the file."""
    decided = _toml(folder / "decisions.toml") if (folder / "decisions.toml").exists() else {}
    files = sorted((folder / "articles").glob("*.md"))
    articles = {file.stem: _article(file) for file in files}
    return Seed(
        _toml(folder / "timeline.toml"),
        articles,
        _by_article(decided.get("decision", []), articles, folder),
        _by_article(decided.get("event", []), articles, folder),
    )


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RefusedFile(f"{file}: {error}") from error


def _article(file: Path) -> TextFile:
    try:
        return read_text_file(file.read_bytes())
    except RefusedFile as error:
        raise RefusedFile(f"{file}: {error}") from error


def _by_article(
    tables: list[dict[str, Any]], articles: dict[str, TextFile], folder: Path
) -> dict[str, list[dict[str, Any]]]:
    sorted_out: dict[str, list[dict[str, Any]]] = {}
    for table in tables:
        if table.get("article") not in articles:
            raise RefusedFile(f"{folder / 'decisions.toml'}: no article “{table.get('article')}”")
        sorted_out.setdefault(table["article"], []).append(table)
    return sorted_out
