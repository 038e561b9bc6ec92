"""Serve the site with waitress on the loopback address and print the way in."""

from __future__ import annotations

import gc
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from waitress.server import create_server

from timeline import index
from timeline.editorial.signing_in import LIFETIME, first_administrator, sign_in_token
from timeline.wsgi import application

THREADS = 8
"""Each holds one database connection; a page takes some ten milliseconds, so eight answer hundreds a second."""


class Command(BaseCommand):
    help = "Serve the site on 127.0.0.1:PORT. Behind a proxy, set SITE_URL and SECRET_KEY."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            server = create_server(application, host="127.0.0.1", port=settings.PORT, threads=THREADS, **_proxy())
        except OSError as error:
            reason = f"port {settings.PORT} cannot be used ({error.strerror}); set PORT to another"
            raise CommandError(reason) from error
        index.make_ready()
        gc.collect()
        gc.freeze()  # what is there stays; going through all of it for cycles takes as long as three pages
        self._say_where()
        try:
            server.run()
        except KeyboardInterrupt:
            server.close()

    def _say_where(self) -> None:
        self.stdout.write(f"\nDateline is at {settings.SITE_URL}/")
        if settings.IS_LOOPBACK:
            path = reverse("sign_in", args=[sign_in_token(first_administrator())])
            minutes = int(LIFETIME.total_seconds() // 60)
            self.stdout.write(f"Sign in to the admin, once, within {minutes} minutes: {settings.SITE_URL}{path}")
        self.stdout.write("Stop with Ctrl-C.\n")
        self.stdout.flush()


def _proxy() -> dict[str, Any]:
    """An https SITE_URL means a proxy on this machine: its word about the scheme and the reader is taken, nobody
    else's."""
    if not settings.IS_HTTPS:
        return {}
    return {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"}}
