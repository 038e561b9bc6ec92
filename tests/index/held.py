"""The index as several processes hold it, and every answer of it beside the plain one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

from tests.index import plain_answers as plain
from timeline import index
from timeline.drawing import bins
from timeline.filtering import EventFilter
from timeline.index import holding
from timeline.index.leads import lead_keys
from timeline.models import Timeline

WINDOWS = [
    bins(date(2024, 12, 30), date(2025, 1, 7)),
    bins(date(2024, 12, 31), date(2025, 1, 2)),
    bins(date(2024, 12, 1), date(2025, 3, 1), 10),
]
"""Days, hours, and weeks that reach over the window."""


@contextmanager
def process() -> Iterator[OrderedDict[int, holding.Index]]:
    """What happens inside happens in a process that has just started; entered again with what it held, it goes on."""
    with patch.object(holding, "_held", OrderedDict()) as held:
        yield held


@contextmanager
def going_on(held: OrderedDict[int, holding.Index]) -> Iterator[None]:
    with patch.object(holding, "_held", held):
        yield


def check(timeline: Timeline, choice: EventFilter) -> None:
    """Every answer is the plain one."""
    assert read_through(timeline, choice, size=3) == plain.pks(timeline, choice)
    assert index.count(timeline, choice) == plain.count(timeline, choice)
    counted = {
        it.name: {value.key: value.events for value in it.values if value.events} for it in _facets(timeline, choice)
    }
    assert counted == plain.facet_counts(timeline, choice)
    for window in WINDOWS:
        index.histogram(timeline, EventFilter(), window)  # whose bins the choice below is taken out of
        assert index.histogram(timeline, choice, window) == [plain.histogram(timeline, choice, window)]
        assert list(lead_keys(timeline, choice, window)) == plain.leads(timeline, choice, window)
    found = index.overview(timeline)
    assert (found.events, found.sources, found.first, found.last, found.span) == plain.overview(timeline)


def _facets(timeline: Timeline, choice: EventFilter) -> tuple[index.Facet, ...]:
    return index.facets(timeline, choice)


def read_through(timeline: Timeline, choice: EventFilter, *, size: int) -> list[int]:
    """The keys on all pages, from the first to the last."""
    found, page = [], index.page(timeline, choice, size=size)
    while True:
        found += [event.pk for event in page.events]
        if page.next_cursor is None:
            return found
        page = index.page(timeline, choice, after=page.next_cursor, size=size)
