"""Events into bins by the vocabulary's rule, one after the other: for small timelines, and to check faster ways by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from timeline.drawing.bins import HOURS_A_DAY, Bins, moment

type KindKey = str | None
"""The key of an event's kind; None for an event that has none."""


class Dated(NamedTuple):
    """An event as a histogram sees it. ``hour`` (0–23) is known where the date has a clock time."""

    earliest: date
    latest: date
    kind: KindKey
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class BinCount:
    """Events of one bin by kind: ``certain`` have all their bounds in it, ``possible`` only begin in it."""

    certain: Mapping[KindKey, int] = field(default_factory=dict)
    possible: Mapping[KindKey, int] = field(default_factory=dict)


def count(events: Iterable[Dated | tuple[date, date, KindKey]], bins: Bins) -> tuple[BinCount, ...]:
    """The counts of each bin, in order.

    Each event that overlaps the window counts once, in the bin of its earliest day clipped to the window, or of
    its hour where bins are hours; other events do not count. A day without a clock time begins at its hour 0 and
    lies in no one hour.
    """
    certain, possible = ([Counter[KindKey]() for _ in range(len(bins))] for _ in range(2))
    for event in events:
        it = Dated(*event)
        if it.earliest <= bins.last and bins.first <= it.latest:
            index, is_certain = place(it, bins)
            (certain if is_certain else possible)[index][it.kind] += 1
    return tuple(map(BinCount, certain, possible))


def place(it: Dated, bins: Bins) -> tuple[int, bool]:
    """The index of the bin of an event that overlaps the window, and whether all of the event lies in it."""
    begins = moment(it.earliest, it.hour or 0)
    ends = moment(it.latest, HOURS_A_DAY if it.hour is None else it.hour + 1)
    index = bins.index_at(max(begins, moment(bins.first)))
    return index, bins.edges[index] <= begins and ends <= bins.edges[index + 1]
