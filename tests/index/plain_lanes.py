"""The lanes of a window from plain rows, one after the other: what the index is held to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import ExtractHour

from tests.index.plain_answers import chosen
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing.bins import HOURS_A_DAY, Bins, moment
from timeline.filtering import EventFilter
from timeline.models import Actor, Citation, Event, Kind, Place, Timeline
from timeline.models.events import EventQuerySet
from timeline.models.vocabulary import Term

MOST_NAMED = 6
"""Values that have a lane of their own."""

BY = ("kind", "actor", "place")

_MODELS: dict[str, type[Term]] = {"kind": Kind, "actor": Actor, "place": Place}
_NOT_SHOWN = {"kind": "cues", "actor": "aliases", "place": "aliases"}


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


class _Row(NamedTuple):
    """What the counting needs of an event."""

    pk: int
    earliest: date
    latest: date
    hour: int | None
    importance: int

    @property
    def begins(self) -> int:
        return moment(self.earliest, self.hour or 0)

    @property
    def ends(self) -> int:
        return moment(self.latest, HOURS_A_DAY if self.hour is None else self.hour + 1)


type _Values = Mapping[int, Sequence[int]]
"""The values of each event, both by primary key."""


def lanes(timeline: Timeline, choice: EventFilter, by: str, bins: Bins, *, marks: int) -> tuple[Lane, ...]:
    """The lanes of a choice in a window, by ``kind``, ``actor`` or ``place``, in at most seven queries.

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
    events = chosen(timeline, choice)
    named = _named(by, events)
    within = events.overlapping(bins.first, bins.last)
    rows = [row for row in map(_Row._make, within.values_list(*_COLUMNS)) if _reaches(row, bins)]
    groups = _grouped(rows, _values_of(by, within), [term.pk for term in named])
    sources = _sources_of(within)
    most = marks // max(1, len(groups))
    counted = [_units(group, bins, sources) for group in groups.values()]
    shown = {lead for units in counted for _certain, _possible, lead in units if lead}
    shown |= {row.pk for group in groups.values() if len(group) <= most for row in group}
    found = Event.objects.select_related("kind").defer("kind__cues", "words", "claims").in_bulk(shown)
    return tuple(
        _lane(_role(role, named), group, units, found, most)
        for (role, group), units in zip(groups.items(), counted, strict=True)
    )


_COLUMNS = ("pk", "earliest", "latest", ExtractHour("time"), "importance")


def span(timeline: Timeline, choice: EventFilter) -> tuple[date, date] | None:
    """Days that every event of a choice overlaps, inside the chosen ones: from the first known bound to the last. None
    where there are no events, or none with a known bound. One query."""
    found = chosen(timeline, choice).aggregate(
        first=Min("earliest", filter=~Q(earliest=OPEN_START)),
        first_end=Min("latest"),
        last=Max("latest", filter=~Q(latest=OPEN_END)),
        last_start=Max("earliest"),
    )
    known = [day for day in found.values() if day not in (None, OPEN_START, OPEN_END)]
    if not known:
        return None
    first = min(max(min(known), choice.first or date.min), choice.last or date.max)
    return first, max(first, min(max(known), choice.last or date.max))


def _named(by: str, events: EventQuerySet) -> list[Term]:
    """The values that get a lane, in order."""
    model = _MODELS[by]
    counted: Any = events.exclude(kind=None).order_by().values_list("kind").annotate(n=Count("pk"))
    if by != "kind":
        through = getattr(Event, f"{by}s").through.objects.filter(event__in=events)
        counted = through.order_by().values_list(by).annotate(n=Count("event"))
    totals = dict(counted)
    terms = model._default_manager.filter(pk__in=totals).defer(_NOT_SHOWN[by])
    return sorted(terms, key=lambda it: (-totals[it.pk], it.label, it.key))[:MOST_NAMED]


def _values_of(by: str, events: EventQuerySet) -> _Values:
    found: dict[int, list[int]] = defaultdict(list)
    if by == "kind":
        pairs: Iterable[tuple[int, int]] = events.exclude(kind=None).order_by().values_list("pk", "kind")
    else:
        pairs = getattr(Event, f"{by}s").through.objects.filter(event__in=events).values_list("event", by)
    for event, value in pairs:
        found[event].append(value)
    return found


def _sources_of(events: EventQuerySet) -> Mapping[int, int]:
    cited = Citation.objects.filter(event__in=events).order_by().values_list("event")
    return dict(cited.annotate(n=Count("article", distinct=True)))


def _reaches(row: _Row, bins: Bins) -> bool:
    return row.begins < bins.edges[-1] and row.ends > bins.edges[0]


def _grouped(rows: Iterable[_Row], values: _Values, named: Sequence[int]) -> dict[int | str, list[_Row]]:
    """The rows of each lane in the order of lanes: by a value's primary key, then "others" and "none"."""
    groups: dict[int | str, list[_Row]] = {**{pk: [] for pk in named}, "others": [], "none": []}
    for row in rows:
        had = values.get(row.pk, ())
        lanes = {value if value in groups else "others" for value in had} or {"none"}
        for lane in lanes:
            groups[lane].append(row)
    return {role: group for role, group in groups.items() if group or role not in ("others", "none")}


type _Unit = tuple[int, int, int | None]
"""Certain, possible, and the lead's primary key."""


def _units(group: Sequence[_Row], bins: Bins, sources: Mapping[int, int]) -> list[_Unit]:
    held: list[list[_Row]] = [[] for _ in range(len(bins))]
    for row in group:
        held[bins.index_at(max(row.begins, bins.edges[0]))].append(row)
    return [
        _unit(rows, begins, ends, sources) for rows, begins, ends in zip(held, bins.edges, bins.edges[1:], strict=False)
    ]


def _unit(rows: Sequence[_Row], begins: int, ends: int, sources: Mapping[int, int]) -> _Unit:
    certain = sum(begins <= row.begins and row.ends <= ends for row in rows)
    lead = min(
        rows,
        key=lambda it: (-it.importance, -sources.get(it.pk, 0), it.earliest, it.latest, it.pk),
        default=None,
    )
    return certain, len(rows) - certain, lead.pk if lead else None


def _role(role: int | str, named: Sequence[Term]) -> tuple[str, str, str, str]:
    """Role, key, label and shape of a lane."""
    if isinstance(role, str):
        return role, "", "", ""
    term = next(it for it in named if it.pk == role)
    return "value", term.key, term.label, getattr(term, "shape", "")


def _lane(
    told: tuple[str, str, str, str], group: list[_Row], units: list[_Unit], found: Mapping[int, Event], most: int
) -> Lane:
    ordered = sorted(group, key=lambda it: (it.earliest, it.latest, it.pk))
    return Lane(
        *told,
        events=len(group),
        units=tuple(LaneUnit(certain, possible, found.get(lead or 0)) for certain, possible, lead in units),
        rows=tuple(found[row.pk] for row in ordered) if len(group) <= most else None,
    )
