"""How fast the index answers, without pages around it: ``python bench/index_answers.py [--sizes 1000,100000,1000000]``.

For each size a database of its own in a temporary folder (or the one of ``BENCH_DATABASE_URL``, which is emptied) gets
one timeline of made-up events: 708 values of facets of uneven frequency, one event in seven of several days, words of
which one occurs in a fifth of the events. Prints how long rows are read into an index and in how much memory, how long
a saved index takes to load, and the median and the 95th percentile of each answer over different choices, as the first
to ask for each: no answer is given twice.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FIRST_DAY = date(2002, 1, 1)
DAYS = 24 * 365
SOME_WORDS = 20_000
FREQUENT = "ceasefire"
VALUES = {"kind": 12, "actor": 450, "place": 200, "source": 40}
ROUNDS = 40


def main() -> None:
    """Each size in processes of its own, so that one's memory does not count for another."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", default="1000,100000,1000000")
    parser.add_argument("--measure", choices=("build", "answers"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        setup()
        {"build": measure_build, "answers": measure_answers}[options.measure]()
        return
    print(f"{os.cpu_count()} cores, one process")
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            url = os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
            environment = os.environ | {"DATABASE_URL": url, "BENCH_INDEX": folder, "BENCH_SIZE": str(size)}
            os.environ.update(environment)
            fill(size)
            for measured in ("build", "answers"):
                subprocess.run([sys.executable, __file__, "--measure", measured], env=environment, check=True)


def setup() -> None:
    """Django with the database and the folder of this run."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django
    from django.conf import settings

    django.setup()
    settings.INDEX_DIR = os.environ["BENCH_INDEX"]


# -- rows ------------------------------------------------------------------------------------------------------------


def fill(size: int) -> None:
    """A migrated database with one timeline of so many events, in a process of its own."""
    code = "import sys; sys.path.insert(0, 'bench'); import index_answers; index_answers.fill_here()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def fill_here() -> None:
    """Write the rows with plain SQL."""
    setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    from timeline.models import word_index

    call_command("migrate", verbosity=0)
    call_command("flush", verbosity=0, interactive=False) if "BENCH_DATABASE_URL" in os.environ else None
    size, started = int(os.environ["BENCH_SIZE"]), time.perf_counter()
    word_index.lift(connection)
    with transaction.atomic():
        _fill(size)
    word_index.install(connection)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(f"\n{size:,} events, written in {time.perf_counter() - started:.0f} s", flush=True)


def _fill(size: int) -> None:
    from tests import factories
    from timeline.models import Actor, Kind, Outlet, Place

    chance = random.Random(size)  # noqa: S311 - made-up events
    timeline, editor = factories.timeline(slug="bench"), factories.user()
    pks = {
        "kind": [Kind.objects.create(key=f"kind-{n}", names={"en": f"Kind {n}"}).pk for n in range(VALUES["kind"])],
        "actor": [Actor.objects.create(key=f"a-{n}", name=f"A {n}", names={"en": f"A {n}"}).pk for n in range(450)],
        "place": [Place.objects.create(key=f"p-{n}", name=f"P {n}", names={"en": f"P {n}"}).pk for n in range(200)],
        "source": [Outlet.objects.create(name=f"Outlet {n}").pk for n in range(VALUES["source"])],
    }
    weights = {name: [1 / (n + 1) for n in range(len(values))] for name, values in pks.items()}
    words = [f"{chance.choice('abcdefghklmnoprstuvw')}{n:x}" for n in range(SOME_WORDS)]
    articles = max(1, size * 7 // 10)
    _articles(articles, timeline.pk, editor.pk, chance.choices(pks["source"], weights["source"], k=articles))
    for start in range(0, size, 20_000):
        number = min(20_000, size - start)
        drawn = {name: chance.choices(pks[name], weights[name], k=2 * number) for name in ("kind", "actor", "place")}
        _events(range(start, start + number), timeline.pk, editor.pk, drawn, words, articles, chance)


def _articles(number: int, timeline: int, editor: int, outlets: list[int]) -> None:
    rows = (
        (
            n + 1,
            outlets[n],
            f"Article {n}",
            "It was told. " * 20,
            f"{n:064x}",
            "2025-01-01",
            "",
            "en",
            "",
            False,
            timeline,
        )
        for n in range(number)
    )
    columns = "id, outlet_id, title, text, sha256, published_on, url, language, licence_note, is_excerpt, timeline_id"
    _insert(
        "timeline_article", f"{columns}, ingested_by_id, ingested_at", ((*row, editor, "2025-01-01") for row in rows)
    )


def _events(
    numbers: range,
    timeline: int,
    editor: int,
    drawn: dict[str, list[int]],
    words: list[str],
    articles: int,
    chance: random.Random,
) -> None:
    from timeline.models.public_ids import new_public_id
    from timeline.models.searching import searchable

    events, actors, places, citations = [], [], [], []
    for at, number in enumerate(numbers):
        pk, first = number + 1, FIRST_DAY + timedelta(days=int(DAYS * chance.random()))
        last = first + timedelta(days=chance.choice((1, 6, 29, 364))) if number % 7 == 0 else first
        said = [words[int(SOME_WORDS * chance.random() ** 3)] for _ in range(9)]
        headline = " ".join([*said, FREQUENT] if number % 5 == 0 else said)
        hour = f"{chance.randrange(24):02}:30:00" if number % 10 == 1 else None
        kind = drawn["kind"][at] if number % 20 else None
        standing = ("reported", "reported", "reported", "planned", "denied", "confirmed")[number % 6]
        text = (new_public_id(), headline, "A sentence about it. " * 6, searchable(headline), "en")
        when = (first.isoformat(), last.isoformat(), "days" if last > first else "day", "", "once", False, False)
        rest = (hour, "", "", standing, "", "[]", 1 + number % 5, "published", "2025-01-01", "2025-01-01", "2025-01-01")
        events.append((pk, *text, *when, *rest, "", kind, timeline, editor))
        actors += [(pk, value) for value in {*drawn["actor"][2 * at : 2 * at + 2]}]
        places += [(pk, value) for value in {drawn["place"][at]}]
        citations += [(pk, 1 + (number * 7 + 3 * n) % articles, n) for n in range(1 + (number % 3 == 0))]
    columns = (
        "id, public_id, headline, summary, words, language, earliest, latest, precision, part, extent, approximate, "
        "uncertain, time, zone, asks, standing, attributed_to, claims, importance, status, created_at, updated_at, "
        "published_at, withdrawal_note, kind_id, timeline_id, published_by_id"
    )
    _insert("timeline_event", columns, events)
    _insert("timeline_event_actors", "event_id, actor_id", actors)
    _insert("timeline_event_places", "event_id, place_id", places)
    quoted = ((event, article, n, "It was told.", 0, 12, "", "[]") for event, article, n in citations)
    _insert("timeline_citation", 'event_id, article_id, position, quote, start, "end", phrase, trail', quoted)


def _insert(table: str, columns: str, rows: Any) -> None:
    from django.db import connection

    marks = ", ".join(["%s"] * len(columns.split(", ")))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(rows))  # noqa: S608 - our own names


# -- figures ---------------------------------------------------------------------------------------------------------


def measure_build() -> None:
    """Read the rows, and keep a snapshot."""
    from timeline import index
    from timeline.index import holding
    from timeline.models import Timeline

    timeline = Timeline.objects.get(slug="bench")
    before, started = _memory(), time.perf_counter()
    held = holding.current(timeline)
    took = time.perf_counter() - started
    print(f"  read from the database in {took:.2f} s, {_peak():.0f} MB at most, {before:.0f} MB of them before")
    started = time.perf_counter()
    index.prepare(timeline)
    took, size = time.perf_counter() - started, held.nbytes / 1e6
    print(f"  read again and saved in {took:.2f} s; {size:.1f} MB of columns and maps")


def measure_answers() -> None:
    """Load the snapshot as a process that starts does, and answer."""
    from timeline.index import holding
    from timeline.models import Timeline

    timeline = Timeline.objects.get(slug="bench")
    before, started = _memory(), time.perf_counter()
    holding.current(timeline)
    print(f"  loaded from disk in {(time.perf_counter() - started) * 1000:.0f} ms")
    for name, ask in answers(timeline).items():
        _report(name, _taken(ask, choices(timeline)))
    print(f"  memory of the index with answers kept: {_memory() - before:.0f} MB (resident, mapped files included)")
    publishing(timeline)


def answers(timeline: Any) -> dict[str, Callable[[Any], object]]:
    """What a page asks, one by one and together."""
    from timeline import index
    from timeline.drawing import bins
    from timeline.filtering import EventFilter

    months, last = bins(FIRST_DAY, date(2025, 12, 31), 60), date(2025, 12, 31)

    def together(choice: Any) -> None:
        index.count(timeline, choice)
        index.facets(timeline, choice)
        index.histogram(timeline, choice, months)
        index.overview(timeline)
        index.pages.past(index.choosing.chosen(index.holding.current(timeline), choice), None, 51, is_down=True)

    return {
        "count": lambda choice: index.count(timeline, choice),
        "facets": lambda choice: index.facets(timeline, choice),
        "histogram of 60 bins": lambda choice: index.histogram(timeline, choice, bins(FIRST_DAY, last, 60)),
        "leads of 60 bins, with rows": lambda choice: index.leads(timeline, choice, months),
        "lanes, with rows": lambda choice: index.lanes(timeline, choice, "actor", months, marks=300),
        "page of 50, with rows": lambda choice: index.page(timeline, choice),
        "deep page of 50, with rows": lambda choice: index.page(timeline, choice, after=_deep(choice)),
        "a word in a fifth of the events": lambda choice: index.count(timeline, _saying(choice)),
        "whole timeline: facets": lambda choice: index.facets(timeline, EventFilter()),
        "count, facets, histogram, overview, keys of a page": together,
    }


def _deep(choice: Any) -> Any:
    from timeline.index import Cursor
    from timeline.index.cursors import LARGEST_KEY

    return Cursor(date(2010, 6, 1), date.max, LARGEST_KEY)


def _saying(choice: Any) -> Any:
    from dataclasses import replace

    return replace(choice, words=FREQUENT)


def choices(timeline: Any) -> Iterator[Any]:
    """Different choices: a range of days with one or two facets."""
    from timeline.filtering import EventFilter

    for number in range(ROUNDS):
        first = FIRST_DAY + timedelta(days=37 * number)
        yield EventFilter(
            first=first if number % 2 else None,
            kinds=(f"kind-{number % 5}",) if number % 3 else (),
            actors=(f"a-{number % 7}", f"a-{number}") if number % 3 != 1 else (),
            standings=("reported",) if number % 4 == 0 else (),
        )


def _taken(ask: Callable[[Any], object], asked: Iterator[Any]) -> list[float]:
    from timeline.index import holding

    taken = []
    for choice in asked:
        for held in holding._held.values():
            held.answers._answers.clear()
        started = time.perf_counter()
        ask(choice)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def publishing(timeline: Any) -> None:
    """Correct events one after the other while a reader asks without pause; through one merging of changes."""
    from timeline.index import holding
    from timeline.models import Event, Reach, Timeline

    holding.MANY_CHANGES, waits, seen, done = 100, [], [], threading.Event()
    reader = threading.Thread(target=_read_on, args=(timeline, waits, done))
    reader.start()
    pks = list(
        Event.objects.order_by("pk").values_list("pk", flat=True)[: 300 if len(holding.current(timeline)) > 300 else 30]
    )
    for pk in pks:
        Event.objects.filter(pk=pk).update(importance=5)
        Timeline.objects.bump(timeline.pk, Reach.EVENTS, events=[pk])
        started = time.perf_counter()
        holding.current(timeline)
        seen.append((time.perf_counter() - started) * 1000)
        time.sleep(0.02)
    done.set()
    reader.join()
    _report("a correction, until the index has it", seen)
    _report(f"a reader's filtered page meanwhile ({len(waits)} asked)", waits)


def _read_on(timeline: Any, waits: list[float], done: threading.Event) -> None:
    from django.db import connection

    ask = answers(timeline)["count, facets, histogram, overview, keys of a page"]
    while not done.is_set():
        for choice in choices(timeline):
            started = time.perf_counter()
            ask(choice)
            waits.append((time.perf_counter() - started) * 1000)
    connection.close()


def _report(name: str, taken: list[float]) -> None:
    ordered = sorted(taken)
    high, top = ordered[int(len(ordered) * 0.95)], ordered[int(len(ordered) * 0.99)]
    print(f"  {name}: p50 {statistics.median(ordered):.1f} ms, p95 {high:.1f} ms, p99 {top:.1f} ms", flush=True)


def _memory() -> float:
    """Megabytes that the process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
