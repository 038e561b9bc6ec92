"""What the server takes for each sort of page, in one process of its own, asked one address after the other.

Every address is asked once, none twice, but for "first page, again": what is kept in memory for the next reader
flatters no other figure. The first page is asked for after a change of the timeline each time. Choices are those that
the page itself offers. Milliseconds from asking to having read the whole, compressed answer.
"""

from __future__ import annotations

import http.client
import itertools
import random
import re
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from urllib.parse import urlencode

from timeline.index.cursors import Cursor

SLUG = "bench"
AT_ONCE = 10
"""Addresses asked of one timeline before it is another's turn."""

ASKED = 6 * AT_ONCE
"""Addresses of each sort."""

_CHOICE = re.compile(r'<input[^>]*\btype="checkbox"[^>]*>')
_ATTRIBUTE = re.compile(r'\b(name|value)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Answers:
    """One sort of page: the median and the 95th percentile in milliseconds, and the mean of its compressed bytes."""

    p50: float
    p95: float
    wire: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status, its headers, its bytes as they came, and the milliseconds it took."""

    status: int
    headers: dict[str, str]
    body: bytes
    took: float


class Reader:
    """A connection that is kept, as a browser or a proxy keeps it."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path. Raises RuntimeError for an answer that is neither 200 nor 304."""
        given = {"Accept-Encoding": "gzip", **{name.replace("_", "-"): value for name, value in headers.items()}}
        begun = time.perf_counter()
        self.connection.request("GET", path, headers=given)
        response = self.connection.getresponse()
        body = response.read()
        took = (time.perf_counter() - begun) * 1000
        if response.status not in (200, 304):
            raise RuntimeError(f"{path} answered {response.status}")
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body, took)


@dataclass(frozen=True, slots=True)
class Served:
    """A timeline that is served: its port, the days between which its events lie, the ``words`` that are searched for,
    the first of which occurs in a fifth of the events, and what corrects an event of it."""

    port: int
    span: tuple[date, date]
    words: Sequence[str]
    change: Callable[[], None]


def measure(timelines: Sequence[Served]) -> list[dict[str, Answers]]:
    """The figures of each sort of page of each timeline. They are asked in turn, some addresses at a time: a machine
    that is slower for a while, as shared ones are, is so for all of them, and their figures can be compared."""
    readers = [Reader(it.port) for it in timelines]
    sorts = [_sorts(it, reader) for it, reader in zip(timelines, readers, strict=True)]
    found: list[dict[str, Answers]] = [{} for _ in timelines]
    for name in sorts[0]:
        taken: list[list[Answer]] = [[] for _ in timelines]
        for _turn in range(ASKED // AT_ONCE):
            for answers, asked in zip(taken, sorts, strict=True):
                answers += itertools.islice(asked[name], AT_ONCE)
        for figures, answers in zip(found, taken, strict=True):
            figures[name] = _told(answers)
    return found


def _sorts(it: Served, reader: Reader) -> dict[str, Iterator[Answer]]:
    """Answers without end, by sort of page: each is asked for as it is taken."""
    reader.ask(f"/{SLUG}/")
    offered, days = _offered(reader), _Days(*it.span)
    addresses: dict[str, Iterable[str]] = {
        "first page": _after(it.change, itertools.cycle(["", "?order=oldest"])),
        "first page, again": itertools.repeat(""),
        "filter": _filters(offered, days),
        "facet": _facets(offered),
        "search": ("?" + urlencode({"q": word}) for word in _phrases(it.words)),
        "search, one event in five": (f"?from={day}&q={it.words[0]}" for day in days),
        "lanes": (f"lanes/{query}" for query in _filters(offered, days)),
        "deep page": (f"?after={Cursor(day, day, 0)}" for day in days),
    }
    asked = {name: (reader.ask(f"/{SLUG}/{query}") for query in some) for name, some in addresses.items()}
    return {**asked, "304": _unchanged(reader, _filters(offered, _Days(*it.span, seed=2)))}


def _unchanged(reader: Reader, addresses: Iterator[str]) -> Iterator[Answer]:
    """Some addresses over and over with the tag they had: 304, or the figure would be another's."""
    known = [(query, reader.ask(f"/{SLUG}/{query}").headers["etag"]) for query in itertools.islice(addresses, AT_ONCE)]
    for query, tag in itertools.cycle(known):
        answer = reader.ask(f"/{SLUG}/{query}", If_None_Match=tag)
        if answer.status != 304:
            raise RuntimeError("an address that did not change answered anew")
        yield answer


def _told(answers: Sequence[Answer]) -> Answers:
    taken = sorted(it.took for it in answers)
    p95 = taken[min(len(taken) - 1, int(len(taken) * 0.95))]
    return Answers(statistics.median(taken), p95, round(statistics.mean(len(it.body) for it in answers)))


def _offered(reader: Reader) -> dict[str, list[str]]:
    """The keys that the page offers in each facet, the most frequent first."""
    reader.connection.request("GET", f"/{SLUG}/", headers={"Accept-Encoding": "identity"})
    page = reader.connection.getresponse().read().decode()
    offered: dict[str, list[str]] = {}
    for box in _CHOICE.findall(page):
        told = dict(_ATTRIBUTE.findall(box))
        if told.keys() != {"name", "value"}:
            continue
        offered.setdefault(told["name"], []).append(unescape(told["value"]))
    return offered


class _Days:
    """Days of a span, evenly spread by a generator whose seed is given, without end."""

    def __init__(self, first: date, last: date, *, seed: int = 1) -> None:
        self.first, self.span, self.random = first, max(1, (last - first).days), random.Random(seed)  # noqa: S311

    def __iter__(self) -> Iterator[date]:
        while True:
            yield self.first + timedelta(days=self.random.randrange(self.span))


def _filters(offered: dict[str, list[str]], days: _Days) -> Iterator[str]:
    """A range of days with one or two choices, as a reader narrows a timeline."""
    facets = [name for name in ("actor", "place") if name in offered] or ["kind"]
    for number, day in enumerate(days):
        kind = offered["kind"][number % len(offered["kind"])]
        facet = facets[number % len(facets)]
        value = offered[facet][number // 2 % len(offered[facet])]
        asked = [("from", str(day)), ("kind", kind), (facet, value)]
        yield "?" + urlencode(asked[: 2 + number % 2])


def _facets(offered: dict[str, list[str]]) -> Iterator[str]:
    """Two values of one facet and one of another, in canonical order."""
    pairs = itertools.combinations(sorted(offered["kind"]), 2)
    for one, other in itertools.cycle(pairs):
        for value in offered["actor"]:
            yield "?" + urlencode([("kind", one), ("kind", other), ("actor", value)])


def _phrases(words: Sequence[str]) -> Iterator[str]:
    """Words, then pairs of them, then more together."""
    yield from words
    for many in itertools.count(2):
        yield from (" ".join(some) for some in itertools.permutations(words, many))


def _after(change: Callable[[], None], addresses: Iterable[str]) -> Iterator[str]:
    """The addresses, each right after a change."""
    for address in addresses:
        change()
        yield address
