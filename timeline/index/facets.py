"""What a choice could be narrowed or widened by, and how many events each value would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from timeline.filtering import FACETS, EventFilter, Order
from timeline.filtering.wording import public_rows
from timeline.index.choosing import Chosen, chosen
from timeline.index.holding import Index, current
from timeline.index.segments import Value
from timeline.models import Standing, Timeline


class FacetValue(NamedTuple):
    """A value of a facet: ``events`` is how many would be shown if it alone were chosen in its facet, the other facets
    as they are (vocabulary). ``label`` is in the language being shown, ``shape`` a kind's mark, "" elsewhere."""

    key: str
    label: str
    events: int
    is_chosen: bool
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a facet that would show something or are chosen, the most frequent first."""

    name: str
    values: tuple[FacetValue, ...]


def facets(timeline: Timeline, choice: EventFilter) -> tuple[Facet, ...]:
    """Every facet in the order of the address. Names are asked of the database once, and once more for values that are
    chosen although no event of the timeline has them."""
    index = current(timeline)
    return tuple(_facet(name, index, choice) for name in FACETS)


def _facet(name: str, index: Index, choice: EventFilter) -> Facet:
    rest = choice.without(name)
    counts = index.answers.ask(
        ("facet", name, replace(rest, order=Order.NEWEST)), lambda: _counts(name, chosen(index, rest))
    )
    keys = choice.chosen(name)
    values = _standings(counts, keys) if name == "standing" else _values(name, index, counts, keys)
    return Facet(name, tuple(sorted(values, key=lambda it: (-it.events, it.label, it.key))))


def _counts(name: str, parts: Iterable[Chosen]) -> Mapping[Value, int]:
    """How many of the events have each value."""
    counts: Counter[Value] = Counter()
    for part in parts:
        for value, places in part.segment.values.get(name, {}).items():
            if number := part.places.intersection_cardinality(places):
                counts[value] += number
    return counts


def _standings(counts: Mapping[Value, int], keys: tuple[str, ...]) -> list[FacetValue]:
    shown = [it for it in Standing if it.value in counts or it.value in keys]
    return [FacetValue(it.value, str(it.label), counts.get(it.value, 0), it in keys) for it in shown]


def _values(name: str, index: Index, counts: Mapping[Value, int], keys: tuple[str, ...]) -> list[FacetValue]:
    labels = index.names.labels(name, counts)
    known = [(labels[value], number) for value, number in counts.items() if value in labels]
    shown = [FacetValue(it.key, it.name, number, it.key in keys, it.shape) for it, number in known]
    unshown = set(keys) - {it.key for it in shown}
    return (
        shown + [_without_events(name, row) for row in public_rows(name, tuple(sorted(unshown)))] if unshown else shown
    )


def _without_events(name: str, row: Any) -> FacetValue:
    return FacetValue(row.key, row.name if name == "source" else row.label, 0, True, getattr(row, "shape", ""))
