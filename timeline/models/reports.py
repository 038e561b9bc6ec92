"""What readers say is wrong with an event, until an editor has seen to it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

REPORT_MAX = 2000
"""Characters of a report: room for the sentence, what is wrong with it and a link, and none for a book."""


class ReportStatus(models.TextChoices):
    """Whether it still waits."""

    OPEN = "open", _("Open")
    HANDLED = "handled", _("Handled")


class ErrorReportQuerySet(models.QuerySet["ErrorReport"]):
    """The words for choosing reports."""

    def waiting(self) -> Self:
        """Those that no editor has seen to."""
        return self.filter(status=ReportStatus.OPEN)


class ErrorReport(models.Model):
    """``contact`` is how the reader may be answered; handling a report forgets it. No address is kept."""

    event = models.ForeignKey("Event", models.PROTECT, related_name="error_reports", verbose_name=_("event"))
    text = models.TextField(_("what is wrong"), max_length=REPORT_MAX)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=ReportStatus, default=ReportStatus.OPEN)
    note = models.TextField(_("what was done"), blank=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    handled_at = models.DateTimeField(_("handled at"), null=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("handled by"),
    )

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-status", "created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="report_says_something"),
            models.CheckConstraint(condition=LessThanOrEqual(Length("text"), REPORT_MAX), name="report_is_short"),
            models.CheckConstraint(
                condition=Q(status="open", handled_at__isnull=True, handled_by__isnull=True, note="")
                | Q(status="handled", handled_at__isnull=False, handled_by__isnull=False, contact="") & ~Q(note=""),
                name="report_handled_by_someone_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
