"""Reporting an error: a plain form, no account, no cookie, and nothing kept of who sent it but what they wrote."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from timeline import index
from timeline.editorial.reporting import report_error
from timeline.models import REPORT_MAX, Event, Status
from timeline.views.allowances import Allowance, peer_of, too_many
from timeline.views.public import PRIVATE, absolute, forget_cookies, public

REPORTS = Allowance(10)
"""Reports that one reader may send an hour."""


class ReportForm(forms.Form):
    """What is wrong, and how to answer. ``website`` is for programs that fill in every field they find."""

    text = forms.CharField(
        max_length=REPORT_MAX,
        error_messages={
            "required": _("Say what is wrong."),
            "max_length": _("That is %(show_value)d characters; at most %(limit_value)d can be sent."),
        },
    )
    contact = forms.CharField(required=False, max_length=200)
    website = forms.CharField(required=False)

    def __init__(self, data: Any = None) -> None:
        if data is not None:
            # Browsers count a line break as one character and send two.
            data = {name: value.replace("\r\n", "\n") for name, value in data.items()}
        super().__init__(data)

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.data.get("website"))


@csrf_exempt
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form on a page of its own; what is sent to it waits in the editors' queue, and a page says thank you."""
    if request.method != "POST":
        return _empty_form(request, public_id)
    forget_cookies(request)
    with _speaking(event := _published(public_id)):
        return _receive(request, event)


@public()
def _empty_form(request: HttpRequest, public_id: str) -> HttpResponse:
    with _speaking(event := _published(public_id)):
        return _form_page(request, event, ReportForm())


@public()
def thanks(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a reader sees after sending a report."""
    with _speaking(event := _published(public_id)):
        response = render(request, "timeline/report_thanks.html", _context(event))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _receive(request: HttpRequest, event: Event) -> HttpResponse:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _form_page(request, event, form)
    if not form.is_from_a_program:
        if not REPORTS.spend(peer_of(request)):
            return too_many(request)
        report_error(event=event, text=form.cleaned_data["text"], contact=form.cleaned_data["contact"])
    response = HttpResponseRedirect(reverse("report_thanks", args=[event.public_id]), status=303)
    response.headers["Cache-Control"] = PRIVATE
    return response


def _form_page(request: HttpRequest, event: Event, form: ReportForm) -> HttpResponse:
    response = render(request, "timeline/report.html", {**_context(event), "form": form})
    if form.is_bound:
        response.headers["Cache-Control"] = PRIVATE
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _context(event: Event) -> dict[str, Any]:
    return {
        "event": event,
        "timeline": event.timeline,
        "date": event.date,
        "report_max": REPORT_MAX,
        "canonical": absolute(event.get_absolute_url()),
    }


def _speaking(event: Event) -> AbstractContextManager[None]:
    return translation.override(event.timeline.language)


def _published(public_id: str) -> Event:
    found = index.find(public_id)
    if found is None or found.status != Status.PUBLISHED:
        raise Http404
    return found
