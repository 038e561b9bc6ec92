"""Read articles without Django: their dates or their drafts, a line of JSON each, on standard output.

    python -m timeline.extraction [--published DATE] [--vocabulary FILE] [--mentions | --events] [--trace] [--jobs N]
                                  FILE|DIR|-…

A FILE is a text, with or without front matter, or a JSON document {"id", "dct", "text"}. What cannot be read is told on
standard error, a line each, and makes the exit code 2; the others are read all the same.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from timeline.extraction.command import Job, outcomes
from timeline.extraction.documents import files_of
from timeline.extraction.text_files import RefusedFile, read_day
from timeline.extraction.vocabulary import Vocabulary, VocabularyError

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "vocabulary.json"
REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the sources of the command line; 0 when all were read, else 2."""
    options = _options(arguments)
    try:
        vocabulary = None if options.mentions else Vocabulary.from_fixture(options.vocabulary)
    except VocabularyError as error:
        print(f"--vocabulary: {error}", file=sys.stderr)
        return REFUSED
    job = Job(vocabulary, options.published, options.trace)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _print_all(list(files_of(options.sources)), job, options.jobs)
    except BrokenPipeError:  # the reader of our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _print_all(sources: list[str], job: Job, workers: int) -> int:
    refused = 0
    for outcome in outcomes(sources, job, workers=workers):
        for line in outcome.lines:
            print(line)
        if outcome.refusal:
            print(f"{outcome.source}: {outcome.refusal}", file=sys.stderr)
            refused += 1
    sys.stdout.flush()
    return REFUSED if refused else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m timeline.extraction", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("sources", nargs="+", metavar="FILE|DIR|-", help="files, folders, or - for standard input")
    parser.add_argument(
        "--published", type=_day, metavar="DATE", help="publication day, YYYY-MM-DD; beats what a file tells"
    )
    parser.add_argument(
        "--vocabulary", type=Path, default=FIXTURE, metavar="FILE", help="kinds, actors and places, as a Django fixture"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--mentions", action="store_true", help="print every time expression, a line a document")
    what.add_argument("--events", action="store_true", help="print the drafts, a line each (this is the default)")
    parser.add_argument("--trace", action="store_true", help="tell why each wording was kept or dropped as well")
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes to read with (default 1)")
    return parser.parse_args(arguments)


def _day(text: str) -> date:
    try:
        return read_day(text)
    except RefusedFile as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of processes, 1 or more")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
