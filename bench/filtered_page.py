"""How fast a filtered page is at the size of a real war: ``python bench/filtered_page.py [--requests 200]``.

Loads the 2,628 dated reports of ``gaza_items.csv`` (``DATELINE_SHARED``, default ``../shared``; without it, it says
so and stops) into a database of its own in a temporary folder, serves them with the project's own server, one process,
and asks for filtered pages one after the other, none twice. Prints the median and the 95th percentile in milliseconds,
and the number of database queries of each kind of page, which must not depend on the number of events.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))
PORT = int(os.environ.get("BENCH_PORT", "8190"))
SLUG = "bench"


def main() -> None:
    """Load, serve, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=200)
    wanted = options.parse_args().requests
    source = SHARED / "data" / "gaza_items.csv"
    if not source.exists():
        print(f"filtered page: {source} is missing, nothing was measured (set DATELINE_SHARED)")
        return
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3", "PORT": str(PORT)}
        os.environ.update(environment)
        loaded = load(source)
        print(f"{loaded} events, {os.cpu_count()} cores, one server process, {wanted} different addresses")
        report_queries()
        with_server(environment, wanted)


def load(source: Path) -> int:
    """The reports as published events of one timeline; the engine gives kind, actors and places."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from timeline.models import Event, Timeline

    call_command("migrate", verbosity=0)
    call_command("loaddata", str(ROOT / "fixtures" / "vocabulary.json"), verbosity=0)
    timeline = Timeline.objects.create(slug=SLUG, title="Bench", zone="Asia/Gaza")
    with open(source, encoding="utf-8", newline="") as file, transaction.atomic():
        newsroom = Newsroom(timeline)
        for number, row in enumerate(csv.DictReader(file)):
            newsroom.publish(number, row)
    return Event.objects.published().count()


class Newsroom:
    """Publishes rows as an editor would have; what is the same for all of them is fetched once."""

    def __init__(self, timeline: object) -> None:
        from timeline.editorial.ingesting import current_vocabulary
        from timeline.editorial.people import COMMAND_LINE, stand_in
        from timeline.models import Kind

        self.timeline = timeline
        self.by = stand_in(COMMAND_LINE)
        self.vocabulary = current_vocabulary()
        self.kinds = {kind.key: kind for kind in Kind.objects.all()}

    def publish(self, number: int, row: dict[str, str]) -> None:
        """One row as one published event; the number keeps repeated reports apart."""
        from timeline import extraction
        from timeline.editorial.adding import add_quoted
        from timeline.editorial.ingesting import Submission, keep_article

        day = date.fromisoformat(row["date"])
        text = f"{row['text']} [{number}]"
        drafts = extraction.read(text, published=day, vocabulary=self.vocabulary).drafts
        outlet = row["sources"].split(";")[0].strip()[:120]
        submission = Submission(text=text, outlet=outlet, published_on=day)
        article = keep_article(timeline=self.timeline, submission=submission, by=self.by)
        changes = self.changes(row, day, drafts[0] if drafts else None)
        add_quoted(article=article, quote=text, changes=changes, by=self.by)

    def changes(self, row: dict[str, str], day: date, draft: object) -> object:
        """The row's day and headline, with what the engine's first draft says of kind, actors and places."""
        from timeline.dates import EventDate
        from timeline.editorial.changes import Changes
        from timeline.models import Actor, Place

        return Changes(
            headline=draft.headline if draft else row["text"][:150].strip(),
            date=EventDate.on(day),
            kind=self.kinds.get(draft.kind) if draft and draft.kind else None,
            actors=Actor.called(draft.actors) if draft else [],
            places=Place.called(draft.places) if draft else [],
        )


def addresses() -> Iterator[str]:
    """Different filtered pages, without end: a range of days with one or two facets, words, and deep pages."""
    kinds = ("attack", "talks", "hostages", "humanitarian", "ceasefire", "politics")
    actors = ("israel", "hamas", "united-states", "united-nations", "hezbollah", "egypt")
    for number in itertools.count():
        month = number % 24
        first = date(2023 + (9 + month) // 12, (9 + month) % 12 + 1, 1 + number // 24 % 28)
        kind, actor = kinds[number % 6], actors[number // 6 % 6]
        yield (
            f"?from={first}&kind={kind}",
            f"?from={first}&kind={kind}&actor={actor}",
            f"?from={first}&standing=reported",
            f"?from={first}&q=gaza",
        )[number % 4]


def report_queries() -> None:
    """Queries a page costs, by kind of page."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for query in ("", "?kind=attack", "?from=2024-01-01&kind=attack", "?q=gaza"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(f"/{SLUG}/{query}", headers={"host": "127.0.0.1"})
        print(f"  {len(queries):3} queries, {len(response.content) // 1024:4} kB  /{query}  ({response.status_code})")
    connection.close()


def with_server(environment: dict[str, str], wanted: int) -> None:
    """Ask a running server and print what it took."""
    environment = environment | {"DJANGO_SETTINGS_MODULE": "timeline.settings"}
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True
    )
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        wait()
        for name, prefix in (("page", ""), ("fragment", "_results/")):
            taken = [ask(f"{prefix}{query}") for query in itertools.islice(addresses(), wanted)]
            taken.sort()
            print(f"{name}: p50 {statistics.median(taken):.0f} ms, p95 {taken[int(wanted * 0.95)]:.0f} ms")
    finally:
        server.terminate()
        server.wait()


def wait() -> None:
    """Until the server answers."""
    for _attempt in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz").read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("the server did not start")


def ask(rest: str) -> float:
    """Milliseconds from asking for a page to having read it whole."""
    start = time.perf_counter()
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{SLUG}/{rest}") as answer:
        answer.read()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
