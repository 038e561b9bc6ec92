"""Writing down what was done: the one place that makes revisions."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.editorial.refusals import Refused
from timeline.models import Event, Reach, Revision, Status, Timeline, Verb
from timeline.models.snapshots import snapshot

_SEEN_BY_READERS = {Verb.ADDED, Verb.ACCEPTED, Verb.CORRECTED, Verb.WITHDRAWN}


def locked(event: Event, *statuses: Status) -> Event:
    """The event's row as it stands now, held until the transaction ends.

    Raises :class:`Refused` when its status is none of those given: someone else was faster.
    """
    fresh = Event.objects.settled().select_for_update().get(pk=event.pk)
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
