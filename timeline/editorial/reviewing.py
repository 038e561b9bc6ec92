"""Deciding drafts: accept, amend, reject. Accepting publishes."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from timeline.editorial.changes import Changes, apply
from timeline.editorial.proposing import propose
from timeline.editorial.publishing import publish
from timeline.editorial.revising import locked, record
from timeline.models import Event, Status, Verb


@transaction.atomic
def accept(event: Event, *, by: AbstractBaseUser, changes: Changes | None = None) -> Event:
    """Publish a draft, with what the editor changed about it, as one revision. Raises ``Refused``."""
    draft = locked(event, Status.DRAFT)
    if changes:
        apply(changes, draft)
    publish(draft, by=by)
    record(draft, verb=Verb.ACCEPTED, by=by)
    if changes:
        propose([draft])
    return draft


@transaction.atomic
def amend(event: Event, *, by: AbstractBaseUser, changes: Changes) -> Event:
    """Change a draft and leave it a draft; no revision when nothing is different. Raises ``Refused``."""
    draft = locked(event, Status.DRAFT)
    if apply(changes, draft):
        record(draft, verb=Verb.AMENDED, by=by)
        propose([draft])
    return draft


@transaction.atomic
def reject(event: Event, *, by: AbstractBaseUser, reason: str = "") -> Event:
    """Put a draft away; the reason stays with the editors. Raises ``Refused``."""
    draft = locked(event, Status.DRAFT)
    draft.status = Status.REJECTED
    draft.save()
    record(draft, verb=Verb.REJECTED, by=by, note=reason)
    return draft
