"""A sentence in Arabic or Hebrew -> its clauses, by the verbs of a table and by the words that begin clauses.

Arabic puts the verb first, Hebrew the subject; both do the other as well. A clause begins at its verb, at the date or
subject before it, and ends where the next begins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.extraction.telling.tables import Form, Grammar, Sort, Verb
from timeline.extraction.telling.verbs_seen import STOPS, holds, verb_at
from timeline.extraction.words import Word

BEFORE_VERB = 5
"""Words between a phrase of planning and its verb at most ("من المقرر أن", "צפויה")."""

"""Words from "أن" to its verb within which a word that may be a noun is taken for one."""


_SAYS = frozenset({Sort.SAYING, Sort.ANNOUNCING, Sort.DENYING})


class Role(StrEnum):
    """What a clause is to its sentence."""

    MAIN = "main"
    CONTENT = "content"
    RELATIVE = "relative"
    TIME = "time"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause: words ``begin`` to ``end`` (exclusive) with its verb at ``at``.

    ``head`` are the letters of a particle written onto its first word. ``subject`` are the words before the verb that
    tell who, empty when it comes after the verb. ``parent`` is the index of the clause that says it.
    """

    begin: int
    at: int
    end: int
    verb: Verb
    head: int
    role: Role
    subject: tuple[int, int]
    opener: int | None
    parent: int | None = None
    negated: bool = False
    planned: bool = False
    possible: bool = False
    pluperfect: bool = False

    @property
    def is_told(self) -> bool:
        """Whether it stands as its sentence's own news or as what somebody says."""
        return self.role in (Role.MAIN, Role.CONTENT)


def pieces_of(words: Sequence[Word], taken: Collection[int], body: int, grammar: Grammar) -> list[Piece]:
    """The clauses of the words from ``body`` on; ``taken`` words, of dates and of who said it, hold no verb."""
    found: list[Piece] = []
    for at in range(body, len(words)):
        if at in taken:
            continue
        piece = _piece(words, at, taken, body, grammar, found)
        if piece is not None:
            if found:
                found[-1] = replace(found[-1], end=min(found[-1].end, piece.begin))
            found.append(piece)
    return found


def _piece(
    words: Sequence[Word], at: int, taken: Collection[int], body: int, grammar: Grammar, found: Sequence[Piece]
) -> Piece | None:
    seen = verb_at(words, at, taken, grammar)
    return _placed(words, at, *seen, taken, body, grammar, found) if seen else None


def _placed(
    words: Sequence[Word],
    at: int,
    head: str,
    verb: Verb,
    taken: Collection[int],
    body: int,
    grammar: Grammar,
    found: Sequence[Piece],
) -> Piece | None:
    stop = _stop_before(words, at, taken, body, grammar, found[-1].at if found else -1)
    first, low = stop + 1, words[at].lower
    planned, possible, negated = _modal(words, first, at, grammar)
    if verb.form is Form.BARE and not (planned or possible):
        return None
    role, opener = _role(words, stop, at, head, grammar, found)
    if (planned or possible) and role is Role.CONTENT and words[stop].lower in ("ان", "כי") and stop + 1 == first:
        role = Role.CONTENT if any(one.verb.sort is Sort.SAYING for one in found) else Role.MAIN
    begin, carries = _beginning(words, first, at, head, taken, grammar, found)
    if begin == first and not carries and role is Role.MAIN:
        begin = _before_apposition(words, begin, at, taken, body, grammar, found)
    if _describes(words, begin, at, head, low, role, planned or possible, taken, body, grammar):
        return None
    if begin == at and not head and found and first == found[-1].at + 1 < at and not (planned or possible):
        return None  # "في قصف مدفعي استهدف سوقا": it describes the noun before it
    subject = _subject(words, begin, at, taken, grammar)
    parent = _parent(found) if role is Role.CONTENT else None
    if role is Role.CONTENT and parent is None and not (planned or possible):
        role = Role.TIME  # "بعد أن انسحب", "הטענות שלפיהן הפר": nobody says it
    at_head = len(head) if begin == at else carries
    pluperfect = stop >= body and words[stop].lower in grammar.pluperfect
    return Piece(
        begin, at, len(words), verb, at_head, role, subject, opener, parent, negated, planned, possible, pluperfect
    )


def _describes(
    words: Sequence[Word],
    begin: int,
    at: int,
    head: str,
    low: str,
    role: Role,
    modal: bool,
    taken: Collection[int],
    body: int,
    grammar: Grammar,
) -> bool:
    """ "خطة نشرتها الولايات المتحدة": a verb with a pronoun, behind a noun of its own clause, describes that noun."""
    if grammar.subject_first or modal or head or begin == at or role is not Role.MAIN or begin <= body > 0:
        return False
    return low.endswith("ها") and not _only_dates(words, begin, at, taken, grammar)


def _stop_before(
    words: Sequence[Word], at: int, taken: Collection[int], body: int, grammar: Grammar, last_verb: int
) -> int:
    """The word before the clause's words: a mark, a word that begins clauses, a verb, or the one before ``body``."""
    least = max(body, last_verb + 1)
    if at > least and words[at - 1].lower in grammar.skipped:  # "وكان الوسطاء، مصر وقطر، قد أعلنوا"
        had = next((i for i in range(at - 1, least - 1, -1) if words[i].lower in grammar.pluperfect), None)
        if had is not None:
            return had
    for i in range(at - 1, least - 1, -1):
        if words[i].lower in STOPS or words[i].lower in grammar.stops:
            return i
        if is_that(words[i].lower, grammar):
            return i - 1
    return max(body - 1, last_verb)


