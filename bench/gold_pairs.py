"""The project's own pairs of reports: two newsrooms on one happening, and happenings that only look alike.

``tests/corpus/pairs/*.toml``; ``tests/corpus/README.md`` says how they were written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.gold_events import CORPUS


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two articles; ``words`` are pieces of the sentences meant. ``bond`` is "same", "follow-up", or "" for apart.

    ``part`` is "first" (the rules were tuned on it), "second" (written after that, then tuned on) or "kept" (no rule
    was changed for it).
    """

    part: str
    name: str
    why: str
    texts: tuple[str, str]
    published: tuple[date, date]
    words: tuple[str, str]
    bond: str


def gold_pairs(folder: Path = CORPUS / "pairs") -> Iterator[GoldPair]:
    """The pairs, file by file. Raises OSError, ValueError or KeyError for files that are not whole."""
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
            yield GoldPair(
                path.stem.partition("_")[2],
                row["name"],
                row["why"],
                (row["a"], row["b"]),
                (row["a_published"], row["b_published"]),
                (row["a_words"], row["b_words"]),
                row.get("bond", "" if path.stem.startswith("apart") else "same"),
            )
