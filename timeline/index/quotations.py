"""As much of a quotation as readers are shown, with the words that gave the date marked in it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.models import QUOTE_SHOWN, Citation


@dataclass(frozen=True, slots=True)
class Quotation:
    """``before + phrase + after`` is the part shown; ``phrase`` is "" where no words of it gave the date."""

    before: str
    phrase: str
    after: str
    cut_before: bool
    cut_after: bool

    @property
    def text(self) -> str:
        """The part shown, without marks."""
        return f"{self.before}{self.phrase}{self.after}"


def quotation(citation: Citation, *, limit: int = QUOTE_SHOWN) -> Quotation:
    """At most ``limit`` characters of the quotation, around its date phrase, never cut inside a word."""
    start = (citation.phrase_start or citation.start) - citation.start
    end = start + min(len(citation.phrase), limit)
    text = citation.quote
    first, last = _window(text, start, end, limit)
    if len(citation.phrase) > limit:
        last = end = _to_last_word(text, last, start)
    return Quotation(text[first:start], text[start:end], text[end:last], first > 0, last < len(text))


def _window(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """The bounds of the part to show: about as much on either side of [start, end), at most ``limit`` in all."""
    if len(text) <= limit:
        return 0, len(text)
    first = max(0, min(start - (limit - (end - start)) // 2, len(text) - limit))
    last = first + limit
    return _to_next_word(text, first, start), _to_last_word(text, last, end)


def _to_next_word(text: str, position: int, most: int) -> int:
    """The start of the first whole word at or after the position, at most ``most``."""
    if position == 0 or text[position - 1].isspace():
        return position
    while position < most and not text[position].isspace():
        position += 1
    return min(position + 1, most) if position < most else most


def _to_last_word(text: str, position: int, least: int) -> int:
    """The end of the last whole word at or before the position, at least ``least``."""
    if position == len(text) or text[position].isspace():
        return position
    while position > least and not text[position - 1].isspace():
        position -= 1
    return max(len(text[:position].rstrip()), least)
