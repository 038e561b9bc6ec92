"""What a worker does (``workers.py``). Nothing of Django's is imported before Django is set up in its process."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing.connection import Connection

import django


def serve(pipe: Connection) -> None:
    """Read the setting, then check lists of lines until the pipe closes."""
    # Ctrl-C reaches every process of the terminal; the one in front says what it means.
    with pipe, suppress(KeyboardInterrupt, EOFError, BrokenPipeError):
        django.setup()
        from timeline.imports.event_records import RecordReader

        reader = RecordReader(pipe.recv())
        while True:
            pipe.send(reader.check(pipe.recv()))
