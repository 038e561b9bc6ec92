"""Which two events may be one happening, what an editor said of it, and which drafts went into which events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from timeline.models.events import Status


class ProposalStatus(models.TextChoices):
    """What an editor said: nothing yet, one happening, or not the same. The last is never asked again."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class Bond(models.TextChoices):
    """What two tellings are to each other (``extraction/sameness.py``)."""

    SAME = "same", _("the same")
    FOLLOW_UP = "follow-up", _("a plan and what came of it")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """The words for choosing proposals."""

    def live(self) -> Self:
        """Those an editor can still act on: open, one of the two a draft, the other a draft or published."""
        alive = (Status.DRAFT, Status.PUBLISHED)
        return self.filter(
            Q(earlier__status=Status.DRAFT) | Q(later__status=Status.DRAFT),
            status=ProposalStatus.OPEN,
            earlier__status__in=alive,
            later__status__in=alive,
        )

    def about(self, events: Iterable[int]) -> Self:
        """Those of which one side is among these keys."""
        keys = list(events)
        return self.filter(Q(earlier__in=keys) | Q(later__in=keys))


class Proposal(models.Model):
    """Two events of one timeline that may be one happening, as the engine judged them when either last changed.

    ``earlier`` was drafted before ``later``, so that a pair is one row. ``reasons`` is a list of
    ``[rule, words of the earlier, words of the later]``; ``score`` is 0 to 1.
    """

    earlier = models.ForeignKey("Event", models.CASCADE, related_name="+")
    later = models.ForeignKey("Event", models.CASCADE, related_name="+")
    bond = models.CharField(max_length=10, choices=Bond, default=Bond.SAME)
    score = models.FloatField(default=1.0)
    reasons = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=10, choices=ProposalStatus, default=ProposalStatus.OPEN)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal to merge")
        verbose_name_plural = _("proposals to merge")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="proposal_once_for_a_pair"),
            models.CheckConstraint(condition=Q(earlier__lt=F("later")), name="proposal_earlier_before_later"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="proposal_score_0_to_1"),
            models.CheckConstraint(condition=Q(bond__in=Bond.values), name="proposal_bond_is_known"),
            models.CheckConstraint(
                condition=Q(status="open", decided_at__isnull=True, decided_by__isnull=True)
                | Q(status__in=["accepted", "declined"], decided_at__isnull=False, decided_by__isnull=False),
                name="proposal_decided_by_someone_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} = {self.later_id}?"

    def other(self, event: int) -> int:
        """The key of the side that is not this one."""
        return self.earlier_id if event == self.later_id else self.later_id


class Merge(models.Model):
    """A draft that became another source of an event. Its row stays, rejected; splitting it off deletes this one.

    ``number`` is the revision of ``into`` that the merging wrote, null when the event had all of it already.
    """

    draft = models.OneToOneField("Event", models.PROTECT, related_name="merge")
    into = models.ForeignKey("Event", models.PROTECT, related_name="merges")
    number = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("merged draft")
        verbose_name_plural = _("merged drafts")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(draft=F("into")), name="merge_into_another")]

    def __str__(self) -> str:
        return f"{self.draft_id} → {self.into_id}"
