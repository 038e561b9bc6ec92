"""From whatever state to a served site: migrate, sweep, load the demonstration, collect static files, serve.

One process, and each step only when it is needed, so that the second start takes a moment.
"""

from __future__ import annotations

import hashlib
import os
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from timeline.imports.batches import sweep_dead

STAMP = settings.STATIC_ROOT / "collected.sha256"


class Command(BaseCommand):
    help = "Migrate, load the demonstration (not with --bare), collect static files where needed, then serve."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--bare", action="store_true", help="without the demonstration timelines")

    def handle(self, *args: Any, **options: Any) -> None:
        if has_new_migrations():
            call_command("migrate", verbosity=0)
            self.stderr.write("database: migrated")
        if swept := sweep_dead():
            self.stderr.write(f"interrupted imports: {swept} swept")
        if not options["bare"]:
            self._show_demonstration()
        if collect_static():
            self.stderr.write("static files: collected")
        call_command("serve")

    def _show_demonstration(self) -> None:
        """A seed that no longer fits the engine is told of, and is no reason not to serve."""
        try:
            call_command("demo")
        except CommandError as error:
            self.stderr.write(f"demonstration: {error}")


def has_new_migrations() -> bool:
    """Whether the database lacks a migration."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def collect_static() -> bool:
    """Collect the static files unless what lies in STATIC_ROOT was made from the same ones."""
    fingerprint = _fingerprint()
    if STAMP.exists() and STAMP.read_text() == fingerprint:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    STAMP.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = os.stat(storage.path(path))
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
