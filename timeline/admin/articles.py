"""Articles: pasted or uploaded, read into drafts at once, kept as they came."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.admin.article_days import day_view
from timeline.admin.article_form import ArticleForm
from timeline.admin.article_pages import text_view
from timeline.admin.lists import ListAdmin
from timeline.admin.review_pages import article_review_view
from timeline.admin.scopes import timeline_at_hand
from timeline.admin.urls import named
from timeline.editorial.ingesting import Ingestion, ingest
from timeline.editorial.refusals import Refused
from timeline.models import Article, Outlet, Reach, Timeline
from timeline.models.imports import settled


class ArticleAdmin(ListAdmin):
    """The text stays as it came, since quotations count from it; the publication day changes on a page of its own,
    since dates move with it."""

    list_display = ("__str__", "outlet", "published_on", "timeline", "drafts", "work")
    list_filter = ("timeline", "outlet")
    list_select_related = ("outlet", "timeline")
    search_fields = ("title", "url")
    fields = ("title", "outlet", "url", "licence_note", "timeline", "published_on", "language", "ingested_at", "text")
    readonly_fields = ("timeline", "published_on", "language", "ingested_at", "text")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        waiting = Count("citations__event", filter=Q(citations__event__status="draft"), distinct=True)
        return super().get_queryset(request).filter(settled()).annotate(waiting=waiting).defer("text")

    @admin.display(description=gettext_lazy("drafts"), ordering="waiting")
    def drafts(self, article: Any) -> int:
        return article.waiting

    @admin.display(description=gettext_lazy("go on"))
    def work(self, article: Article) -> SafeString:
        """Where one goes on from it; each link says of which article."""
        names = (("text", _("Text and dates")), ("review", _("Review")))
        urls = ((reverse(f"admin:timeline_article_{name}", args=[article.pk]), words) for name, words in names)
        links = [(url, f"{words}: {article}", words) for url, words in urls]
        items = format_html_join("", '<li><a href="{}" aria-label="{}">{}</a></li>', links)
        return format_html('<ul class="desk-links">{}</ul>', items)

    def get_urls(self) -> list[Any]:
        screens = (("review", article_review_view), ("text", text_view), ("day", day_view))
        return [*(named(self, f"<int:pk>/{name}/", view, name) for name, view in screens), *super().get_urls()]

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Never: quotations rest on it."""
        return False

    def save_model(self, request: HttpRequest, obj: Article, form: forms.ModelForm, change: Any) -> None:
        """Outlet, address and licence note stand beside quotations, so readers' caches are told."""
        if form.changed_data:
            obj.save(update_fields=form.changed_data)
            cited = obj.citations.values_list("event_id", flat=True) if "outlet" in form.changed_data else ()
            Timeline.objects.bump(obj.timeline_id, Reach.EVENTS, events=cited)

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Paste or upload; what the engine read of it waits on the review page."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ArticleForm(request.POST or None, request.FILES or None, initial=timeline_at_hand(request))
        if form.is_valid():
            try:
                kept = ingest(timeline=form.cleaned_data["timeline"], submission=form.submission(), by=request.user)
            except Refused as refusal:
                form.add_error(form.source, str(refusal))
            else:
                if kept.is_new:
                    return _to_review(request, kept)
                form.add_error(form.source, _already_kept(kept.article))
        return self._paste_page(request, form)

    def _paste_page(self, request: HttpRequest, form: ArticleForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Paste an article"),
            "opts": self.opts,
            "form": form,
            "fields": AdminForm(form, form.FIELDSETS, {}),
            "outlets": Outlet.objects.values_list("name", flat=True),
        }
        return TemplateResponse(request, "admin/timeline/article/paste.html", context)


def _to_review(request: HttpRequest, kept: Ingestion) -> HttpResponse:
    count = len(kept.drafts)
    said = ngettext("The article is kept: %(count)d draft.", "The article is kept: %(count)d drafts.", count)
    messages.success(request, said % {"count": count})
    return HttpResponseRedirect(reverse("admin:timeline_article_review", args=[kept.article.pk]))


def _already_kept(article: Article) -> SafeString:
    url = reverse("admin:timeline_article_review", args=[article.pk])
    link = format_html('<a href="{}">{}</a>', url, article)
    return format_html(_("This timeline has this text already: {}. Nothing new was made."), link)
