"""The front page, a timeline's page, and the fragment of it that htmx appends."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation

from timeline import index
from timeline.models import Timeline
from timeline.views.asked import Asked
from timeline.views.day_list import sections
from timeline.views.jumps import jumps
from timeline.views.public import PRIVATE, absolute, public
from timeline.views.titles import added, page_title


@public()
def timelines(request: HttpRequest) -> HttpResponse:
    """Every timeline with something to read."""
    context = {"timelines": index.listed(), "canonical": absolute(reverse("timelines"))}
    return render(request, "timeline/timelines.html", context)


@public("order", "after")
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """One timeline from its beginning, or from a place in it."""
    return _answer(request, slug, "timeline", "timeline/timeline.html")


@public("order", "after")
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """The part of the timeline's page that goes on where another page ended: the same words, nothing around them."""
    response = _answer(request, slug, "timeline_results", "timeline/_results.html")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest, slug: str, name: str, template: str) -> HttpResponse:
    shown = get_object_or_404(Timeline, slug=slug)
    with translation.override(shown.language), timezone.override(zoneinfo.ZoneInfo(shown.zone)):
        asked = Asked.of(request.GET)
        if not asked.problems and asked.to_querystring() != request.META.get("QUERY_STRING", ""):
            return HttpResponsePermanentRedirect(asked.address(name, shown))
        context = _results_of(shown, asked)
        if name == "timeline":
            context |= _page_around(shown, asked)
        response = render(request, template, context)
    if asked.problems:
        response.headers["Cache-Control"] = PRIVATE
    return response


def _results_of(shown: Timeline, asked: Asked) -> dict[str, Any]:
    """What the fragment needs; the page needs it too."""
    page = index.page(shown, asked.choice, after=asked.after)
    following = asked.from_place(page.next_cursor) if page.next_cursor else None
    return {
        "timeline": shown,
        "choice": asked.choice,
        "sections": sections(page.events),
        "page_title": page_title(shown, asked, page.events),
        "added": added(len(page.events)),
        "next_url": following.address("timeline", shown) if following else "",
        "next_fragment": following.address("timeline_results", shown) if following else "",
    }


def _page_around(shown: Timeline, asked: Asked) -> dict[str, Any]:
    """What the page has around the fragment."""
    return {
        "overview": index.overview(shown),
        "count": index.count(shown, asked.choice),
        "kinds": index.kinds(shown),
        "jumps": jumps(shown, asked),
        "is_further": asked.after is not None,
        "start_url": asked.from_place(None).address("timeline", shown),
        "other_order_url": asked.in_other_order().address("timeline", shown),
        "problems": asked.problems,
        "is_plain": not asked.to_querystring() and not asked.problems,
        "canonical": absolute(shown.get_absolute_url()),
    }
