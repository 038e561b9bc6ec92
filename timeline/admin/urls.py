"""Addresses of the desk's own screens, beside those that Django's admin gives each model."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path


def named(admin: ModelAdmin, route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """A screen for signed-in staff under the model's address, called ``admin:timeline_<model>_<name>``.

    The view is called with the request, the ``ModelAdmin`` as ``desk``, and what the route captures.
    """

    @functools.wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        return view(request, desk=admin, **captured)

    screen = admin.admin_site.admin_view(opened)
    return path(route, screen, name=f"{admin.opts.app_label}_{admin.opts.model_name}_{name}")
