"""How soon readers are answered, from a thousand events to a million: ``make bench-view``.

    SIZES=1000,1000000 make bench-view      # only these sizes; default 1000,10000,100000,1000000
    RUNS=3 PEERS=0 make bench-view          # fewer loads of each page, no peers

For each size it makes a database of its own and imports the events with ``manage.py import_events`` (rate and memory
are told); the project's servers of all of them are asked for pages of every sort, in turn; then Chromium loads the page
at the processor's own speed and at a quarter of it, and beside it, in the same run and with the same events,
TimelineJS, vis-timeline and timelines-chart as far as they survive. 100,000 events are real where ``DATELINE_SHARED``
has them, else made (``bench/made_events.py``). Tables go to standard output, the same as JSON to
``var/bench/view.json``.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402 - after the path that makes all of these importable

django.setup()

from bench import view_browser, view_peers, view_server, view_site  # noqa: E402
from bench.view_browser import Seen, Subject  # noqa: E402
from tests.browser.chromium import chromium  # noqa: E402

SIZES = [int(size) for size in os.environ.get("SIZES", "1000,10000,100000,1000000").split(",")]
RUNS = int(os.environ.get("RUNS", "5"))
HAS_PEERS = os.environ.get("PEERS", "1") != "0"
SPEEDS = (1, 4)
OURS = Subject("Dateline", ".card h4 a", choice="#filter input[name=kind]", said="#showing")
PEERS_END = 10_000
"""Events beyond which no peer is tried: at 50,000 two of three show nothing for a minute (docs of the peers)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: what the import, the server and the browser were measured at, JSON-ready."""

    size: int
    source: str
    imported: dict[str, Any]
    server: dict[str, Any]
    browser: list[dict[str, Any]]


def main() -> int:
    """Measure all sizes, print each table as soon as it is known, write the JSON at the end."""
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, medians of {RUNS} loads", flush=True)
    has_peers = HAS_PEERS and view_peers.install()
    with tempfile.TemporaryDirectory() as folder:
        sites = [view_site.Site(size, Path(folder) / str(size)) for size in SIZES]
        imported = [_imported(site) for site in sites]
        servers = _answered(sites)
        browsers = [_browsed(site, has_peers and site.size <= PEERS_END) for site in sites]
        in_turn = _in_turn(sites)
    measured = [
        Measured(site.size, site.source, *told)
        for site, *told in zip(sites, map(asdict, imported), servers, browsers, strict=True)
    ]
    report = {"cores": os.cpu_count(), "python": platform.python_version(), "runs": RUNS, "in_turn": in_turn}
    file = ROOT / "var" / "bench" / "view.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({**report, "sizes": [asdict(it) for it in measured]}, indent=1) + "\n")
    print(f"\nwritten as {file.relative_to(ROOT)}")
    return 0


def _imported(site: view_site.Site) -> view_site.Imported:
    site.folder.mkdir()
    imported = site.build()
    print(
        f"import of {site.size:,} events, {site.source}: {imported.seconds:.0f} s, "
        f"{site.size / imported.seconds:,.0f} events a second, peak {imported.peak_mb:.0f} MB",
        flush=True,
    )
    return imported


def _answered(sites: Sequence[view_site.Site]) -> list[dict[str, Any]]:
    """What the server of each site takes, all of them served at once and asked in turn."""
    started = [_started(site) for site in sites]
    with ExitStack() as stack:
        for site in sites:
            stack.enter_context(site.served())
        changes = [stack.enter_context(site.changing()) for site in sites]
        answers = view_server.measure(
            [view_server.Served(it.port, it.span, it.words, change) for it, change in zip(sites, changes, strict=True)]
        )
        memory = [site.memory() for site in sites]
    servers = [
        {
            "ready_seconds": seconds,
            "memory_mb": held,
            "pages": {name: asdict(it) for name, it in pages.items()},
            "queries": site.queries(),
        }
        for site, seconds, held, pages in zip(sites, started, memory, answers, strict=True)
    ]
    for site, server in zip(sites, servers, strict=True):
        print(f"\n## The server, {site.size:,} events\n")
        _print_server(server)
    return servers


def _started(site: view_site.Site) -> float:
    """Seconds from its start until it answers, while no other is served."""
    with site.served() as seconds:
        return seconds


def _browsed(site: view_site.Site, has_peers: bool) -> list[dict[str, Any]]:
    print(f"\n## The browser, {site.size:,} events\n", flush=True)
    with site.served():
        return list(_browse(site, has_peers))


def _in_turn(sites: Sequence[view_site.Site]) -> dict[int, dict[str, Any]]:
    """Our page of each size at a quarter of the speed, one load of each after the other."""
    print(
        "\n## The browser at a quarter of the speed, sizes in turn\n\n| events | first event | settled |\n|---|---|---|"
    )
    with ExitStack() as stack:
        for site in sites:
            stack.enter_context(site.served())
        browser = stack.enter_context(chromium())
        view_browser.settle(browser)
        addresses = [f"http://127.0.0.1:{site.port}/{view_server.SLUG}/" for site in sites]
        found = view_browser.in_turn(browser, OURS, addresses, slowed=max(SPEEDS), runs=3 * RUNS)
    for site, seen in zip(sites, found, strict=True):
        print(f"| {site.size:,} | {seen.first:.0f} | {seen.settled:.0f} |")
    return {site.size: asdict(seen) for site, seen in zip(sites, found, strict=True)}


def _print_server(server: dict[str, Any]) -> None:
    print(f"answers {server['ready_seconds']:.1f} s after it was started, {server['memory_mb']:.0f} MB\n")
    print("| page | p50, ms | p95, ms | kB, compressed | queries |\n|---|---|---|---|---|")
    for name, it in server["pages"].items():
        queries = server["queries"].get(name, "")
        print(f"| {name} | {it['p50']:.1f} | {it['p95']:.1f} | {it['wire'] / 1000:.1f} | {queries} |")
    print(flush=True)


def _browse(site: view_site.Site, has_peers: bool) -> Iterator[dict[str, Any]]:
    """Our page and each peer's, at each speed."""
    print("| page | processor | first event | settled | blocked | filter | elements | kB |")
    print("|---|---|---|---|---|---|---|---|")
    rows = {site.size: site.simple_events()} if has_peers else {}
    with view_peers.served(rows) as peers, chromium() as browser:
        view_browser.settle(browser)
        pages = [(OURS, f"http://127.0.0.1:{site.port}/{view_server.SLUG}/")]
        if has_peers:
            pages += [(it, f"{peers}/peers/{page}?events={site.size}") for page, it in view_peers.SUBJECTS.items()]
        for subject, address in pages:
            for slowed in SPEEDS:
                seen = view_browser.watch(browser, subject, address, slowed=slowed, runs=RUNS)
                print(_browser_row(subject.name, slowed, seen), flush=True)
                yield {"page": subject.name, "slowed": slowed, "seen": asdict(seen) if seen else None}


def _browser_row(name: str, slowed: int, seen: Seen | None) -> str:
    if seen is None:
        return f"| {name} | 1/{slowed} | gives up | | | | | |"
    filtered = "none" if seen.filtered is None else f"{seen.filtered:.0f}"
    times = f"{seen.first:.0f} | {seen.settled:.0f} | {seen.blocked:.0f} | {filtered}"
    return f"| {name} | 1/{slowed} | {times} | {seen.elements:,} | {seen.wire / 1000:.0f} |"


if __name__ == "__main__":
    sys.exit(main())
