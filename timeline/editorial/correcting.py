"""Changing what is already public, in public."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.editorial.changes import Changes, apply
from timeline.editorial.proposing import propose
from timeline.editorial.refusals import Refused
from timeline.editorial.revising import locked, record
from timeline.models import Event, Status, Verb


@transaction.atomic
def correct(event: Event, *, by: AbstractBaseUser, changes: Changes, note: str) -> Event:
    """Change a published event; readers see the note, what changed and when.

    Raises :class:`Refused` without a note, without a difference, or when the change would leave it undated.
    """
    published = locked(event, Status.PUBLISHED)
    if not note.strip():
        raise Refused(_("Say in a public note what was wrong and what it says now."))
    if changes.given().get("date", published.date) is None:
        raise Refused(_("A published event keeps a date: correct it, or withdraw the event."))
    if not apply(changes, published):
        raise Refused(_("Nothing is different, so there is nothing to correct."))
    record(published, verb=Verb.CORRECTED, by=by, note=note.strip())
    propose([published])
    return published
