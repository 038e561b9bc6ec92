"""A choice's events by kind, actor or place in the units of a window: what the lanes are drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing import Bins, Unit
from timeline.filtering import EventFilter
from timeline.index.choosing import Chosen, chosen, having
from timeline.index.histograms import Divided, counted, divided, in_window, moments
from timeline.index.holding import Index, current
from timeline.index.leads import leads_of
from timeline.index.overviews import known_bounds
from timeline.index.pages import past
from timeline.index.segments import Value, bitmap, ordinals
from timeline.models import Event, Timeline

MOST_NAMED = 6
"""Values that have a lane of their own."""

BY = ("kind", "actor", "place")


@dataclass(frozen=True, slots=True)
class LaneUnit:
    """The events of a lane that begin in one unit: ``certain`` have all their bounds in it. ``lead`` is the one of
    most importance, then of most sources (articles), then the first in the order of reading; None where there are no
    events."""

    certain: int = 0
    possible: int = 0
    lead: Event | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A value's events that reach into the window. ``key`` and ``label`` are "" for the others and for none.

    ``events`` is the sum of ``units``. ``rows`` are the events themselves in the order of reading, with their kinds;
    None where they are more than the lane's share.
    """

    role: str
    key: str
    label: str
    shape: str
    events: int
    units: tuple[LaneUnit, ...]
    rows: tuple[Event, ...] | None


@dataclass(frozen=True, slots=True)
class _Counted:
    """A lane before its rows are fetched: ``row`` is the value's, None for the others and for none."""

    role: str
    row: Any
    certain: tuple[int, ...]
    possible: tuple[int, ...]
    leads: tuple[int | None, ...]
    pks: tuple[int, ...] | None

    @property
    def events(self) -> int:
        return sum(self.certain) + sum(self.possible)

    @property
    def wanted(self) -> set[int]:
        """The rows that it shows."""
        return {pk for pk in self.leads if pk} | set(self.pks or ())


type _LaneOf = tuple[str, Any, list[Divided]]


def lanes(timeline: Timeline, choice: EventFilter, by: str, bins: Bins, *, marks: int) -> tuple[Lane, ...]:
    """The lanes of a choice in a window, by ``kind``, ``actor`` or ``place``; one query for the rows that are shown.

    * Counted are the choice's events that reach into the window: from before its last edge to after its first one,
      with the hour where they have a clock time. In each of its lanes an event counts once, in the unit that holds its
      beginning, clipped to the window.
    * The ``MOST_NAMED`` values that most events of the whole choice have get a lane each (``role`` "value"), the most
      frequent first, then by name and key: so they stay where they are while one scrolls and zooms. They are there
      also while the window holds none of their events.
    * An event with several values lies in the lane of each. One that has a value without a lane lies, once, in the
      lane "others" as well; one without any value lies in the lane "none". These two come last, in this order, and
      only where they hold an event of the window.
    * A lane has its events as ``rows`` where they are at most its share, ``marks`` divided by the number of lanes.
    """
    index = current(timeline)
    found = index.answers.ask(("lanes", choice, by, bins, marks), lambda: _counted(index, choice, by, bins, marks))
    rows = _rows(set().union(*(it.wanted for it in found)))
    return tuple(_lane(it, rows) for it in found)


def span(timeline: Timeline, choice: EventFilter) -> tuple[date, date] | None:
    """Days that every event of a choice overlaps, inside the chosen ones: from the first known bound to the last. None
    where there are no events, or none with a known bound."""
    known = [day for day in known_bounds(chosen(current(timeline), choice)) if day not in (None, OPEN_START, OPEN_END)]
    if not known:
        return None
    first, last = max(min(known), choice.first or date.min), min(max(known), choice.last or date.max)
    return (first, last) if first <= last else None


def _counted(index: Index, choice: EventFilter, by: str, bins: Bins, marks: int) -> tuple[_Counted, ...]:
    named = _named(index, choice, by)
    within = [divided(_reaching(it, bins), bins) for it in in_window(index, choice, bins)]
    lanes = list(_divided(within, by, named))
    most = marks // max(1, len(lanes))
    return tuple(_one(role, row, parts, most) for role, row, parts in lanes)


def _named(index: Index, choice: EventFilter, by: str) -> Mapping[Value, Any]:
    """The rows of the values that get a lane, in order."""
    totals: Counter[Value] = Counter()
    for part in chosen(index, choice):
        for value, places in part.segment.values.get(by, {}).items():
            totals[value] += part.places.intersection_cardinality(places)
    rows = index.names.rows(by, totals)
    shown = [value for value, total in totals.items() if total and value in rows]
    ordered = sorted(shown, key=lambda it: (-totals[it], rows[it].label, rows[it].key))
    return {value: rows[value] for value in ordered[:MOST_NAMED]}


def _reaching(part: Chosen, bins: Bins) -> Chosen:
    """Without what the hours of the first and the last day keep out; units of days keep nothing out."""
    if bins.unit != Unit.HOUR:
        return part
    rows = ordinals(part.places)
    begins, ends = moments(part.segment, rows)
    return Chosen(part.segment, bitmap(rows[(begins < bins.edges[-1]) & (ends > bins.edges[0])]))


def _divided(within: Sequence[Divided], by: str, named: Mapping[Value, Any]) -> Iterator[_LaneOf]:
    """Role, row and events of each lane."""
    for value, row in named.items():
        yield "value", row, [it.having(having(it.segment, by, [value])) for it in within]
    values = [it.segment.values.get(by, {}).keys() for it in within]
    paired = list(zip(within, values, strict=True))
    others = [it.having(having(it.segment, by, had - named.keys())) for it, had in paired]
    without = [it.lacking(having(it.segment, by, had)) for it, had in paired]
    for role, parts in (("others", others), ("none", without)):
        if any(it.places for it in parts):
            yield role, None, parts


def _one(role: str, row: Any, parts: list[Divided], most: int) -> _Counted:
    certain, possible = counted(parts)
    is_few = sum(len(it.places) for it in parts) <= most
    pks = tuple(pk for _earliest, _latest, pk in past(parts, None, most, is_down=False)) if is_few else None
    return _Counted(role, row, tuple(certain.tolist()), tuple(possible.tolist()), leads_of(parts), pks)


def _rows(pks: Iterable[int]) -> Mapping[int, Event]:
    events = Event.objects.published().select_related("kind").defer("kind__cues", "words", "claims")
    return events.in_bulk(list(pks))


def _lane(it: _Counted, rows: Mapping[int, Event]) -> Lane:
    units = zip(it.certain, it.possible, it.leads, strict=True)
    return Lane(
        it.role,
        it.row.key if it.row else "",
        it.row.label if it.row else "",
        getattr(it.row, "shape", ""),
        events=it.events,
        units=tuple(LaneUnit(certain, possible, rows.get(lead or 0)) for certain, possible, lead in units),
        rows=None if it.pks is None else tuple(rows[pk] for pk in it.pks if pk in rows),
    )
