"""An event as its revisions keep it."""

from __future__ import annotations

from typing import Any

from timeline.dates.notation import to_notation
from timeline.models.citations import Citation
from timeline.models.events import Event


def snapshot(event: Event) -> dict[str, Any]:
    """The event and its citations as JSON-ready values; kinds, actors and places by key."""
    date = event.date
    return {
        "status": str(event.status),
        "headline": event.headline,
        "summary": event.summary,
        "language": event.language,
        "date": to_notation(date) if date else None,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "precision": str(event.precision),
        "part": str(event.part),
        "extent": str(event.extent),
        "approximate": event.approximate,
        "uncertain": event.uncertain,
        "time": event.time.isoformat() if event.time else None,
        "zone": event.zone,
        "standing": str(event.standing),
        "attributed_to": event.attributed_to,
        "kind": event.kind.key if event.kind else None,
        "actors": [actor.key for actor in event.actors.all()],
        "places": [place.key for place in event.places.all()],
        "importance": event.importance,
        "claims": event.claims,
        "citations": [_citation(citation) for citation in event.citations.select_related("article")],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    names = ("quote", "start", "end", "phrase", "phrase_start", "phrase_end", "trail")
    return {"article": citation.article.sha256, **{name: getattr(citation, name) for name in names}}
