"""What proposals to merge cost at the size of a long war: ``python bench/proposing.py [--events 1000 100000]``.

For each size, fills a database of its own in a temporary folder (SQLite) with that many published events of two years
and 60 invented towns, each quoted from an article of its own, then has the project read five articles of twelve
happenings. Prints the median milliseconds of processor time that finding proposals takes of one article, its queries,
the proposals found, and the milliseconds and queries of a review page of 50 cards. The queries must not depend on the
size.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIRST, DAYS = date(2024, 1, 1), 730
TOWNS = [
    f"{start}{end}"
    for start in ("Hen", "Zen", "Bel", "Dor", "Lin", "Kar")
    for end in "tzau da mora nik haven via sk ost burg um".split()
]
HITS = ("market", "school", "bridge", "depot", "hospital", "house")
ARTICLES, HAPPENINGS, BATCH = 5, 12, 2_000


def main() -> None:
    """Fill, read, print, for each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, nargs="+", default=[1_000, 100_000])
    sizes = options.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        set_up()
        for size in sizes:
            measure(size)


def set_up() -> None:
    """Django, an empty database and the project's vocabulary."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("loaddata", str(ROOT / "fixtures" / "vocabulary.json"), verbosity=0)


def measure(size: int) -> None:
    """One timeline of that many events; a line of figures."""
    from timeline.models import Proposal, Timeline

    timeline = Timeline.objects.create(slug=f"bench-{size}", title=f"Bench {size}")
    fill(timeline, size)
    drafts, found = [], []
    for number in range(ARTICLES):
        drafts += read(timeline, number)
        found.append(timed_proposals(drafts[-HAPPENINGS:]))
    milliseconds, queries = statistics.median(row[0] for row in found), max(row[1] for row in found)
    page = timed_page(timeline)
    print(
        f"{size:,} events, {len(drafts)} drafts: proposals for one article {milliseconds:.0f} ms in {queries} queries, "
        f"{Proposal.objects.live().filter(earlier__timeline=timeline).count()} found; "
        f"review page {page[0]:.0f} ms in {page[1]} queries"
    )


def fill(timeline: Any, size: int) -> None:
    """Published events straight into the tables: a bench is no editor."""
    from django.utils import timezone

    from timeline.editorial.people import COMMAND_LINE, stand_in
    from timeline.models import Article, Citation, Event
    from timeline.models.sources import text_hash

    by, now = stand_in(COMMAND_LINE), timezone.now()
    for batch, rows in enumerate(batches(size)):
        articles = [Article(timeline=timeline, text=text, published_on=day, ingested_by=by) for day, text in rows]
        for number, article in enumerate(articles):
            article.sha256 = text_hash(f"{timeline.pk} {batch} {number}")
        Article.objects.bulk_create(articles)
        events = [
            Event(timeline=timeline, headline=text.partition(" on ")[0], earliest=day, latest=day, precision="day",
                  status="published", published_at=now, published_by=by)
            for day, text in rows
        ]  # fmt: skip
        Event.objects.bulk_create(events)
        pairs = zip(events, articles, rows, strict=True)
        Citation.objects.bulk_create(
            Citation(event=event, article=article, quote=text, start=0, end=len(text))
            for event, article, (_day, text) in pairs
        )


def batches(size: int) -> Iterator[list[tuple[date, str]]]:
    """Days and sentences, a batch at a time."""
    for start in range(0, size, BATCH):
        yield [sentence(number, size) for number in range(start, min(size, start + BATCH))]


def sentence(number: int, size: int) -> tuple[date, str]:
    """The happening of this number: its town and target vary, so that a day has many that only look alike."""
    day = FIRST + timedelta(days=number * DAYS // size)
    town, hit = TOWNS[number * 7 % len(TOWNS)], HITS[number * 5 % len(HITS)]
    return day, f"Soldiers shelled the {hit} of {town} on {day:%-d %B %Y} and killed {3 + number % 40} people."


def read(timeline: Any, number: int) -> list[Any]:
    """The drafts of one more article, whose days are spread over a month."""
    from timeline.editorial.ingesting import Submission, ingest
    from timeline.editorial.people import COMMAND_LINE, stand_in

    told = []
    for at in range(HAPPENINGS):
        day = FIRST + timedelta(days=60 + 90 * number + 2 * at)
        town, hit = TOWNS[(number + at) * 11 % len(TOWNS)], HITS[at % len(HITS)]
        told.append(f"On {day:%-d %B %Y} soldiers bombed the {hit} of {town}.")
    submission = Submission(text="\n\n".join(told), published_on=FIRST + timedelta(days=DAYS))
    return ingest(timeline=timeline, submission=submission, by=stand_in(COMMAND_LINE)).drafts


def timed_proposals(drafts: list[Any]) -> tuple[float, int]:
    """Milliseconds and queries of comparing an article's drafts with their timeline."""
    from timeline.editorial.proposing import propose

    return timed(lambda: propose(drafts))


def timed_page(timeline: Any) -> tuple[float, int]:
    """Milliseconds and queries of a page of the timeline's drafts, the second time it is asked for."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client, address = Client(HTTP_HOST="127.0.0.1"), f"/admin/timeline/timeline/{timeline.pk}/review/"
    person, _is_new = get_user_model().objects.get_or_create(username="bench", is_staff=True, is_superuser=True)
    client.force_login(person)
    client.get(address)
    return timed(lambda: client.get(address))


def timed(deed: Any) -> tuple[float, int]:
    """How many milliseconds of processor time it takes, the database's within, and how many queries it asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as caught:
        start = time.process_time()
        deed()
        milliseconds = 1000 * (time.process_time() - start)
    return milliseconds, len(caught)


if __name__ == "__main__":
    main()
