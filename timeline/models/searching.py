"""How words are compared when readers search: what an event keeps of its text, and what a query asks of it.

Both go through :func:`fold`, so that "Café", "cafe" and "CAFÉ" are one word, and an Arabic word is found whether or
not its vowels, hamzas and final letters were typed. A query's word begins a word of the text ("hostage" finds
"hostages", "aid" does not find "said"); Arabic and Hebrew write articles and prepositions onto their words, so there
it may stand anywhere inside one.
"""

from __future__ import annotations

import re
import unicodedata

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
    """The words of a text in the form in which they are compared: NFKD, without marks, case-folded."""
    if text.isascii():
        return tuple(text.translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return tuple(_WORD.findall(decomposed.translate(_LETTERS).casefold()))


def searchable(*texts: str) -> str:
    """The words of some texts as one line in which :func:`needles` are sought: each has a space on either side."""
    words = [word for text in texts for word in fold(text)]
    return f" {' '.join(words)} " if words else ""


def needles(query: str) -> tuple[str, ...]:
    """What must occur, all of it, in a line of :func:`searchable`; none where the query holds no word."""
    return tuple(word if _JOINED_SCRIPTS.search(word) else f" {word}" for word in dict.fromkeys(fold(query)))
