"""Revisions can be looked at; the database refuses anything else."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from timeline.admin.lists import ListAdmin
from timeline.models import Revision
from timeline.models.imports import settled


class RevisionAdmin(ListAdmin):
    """View only, for everyone."""

    list_display = ("event", "number", "verb", "by", "at", "note")
    list_filter = ("verb", "event__timeline")
    list_select_related = ("event", "by")
    search_fields = ("event__headline", "note")
    ordering = ("-at", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        return super().get_queryset(request).filter(settled("event__"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
