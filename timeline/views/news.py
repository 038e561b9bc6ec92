"""What was published while a reader reads: a small address that a page asks now and then."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import ngettext

from timeline import index
from timeline.filtering import EventFilter, FilterError
from timeline.filtering.remembered import grouped
from timeline.models import Timeline
from timeline.views.asked import CHOICE, address_of
from timeline.views.public import public, speaking_as

LONGEST = 18
"""Digits of a number in the address, so that it fits a database's."""


def news_address(timeline: Timeline, choice: EventFilter, shown: int) -> str:
    """Where a page of this version that shows so many events asks for news of its choice."""
    return f"{reverse('timeline_news', args=[timeline.slug])}?{_query(choice, timeline.version, shown)}"


@public(*CHOICE, "since", "shown")
def news(request: HttpRequest, slug: str) -> HttpResponse:
    """How many more events a choice shows than a page of version ``since`` that had ``shown`` of them, in JSON:
    ``events``, the same in words (``told``), and where they are read (``address``). An event that was withdrawn
    meanwhile cancels one that was added. 400 for what no page asks."""
    timeline = get_object_or_404(Timeline, slug=slug)
    with speaking_as(timeline):
        choice, version, shown = _asked(request)
        if _query(choice, version, shown) != request.META.get("QUERY_STRING", ""):
            return HttpResponsePermanentRedirect(f"{request.path}?{_query(choice, version, shown)}")
        is_same = version == timeline.version
        events = 0 if is_same else max(0, index.count(timeline, choice).events - shown)
        answer = {"events": events, "told": _told(events), "address": address_of(choice, timeline)}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False}, headers={"X-Robots-Tag": "noindex"})


def _query(choice: EventFilter, version: int, shown: int) -> str:
    return urlencode((*choice.parameters(), ("since", version), ("shown", shown)))


def _asked(request: HttpRequest) -> tuple[EventFilter, int, int]:
    try:
        choice = EventFilter.strict(request.GET)
    except FilterError as error:
        raise BadRequest(str(error)) from error
    return choice, _number(request, "since"), _number(request, "shown")


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        raise BadRequest(f"{name} must be a number, as a page gives it.")
    return int(text)


def _told(events: int) -> str:
    number = grouped(events)
    return ngettext("%(number)s new event", "%(number)s new events", events) % {"number": number}
