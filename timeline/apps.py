"""The one Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    """Timelines, their articles and events."""

    name = "timeline"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"
