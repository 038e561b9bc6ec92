"""What stands beside a list only when it is asked for: the histogram as a table, and all values of a facet.

Each has an address of its own, a whole page that works by itself; the timeline's page takes the piece it needs of it.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from timeline import index
from timeline.filtering import FACETS, describe
from timeline.models import Timeline
from timeline.views.asked import CHOICE, Asked, address_of
from timeline.views.bands import bands
from timeline.views.choices import whole_group
from timeline.views.public import PRIVATE, absolute, public, speaking_as


@public(*CHOICE)
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """The histogram's counts in rows, each with its lead event, and a range chosen from two lists."""
    shown = get_object_or_404(Timeline, slug=slug)
    with speaking_as(shown):
        asked = Asked.of(request.GET)
        if moved := _moved(request, asked.address("timeline_table", shown), asked):
            return moved
        drawn = bands(shown, asked.choice, index.overview(shown).span)
        more = {"bands": drawn, "without_dates": asked.choice.without("dates").parameters()}
        return _page(request, "timeline/table.html", shown, asked, more)


@public(*CHOICE)
def values(request: HttpRequest, slug: str, facet: str) -> HttpResponse:
    """Every value of a facet with its count, to be ticked; 404 for a word that is no facet."""
    shown = get_object_or_404(Timeline, slug=slug)
    if facet not in FACETS:
        raise Http404
    with speaking_as(shown):
        asked = Asked.of(request.GET)
        if moved := _moved(request, asked.address("timeline_values", shown, facet), asked):
            return moved
        group = whole_group(shown, asked.choice, facet)
        more = {"group": group, "others": asked.choice.without(facet).parameters()}
        return _page(request, "timeline/values.html", shown, asked, more)


def _moved(request: HttpRequest, address: str, asked: Asked) -> HttpResponse | None:
    """301 where the same is asked in another way than a page links to it."""
    is_canonical = asked.problems or asked.to_querystring() == request.META.get("QUERY_STRING", "")
    return None if is_canonical else HttpResponsePermanentRedirect(address)


def _page(request: HttpRequest, template: str, shown: Timeline, asked: Asked, more: dict[str, Any]) -> HttpResponse:
    context = {
        "timeline": shown,
        "choice": asked.choice,
        "description": describe(asked.choice, index.parts_of(shown, asked.choice)),
        "list_url": address_of(asked.choice, shown),
        "canonical": absolute(shown.get_absolute_url()),
        **more,
    }
    response = render(request, template, context)
    response.headers["X-Robots-Tag"] = "noindex"
    if asked.problems:
        response.headers["Cache-Control"] = PRIVATE
    return response
