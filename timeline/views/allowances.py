"""How often one reader may post, without knowing who the reader is (docs/adr/0006)."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
import time
from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.views.public import PRIVATE

WINDOW = 3600
"""Seconds for which an allowance counts."""

MOST_READERS = 100_000
"""Readers counted at once, about ten megabytes; the next one begins a new window."""


class Allowance:
    """So many posts a window for each reader, counted in this process's memory.

    An address is kept only as a hash with a salt that nobody sees and that each window makes anew: what is counted
    can be traced to no one, and not from one window to the next.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = threading.Lock()
        self._begin(0.0)

    def spend(self, address: str, *, now: float | None = None) -> bool:
        """Count one post of this address; False when its allowance is spent. ``now`` is in seconds of any clock that
        only goes forward."""
        moment = time.monotonic() if now is None else now
        with self._lock:
            if moment - self._began >= WINDOW or len(self._spent) >= MOST_READERS:
                self._begin(moment)
            reader = hashlib.blake2b(_network(address), key=self._salt, digest_size=16).digest()
            self._spent[reader] += 1
            return self._spent[reader] <= self.most

    def _begin(self, moment: float) -> None:
        self._began, self._salt = moment, secrets.token_bytes(32)
        self._spent: Counter[bytes] = Counter()


def peer_of(request: HttpRequest) -> str:
    """Where the request came from: the server puts the proxy's word for it here, where there is a proxy."""
    return request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> bytes:
    """What one reader holds: an IPv4 address, or the /64 in which an IPv6 reader may take any address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address.encode()
    if isinstance(parsed, ipaddress.IPv4Address):
        return parsed.packed
    return parsed.ipv4_mapped.packed if parsed.ipv4_mapped else parsed.packed[:8]


def too_many(request: HttpRequest) -> HttpResponse:
    """429: this reader has posted as much as one may; the page says when to come back."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(WINDOW)
    response.headers["Cache-Control"] = PRIVATE
    return response
