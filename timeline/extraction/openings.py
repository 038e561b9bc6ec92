"""What opens a clause, in the words between one verb and the next: "that", "which", "after", "and", a comma."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVIZERS, SUBORDINATORS, VerbGroup
from timeline.extraction.said_words import counts, is_one_phrase, it_was_said
from timeline.extraction.verbs import FORMS, SAYING, Form
from timeline.extraction.words import QUOTE_MARKS, Word

HARD = frozenset(";:—–")


class Role(StrEnum):
    """How a clause stands to the rest of its sentence."""

    MAIN = "main"
    COORDINATE = "coordinate"
    REPORTED = "reported"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    CONDITION = "condition"
    TAG = "tag"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a clause begins and how it hangs on the others."""

    at: int
    role: Role
    lead: str = ""
    shared: bool = False
    waiting: bool = False


def opening_of(words: Sequence[Word], groups: Sequence[VerbGroup], number: int, dates: Collection[int]) -> Opening:
    """Where and how the clause of the verb group at ``number`` opens, in the words since the verb before it."""
    group = groups[number]
    previous = groups[number - 1] if number else None
    start = previous.last if previous else 0
    window = range(start, group.first)
    hard = max((at for at in window if words[at].text in HARD), default=None)
    if hard is not None:
        return _after_hard(words, hard + 1, group)
    for finder in (_relative, _reported, _subordinate):
        if opening := finder(words, window, group, previous, dates):
            return opening
    if previous is None:
        return Opening(0, Role.MAIN)
    return _coordinated(words, window, group, previous)


def _after_hard(words: Sequence[Word], at: int, group: VerbGroup) -> Opening:
    lead = words[at].lower if at < group.first else ""
    if lead in SUBORDINATORS:
        return Opening(at + 1, Role.CONDITION if lead in ("if", "unless") else Role.ADVERBIAL, lead)
    return Opening(at, Role.MAIN)


def _relative(
    words: Sequence[Word], window: range, group: VerbGroup, previous: VerbGroup | None, dates: Collection[int]
) -> Opening | None:
    for at in reversed(window):
        lower = words[at].lower
        if lower in RELATIVIZERS or lower == "what":
            return None if _closed(words, at, group) else Opening(at + 1, Role.RELATIVE, lower)
        if (
            lower == "that"
            and _is_relative_that(words, at, dates)
            and not _is_content(words, at, previous, window.start)
        ):
            return Opening(at + 1, Role.RELATIVE, lower)
    return None


def _is_relative_that(words: Sequence[Word], at: int, dates: Collection[int]) -> bool:
    """Not the "that" of "that day" or "on that road"."""
    if at == 0 or at in dates:
        return False
    return words[at - 1].is_word and words[at - 1].lower not in PREPOSITIONS | CONJUNCTIONS


def _closed(words: Sequence[Word], at: int, group: VerbGroup) -> bool:
    """Whether a relative clause without a finite verb of ours ended before the group (", many of whom …,")."""
    return words[group.first - 1].text == "," and any(word.text == "," for word in words[at : group.first - 1])


def _reported(
    words: Sequence[Word], window: range, group: VerbGroup, previous: VerbGroup | None, dates: Collection[int]
) -> Opening | None:
    """The content of "said that", "said", "told reporters", "adding that"."""
    for at in window:
        if words[at].lower == "that" and _is_content(words, at, previous, window.start):
            return Opening(at + 1, Role.REPORTED, "that")
    if (
        previous is None
        or not (previous.reports or it_was_said(words, previous))
        or any(words[at].lower in SUBORDINATORS for at in window[1:])
    ):
        return None
    first = window.start
    while first < group.first and (
        first in dates or first + 1 in dates and words[first].lower in ("on", "in", "late", "early")
    ):
        first += 1
    if previous.base == "tell":
        first = _after_hearer(words, first, group.first)
    wide = group.first - first > 5 or any(words[at].lower in PREPOSITIONS for at in range(first, group.first))
    if previous.base in _NAMING_TOO and wide and not is_one_phrase(words, first, group.first):
        return None
    if words[group.first - 1].lower in CONJUNCTIONS:
        return None  # "announced his death and gave …"
    plain = first < group.first and words[first].lower not in CONJUNCTIONS | PREPOSITIONS | {",", "to"}
    opened = plain or counts(words, first, group.first)
    return Opening(first, Role.REPORTED) if opened or words[first - 1].text in QUOTE_MARKS else None


_NAMING_TOO = frozenset(
    "announce confirm declare reveal recall describe quote show write predict find disclose post".split()
)
"""Reporting verbs that as often have a noun for their object: "announced a withdrawal", "confirmed the deal"."""


