"""Arabic and Hebrew script: folding that keeps every letter in its place, and a view of a line without its points.

Folding joins what spelling keeps apart: the alefs with hamza, yaa and alef maqsura, taa marbuta and haa, the figures
of three scripts, the punctuation marks. Alef with madda stays, because آب is August and أب is a father.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ARABIC_CUE, HEBREW_CUE = "ا", "א"
"""Stand among a line's words when it holds letters of the script."""

SCRIPTS = frozenset({ARABIC_CUE, HEBREW_CUE})

LETTERS = {
    **dict.fromkeys(map(ord, "أإٱ"), "ا"),
    **dict.fromkeys(map(ord, "ىی"), "ي"),
    ord("ة"): "ه",
    ord("ک"): "ك",
}
"""Letters that spelling keeps apart and readers do not."""

SAME_LENGTH = {
    **LETTERS,
    **{ord(figure): str(value) for figures in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, figure in enumerate(figures)},
    ord("،"): ",", ord("؛"): ";", ord("؟"): "?", ord("٪"): "%",
    ord("־"): "-", ord("״"): '"', ord("׳"): "'",
}  # fmt: skip
"""One character for one character."""

_ARABIC_MARKS = r"\u0640\u064b-\u065f\u0670"
_HEBREW_MARKS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
MARKS = rf"[{_ARABIC_MARKS}{_HEBREW_MARKS}\u200c-\u200f\u202a-\u202e\u2066-\u2069]"
"""A pattern for points, vowel signs, tatweel and invisible marks of direction: they change no word."""

_MARK = re.compile(MARKS)
_ARABIC = re.compile("[\u0621-\u064a]")
_HEBREW = re.compile("[\u05d0-\u05ea]")


def cues_of(low: str) -> frozenset[str]:
    """The cues of the scripts that a folded line holds."""
    if low.isascii():
        return frozenset()
    cues = {cue for cue, letter in ((ARABIC_CUE, _ARABIC), (HEBREW_CUE, _HEBREW)) if letter.search(low)}
    return frozenset(cues)


def without_marks(words: str) -> str:
    """The words without points, vowel signs, tatweel and marks of direction."""
    return words if words.isascii() else _MARK.sub("", words)


def folded(words: str) -> str:
    """Words of a table as a bare line has them."""
    return _MARK.sub("", words.translate(SAME_LENGTH))


@dataclass(frozen=True, slots=True)
class Bare:
    """A folded line without its marks; ``places[i]`` is where its i-th character stands in the line."""

    low: str
    places: Sequence[int]
    line: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the line of ``low[start:end]``, with the marks that close its last letter."""
        last = self.places[end - 1] + 1
        while last < len(self.line) and _MARK.match(self.line[last]) and self.line[last] not in "\u200e\u200f":
            last += 1
        return self.places[start], last


def bare(low: str) -> Bare:
    """The view of a line folded by :func:`timeline.extraction.candidates.fold`."""
    if not _MARK.search(low):
        return Bare(low, range(len(low)), low)
    places = [index for index, char in enumerate(low) if not _MARK.match(char)]
    return Bare("".join(low[index] for index in places), places, low)
