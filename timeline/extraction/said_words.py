"""Whether words between two verbs can open what somebody says: a figure, a plain subject, "it was reported"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, VerbGroup
from timeline.extraction.spotters.words import CARDINALS
from timeline.extraction.verbs import REPORTING
from timeline.extraction.words import Word


def counts(words: Sequence[Word], at: int, last: int) -> bool:
    """ "at least 71 people", "about 30": a preposition that only belongs to a figure."""
    if at + 1 >= last:
        return False
    pair = (words[at].lower, words[at + 1].lower)
    figure = words[at + 1].text[0].isdigit() or pair[1] in CARDINALS
    return pair in (("at", "least"), ("as", "many"), ("up", "to")) or pair[0] in ("about", "around", "over") and figure


def it_was_said(words: Sequence[Word], verb: VerbGroup) -> bool:
    """ "It was reported (on Saturday) the mayor had fled"."""
    said = verb.passive and verb.base in REPORTING - {"find", "know", "show"}
    return said and verb.first > 0 and words[verb.first - 1].lower == "it"


def is_one_phrase(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words can be a subject and no more: "two pilgrims from Myanmar"; no "the deal Hamas", comma or "to"."""
    span = words[first:last]
    if not 0 < len(span) <= 10 or any(not word.is_word or word.lower in CONJUNCTIONS | {"to"} for word in span):
        return False
    return not any(_parts(one, two) for one, two in pairwise(span))


def _parts(one: Word, two: Word) -> bool:
    """Whether the second word begins a noun phrase of its own after the first, a noun."""
    fresh = two.lower in DETERMINERS | {"he", "she", "it", "they", "we"} or two.is_capital
    leads = one.lower in PREPOSITIONS | DETERMINERS | CARDINALS.keys() or one.text[0].isdigit()
    return fresh and one.text.islower() and not leads
