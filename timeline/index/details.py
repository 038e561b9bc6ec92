"""What a list says of its events beside their own words: kind, names, sources and how the date was read.

The rows behind these are never made into models: a page of fifty events names some three hundred, and making them
takes longer than finding them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from timeline.index.holding import current
from timeline.index.indexes import Index
from timeline.index.naming import Label
from timeline.index.statements import Statement
from timeline.index.trails import Trail, reading_among
from timeline.models import Citation, Event, Timeline


class Source(NamedTuple):
    """An article as a list of sources names it; texts are "" and the day is None where nothing is known."""

    outlet: str
    title: str
    address: str
    published_on: date | None
    language: str


class Details(NamedTuple):
    """``actors`` and ``places`` are names in the language being shown, by their canonical names; ``sources`` each
    article once, by its key, in the editors' order; ``reading`` how the date was worked out, or ""."""

    kind: Label | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    sources: Mapping[int, Source]
    reading: str


type _ByEvent[Row] = Mapping[int, Sequence[Row]]


def details(timeline: Timeline, events: Sequence[Event]) -> dict[int, Details]:
    """The details of events of a timeline by their keys. One query for the articles; kinds and names are the index's
    own."""
    index, wanted = current(timeline), {event.pk for event in events}
    kinds = index.names.labels("kind", {event.kind_id for event in events if event.kind_id})
    actors, places = (_names(index, facet, wanted) for facet in ("actor", "place"))
    cited = _citations(events)
    return {
        event.pk: Details(
            kinds[event.kind_id] if event.kind_id else None,
            actors.get(event.pk, ()),
            places.get(event.pk, ()),
            {article: source for article, source, _trail in cited.get(event.pk, ())},
            reading_among([trail for _article, _source, trail in cited.get(event.pk, ())], event.date),
        )
        for event in events
    }


def _names(index: Index, facet: str, events: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    """The names of each event's actors or places, by their canonical names."""
    had = {pk: values for part in index.parts for pk, values in part.values_of(facet, events)}
    values = set().union(*had.values())
    rows, labels = index.names.rows(facet, values), index.names.labels(facet, values)
    order = {value: number for number, value in enumerate(sorted(values & rows.keys(), key=lambda it: rows[it].name))}
    return {
        pk: tuple(labels[value].name for value in sorted(order.keys() & had[pk], key=order.__getitem__)) for pk in had
    }


_CITED = (
    *("event_id", "trail", "article_id", "article__outlet__name"),
    *("article__title", "article__url", "article__published_on", "article__language"),
)

_CITATIONS = Statement(lambda events: Citation.objects.filter(event__in=events).values_list(*_CITED))


def _citations(events: Sequence[Event]) -> _ByEvent[tuple[int, Source, Trail]]:
    """The article and the trail of each event's quotations, in one query."""
    found: dict[int, list[tuple[int, Source, Trail]]] = defaultdict(list)
    for row in _CITATIONS.ask(event.pk for event in events):
        found[row[0]].append((row[2], _source(*row[3:]), row[1]))
    return found


def _source(outlet: str | None, *rest: Any) -> Source:
    return Source(outlet or "", *rest)
