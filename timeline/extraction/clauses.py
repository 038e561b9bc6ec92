"""A sentence's clauses: whose subject belongs to which verb, and what is said, told aside, or made a condition.

Works from left to right over the verb groups. Between two verbs the words that can open a clause decide
("that", "which", "after", "and", a comma); a verb that none of them opens goes back to the subject left waiting
("The war, which began in May, has killed …").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline.extraction.event_nouns import is_event_noun
from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVIZERS, SUBORDINATORS, VerbGroup
from timeline.extraction.openings import LOOSE, Opening, Role, opening_of
from timeline.extraction.verb_groups import verb_groups
from timeline.extraction.words import Word


@dataclass(frozen=True, slots=True)
class Clause:
    """One finite verb with its words: indexes into the sentence's words, ends exclusive.

    ``begin`` is the first word after what opened it, ``end`` where the next clause opens; ``subject`` may lie before
    ``begin`` when it was left waiting or is shared. ``parent`` is the index of the clause that reports it or that it
    hangs on. ``lead`` is the word that opened it ("after", "if", "which"); ``shared`` marks a verb that goes on with
    the subject of the clause before ("killed 12 people and wounded 30").
    """

    begin: int
    end: int
    subject: tuple[int, int]
    verb: VerbGroup
    role: Role
    parent: int | None = None
    lead: str = ""
    shared: bool = False


def clauses_of(words: Sequence[Word], dates: Collection[int] = ()) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs; empty when it has no finite verb."""
    groups = verb_groups(words, dates)
    openings = [opening_of(words, groups, number, dates) for number in range(len(groups))]
    built: list[Clause] = []
    waiting: list[tuple[int, int, Role, int | None]] = []
    for number, (group, opening) in enumerate(zip(groups, openings, strict=True)):
        end = openings[number + 1].at if number + 1 < len(groups) else len(words)
        end = _without_opener(words, group.last, max(group.last, end))
        built.append(_built(words, built, waiting, group, opening, end, dates))
    return built


def _built(
    words: Sequence[Word],
    built: list[Clause],
    waiting: list[tuple[int, int, Role, int | None]],
    group: VerbGroup,
    opening: Opening,
    end: int,
    dates: Collection[int],
) -> Clause:
    previous = len(built) - 1 if built else None
    parent = previous if opening.role in (Role.REPORTED, Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION) else None
    if opening.waiting and waiting:
        start, stop, role, owner = waiting.pop()
        return Clause(start, end, (start, stop), group, role, owner)
    if opening.shared and built:
        base = built[-1]
        role = base.role if base.role != Role.TAG else Role.MAIN
        return Clause(opening.at, end, base.subject, group, role, base.parent, base.lead, shared=True)
    if opening.role == Role.RELATIVE:
        subject, left = _relative_subject(words, built, opening, group, dates)
        if left is not None:
            waiting.append(left)
        return Clause(opening.at, end, subject, group, opening.role, parent, opening.lead)
    if aside := _before_aside(words, built, opening, group):
        return Clause(opening.at, end, aside, group, Role.MAIN)
    role, owner = opening.role, parent
    if role == Role.COORDINATE and built:
        role, owner = built[-1].role, built[-1].parent
        role = Role.MAIN if role in (Role.TAG, Role.ADVERBIAL, Role.RELATIVE, Role.CONDITION) else role
    return Clause(opening.at, end, (opening.at, group.first), group, role, owner, opening.lead)


def _before_aside(
    words: Sequence[Word], built: list[Clause], opening: Opening, group: VerbGroup
) -> tuple[int, int] | None:
    """The subject that an aside between dashes parts from its verb: "The army — or what is left — entered"."""
    if opening.at != group.first or not opening.at or words[opening.at - 1].text not in "—–":
        return None
    first = next((at for at in range(opening.at - 2, 0, -1) if words[at].text in "—–"), None)
    if first is None or any(clause.verb.first < first for clause in built):
        return None
    return 0, first


def _relative_subject(
    words: Sequence[Word], built: list[Clause], opening: Opening, group: VerbGroup, dates: Collection[int]
) -> tuple[tuple[int, int], tuple[int, int, Role, int | None] | None]:
    """The antecedent ("the war, which began") or its own subject, and the subject that the clause left waiting."""
    start = built[-1].verb.last if built else 0
    stop = opening.at - 1
    comma = stop - 1 if stop - 1 >= start and words[stop - 1].text == "," else stop
    own = (
        (opening.at, group.first)
        if group.first > opening.at
        else (antecedent(words, start, comma, restrictive=comma == stop), comma)
    )
    needs_verb = not built or built[-1].role != Role.REPORTED and built[-1].verb.reports
    while built and start < comma and start in dates:
        start += 1  # "said on Monday the road, which is …,": the day is the saying's
    left = (
        (start, comma, Role.REPORTED if built else Role.MAIN, len(built) - 1 if built else None) if needs_verb else None
    )
    return own, left


def antecedent(words: Sequence[Word], start: int, stop: int, *, restrictive: bool) -> int:
    """Where the noun phrase that ends at ``stop`` begins: at its determiner or its first name, not before a comma.

    A relative clause without a comma (``restrictive``) rather hangs on a happening before than on a place: "the
    attack on the embassy in Baghdad that took place" is an attack that took place.
    """
    at = _phrase_start(words, start, stop)
    if not restrictive or any(is_event_noun(word.lower) for word in words[at:stop]):
        return at
    for earlier in range(at - 1, max(start, at - 7) - 1, -1):
        if not words[earlier].is_word:
            break
        if is_event_noun(words[earlier].lower):
            return _phrase_start(words, start, earlier + 1)
    return at


def _phrase_start(words: Sequence[Word], start: int, stop: int) -> int:
    at = stop
    while at > start and stop - at < 12 and words[at - 1].text not in ',;:“”"()':
        at -= 1
        if words[at].lower in DETERMINERS or words[at].is_possessive and not words[at - 1].is_capital:
            break
        if words[at].lower in PREPOSITIONS - {"of", "on"} or words[at].lower == "to":
            return at if words[at + 1].lower in ("least", "most") else at + 1
    return at


def _without_opener(words: Sequence[Word], first: int, end: int) -> int:
    """The end of a clause without the conjunction, relativizer and comma that open the next one."""
    lead = CONJUNCTIONS | SUBORDINATORS | RELATIVIZERS | {"that", ",", ";", ":", "—", "–", "."}
    while end > first and words[end - 1].lower in lead:
        end -= 1
    if end - 1 > first and words[end - 2].lower in CONJUNCTIONS and words[end - 1].lower in LOOSE:
        return _without_opener(words, first, end - 1)  # "… and later"
    return end
