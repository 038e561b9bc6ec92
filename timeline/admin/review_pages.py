"""The review page: drafts as cards, in order, each with its verbs."""

from __future__ import annotations

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.admin.cards import card_of, for_cards
from timeline.admin.scopes import scope_of
from timeline.models import Article, Timeline

PAGE = 50
"""Cards on one page: what an editor decides before a deadline, and what a browser lays out at once."""


@require_safe
def article_review_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """The events drafted from one article, decided ones included."""
    article = get_object_or_404(Article.objects.settled().select_related("timeline", "outlet").defer("text"), pk=pk)
    return _review(request, desk, article, article.timeline)


@require_safe
def timeline_review_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """All drafts of one timeline."""
    timeline = get_object_or_404(Timeline, pk=pk)
    return _review(request, desk, timeline, timeline)


def _review(request: HttpRequest, desk: ModelAdmin, subject: Article | Timeline, timeline: Timeline) -> HttpResponse:
    if not may_look(request):
        raise PermissionDenied
    scope = scope_of(subject)
    page = Paginator(for_cards(scope.events()), PAGE).get_page(request.GET.get("page"))
    context = {
        **desk.admin_site.each_context(request),
        "title": _("Review: %(subject)s") % {"subject": subject},
        "opts": desk.opts,
        "article": subject if isinstance(subject, Article) else None,
        "timeline": timeline,
        "scope": scope,
        "page": page,
        "cards": [card_of(event) for event in page],
        "left": scope.drafts_left(),
        "can_decide": may_decide(request),
    }
    return TemplateResponse(request, "admin/timeline/review/page.html", context)


def may_decide(request: HttpRequest) -> bool:
    """Whether this editor may accept, amend, reject, correct and withdraw."""
    return request.user.has_perm("timeline.change_event")


def may_look(request: HttpRequest) -> bool:
    """Whether this member of staff may see drafts."""
    return request.user.has_perm("timeline.view_event") or may_decide(request)
