"""Who acts in a clause that leaves it out or says it with a pronoun, and the clause's headline with that subject."""

from __future__ import annotations

from timeline.extraction.telling.headlines import headline_of, without_head
from timeline.extraction.telling.pieces import Piece, Role
from timeline.extraction.telling.sentence import Sentence
from timeline.extraction.telling.sources import reporter
from timeline.extraction.telling.verbs_seen import STOPS, particles_before
from timeline.extraction.words import Word

SUBJECT_WORDS = 4
"""Words of a subject that may stand for a pronoun or an unsaid one in a later clause."""


def headline_for(it: Sentence, index: int, piece: Piece) -> str:
    """The clause's headline, its subject said out where the clause leaves it to what was said before."""
    subject = _missing_subject(it, index, piece)
    return headline_of(it.words, piece, it.gone, it.grammar, subject=subject)


def _missing_subject(it: Sentence, index: int, piece: Piece) -> str:
    if piece.role is Role.RELATIVE:
        return _antecedent(it, piece) if piece.subject[0] >= piece.subject[1] else ""
    if piece.pluperfect and piece.begin == piece.at or piece.pluperfect and piece.subject[0] >= piece.subject[1]:
        return it.article.last_subject
    if piece.role is not Role.CONTENT or piece.parent is None:
        return ""
    first, last = reporter(it.words, it.pieces[piece.parent], it.dates, it.grammar)
    if not 0 < last - first <= SUBJECT_WORDS:
        return ""
    if piece.subject[1] - piece.subject[0] == 1:
        owned = it.grammar.pronouns(without_head(it.words[piece.subject[0]].text, piece.head))
        return f"{owned} {it.text_of(first, last)}" if owned else ""
    return it.text_of(first, last) if _has_pronoun(it, piece) else ""


def _has_pronoun(it: Sentence, piece: Piece) -> bool:
    """ "أعلن حزب الله أنه قصف", "טען חזבאללה כי ירה": the clause's subject is who says it."""
    if piece.begin != piece.at or piece.subject[0] < piece.subject[1]:
        return False
    if it.grammar.subject_first:
        following = it.words[piece.at + 1].lower if piece.at + 1 < len(it.words) else ""
        return following in it.grammar.particles or following.startswith(("ב", "ל", "מ"))
    opener = it.words[piece.opener].lower if piece.opener is not None else ""
    return opener.endswith(("ه", "ها", "هم"))


def _antecedent(it: Sentence, piece: Piece) -> str:
    """The noun that a relative clause tells of: the words before it back to a particle, verb or mark."""
    last = piece.begin - 1 if piece.opener is not None else piece.begin
    while last > 0 and it.words[last - 1].text == ",":
        last -= 1
    first = last
    while first > it.parsed.body and last - first < SUBJECT_WORDS:
        word = it.words[first - 1]
        if word.lower in STOPS or word.lower in it.grammar.particles or first - 1 in it.dates:
            break
        if any(one.at == first - 1 for one in it.pieces) or _may_be_verb(it, word):
            break
        first -= 1
    return it.text_of(first, last)


def _may_be_verb(it: Sentence, word: Word) -> bool:
    heads = particles_before(word.lower, it.grammar)
    return any(word.lower[len(head) :] in it.grammar.verbs for head in heads)


def named_subject(it: Sentence) -> str:
    """The subject of the sentence's first clause, when it is a name of the vocabulary right behind the verb."""
    first = it.pieces[0].at + 1 if it.pieces else 0
    for last in range(min(len(it.words), first + SUBJECT_WORDS), first, -1):
        if it.pieces and it.article.matcher.canonical(it.text_of(first, last)):
            return it.text_of(first, last)
    return ""
