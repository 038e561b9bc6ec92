"""Lines checked in other processes, while this one writes. The results come in the order of the lines.

Each worker has one pipe of its own and some lists of lines before it, so that it goes on while this process writes;
when this process dies, however it dies, the pipe closes and the worker ends.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Self

from timeline.imports.event_records import Checked, RecordReader, Setting
from timeline.imports.lines import Line
from timeline.imports.worker import serve


class WorkerLost(Exception):
    """A worker ended before its work was done: killed, as when memory runs out."""


MOST = 3
"""Workers that can be of use: one process writes, and that takes about as long as checking."""

AHEAD = 4
"""Lists that a worker may have, checked or not, so that it has work while this process writes."""


class Workers:
    """As many workers as there are processors beside the one that writes; the first list is checked here, since small
    files have no more."""

    def __init__(self, setting: Setting, *, count: int | None = None) -> None:
        self.setting = setting
        spare = (os.cpu_count() or 1) - 1
        self.count = max(1, min(spare, MOST)) if count is None else max(0, count)
        self._all: list[tuple[multiprocessing.process.BaseProcess, Connection]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for _process, pipe in self._all:
            pipe.close()
        for process, _pipe in self._all:
            process.join()

    def check(self, chunks: Iterator[list[Line]]) -> Iterator[Checked]:
        """What became of each list."""
        first, second = next(chunks, None), next(chunks, None)
        here = RecordReader(self.setting)
        if first is not None:
            yield here.check(first)
        if second is None:
            return
        if not self.count:
            yield here.check(second)
            yield from (here.check(chunk) for chunk in chunks)
            return
        try:
            yield from self._spread(second, chunks)
        except (EOFError, ConnectionError) as error:
            raise WorkerLost from error

    def _spread(self, chunk: list[Line] | None, chunks: Iterator[list[Line]]) -> Iterator[Checked]:
        """Lists to the workers in turn, and what they found in the same order."""
        asked: deque[Connection] = deque()
        turns = itertools.cycle(range(self.count))
        while chunk is not None:
            if len(asked) == AHEAD * self.count:
                yield asked.popleft().recv()
            pipe = self._pipe(next(turns))
            pipe.send(chunk)
            asked.append(pipe)
            chunk = next(chunks, None)
        while asked:
            yield asked.popleft().recv()

    def _pipe(self, at: int) -> Connection:
        """To the worker with this number, started when it is first needed."""
        return self._all[at][1] if at < len(self._all) else self._started()

    def _started(self) -> Connection:
        """A new worker's pipe. It is spawned, not forked: it shares no database connection and no lock."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        ours.send(self.setting)
        self._all.append((process, ours))
        return ours
