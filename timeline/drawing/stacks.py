"""How high the segments of all columns are: alike for each event, but never too low to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from timeline.drawing.counts import BinCount, KindKey

LOWEST = 150
"""Hundredths that a segment with an event in it has at least; less where a column holds too many segments."""


class Part(NamedTuple):
    """The certain or the possible events of one kind in one column; ``height`` in hundredths."""

    kind: KindKey
    is_possible: bool
    events: int
    height: int


type _Pile = list[tuple[KindKey, bool, int]]


def stacked(counts: Sequence[BinCount], kinds: Sequence[KindKey], room: int) -> list[tuple[Part, ...]]:
    """For each count its parts from the axis up: certain ones by kind, then possible ones by kind, empty ones left out.

    ``room`` is the height in hundredths that the highest column fills, but for rounding down.
    """
    piles = [_pile(it, kinds) for it in counts]
    lowest = min(LOWEST, room // max(1, *map(len, piles)))
    each = min((_height_of_one([part[2] for part in pile], room, lowest) for pile in piles if pile), default=Fraction())
    one, whole = each.as_integer_ratio()
    return [tuple(Part(*part, max(lowest, part[2] * one // whole)) for part in pile) for pile in piles]


def _pile(it: BinCount, kinds: Sequence[KindKey]) -> _Pile:
    sides = ((it.certain, False), (it.possible, True))
    return [(kind, is_possible, n) for side, is_possible in sides for kind in kinds if (n := side.get(kind, 0))]


def _height_of_one(events: list[int], room: int, lowest: int) -> Fraction:
    """The most hundredths an event may take for this column to fit, the segments that are lifted set apart first."""
    linear = sorted(events, reverse=True)
    left = room
    while linear[-1] * left < lowest * sum(linear):
        linear.pop()
        left -= lowest
    return Fraction(left, sum(linear))