def _after_hearer(words: Sequence[Word], at: int, last: int) -> int:
    if at < last and words[at].lower in ("reporters", "journalists", "media", "lawmakers", "the"):
        return min(last, at + 1)
    while at < last - 1 and words[at].is_capital:
        at += 1
    return at


_ACCUSATIONS = frozenset(
    "accusation accusations allegation allegations charges claim claims reports suggestions".split()
)
"""Nouns before "that" and somebody's words ("rejects accusations that its troops …")."""


def _is_content(words: Sequence[Word], at: int, previous: VerbGroup | None, start: int) -> bool:
    """Whether "that" at ``at`` opens what someone says: after a reporting verb, "adding" or "a report"."""
    if previous and previous.reports and (at - start) <= 8:
        return True
    if at and words[at - 1].lower in _ACCUSATIONS:
        return True
    before = FORMS.get(words[at - 1].lower) if at and not words[at - 1].is_capital else None
    return bool(before and before[0] in SAYING and before[1] & (Form.ING | Form.THIRD | Form.BASE))


def _subordinate(
    words: Sequence[Word], window: range, group: VerbGroup, previous: VerbGroup | None, dates: Collection[int]
) -> Opening | None:
    for at in window:
        lower = words[at].lower
        if lower not in SUBORDINATORS or at == group.first - 1 or at + 1 in dates and lower != "when":
            continue
        if previous and lower in PREPOSITIONS and words[group.first - 1].lower in CONJUNCTIONS:
            continue  # "was shut after the crash and reopened"
        commas = [i for i in range(at, group.first) if words[i].text == ","]
        comma = commas[-1] if commas else None
        if comma is not None and comma != group.first - 1 and lower in PREPOSITIONS | {"as", "once"}:
            continue
        if comma == group.first - 1 and len(commas) < 2:
            continue
        return Opening(at + 1, Role.CONDITION if lower in ("if", "unless") else Role.ADVERBIAL, lower)
    return None


LOOSE = frozenset("later then also subsequently finally eventually soon again even still instead".split())
"""Adverbs between "and" and the verb that goes on with the subject before."""


def _coordinated(words: Sequence[Word], window: range, group: VerbGroup, previous: VerbGroup) -> Opening:
    """After a conjunction, after a comma, or back to the subject left waiting."""
    near = group.first - 1
    joint = near
    while joint > window.start and (words[joint].lower in LOOSE or words[joint].lower.endswith("ly")):
        joint -= 1
    if near >= window.start and words[joint].lower in CONJUNCTIONS:
        return Opening(group.first, Role.COORDINATE, shared=True)
    if near < window.start:
        return Opening(group.first, Role.COORDINATE, shared=not previous.reports, waiting=True)
    if words[near].text == ",":
        own = next((at for at in window if _opens_own_subject(words, at, near)), None)
        if own is not None:
            return Opening(own + 1, Role.MAIN)
        return Opening(group.first, Role.COORDINATE, shared=True, waiting=True)
    return _with_own_subject(words, window, group)


def _opens_own_subject(words: Sequence[Word], at: int, near: int) -> bool:
    """ "…, but the manager of the station, Ali, blamed": a subject of its own with an aside between commas."""
    if words[at].lower not in ("and", "but", "while") or not at or words[at - 1].text != ",":
        return False
    named = words[at + 1].is_capital or words[at + 1].lower in DETERMINERS
    return named and any(words[i].text == "," for i in range(at + 2, near))


def _with_own_subject(words: Sequence[Word], window: range, group: VerbGroup) -> Opening:
    tag = group.reports
    for at in reversed(window):
        if words[at].text in QUOTE_MARKS and at + 1 < group.first and tag:
            return Opening(at + 1, Role.TAG)
        if words[at].text == ",":
            at = _first_of_list(words, window.start, at, group.first)
            fresh = words[at + 1].lower in CONJUNCTIONS
            tag = tag and not fresh
            return Opening(at + 1 + fresh, Role.TAG if tag else Role.MAIN if fresh else Role.COORDINATE)
        if words[at].lower in CONJUNCTIONS and not tag:
            fresh = at > window.start and words[at - 1].text == ","
            return Opening(at + 1, Role.MAIN if fresh else Role.COORDINATE)
    return Opening(group.first, Role.CONTACT, waiting=True)


def _first_of_list(words: Sequence[Word], start: int, comma: int, last: int) -> int:
    """The comma before "the mediators Egypt, Qatar and the United States", from its last comma."""
    if not any(words[at].lower in ("and", "or") for at in range(comma + 2, last)):
        return comma
    while earlier := [at for at in range(max(start, comma - 5), comma) if words[at].text == ","]:
        comma = earlier[-1]
    return comma
