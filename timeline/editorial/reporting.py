"""Errors that readers report: taken in without an account, seen to by an editor."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.editorial.refusals import Refused
from timeline.models import ErrorReport, Event, ReportStatus


def report_error(*, event: Event, text: str, contact: str = "") -> ErrorReport:
    """Put a reader's words into the editors' queue; the same words about the same event wait there only once."""
    words = {"event": event, "text": text.strip(), "contact": contact.strip()}
    return ErrorReport.objects.waiting().filter(**words).first() or ErrorReport.objects.create(**words)


@transaction.atomic
def handle(report: ErrorReport, *, by: AbstractBaseUser, note: str) -> ErrorReport:
    """Take a report out of the queue with a note of what was done, and forget how its reader can be reached.

    Raises :class:`Refused` without a note, or when someone else was faster.
    """
    held = ErrorReport.objects.select_for_update().get(pk=report.pk)
    if held.status == ReportStatus.HANDLED:
        raise Refused(_("Someone has handled this report already."))
    if not note.strip():
        raise Refused(_("Say in a note what was done about it."))
    held.status, held.note, held.contact = ReportStatus.HANDLED, note.strip(), ""
    held.handled_at, held.handled_by = timezone.now(), by
    held.save()
    return held
