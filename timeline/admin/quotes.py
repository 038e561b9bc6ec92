"""A quotation as an editor checks it: the phrase marked, and what stands around it in the article."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extraction.sentences import split_sentences
from timeline.models import Citation

AROUND = 400
"""Characters of the article looked at on either side of a quotation: enough for the neighbouring sentence."""


@dataclass(frozen=True, slots=True)
class QuoteInContext:
    """``lead + phrase + rest`` is the quotation; ``phrase`` may be "". ``before`` and ``after`` are the sentences
    on either side of it in the article, each with the white space between."""

    before: str
    lead: str
    phrase: str
    rest: str
    after: str


def in_context(citation: Citation) -> QuoteInContext:
    """The citation with its surroundings; reads ``citation.article.text``."""
    text = citation.article.text
    start, end = citation.phrase_start, citation.phrase_end
    if start is None or end is None:
        start = end = citation.end
    return QuoteInContext(
        before=_before(text, citation.start),
        lead=text[citation.start : start],
        phrase=text[start:end],
        rest=text[end : citation.end],
        after=_after(text, citation.end),
    )


def _before(text: str, start: int) -> str:
    """From the beginning of the last sentence that ends before ``start``; an ellipsis where it began too far away."""
    piece = text[max(0, start - AROUND) : start]
    sentences = split_sentences(piece)
    if not sentences:
        return ""
    first = sentences[-1].start
    return piece[first:] if first > 0 or start <= AROUND else "… " + piece.partition(" ")[2]


def _after(text: str, end: int) -> str:
    """Up to the end of the next sentence that begins after ``end``; an ellipsis where it ends too far away."""
    piece = text[end : end + AROUND]
    following = [sentence for sentence in split_sentences(piece) if any(map(str.isalnum, sentence.text))]
    if not following:
        return piece.rstrip()
    last = following[0].end
    return piece[:last] if last < len(piece) or end + AROUND >= len(text) else piece.rpartition(" ")[0] + " …"
