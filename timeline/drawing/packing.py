"""Which row of its lane each mark stands on, and which marks have room for their words.

Along the axis, in hundredths: nothing of one row touches anything else of it, neither a mark nor a label. Marks come
in the order of time, each on the first row where it has room with its label after it, else before it, else without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.drawing.lettering import text_width, wrapped
from timeline.drawing.scale import HUNDREDTHS
from timeline.drawing.shapes import GLYPH

MOST_ROWS = 3
"""Of a lane; one that needs more is counted."""

SIZE = 13
"""Pixels of a label's type."""

WIDEST = 185 * HUNDREDTHS
"""Of a label's two lines: some twenty-five letters each."""

LINES = 2
APART = 8 * HUNDREDTHS
BESIDE = 4 * HUNDREDTHS
"""Between a mark and its own label."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mark to be placed: where it begins, how long its line is, and its words."""

    at: int
    length: int
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark went. ``lines`` are empty where its label had no room; ``label_at`` is the label's edge on the side
    of the mark, so that a label before its mark ends there."""

    row: int
    lines: tuple[str, ...] = ()
    label_at: int = 0
    is_before: bool = False
    starts: int = 0
    ends: int = 0


def pack(wanted: Iterable[Wanted], width: int) -> list[Place] | None:
    """A place for each mark on at most ``MOST_ROWS`` rows inside the width, None where they do not have room.

    Marks must come in the order of their beginnings.
    """
    rows: list[list[Place]] = []
    places = []
    for it in wanted:
        place = _first_with_room(_ways(it, width), rows)
        if place is None:
            return None
        if place.row == len(rows):
            rows.append([])
        rows[place.row].append(place)
        places.append(place)
    return places


def _ways(it: Wanted, width: int) -> list[Place]:
    """The ways to set a mark on any row, the best first."""
    ends = it.at + max(GLYPH, it.length)
    lines = wrapped(it.label, SIZE, WIDEST, LINES)
    if not lines:
        return [Place(0, starts=it.at, ends=ends)]
    long = max(text_width(line, SIZE) for line in lines)
    after, before = it.at + GLYPH + BESIDE, it.at - BESIDE
    ways = []
    if after + long <= width:
        ways.append(Place(0, lines, after, is_before=False, starts=it.at, ends=max(ends, after + long)))
    if before - long >= 0:
        ways.append(Place(0, lines, before, is_before=True, starts=before - long, ends=ends))
    return [*ways, Place(0, starts=it.at, ends=ends)]


def _first_with_room(ways: Sequence[Place], rows: Sequence[Sequence[Place]]) -> Place | None:
    for way in ways:
        for row in range(MOST_ROWS):
            if row >= len(rows) or all(_are_apart(way, other) for other in rows[row]):
                return Place(row, way.lines, way.label_at, way.is_before, way.starts, way.ends)
    return None


def _are_apart(one: Place, other: Place) -> bool:
    return one.ends + APART <= other.starts or other.ends + APART <= one.starts
