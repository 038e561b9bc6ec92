"""What changed of a timeline's public face, version by version: how a process that is behind catches up."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reach(models.TextChoices):
    """How far a change reaches into what readers are shown."""

    EVENTS = "events", _("the events named")
    NAMES = "names", _("words around the events, such as a title or an actor’s name")
    BATCH = "batch", _("the events of an import, all at once")
    EVERYTHING = "everything", _("any event may have changed")


class PublicChange(models.Model):
    """One change, written in the transaction that makes it and holds the timeline's row (``TimelineQuerySet.bump``).

    So the rows with a greater version than a process has seen are exactly what changed since. A version has one row, or
    one for each event it concerns; one without any row was made by other means, and nothing is known of it.
    """

    timeline = models.ForeignKey("Timeline", models.CASCADE, related_name="public_changes", db_index=False)
    version = models.PositiveBigIntegerField()
    event = models.ForeignKey(
        "Event", models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    batch = models.BigIntegerField(null=True)
    reach = models.CharField(max_length=10, choices=Reach)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("public change")
        verbose_name_plural = _("public changes")
        indexes = [models.Index(fields=["timeline", "version"], name="change_by_version")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reach="events", event__isnull=False, batch__isnull=True)
                | models.Q(reach="batch", event__isnull=True, batch__isnull=False)
                | models.Q(reach__in=["names", "everything"], event__isnull=True, batch__isnull=True),
                name="change_names_what_it_reaches",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.timeline_id}.{self.version} {self.reach}"
