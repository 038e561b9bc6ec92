"""How accurate and how fast the date half of the engine is, beside dateparser's search_dates, in one run.

    python bench/evaluate_dates.py [--shared DIR] [--corpus NAME ...] [--alone] [--set-aside] [--errors DIR]

Reads every corpus's JSON documents, leaves out those of ``bench/set_aside.txt`` (or reads them alone: ``--set-aside``),
predicts with ``read_dates(text, published=dct)`` under one setting for all and with ``search_dates`` under several, and
prints the figures of the corpora's own scorer and kilobytes a second of processor time as a Markdown table. Without the
corpora it says so and exits with 0.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from bench import search_dates  # noqa: E402 - after the path that makes it importable
from timeline.extraction.pipeline import read_dates  # noqa: E402

CORPORA = ("wikiwars", "timebank", "aquaint", "conflict_suite")
TYPES = ("DATE", "TIME", "DURATION", "SET")
GRANULARITIES = ("day", "month", "year")
OURS = "Dateline"
COLUMNS = ("", "strict", "relaxed", "value", "dates", "sentence, date", "modifiers", *TYPES, *GRANULARITIES, "KB/s")

type Document = dict[str, Any]
type Predictor = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Result:
    """One reader's figures on one corpus: the scorer's own, value F1 by type, and kilobytes a second."""

    name: str
    figures: dict[str, Any]
    by_type: dict[str, float]
    speed: float

    @property
    def value(self) -> float:
        return float(self.figures["all"]["value"]["f1"])


def main() -> int:
    """Print a table for each corpus asked for."""
    options = _options()
    scorer = options.shared / "corpora" / "score.py"
    if not scorer.exists():
        print(f"no corpora in {options.shared}: nothing to measure")
        return 0
    score = _module(scorer)
    wanted = partial(is_wanted, set_aside(), options.set_aside)
    print(f"{os.cpu_count()} cores, one used; Python {sys.version.split()[0]}; F1 in percent")
    for corpus in options.corpus or CORPORA:
        found = [document for _, document in documents(options.shared / "corpora" / corpus, wanted)]
        _report(corpus, found, _results(corpus, found, score, options))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    default = os.environ.get("DATELINE_SHARED") or HERE.parent.parent / "shared"
    parser.add_argument("--shared", type=Path, default=Path(default), help="the folder that holds corpora/")
    parser.add_argument("--corpus", action="append", choices=CORPORA, help="only this one; may be repeated")
    parser.add_argument("--alone", action="store_true", help="without search_dates, which takes minutes")
    parser.add_argument("--set-aside", action="store_true", help="score the documents of bench/set_aside.txt alone")
    parser.add_argument("--errors", type=Path, help="write the scorer's list of errors here, one file a corpus")
    return parser.parse_args()


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpora_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def set_aside() -> frozenset[str]:
    """The documents never tuned on, as "corpus/id"."""
    lines = (HERE / "set_aside.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_wanted(aside: frozenset[str], is_aside: bool, name: str) -> bool:
    """Whether a document is one of those that are scored: those set aside, or all others."""
    return (name in aside) is is_aside


def documents(folder: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[Path, Document]]:
    """The corpus's documents with their files, those not wanted not even opened."""
    for path in sorted(folder.glob("*.json")):
        if wanted(f"{folder.name}/{path.stem}"):
            yield path, json.loads(path.read_text(encoding="utf-8"))


def predict(document: Document) -> Document:
    """One prediction line for the scorer, by this engine."""
    published = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
    reading = read_dates(document["text"], published=published)
    timex = [
        {"start": m.start, "end": m.end, "type": str(m.type), "value": m.value, "mod": m.mod} for m in reading.mentions
    ]
    return {"id": document["id"], "timex": timex}


def _results(corpus: str, found: Sequence[Document], score: ModuleType, options: argparse.Namespace) -> list[Result]:
    """This engine's, then search_dates' by default, then the best of its settings."""
    errors: list[Any] = []
    ours = _measured(OURS, predict, found, score, errors)
    if options.errors:
        options.errors.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(error, ensure_ascii=False) + "\n" for error in errors)
        (options.errors / f"{corpus}.jsonl").write_text("".join(lines), encoding="utf-8")
    if options.alone:
        return [ours]
    peers = [
        _measured(f"search_dates, {it.name}", partial(search_dates.predict, setting=it), found, score)
        for it in search_dates.SETTINGS
    ]
    best = max(peers, key=lambda result: result.value)
    return [ours, peers[0], *([best] if best is not peers[0] else [])]


def _measured(
    name: str, reader: Predictor, found: Sequence[Document], score: ModuleType, errors: list[Any] | None = None
) -> Result:
    started = time.process_time()
    predictions = {document["id"]: reader(document)["timex"] for document in found}
    seconds = time.process_time() - started
    kilobytes = sum(len(document["text"].encode()) for document in found) / 1000
    figures = score.score(found, predictions, errors=errors)
    by_type = {kind: _value_of_type(kind, found, predictions, score) for kind in TYPES}
    return Result(name, figures, by_type, kilobytes / seconds)


def _value_of_type(kind: str, found: Sequence[Document], predictions: dict[str, Any], score: ModuleType) -> float:
    """Value F1 over the expressions of one TIMEX3 type alone, in gold and in the predictions."""
    gold = [{**it, "timex": [timex for timex in it["timex"] if timex["type"] == kind]} for it in found]
    kept = {name: [timex for timex in timexes if timex["type"] == kind] for name, timexes in predictions.items()}
    return float(score.score(gold, kept)["all"]["value"]["f1"])


def _report(corpus: str, found: Sequence[Document], results: Sequence[Result]) -> None:
    expressions = sum(not timex.get("nested") for document in found for timex in document["timex"])
    print(f"\n### {corpus}: {len(found)} documents, {expressions} expressions\n")
    print("| " + " | ".join(COLUMNS) + " |")
    print("|" + "---|" * len(COLUMNS))
    for result in results:
        print("| " + " | ".join(_cells(result)) + " |", flush=True)
    for peer in results[1:]:
        print(f"\n{OURS} : {peer.name} = {results[0].speed / peer.speed:.1f} in speed")


def _cells(result: Result) -> list[str]:
    figures, classes = result.figures, result.figures["classes"]
    overall = [figures["all"][name]["f1"] for name in ("strict", "relaxed", "value")]
    dates = [figures["date"]["value"]["f1"], figures["event"]["pairs"]["f1"]]
    mod = figures["all"]["mod"]
    shares = [f"{100 * share:.1f}" for share in (*overall, *dates)]
    classed = [result.by_type[kind] for kind in TYPES] + [classes[name]["f1"] for name in GRANULARITIES]
    return [
        result.name,
        *shares,
        f"{mod['right']} of {mod['gold']}",
        *(f"{100 * share:.1f}" for share in classed),
        f"{result.speed:,.0f}",
    ]


if __name__ == "__main__":
    sys.exit(main())
