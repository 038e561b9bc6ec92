"""What must hold before readers may see an event, and the moment they may."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.editorial.refusals import Refused
from timeline.models import Event, Status


def publish(event: Event, *, by: AbstractBaseUser) -> None:
    """Mark the event as published; the calling verb saves its revision.

    Raises :class:`Refused` while the event has no date or no quotation to stand on.
    """
    if event.date is None:
        raise Refused(_("“%(headline)s” needs a date before it can be published.") % {"headline": event.headline})
    if not event.citations.exists():
        raise Refused(_("“%(headline)s” needs a quotation before it can be published.") % {"headline": event.headline})
    event.status = Status.PUBLISHED
    event.published_at = timezone.now()
    event.published_by = by
    event.save()
