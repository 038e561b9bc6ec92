"""How the engine reads the seed article, against what is expected of it: ``python bench/evaluate_seed.py``.

Reads ``seed/article.txt`` of the folder named by DATELINE_SHARED (default: ../shared beside the project) and
``fixtures/vocabulary.json``. Prints a table for reading A (published 6 October 2025) and B (no date given); exits 1
when a row fails, 0 with one line when the shared folder is not there. The rows are in seed_rows.py.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.seed_rows import READING_A, READING_B, Row  # noqa: E402 - after the path that makes it importable
from timeline.extraction import Reading, read  # noqa: E402 - after the path that makes it importable
from timeline.extraction.drafts import HEADLINE_LIMIT, EventDraft  # noqa: E402
from timeline.extraction.vocabulary import Vocabulary  # noqa: E402

PUBLISHED = date(2025, 10, 6)
FEWEST, MOST = 5, 12


def main() -> int:
    """Print the table; 0 when every row holds or there is nothing to read, else 1."""
    shared = Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))
    article = shared / "seed" / "article.txt"
    if not article.is_file():
        print("evaluate seed: skipped, the shared folder with seed/article.txt is not there (DATELINE_SHARED)")
        return 0
    text = article.read_text(encoding="utf-8")
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    failed = 0
    for name, published, rows in (("A", PUBLISHED, READING_A), ("B", None, READING_B)):
        reading = read(text, published=published, vocabulary=vocabulary)
        print(f"\nReading {name}: published {published or 'not given'}, {len(reading.drafts)} drafts")
        failed += sum(_report(row, reading.drafts) for row in rows) + sum(_report_whole(text, reading))
    print("\nseed: " + ("all rows hold" if not failed else f"{failed} rows fail"))
    return 1 if failed else 0


def _report(row: Row, drafts: Sequence[EventDraft]) -> bool:
    """Print one row; True when it fails. The draft that fails in the fewest points is taken as the one meant."""
    best = min(
        ((misses(row, draft), draft) for draft in drafts), key=lambda pair: len(pair[0]), default=(["not found"], None)
    )
    wrong, draft = best
    found = f"{draft.headline} [{_bounds(draft)}]" if draft else "-"
    print(f"  {'FAIL' if wrong else 'pass'}  {row.event:30} {found}{'   <- ' + '; '.join(wrong) if wrong else ''}")
    return bool(wrong)


def misses(row: Row, draft: EventDraft) -> list[str]:
    """What of the row the draft does not have, in words."""
    checks = {
        f"bounds {row.bounds}": row.bounds in ("*", _bounds(draft)),
        f"flags {row.flags}": set(row.flags.split()) <= _flags(draft),
        f"standing {row.standing}": draft.standing == row.standing,
        f"said by {row.by}": row.by is None or row.by in (draft.attributed_to or ""),
        f"kind {row.kind}": row.kind in (None, draft.kind),
        f"actors {row.actors}": set(row.actors) <= set(draft.actors),
        f"places {row.places}": set(row.places) <= set(draft.places),
        f"phrase {row.phrase}": _has_phrase(row, draft),
        f"headline with {row.headline}": row.headline in draft.headline,
        f"{row.citations} citations": len(draft.citations) == row.citations,
    }
    return [name for name, holds in checks.items() if not holds]


def _bounds(draft: EventDraft) -> str:
    return f"{draft.date.earliest}..{draft.date.latest}" if draft.date else "no date"


def _flags(draft: EventDraft) -> set[str]:
    if draft.date is None:
        return set()
    flags = {"approximate" if draft.date.approximate else "", "uncertain" if draft.date.uncertain else ""}
    return flags | {str(draft.date.precision), str(draft.date.part or ""), str(draft.date.extent)}


def _has_phrase(row: Row, draft: EventDraft) -> bool:
    phrases = [quote.phrase for quote in draft.citations]
    if row.phrase is None:
        return True
    return phrases == [None] if row.phrase == "" else any(row.phrase in (phrase or "") for phrase in phrases)


def _report_whole(text: str, reading: Reading) -> list[bool]:
    """Print what must hold of all drafts together; True for each that fails."""
    drafts = reading.drafts
    checks = {
        f"{FEWEST} to {MOST} drafts": FEWEST <= len(drafts) <= MOST,
        "offsets slice back": all(_slices_back(text, draft) for draft in drafts),
        "headlines fit": all(0 < len(draft.headline) <= HEADLINE_LIMIT for draft in drafts),
        "each date has its trail": all(draft.trail for draft in drafts if draft.date),
        "no date from other words": not any(
            quote.phrase in ("20-point", "within days", "immediately", "comment")
            for draft in drafts
            for quote in draft.citations
        ),
    }
    for name, holds in checks.items():
        print(f"  {'pass' if holds else 'FAIL'}  {name}")
    return [not holds for holds in checks.values()]


def _slices_back(text: str, draft: EventDraft) -> bool:
    return all(
        text[quote.start : quote.end] == quote.quote
        and (quote.phrase is None or text[quote.phrase_start : quote.phrase_end] == quote.phrase)
        for quote in draft.citations
    )


if __name__ == "__main__":
    sys.exit(main())
