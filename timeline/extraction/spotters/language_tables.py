"""What a language of Arabic or Hebrew script brings: its tables of words, and how patterns are made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.extraction.meanings import Origin, Unit
from timeline.extraction.scripts import folded
from timeline.extraction.spotters import words

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d)"
FIGURES = r"(?:\d{1,3}(?:,\d\d\d)+|\d{1,3}(?:\.\d+)?)"
IN_FIGURES = r"(?P<at>(?P<figures>\d\d?([-/.])\d\d?\3(?:[12]\d\d\d|\d\d)))(?![\w/-]|\.\d)"
"""A date in figures behind a particle; it is to come first in its pattern's groups."""

type Pointer = tuple[int, Origin]


def table[T](rows: Mapping[str, T]) -> dict[str, T]:
    """Each of the words of a row's key ("كانون الثاني|يناير"), folded, with the row's value."""
    return {folded(word): value for names, value in rows.items() for word in names.split("|")}


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as :func:`words.compiled` makes it, its letters folded as a bare line's are."""
    return words.compiled(folded(pattern))


@dataclass(frozen=True)
class Tongue:
    """A language's tables, by their words as a bare line has them; ``singles`` name a unit and its number at once.

    ``most_recent`` point at the month that was last, be it of this year or of the one before.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, str]
    mods: dict[str, str]
    pointers: dict[str, Pointer]
    units: dict[str, Unit]
    singles: dict[str, tuple[int, Unit]]
    numbers: dict[str, float | None]
    ordinals: dict[str, int]
    days: dict[str, tuple[int, str | None]]
    seasons: dict[str, str]
    leads: dict[str, str]
    ago: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    from_now: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    most_recent: frozenset[str] = frozenset()
    decades: dict[str, int] = field(default_factory=dict)

    def count_of(self, said: str) -> float | None:
        """The number that words or figures name, None for "several"."""
        if said[0].isdigit():
            return float(said.replace(",", ""))
        if said in self.numbers:
            return self.numbers[said]
        return sum(self.numbers.get(part.removeprefix("و").removeprefix("ו"), 0) or 0 for part in said.split())
