"""Records of our own format, and ways to take them in."""

from __future__ import annotations

import io
import itertools
import json
from typing import Any

from django.core.management import call_command

from tests import factories
from timeline.editorial.people import COMMAND_LINE, stand_in
from timeline.imports.event_files import Order, Outcome, import_file
from timeline.imports.event_records import Checked, RecordReader, Refusal, Setting
from timeline.imports.lines import read_lines
from timeline.models import Timeline

_numbers = itertools.count(1)

DATE = {
    "edtf": "2025-10-06",
    "earliest": "2025-10-06",
    "latest": "2025-10-06",
    "precision": "day",
    "part": None,
    "extent": "once",
    "approximate": False,
    "uncertain": False,
    "time": None,
    "zone": None,
}


def source(**changes: Any) -> dict[str, Any]:
    return {
        "quote": f"Envoys met in Strelsau on 6 October 2025, dispatch {next(_numbers)}.",
        "is_cut": False,
        "phrase": "on 6 October 2025",
        "outlet": "The Strelsau Gazette",
        "title": "Envoys meet",
        "address": "https://example.org/1",
        "published_on": "2025-10-06",
        "language": "en",
        "licence_note": "",
        **changes,
    }


def record(**changes: Any) -> dict[str, Any]:
    """A whole record as an export has it, with a source of its own."""
    return {
        "headline": "Envoys meet in Strelsau",
        "summary": "They sat for an hour.",
        "language": "en",
        "date": DATE,
        "standing": "reported",
        "attributed_to": "the ministry",
        "kind": {"key": "talks", "name": "Talks"},
        "actors": [{"key": "ruritania", "name": "Ruritania"}, {"key": "graustark", "name": "Graustark"}],
        "places": [{"key": "strelsau", "name": "Strelsau", "country": "RU", "latitude": 50.5, "longitude": 14.25}],
        "claims": [{"words": "40 envoys", "by": None}],
        "sources": [source()],
        **changes,
    }


def least(**changes: Any) -> dict[str, Any]:
    """A record with what is required and nothing else."""
    return {
        "headline": "Envoys meet",
        "date": "2025-10-06",
        "sources": [{"quote": f"They met, dispatch {next(_numbers)}."}],
        **changes,
    }


def as_file(*records: Any) -> io.BytesIO:
    """The records as JSON lines; bytes and text stand as they are."""
    lines = (it if isinstance(it, bytes | str) else json.dumps(it, ensure_ascii=False) for it in records)
    return io.BytesIO(b"".join((it if isinstance(it, bytes) else it.encode()) + b"\n" for it in lines))


def checked(*records: Any, language: str = "en") -> Checked:
    """What the records are without a database."""
    return RecordReader(Setting(1, language)).check(read_lines(as_file(*records)))


def take_in(
    *records: Any, timeline: Timeline | None = None, workers: int = 0, **order: Any
) -> tuple[Outcome, list[Refusal]]:
    """The outcome of importing the records, and what was refused."""
    refusals: list[Refusal] = []
    wanted = Order(timeline=timeline or factories.timeline(), by=stand_in(COMMAND_LINE), file_name="made", **order)
    return import_file(as_file(*records), wanted, refuse=refusals.append, workers=workers), refusals


def run(*arguments: object, **options: object) -> tuple[str, int]:
    """What ``manage.py import_events`` writes to standard error, and its exit."""
    errors = io.StringIO()
    try:
        call_command("import_events", *map(str, arguments), stderr=errors, **options)
    except SystemExit as leaving:
        return errors.getvalue(), int(leaving.code or 0)
    return errors.getvalue(), 0
