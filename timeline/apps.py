"""The one Django application."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    """Timelines, their articles and events."""

    name = "timeline"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_keep_word_index, sender=self)


def _keep_word_index(using: str, **_more: Any) -> None:
    """A migration that remakes the table of events takes the word index's triggers with it."""
    from timeline.models import word_index

    connection = connections[using]
    if "timeline_event" in connection.introspection.table_names():
        word_index.ensure(connection)
