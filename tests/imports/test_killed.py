"""Imports that are killed, and those that run beside others: real processes on the test's own database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from bench.made_events import lines
from tests import factories
from tests.imports.records import run
from timeline.models import Article, Citation, Event, Import, Revision, Timeline
from timeline.models.revisions import chain_is_whole

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 120
"""Seconds after which a test gives up waiting; a machine under load needs some."""


def address() -> str:
    """The test database as DATABASE_URL."""
    kept = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{kept['NAME']}"
    user = f"{kept['USER']}:{kept['PASSWORD']}@" if kept["USER"] else ""
    port = f":{kept['PORT']}" if kept["PORT"] else ""
    host = kept["HOST"]
    return f"postgresql://{user}{'' if host.startswith('/') else host + port}/{kept['NAME']}" + (
        f"?host={host}" if host.startswith("/") else ""
    )


@pytest.fixture
def started() -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Starts an import that reads what the test writes; what still runs at the end is killed."""
    running: list[subprocess.Popen[bytes]] = []

    def start(slug: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", "import_events", "-", "--timeline", slug, "--workers", "0"]
        process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=os.environ | {"DATABASE_URL": address()},
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stderr):
            with suppress(BrokenPipeError):
                pipe.close()


def until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def stored() -> int:
    return sum(Import.objects.values_list("events", flat=True))


def write(process: subprocess.Popen[bytes], made: list[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("".join(made).encode())
    process.stdin.flush()


def test_one_killed_half_way_shows_nothing_and_the_next_run_gives_all_without_duplicates(
    started: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    timeline = factories.timeline(slug="a-war")
    made = list(lines(3000))
    process = started("a-war")
    write(process, made[:2500])
    until(lambda: stored() > 0)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 0 < Event.objects.count() == stored() < 3000
    assert Event.objects.published().count() == 0
    assert Timeline.objects.get().version == timeline.version

    file = tmp_path / "made.jsonl"
    file.write_text("".join(made), encoding="utf-8")
    said, code = run(file, "--timeline", "a-war", "--dry-run", "--workers", "0")
    assert (said.splitlines()[0].partition(",")[0], code) == ("3000 lines read: 3000 new events", 0)
    assert run(file, "--timeline", "a-war", "--workers", "0")[1] == 0
    assert Event.objects.published().count() == Event.objects.count() == 3000
    assert [model.objects.count() for model in (Article, Citation, Revision)] == [3000, 3000, 3000]
    assert sorted(Import.objects.values_list("state", flat=True)) == ["dropped", "visible"]
    assert chain_is_whole([Revision.objects.order_by("?").first()])


def test_sweeping_leaves_a_living_import_alone_and_takes_a_dead_one(
    started: Callable[[str], subprocess.Popen[bytes]],
) -> None:
    for slug in ("dead", "living"):
        factories.timeline(slug=slug)
    dead, living = started("dead"), started("living")
    made = list(lines(5000))
    for process, part in ((dead, made[:2500]), (living, made[2500:])):
        write(process, part)
    until(lambda: min(Import.objects.values_list("events", flat=True), default=0) > 0 and Import.objects.count() == 2)
    dead.kill()
    dead.wait()
    assert run("--sweep") == ("1 interrupted import swept\n", 0)
    assert run("--sweep") == ("0 interrupted imports swept\n", 0)
    assert Event.objects.filter(timeline__slug="dead").count() == 0
    living.stdin.close()
    assert (living.wait(timeout=PATIENCE), living.stderr.read().decode().partition(":")[0]) == (0, "2500 lines read")
    assert Event.objects.published().count() == 2500


def test_an_editor_writes_while_an_import_runs(
    started: Callable[[str], subprocess.Popen[bytes]],
) -> None:
    timeline = factories.timeline(slug="a-war")
    process = started("a-war")
    written = 0

    def write_meanwhile() -> bool:
        nonlocal written
        written += bool(factories.event(timeline=timeline))
        return stored() > 0

    made = list(lines(3000))
    write(process, made[:2500])
    until(write_meanwhile)
    write(process, made[2500:])
    assert process.stdin is not None
    process.stdin.close()
    while process.poll() is None:
        write_meanwhile()
    assert (process.returncode, written > 1) == (0, True)
    assert Event.objects.published().count() == 3000 + written
