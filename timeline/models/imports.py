"""Files of events taken in at once: their rows lie hidden until the last of them is there."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """What became of it. The rows of a running one are hidden, those of a dropped one are hidden until swept."""

    RUNNING = "running", _("Running")
    VISIBLE = "visible", _("Visible")
    DROPPED = "dropped", _("Dropped")


class ImportQuerySet(models.QuerySet["Import"]):
    """The words for choosing imports."""

    def visible(self) -> Self:
        """Those whose rows everyone may see."""
        return self.filter(visible_at__isnull=False)

    def running(self) -> Self:
        return self.filter(state=ImportState.RUNNING)

    def hidden_terms(self, what: str) -> list[int]:
        """The keys of what came with imports that nobody sees yet: ``what`` is a word of ``Import.made``."""
        hidden = self.filter(visible_at__isnull=True, swept_at__isnull=True)
        return [pk for made in hidden.values_list("made", flat=True) for pk in made.get(what, [])]

    def unswept(self) -> Self:
        """Dropped ones that may still have rows."""
        return self.filter(state=ImportState.DROPPED, swept_at__isnull=True)

    def with_terms_left(self) -> Self:
        """Swept ones of which the vocabulary still has what came with them."""
        return self.filter(swept_at__isnull=False).exclude(made={})


class Import(models.Model):
    """One run of ``manage.py import_events``: events and articles name it as their ``batch``.

    ``host``, ``pid`` and ``alive_at`` tell a running import from a dead one (``imports/batches.py``). ``made`` holds
    the keys of the vocabulary's rows and outlets that came with it, {"kind": [3], "outlet": [7, 8]}; none once swept.
    """

    timeline = models.ForeignKey("Timeline", models.CASCADE, related_name="imports", verbose_name=_("timeline"))
    file_name = models.CharField(_("file"), max_length=255, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.RUNNING)
    events = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    made = models.JSONField(default=dict)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    alive_at = models.DateTimeField()
    visible_at = models.DateTimeField(null=True)
    swept_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_is_known"),
            models.CheckConstraint(
                condition=Q(state="visible", visible_at__isnull=False)
                | ~Q(state="visible") & Q(visible_at__isnull=True),
                name="import_visible_since_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(swept_at__isnull=True) | Q(state="dropped"), name="import_swept_when_dropped"
            ),
            models.UniqueConstraint(fields=["timeline"], condition=Q(state="running"), name="import_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.state})"


def settled(prefix: str = "") -> Q:
    """That rows belong to no import, or to one that is visible: what anyone, editors included, may see or decide.

    ``prefix`` leads to the rows from another model, as in ``settled("events__")``. A subquery, not a join, so that
    rows can be locked and counted across relations.
    """
    batch = f"{prefix}batch"
    return Q(**{f"{batch}__isnull": True}) | Q(**{f"{batch}__in": Import.objects.visible().values("pk")})
