"""What the buttons on a card do. With htmx the answer is the card as it is now, else the review page again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from timeline.admin.cards import Card, fresh_card
from timeline.admin.date_preview import reading_of
from timeline.admin.event_form import QuickForm
from timeline.admin.review_pages import may_decide, may_look
from timeline.admin.scopes import Scope
from timeline.editorial.refusals import Refused
from timeline.editorial.reviewing import accept, amend, reject
from timeline.models import Event

type Deed = Callable[[Event], object]


@require_POST
def accept_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """Publish the draft as the card showed it."""
    return _decide(request, pk, lambda event: accept(event, by=request.user))


@require_POST
def reject_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """Put the draft away, with a reason if one was typed."""
    reason = request.POST.get("reason", "").strip()
    return _decide(request, pk, lambda event: reject(event, by=request.user, reason=reason))


@require_safe
def card_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """One card, as it is now."""
    if not may_look(request):
        raise PermissionDenied
    card = fresh_card(pk)
    scope = Scope.parse(request.GET.get("scope"), otherwise=card.event)
    return render(request, "admin/timeline/review/_card.html", _card_context(request, card, scope))


@require_http_methods(["GET", "HEAD", "POST"])
def quick_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """The short form inside a card: what is wrong most often, corrected without leaving the page."""
    _allowed(request)
    card = fresh_card(pk)
    scope = Scope.parse((request.POST or request.GET).get("scope"), otherwise=card.event)
    if not card.is_draft:
        return _answer(request, pk, scope, already(card.event))
    form = QuickForm(request.POST or None, event=card.event)
    if form.is_valid():
        verb = accept if "_accept" in request.POST else amend
        return _decide(request, pk, lambda event: verb(event, by=request.user, changes=form.changes()))
    context = {**_card_context(request, card, scope), "form": form, "reading": reading_of(form)}
    return render(request, "admin/timeline/review/_quick.html", context)


def _decide(request: HttpRequest, pk: int, deed: Deed) -> HttpResponse:
    _allowed(request)
    event = get_object_or_404(Event.objects.settled(), pk=pk)
    problem = ""
    try:
        do_as_seen(event, request.POST.get("seen", ""), deed)
    except Refused as refusal:
        problem = str(refusal)
    return _answer(request, pk, Scope.parse(request.POST.get("scope"), otherwise=event), problem)


def do_as_seen(event: Event, seen: str, deed: Deed) -> None:
    """Do it unless another editor changed the event after this one looked. Raises ``Refused``."""
    with transaction.atomic():
        held = Event.objects.settled().select_for_update().get(pk=event.pk)
        if problem := changed_since(held, seen):
            raise Refused(problem)
        deed(held)


def changed_since(event: Event, seen: str) -> str:
    """Who did what to the event after the revision with this number, in one sentence; "" when nobody did."""
    last = event.revisions.select_related("by").order_by("number").last()
    if last is None or seen == str(last.number):
        return ""
    return _("%(editor)s changed this after you opened it (%(verb)s): see what it says now, then decide.") % {
        "editor": last.by,
        "verb": last.get_verb_display().lower(),
    }


def already(event: Event) -> str:
    """Why nothing more can be decided: “Talks start” is already rejected."""
    return _("“%(headline)s” is already %(status)s.") % {
        "headline": event.headline,
        "status": event.get_status_display().lower(),
    }


def _allowed(request: HttpRequest) -> None:
    if not may_decide(request):
        raise PermissionDenied


def _answer(request: HttpRequest, pk: int, scope: Scope, problem: str) -> HttpResponse:
    card = fresh_card(pk, problem=problem)
    if not request.htmx:
        messages.add_message(request, messages.ERROR if problem else messages.SUCCESS, problem or outcome(card.event))
        return HttpResponseRedirect(f"{scope.url}#event-{pk}")
    context = {
        **_card_context(request, card, scope),
        "left": scope.drafts_left(),
        "said": problem or outcome(card.event),
    }
    answer = render(request, "admin/timeline/review/_answer.html", context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _card_context(request: HttpRequest, card: Card, scope: Scope) -> dict[str, Any]:
    return {"card": card, "scope": scope, "can_decide": may_decide(request)}


def outcome(event: Event) -> str:
    """What became of the event, as a status message: "Published: Talks start"."""
    return _("%(status)s: %(headline)s") % {"status": event.get_status_display(), "headline": event.headline}
