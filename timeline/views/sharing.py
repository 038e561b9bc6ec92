"""Sharing a view: keeping it under a short address, and showing what has become of it since."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.core.exceptions import BadRequest
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt

from timeline import index
from timeline.editorial.refusals import Refused
from timeline.editorial.sharing import share, shared_already
from timeline.filtering import EventFilter, FilterError, describe
from timeline.index.since import since
from timeline.models import SavedView, Timeline
from timeline.views.allowances import Allowance, peer_of, too_many
from timeline.views.day_list import sections
from timeline.views.public import PRIVATE, absolute, forget_cookies, public
from timeline.views.shared_words import shared_on, told
from timeline.views.titles import showing

NEW_VIEWS = Allowance(60)
"""Views that one reader may have kept an hour; asking for one that is kept already costs nothing."""


@csrf_exempt
def share_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the filter in ``query`` under a code: 303 to the page about it, or its address as JSON where that is asked.

    Nobody is signed in here and no cookie counts, so there is nothing to forge: anyone may ask, and the same question
    has the same answer (docs/adr/0006).
    """
    forget_cookies(request)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"], headers={"Cache-Control": PRIVATE})
    shown = get_object_or_404(Timeline, slug=slug)
    try:
        choice = EventFilter.strict(QueryDict(request.POST.get("query", "")))
        kept = shared_already(timeline=shown, choice=choice)
        if kept is None and not NEW_VIEWS.spend(peer_of(request)):
            return too_many(request)
        kept = kept or share(timeline=shown, choice=choice)
    except (FilterError, Refused) as error:
        raise BadRequest(str(error)) from error
    return _answer(request, reverse("saved_view", args=[kept.code]))


def _answer(request: HttpRequest, address: str) -> HttpResponse:
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        response: HttpResponse = JsonResponse({"address": absolute(address)})
    else:
        response = HttpResponseRedirect(address, status=303)
    response.headers["Cache-Control"] = PRIVATE
    return response


@public()
def saved_view(request: HttpRequest, code: str) -> HttpResponse:
    """What was shared and when, what has changed since, and the view as it is now."""
    view = get_object_or_404(SavedView.objects.select_related("timeline"), code=code)
    shown = view.timeline
    with translation.override(shown.language), timezone.override(zoneinfo.ZoneInfo(shown.zone)):
        response = render(request, "timeline/saved_view.html", _page_of(view))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _page_of(view: SavedView) -> dict[str, Any]:
    shown, choice = view.timeline, EventFilter.from_query(QueryDict(view.query))
    page = index.page(shown, choice)
    address = absolute(reverse("saved_view", args=[view.code]))
    return {
        "timeline": shown,
        "choice": choice,
        "description": describe(choice, index.parts_of(shown, choice)),
        "shared_on": shared_on(view),
        "told": told(since(view, choice)),
        "showing": showing(index.count(shown, choice)),
        "sections": sections(page.events, index.details(shown, page.events)),
        "goes_on": page.next_cursor is not None,
        "live": reverse("timeline", args=[shown.slug], query=choice.parameters() or None),
        "address": address,
        "canonical": absolute(shown.get_absolute_url()),
    }
