"""A reader's view, kept under a short code, so that what is shared is what was seen."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.public_ids import new_public_id


class SavedView(models.Model):
    """A filter of a timeline at a version of it. The same filter at the same version is the same view."""

    code = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    timeline = models.ForeignKey("Timeline", models.CASCADE, related_name="saved_views")
    query = models.CharField(_("filter"), max_length=2000, blank=True)
    version = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [
            models.UniqueConstraint(fields=["timeline", "query", "version"], name="saved_view_once_per_version"),
        ]

    def __str__(self) -> str:
        return self.code
