"""One event's pages: change, add, withdraw, history. Which verbs are offered depends on its status."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin import decisions
from timeline.admin.cards import card_of, for_cards
from timeline.admin.date_preview import reading_of
from timeline.admin.event_form import AddForm, CorrectionForm, EventForm, WithdrawalForm
from timeline.admin.history import entries
from timeline.admin.scopes import Scope, timeline_at_hand
from timeline.admin.wording import date_words
from timeline.editorial.adding import add_by_hand
from timeline.editorial.correcting import correct
from timeline.editorial.ingesting import Submission
from timeline.editorial.refusals import Refused
from timeline.editorial.reviewing import accept, amend, reject
from timeline.editorial.withdrawing import withdraw
from timeline.models import Event, Outlet, Status

SHOW = "_show"
"""The button that only shows how the date is read."""

FORMS: dict[str, type[EventForm]] = {Status.DRAFT: EventForm, Status.PUBLISHED: CorrectionForm}


def change_view(request: HttpRequest, *, desk: ModelAdmin, pk: str) -> HttpResponse:
    """The form of a draft or a published event; a rejected or withdrawn one is shown only."""
    event = _event(request, desk, pk)
    may_change = desk.has_change_permission(request, event)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    typed = request.POST if request.POST and "_reject" not in request.POST else None
    form = FORMS[event.status](typed, event=event) if may_change and event.status in FORMS else None
    if request.method == "POST" and SHOW not in request.POST and _was_done(request, event, form):
        return _after(request, event)
    return _page(request, desk, event, form)


def _was_done(request: HttpRequest, event: Event, form: EventForm | None) -> bool:
    """Press the button. When it could not be done, the form or a message says why, and what was typed stays."""
    problem = decisions.changed_since(event, request.POST.get("seen", ""))
    if form is None or problem:
        return _refuse(request, form, problem or decisions.already(event))
    if "_reject" in request.POST:
        return _try(request, form, event, lambda held: reject(held, by=request.user, reason=_reason(request)))
    return form.is_valid() and _try(request, form, event, _verb(request, form))


def _verb(request: HttpRequest, form: EventForm) -> Any:
    """The button that was pressed, as a deed; pressing Enter saves a draft and corrects what is published."""
    changes, by = form.changes(), request.user
    if isinstance(form, CorrectionForm):
        return lambda event: correct(event, by=by, changes=changes, note=form.cleaned_data["note"])
    verb = accept if "_accept" in request.POST else amend
    return lambda event: verb(event, by=by, changes=changes)


def _try(request: HttpRequest, form: forms.Form, event: Event, deed: Any) -> bool:
    try:
        decisions.do_as_seen(event, request.POST.get("seen", ""), deed)
    except Refused as refusal:
        return _refuse(request, form, str(refusal))
    return True


def _refuse(request: HttpRequest, form: forms.Form | None, problem: str) -> bool:
    if form is not None and form.is_bound:
        form.is_valid()
        form.add_error(None, problem)
    else:
        messages.error(request, problem)
    return False


def _after(request: HttpRequest, event: Event) -> HttpResponse:
    """Back to the review page one came from, else to the event; both say what was done and how its date reads."""
    event.refresh_from_db()
    said = _("%(outcome)s. Its date reads: %(date)s.") % {
        "outcome": decisions.outcome(event),
        "date": date_words(event.date),
    }
    messages.success(request, said)
    if scope := request.POST.get("scope"):
        return HttpResponseRedirect(f"{Scope.parse(scope, otherwise=event).url}#event-{event.pk}")
    return HttpResponseRedirect(reverse("admin:timeline_event_change", args=[event.pk]))


def _page(request: HttpRequest, desk: ModelAdmin, event: Any, form: EventForm | None) -> HttpResponse:
    fresh = get_object_or_404(for_cards(Event.objects.settled()), pk=event.pk)
    return _render(
        request,
        desk,
        "change",
        event=fresh,
        title=fresh.headline,
        card=card_of(fresh),
        form=form,
        fields=AdminForm(form, form.FIELDSETS, {}) if form else None,
        reading=reading_of(form) if form else None,
        reading_url=reverse("admin:timeline_event_reading", args=[fresh.pk]),
        media=desk.media + form.media if form else desk.media,
        scope=(request.POST or request.GET).get("scope", ""),
        is_draft=fresh.status == Status.DRAFT,
        is_published=fresh.status == Status.PUBLISHED,
        has_file_field=False,
    )


def add_view(request: HttpRequest, *, desk: ModelAdmin) -> HttpResponse:
    """An event by hand: published at once, resting on a quotation that is kept as an excerpt."""
    if not desk.has_add_permission(request):
        raise PermissionDenied
    form = AddForm(request.POST or None, initial=timeline_at_hand(request))
    if SHOW not in request.POST and form.is_valid():
        try:
            event = _add(form, request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _after(request, event)
    return _render(
        request,
        desk,
        "add",
        title=_("Add an event"),
        form=form,
        fields=AdminForm(form, form.FIELDSETS, {}),
        reading=reading_of(form),
        reading_url=reverse("admin:timeline_event_new_reading"),
        media=desk.media + form.media,
        outlets=Outlet.objects.values_list("name", flat=True),
    )


def _add(form: AddForm, by: Any) -> Event:
    said = form.cleaned_data
    source = Submission(
        text=said["quote"], outlet=said["outlet"].strip(), published_on=said["published_on"], url=said["url"]
    )
    return add_by_hand(timeline=said["timeline"], source=source, phrase=said["phrase"], changes=form.changes(), by=by)


def withdraw_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """Asks for the public note and confirms; the address answers 410 from then on."""
    event = _event(request, desk, str(pk))
    if not desk.has_change_permission(request, event):
        raise PermissionDenied
    if event.status != Status.PUBLISHED:
        raise Http404
    form = WithdrawalForm(request.POST or None, label_suffix="")
    if form.is_valid():
        note = form.cleaned_data["note"]
        if _try(request, form, event, lambda held: withdraw(held, by=request.user, note=note)):
            return _after(request, event)
    fresh = get_object_or_404(for_cards(Event.objects.settled()), pk=pk)
    return _render(
        request, desk, "withdraw", event=fresh, card=card_of(fresh), form=form, title=_("Withdraw this event?")
    )


def history_view(request: HttpRequest, *, desk: ModelAdmin, pk: str) -> HttpResponse:
    """The event's revisions instead of Django's log: every verb wrote one, whichever way it was called."""
    event = _event(request, desk, pk)
    return _render(request, desk, "history", event=event, title=_("History"), entries=entries(event))


def _event(request: HttpRequest, desk: ModelAdmin, pk: str) -> Event:
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    if not (pk.isascii() and pk.isdigit() and len(pk) < 18):
        raise Http404
    return get_object_or_404(Event.objects.settled().select_related("timeline"), pk=pk)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()


def _render(request: HttpRequest, desk: ModelAdmin, page: str, **context: Any) -> HttpResponse:
    whole = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "can_change": desk.has_change_permission(request),
        **context,
    }
    return TemplateResponse(request, f"admin/timeline/event/{page}.html", whole)
