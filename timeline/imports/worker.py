"""What a worker does (``workers.py``). Nothing of Django's is imported before Django is set up in its process."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

import django

CLOSED = (EOFError, OSError)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Rows hold no cycles, and there are many: Python looks for cycles after some ten thousand objects instead of some
    hundred, and not among what was there before."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def serve(pipe: Connection) -> None:
    """Read the setting, then check lists of lines until the pipe closes.

    One thread receives and one sends, so that the process in front never waits to be heard, nor this one to be read.
    """
    # Ctrl-C reaches every process of the terminal; the one in front says what it means.
    with suppress(KeyboardInterrupt, *CLOSED):
        sys.setswitchinterval(2e-4)
        django.setup()
        from timeline.imports.event_records import RecordReader

        reader = RecordReader(pipe.recv())
        lists: SimpleQueue[Any] = SimpleQueue()
        found: SimpleQueue[Any] = SimpleQueue()
        Thread(target=_receive, args=(pipe, lists), daemon=True).start()
        Thread(target=_send, args=(pipe, found), daemon=True).start()
        with collecting_seldom():
            while (lines := lists.get()) is not None:
                found.put(reader.check(lines))


def _receive(pipe: Connection, lists: SimpleQueue[Any]) -> None:
    try:
        with suppress(*CLOSED):
            while True:
                lists.put(pipe.recv())
    finally:
        lists.put(None)


def _send(pipe: Connection, found: SimpleQueue[Any]) -> None:
    with pipe, suppress(*CLOSED):  # closed whatever happens: the process in front would wait for ever
        while True:
            pipe.send(found.get())
