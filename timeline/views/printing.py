"""A choice on paper: every event of it once, in order, with numbered sources and the address it came from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from timeline import index
from timeline.models import Timeline
from timeline.views.asked import CHOICE, Asked
from timeline.views.day_list import sections
from timeline.views.notes import notes
from timeline.views.public import PRIVATE, absolute, public, speaking_as
from timeline.views.titles import page_title, showing

MOST = 2_000
"""Events on paper: some two hundred sheets. Who needs more takes the file."""


@public(*CHOICE)
def printed(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole choice as one page without controls; not for search engines."""
    shown = get_object_or_404(Timeline, slug=slug)
    with speaking_as(shown):
        asked = Asked.of(request.GET)
        if not asked.problems and asked.to_querystring() != request.META.get("QUERY_STRING", ""):
            return HttpResponsePermanentRedirect(asked.address("timeline_print", shown))
        page, chosen = index.page(shown, asked.choice, size=MOST), index.parts_of(shown, asked.choice)
        told = index.details(shown, page.events)
        cited = notes(told)
        context = {
            "timeline": shown,
            "sections": sections(page.events, told, link=lambda _first, _last: "", notes=cited.numbers),
            "notes": cited.sources,
            "page_title": page_title(shown, asked, page.events, chosen),
            "showing": showing(index.count(shown, asked.choice)),
            "parts": chosen,
            "printed": len(page.events),
            "is_cut": page.next_cursor is not None,
            "here": absolute(asked.address("timeline", shown)),
            "canonical": absolute(shown.get_absolute_url()),
        }
        response = render(request, "timeline/printed.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    if asked.problems:
        response.headers["Cache-Control"] = PRIVATE
    return response
