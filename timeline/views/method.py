"""How dates are read, what standing means, what is quoted, and under which licences."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from timeline.models import QUOTE_SHOWN, Kind, Standing
from timeline.views.public import absolute, public


@public("lang")
def method(request: HttpRequest) -> HttpResponse:
    """The method in the language of ``?lang=``; an address with a language unknown here moves to the plain one."""
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    address = _address(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
    if address != request.get_full_path():
        return HttpResponsePermanentRedirect(address)
    with translation.override(language):
        context = {
            "canonical": absolute(address),
            "languages": [(translation.get_language_info(code), _address(code)) for code, _name in settings.LANGUAGES],
            "quote_shown": QUOTE_SHOWN,
            "kinds": Kind.objects.settled(),
            "standings": Standing,
            "contact": settings.CONTACT,
            "contact_href": _contact_href(settings.CONTACT),
        }
        return render(request, "timeline/method.html", context)


def _contact_href(contact: str) -> str:
    """Where the contact leads: to a page, to a mail, or "" where it is neither."""
    if contact.startswith(("https://", "http://")):
        return contact
    return f"mailto:{contact}" if "@" in contact else ""


def _address(language: str) -> str:
    """The page's address in a language; the site's own language needs no parameter."""
    query = {"lang": language} if language != settings.LANGUAGE_CODE else None
    return reverse("method", query=query)
