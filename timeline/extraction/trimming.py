"""What a headline leaves out of a sentence: dates that other columns hold, and who told it."""

from __future__ import annotations

from collections.abc import Collection

from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.verbs import FORMS, Form

DATE_PREPOSITIONS = frozenset(
    "on in at by since during over from until till between late early before after around through of as".split()
)


def kept_words(parsed: ParsedSentence, first: int, last: int) -> list[int]:
    """Indexes of the words that stay: without removable dates and without who told it."""
    ends = {dated.last for dated in parsed.dates}
    gone = {at for dated in parsed.dates if dated.is_day for at in _removable(parsed, dated, ends)}
    kept = [at for at in range(first, last) if at not in gone and not parsed.is_told(at)]
    while kept and parsed.words[kept[-1]].text in ".,;:!?":
        kept.pop()
    return kept


def _removable(parsed: ParsedSentence, dated: Dated, ends: Collection[int]) -> range:
    """The words of an adverbial date with its preposition; none when a noun hangs on it ("the October 7 attacks")."""
    words, first, last = parsed.words, dated.first, dated.last
    if is_attributive(parsed, dated) or dated.mention.nested:
        return range(0)
    if first in (end + 1 for end in ends) and words[first - 1].lower == "to":
        first -= 1
    while first > 0 and words[first - 1].lower in DATE_PREPOSITIONS and words[first - 1].lower not in ("of", "as"):
        first -= 1
    if first > 0 and last < len(words) and words[first - 1].text == "," and words[last].text == ",":
        last += 1
    return range(first, last)


def is_attributive(parsed: ParsedSentence, dated: Dated) -> bool:
    """Whether the date belongs to a noun: "the October 7 attacks", "Monday’s strike", "the attack of 7 October"."""
    words = parsed.words
    owns = words[dated.last : dated.last + 2]
    if len(owns) == 2 and owns[0].text in "'’" and owns[1].lower == "s":
        return True  # "2017's storm"
    leads = [word.lower for word in words[max(0, dated.first - 2) : dated.first]]
    if words[dated.last - 1].is_possessive or leads[-1:] == ["of"] and leads != ["as", "of"]:
        return True
    if dated.last >= len(words) or not words[dated.last].is_word:
        return False
    if _names_a_noun(parsed, dated):
        return True
    if dated.first and (words[dated.first - 1].lower in DETERMINERS or words[dated.first - 1].is_possessive):
        following = words[dated.last].lower
        return following not in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS and not _is_past(following)
    return False


def _names_a_noun(parsed: ParsedSentence, dated: Dated) -> bool:
    """ "announced his 2020 candidacy": figures right before a noun, without a preposition before them."""
    before, following = parsed.words[dated.first - 1] if dated.first else None, parsed.words[dated.last]
    if before is None or not before.is_word or before.lower in PREPOSITIONS or not dated.mention.text[0].isdigit():
        return False
    noun = following.text.islower() or dated.last - dated.first == 1 and dated.mention.text.isdigit()
    return noun and following.lower not in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | {"to"}


def _is_past(lower: str) -> bool:
    known = FORMS.get(lower)
    return bool(known and Form.PAST in known[1])
