"""How fast events are taken in, and who waits: ``python bench/import_rate.py [1000000] [--shuffled] [--json FILE]``.

Makes events (``made_events.py``) into a file and a database of its own, both in a temporary folder, then runs
``manage.py import_events`` and, beside it, an editor who publishes an event every fifth of a second. Prints events a
second, the largest memory of the import and its workers together (the sum of their resident sets, sampled each tenth of
a second), how long the editor's writes took, and the size of the database. With ``DATABASE_URL`` it uses that database
instead, which must be empty and is left full. Making the file is not timed; ``--shuffled`` mixes its
lines, so that no index is filled in order.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.made_events import lines  # noqa: E402

SLUG = "bench"


def main() -> None:
    """Make, take in, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int, nargs="?", default=1_000_000)
    options.add_argument("--shuffled", action="store_true")
    options.add_argument("--json", type=Path, metavar="FILE")
    wanted = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        found = measure(Path(folder), wanted.count, is_shuffled=wanted.shuffled)
    for name, value in found.items():
        print(f"{name:28} {value:>14,}")
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1) + "\n")


def measure(folder: Path, count: int, *, is_shuffled: bool = False) -> dict[str, Any]:
    """The figures, by what they measure; the database of ``DATABASE_URL`` then holds the events at ``SLUG``."""
    file = folder / "made.jsonl"
    made = lines(count)
    if is_shuffled:
        made = list(made)
        random.Random(1).shuffle(made)  # noqa: S311
    with file.open("w", encoding="utf-8") as out:
        out.writelines(made)
    del made
    prepare()
    command = [sys.executable, "manage.py", "import_events", str(file), "--timeline", SLUG]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    peak, waits = watch(process)
    seconds = time.perf_counter() - began
    if process.returncode:
        sys.exit(process.stderr.read())
    return {
        "events": count,
        "seconds": round(seconds, 1),
        "events a second": round(count / seconds),
        "processor seconds": round(spent(), 1),
        "peak memory, MB": round(peak / 1024),
        "editor's writes": len(waits),
        "editor's longest wait, ms": round(max(waits) * 1000),
        "editor's median wait, ms": round(sorted(waits)[len(waits) // 2] * 1000),
        "database, MB": database_size(),
    }


def prepare() -> None:
    """An empty timeline in a new database, with the shipped vocabulary."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from timeline.models import Timeline

    call_command("migrate", verbosity=0)
    call_command("loaddata", str(ROOT / "fixtures" / "vocabulary.json"), verbosity=0)
    Timeline.objects.create(slug=SLUG, title="Bench", zone="Asia/Gaza")


def watch(process: subprocess.Popen[str]) -> tuple[int, list[float]]:
    """Kilobytes of the largest moment, and how many seconds each of an editor's writes took."""
    peak, waits, write = 0, [], editor()
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.1)
        peak = max(peak, memory(process.pid))
        began = time.perf_counter()
        write(len(waits))
        waits.append(time.perf_counter() - began)
        time.sleep(0.1)
    return peak, waits


def editor() -> Any:
    """What publishes one event, with the verb that the desk uses."""
    from timeline.dates import EventDate
    from timeline.editorial.adding import add_by_hand
    from timeline.editorial.changes import Changes
    from timeline.editorial.ingesting import Submission
    from timeline.editorial.people import stand_in
    from timeline.models import Timeline

    by, timeline = stand_in("bench"), Timeline.objects.get(slug=SLUG)

    def write(number: int) -> None:
        source = Submission(text=f"An editor wrote this at {number}, {time.time()}.", outlet="Bench")
        changes = Changes(headline=f"Written {number}", date=EventDate.on(date(2020, 1, 1)))
        add_by_hand(timeline=timeline, source=source, changes=changes, by=by)

    return write


def memory(pid: int) -> int:
    """Kilobytes of a process and its children."""
    total = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            said = _status(folder)
            if pid in (int(folder.name), int(said.get("PPid", "0"))):
                total += int(said.get("VmRSS", "0 kB").split()[0])
    return total


def _status(folder: Path) -> dict[str, str]:
    try:
        text = (folder / "status").read_text()
    except OSError:
        return {}
    return {name: value.strip() for name, _colon, value in (line.partition(":") for line in text.splitlines())}


def spent() -> float:
    """Processor seconds of the import and its workers."""
    times = os.times()
    return times.children_user + times.children_system


def database_size() -> int:
    """Megabytes, where the database is a file."""
    name = os.environ["DATABASE_URL"].removeprefix("sqlite:///")
    return Path(name).stat().st_size // 1_000_000 if Path(name).is_file() else 0


if __name__ == "__main__":
    main()
