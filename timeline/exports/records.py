"""One event as a value that any format can write: only what its public page says, and nothing of the editors'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.filtering import EventFilter
from timeline.index import page, quotation
from timeline.index.editions import versions
from timeline.models import Citation, Event, Place, Timeline
from timeline.models.vocabulary import Term

CHUNK = 500
"""Events fetched at once: some megabytes of memory, whatever the size of the timeline."""

DECIMALS = 4
"""Of a coordinate: eleven metres at most, enough for a town and too little for a door."""

type Record = dict[str, Any]


def records(timeline: Timeline, choice: EventFilter) -> Iterator[Record]:
    """Every event of the choice in its order, fetched as they are asked for; names in the timeline's language."""
    place = None
    while True:
        chunk = page(timeline, choice, after=place, size=CHUNK, is_detailed=True)
        numbers = versions(chunk.events)
        yield from (record(event, timeline=timeline, version=numbers[event.pk]) for event in chunk.events)
        place = chunk.next_cursor
        if place is None:
            return


def record(event: Event, *, timeline: Timeline, version: int) -> Record:
    """One published event, in the order of the data dictionary."""
    return {
        "id": event.public_id,
        "address": f"{settings.SITE_URL}{reverse('event', args=[event.public_id])}",
        "version": version,
        "headline": event.headline,
        "summary": event.summary,
        "language": event.language,
        "date": _date(event.date),
        "standing": str(event.standing),
        "attributed_to": event.attributed_to,
        "kind": _term(event.kind, timeline.language) if event.kind else None,
        "actors": [_term(actor, timeline.language) for actor in event.actors.all()],
        "places": [_place(place, timeline.language) for place in event.places.all()],
        "claims": [{"words": claim.get("words"), "by": claim.get("by")} for claim in event.claims],
        "sources": [_source(citation) for citation in event.citations.all()],
    }


def _date(it: EventDate | None) -> Record | None:
    """Null where nothing is said; a side that is open has no bound."""
    if it is None:
        return None
    return {
        "edtf": to_notation(it),
        "earliest": None if it.earliest == OPEN_START else it.earliest.isoformat(),
        "latest": None if it.latest == OPEN_END else it.latest.isoformat(),
        "precision": it.precision.value,
        "part": it.part.value if it.part else None,
        "extent": it.extent.value,
        "approximate": it.approximate,
        "uncertain": it.uncertain,
        "time": it.time.isoformat() if it.time else None,
        "zone": it.zone,
    }


def _term(term: Term, language: str) -> Record:
    return {"key": term.key, "name": term.label_in(language)}


def _place(place: Place, language: str) -> Record:
    return {
        **_term(place, language),
        "country": place.country,
        "latitude": _rounded(place.latitude),
        "longitude": _rounded(place.longitude),
    }


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DECIMALS)


def _source(citation: Citation) -> Record:
    """A quotation as far as the page shows it, with where it comes from."""
    article, shown = citation.article, quotation(citation)
    return {
        "quote": shown.text,
        "is_cut": shown.cut_before or shown.cut_after,
        "phrase": shown.phrase,
        "outlet": article.outlet.name if article.outlet else "",
        "title": article.title,
        "address": article.url,
        "published_on": _day(article.published_on),
        "language": article.language,
        "licence_note": article.licence_note,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
