"""Which event stands for each bin of a window, so that a bar says more than how high it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from pyroaring import BitMap

from timeline.drawing import Bins, Unit
from timeline.filtering import EventFilter
from timeline.index.histograms import Divided, binned, parted, question, whole_division
from timeline.index.holding import current
from timeline.index.indexes import Index
from timeline.index.segments import Segment
from timeline.index.statements import Statement
from timeline.models import Event, Timeline
from timeline.models.events import event_address

type Weight = tuple[int, int, int, int, int]
"""What decides between leads, the smaller the weightier: importance and sources negated, then the order of time."""

type LeadRows = Callable[[Divided], Mapping[int, int]]
"""Finds the place of the weightiest event of one segment in each bin that has any."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The event that leads a bin: its headline, the language of that, and the path of its page."""

    headline: str
    language: str
    address: str


def leads(timeline: Timeline, choice: EventFilter, bins: Bins) -> tuple[Lead | None, ...]:
    """The lead of each bin, None for a bin without events: the weightiest by importance, then by the number of
    articles it is quoted from, then the first by (earliest, latest, id). Events lie in bins as
    :func:`timeline.index.histogram` counts them. One query for the rows."""
    keys = lead_keys(timeline, choice, bins)
    rows = _HEADLINES.ask(pk for pk in keys if pk)
    told = {pk: Lead(headline, language, event_address(name, headline)) for pk, name, headline, language in rows}
    return tuple(told.get(pk) if pk else None for pk in keys)


_HEADLINES = Statement(
    lambda pks: Event.objects.published().filter(pk__in=pks).values_list("pk", "public_id", "headline", "language")
)


def lead_keys(timeline: Timeline, choice: EventFilter, bins: Bins) -> tuple[int | None, ...]:
    """The primary keys of the leads."""
    index = current(timeline)
    of_base = _lead_rows if choice.is_narrowed else partial(_standing_leads, index)
    return index.answers.ask(question("leads", choice, bins), lambda: leads_of(parted(index, choice, bins), of_base))


def leads_of(parts: Sequence[Divided], of_base: LeadRows | None = None) -> tuple[int | None, ...]:
    """The primary key of the lead of each bin, None where it is empty; ``of_base`` finds those of the first part."""
    best: dict[int, Weight] = {}
    for part in parts:
        found = of_base(part) if of_base and part is parts[0] else _lead_rows(part)
        for place, row in found.items():
            weight = _weight(part.segment, row)
            best[place] = min(best.get(place, weight), weight)
    return tuple(best[place][-1] if place in best else None for place in range(len(parts[0].bins) if parts else 0))


def _standing_leads(index: Index, base: Divided) -> Mapping[int, int]:
    """The leads of all of the base that stands. Those of the whole base are kept with it; only where one of them was
    superseded another is looked for."""
    if base.bins.unit == Unit.HOUR:
        return _lead_rows(base)
    kept = index.divisions.ask(("leads", base.bins), lambda: _lead_rows(whole_division(index, base.bins)))
    gone = [place for place, row in kept.items() if row not in base.places]
    if not gone:
        return kept
    there = BitMap.union(BitMap(), *(BitMap(range(base.starts[it], base.starts[it + 1])) for it in gone))
    left = {place: row for place, row in kept.items() if place not in gone}
    return left | _lead_rows(base.having(there))


def _weight(segment: Segment, row: int) -> Weight:
    return (-int(segment.importance[row]), -int(segment.sources[row]), *segment.key(row))


def _lead_rows(part: Divided) -> Mapping[int, int]:
    """The place of the weightiest event of one segment in each bin that has any."""
    rows = np.frombuffer(part.places.to_array(), np.uint32)
    if part.bins.unit == Unit.HOUR:
        place, _is_certain = binned(part.segment, rows, part.bins)
        order = np.argsort(place, kind="stable")
        rows, starts = rows[order], np.searchsorted(place[order], np.arange(len(part.bins) + 1))
    else:
        starts = np.searchsorted(rows, part.starts)
    weight = part.segment.weight[rows]
    ranges = enumerate(pairwise(starts.tolist()))
    return {number: int(rows[start + weight[start:stop].argmin()]) for number, (start, stop) in ranges if start < stop}
