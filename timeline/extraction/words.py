"""A sentence as words with offsets, and spans of words back to text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)*[^\W_]*(?:-[^\W_]+)*"  # 1,200  7th  20-point
    r"|[^\W\d_][^\W_]*(?:[’'\-&/][^\W_]+)*[’']?"  # Sharm, El-Sheikh, Hamas’s, states’
    r"|\S"
)
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])\Z")
QUOTE_MARKS = frozenset('“”"„«»')


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: ``article[start:end] == text``; ``lower`` has a typewriter's apostrophe."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return bool(_POSSESSIVE.search(self.text))


def words_of(text: str, start: int = 0) -> tuple[Word, ...]:
    """The words and marks of a sentence that begins at ``start`` of its article."""
    found = (m for m in _WORD.finditer(text))
    return tuple(Word(m[0], _lowered(m[0]), start + m.start(), start + m.end()) for m in found)


def _lowered(text: str) -> str:
    """In lower case, but for the one body whose short name is a pronoun otherwise."""
    return text if text == "WHO" else text.lower().replace("’", "'")


def without_possessive(text: str) -> str:
    """ "Hamas’s" -> "Hamas", "states’" -> "states"."""
    return _POSSESSIVE.sub("", text)


def joined(words: Iterable[Word]) -> str:
    """The words as a line of text: spaced where the article spaces them, or where words between were left out."""
    line, end = "", None
    for word in words:
        adjacent = end is None or word.start == end
        closes = word.text in ",.;:!?)”%’" or (word.text == '"' and line.count('"') % 2 == 1)
        opens = line.endswith(("“", "(", "$", "€", "£")) or (line.endswith('"') and line.count('"') % 2 == 1)
        line += word.text if adjacent or closes or opens else f" {word.text}"
        end = word.end
    return line
