"""The front page, a timeline's page, and the fragment of it that htmx appends."""

from __future__ import annotations

import zoneinfo
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation

from timeline import index
from timeline.filtering import EventFilter, Part, describe, parts
from timeline.filtering.wording import days_in_words
from timeline.models import Timeline
from timeline.views.asked import PARAMETERS, Asked, address_of
from timeline.views.bands import bands
from timeline.views.choices import groups
from timeline.views.date_box import resolve
from timeline.views.day_list import sections
from timeline.views.notes import notes
from timeline.views.public import PRIVATE, absolute, public
from timeline.views.titles import added, page_title, showing


@public()
def timelines(request: HttpRequest) -> HttpResponse:
    """Every timeline with something to read."""
    context = {"timelines": index.listed(), "canonical": absolute(reverse("timelines"))}
    return render(request, "timeline/timelines.html", context)


@public(*PARAMETERS, "when")
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """One timeline, or what a reader chose of it, from its beginning or from a place in it."""
    return _answer(request, slug, "timeline", "timeline/timeline.html")


@public(*PARAMETERS)
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """The part of the timeline's page that goes on where another page ended: the same words, nothing around them."""
    response = _answer(request, slug, "timeline_results", "timeline/_results.html")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest, slug: str, name: str, template: str) -> HttpResponse:
    shown = get_object_or_404(Timeline, slug=slug)
    with translation.override(shown.language), timezone.override(zoneinfo.ZoneInfo(shown.zone)):
        asked, box = Asked.of(request.GET), request.GET.get("when")
        if box is not None:
            asked = resolve(box, asked, shown, today=timezone.localdate())
        if not asked.problems and asked.to_querystring() != request.META.get("QUERY_STRING", ""):
            return moved(asked.address(name, shown), for_ever=box is None)
        chosen = parts(asked.choice)
        context = _results_of(shown, asked, chosen)
        if name == "timeline":
            context |= _page_around(shown, asked, chosen, box)
        response = render(request, template, context)
    if asked.problems:
        response.headers["Cache-Control"] = PRIVATE
    return response


def moved(address: str, *, for_ever: bool) -> HttpResponse:
    """To the canonical address; what the box said means other days tomorrow, so that nobody may keep the answer."""
    if for_ever:
        return HttpResponsePermanentRedirect(address)
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})


def _results_of(shown: Timeline, asked: Asked, chosen: Sequence[Part]) -> dict[str, Any]:
    """What the fragment needs; the page needs it too."""
    page, choice = index.page(shown, asked.choice, after=asked.after), asked.choice
    following = asked.from_place(page.next_cursor) if page.next_cursor else None
    cited = notes(page.events)
    return {
        "timeline": shown,
        "choice": choice,
        "sections": sections(page.events, link=partial(_days_address, shown, choice), notes=cited.numbers),
        "notes": cited.articles,
        "page_title": page_title(shown, asked, page.events, chosen),
        "added": added(len(page.events)),
        "next_url": following.address("timeline", shown) if following else "",
        "next_fragment": following.address("timeline_results", shown) if following else "",
    }


def _days_address(shown: Timeline, choice: EventFilter, first: date, last: date) -> str:
    """The view of some days of a choice, "" where the choice is no wider than they are."""
    is_there = first <= (choice.first or date.min) and (choice.last or date.max) <= last
    return "" if is_there else address_of(choice.between(first, last), shown)


def _page_around(shown: Timeline, asked: Asked, chosen: Sequence[Part], box: str | None) -> dict[str, Any]:
    """What the page has around the fragment."""
    choice, total, marked = asked.choice, index.count(shown, asked.choice), asked.marked()
    overview = index.overview(shown)
    return {
        "overview": overview,
        "parts": [(part, address_of(part.rest, shown)) for part in chosen],
        "total": total,
        "showing": showing(total),
        "bands": bands(shown, choice, overview.span),
        "groups": groups(shown, choice),
        "box": box if box and "when" in marked else days_in_words(choice.first, choice.last),
        "problems": asked.problems,
        "marked": marked,
        "is_further": asked.after is not None,
        "start_url": address_of(choice, shown),
        "other_order_url": address_of(choice.in_other_order(), shown),
        "all_url": address_of(choice.whole(), shown),
        "without_dates": choice.without("dates").parameters(),
        "whole_url": address_of(choice.without("dates"), shown),
        "is_plain": not asked.to_querystring() and not asked.problems,
        "description": describe(choice, chosen) if choice.is_narrowed else shown.summary or shown.title,
        "here": absolute(asked.address("timeline", shown)),
        "canonical": absolute(shown.get_absolute_url()),
    }
