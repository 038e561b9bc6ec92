"""Reading answers as a reader's browser does."""

from __future__ import annotations

import html
import re

from django.http import HttpResponse
from django.test import Client


def text_of(response: HttpResponse) -> str:
    """The words of a page without its markup, white space collapsed."""
    body = re.sub(r"(?s)<head>.*?</head>|<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", html.unescape(body)).strip()


FIRST = ' id="first-day"'
"""What the first section of a page has beyond those of a fragment: the first frame waits for it."""


def source_of(response: HttpResponse) -> str:
    return response.content.decode()


def links_of(response: HttpResponse) -> set[str]:
    """Every address of this site that the page names for a browser or for htmx, without fragments."""
    found = re.findall(r'(?:href|hx-get|hx-push-url|cite)="([^"]+)"', response.content.decode())
    return {html.unescape(address).partition("#")[0] for address in found if address.startswith("/")}


def whole(response: HttpResponse) -> HttpResponse:
    """The answer with all of its body, also where it is sent as it is made."""
    if response.streaming:
        return HttpResponse(response.getvalue(), status=response.status_code, headers=dict(response.headers))
    return response


def crawl(client: Client, *starts: str) -> dict[str, HttpResponse]:
    """Every public page that can be reached from the starts, by address; redirects are followed as links are."""
    waiting, seen = set(starts), {}
    while waiting:
        address = waiting.pop()
        response = whole(client.get(address))
        seen[address] = response
        named = {response["Location"]} if response.has_header("Location") else links_of(response)
        waiting |= {link for link in named if link and not link.startswith(("/static/", "/admin/"))} - set(seen)
    return seen
