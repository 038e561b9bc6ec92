"""Which event stands for each bin of a histogram, so that a bar says more than how high it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import ExtractHour

from timeline.drawing import Bins, Dated, place
from timeline.filtering import EventFilter
from timeline.index.choosing import chosen
from timeline.models import Event, Timeline


@dataclass(frozen=True, slots=True)
class Lead:
    """The event that leads a bin: its headline, the language of that, and the path of its page."""

    headline: str
    language: str
    address: str


def leads(timeline: Timeline, choice: EventFilter, bins: Bins) -> tuple[Lead | None, ...]:
    """The lead of each bin, None for a bin without events: the weightiest by importance, then by the number of
    articles it is quoted from, then the first by (earliest, latest, id). Events lie in bins as
    :func:`timeline.index.histogram` counts them. Two queries."""
    within = chosen(timeline, choice).overlapping(bins.first, bins.last)
    sourced = within.annotate(sources=Count("citations__article", distinct=True))
    rows = sourced.values_list("pk", "earliest", "latest", ExtractHour("time"), "importance", "sources")
    best: dict[int, tuple[tuple[object, ...], int]] = {}
    for pk, earliest, latest, hour, importance, sources in rows.order_by("earliest", "latest", "pk").iterator():
        at, _is_certain = place(Dated(earliest, latest, None, hour), bins)
        rank = (importance, sources)
        if at not in best or rank > best[at][0]:
            best[at] = rank, pk
    found = _named(pk for _rank, pk in best.values())
    return tuple(found[best[at][1]] if at in best else None for at in range(len(bins)))


def _named(keys: Iterable[int]) -> Mapping[int, Lead]:
    rows = Event.objects.only("public_id", "headline", "language").in_bulk(set(keys))
    return {pk: Lead(row.headline, row.language, row.get_absolute_url()) for pk, row in rows.items()}
