"""Timelines: made, described and opened for work."""

from __future__ import annotations

import itertools
import zoneinfo
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from timeline.admin.lists import ListAdmin
from timeline.admin.review_pages import timeline_review_view
from timeline.admin.urls import named
from timeline.models import Reach, Status, Timeline
from timeline.models.events import published


def zone_choices() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """The IANA zones, those with a region grouped under it."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
    regions = itertools.groupby(names, key=lambda name: name.partition("/")[0])
    groups = [(region, [(name, name.replace("_", " ")) for name in members]) for region, members in regions]
    return [("UTC", "UTC"), *((region, choices) for region, choices in groups if region != "Etc")]


class TimelineForm(forms.ModelForm):
    """A timeline's public face."""

    zone = forms.ChoiceField(
        label=_("Time zone"), choices=zone_choices, initial="UTC", help_text=_("Where the days of its events begin.")
    )
    reviewed_until = forms.DateTimeField(
        label=_("Reviewed until"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("In UTC. Readers are told that later news may be missing."),
    )

    class Meta:
        model = Timeline
        fields = ("title", "slug", "summary", "language", "zone", "reviewed_until")


class TimelineAdmin(ListAdmin):
    """The list is the desk's front page: what waits, what is published, where to go on."""

    form = TimelineForm
    list_display = ("work", "drafts", "published", "reviewed_until")
    list_display_links = None
    search_fields = ("title", "slug")
    prepopulated_fields = {"slug": ("title",)}
    ordering = ("title",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Timeline]:
        drafts = Count("events", filter=Q(events__status=Status.DRAFT))
        shown = Count("events", filter=published("events__"))
        return super().get_queryset(request).annotate(drafts=drafts, published=shown)

    @admin.display(description=_("drafts"), ordering="drafts")
    def drafts(self, timeline: Any) -> int:
        return timeline.drafts

    @admin.display(description=_("published"), ordering="published")
    def published(self, timeline: Any) -> int:
        return timeline.published

    @admin.display(description=_("timeline"), ordering="title")
    def work(self, timeline: Timeline) -> SafeString:
        """Its title, and where one goes on from it."""
        review = reverse("admin:timeline_timeline_review", args=[timeline.pk])
        links = [
            (f"{reverse('admin:timeline_article_add')}?timeline={timeline.pk}", _("Paste an article")),
            (review, _("Review drafts")),
            (timeline.get_absolute_url(), _("View site")),
            (reverse("admin:timeline_timeline_change", args=[timeline.pk]), _("Edit")),
        ]
        items = format_html_join("", '<li><a href="{}">{}</a></li>', links)
        title = format_html('<a class="desk-title" href="{}" dir="auto">{}</a>', review, timeline)
        return format_html('{}<ul class="desk-links">{}</ul>', title, items)

    def get_urls(self) -> list[Any]:
        return [named(self, "<int:pk>/review/", timeline_review_view, "review"), *super().get_urls()]

    def has_delete_permission(self, request: HttpRequest, obj: Timeline | None = None) -> bool:
        """Only one that nothing was ever put into: what was public stays accountable."""
        empty = obj is not None and not obj.events.exists() and not obj.articles.exists()
        return empty and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Timeline, form: forms.ModelForm, change: Any) -> None:
        """Only what was changed is written, so that a version counted on meanwhile is not put back."""
        if not change:
            obj.save()
        elif form.changed_data:
            obj.save(update_fields=form.changed_data)
            Timeline.objects.bump(obj.pk, Reach.NAMES)
