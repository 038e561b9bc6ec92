"""The lanes of a timeline: the same events as the list, side by side in time, by kind, actor or place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from timeline import index
from timeline.filtering import describe
from timeline.filtering.wording import days_in_words
from timeline.models import Timeline
from timeline.views.choices import groups
from timeline.views.date_box import resolve
from timeline.views.lanes_asked import LANE_PARAMETERS, LanesAsked
from timeline.views.lanes_drawn import Board, board
from timeline.views.lanes_words import lanes_title
from timeline.views.public import PRIVATE, absolute, public, speaking_as
from timeline.views.timelines import moved
from timeline.views.titles import showing

VALUES_LISTED = 12
"""Values of a facet beside the lanes, which fill the page themselves; the list has the others."""


@public(*LANE_PARAMETERS, "when")
def lanes(request: HttpRequest, slug: str) -> HttpResponse:
    """A choice of a timeline's events as lanes."""
    return _answer(request, slug, "timeline_lanes", "timeline/lanes.html")


@public(*LANE_PARAMETERS)
def lanes_fragment(request: HttpRequest, slug: str) -> HttpResponse:
    """The part of the lanes' page that changes as one zooms and goes on; not for search engines."""
    response = _answer(request, slug, "timeline_lanes_fragment", "timeline/_lanes.html")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest, slug: str, name: str, template: str) -> HttpResponse:
    shown = get_object_or_404(Timeline, slug=slug)
    with speaking_as(shown):
        state, box = LanesAsked.of(request.GET), request.GET.get("when")
        if box is not None:
            found = resolve(box, state.asked, shown, today=timezone.localdate())
            state = replace(state, choice=found.choice, problems=found.problems)
        if not state.problems and state.to_querystring() != request.META.get("QUERY_STRING", ""):
            return moved(state.address(shown, name), for_ever=box is None)
        context = _lanes_of(shown, state)
        if name == "timeline_lanes":
            context |= _page_around(shown, state, context, box)
        response = render(request, template, context)
    if state.problems:
        response.headers["Cache-Control"] = PRIVATE
    return response


def _lanes_of(shown: Timeline, state: LanesAsked) -> dict[str, Any]:
    """What the fragment needs; the page needs it too."""
    choice, total = state.choice, index.count(shown, state.choice)
    chosen, drawn = index.parts_of(shown, choice), _board(shown, state)
    return {
        "timeline": shown,
        "choice": choice,
        "state": state,
        "board": drawn,
        "page_title": lanes_title(shown, state, chosen, drawn),
        "parts": [(part, state.of_choice(part.rest).address(shown)) for part in chosen],
        "total": total,
        "showing": showing(total),
        "problems": state.problems,
        "all_url": state.of_choice(choice.whole()).address(shown),
        "here": absolute(state.address(shown)),
        "view": "lanes",
    }


def _board(shown: Timeline, state: LanesAsked) -> Board | None:
    """The drawing, None where there is nothing to draw."""
    span: tuple[date, date] | None = index.span(shown, state.choice)
    return board(shown, state, span) if span else None


def _page_around(shown: Timeline, state: LanesAsked, context: dict[str, Any], box: str | None) -> dict[str, Any]:
    """What the page has around the fragment."""
    choice, marked = state.choice, state.asked.marked()
    chosen = [part for part, _url in context["parts"]]
    return {
        "overview": index.overview(shown),
        "groups": groups(shown, choice, listed=VALUES_LISTED),
        "box": box if box and "when" in marked else days_in_words(choice.first, choice.last),
        "marked": marked,
        "description": describe(choice, chosen) if choice.is_narrowed else shown.summary or shown.title,
        "canonical": absolute(shown.get_absolute_url()),
        "route": "timeline_lanes",
    }
