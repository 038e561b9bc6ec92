"""The index of each timeline as this process holds it, brought to the version of the database before each answer.

A process that is behind reads the changes after its version (``models/public_changes.py``) and the rows they name, a
few milliseconds; when they become many, they are merged into a new base: at once where that takes no time, else beside
the readers. Why it is so stands in docs/adr.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

from timeline.index import changes, reading, snapshots
from timeline.index.indexes import Index
from timeline.index.snapshots import Snapshot, Stamp
from timeline.models import Timeline

MANY_CHANGES = 1_000
"""Changed events beside a base; reading that many again takes a request some ten milliseconds."""

LARGE = 20_000
"""Events from which merging and saving happen beside the readers, and from which a snapshot is worth its file."""

MOST_EVENTS = 10_000_000
"""Of all the indexes a process holds, some sixty bytes each; the one not asked for longest goes first."""


_held: OrderedDict[int, Index] = OrderedDict()
_holding = threading.Lock()
_bringing: dict[int, threading.RLock] = {}
_merging: set[int] = set()


_asked: ContextVar[dict[int, Index] | None] = ContextVar("asked", default=None)


@contextmanager
def steady() -> Iterator[None]:
    """Within it all answers about a timeline are of one version of it, that at which it is asked about first: a page
    whose count has an event more than its list, or its bars, would contradict itself. Rows are as they are now: one
    that was withdrawn since is missing. To be held while one page is made; what is sent as it is made comes after."""
    if _asked.get() is not None:
        yield
        return
    token = _asked.set({})
    try:
        yield
    finally:
        _asked.reset(token)


def current(timeline: Timeline) -> Index:
    """The index of a timeline at its version of now, in one query where nothing changed since the last question; in
    :func:`steady` at the version of the first question, which alone asks the database."""
    asked = _asked.get()
    if asked is None:
        return at(stamp_of(timeline.pk))
    if timeline.pk not in asked:
        asked[timeline.pk] = at(stamp_of(timeline.pk))
    return asked[timeline.pk]


def version(timeline: Timeline) -> Hashable:
    """What tells one version of a timeline from another: what was made of an answer is kept by that of the index which
    gave it, which may be newer than the timeline's row in hand."""
    return current(timeline).stamp


def at(stamp: Stamp) -> Index:
    """The index of a timeline at a stamp that was read just now, or at a later one."""
    held = _kept(stamp.timeline)
    if held is not None and held.stamp == stamp:
        return held
    with _lock_of(stamp.timeline):
        held = _kept(stamp.timeline)
        if held is not None and held.stamp.version > stamp.version:
            stamp = stamp_of(stamp.timeline)  # another thread was faster, or a transaction was taken back
        if held is None or held.stamp != stamp:
            held = _brought(held, stamp)
            _keep(held)
    return held


def stamp_of(timeline: int) -> Stamp:
    """The timeline's stamp as its row has it now: one query, of timelines alone."""
    (found,) = stamps(timeline) or [Stamp(timeline, "", 0, "")]
    return found


def stamps(timeline: int | None = None) -> list[Stamp]:
    """The stamps of one timeline or of all."""
    condition, params = ("", ()) if timeline is None else (" WHERE id = %s", (timeline,))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, created_at, version, changed_at FROM timeline_timeline{condition}", params)
        return [Stamp(pk, str(made), version, str(moved)) for pk, made, version, moved in cursor.fetchall()]


def forget() -> None:
    """Hold nothing, as a process that has just started."""
    with _holding:
        _held.clear()


def make_ready() -> int:
    """Hold the index of every timeline that has events, saved where it is large; how many there are. For the start of a
    server, so that no reader waits for it."""
    found = [at(stamp) for stamp in stamps()]
    for index in found:
        if len(index.base.segment) >= LARGE and not snapshots.is_saved(index.base):
            snapshots.save(index.base)
        changes.prune(index.base.stamp)
    return sum(len(index) > 0 for index in found)


def prepare(timeline: Timeline, *, with_batches: tuple[int, ...] = ()) -> Snapshot:
    """A snapshot, saved, that holds the events of these imports as well, which readers do not see yet: when the change
    that makes them visible is written (``bump`` with ``Reach.BATCH``), processes find it ready."""
    stamp = stamp_of(timeline.pk)
    made = Snapshot(stamp, reading.read(timeline.pk, with_batches=with_batches), tuple(with_batches))
    snapshots.save(made)
    return made


def _brought(held: Index | None, stamp: Stamp) -> Index:
    """What is held or saved, brought to the stamp; read anew where neither leads there."""
    index = (_followed(held, stamp) if held else None) or _loaded(stamp) or _read(stamp)
    if len(index.changed) <= MANY_CHANGES:
        return index
    if len(index) < LARGE:
        return index.compacted()
    _merge_beside(index)
    return index


def _followed(held: Index, stamp: Stamp) -> Index | None:
    """The index brought to the stamp by the changes in between; None where these do not lead there."""
    between = changes.between(held.stamp, stamp)
    if between is None or between.is_everything or not between.batches <= set(held.base.batches):
        return None
    return held.after(stamp, between.events, are_names_known=not between.names)


def _loaded(stamp: Stamp) -> Index | None:
    for it in snapshots.saved(stamp.timeline):
        if found := _trusted(it, stamp):
            return found
    return None


def _trusted(it: Snapshot, stamp: Stamp) -> Index | None:
    """A snapshot brought to the stamp: None for another timeline's, and for one made ahead of what is visible."""
    if (it.stamp.timeline, it.stamp.created_at) != (stamp.timeline, stamp.created_at):
        return None
    if it.stamp == stamp:
        return None if it.batches else Index.of(it)
    between = changes.between(it.stamp, stamp)
    if between is None or between.is_everything or between.batches != set(it.batches):
        return None
    return Index.of(it).after(stamp, between.events, are_names_known=True)


def _read(stamp: Stamp) -> Index:
    index = Index.of(Snapshot(stamp, reading.read(stamp.timeline)))
    if len(index) >= LARGE:
        threading.Thread(target=snapshots.save, args=(index.base,), daemon=True).start()
    return index


def _merge_beside(index: Index) -> None:
    """Merge in a thread of its own, once at a time for a timeline; readers go on with what is held."""
    timeline = index.stamp.timeline
    with _holding:
        if timeline in _merging:
            return
        _merging.add(timeline)
    threading.Thread(target=_merge, args=(index,), daemon=True).start()


def _merge(index: Index) -> None:
    timeline = index.stamp.timeline
    try:
        base = index.compacted().base
        snapshots.save(base)
        with _lock_of(timeline):
            held = _kept(timeline)
            if held is not None and held.base is index.base:
                _keep(held.on(base))
    finally:
        with _holding:
            _merging.discard(timeline)


def _lock_of(timeline: int) -> threading.RLock:
    """Held by the one thread that brings an index of the timeline up to date; the others wait the moment it takes."""
    with _holding:
        return _bringing.setdefault(timeline, threading.RLock())


def _kept(timeline: int) -> Index | None:
    with _holding:
        if timeline in _held:
            _held.move_to_end(timeline)
        return _held.get(timeline)


def _keep(index: Index) -> None:
    with _holding:
        _held[index.stamp.timeline] = index
        _held.move_to_end(index.stamp.timeline)
        events = sum(len(it) for it in _held.values())
        while events > MOST_EVENTS and len(_held) > 1:
            events -= len(_held.popitem(last=False)[1])
