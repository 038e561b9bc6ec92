"""Whether an Arabic or Hebrew clause tells a happening, how that stands, and by whose word."""

from __future__ import annotations

from timeline.extraction.drafts import Standing
from timeline.extraction.naming import word_stems
from timeline.extraction.parsed import Dated
from timeline.extraction.telling.pieces import Piece, Role
from timeline.extraction.telling.sentence import Sentence
from timeline.extraction.telling.sources import reporter, short_name
from timeline.extraction.telling.tables import Form, Sort
from timeline.extraction.words import Word


def is_eventful(it: Sentence, index: int, piece: Piece, own: Dated | None) -> bool:
    """Whether the clause at ``index``, with its date or none, tells that something happened or is to happen."""
    sort = piece.verb.sort
    if sort in (Sort.ANNOUNCING, Sort.PLANNING):
        return _announces(it, index, piece)
    if sort in (Sort.SAYING, Sort.DENYING) or piece.role is Role.CONDITION:
        return False
    if piece.negated:
        return own is not None and piece.is_told
    if is_plan(it, piece) or piece.possible:
        return own is not None or sort is not Sort.DATED or bool(piece.verb.needs)
    if piece.verb.form is Form.PRESENT:
        return it.parsed.label is not None or own is not None and it.is_ahead(own)
    if not piece.is_told or piece.pluperfect or sort is Sort.DATED:
        return own is not None or sort is Sort.DATED and it.told_on(piece) is not None
    return True


def _announces(it: Sentence, index: int, piece: Piece) -> bool:
    """Whether the verb announces a noun of happening rather than that something happened."""
    if piece.negated or not piece.is_told:
        return False
    if piece.verb.sort is Sort.ANNOUNCING and piece.verb.form is Form.PRESENT:
        return False
    following = it.pieces[index + 1] if index + 1 < len(it.pieces) else None
    if following is not None and following.role is Role.CONTENT:
        return False
    for i in range(piece.at + 1, piece.end):
        if it.words[i].lower in it.grammar.content:
            return False
        if _is_event_noun(it, it.words[i]):
            return True
    return False


def _is_event_noun(it: Sentence, word: Word) -> bool:
    forms = word_stems(word.lower)
    return any(form[:last] in it.grammar.nouns for form in forms for last in (None, -1, -2))


def is_plan(it: Sentence, piece: Piece) -> bool:
    """Whether the clause tells what is to come, by its verb's form or a phrase of planning."""
    planning = piece.planned or piece.verb.sort is Sort.PLANNING
    return piece.is_told and (piece.verb.form is Form.FUTURE or planning)


def standing_of(it: Sentence, piece: Piece, own: Dated | None) -> Standing:
    """How the clause's happening stands: denied, conditional, planned, else reported."""
    parent = it.pieces[piece.parent] if piece.parent is not None else None
    if piece.negated or parent is not None and parent.verb.sort is Sort.DENYING:
        return Standing.DENIED
    if piece.possible or piece.verb.form is not Form.PAST and it.has_condition():
        return Standing.CONDITIONAL
    if is_plan(it, piece):
        return Standing.PLANNED
    if piece.verb.form is Form.PRESENT and own is not None and it.is_ahead(own) and own is not it.parsed.label:
        return Standing.PLANNED
    return Standing.REPORTED


def source_of(it: Sentence, index: int, piece: Piece) -> str | None:
    """Who says what the clause tells: the subject of its saying verb, else the telling beside it."""
    if piece.parent is not None:
        span = reporter(it.words, it.pieces[piece.parent], it.dates, it.grammar)
        return _name(it, span)
    for telling in it.parsed.tellings:
        if _clause_of(it, telling.first) == index:
            return _name(it, telling.source)
    return None


def _clause_of(it: Sentence, at: int) -> int:
    """The clause that a telling goes with: the one before it, or at the sentence's head the one after."""
    before = [index for index, piece in enumerate(it.pieces) if piece.at < at]
    if not before:
        return 0
    last = before[-1]
    while last > 0 and it.pieces[last].verb.sort is Sort.HARM and it.days.get(last) is it.days.get(last - 1):
        last -= 1
    return last


def _name(it: Sentence, span: tuple[int, int]) -> str | None:
    sentence = it.parsed.sentence
    return short_name(sentence.text, it.words, span, sentence.start, it.article.matcher)
