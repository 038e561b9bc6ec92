"""How well dates in Arabic and Hebrew are read, on the project's own passages.

    python bench/evaluate_languages.py [--errors]

A date counts as right when its words and its TIMEX3 value are both those of tests/corpus_languages/.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from timeline.extraction.pipeline import read_dates  # noqa: E402 - after the path that makes it importable

PASSAGES = HERE.parent / "tests" / "corpus_languages"
PUBLISHED = "2025-10-06"
"""The publication day of a passage that names none."""


def found_and_gold(passage: dict[str, Any]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Words and values as read and as annotated."""
    published = passage.get("published", PUBLISHED)
    reading = read_dates(passage["text"], published=date.fromisoformat(published) if published else None)
    return [(m.text, m.value) for m in reading.mentions], [(words, value) for words, value in passage["timex"]]


def main() -> int:
    """Print precision, recall and F1 of each language; with ``--errors`` what differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="print each passage that is read wrong")
    options = parser.parse_args()
    for path in sorted(PASSAGES.glob("*.json")):
        pairs = [(row, *found_and_gold(row)) for row in json.loads(path.read_text(encoding="utf-8"))]
        right = sum(len(set(found) & set(gold)) for _, found, gold in pairs)
        read, annotated = sum(len(found) for _, found, _ in pairs), sum(len(gold) for *_, gold in pairs)
        f1 = 200 * right / (read + annotated)
        print(f"{path.stem}: {len(pairs)} passages, right {right}, read {read}, gold {annotated}, F1 {f1:.1f}")
        for row, found, gold in pairs if options.errors else []:
            if found != gold:
                print(f"  {row['id']}\n    read {found}\n    gold {gold}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
