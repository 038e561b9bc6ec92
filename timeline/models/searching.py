"""How words are compared when readers search: what an event keeps of its text, and what a query asks of it.

Both go through :func:`fold`, so that "Café", "cafe" and "CAFÉ" are one word, and an Arabic word is found whether or
not its vowels, hamzas and final letters were typed. A query's word begins a word of the text ("hostage" finds
"hostages", "aid" does not find "said"). Arabic and Hebrew write articles and prepositions onto their words, so what is
kept of a word also holds its ends that begin with a letter of theirs: there a query's word may stand anywhere inside.
Thus every search asks for the beginnings of what is kept, which the databases' word indexes answer
(``models/word_index.py``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

LONGEST_WORD = 64
"""Letters of a word that count: longer than any word but a hostile one, short enough for every index."""

_WORD = re.compile(r"[^\W_]+")
_JOINED_SCRIPTS = re.compile(r"[\u0590-\u08ff]")
_ALIKE = str.maketrans({"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": None})
"""Letters that are written for one another: alef wasla, alef maksura and Persian yeh, teh marbuta, Persian kaf; the
stroke that only lengthens is none. Hamza on alef, waw and yeh is a mark by Unicode's decomposition, and falls with
the other marks."""

_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""What :func:`fold` makes of each character of a text that has no others, as most have."""


class _Letters(dict[int, str | int | None]):
    """What is kept of each character: marks and signs that are not seen fall, letters that are alike become one."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) in ("Mn", "Cf") else code
        return self[code]


_LETTERS = _Letters(_ALIKE)


def fold(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which they are compared: NFKD, without marks, case-folded, cut where they are
    overlong."""
    words = _words(text)
    if len(text) > LONGEST_WORD and max(map(len, words), default=0) > LONGEST_WORD:
        return tuple(word[:LONGEST_WORD] for word in words)
    return tuple(words)


def _words(text: str) -> list[str]:
    if text.isascii():
        return text.translate(_ASCII).split()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall(decomposed.translate(_LETTERS).casefold())


def searchable(*texts: str) -> str:
    """What is kept of some texts, as one line in which :func:`needles` are sought: each word once, and after a word of
    a joined script the ends of it, with a space on either side."""
    kept: dict[str, None] = {}
    for text in texts:
        words = fold(text)
        kept.update(dict.fromkeys(words if text.isascii() else chain.from_iterable(map(_ends, words))))
    return f" {' '.join(kept)} " if kept else ""


def needles(query: str) -> tuple[str, ...]:
    """What must occur, all of it, in a line of :func:`searchable`; none where the query holds no word."""
    return tuple(f" {word}" for word in dict.fromkeys(fold(query)))


@lru_cache(maxsize=20_000)
def _ends(word: str) -> tuple[str, ...]:
    """The word, and where it can begin inside one of a joined script the rest from there."""
    if word.isascii():
        return (word,)
    return (word, *(word[found.start() :] for found in _JOINED_SCRIPTS.finditer(word, 1)))
