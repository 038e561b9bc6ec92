"""What spotters and refiners pass on: a sentence made ready for patterns, and the candidates found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.extraction.meanings import Meaning
from timeline.extraction.mentions import Sentence
from timeline.extraction.scripts import SAME_LENGTH, cues_of

_FOLD = {ord(old): new for old, new in zip("’‘ʼ`–—‑‒−\u00a0\u202f\u2009\t\r\n", "''''-----      ", strict=True)}
_FOLD |= SAME_LENGTH
_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"[0-9]")
NUMBER_CUE = "#"
"""Stands among a line's words when it holds a digit."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence made ready: ``low`` is its text in lower case with plain quotes, hyphens, spaces, as long as before.

    ``words`` are its lower-case words, ``NUMBER_CUE`` when there are digits and the cues of scripts.py when there are
    Arabic or Hebrew letters: by these cues spotters pass over it.
    """

    sentence: Sentence
    low: str
    words: frozenset[str]

    @property
    def text(self) -> str:
        return self.sentence.text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that may tell time: ``line.text[start:end]``, what it means, and by which rule it was seen.

    ``mod`` is a TIMEX3 modifier, ``part`` a TIMEX3 part of day (MO, AF, EV, NI), ``clock`` "06:29". ``relation`` is the
    word that opens an interval before it ("since", "until", "before", "after", "by"). ``pair`` is the index, in the
    line, of the range to which it belongs; ``either`` tells "4 or 5 October" from "4 to 5 October".
    ``comparative`` tells "later that day", which names no part of it, from "late that day".
    """

    start: int
    end: int
    meaning: Meaning
    rule: str
    mod: str | None = None
    part: str | None = None
    clock: str | None = None
    relation: str | None = None
    pair: int | None = None
    either: bool = False
    nested: bool = False
    comparative: bool = False


def ready(sentence: Sentence) -> Line:
    """The sentence made ready for patterns."""
    low = fold(sentence.text)
    words = frozenset(_WORD.findall(low)) | cues_of(low)
    return Line(sentence, low, words | {NUMBER_CUE} if _DIGIT.search(low) else words)


def fold(text: str) -> str:
    """Lower case, plain quotes, hyphens and spaces, every character in its old place."""
    low = text.translate(_FOLD).lower()
    return low if len(low) == len(text) else "".join(_lower(char) for char in text.translate(_FOLD))


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char
