"""Which answers a cache already has: a weak ETag from the edition, the address and the release (RFC 9110, 8.8.3). The
first of these caches is this process: what it sent under a tag it sends again while the tag is right.

An edition names the timelines an answer speaks of with the version of each, so that the question costs one query, of
timelines alone; it is asked before the answer is made, so that a tag is never newer than what it stands on. The
release is in it because two deployments make two pages of one edition.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from timeline.index.editions import Edition
from timeline.views.kept import Kept
from timeline.views.public import PUBLIC, for_anybody, forget_cookies, unpacks

type View = Callable[..., HttpResponseBase]
type EditionOf = Callable[..., Edition | None]

MADE_OF = (
    ("timeline", "*.py"),
    ("timeline", "*.mo"),
    ("templates", "*.html"),
    ("static", "*.*"),
    ("fixtures", "*.json"),
)
"""What pages are made of beside rows: folders, and the files in them that count."""


LARGEST_KEPT = 64_000
"""Bytes of an answer that is kept; a page has some fifteen thousand, compressed."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it was sent, compressed or not."""

    body: bytes
    headers: dict[str, str]


_sent: Kept[Sent] = Kept(256)


def fresh(edition_of: EditionOf, *names: str) -> Callable[[View], View]:
    """Answer 304 where the reader's cache has what the view would make, and tag what it makes.

    ``edition_of`` gets what the route captured under these names; None means that there is nothing to tag. Goes around
    :func:`timeline.views.public.public`; an answer that caches may not keep stays without a tag.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **captured: str) -> HttpResponseBase:
            is_read = request.method in ("GET", "HEAD") and not settings.DEBUG
            edition = edition_of(*(captured[name] for name in names)) if is_read else None
            if edition is None:
                return view(request, **captured)
            headers = validators(request, edition)
            if known := _already_known(request, headers):
                return known
            key = (headers["ETag"], edition.changed_at, unpacks(request))
            if request.method == "HEAD":
                return _tagged(view(request, **captured), headers)
            if sent := _sent.look(key):
                forget_cookies(request)
                return HttpResponse(sent.body, headers=sent.headers)
            response = _tagged(view(request, **captured), headers)
            _keep(key, response)
            return response

        return for_anybody(answer)

    return decorate


def validators(request: HttpRequest, edition: Edition) -> dict[str, str]:
    """The ETag and Last-Modified of what the address shows of an edition.

    Last-Modified tells people and crawlers; only the tag decides, since two changes may fall into one second.
    """
    parts = (release(), edition.timelines, request.get_full_path())
    digest = hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()
    return {"ETag": f'W/"{digest}"', "Last-Modified": http_date(edition.changed_at.timestamp())}


def release() -> str:
    """What this deployment makes pages of: the version, the addresses named on pages, and the files themselves, so
    that a change which forgot to raise the version shows all the same."""
    return f"{settings.VERSION} {settings.SITE_URL} {settings.CONTACT} {_fingerprint(settings.BASE_DIR)}"


@cache
def _fingerprint(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name, pattern in MADE_OF:
        for path in sorted((folder / name).rglob(pattern)):
            digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _already_known(request: HttpRequest, headers: dict[str, str]) -> HttpResponseBase | None:
    """304 with the headers that a cache must renew, where the request names the tag (RFC 9110, 15.4.5)."""
    made = HttpResponse(headers={"Cache-Control": PUBLIC, "Vary": "Accept-Encoding", **headers})
    answer = get_conditional_response(request, etag=headers["ETag"], response=made)
    if answer is made:
        return None
    forget_cookies(request)
    return answer


def _tagged(response: HttpResponseBase, headers: dict[str, str]) -> HttpResponseBase:
    if response.status_code == 200 and response.headers.get("Cache-Control") == PUBLIC:
        for name, value in headers.items():
            response.headers[name] = value
    return response


def _keep(key: Hashable, response: HttpResponseBase) -> None:
    """Keep what was tagged, unless it is long or sent as it is made."""
    if "ETag" in response.headers and isinstance(response, HttpResponse) and len(response.content) <= LARGEST_KEPT:
        _sent.keep(key, Sent(response.content, dict(response.headers)))