def is_that(low: str, grammar: Grammar) -> bool:
    """ "שהצבא": "that" written onto a noun with its article."""
    return bool(grammar.relative) and low.startswith("שה") and len(low) > len("שהם")


def _role(
    words: Sequence[Word], stop: int, at: int, head: str, grammar: Grammar, found: Sequence[Piece]
) -> tuple[Role, int | None]:
    if head in grammar.relative or stop + 1 < at and is_that(words[stop + 1].lower, grammar):
        first = stop + 1
        before = words[first - 1].lower if first else ""
        if before in grammar.times:
            return Role.TIME, None
        said = bool(found) and found[-1].verb.sort in _SAYS and found[-1].at >= first - 2
        return (Role.CONTENT if before in grammar.content or said else Role.RELATIVE), None
    if stop < 0:
        return Role.MAIN, None
    low = words[stop].lower
    for role, those in (
        (Role.MAIN, grammar.content if stop and words[stop - 1].lower in grammar.openers else frozenset()),  # "غير أن"
        (Role.CONTENT, grammar.content),
        (Role.RELATIVE, grammar.relatives),
        (Role.CONDITION, grammar.conditions),
        (Role.TIME, grammar.times),
    ):
        if low in those:
            return role, stop
    return Role.MAIN, None


def _modal(words: Sequence[Word], first: int, at: int, grammar: Grammar) -> tuple[bool, bool, bool]:
    """Whether a phrase of planning or of possibility stands before the verb, and whether it is negated."""
    planned = possible = False
    for i in range(max(0, first - BEFORE_VERB, at - 12), at):
        length = holds(words, i, grammar.planned)
        if length and (i + length > first or i + length == first):
            planned = True
        length = holds(words, i, grammar.possible)
        if length and i + length >= first:
            possible = True
    before = words[at - 1].lower if at else ""
    negated = any(words[i].lower in grammar.negations for i in range(max(first, at - 2), at))
    if before in ("قد", "وقد") and words[at].lower[0] in "يت":
        possible = True
    return planned, possible, negated


def _beginning(
    words: Sequence[Word],
    first: int,
    at: int,
    head: str,
    taken: Collection[int],
    grammar: Grammar,
    found: Sequence[Piece],
) -> tuple[int, int]:
    """Where the clause begins, and how many letters of its first word are a particle."""
    if head and head in grammar.heads and not _only_dates(words, first, at, taken, grammar):
        return at, len(head)
    if first < at and is_that(words[first].lower, grammar):
        return first, 1
    after_verb = bool(found) and first == found[-1].at + 1
    if not after_verb:
        carries = _joined_on(words, first, grammar) if first < at else 0
        return first, carries
    for i in range(at - 1, first, -1):
        joined = words[i].lower.startswith(grammar.and_) and i not in taken and len(words[i].lower) != len("וב")
        if joined and (grammar.subject_first or _only_dates(words, i, at, taken, grammar)):
            return i, len(grammar.and_)
    return at, len(head)


def _joined_on(words: Sequence[Word], at: int, grammar: Grammar) -> int:
    """The letters of "ש", or of "ו" after a mark, written onto the first word of a clause."""
    if is_that(words[at].lower, grammar):
        return 1
    if not grammar.subject_first or at == 0 or words[at - 1].lower not in STOPS:
        return 0
    return len(grammar.and_) if words[at].lower.startswith(grammar.and_) and len(words[at].lower) > 2 else 0


def _only_dates(words: Sequence[Word], first: int, at: int, taken: Collection[int], grammar: Grammar) -> bool:
    return first < at and all(
        i in taken or words[i].lower in grammar.before_date or words[i].text == "-" for i in range(first, at)
    )


def _before_apposition(
    words: Sequence[Word],
    begin: int,
    at: int,
    taken: Collection[int],
    body: int,
    grammar: Grammar,
    found: Sequence[Piece],
) -> int:
    """Where "היורה, תושב ג'נין, נורה" begins: with the subject that an apposition parts from its verb."""
    if not grammar.subject_first or begin != at:
        return begin
    least = max(body, found[-1].end if found and found[-1].end < begin else (found[-1].at + 1 if found else body))
    if found or least >= begin - 1:
        return begin
    return least if least not in taken and words[least].lower not in grammar.according else begin


def _subject(words: Sequence[Word], begin: int, at: int, taken: Collection[int], grammar: Grammar) -> tuple[int, int]:
    """The words before the verb that are neither date nor particle."""
    first, last = begin, at
    while first < last and (first in taken or words[first].lower in grammar.before_date or not words[first].is_word):
        first += 1
    while last > first and (
        last - 1 in taken
        or words[last - 1].lower in grammar.auxiliaries
        or words[last - 1].lower in grammar.before_date
        or not words[last - 1].is_word
    ):
        last -= 1
    return first, last


def _parent(found: Sequence[Piece]) -> int | None:
    """The clause that says this one: the last one with a verb of saying."""
    for index in range(len(found) - 1, -1, -1):
        if found[index].verb.sort in _SAYS:
            return index
        if found[index].role is not Role.CONTENT:
            return None
    return None


def comma_before(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a mark parts the clause from the one before it."""
    return piece.begin > 0 and words[piece.begin - 1].lower in STOPS
