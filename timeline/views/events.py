"""An event's page, and the page that says an event was withdrawn."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone, translation

from timeline import index
from timeline.models import REPORT_MAX, Event, Status
from timeline.views.public import PRIVATE, absolute, public
from timeline.views.sources import Source, sources


@public()
def event(request: HttpRequest, public_id: str, decoration: str = "") -> HttpResponse:
    """One published event under its one address; 410 when it was withdrawn, 404 for whatever was never public."""
    found = index.find(public_id)
    if found is None:
        raise Http404
    language, zone = found.timeline.language, zoneinfo.ZoneInfo(found.timeline.zone)
    with translation.override(language), timezone.override(zone):
        if found.status == Status.WITHDRAWN:
            return _gone(request, found)
        if decoration != found.decoration:
            return HttpResponsePermanentRedirect(found.get_absolute_url())
        return render(request, "timeline/event.html", _page_of(found))


def _page_of(found: Event) -> dict[str, Any]:
    told = sources(found)
    return {
        "event": found,
        "date": found.date,
        "timeline": found.timeline,
        "sources": told,
        "how_read": _deciding(told),
        "around": index.around(found),
        "corrections": index.corrections(found),
        "canonical": absolute(found.get_absolute_url()),
        "permanent": absolute(f"/e/{found.public_id}/"),
        "report_max": REPORT_MAX,
    }


def _deciding(told: list[Source]) -> Source | None:
    """The source whose words gave the event's date."""
    return next((source for source in told if source.gave_the_date), None)


def _gone(request: HttpRequest, found: Event) -> HttpResponse:
    """410. The headline stays unsaid: it may be what was wrong."""
    context = {"event": found, "timeline": found.timeline}
    response = render(request, "410.html", context, status=410)
    response.headers["Cache-Control"] = PRIVATE
    return response
