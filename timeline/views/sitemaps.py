"""The site map: every timeline and every published event under its plain address (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse

from timeline.index.addresses import Address, event_addresses, event_count, timeline_addresses
from timeline.views.public import absolute, public

PAGE = 45_000
"""Events in one file; the protocol allows 50,000 addresses, and the pages of the site itself need some."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@public()
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Every address while they fit one file, else the list of the files that hold them."""
    pages = -(-event_count() // PAGE)
    return _xml("urlset", _page(1)) if pages <= 1 else _xml("sitemapindex", _pages(pages))


@public()
def sitemap_page(request: HttpRequest, number: int) -> HttpResponseBase:
    """One of several files; the first names the site's own pages and the timelines too."""
    pages = -(-event_count() // PAGE)
    if not (pages > 1 and 1 <= number <= pages):
        raise Http404
    return _xml("urlset", _page(number))


def _xml(root: str, lines: Iterable[str]) -> HttpResponseBase:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n'
    return StreamingHttpResponse(chain([head], lines, [f"</{root}>\n"]), content_type="application/xml")


def _page(number: int) -> Iterator[str]:
    if number == 1:
        yield from (f"<url><loc>{_loc(reverse(name))}</loc></url>\n" for name in ("timelines", "method"))
        yield from map(_url, timeline_addresses())
    yield from map(_url, event_addresses(number - 1, PAGE))


def _pages(count: int) -> Iterator[str]:
    addresses = (reverse("sitemap_page", args=[number]) for number in range(1, count + 1))
    return (f"<sitemap><loc>{_loc(address)}</loc></sitemap>\n" for address in addresses)


def _url(it: Address) -> str:
    address, changed_at = it
    return f"<url><loc>{_loc(address)}</loc><lastmod>{changed_at:%Y-%m-%dT%H:%M:%SZ}</lastmod></url>\n"


def _loc(address: str) -> str:
    return escape(absolute(address))
