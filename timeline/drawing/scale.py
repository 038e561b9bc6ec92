"""From moments to places on the paper, and from places to SVG text.

Lengths are whole hundredths of a unit of the viewBox, so that what touches in the sum touches on the paper, a
reflection is exact, and no locale or rounding writes the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

HUNDREDTHS = 100


@lru_cache(20_000)
def svg_number(hundredths: int) -> str:
    """A length as SVG text with at most two decimals: 1250 is "12.5"."""
    whole, rest = divmod(abs(hundredths), HUNDREDTHS)
    text = f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
    return f"-{text}" if hundredths < 0 else text


def svg_share(hundredths: int, width: int) -> str:
    """A length of so many hundredths as a share of a width in units: 295 of 1180 units is "0.25%"."""
    return f"{svg_number(hundredths * HUNDREDTHS // width)}%"


@dataclass(frozen=True, slots=True)
class Size:
    """The viewBox in its units: all of its width and height, and how much of the height the labels below take."""

    width: int = 1180
    height: int = 64
    labels: int = 16


DESK = Size()
PHONE = Size(width=360, height=48)


@dataclass(frozen=True, slots=True)
class Scale:
    """Proportional time: the moments from ``begins`` to ``ends`` over ``width`` units, mirrored from the right."""

    begins: int
    ends: int
    width: int
    mirrored: bool = False

    def along(self, moment: int) -> int:
        """The distance of a moment from the axis's beginning, in hundredths."""
        return (moment - self.begins) * self.width * HUNDREDTHS // (self.ends - self.begins)

    def place(self, distance: int, length: int = 0) -> int:
        """The x of something ``length`` long that begins at a distance along the axis, in hundredths."""
        return self.width * HUNDREDTHS - distance - length if self.mirrored else distance
