"""Who said it, in Arabic and Hebrew: the words of a sentence that only name the source, and the source's short name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.extraction.attribution import Telling
from timeline.extraction.naming import Matcher
from timeline.extraction.telling.pieces import Piece
from timeline.extraction.telling.tables import Grammar, Sort
from timeline.extraction.telling.verbs_seen import STOPS, holds, particles_before
from timeline.extraction.words import Word

SOURCE_WORDS = 7
"""Words of a source's name at most; a longer one is a sentence, not a name."""

_SAYS = frozenset({Sort.SAYING, Sort.ANNOUNCING})


def tellings_of(words: Sequence[Word], dates: Collection[int], grammar: Grammar) -> list[Telling]:
    """ "بحسب وزارة الصحة", "كما قال دبلوماسي", "לדברי המושל,", "…, אמר דיפלומט אירופי." in order."""
    found: list[Telling] = []
    at = 0
    while at < len(words):
        telling = _according(words, at, dates, grammar) or _tag(words, at, dates, grammar)
        if telling:
            found.append(telling)
        at = max(at + 1, telling.last if telling else 0)
    return found


def _according(words: Sequence[Word], at: int, dates: Collection[int], grammar: Grammar) -> Telling | None:
    length = max(holds(words, at, grammar.according), holds(words, at, grammar.as_said))
    if not length or at in dates:
        return None
    first = at + length
    if first < len(words) and _says(words[first], grammar):
        first += 1
    elif not holds(words, at, grammar.according) or holds(words, at, grammar.as_said) == length:
        return None
    last = _source_end(words, first, dates, grammar, at)
    return Telling(at, last, (first, last)) if first < last else None


def _tag(words: Sequence[Word], at: int, dates: Collection[int], grammar: Grammar) -> Telling | None:
    """A verb of saying behind a comma or quotation, whose source closes the sentence."""
    if not at or words[at - 1].lower not in STOPS or not grammar.subject_first or not _says(words[at], grammar):
        return None
    last = _source_end(words, at + 1, dates, grammar, at)
    closes = last == len(words) or words[last].text in ".!?"
    return Telling(at, last, (at + 1, last)) if closes and at + 1 < last else None


def _says(word: Word, grammar: Grammar) -> bool:
    return any(verb.sort in _SAYS for verb in grammar.verbs.get(word.lower, ()))


def _source_end(words: Sequence[Word], first: int, dates: Collection[int], grammar: Grammar, at: int) -> int:
    """Where the source's name ends: at a mark, a date, a word that begins a clause, or a verb."""
    last = first
    while last < len(words) and last - first < SOURCE_WORDS:
        word = words[last]
        if word.lower in STOPS or last in dates or word.lower in grammar.stops:
            break
        if last > first and _is_verb_of_news(word, grammar):
            break
        last += 1
    return last


def _is_verb_of_news(word: Word, grammar: Grammar) -> bool:
    return any(
        not verb.doubted
        for head in particles_before(word.lower, grammar)
        if head
        for verb in grammar.verbs.get(word.lower[len(head) :], ())
    )


def reporter(words: Sequence[Word], piece: Piece, dates: Collection[int], grammar: Grammar) -> tuple[int, int]:
    """The words that name who says what the clause of a saying verb introduces."""
    first, last = piece.subject
    if first < last:
        return first, last
    first = last = piece.at + 1
    while last < min(len(words), piece.end) and last - first < SOURCE_WORDS:
        if words[last].lower in STOPS or last in dates or words[last].lower in grammar.stops:
            break
        last += 1
    return first, last


def short_name(text: str, words: Sequence[Word], span: tuple[int, int], offset: int, matcher: Matcher) -> str | None:
    """The vocabulary's own name when the words are one of its names, else the words themselves."""
    first, last = span
    if first >= last:
        return None
    said = text[words[first].start - offset : words[last - 1].end - offset].strip(' ,،"“”')
    return matcher.canonical(said) or said or None
