"""Which words of an Arabic or Hebrew sentence are verbs of the tables, and which phrases stand where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from timeline.extraction.naming import word_stems
from timeline.extraction.telling.tables import Grammar, Phrases, Verb
from timeline.extraction.words import Word

SOON = 12
"""Words after a verb among which those it needs must stand."""

SUBJECT_AT_MOST = 4

_DAMMA = "\u064f"

STOPS = frozenset(',;:.!?()[]«»“”"—–')


def verb_at(words: Sequence[Word], at: int, taken: Collection[int], grammar: Grammar) -> tuple[str, Verb] | None:
    """The verb at ``at`` with the particle written onto it, or None."""
    low = words[at].lower
    for head in particles_before(low, grammar):
        for verb in grammar.verbs.get(low[len(head) :], ()):
            if _stands_as_verb(words, at, len(head), verb, taken, grammar) and _has_needed(words, at, verb):
                return head, verb
    return None


def holds(words: Sequence[Word], at: int, phrases: Phrases) -> int:
    """How many words of a phrase stand at ``at``; 0 for none."""
    for phrase in phrases.get(words[at].lower, ()):
        if all(at + i < len(words) and words[at + i].lower == one for i, one in enumerate(phrase)):
            return len(phrase)
    return 0


@lru_cache(maxsize=65536)
def _particles(low: str, particles: tuple[str, ...]) -> tuple[str, ...]:
    return ("", *(one for one in particles if low.startswith(one) and len(low) > len(one) + 1))


def particles_before(low: str, grammar: Grammar) -> tuple[str, ...]:
    """The particles that a word may begin with, none first."""
    return _particles(low, (*grammar.heads, *grammar.relative))


def _stands_as_verb(
    words: Sequence[Word], at: int, head: int, verb: Verb, taken: Collection[int], grammar: Grammar
) -> bool:
    if words[at].text.endswith("ة"):
        return False  # a noun: "وزارة" is no "and he visited him"
    before = words[at - 1] if at else None
    if before is None or before.lower in STOPS:
        return True
    if before.lower in grammar.prepositions and at - 1 not in taken:
        return False
    if not verb.doubted or _DAMMA in words[at].text[:4]:
        return True
    if grammar.subject_first:
        return at + 1 < len(words) and words[at + 1].lower not in STOPS
    if head:
        return _is_definite(words, at + 1, grammar)
    said = any(word.lower in grammar.content for word in words[max(0, at - SUBJECT_AT_MOST) : at])
    return said or before.lower in grammar.before_verb or at - 1 in taken


def _is_definite(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    if at >= len(words):
        return False
    low = words[at].lower
    return low.startswith("ال") or low[0].isdigit() or low in grammar.amounts


def _has_needed(words: Sequence[Word], at: int, verb: Verb) -> bool:
    if not verb.needs:
        return True
    for around in (words[at + 1 : at + 1 + SOON], words[max(0, at - SUBJECT_AT_MOST) : at][::-1]):
        for word in around:
            if word.lower in STOPS and word.text not in '"«“':
                break
            if any(form.startswith(need) for form in word_stems(word.lower) for need in verb.needs if len(need) > 1):
                return True
            if around and word.start > words[at].start and word.lower[:1] in verb.needs:
                return True
    return False
