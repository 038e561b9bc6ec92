"""A clause in Arabic or Hebrew -> a headline: subject and verb with what belongs to them, no date, nobody's word."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.extraction.drafts import HEADLINE_LIMIT
from timeline.extraction.telling.pieces import Piece
from timeline.extraction.telling.tables import Grammar
from timeline.extraction.telling.verbs_seen import STOPS
from timeline.extraction.words import QUOTE_MARKS, Word

LONGEST_ASIDE = 12
"""Words of an apposition at most."""

FEWEST_WORDS = 2
"""Words of a headline at least: a verb alone tells nothing."""


def headline_of(
    words: Sequence[Word], piece: Piece, gone: Collection[int], grammar: Grammar, *, subject: str = ""
) -> str:
    """The clause's headline; ``gone`` words are dates and tellings.

    ``subject`` stands for the clause's own, or for one that it leaves out.

    Empty when no whole clause of ``HEADLINE_LIMIT`` characters can be made.
    """
    first, last = piece.subject
    before = range(first, last) if first < last and not subject else range(0)
    auxiliary = range(max(last, piece.begin), piece.at)
    kept = [i for i in before if i not in gone]
    if any(words[i].lower in STOPS for i in kept):
        kept = kept[: next(at for at, i in enumerate(kept) if words[i].lower in STOPS)]
    spoken = grammar.skipped if piece.possible and not grammar.subject_first else grammar.spoken
    kept += [i for i in auxiliary if words[i].lower in spoken]
    opening = [subject] if subject else []
    return _fitted(words, opening, [*kept, piece.at, *_after(words, piece, gone, grammar)], piece, grammar)


def noun_line(words: Sequence[Word], first: int, last: int, gone: Collection[int], grammar: Grammar) -> str:
    """An entry without a verb as a headline: "اغتيال النقابي رامي درويش"."""
    stop = next((i for i in range(first, last) if words[i].lower in ".;!?"), last)
    return _fitted(words, [], [i for i in range(first, stop) if i not in gone], None, grammar)


def _after(words: Sequence[Word], piece: Piece, gone: Collection[int], grammar: Grammar) -> list[int]:
    """What follows the verb, up to a mark or the next clause."""
    kept: list[int] = []
    dated = _with_particles(words, gone, piece, grammar)
    aside = _aside(words, piece, grammar)
    for i in range(piece.at + 1, piece.end):
        if i in aside:
            continue
        if words[i].lower in STOPS and words[i].text not in QUOTE_MARKS and words[i].text not in "()":
            break
        if words[i].lower in grammar.stops and i not in gone:
            break
        if i not in dated:
            kept.append(i)
    return kept


def _aside(words: Sequence[Word], piece: Piece, grammar: Grammar) -> range:
    """Who somebody is, between two commas before a word of place: "قُتل X، رئيس المكتب، في رفح"."""
    commas = [i for i in range(piece.at + 1, piece.end) if words[i].lower == ","][:2]
    if len(commas) < 2 or commas[1] - commas[0] > LONGEST_ASIDE or commas[1] + 1 >= piece.end:
        return range(0)
    return range(commas[0], commas[1] + 1) if words[commas[1] + 1].lower in grammar.breaks else range(0)


def _with_particles(words: Sequence[Word], gone: Collection[int], piece: Piece, grammar: Grammar) -> set[int]:
    """The words gone, with the particles that only led to them."""
    dated = set(gone)
    for i in range(piece.end - 2, piece.at, -1):
        if i + 1 in dated and i not in dated and (words[i].lower in grammar.before_date or words[i].text == "-"):
            dated.add(i)
    return dated


def _fitted(
    words: Sequence[Word], opening: Sequence[str], kept: list[int], piece: Piece | None, grammar: Grammar
) -> str:
    while True:
        while kept and (words[kept[-1]].lower in grammar.particles or words[kept[-1]].lower in STOPS | {"-"}):
            kept.pop()
        line = _joined(words, opening, kept, piece)
        if len(line) <= HEADLINE_LIMIT:
            return line if len(opening) + len(kept) >= FEWEST_WORDS else ""
        shorter = _cut(words, kept, piece, grammar)
        if shorter >= len(kept):
            return ""
        kept = kept[:shorter]


def _cut(words: Sequence[Word], kept: Sequence[int], piece: Piece | None, grammar: Grammar) -> int:
    """How many words stay when the last circumstance goes."""
    least = 1 + (kept.index(piece.at) if piece and piece.at in kept else 0)
    for at in range(len(kept) - 1, least, -1):
        low = words[kept[at]].lower
        if low in grammar.breaks or low.startswith(grammar.and_) and len(low) > 3:
            return at
    return len(kept)


def _joined(words: Sequence[Word], opening: Sequence[str], kept: Sequence[int], piece: Piece | None) -> str:
    """The words spaced as the article spaces them, the first without the particle written onto it."""
    line = " ".join(opening)
    for place, i in enumerate(kept):
        text = words[i].text
        if piece is not None and i == piece.begin and words[i].lower != "وقد":
            text = without_head(text, piece.head)
        elif place == 0 and words[i].lower == "وقد":
            text = without_head(text, 1)
        adjacent = place > 0 and kept[place - 1] == i - 1 and words[i - 1].end == words[i].start
        line += text if adjacent or not line else f" {text}"
    return line


def without_head(text: str, letters: int) -> str:
    """The word without its first letters and the marks on them."""
    if not letters:
        return text
    at = letters
    while at < len(text) and not text[at].isalnum():
        at += 1
    return text[at:]
