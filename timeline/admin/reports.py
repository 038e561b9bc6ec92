"""Errors that readers reported: a queue, the oldest first, from which a note takes a report out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.admin.lists import ListAdmin
from timeline.editorial.refusals import Refused
from timeline.editorial.reporting import handle
from timeline.models import ErrorReport, ReportStatus

EXCERPT = 120
"""Characters of a report in the list."""


class HandlingForm(forms.ModelForm):
    """Handling a report is saying what was done about it."""

    note = forms.CharField(
        label=gettext_lazy("What was done"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("For the desk only. The reader’s contact is deleted with this."),
    )

    class Meta:
        model = ErrorReport
        fields = ("note",)


class ErrorReportAdmin(ListAdmin):
    """Reports come from readers and leave by being handled; nobody adds, rewrites or deletes one."""

    form = HandlingForm
    list_display = ("excerpt", "event_form", "status", "created_at", "handled_by")
    list_filter = ("status", "event__timeline")
    list_select_related = ("event", "handled_by")
    show_facets = admin.ShowFacets.ALWAYS
    search_fields = ("text", "event__headline")
    fields = ("event_form", "words", "contact", "created_at", "status", "note")
    readonly_fields = ("event_form", "words", "contact", "created_at", "status")
    change_form_template = "admin/timeline/errorreport/change_form.html"

    @admin.display(description=gettext_lazy("report"))
    def excerpt(self, report: ErrorReport) -> SafeString:
        return format_html('<span dir="auto">{}</span>', Truncator(report.text).chars(EXCERPT))

    @admin.display(description=gettext_lazy("what is wrong"))
    def words(self, report: ErrorReport) -> SafeString:
        return format_html('<span class="desk-report" dir="auto">{}</span>', report.text)

    @admin.display(description=gettext_lazy("event"), ordering="event__headline")
    def event_form(self, report: ErrorReport) -> SafeString:
        url = reverse("admin:timeline_event_change", args=[report.event_id])
        return format_html('<a href="{}" dir="auto">{}</a>', url, report.event)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        waiting = ErrorReport.objects.waiting().count()
        said = ngettext("Error reports: %(count)d waits", "Error reports: %(count)d wait", waiting) % {"count": waiting}
        return super().changelist_view(request, {"title": said, **(extra_context or {})})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ErrorReport | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ErrorReport | None = None) -> bool:
        """Only while it waits."""
        waits = obj is None or obj.status == ReportStatus.OPEN
        return waits and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: ErrorReport, form: forms.ModelForm, change: Any) -> None:
        """The verb writes; another editor may have been faster."""
        try:
            handle(obj, by=request.user, note=form.cleaned_data["note"])
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The report is handled."))

    def response_change(self, request: HttpRequest, obj: ErrorReport) -> HttpResponse:
        """Back to the queue, where the message is read."""
        return HttpResponseRedirect(reverse("admin:timeline_errorreport_changelist"))
