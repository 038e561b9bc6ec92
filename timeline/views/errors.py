"""Pages that say what went wrong, in the house's style; none is kept by a cache."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from timeline.views.public import PRIVATE, forget_cookies


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request cannot be understood."""
    return _error(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: an editor lacks a right."""
    return _error(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is nothing here, or nothing that readers may know of; the two look the same."""
    return _error(request, "404.html", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500. The page needs no database, no request and no list of static files: any of them may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500, headers={"Cache-Control": PRIVATE})


def _error(request: HttpRequest, template: str, status: int) -> HttpResponse:
    forget_cookies(request)
    return HttpResponse(render_to_string(template, request=request), status=status, headers={"Cache-Control": PRIVATE})
