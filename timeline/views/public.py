"""What every public answer has in common: one address per state, no cookie, and how long caches may keep it."""

from __future__ import annotations

import gzip
import re
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from timeline import index
from timeline.models import Timeline

PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400"
"""Browsers ask again each time; a cache in front answers for a minute, and longer while the site cannot."""

PRIVATE = "private, no-store"

FEWEST_BYTES = 500
"""Less goes into one packet as it is."""

LEVEL = 5
"""Of gzip: more takes twice as long for two per cent."""

ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))")

type View = Callable[..., HttpResponse]


def public(*known: str) -> Callable[[View], View]:
    """Make a view public. ``known`` are the query parameters it reads; an address with any other moves to the one
    without, so that nobody fills a cache with invented addresses."""

    def decorate(view: View) -> View:
        @require_safe
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            forget_cookies(request)
            if set(request.GET) - set(known):
                response: HttpResponse = HttpResponsePermanentRedirect(_with_only(request, known))
            else:
                with index.steady():
                    response = compressed(request, view(request, *args, **kwargs))
            response.headers.setdefault("Cache-Control", PUBLIC)
            return response

        return for_anybody(answer)

    return decorate


def for_anybody(view: View) -> View:
    """Keep the page from nobody who opened its window: it holds nothing of its reader's, and for a page that says
    otherwise browsers start a process of its own, a fifth of the time until the first headline is seen. The desk says
    otherwise. Whatever goes around :func:`public` and answers 304 says the same: caches take its headers for the
    page's."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
        return response

    return answer


def compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer in a form that the reader's browser unpacks. A public page holds no secret that its length could
    betray, and no proxy has to stand before this server for a page to be small."""
    if response.status_code != 200:
        return response
    patch_vary_headers(response, ["Accept-Encoding"])
    is_long = not response.streaming and len(response.content) >= FEWEST_BYTES
    if is_long and unpacks(request):
        response.content = gzip.compress(response.content, LEVEL, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    return response


def unpacks(request: HttpRequest) -> bool:
    """Whether the reader's browser takes a compressed answer."""
    return bool(ACCEPTS_GZIP.search(request.headers.get("Accept-Encoding", "")))


def forget_cookies(request: HttpRequest) -> None:
    """Answer as if the reader had sent no cookie, so that no middleware sets, renews or deletes one."""
    request.COOKIES = {}
    request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)


@contextmanager
def speaking_as(timeline: Timeline) -> Iterator[None]:
    """In the language of a timeline, and with the days of its zone."""
    with translation.override(timeline.language), timezone.override(zoneinfo.ZoneInfo(timeline.zone)):
        yield


def absolute(path: str) -> str:
    """The full address of a path, for canonical links and previews."""
    return f"{settings.SITE_URL}{path}"


def _with_only(request: HttpRequest, known: tuple[str, ...]) -> str:
    kept = QueryDict(mutable=True)
    for name in known:
        if name in request.GET:
            kept.setlist(name, request.GET.getlist(name))
    return f"{request.path}?{kept.urlencode()}" if kept else request.path
