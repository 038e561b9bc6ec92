"""A segment on disk, so that a process that starts has it in milliseconds: columns are mapped into memory as they lie.

A file is written beside its place and renamed, so that it is whole or not there; its checksum, format, timeline and
size are looked at before anything of it is used. A file that is damaged, cut, foreign or of another format is as good
as none: the segment is then read from the database.
"""

from __future__ import annotations

import contextlib
import json
import logging
import mmap
import os
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from pyroaring import BitMap

from timeline.index.bitmaps import Column
from timeline.index.segments import BY_EVENT, COLUMNS, NUMBERS, SHORT, Segment, ValuesByEvent

FORMAT = f"dateline index 3 {sys.byteorder} {SHORT}"
"""Another number for every change of what is in the file or of what it means; ``SHORT`` decides what is in it."""

AHEAD = ".with-"
KEPT_AHEAD = 24 * 3600
"""Seconds for which a snapshot made ahead for an import waits to be wanted."""

_MAGIC = b"DLINDEX1"
_HEAD = struct.Struct("<8sIQ")
"""Magic, CRC-32 of all that follows, length of the header."""

_ALIGNED = 64

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timeline at a version, beyond doubt: a key may be given again after a restore, a version be counted twice after
    one, but not at the same moments. Moments as the database tells them."""

    timeline: int
    created_at: str
    version: int
    changed_at: str


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A segment as it stood at a version; ``batches`` are imports that it holds and that were not visible then."""

    stamp: Stamp
    segment: Segment
    batches: tuple[int, ...] = ()


def save(it: Snapshot) -> Path | None:
    """Keep the snapshot in place of older ones of the timeline. None where the disk refuses: it can be made again."""
    folder = Path(settings.INDEX_DIR)
    path = folder / _name(it.stamp, it.batches)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=folder, prefix=f"{it.stamp.timeline}.", suffix=".new", delete=False
        ) as file:
            try:
                _write(file, it)
                os.replace(file.name, path)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(file.name)
                raise
    except OSError as error:
        log.warning("the index of timeline %s was not kept: %s", it.stamp.timeline, error)
        return None
    _remove_older(folder, it.stamp, path)
    return path


def is_saved(it: Snapshot) -> bool:
    """Whether there is a file of this snapshot, whatever state it is in."""
    return (Path(settings.INDEX_DIR) / _name(it.stamp, it.batches)).exists()


def saved(timeline: int) -> Iterator[Snapshot]:
    """The snapshots of a timeline that can be trusted, the newest first."""
    paths = Path(settings.INDEX_DIR).glob(f"{timeline}.*.index")
    for path in sorted(paths, key=_version, reverse=True):
        if found := load(path):
            yield found


def load(path: Path) -> Snapshot | None:
    """The snapshot in a file, None where it cannot be trusted."""
    try:
        with open(path, "rb") as file:
            held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _read(held)
    except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
        log.warning("the saved index %s is left alone: %s", path.name, error)
        return None


def _write(file: Any, it: Snapshot) -> None:
    blocks = list(_blocks(it.segment))
    header, at = [], 0
    for name, raw in blocks:
        header.append([*name, at, len(raw)])
        at += len(raw) + -len(raw) % _ALIGNED
    stamp = [it.stamp.timeline, it.stamp.created_at, it.stamp.version, it.stamp.changed_at]
    told = json.dumps({"format": FORMAT, "stamp": stamp, "batches": it.batches, "blocks": header}).encode()
    told += b" " * (-(_HEAD.size + len(told)) % _ALIGNED)
    file.write(_HEAD.pack(_MAGIC, 0, len(told)))
    checksum = zlib.crc32(told)
    file.write(told)
    for _name, raw in blocks:
        padded = bytes(raw) + bytes(-len(raw) % _ALIGNED)
        checksum = zlib.crc32(padded, checksum)
        file.write(padded)
    file.seek(0)
    file.write(_HEAD.pack(_MAGIC, checksum, len(told)))
    file.flush()
    os.fsync(file.fileno())


def _blocks(it: Segment) -> Iterator[tuple[list[Any], Any]]:
    """The parts of a segment by name; a name is a column's, or a facet's, or a facet and a value."""
    for name in COLUMNS:
        yield ["column", name], memoryview(getattr(it, name)).cast("B")
    for name, places in (("spans", it.spans), ("timed", it.timed)):
        yield ["places", name], places.serialize()
    for facet, values in it.values.items():
        for value, places in values.items():
            yield [facet, value], places.serialize()
    for facet, by_event in it.by_event.items():
        for name in BY_EVENT:
            yield [name, facet], memoryview(getattr(by_event, name)).cast("B")


def _read(held: mmap.mmap) -> Snapshot:
    magic, checksum, length = _HEAD.unpack_from(held)
    if magic != _MAGIC or len(held) < _HEAD.size + length:
        raise ValueError("not a saved index")
    view = memoryview(held)
    if zlib.crc32(view[_HEAD.size :]) != checksum:
        raise ValueError("damaged")
    told = json.loads(held[_HEAD.size : _HEAD.size + length])
    if told["format"] != FORMAT:
        raise ValueError(f"of another format: {told['format']}")
    return Snapshot(
        Stamp(*told["stamp"]), _segment(view[_HEAD.size + length :], told["blocks"]), tuple(told["batches"])
    )


def _segment(body: memoryview, blocks: list[list[Any]]) -> Segment:
    columns, places, values = {}, {}, {}
    by_event: dict[str, dict[str, Column]] = {}
    for sort, name, start, length in blocks:
        raw = body[start : start + length]
        if sort == "column":
            columns[name] = np.frombuffer(raw, COLUMNS[name])
        elif sort == "places":
            places[name] = BitMap.deserialize(bytes(raw))
        elif sort in BY_EVENT:
            by_event.setdefault(name, {})[sort] = np.frombuffer(raw, NUMBERS)
        else:
            values.setdefault(sort, {})[name] = BitMap.deserialize(bytes(raw))
    each = {name: ValuesByEvent(**it) for name, it in by_event.items()}
    return Segment(**columns, **places, values=values, by_event=each)


def _name(stamp: Stamp, batches: tuple[int, ...]) -> str:
    ahead = "".join(f"{AHEAD}{batch}" for batch in batches)
    return f"{stamp.timeline}.{stamp.version}{ahead}.index"


def _version(path: Path) -> int:
    number = path.name.split(".")[1]
    return int(number) if number.isdecimal() else -1


def _remove_older(folder: Path, stamp: Stamp, kept: Path) -> None:
    """Those of lower versions, but for young ones made ahead: their import may be about to become visible."""
    for path in folder.glob(f"{stamp.timeline}.*.index"):
        with contextlib.suppress(OSError):
            is_wanted = AHEAD in path.name and time.time() - path.stat().st_mtime < KEPT_AHEAD
            if path != kept and _version(path) < stamp.version and not is_wanted:
                path.unlink()
