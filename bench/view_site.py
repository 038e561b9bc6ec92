"""A timeline of so many events in a database of its own, imported and served as anyone would."""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bench import made_events, world_records
from bench.view_server import SLUG

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))
REAL = 100_000
"""The size that is taken from the real world."""

MAKE_TIMELINE = f"""
from timeline.models import Timeline
Timeline.objects.create(slug="{SLUG}", title="Bench", zone="Asia/Gaza", summary="A timeline to measure.")
"""

QUERIES = f"""
import json, sys
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from timeline.views import freshness
freshness.LARGEST_KEPT = -1
client, found = Client(), {{}}
for name, query in json.loads(sys.argv[1]).items():
    client.get(f"/{SLUG}/" + query, headers={{"host": "127.0.0.1"}})
    with CaptureQueriesContext(connection) as queries:
        status = client.get(f"/{SLUG}/" + query, headers={{"host": "127.0.0.1"}}).status_code
    found[name] = len(queries) if status == 200 else status
print(json.dumps(found))
"""

CHANGE = f"""
import sys
from timeline.models import Event, Reach, Timeline
timeline = Timeline.objects.get(slug="{SLUG}")
event = Event.objects.filter(timeline=timeline).first()
print("ready", flush=True)
for _line in sys.stdin:
    Timeline.objects.bump(timeline.pk, Reach.EVENTS, events=[event.pk])
    print("changed", flush=True)
"""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@dataclass(frozen=True, slots=True)
class Imported:
    """What the import took: seconds, and the most memory of its largest process, in MB."""

    seconds: float
    peak_mb: float


@dataclass
class Site:
    """``span`` are the days of its events, ``words`` what readers search for, the first of them the commonest."""

    size: int
    folder: Path
    port: int = field(default_factory=_free_port)
    span: tuple[date, date] = (made_events.FIRST, made_events.LAST)
    words: Sequence[str] = (made_events.COMMON_WORD, "crossing", "hospital", "talks", "القافلة", "aid")
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        if self.is_real:
            self.span = (date(2002, 7, 1), date(2026, 3, 28))
            self.words = ("president", "killed", "earthquake", "Gaza", "ceasefire", "election")

    @property
    def is_real(self) -> bool:
        return self.size == REAL and (SHARED / "data" / world_records.NAME).exists()

    @property
    def source(self) -> str:
        return "reports of the world, 2002 to 2026" if self.is_real else "made by bench/made_events.py"

    @property
    def environment(self) -> dict[str, str]:
        """Of every process of this site."""
        own = {"DATABASE_URL": f"sqlite:///{self.folder}/bench.sqlite3", "PORT": str(self.port)}
        return os.environ | own | {"DJANGO_SETTINGS_MODULE": "timeline.settings"}

    @property
    def file(self) -> Path:
        return self.folder / "events.jsonl"

    def records(self) -> Iterator[dict[str, Any]]:
        """The events as docs/formats.md has them."""
        if self.is_real:
            return world_records.records(SHARED / "data" / world_records.NAME, self.size)
        return made_events.made_events(self.size)

    def build(self) -> Imported:
        """Database, vocabulary, timeline, file, and the import of it, which alone is timed."""
        self.manage("migrate", "-v0")
        self.manage("loaddata", "-v0", str(ROOT / "fixtures" / "vocabulary.json"))
        self.manage("shell", "-v0", "--command", MAKE_TIMELINE)
        with self.file.open("w", encoding="utf-8") as out:
            out.writelines(f"{json.dumps(record, ensure_ascii=False)}\n" for record in self.records())
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "manage.py", "import_events", str(self.file), "--timeline", SLUG],
            cwd=ROOT,
            env=self.environment,
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"view: the import of {self.size} events failed")
        return Imported(time.perf_counter() - begun, usage.ru_maxrss / 1024)

    def manage(self, *words: str) -> None:
        """A management command; one that fails ends the benchmark."""
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=self.environment, check=True)

    @contextmanager
    def served(self) -> Iterator[float]:
        """The project's own server, and the seconds from its start until it answered."""
        begun = time.perf_counter()
        command = [sys.executable, "manage.py", "up", "--bare"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL)
        try:
            self._wait()
            yield time.perf_counter() - begun
        finally:
            self.process.terminate()
            self.process.wait()

    @contextmanager
    def changing(self) -> Iterator[Callable[[], None]]:
        """What tells every process that an event was corrected, from a process of its own."""
        command = [sys.executable, "manage.py", "shell", "-v0", "--command", CHANGE]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        with subprocess.Popen(command, cwd=ROOT, env=self.environment, **pipes) as process:

            def change() -> None:
                process.stdin.write("\n")
                if process.stdout.readline() != "changed\n":
                    raise RuntimeError("the timeline was not changed")

            if process.stdout.readline() != "ready\n":
                raise RuntimeError("nothing can be changed")
            yield change
            process.stdin.close()

    def _wait(self) -> None:
        for _attempt in range(1200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz").read()
            except OSError:
                time.sleep(0.1)
            else:
                return
        sys.exit("view: the server did not start")

    def memory(self) -> float:
        """Resident memory of the server, in MB, the pages it shares with the file cache included."""
        assert self.process is not None
        told = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(told.partition("VmRSS:")[2].split()[0]) / 1024

    def queries(self) -> dict[str, int]:
        """Queries of the second time that a process is asked for a page, by sort of page."""
        asked = {
            "first page": "",
            "filter": f"?from={self.span[0].replace(year=2020)}&kind=attack",
            "facet": "?kind=attack&kind=talks",
            "search": f"?q={self.words[1]}",
            "lanes": "lanes/",
        }
        command = [sys.executable, "manage.py", "shell", "-v0", "--command"]
        code = QUERIES.replace("sys.argv[1]", repr(json.dumps(asked)))
        told = subprocess.run([*command, code], cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE)
        return json.loads(told.stdout)

    def simple_events(self) -> list[dict[str, Any]]:
        """What the peers are given of each event: the same days, headline and kind."""
        return [_simple(record) for record in itertools.islice(self.records(), self.size)]


def _simple(record: dict[str, Any]) -> dict[str, Any]:
    when = record["date"]
    earliest = when.get("earliest") or when["edtf"]
    return {
        "id": record["id"],
        "start": earliest,
        "end": when.get("latest") or earliest,
        "headline": record["headline"],
        "kind": record["kind"]["key"],
    }
