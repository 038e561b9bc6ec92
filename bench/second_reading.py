"""How far two people agree on ten articles, and the engine with each of them: ``python bench/second_reading.py``.

The articles are Wikinews' (``tests/corpus/second_reading.txt``; their texts in ``DATELINE_SHARED``, default
``../shared``; without them it says so and stops). Two readers annotated them by the rules of
``tests/corpus/README.md``, neither having seen the other's answers, the engine's or its rules;
``tests/corpus/second_reading/`` has what each found, as offsets into the texts and facts in words of their own.

Two annotations are of one happening when a telling of each lies in the same sentence and they share a word; each meets
one at most. What one of the two calls optional is neither rewarded nor punished. Answers agree where one that the first
admits is one that the second admits; the last three figures are stricter.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.evaluate_events import Read, Tally, errors, matched, stems, tally  # noqa: E402 - after the path is set
from bench.gold_events import CORPUS, GoldArticle, GoldEvent  # noqa: E402
from bench.wikinews import TEXTS, Annotation, annotations, listed_texts  # noqa: E402
from timeline.extraction.events import read_events  # noqa: E402
from timeline.extraction.pipeline import read_dates  # noqa: E402
from timeline.extraction.vocabulary import Vocabulary  # noqa: E402

READERS = ("first", "second")


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what each reader found in it, in the order of :data:`READERS`."""

    name: str
    text: str
    published: date
    found: tuple[tuple[Annotation, ...], ...]


type Pair = tuple[Annotation, Annotation]


def main() -> int:
    """Print the agreement of the readers, then the engine's figures against each."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("--errors", action="store_true", help="print what the engine has otherwise than each reader")
    is_told = options.parse_args().errors
    if not TEXTS.exists():
        print(f"second reading: {TEXTS} is missing, nothing was measured (set DATELINE_SHARED)")
        return 0
    articles = list(read_articles())
    print_figures("first and second reader", agreement(articles))
    for place, reader in enumerate(READERS):
        readings = list(read_by_engine(articles, place))
        if is_told:
            print("\n".join(line for reading in readings for line in errors(reading)), end="\n\n")
        print_figures(f"engine and {reader} reader", tally(readings))
    return 0


def read_articles() -> Iterator[Article]:
    """The ten, in the order of the list. Raises OSError, KeyError or ValueError for annotations that are not whole."""
    for it in listed_texts("second_reading"):
        found = tuple(tuple(annotations(CORPUS / "second_reading" / reader, it)) for reader in READERS)
        yield Article(it.name, it.text, it.published, found)


def agreement(articles: Sequence[Article]) -> Tally:
    """What the second reader has of the first's, the first of the second's, and of what both have, what is the same."""
    whole = Tally()
    for article in articles:
        one, other = article.found
        pairs = paired(one, other)
        both = [pair for pair in pairs if not (pair[0].event.optional and pair[1].event.optional)]
        for name, found, place in (("of the first's", one, 0), ("of the second's", other, 1)):
            met = {id(pair[place]) for pair in pairs}
            alone = [it for it in found if id(it) not in met and not it.event.optional]
            whole.add(name, [True] * len(both) + [False] * len(alone))
        whole.add("date", [bool(_days(a) & _days(b)) or a.undated and b.undated for a, b in _judged(both)])
        whole.add("date, overlapping", [_overlap(a, b) for a, b in _judged(both)])
        for name in ("standings", "kinds"):
            whole.add(name[:-1], [bool({*getattr(a, name)} & {*getattr(b, name)}) for a, b in _events(both)])
        whole.add("date, each one's first", [a.right_days[:1] == b.right_days[:1] for a, b in _judged(both)])
        whole.add("kind, each one's first", [a.kinds[0] == b.kinds[0] for a, b in _events(both)])
        whole.add("needed or optional", [a.optional == b.optional for a, b in _events(pairs)])
    return whole


def paired(one: Sequence[Annotation], other: Sequence[Annotation]) -> list[Pair]:
    """One to one, the pairs with most words in common first."""
    ones, others = [_words(it) for it in one], [_words(it) for it in other]
    possible = [
        (len(ones[at] & others[bt]) / len(ones[at] | others[bt]), at, bt)
        for at, a in enumerate(one)
        for bt, b in enumerate(other)
        if a.sentences & b.sentences and ones[at] & others[bt]
    ]
    taken: dict[int, int] = {}
    for _worth, at, bt in sorted(possible, key=lambda it: (-it[0], it[1], it[2])):
        if at not in taken and bt not in taken.values():
            taken[at] = bt
    return [(one[at], other[bt]) for at, bt in sorted(taken.items())]


def _words(found: Annotation) -> frozenset[str]:
    return stems(f"{found.event.what} {' '.join(found.event.tellings)}")


def _events(pairs: Sequence[Pair]) -> list[tuple[GoldEvent, GoldEvent]]:
    return [(a.event, b.event) for a, b in pairs]


def _judged(pairs: Sequence[Pair]) -> list[tuple[GoldEvent, GoldEvent]]:
    return [(a, b) for a, b in _events(pairs) if a.judges_date and b.judges_date]


def _days(event: GoldEvent) -> set[tuple[date, date]]:
    return set(event.right_days)


def _overlap(one: GoldEvent, other: GoldEvent) -> bool:
    if not one.right_days or not other.right_days:
        return one.undated and other.undated
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one.right_days for b in other.right_days)


def read_by_engine(articles: Sequence[Article], place: int) -> Iterator[Read]:
    """The engine's drafts of each article against one reader's answers."""
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    for article in articles:
        events = tuple(it.event for it in article.found[place])
        started = time.process_time()
        drafts = read_events(article.text, read_dates(article.text, published=article.published), vocabulary)
        gold = GoldArticle(article.name, "", article.text, article.published, events)
        yield Read(gold, drafts, matched(events, drafts), time.process_time() - started)


def print_figures(title: str, whole: Tally) -> None:
    """A line for each figure, in percent."""
    print(title)
    for name, (right, of) in whole.counts.items():
        print(f"  {name:28} {whole.figures()[name]:5.1f} %  ({right} of {of})")


if __name__ == "__main__":
    sys.exit(main())
