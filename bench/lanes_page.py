"""How heavy and how fast the lanes are: ``python bench/lanes_page.py [--events 10000]``.

Loads the reports of ``gaza_items.csv`` (``DATELINE_SHARED``, see ``filtered_page.py``) into a database of its own in a
temporary folder, and copies them to other days until there are so many events. For each state of the lanes: the
milliseconds of the whole answer (median of five, in one process), queries, marks, elements, and the kilobytes that a
first visit fetches, styles and scripts included, compressed as a proxy in front would (gzip -6).
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from filtered_page import ROOT, SHARED, SLUG, load

STATES = (
    "lanes/",
    "lanes/?by=actor",
    "lanes/?by=place&zoom=month&at=2024-06-01",
    "lanes/?by=actor&zoom=week&at=2024-06-03",
    "lanes/?zoom=day&at=2024-06-15",
    "lanes/?by=actor&zoom=hour&at=2023-10-07T12",
    "lanes/?kind=attack&by=actor",
    "_lanes/?by=actor&zoom=month&at=2024-06-01",
)


def main() -> None:
    """Load, copy, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=2628)
    wanted, source = options.parse_args().events, SHARED / "data" / "gaza_items.csv"
    if not source.exists():
        print(f"lanes page: {source} is missing, nothing was measured (set DATELINE_SHARED)")
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        loaded = load(source)
        print(f"{copy_up_to(wanted, loaded)} events, {os.cpu_count()} cores")
        print(f"{'ms':>6} {'queries':>8} {'marks':>6} {'elements':>9} {'kB':>6}")
        for state in STATES:
            report(state)


def copy_up_to(wanted: int, there: int) -> int:
    """Copies of the events with their actors, places and quotations, each round of them a day later."""
    from timeline.models import Citation, Event
    from timeline.models.public_ids import new_public_id

    originals = list(Event.objects.prefetch_related("actors", "places", "citations"))
    while there < wanted:
        days = 1 + there // len(originals)
        for event in originals[: wanted - there]:
            links = [(event.actors, list(event.actors.all())), (event.places, list(event.places.all()))]
            citations = list(event.citations.all())
            copy = Event.objects.get(pk=event.pk)
            copy.pk, copy.public_id = None, new_public_id()
            copy.earliest += timedelta(days=days)
            copy.latest += timedelta(days=days)
            copy.headline = f"{copy.headline[:180]} [{days}]"
            copy.save()
            copy.actors.set(links[0][1])
            copy.places.set(links[1][1])
            for citation in citations:
                citation.pk, citation.event = None, copy
            Citation.objects.bulk_create(citations)
            there += 1
    return Event.objects.published().count()


def report(state: str) -> None:
    """One line about one state."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, taken = Client(), []
    for _ in range(5):
        start = time.perf_counter()
        response = client.get(f"/{SLUG}/{state}", headers={"host": "127.0.0.1"})
        taken.append((time.perf_counter() - start) * 1000)
    with CaptureQueriesContext(connection) as queries:
        source = client.get(f"/{SLUG}/{state}", headers={"host": "127.0.0.1"}).content.decode()
    assert response.status_code == 200, (state, response.status_code)
    marks, elements = len(re.findall(r'<a class="(?:mark|counted)', source)), len(re.findall(r"<[a-zA-Z]", source))
    weight = sum(len(gzip.compress(part, 6)) for part in [source.encode(), *files_of(source)]) / 1024
    print(f"{statistics.median(taken):6.0f} {len(queries):8} {marks:6} {elements:9} {weight:6.1f}  /{SLUG}/{state}")


def files_of(source: str) -> list[Any]:
    """The styles and scripts that a page asks for, as they lie in the project or in django-htmx."""
    import django_htmx

    folders = [ROOT / "static", Path(django_htmx.__file__).parent / "static"]
    names = re.findall(r'(?:href|src)="/static/([\w/.-]+\.(?:css|js))"', source)
    return [next(path for folder in folders if (path := folder / name).exists()).read_bytes() for name in names]


if __name__ == "__main__":
    main()
