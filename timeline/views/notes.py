"""Numbered notes for paper: what each event of a page is quoted from, every source once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.index import Details, Source


@dataclass(frozen=True, slots=True)
class Notes:
    """The sources behind a page of events in the order of their first mention, and the numbers of each event's."""

    sources: tuple[Source, ...]
    numbers: dict[int, tuple[int, ...]]


def notes(details: Mapping[int, Details]) -> Notes:
    """The notes of a page; numbers begin with 1 and are given in the order of reading, which is that of ``details``."""
    sources: dict[int, Source] = {}
    places: dict[int, int] = {}
    numbers: dict[int, tuple[int, ...]] = {}
    for event, told in details.items():
        for key, source in told.sources.items():
            sources.setdefault(key, source)
            places.setdefault(key, len(sources))
        numbers[event] = tuple(places[key] for key in told.sources)
    return Notes(tuple(sources.values()), numbers)
