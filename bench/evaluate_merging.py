"""How well two reports of one event are told from two that only look alike, on the pairs of ``tests/corpus/pairs``.

    python bench/evaluate_merging.py [--errors] [--across ARTICLES.jsonl]

Both articles of a pair are read by the engine, and every draft of the one is compared with every draft of the other.
Precision: of the proposals, how many join drafts that the gold joins. Recall: of the gold's happenings told twice, how
many are proposed. Bond: of those, how many are rightly told as the same or as a plan and its outcome.

``--across`` prints instead every proposal between the drafts of different articles of a file, to be read by eye: a line
of JSON an article, with "title", "published" and "text", such as ``data/wikinews/articles.jsonl`` of DATELINE_SHARED.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.gold_pairs import GoldPair, gold_pairs  # noqa: E402 - after the path that makes it importable
from timeline.extraction import read  # noqa: E402
from timeline.extraction.contradictions import LONGEST  # noqa: E402
from timeline.extraction.drafts import EventDraft  # noqa: E402
from timeline.extraction.profiles import Profile, profile, report_of  # noqa: E402
from timeline.extraction.sameness import Likeness, compare  # noqa: E402
from timeline.extraction.vocabulary import Vocabulary  # noqa: E402

PARTS = ("first", "second", "kept")


@dataclass(frozen=True, slots=True)
class Judged:
    """One draft of each article, and what was said of them; ``meant`` when they are the two that the pair is about."""

    pair: GoldPair
    drafts: tuple[EventDraft, EventDraft]
    likeness: Likeness
    meant: bool

    @property
    def is_right(self) -> bool:
        return self.meant and bool(self.pair.bond)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair with all its comparisons."""

    pair: GoldPair
    judged: tuple[Judged, ...]

    @property
    def proposals(self) -> list[Judged]:
        return [one for one in self.judged if one.likeness.bond]

    @property
    def found(self) -> list[Judged]:
        """The proposals that the gold asked for: one at most counts, since a happening is one."""
        return [one for one in self.proposals if one.is_right][:1]

    @property
    def wrong(self) -> list[Judged]:
        return [one for one in self.proposals if not one.is_right]


def outcomes() -> list[Outcome]:
    """Every pair, read and compared."""
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    return [Outcome(pair, tuple(_judged(pair, vocabulary))) for pair in gold_pairs()]


def _judged(pair: GoldPair, vocabulary: Vocabulary) -> Iterator[Judged]:
    readings = [
        read(text, published=day, vocabulary=vocabulary).drafts
        for text, day in zip(pair.texts, pair.published, strict=True)
    ]
    for one in readings[0]:
        for other in readings[1]:
            meant = all(
                words in draft.citations[0].quote for words, draft in zip(pair.words, (one, other), strict=True)
            )
            likeness = compare(profile(report_of(one)), profile(report_of(other)))
            yield Judged(pair, (one, other), likeness, meant)


def figures(read_pairs: list[Outcome]) -> dict[str, tuple[int, int]]:
    """Each figure as (right, of)."""
    found = [one for outcome in read_pairs for one in outcome.found]
    wrong = [one for outcome in read_pairs for one in outcome.wrong]
    joined = [outcome.pair for outcome in read_pairs if outcome.pair.bond]
    return {
        "precision": (len(found), len(found) + len(wrong)),
        "recall": (len(found), len(joined)),
        "bond": (sum(one.likeness.bond == one.pair.bond for one in found), len(found)),
    }


def errors(outcome: Outcome) -> Iterator[str]:
    """A line for each wrong proposal and each one missed."""
    name = outcome.pair.name
    for one in outcome.wrong:
        heads = " / ".join(draft.headline for draft in one.drafts)
        yield f"wrong   {name} {one.likeness.score:.2f}: {heads}"
    if outcome.pair.bond and not outcome.found:
        tried = [f"{one.likeness.score:.2f} {one.likeness.against}" for one in outcome.judged if one.meant]
        yield f"missed  {name}: {', '.join(tried) or 'not both drafted'}"


def across(path: Path) -> Iterator[str]:
    """Each proposal between the drafts of two of the file's articles, then how many comparisons it took."""
    told = sorted(_dated(path), key=lambda row: row[1].report.date.earliest)
    compared = proposed = 0
    for at, (name, one) in enumerate(told):
        for other_name, other in told[at + 1 :]:
            if (other.report.date.earliest - one.report.date.earliest).days > LONGEST:
                break
            if name == other_name:
                continue
            compared += 1
            if (likeness := compare(one, other)).bond:
                proposed += 1
                yield f"{likeness.score:.2f} {likeness.bond}  {one.report.headline}  /  {other.report.headline}"
    yield f"{len(told)} dated drafts, {compared:,} comparisons, {proposed} proposals"


def _dated(path: Path) -> Iterator[tuple[str, Profile]]:
    """The dated drafts of a file's articles, by the article's title."""
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        for draft in read(row["text"], published=published, vocabulary=vocabulary).drafts:
            if draft.date:
                yield row["title"], profile(report_of(draft))


def main() -> int:
    """Print the figures, with ``--errors`` each error first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="print each wrong and each missed proposal")
    parser.add_argument("--across", type=Path, metavar="FILE", help="print the proposals between a file's articles")
    options = parser.parse_args()
    if options.across:
        print(*across(options.across), sep="\n")
        return 0
    read_pairs = outcomes()
    if options.errors:
        print(*(line for outcome in read_pairs for line in errors(outcome)), sep="\n")
    for part in (*PARTS, ""):
        _print_figures([outcome for outcome in read_pairs if part in ("", outcome.pair.part)], part or "all")
    return 0


def _print_figures(read_pairs: list[Outcome], part: str) -> None:
    told = [f"{name} {percent(*row):5.1f} % ({row[0]} of {row[1]})" for name, row in figures(read_pairs).items()]
    alike = sum(not outcome.pair.bond for outcome in read_pairs)
    print(f"{part:7} {len(read_pairs):2} pairs, {alike} look-alikes: {', '.join(told)}")


def percent(right: int, of: int) -> float:
    """To one decimal; 0 of nothing."""
    return round(100 * right / of, 1) if of else 0.0


if __name__ == "__main__":
    sys.exit(main())
