"""Taking back what was published. The address stays and says so (410)."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.editorial.refusals import Refused
from timeline.editorial.revising import locked, record
from timeline.models import Event, Status, Verb


@transaction.atomic
def withdraw(event: Event, *, by: AbstractBaseUser, note: str) -> Event:
    """Withdraw a published event for a reason that readers are told. Raises ``Refused`` without one."""
    published = locked(event, Status.PUBLISHED)
    if not note.strip():
        raise Refused(_("Say in a public note why the event is withdrawn."))
    published.status = Status.WITHDRAWN
    published.withdrawn_at = timezone.now()
    published.withdrawal_note = note.strip()
    published.save()
    record(published, verb=Verb.WITHDRAWN, by=by, note=note.strip())
    return published
