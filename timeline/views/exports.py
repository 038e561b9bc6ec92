"""The events of a choice as a file. Unlike a page, a file refuses what it cannot read: 400 and one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.utils import translation

from timeline.exports import as_csv, as_json
from timeline.filtering import FACETS, EventFilter, FilterError
from timeline.models import Timeline
from timeline.views.public import PRIVATE, public

PARAMETERS = ("from", "to", *FACETS, "q", "order")

type Writer = Callable[[Timeline, EventFilter], Iterator[str]]


@public(*PARAMETERS)
def events_json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every event of the filter as one JSON document."""
    return _file(request, slug, "json", "application/json", as_json)


@public(*PARAMETERS)
def events_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every event of the filter, one a row."""
    return _file(request, slug, "csv", "text/csv; charset=utf-8; header=present", as_csv)


def _file(request: HttpRequest, slug: str, suffix: str, content_type: str, write: Writer) -> HttpResponseBase:
    shown = get_object_or_404(Timeline, slug=slug)
    with translation.override(shown.language):
        try:
            choice = EventFilter.strict(request.GET)
        except FilterError as error:
            return _refusal(str(error), suffix)
    query = choice.to_querystring()
    if query != request.META.get("QUERY_STRING", ""):
        return HttpResponsePermanentRedirect(f"{request.path}?{query}" if query else request.path)
    return StreamingHttpResponse(
        write(shown, choice) if request.method == "GET" else iter(()),
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{shown.slug}-events.{suffix}"',
            "X-Robots-Tag": "noindex",
        },
    )


def _refusal(sentence: str, suffix: str) -> HttpResponse:
    headers = {"Cache-Control": PRIVATE}
    if suffix == "json":
        return JsonResponse({"error": sentence}, status=400, headers=headers, json_dumps_params={"ensure_ascii": False})
    return HttpResponse(f"{sentence}\n", status=400, content_type="text/plain; charset=utf-8", headers=headers)
