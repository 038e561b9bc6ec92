"""What a list says of its events beside their own words: kind, names, sources and how the date was read.

The rows behind these are never made into models: a page of fifty events names some three hundred, and making them
takes longer than finding them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from timeline.index.trails import Trail, deciding, reading_of
from timeline.models import Citation, Event, Kind
from timeline.models.vocabulary import name_in


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a list of sources names it; texts are "" and the day is None where nothing is known."""

    outlet: str
    title: str
    address: str
    published_on: date | None
    language: str


@dataclass(frozen=True, slots=True)
class Details:
    """``actors`` and ``places`` are names in the language being shown, by their canonical names; ``sources`` each
    article once, by its key, in the editors' order; ``reading`` how the date was worked out, or ""."""

    kind: Kind | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    sources: Mapping[int, Source]
    reading: str


type _ByEvent[Row] = Mapping[int, Sequence[Row]]


def details(events: Sequence[Event]) -> dict[int, Details]:
    """The details of events by their keys, in four queries."""
    kinds = Kind.objects.defer("cues").in_bulk({event.kind_id for event in events if event.kind_id})
    actors, places, cited = _names("actor", events), _names("place", events), _citations(events)
    return {
        event.pk: Details(
            kinds.get(event.kind_id),
            tuple(actors.get(event.pk, ())),
            tuple(places.get(event.pk, ())),
            {article: source for article, source, _trail in cited.get(event.pk, ())},
            reading_of(deciding([trail for _article, _source, trail in cited.get(event.pk, ())], event.date)),
        )
        for event in events
    }


def _names(term: str, events: Sequence[Event]) -> _ByEvent[str]:
    """The names of each event's actors or places, in one query."""
    through, language = getattr(Event, f"{term}s").through, get_language() or "en"
    links = through.objects.filter(event__in=[event.pk for event in events]).order_by(f"{term}__name")
    found: dict[int, list[str]] = defaultdict(list)
    for event, key, names in links.values_list("event_id", f"{term}__key", f"{term}__names"):
        found[event].append(name_in(names, language, key))
    return found


_CITED = (
    *("event_id", "trail", "article_id", "article__outlet__name"),
    *("article__title", "article__url", "article__published_on", "article__language"),
)


def _citations(events: Sequence[Event]) -> _ByEvent[tuple[int, Source, Trail]]:
    """The article and the trail of each event's quotations, in one query."""
    rows = Citation.objects.filter(event__in=[event.pk for event in events]).values_list(*_CITED)
    found: dict[int, list[tuple[int, Source, Trail]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append((row[2], _source(*row[3:]), row[1]))
    return found


def _source(outlet: str | None, *rest: Any) -> Source:
    return Source(outlet or "", *rest)
