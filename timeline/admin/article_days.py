"""Changing an article's publication day: what would move is shown first, and moves when that is confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from timeline.admin.review_pages import may_decide
from timeline.admin.wording import date_words
from timeline.editorial.redating import Fate, Move, Plan, plan, redate
from timeline.editorial.refusals import Refused
from timeline.models import Article


class DayForm(forms.Form):
    """Which day it really was."""

    day = forms.DateField(
        label=gettext_lazy("Publication day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("“Today”, “late Wednesday” and “two days later” count from this day."),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the table: its date now and then in words, and why it stays where it does."""

    move: Move
    now: str
    then: str
    remark: str


def may_move(request: HttpRequest, desk: ModelAdmin) -> bool:
    """Whether this editor may change the article and, with it, its events."""
    return desk.has_change_permission(request) and may_decide(request)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def day_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """What another publication day would move; posted with the seal of what was shown, it moves."""
    if not may_move(request, desk):
        raise PermissionDenied
    article = get_object_or_404(Article.objects.settled().select_related("timeline", "outlet"), pk=pk)
    form = DayForm(request.POST or request.GET, label_suffix="")
    if not form.is_valid():
        return _page(request, desk, article, form)
    problem = _move(request, article, form) if request.method == "POST" else ""
    if problem is None:
        return HttpResponseRedirect(reverse("admin:timeline_article_text", args=[article.pk]))
    article.refresh_from_db()
    return _page(request, desk, article, form, plan(article, form.cleaned_data["day"]), problem)


def _move(request: HttpRequest, article: Article, form: DayForm) -> str | None:
    """Move what was confirmed, and say so; else the sentence that says why nothing was done."""
    day, seal, note = form.cleaned_data["day"], request.POST.get("seal", ""), request.POST.get("note", "")
    try:
        count = len(redate(article=article, day=day, seal=seal, note=note, by=request.user).done)
    except Refused as refusal:
        return str(refusal)
    said = ngettext(
        "The publication day is changed, and %(count)d event with it.",
        "The publication day is changed, and %(count)d events with it.",
        count,
    )
    messages.success(request, said % {"count": count})
    return None


def _page(
    request: HttpRequest,
    desk: ModelAdmin,
    article: Article,
    form: DayForm,
    found: Plan | None = None,
    problem: str = "",
) -> HttpResponse:
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": _("Change the publication day"),
        "article": article,
        "form": form,
        "plan": found,
        "rows": [_row(move) for move in found.moves] if found else [],
        "note": request.POST.get("note", ""),
        "problem": problem,
        "is_same": found is not None and found.day == article.published_on,
    }
    return TemplateResponse(request, "admin/timeline/article/day.html", context)


def _row(move: Move) -> Row:
    remarks = {
        Fate.MOVES: "",
        Fate.RECOUNTED: _("The same, counted from the new day."),
        Fate.BY_HAND: _("Dated by an editor: it is left alone."),
        Fate.UNREAD: _("The words give no date then: it is left alone."),
    }
    then = move.then.date if move.then and move.is_done else move.event.date
    return Row(move, date_words(move.event.date), date_words(then), remarks[move.fate])
