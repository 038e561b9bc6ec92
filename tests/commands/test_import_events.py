"""``manage.py import_events``: what it writes, in which words, with which exit."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from tests import factories
from tests.imports.records import as_file, least, record, run
from timeline.imports import batches
from timeline.models import Event, Import, Revision, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war")


class _Pipe(io.BytesIO):
    """Standard input has no size and no place to go back to."""

    def seekable(self) -> bool:
        return False


def write(file: Path, *records: Any) -> Path:
    file.write_bytes(as_file(*records).getvalue())
    return file


def test_it_says_what_was_new_and_known_and_made(war: Timeline, tmp_path: Path) -> None:
    file = write(tmp_path / "events.jsonl", record(), least())
    assert run(file, "--timeline", "a-war") == (
        "2 lines read: 2 new events, 1 new kind, 2 new actors, 1 new place, 1 new outlet\n",
        0,
    )
    write(file, *([least()] * 2))
    assert run(file, "--timeline", "a-war") == ("2 lines read: 1 new event, 1 known already\n", 0)
    assert Import.objects.order_by("pk").first().file_name == "events.jsonl"


def test_a_gzipped_file_and_standard_input_are_read(
    war: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "events.jsonl.gz"
    packed.write_bytes(gzip.compress(as_file(record()).getvalue()))
    assert run(packed, "--timeline", "a-war")[1] == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(_Pipe(as_file(least()).getvalue()))))
    assert run("-", "--timeline", "a-war") == ("1 line read: 1 new event\n", 0)
    assert Event.objects.published().count() == 2


def test_refused_lines_are_told_by_number_and_reason_and_nothing_is_kept(
    war: Timeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, told = write(tmp_path / "events.jsonl", record(), *([b"{}"] * 22)), tmp_path / "refused.txt"
    said, code = run(file, "--timeline", "a-war", "--refused", told)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"line {number}: headline is missing" for number in range(2, 22)]
    assert said.splitlines()[:2] == ["and 2 more", "23 lines read: 1 new event, 22 refused, 1 new kind, 2 new actors, 1 new place, 1 new outlet"]  # fmt: skip
    assert said.splitlines()[2] == "nothing was stored: one refused line keeps the whole file out, unless --keep-good"
    assert (code, Event.objects.count()) == (2, 0)
    assert told.read_text().splitlines() == [f"line {number}: headline is missing" for number in range(2, 24)]


def test_good_lines_are_kept_when_asked(war: Timeline, tmp_path: Path) -> None:
    file = write(tmp_path / "events.jsonl", least(), b"{}")
    assert run(file, "--timeline", "a-war", "--keep-good") == ("2 lines read: 1 new event, 1 refused\n", 2)
    assert Event.objects.published().count() == 1


def test_a_dry_run_says_so(war: Timeline, tmp_path: Path) -> None:
    file = write(tmp_path / "events.jsonl", least())
    assert run(file, "--timeline", "a-war", "--dry-run") == (
        "1 line read: 1 new event\nnothing was stored: a dry run\n",
        0,
    )
    assert Event.objects.count() == 0


def test_nothing_goes_to_standard_output(war: Timeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(write(tmp_path / "events.jsonl", least()), "--timeline", "a-war", "--progress")
    assert capsys.readouterr().out == ""


def test_progress_is_shown_when_asked(war: Timeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "events.jsonl", least())
    run(file, "--timeline", "a-war")
    assert capsys.readouterr().err == ""
    run(write(file, least()), "--timeline", "a-war", "--progress")
    assert "1 line" in capsys.readouterr().err


def test_who_takes_them_in_is_on_record(war: Timeline, tmp_path: Path) -> None:
    factories.user(username="ruth")
    run(write(tmp_path / "events.jsonl", least()), "--timeline", "a-war", "--by", "ruth")
    assert [Revision.objects.get().by.username, Event.objects.get().published_by.username] == ["ruth", "ruth"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--timeline", "a-war"], "say which file: FILE, or - for standard input"),
        (["events.jsonl"], "--timeline: say which timeline (known: a-war)"),
        (["events.jsonl", "--timeline", "none"], "--timeline: there is no timeline “none” (known: a-war)"),
        (["missing.jsonl", "--timeline", "a-war"], "missing.jsonl: No such file or directory; nothing was kept"),
        (["events.jsonl", "--timeline", "a-war", "--by", "nobody"], "--by: there is no user “nobody”"),
        (["cut.gz", "--timeline", "a-war"], "cut.gz: the gzipped file is damaged after line 0: Compressed file ended before the end-of-stream marker was reached; nothing was kept"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], reason: str, war: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "events.jsonl", least())
    (tmp_path / "cut.gz").write_bytes(gzip.compress(as_file(least()).getvalue())[:20])
    with pytest.raises(CommandError) as told:
        call_command("import_events", *arguments)
    assert (str(told.value), told.value.returncode) == (reason, 2)
    assert Event.objects.count() == 0


def test_a_second_import_beside_a_running_one_is_refused(war: Timeline, tmp_path: Path) -> None:
    batches.begin(timeline=war, file_name="first", by=factories.user())
    file = write(tmp_path / "events.jsonl", least())
    with pytest.raises(CommandError, match="another import into this timeline is running; nothing was kept"):
        call_command("import_events", str(file), "--timeline", "a-war")


def test_up_sweeps_what_an_interrupted_import_left(war: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    batches.drop(batches.begin(timeline=war, file_name="first", by=factories.user()))
    monkeypatch.setattr("timeline.management.commands.up.call_command", lambda *_arguments, **_options: None)
    monkeypatch.setattr("timeline.management.commands.up.collect_static", lambda: False)
    call_command("up", "--bare")
    assert Import.objects.get().swept_at is not None


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (KeyboardInterrupt(), "interrupted; nothing was kept"),
        (EOFError(), "a process that checks lines was killed; nothing was kept"),
        (OperationalError("disk full"), "the database says: disk full; nothing was kept"),
    ],
)
def test_what_goes_wrong_on_the_way_is_said_in_one_line_and_leaves_nothing_visible(
    failure: BaseException, reason: str, war: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> None:
        raise failure

    monkeypatch.setattr("timeline.imports.event_files.CHUNK", 1)
    monkeypatch.setattr("timeline.imports.workers.Workers._started", fails)
    with pytest.raises(CommandError) as told:
        call_command("import_events", str(write(tmp_path / "events.jsonl", least(), least())), "--timeline", "a-war")
    assert str(told.value) == reason
    assert (Event.objects.published().count(), Import.objects.get().state) == (0, "dropped")
