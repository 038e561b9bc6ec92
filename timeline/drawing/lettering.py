"""How wide text gets in a drawing, told without a font: never less than it is, in the widest faces that readers have.

Measured on DejaVu Serif and Sans, which are wider than Georgia, Charter, Noto or Segoe. Letters of scripts not listed
count as a full em.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

ELLIPSIS = "…"

_CLASSES = {
    32: " .,:;'’‘|!ijlI",
    41: "ftrJ-()[]/\\`·",
    52: '“”"„«»–*?szc',
    66: "0123456789abdeghknopquvxyLEFPTZS$€£_+=<>~^#",
    88: "ABCDGHKNOQRUVXYw&",
    104: "mMWm%@—…",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
"""Hundredths of an em."""

_RANGES = ((0x00C0, 88), (0x00DF, 68), (0x0180, 90), (0x0370, 90), (0x0530, 100), (0x0590, 78), (0x0600, 96))
_RANGES += ((0x0780, 100),)
_STARTS = [start for start, _width in _RANGES]
_NARROW_ARABIC = frozenset("اأإآلردذزوؤءنمهةجحخعغ")


@lru_cache(4096)
def _em(letter: str) -> int:
    """The width of a letter in hundredths of an em."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if letter in _NARROW_ARABIC:
        return 68
    place = bisect_right(_STARTS, ord(letter)) - 1
    return _RANGES[place][1] if place >= 0 else 66


def text_width(text: str, size: int) -> int:
    """The most hundredths that a text of this size in pixels takes."""
    return size * sum(map(_em, text))


def wrapped(text: str, size: int, widest: int, lines: int) -> tuple[str, ...]:
    """The text in at most so many lines, none wider than ``widest`` hundredths; what has no room becomes an ellipsis.

    Lines break between words, and inside a word only where it is wider than a line. Empty where not even one letter
    and the ellipsis have room.
    """
    words, found = text.split(), []
    while words and len(found) < lines:
        taken = _words_that_fit(words, size, widest)
        if not taken or (len(found) == lines - 1 and taken < len(words)):
            found.append(_cut(" ".join(words), size, widest))
            break
        found.append(" ".join(words[:taken]))
        words = words[taken:]
    return tuple(found) if all(found) else ()


def _words_that_fit(words: list[str], size: int, widest: int) -> int:
    taken, width = 0, 0
    for word in words:
        width += text_width(f" {word}" if taken else word, size)
        if width > widest:
            break
        taken += 1
    return taken


def _cut(text: str, size: int, widest: int) -> str:
    """The text's beginning and an ellipsis, at a word's end where a whole word has room."""
    room, kept = widest - text_width(ELLIPSIS, size), 0
    for letter in text:
        room -= text_width(letter, size)
        if room < 0:
            break
        kept += 1
    whole = text[:kept].rpartition(" ")[0]
    start = whole or text[:kept]
    return f"{start.rstrip(' ,;:.–-')}{ELLIPSIS}" if start.strip() else ""
