"""A file of events, from its lines to what readers see: read, checked, put under an import, made visible at the end.

``docs/adr/0007`` says why it goes in these steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.db import DatabaseError

from timeline import index
from timeline.imports.batches import beat, begin, drop, make_visible, sweep
from timeline.imports.bulk import tuned
from timeline.imports.event_records import Checked, Refusal, Row, Setting
from timeline.imports.known import known
from timeline.imports.lines import chunks, read_lines
from timeline.imports.seen import Seen
from timeline.imports.storing import Store
from timeline.imports.vocabulary import Vocabulary, canonical_names
from timeline.imports.worker import collecting_seldom
from timeline.imports.workers import Workers
from timeline.imports.written_back import written_back
from timeline.models import Import, Timeline

CHUNK = 1000
"""Lines that are checked together, and the least that go into one transaction."""

TOGETHER = 4
"""The most lists in one transaction: the larger it is, the fewer pages of the indexes are written more than once."""

HELD = 0.3
"""Seconds that a transaction may keep other writers waiting, as long as one list takes less
(``bench/import_rate.py`` says how long they waited)."""


@dataclass(slots=True)
class Outcome:
    """How many lines there were and what became of them; ``made`` counts new rows of the vocabulary and outlets.

    ``is_kept`` is False where nothing was stored: in a dry run, where there was nothing new, and where a line was
    refused of a file that was to be taken in whole.
    """

    lines: int = 0
    new: int = 0
    known: int = 0
    refused: int = 0
    made: dict[str, int] = field(default_factory=dict)
    is_kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted. ``keeps_good`` takes the good lines of a file in which others are refused, ``keeps_ids`` the ids
    that the file gives; ``is_dry`` stores nothing."""

    timeline: Timeline
    by: AbstractBaseUser
    file_name: str = ""
    keeps_good: bool = False
    keeps_ids: bool = True
    is_dry: bool = False


def import_file(
    file: BinaryIO,
    order: Order,
    *,
    refuse: Callable[[Refusal], None],
    progress: Callable[[Outcome], None] = lambda _outcome: None,
    workers: int | None = None,
) -> Outcome:
    """Take in the file. ``refuse`` is told of each line that is not taken in, ``progress`` of how far it is.

    Raises ``RefusedFile`` for a damaged file, :class:`Busy` while another import into the timeline is running,
    :class:`Lost` when this one was swept from elsewhere and ``WorkerLost`` when a worker was killed. Whatever is
    raised, nothing of the file is visible.
    """
    batch = None
    if not order.is_dry:
        batch = begin(timeline=order.timeline, file_name=order.file_name, by=order.by)
    try:
        with written_back():
            with tuned(), collecting_seldom():
                outcome = _Intake(order, batch, refuse).take_all(file, progress, workers)
            _finish(order, batch, outcome)
    except BaseException:
        # Where not even that can be written (a full disk), the next run finds that the process is gone.
        with suppress(DatabaseError):
            if batch is not None:
                drop(batch)
        raise
    return outcome


def _finish(order: Order, batch: Import | None, outcome: Outcome) -> None:
    """Make it visible, or take it back whole."""
    if batch is None:
        return
    beat(batch, known=outcome.known, refused=outcome.refused)
    outcome.is_kept = bool(outcome.new) and (order.keeps_good or not outcome.refused)
    if outcome.is_kept:
        index.prepare(order.timeline, with_batches=(batch.pk,))
        make_visible(batch)
    else:
        drop(batch)
        sweep(batch)


class _Intake:
    """One file on its way in."""

    def __init__(self, order: Order, batch: Import | None, refuse: Callable[[Refusal], None]) -> None:
        self.order, self.refuse = order, refuse
        self.outcome = Outcome()
        self.seen = Seen()
        self.vocabulary = Vocabulary(order.timeline.language, batch)
        self.store = Store(batch, self.vocabulary, order.by) if batch is not None else None
        self.waiting: list[list[Row]] = []
        self.together = 1

    def take_all(self, file: BinaryIO, progress: Callable[[Outcome], None], workers: int | None) -> Outcome:
        timeline = self.order.timeline
        setting = Setting(timeline.pk, timeline.language, self.order.keeps_ids, canonical_names())
        try:
            with Workers(setting, count=workers) as pool:
                for checked in pool.check(chunks(read_lines(file), CHUNK)):
                    self._take(checked)
                    progress(self.outcome)
                self._put()
        finally:
            self.seen.close()
        self.outcome.made = {what: count for what, count in self.vocabulary.made.items() if count}
        return self.outcome

    def _take(self, checked: Checked) -> None:
        """Sort some rows into new, known and refused, and store what is new."""
        self.outcome.lines += len(checked.rows) + len(checked.refusals)
        self.vocabulary.learn(checked.terms, checked.outlets)
        rows, refusals = self._apart(checked.rows)
        refusals = sorted([*checked.refusals, *refusals])
        for refusal in refusals:
            self.refuse(refusal)
        self.outcome.refused += len(refusals)
        self.outcome.new += len(rows)
        is_wanted = self.order.keeps_good or not self.outcome.refused
        if self.store is not None and rows and is_wanted:
            self.waiting.append(rows)
            if len(self.waiting) >= self.together:
                self._put()

    def _put(self) -> None:
        """Store what waits, and see from the time that took how much may go together next."""
        lists, self.waiting = self.waiting, []
        if self.store is not None and lists:
            began = monotonic()
            self.store.put([row for rows in lists for row in rows])
            each = (monotonic() - began) / len(lists)
            self.together = max(1, int(min(TOGETHER, HELD / max(each, 1e-6))))

    def _apart(self, rows: list[Row]) -> tuple[list[Row], list[Refusal]]:
        """The new rows, and refusals; what is in neither is known."""
        twice = self.seen.take(rows)
        refusals = [
            Refusal(number, f"line {before.number} has the same id and says something else")
            for number, before in twice.items()
            if not before.is_same
        ]
        left = [row for row in rows if row.number not in twice]
        here, changed = known(self.order.timeline, left)
        self.outcome.known += len(twice) - len(refusals) + len(here)
        out = here | {refusal.number for refusal in changed}
        left = [row for row in left if row.number not in out]
        unnamed = list(self._unnamed(left)) if self.vocabulary.refused else []
        out = {refusal.number for refusal in unnamed}
        return [row for row in left if row.number not in out], [*refusals, *changed, *unnamed]

    def _unnamed(self, rows: list[Row]) -> Iterator[Refusal]:
        """Refusals of the rows with a kind, actor or place that could not be made."""
        for row in rows:
            named = (("kind", [row.kind]), ("actor", row.actors), ("place", row.places))
            reasons = (self.vocabulary.refused.get((facet, key)) for facet, keys in named for key in keys)
            if reason := next(filter(None, reasons), None):
                yield Refusal(row.number, reason)
