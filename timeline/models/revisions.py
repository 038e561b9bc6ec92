"""What was done to an event, by whom, and how it stood afterwards. Rows are added, never changed."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.imports import Import


class Verb(models.TextChoices):
    """The editorial verbs, one per way in which an event changes."""

    DRAFTED = "drafted", _("Drafted")
    ADDED = "added", _("Added by hand")
    IMPORTED = "imported", _("Imported")
    ACCEPTED = "accepted", _("Accepted")
    AMENDED = "amended", _("Amended")
    REJECTED = "rejected", _("Rejected")
    CORRECTED = "corrected", _("Corrected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class RevisionQuerySet(models.QuerySet["Revision"]):
    """The words for choosing revisions."""

    def public(self) -> RevisionQuerySet:
        """What readers are told of: corrections and withdrawals."""
        return self.filter(verb__in=[Verb.CORRECTED, Verb.WITHDRAWN])

    def of_events_visible_at(self, moment: datetime) -> RevisionQuerySet:
        """Without those of events that an import still hid at the moment, or hides now."""
        visible = Import.objects.visible().filter(visible_at__lte=moment).values("pk")
        return self.filter(models.Q(event__batch__isnull=True) | models.Q(event__batch__in=visible))


class Revision(models.Model):
    """One event after one verb, its citations included.

    ``digest`` is the SHA-256 of the row's content and the digest before it, so that a row changed or taken out
    of the middle shows (``chain_digest``). Triggers refuse UPDATE, DELETE and TRUNCATE (``revision_guard``).
    ``note`` is public for corrections and withdrawals, the editors' own otherwise.
    """

    event = models.ForeignKey("Event", models.PROTECT, db_index=False, related_name="revisions")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=10, choices=Verb)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="revision_numbers_do_not_repeat"),
            models.CheckConstraint(condition=models.Q(verb__in=Verb.values), name="revision_verb_is_known"),
            models.CheckConstraint(
                condition=~models.Q(verb__in=["corrected", "withdrawn"], note=""), name="revision_public_note_is_given"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id}.{self.number} {self.verb}"

    def chain_digest(self, before: str) -> str:
        """What ``digest`` must be after a row with the digest ``before`` ("" for the first)."""
        content = [before, self.event_id, self.number, self.verb, self.note, self.by_id, self.at.isoformat()]
        return hashlib.sha256(canonical_json([*content, self.snapshot]).encode()).hexdigest()


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value always gives the same bytes."""
    return _canonical.encode(value)


_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def chain_is_whole(revisions: list[Revision]) -> bool:
    """Whether one event's revisions, in order, are numbered without a gap and each digest follows from the last."""
    before = ""
    for number, revision in enumerate(revisions, start=1):
        if revision.number != number or revision.digest != revision.chain_digest(before):
            return False
        before = revision.digest
    return True
