"""Writing down what was done: the one place that makes revisions."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.dates.notation import to_notation
from timeline.editorial.refusals import Refused
from timeline.models import Event, Reach, Revision, Status, Timeline, Verb

_SEEN_BY_READERS = {Verb.ADDED, Verb.ACCEPTED, Verb.CORRECTED, Verb.WITHDRAWN}


def locked(event: Event, *statuses: Status) -> Event:
    """The event's row as it stands now, held until the transaction ends.

    Raises :class:`Refused` when its status is none of those given: someone else was faster.
    """
    fresh = Event.objects.select_for_update().get(pk=event.pk)
    if fresh.status not in statuses:
        raise Refused(
            _("“%(headline)s” is already %(status)s.")
            % {"headline": fresh.headline, "status": fresh.get_status_display().lower()}
        )
    return fresh


def record(event: Event, *, verb: Verb, by: AbstractBaseUser, note: str = "") -> Revision:
    """Append one revision holding the event as it stands, and let readers' caches know if they are concerned.

    The version moves first: from then on the timeline's row is this transaction's, so that the moments of revisions
    and of shared views (``sharing.py``) follow each other as the versions do.
    """
    if verb in _SEEN_BY_READERS:
        Timeline.objects.bump(event.timeline_id, Reach.EVENTS, events=[event.pk])
    last = event.revisions.order_by("number").last()
    revision = Revision(
        event=event,
        number=last.number + 1 if last else 1,
        verb=verb,
        note=note,
        by=by,
        at=timezone.now(),
        snapshot=snapshot(event),
    )
    revision.digest = revision.chain_digest(last.digest if last else "")
    revision.save(force_insert=True)
    return revision


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


def _citation(citation: Any) -> dict[str, Any]:
    names = ("quote", "start", "end", "phrase", "phrase_start", "phrase_end", "trail")
    return {"article": citation.article.sha256, **{name: getattr(citation, name) for name in names}}
