"""What ``python -m timeline.extraction`` does with one file, and with all of them in order, on one core or several."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from timeline.extraction.documents import STDIN, SUFFIXES, Document, read_document
from timeline.extraction.drafts import as_record
from timeline.extraction.events import read_events
from timeline.extraction.explaining import explain
from timeline.extraction.mentions import DateReading, Mention
from timeline.extraction.pipeline import read_dates
from timeline.extraction.text_files import BYTES_LIMIT, RefusedFile
from timeline.extraction.trace import as_records
from timeline.extraction.vocabulary import Vocabulary

FILES_AT_ONCE = 8
"""Files handed to a worker in one go."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked of every file: mentions, or with a vocabulary drafts; ``published`` beats what a file tells."""

    vocabulary: Vocabulary | None
    published: date | None
    trace: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """The lines a file gave, without their line ends, or why it was refused."""

    source: str
    lines: tuple[str, ...] = ()
    refusal: str = ""


def outcomes(sources: Sequence[str], job: Job, *, workers: int) -> Iterator[Outcome]:
    """Each source's outcome, in the order of the sources. Never raises for what a file holds or does not."""
    read = partial(outcome_of, job=job)
    if workers <= 1 or len(sources) <= 1:
        yield from map(read, sources)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(read, sources, chunksize=FILES_AT_ONCE)


def outcome_of(source: str, job: Job) -> Outcome:
    """Read one source as asked."""
    try:
        document = read_document(_bytes(source), source)
    except RefusedFile as error:
        return Outcome(source, refusal=str(error))
    except (OSError, ValueError) as error:
        return Outcome(source, refusal=getattr(error, "strerror", None) or str(error))
    reading = read_dates(document.text, published=job.published or document.published)
    records = _draft_records if job.vocabulary else _mention_records
    return Outcome(source, tuple(json.dumps(it, ensure_ascii=False) for it in records(document, reading, job)))


def _bytes(source: str) -> bytes:
    if source == STDIN:
        return sys.stdin.buffer.read(BYTES_LIMIT + 1)
    if Path(source).is_dir():
        raise RefusedFile(f"the folder holds no {' or '.join(SUFFIXES)} file")
    with open(source, "rb") as file:
        return file.read(BYTES_LIMIT + 1)


def _mention_records(document: Document, reading: DateReading, job: Job) -> Iterator[dict[str, Any]]:
    """One line a document, in the form that scorers of TIMEX3 read."""
    record: dict[str, Any] = {"id": document.id, "timex": [_timex(mention) for mention in reading.mentions]}
    yield record | ({"trace": explain(reading)} if job.trace else {})


def _timex(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
        "trail": as_records(mention.trail),
    }


def _draft_records(document: Document, reading: DateReading, job: Job) -> Iterator[dict[str, Any]]:
    """One line a draft, and with a trace one more a document."""
    assert job.vocabulary is not None
    for draft in read_events(document.text, reading, job.vocabulary):
        yield as_record(draft, document=document.id)
    if job.trace:
        yield {"id": document.id, "trace": explain(reading)}
