"""What a choice could be narrowed or widened by, and how many events each value would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush, nlargest
from typing import Any, NamedTuple

from timeline.filtering import FACETS, EventFilter, Order
from timeline.filtering.wording import public_rows
from timeline.index.bitmaps import ordinals
from timeline.index.choosing import Chosen, chosen, values_in_use
from timeline.index.holding import current
from timeline.index.indexes import Index
from timeline.index.segments import Segment, Value
from timeline.index.terms import known_labels
from timeline.models import Standing, Timeline

EVENTS_A_VALUE = 400
"""Looking up the values of so many events takes as long as one look at all events that have a value."""

EVENTS_A_SINGLE_VALUE = 2_000
"""The same where each event has exactly one."""

MOST_LOOKED_UP = 100_000
"""Of more events, which lie closely, bitmaps are quicker however many values there are."""


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
    """The values of a facet that would show something or are chosen, the most frequent first; ``others`` is how many
    more would show something where only some were asked for."""

    name: str
    values: tuple[FacetValue, ...]
    others: int = 0


def facets(
    timeline: Timeline, choice: EventFilter, *, most: Mapping[str, int] | None = None, listed: int = 0
) -> tuple[Facet, ...]:
    """Every facet in the order of the address. Names are asked of the database once, and once more for values that are
    chosen although no event of the timeline has them.

    With ``most``, a number for each facet, only so many of its most frequent values are given, and those chosen; the
    others are only looked for, until there are ``listed`` values together.
    """
    index = current(timeline)
    return tuple(_facet(name, index, choice, most[name] if most else None, listed) for name in FACETS)


def _facet(name: str, index: Index, choice: EventFilter, most: int | None, listed: int) -> Facet:
    rest, keys = choice.without(name), choice.chosen(name)
    question = ("facet", name, replace(rest, order=Order.NEWEST), most, listed, keys if most else ())

    def count() -> _Counted:
        parts = chosen(index, rest)
        if _are_few(parts, name):
            every = _every(parts, name)
            return _Counted(every) if most is None else _highest(every, most, keys and wanted())
        if most is None:
            sizes = _by_size(index, name)
            return _Counted({value: number for value, _size in sizes if (number := _number_having(parts, name, value))})
        return _most_frequent(name, parts, _by_size(index, name), most, listed, keys and wanted())

    def wanted() -> Sequence[Value]:
        return index.names.values(name, keys, values_in_use(index, name))

    found = index.answers.ask(question, count)
    values = _standings(found.events, keys) if name == "standing" else _values(name, index, found.events, keys)
    ordered = sorted(values, key=lambda it: (-it.events, it.label, it.key))
    if most is None:
        return Facet(name, tuple(ordered))
    rare = [it for it in ordered[most:] if not it.is_chosen]
    kept = (*ordered[:most], *(it for it in ordered[most:] if it.is_chosen))
    return Facet(name, kept, others=min(found.others + len(rare), max(0, listed - len(kept))))


class _Counted(NamedTuple):
    """How many of the events have each value, and how many values that some have were not counted."""

    events: Mapping[Value, int]
    others: int = 0


def _are_few(parts: Iterable[Chosen], name: str) -> bool:
    """Whether looking at each event is quicker than at each value."""
    return all(len(it.places) <= _few(it.segment, name) for it in parts)


def _few(segment: Segment, name: str) -> int:
    is_single = name in segment.by_event and segment.by_event[name].is_one_each
    each = EVENTS_A_SINGLE_VALUE if is_single else EVENTS_A_VALUE
    return min(MOST_LOOKED_UP, each * len(segment.values.get(name, ())))


def _every(parts: Iterable[Chosen], name: str) -> Mapping[Value, int]:
    """How many of the events have each value."""
    counts: Counter[Value] = Counter()
    for part in parts:
        values = part.segment.values.get(name)
        if values and part.places:
            found = part.segment.by_event[name].counts(ordinals(part.places), len(values))
            counts.update({value: number for value, number in zip(values, found.tolist(), strict=True) if number})
    return counts


def _highest(every: Mapping[Value, int], most: int, wanted: Collection[Value]) -> _Counted:
    """The highest of these counts, with all that equal the last of them, and the wanted ones; the others are only
    counted, since a name costs more than a number."""
    if len(every) <= most:
        return _Counted(every)
    least = nlargest(most, every.values())[-1]
    kept = {value: number for value, number in every.items() if number >= least or value in wanted}
    return _Counted(kept, len(every) - len(kept))


def _most_frequent(
    name: str,
    parts: Sequence[Chosen],
    by_size: Iterable[tuple[Value, int]],
    most: int,
    listed: int,
    wanted: Collection[Value],
) -> _Counted:
    """The values that most events have, and the wanted ones, counted. No value has more of the chosen events than of
    all, so that beyond some size none can be among them: those are only looked for."""
    counts = {value: number for value in wanted if (number := _number_having(parts, name, value))}
    best: list[int] = []  # a heap of the highest counts
    others = 0
    for value, size in by_size:
        if value in wanted:
            continue
        if len(best) == most and size < best[0]:
            if len(counts) + others >= listed:
                break
            others += _any_having(parts, name, value)
        elif number := _number_having(parts, name, value):
            counts[value] = number
            heappush(best, number)
            if len(best) > most:
                heappop(best)
    return _Counted(counts, others)


def _by_size(index: Index, name: str) -> Sequence[tuple[Value, int]]:
    """The values of a facet, each with how many events have it at most, the largest first."""

    def sizes() -> Sequence[tuple[Value, int]]:
        found: Counter[Value] = Counter()
        for part in index.parts:
            found.update({value: len(places) for value, places in part.segment.values.get(name, {}).items()})
        return found.most_common()

    return index.answers.ask(("sizes", name), sizes)


def _number_having(parts: Iterable[Chosen], name: str, value: Value) -> int:
    """How many of the events have the value."""
    return sum(
        part.places.intersection_cardinality(places)
        for part in parts
        if (places := part.segment.values.get(name, {}).get(value)) is not None
    )


def _any_having(parts: Iterable[Chosen], name: str, value: Value) -> bool:
    """Whether any of the events has it: much quicker than how many do."""
    return any(
        part.places.intersect(places)
        for part in parts
        if (places := part.segment.values.get(name, {}).get(value)) is not None
    )


def _standings(counts: Mapping[Value, int], keys: tuple[str, ...]) -> list[FacetValue]:
    shown = [it for it in Standing if it.value in counts or it.value in keys]
    return [FacetValue(it.value, str(it.label), counts.get(it.value, 0), it in keys) for it in shown]


def _values(name: str, index: Index, counts: Mapping[Value, int], keys: tuple[str, ...]) -> list[FacetValue]:
    labels = index.names.labels(name, counts)
    known = [(labels[value], number) for value, number in counts.items() if value in labels]
    shown = [FacetValue(it.key, it.name, number, it.key in keys, it.shape) for it, number in known]
    unshown = sorted(set(keys) - {it.key for it in shown})
    elsewhere = known_labels(index, name, unshown)
    shown += [FacetValue(it.key, it.name, 0, True, it.shape) for it in elsewhere]
    unknown = set(unshown) - {it.key for it in elsewhere}
    return (
        shown + [_without_events(name, row) for row in public_rows(name, tuple(sorted(unknown)))] if unknown else shown
    )


def _without_events(name: str, row: Any) -> FacetValue:
    return FacetValue(row.key, row.name if name == "source" else row.label, 0, True, getattr(row, "shape", ""))
