"""How fast texts are read, and in how much memory: ``python bench/speed.py [--megabytes 1]``.

Reads texts made of the project's own seed articles: one of a megabyte, dates alone and dates with drafts, with the
process's peak memory; then hostile texts of 200 KB, whose rate is compared with an ordinary text of the same length.
Exits 1 when a hostile text is more than five times slower or the megabyte takes more than 200 MB. Times are of the
processor; each measurement has a process of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.extraction import read  # noqa: E402 - after the path that makes it importable
from timeline.extraction.pipeline import read_dates  # noqa: E402
from timeline.extraction.text_files import read_text_file  # noqa: E402
from timeline.extraction.vocabulary import Vocabulary  # noqa: E402

PUBLISHED = date(2025, 10, 6)
HOSTILE_SIZE = 200_000
SLOWER_AT_MOST = 5
MEGABYTES_AT_MOST = 200
RUNS = 1

HOSTILE = {
    "on on on": "on ",
    "digits": "8",
    "digits in words": "1948 20 7 ",
    "May May May": "May ",
    "weekdays": "Monday Tuesday ",
    "one sentence": "the army moved on Monday and then on 7 October 2023 it came back to the town, ",
    "ordinals": "second third of the ",
    "early early": "early late mid ",
    "between and": "between May and ",
    "lists": "3, 5, 7, 9 and 11 ",
    "counts": "two to three or four ",
    "anniversaries": "the second anniversary of the ",
    "no letters": "--- ",
    "blanks": " ",
    "line ends": "\n",
    "full stops": ". ",
    "capitals": "The Army ",
    "commas": "he said, ",
    "quotes": '" ',
    "to to": "to plan to ",
    "of of": "day 12 of the war into the ",
    "Arabic, one sentence": "وقتل الجيش ثلاثة في المدينة يوم الأحد و",
    "Arabic verbs": "قتل وأصيب ",
    "Arabic sayings": "وقال الوزير إن ",
    "Arabic words": "من المقرر أن ",
    "Arabic marks": "قُتِلَ، ",
    "Hebrew, one sentence": "והצבא תקף את העיר ביום ראשון וכבש אותה, ",
    "Hebrew verbs": "נהרגו ונפצעו ",
    "Hebrew sayings": "לדברי השר, אמר ",
    "Hebrew sentences": "חמושים חטפו שני מהנדסים מאתר הסכר סמוך לעיר ב-24 ביוני, כך מסרה המשטרה המקומית בהודעה. ",
    "Arabic sentences": "قُتل 12 شخصاً وأصيب 30 في قصف يوم الثلاثاء، بحسب الوزارة. ",
}
"""Pieces repeated up to ``HOSTILE_SIZE`` characters."""

type Reader = Callable[[str], object]


def main() -> int:
    """Print both tables; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--megabytes", type=float, default=1, help="length of the long text")
    long_text = ordinary(int(parser.parse_args().megabytes * 1_000_000))
    print(f"{os.cpu_count()} cores, one used; Python {sys.version.split()[0]}")
    print("\n| text | characters | seconds | KB/s | peak MB |\n|---|---|---|---|---|")
    peaks = [_report_long(name, reader, long_text) for name, reader in READERS.items()]
    print("\n| hostile text | dates, KB/s | slower | with drafts, KB/s | slower |\n|---|---|---|---|---|")
    usual = [_alone(reader, ordinary(HOSTILE_SIZE))[0] for reader in READERS.values()]
    print(f"| ordinary | {_rate(usual[0])} | 1.0 | {_rate(usual[1])} | 1.0 |")
    slowest = max(_report_hostile(name, piece, usual) for name, piece in HOSTILE.items())
    return 1 if slowest > SLOWER_AT_MOST or max(peaks) > MEGABYTES_AT_MOST else 0


def ordinary(size: int) -> str:
    """A text of so many characters, made of the seed articles one after the other."""
    articles = [read_text_file(path.read_bytes()).text for path in sorted((ROOT / "seeds").glob("*/articles/*.md"))]
    together = "\n\n".join(articles)
    return (together * (size // len(together) + 1))[:size]


def _dates(text: str) -> object:
    return read_dates(text, published=PUBLISHED)


def _drafts(text: str) -> object:
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    return read(text, published=PUBLISHED, vocabulary=vocabulary)


READERS: dict[str, Reader] = {"dates": _dates, "dates and drafts": _drafts}


def _report_long(name: str, reader: Reader, text: str) -> float:
    seconds, peak = _alone(reader, text)
    kilobytes = len(text.encode()) / 1000
    print(f"| {name} | {len(text):,} | {seconds:.1f} | {kilobytes / seconds:,.0f} | {peak:.0f} |", flush=True)
    return peak


def _report_hostile(name: str, piece: str, usual: list[float]) -> float:
    text = (piece * (HOSTILE_SIZE // len(piece) + 1))[:HOSTILE_SIZE]
    took = [min(_alone(reader, text)[0] for _ in range(RUNS)) for reader in READERS.values()]
    slower = [seconds / ordinarily for seconds, ordinarily in zip(took, usual, strict=True)]
    print(f"| {name} | {_rate(took[0])} | {slower[0]:.1f} | {_rate(took[1])} | {slower[1]:.1f} |", flush=True)
    return max(slower)


def _rate(seconds: float) -> str:
    return f"{HOSTILE_SIZE / 1000 / seconds:,.0f}"


def _alone(reader: Reader, text: str) -> tuple[float, float]:
    """Processor seconds, and the peak memory in megabytes, of reading a text in a process of its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_measure, args=(reader, text, sender))
    child.start()
    sender.close()  # so that a process that fails ends the waiting
    try:
        return receiver.recv()  # type: ignore[no-any-return]
    finally:
        child.join()


def _measure(reader: Reader, text: str, sender: object) -> None:
    reader("On Monday the army left.")  # what is compiled and cached on first use is no matter of the text
    started = time.process_time()
    reader(text)
    seconds = time.process_time() - started
    sender.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000))  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
