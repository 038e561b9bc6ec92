"""What a choice could be narrowed or widened by, and how many events each value would show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, Q, QuerySet

from timeline.filtering import FACETS, EventFilter
from timeline.filtering.wording import public_rows
from timeline.index.choosing import chosen
from timeline.models import Actor, Citation, Event, Kind, Outlet, Place, Standing, Timeline
from timeline.models.events import EventQuerySet


@dataclass(frozen=True, slots=True)
class FacetValue:
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


type _Counts = dict[int | str, int]
"""Events by a facet's row: its primary key, or the standing itself."""


def facets(timeline: Timeline, choice: EventFilter) -> tuple[Facet, ...]:
    """Every facet in the order of the address, in nine queries: one for the counts and, but for standings, one for
    the names."""
    return tuple(_facet(name, timeline, choice) for name in FACETS)


def _facet(name: str, timeline: Timeline, choice: EventFilter) -> Facet:
    counts, keys = _COUNTS[name](chosen(timeline, choice.without(name))), choice.chosen(name)
    values = _standings(counts, keys) if name == "standing" else _rows(name, counts, keys)
    return Facet(name, tuple(sorted(values, key=lambda it: (-it.events, it.label, it.key))))


def _standings(counts: _Counts, keys: tuple[str, ...]) -> list[FacetValue]:
    shown = [it for it in Standing if it in counts or it in keys]
    return [FacetValue(it.value, str(it.label), counts.get(it.value, 0), it in keys) for it in shown]


def _rows(name: str, counts: _Counts, keys: tuple[str, ...]) -> list[FacetValue]:
    model, known = _MODELS[name], public_rows(name, keys).order_by().values("pk")
    rows = model._default_manager.filter(Q(pk__in=counts) | Q(pk__in=known)).defer(*_NOT_SHOWN[model])
    return [
        FacetValue(it.key, _label(it), counts.get(it.pk, 0), it.key in keys, getattr(it, "shape", "")) for it in rows
    ]


def _label(row: Model) -> str:
    return row.name if isinstance(row, Outlet) else row.label


def _by_kind(events: EventQuerySet) -> _Counts:
    return _pairs(events.exclude(kind=None).values_list("kind").annotate(n=Count("pk")))


def _by_actor(events: EventQuerySet) -> _Counts:
    links = Event.actors.through.objects.filter(event__in=events)
    return _pairs(links.values_list("actor").annotate(n=Count("event")))


def _by_place(events: EventQuerySet) -> _Counts:
    links = Event.places.through.objects.filter(event__in=events)
    return _pairs(links.values_list("place").annotate(n=Count("event")))


def _by_standing(events: EventQuerySet) -> _Counts:
    return _pairs(events.values_list("standing").annotate(n=Count("pk")))


def _by_source(events: EventQuerySet) -> _Counts:
    quoted = Citation.objects.filter(event__in=events, article__outlet__isnull=False)
    return _pairs(quoted.values_list("article__outlet").annotate(n=Count("event", distinct=True)))


def _pairs(found: QuerySet[Any]) -> _Counts:
    return dict(found.order_by())


_MODELS: dict[str, type[Model]] = {"kind": Kind, "actor": Actor, "place": Place, "source": Outlet}
_NOT_SHOWN = {Kind: ["cues"], Actor: ["aliases"], Place: ["aliases"], Outlet: ["url"]}
"""Columns whose JSON or text is no part of a name."""

_COUNTS: dict[str, Callable[[EventQuerySet], _Counts]] = {
    "kind": _by_kind,
    "actor": _by_actor,
    "place": _by_place,
    "standing": _by_standing,
    "source": _by_source,
}
