"""How well the engine finds events in news it was developed on: ``python bench/evaluate_wikinews.py [--errors]``.

Twelve articles of Wikinews (``tests/corpus/wikinews_development.txt``), annotated by one of the project by the rules of
``tests/corpus/README.md`` before any rule was changed with them in view. The figures are ``evaluate_events.py``'s.
Without the texts it says so and stops.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.evaluate_events import Read, errors, matched, tally  # noqa: E402 - after the path is set
from bench.gold_events import CORPUS, GoldArticle  # noqa: E402
from bench.wikinews import TEXTS, annotations, listed_texts  # noqa: E402
from timeline.extraction.events import read_events  # noqa: E402
from timeline.extraction.pipeline import read_dates  # noqa: E402
from timeline.extraction.vocabulary import Vocabulary  # noqa: E402

NAME = "wikinews_development"


def main() -> int:
    """Print the figures; always 0."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("--errors", action="store_true", help="print each miss, invention and wrong field")
    is_told = options.parse_args().errors
    if not TEXTS.exists():
        print(f"wikinews: {TEXTS} is missing, nothing was measured (set DATELINE_SHARED)")
        return 0
    readings = list(read_articles())
    if is_told:
        print("\n".join(line for reading in readings for line in errors(reading)), end="\n\n")
    whole = tally(readings)
    for name, (right, of) in whole.counts.items():
        print(f"{name:28} {whole.figures()[name]:5.1f} %  ({right} of {of})")
    return 0


def read_articles() -> Iterator[Read]:
    """Every article of the list, read by the engine with the project's vocabulary."""
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    for article in listed_texts(NAME):
        events = tuple(it.event for it in annotations(CORPUS / NAME, article))
        started = time.process_time()
        drafts = read_events(article.text, read_dates(article.text, published=article.published), vocabulary)
        gold = GoldArticle(article.name[:30], "", article.text, article.published, events)
        yield Read(gold, drafts, matched(events, drafts), time.process_time() - started)


if __name__ == "__main__":
    sys.exit(main())
