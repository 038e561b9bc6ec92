"""How well Arabic and Hebrew are read, on the project's own passages and articles.

    python bench/evaluate_languages.py [--errors]

A date counts as right when its words and its TIMEX3 value are both those of tests/corpus_languages/. Events are judged
as in evaluate_events.py, on the articles of tests/corpus_tongues/: those that were looked at while the rules were
written, those set aside by its set_aside.txt, and all.
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

from bench.evaluate_events import Read, errors, read_corpus, tally  # noqa: E402 - after the path that finds it
from timeline.extraction.pipeline import read_dates  # noqa: E402

ARTICLES = HERE.parent / "tests" / "corpus_tongues"
LANGUAGES = {"ar": "Arabic", "he": "Hebrew"}
SHOWN = ("precision", "recall", "date", "precision of date", "standing", "kind", "source", "source, where one is named")
PASSAGES = HERE.parent / "tests" / "corpus_languages"
PUBLISHED = "2025-10-06"
"""The publication day of a passage that names none."""


def found_and_gold(passage: dict[str, Any]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Words and values as read and as annotated."""
    published = passage.get("published", PUBLISHED)
    reading = read_dates(passage["text"], published=date.fromisoformat(published) if published else None)
    return [(m.text, m.value) for m in reading.mentions], [(words, value) for words, value in passage["timex"]]


def event_readings() -> dict[str, list[Read]]:
    """The articles as read, by language, those worked on and those set aside, the whole of a language last."""
    aside = set((ARTICLES / "set_aside.txt").read_text(encoding="utf-8").split())
    readings = list(read_corpus(ARTICLES))
    rows: dict[str, list[Read]] = {}
    for code, language in LANGUAGES.items():
        own = [one for one in readings if one.gold.name.startswith(code)]
        rows[f"{language}, worked on"] = [one for one in own if one.gold.name not in aside]
        rows[f"{language}, set aside"] = [one for one in own if one.gold.name in aside]
        rows[language] = own
    return rows


def _print_events(*, show_errors: bool) -> None:
    for name, readings in event_readings().items():
        print(f"\n{name}: events of {len(readings)} articles")
        counts = tally(readings)
        for figure in SHOWN:
            right, of = counts.counts.get(figure, [0, 0])
            print(f"  {figure:28} {counts.figures().get(figure, 0.0):5.1f} %  ({right} of {of})")
        if show_errors and "," not in name:
            print("\n".join(line for reading in readings for line in errors(reading)))


def main() -> int:
    """Print both tables; with ``--errors`` what differs."""
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
    _print_events(show_errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
