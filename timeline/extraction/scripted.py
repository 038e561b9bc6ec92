"""Sentences in Arabic or Hebrew script as words: vowel signs and points belong to the word they are written on."""

from __future__ import annotations

import re

from timeline.extraction.candidates import fold
from timeline.extraction.scripts import ARABIC_CUE, HEBREW_CUE, MARKS, without_marks
from timeline.extraction.words import Word

_WORD = re.compile(
    rf"[0-9٠-٩]+(?:[.,:٫٬][0-9٠-٩]+)*|[^\W\d_](?:[^\W\d_]|{MARKS}|[\"״׳'’](?=[^\W\d_]))*[׳']?|(?!{MARKS})\S"
)
_LETTERS = ((ARABIC_CUE, re.compile("[\u0621-\u064a]")), (HEBREW_CUE, re.compile("[\u05d0-\u05ea]")))
_LATIN = re.compile("[a-z]", re.IGNORECASE)


def script_of(text: str) -> str | None:
    """The cue of the script that most letters of a sentence are of; None when that is neither Arabic nor Hebrew."""
    if text.isascii():
        return None
    counts = [(len(pattern.findall(text)), cue) for cue, pattern in _LETTERS]
    most, cue = max(counts)
    return cue if most > len(_LATIN.findall(text)) else None


def scripted_words(text: str, start: int = 0) -> tuple[Word, ...]:
    """The words and marks of a sentence that begins at ``start``; ``lower`` is folded and bare of marks."""
    return tuple(
        Word(found[0], without_marks(fold(found[0])), start + found.start(), start + found.end())
        for found in _WORD.finditer(text)
    )
