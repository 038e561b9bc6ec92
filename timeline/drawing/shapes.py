"""The outlines of marks as SVG paths: a shape for each kind of event, and the line below it that says how long.

A line ends bluntly where its bound is known, and dissolves into ever smaller pieces where it is not: so it reads in
black and white, on paper and in colours that the system forces.
"""

from __future__ import annotations

from timeline.drawing.scale import HUNDREDTHS, svg_number

GLYPH = 12 * HUNDREDTHS
"""The width and height of a shape."""

THICK = 5 * HUNDREDTHS

SOFT = 30 * HUNDREDTHS
"""How much of a line dissolves, or a third of a short one."""

_PIECES = ((0, 10), (12, 19), (22, 26))
"""Of a dissolving end, in thirtieths from the firm part outwards: where its pieces begin and end."""

_ROUND = "m0 5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
_OUTLINES = {
    "circle": _ROUND,
    "square": "h10v10h-10z",
    "diamond": "m5 -1l6 6l-6 6l-6 -6z",
    "triangle": "m5 0l6 10h-12z",
    "hex": "m-1 5l3 -5h6l3 5l-3 5h-6z",
    "bar": "m2.5 -1h5v12h-5z",
}
"""Drawn from a corner of a box of ten by ten, some a little beyond it."""

_RING = f"{_ROUND}m3 0a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z"


def glyph(shape: str, x: int, y: int) -> str:
    """The path of a shape in the box whose corner is at x and y, in hundredths; a ring for an unknown one."""
    across, down = (svg_number(it + HUNDREDTHS) for it in (x, y))
    return f"M{across} {down}{_OUTLINES.get(shape, _RING)}"


type Piece = tuple[int, int]
"""Where a piece of a line begins and how long it is, in hundredths."""


def pieces(begins: int, ends: int, *, soft_start: bool, soft_end: bool) -> list[Piece]:
    """The pieces of a line from one distance to another, in order."""
    soft = min(SOFT, (ends - begins) // 3)
    firm = (begins + (soft if soft_start else 0), ends - (soft if soft_end else 0))
    outwards = [(start * soft // 30, (end - start) * soft // 30) for start, end in _PIECES]
    before = [(firm[0] - 2 * soft // 30 - start - length, length) for start, length in outwards] if soft_start else []
    after = [(firm[1] + 2 * soft // 30 + start, length) for start, length in outwards] if soft_end else []
    return [*reversed(before), (firm[0], firm[1] - firm[0]), *after]


def line(x: int, y: int, length: int) -> str:
    """The path of one piece whose corner is at x and y."""
    across, down, long, thick = map(svg_number, (x, y, length, THICK))
    return f"M{across} {down}h{long}v{thick}h-{long}z"
