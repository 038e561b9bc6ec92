"""Events: the list, and the form whose buttons are the editorial verbs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from timeline.admin import date_preview, decisions, event_pages
from timeline.admin.lists import ListAdmin
from timeline.admin.urls import named
from timeline.admin.wording import date_words
from timeline.models import Event
from timeline.models.imports import settled


class EventAdmin(ListAdmin):
    """Nothing here saves an event: the pages call ``editorial/``."""

    list_display = ("headline", "date_in_words", "status", "kind", "timeline")
    list_filter = ("status", "timeline", "kind", "standing")
    list_select_related = ("kind", "timeline")
    search_fields = ("headline",)
    ordering = ("-pk",)

    @admin.display(description=_("date"), ordering="earliest")
    def date_in_words(self, event: Event) -> str:
        return date_words(event.date)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).filter(settled()).defer("summary", "claims")

    def get_urls(self) -> list[Any]:
        screens = (
            ("accept", decisions.accept_view),
            ("reject", decisions.reject_view),
            ("card", decisions.card_view),
            ("quick", decisions.quick_view),
            ("withdraw", event_pages.withdraw_view),
            ("reading", date_preview.reading_view),
        )
        reading = named(self, "reading/", date_preview.reading_view, "new_reading")
        return [reading, *(named(self, f"<int:pk>/{name}/", view, name) for name, view in screens), *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Adding by hand publishes, so it takes the right to publish as well."""
        return super().has_add_permission(request) and self.has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """Never: a draft is rejected, a published event withdrawn, and both stay on record."""
        return False

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return event_pages.add_view(request, desk=self)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return event_pages.change_view(request, desk=self, pk=object_id)

    def history_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return event_pages.history_view(request, desk=self, pk=object_id)
