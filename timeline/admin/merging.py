"""The buttons “Merge”, “Not the same” and “Split off again” of a card, and the page that looks for the same event."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from timeline.admin.cards import card_of, for_cards
from timeline.admin.decisions import allowed, answer, changed_since
from timeline.admin.offers import nearby_offers
from timeline.admin.review_pages import may_decide, may_look
from timeline.admin.scopes import Scope
from timeline.editorial.merging import held, merge, tell_apart
from timeline.editorial.refusals import Refused
from timeline.editorial.splitting import split
from timeline.models import Event, Merge

type DeedOfTwo = Callable[[Event, Event], object]


@require_safe
def nearby_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """The events whose days meet a draft's, for an editor who knows that it is told already."""
    if not may_look(request):
        raise PermissionDenied
    event = get_object_or_404(for_cards(Event.objects.drafts()), pk=pk)
    context = {
        **desk.admin_site.each_context(request),
        "title": _("The same as another event?"),
        "opts": desk.opts,
        "event": event,
        "card": card_of(event),
        "offers": nearby_offers(event),
        "scope": Scope.parse(request.GET.get("scope"), otherwise=event),
        "can_decide": may_decide(request),
    }
    return TemplateResponse(request, "admin/timeline/event/nearby.html", context)


@require_POST
def merge_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """Make the draft another source of the event that its card offered."""
    takes, note = request.POST.getlist("take"), request.POST.get("note", "")

    def deed(draft: Event, other: Event) -> object:
        return merge(draft, into=other, takes=takes, note=note, by=request.user)

    return _decide(request, pk, _other(request), deed, _("Merged: %(draft)s is now a source of “%(other)s”."))


@require_POST
def apart_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """Remember that the two are not the same."""

    def deed(draft: Event, other: Event) -> object:
        return tell_apart(draft, other, by=request.user)

    said = _("Noted: “%(draft)s” and “%(other)s” are not the same. They are not proposed again.")
    return _decide(request, pk, _other(request), deed, said)


@require_POST
def split_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """Make a merged draft a draft again."""
    allowed(request)
    other = get_object_or_404(Merge.objects.select_related("into"), draft=pk).into
    note = request.POST.get("note", "")

    def deed(draft: Event, _other: Event) -> object:
        return split(draft, note=note, by=request.user)

    return _decide(request, pk, other, deed, _("“%(draft)s” is a draft again, no longer a source of “%(other)s”."))


def _other(request: HttpRequest) -> Event:
    number = request.POST.get("other", "")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        raise Http404
    return get_object_or_404(Event, pk=number)


def _decide(request: HttpRequest, pk: int, other: Event, deed: DeedOfTwo, said: str) -> HttpResponse:
    allowed(request)
    event = get_object_or_404(Event, pk=pk)
    problem = ""
    try:
        do_both_as_seen(
            event, other, seen=(request.POST.get("seen", ""), request.POST.get("seen_other", "")), deed=deed
        )
    except Refused as refusal:
        problem = str(refusal)
    scope = Scope.parse(request.POST.get("scope"), otherwise=event)
    told = said % {"draft": event.headline, "other": other.headline}
    return answer(request, pk, scope, problem, said=told, touched=other.pk)


def do_both_as_seen(one: Event, other: Event, *, seen: tuple[str, str], deed: DeedOfTwo) -> None:
    """Do it unless another editor changed either event after this one looked. Raises ``Refused``."""
    with transaction.atomic():
        rows = held(one, other)
        for row, number in zip(rows, seen, strict=True):
            if problem := changed_since(row, number):
                raise Refused(problem if row.pk == one.pk else f"“{row.headline}”: {problem}")
        deed(*rows)
