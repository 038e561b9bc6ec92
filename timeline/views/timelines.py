"""The front page, a timeline's page, and the fragment of it that htmx appends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timeline import index
from timeline.filtering import EventFilter, Part, describe
from timeline.filtering.wording import days_in_words
from timeline.models import Timeline
from timeline.views import date_box
from timeline.views.asked import PARAMETERS, Asked, address_of
from timeline.views.bands import bands
from timeline.views.choices import groups
from timeline.views.day_list import sections
from timeline.views.news import news_address
from timeline.views.notes import notes
from timeline.views.public import PRIVATE, absolute, public, speaking_as
from timeline.views.titles import added, page_title, showing

BOXES = {"when": date_box.resolve, "go": date_box.go}
"""What a reader may type about time, by its name in the query string, and what makes days of it."""


@public()
def timelines(request: HttpRequest) -> HttpResponse:
    """Every timeline with something to read."""
    context = {"timelines": index.listed(), "canonical": absolute(reverse("timelines"))}
    return render(request, "timeline/timelines.html", context)


@public(*PARAMETERS, *BOXES)
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
    with speaking_as(shown):
        asked, typed = Asked.of(request.GET), {box: request.GET[box] for box in BOXES if box in request.GET}
        for box, text in typed.items():
            asked = BOXES[box](text, asked, shown, today=timezone.localdate())
        if not asked.problems and asked.to_querystring() != request.META.get("QUERY_STRING", ""):
            return moved(asked.address(name, shown), for_ever=not typed)
        chosen, page = index.parts_of(shown, asked.choice), asked.page(shown)
        context = _results_of(shown, asked, page, chosen)
        if name == "timeline":
            context |= _page_around(shown, asked, page, chosen) | _boxes(asked, typed)
        response = render(request, template, context)
    if asked.problems:
        response.headers["Cache-Control"] = PRIVATE
    return response


def moved(address: str, *, for_ever: bool) -> HttpResponse:
    """To the canonical address; what the box said means other days tomorrow, so that nobody may keep the answer."""
    if for_ever:
        return HttpResponsePermanentRedirect(address)
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})


def _results_of(shown: Timeline, asked: Asked, page: index.Page, chosen: Sequence[Part]) -> dict[str, Any]:
    """What the fragment needs; the page needs it too."""
    choice, following = asked.choice, page.next_cursor and asked.going_on(after=page.next_cursor)
    told = index.details(shown, page.events)
    cited = notes(told)
    return {
        "timeline": shown,
        "choice": choice,
        "sections": sections(
            page.events,
            told,
            link=partial(_days_address, shown, choice),
            cut=partial(_events_of_days, shown, choice) if page.next_cursor or page.previous_cursor else None,
            notes=cited.numbers,
        ),
        "notes": cited.sources,
        "page_title": page_title(shown, asked, page.events, chosen),
        "added": added(len(page.events)),
        "next_url": following.address("timeline", shown) if following else "",
        "next_fragment": following.address("timeline_results", shown) if following else "",
    }


def _days_address(shown: Timeline, choice: EventFilter, first: date, last: date) -> str:
    """The view of some days of a choice, "" where the choice is no wider than they are."""
    is_there = first <= (choice.first or date.min) and (choice.last or date.max) <= last
    return "" if is_there else address_of(choice.between(first, last), shown)


def _events_of_days(shown: Timeline, choice: EventFilter, first: date, last: date) -> int:
    return index.count(shown, choice.between(first, last)).events


def _page_around(shown: Timeline, asked: Asked, page: index.Page, chosen: Sequence[Part]) -> dict[str, Any]:
    """What the page has around the fragment."""
    choice, total = asked.choice, index.count(shown, asked.choice)
    overview, previous = index.overview(shown), page.previous_cursor
    return {
        "overview": overview,
        "parts": [(part, address_of(part.rest, shown)) for part in chosen],
        "total": total,
        "showing": showing(total),
        "bands": bands(shown, choice, overview.span),
        "groups": groups(shown, choice),
        "is_further": asked.is_further,
        "previous_url": asked.going_on(before=previous).address("timeline", shown) if previous else "",
        "start_url": address_of(choice, shown),
        "other_order_url": address_of(choice.in_other_order(), shown),
        "all_url": address_of(choice.whole(), shown),
        "without_dates": choice.without("dates").parameters(),
        "whole_url": address_of(choice.without("dates"), shown),
        "table_url": address_of(choice, shown, "timeline_table"),
        "news_url": news_address(shown, choice, total.events),
        "is_plain": not asked.to_querystring() and not asked.problems,
        "description": describe(choice, chosen) if choice.is_narrowed else shown.summary or shown.title,
        "here": absolute(asked.address("timeline", shown)),
        "canonical": absolute(shown.get_absolute_url()),
    }


def _boxes(asked: Asked, typed: Mapping[str, str]) -> dict[str, Any]:
    """What stands in the boxes, and what of it cannot be read."""
    choice, marked = asked.choice, asked.marked()
    box = typed.get("when") if "when" in marked else None
    go = typed.get("go", "") if "go" in marked else days_in_words(asked.at, asked.at)
    return {
        "box": box or days_in_words(choice.first, choice.last),
        "go": go,
        "problems": asked.problems,
        "marked": marked,
    }
