"""The exact words behind an event."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

QUOTE_SHOWN = 400
"""Characters of a quotation that readers are shown: enough for a sentence, little enough to stay a quotation."""


class Citation(models.Model):
    """``article.text[start:end] == quote``; the phrase that gave the date lies inside it, or is missing.

    ``trail`` is how the date was read from it (``extraction/trace.py``).
    """

    event = models.ForeignKey("Event", models.CASCADE, db_index=False, related_name="citations")
    article = models.ForeignKey("Article", models.PROTECT, related_name="citations", verbose_name=_("article"))
    position = models.PositiveSmallIntegerField(default=0)
    quote = models.TextField(_("quotation"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    phrase = models.TextField(_("date phrase"), blank=True)
    phrase_start = models.PositiveIntegerField(null=True, blank=True)
    phrase_end = models.PositiveIntegerField(null=True, blank=True)
    trail = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(quote=""), name="citation_has_a_quote"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="citation_start_before_end"),
            models.CheckConstraint(
                condition=Q(phrase="", phrase_start__isnull=True, phrase_end__isnull=True)
                | ~Q(phrase="")
                & Q(phrase_start__gte=F("start"), phrase_end__lte=F("end"), phrase_start__lt=F("phrase_end")),
                name="citation_phrase_inside_quote",
            ),
            models.UniqueConstraint(fields=["event", "article", "start", "end"], name="citation_once_per_event"),
        ]

    def __str__(self) -> str:
        return self.quote[:80]
