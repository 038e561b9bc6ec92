"""How accurate and how fast the date half of the engine is, on the gold dates of the shared corpora.

    python bench/evaluate_dates.py [--shared DIR] [--corpus NAME ...] [--set-aside-included] [--errors DIR]

Reads every corpus's JSON documents, leaves out those of ``bench/set_aside.txt`` unless told otherwise, predicts with
``read_dates(text, published=dct)`` under one setting for all, and prints the figures of the corpora's own scorer and
kilobytes a second of processor time. Without the corpora it says so and exits with 0.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from timeline.extraction.pipeline import read_dates  # noqa: E402 - after the path that makes it importable

CORPORA = ("wikiwars", "timebank", "aquaint", "conflict_suite")


def main() -> int:
    """Evaluate the corpora asked for; the exit code is the scorer's worst."""
    options = _options()
    if not (options.shared / "corpora" / "score.py").exists():
        print(f"no corpora in {options.shared}: nothing to measure")
        return 0
    with tempfile.TemporaryDirectory() as work:
        return max(_evaluate(options, corpus, Path(work)) for corpus in options.corpus or CORPORA)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    default = os.environ.get("DATELINE_SHARED") or HERE.parent.parent / "shared"
    parser.add_argument("--shared", type=Path, default=Path(default), help="the folder that holds corpora/")
    parser.add_argument("--corpus", action="append", choices=CORPORA, help="only this one; may be repeated")
    parser.add_argument(
        "--set-aside-included", action="store_true", help="score the documents of bench/set_aside.txt as well"
    )
    parser.add_argument("--errors", type=Path, help="write the scorer's list of errors here, one file a corpus")
    return parser.parse_args()


def set_aside() -> frozenset[str]:
    """The documents never tuned on, as "corpus/id"."""
    lines = (HERE / "set_aside.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def documents(folder: Path, excluded: frozenset[str]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The corpus's documents with their files, those excluded not even opened."""
    for path in sorted(folder.glob("*.json")):
        if f"{folder.name}/{path.stem}" not in excluded:
            yield path, json.loads(path.read_text(encoding="utf-8"))


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for the scorer."""
    published = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
    reading = read_dates(document["text"], published=published)
    timex = [
        {"start": m.start, "end": m.end, "type": str(m.type), "value": m.value, "mod": m.mod} for m in reading.mentions
    ]
    return {"id": document["id"], "timex": timex}


def _evaluate(options: argparse.Namespace, corpus: str, work: Path) -> int:
    folder = options.shared / "corpora" / corpus
    found = list(documents(folder, frozenset() if options.set_aside_included else set_aside()))
    started = time.process_time()
    lines = [json.dumps(predict(document)) for _, document in found]
    seconds = time.process_time() - started
    kilobytes = sum(len(document["text"].encode()) for _, document in found) / 1000
    predictions = work / f"{corpus}.jsonl"
    predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"\n{corpus}: {kilobytes / seconds:,.0f} KB/s over {kilobytes:,.0f} KB", flush=True)
    return _score(options, corpus, predictions, [path for path, _ in found])


def _score(options: argparse.Namespace, corpus: str, predictions: Path, gold: list[Path]) -> int:
    command = [
        sys.executable,
        str(options.shared / "corpora" / "score.py"),
        "--gold",
        *map(str, gold),
        "--pred",
        str(predictions),
        "--name",
        corpus,
    ]
    if options.errors:
        options.errors.mkdir(parents=True, exist_ok=True)
        command += ["--errors", str(options.errors / f"{corpus}.jsonl")]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
