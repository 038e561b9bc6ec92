"""A second happening told without its verb: "Kandahar fell on Thursday and Mazar-i-Sharif on Saturday"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.extraction.clauses import Clause
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.words import Word

_BEFORE_DATES = frozenset("on in at late early by".split())
LONGEST = 5
"""Words of a subject whose verb is left out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The subject that goes on with the verb of ``clause``, the date that is its own, and ``clause`` up to it."""

    clause: Clause
    subject: tuple[Word, ...]
    first: int
    dated: Dated


def gap_after(parsed: ParsedSentence, clause: Clause, own: Dated) -> Gap | None:
    """ "… on Thursday and Homs late on Saturday": names and a date after "and", and nothing else, end the clause."""
    at = own.last
    if own.first < clause.verb.last or at + 1 >= clause.end or parsed.words[at].lower != "and":
        return None
    second = next((dated for dated in parsed.dates if dated.first > at and dated.is_day), None)
    if second is None or any(word.is_word for word in parsed.words[second.last : clause.end]):
        return None
    stop = second.first
    while stop > at and parsed.words[stop - 1].lower in _BEFORE_DATES:
        stop -= 1
    subject = parsed.words[at + 1 : stop]
    if not 0 < len(subject) <= LONGEST or not all(word.is_capital or word.lower in ("the", "of") for word in subject):
        return None
    return Gap(replace(clause, end=at), tuple(subject), at + 1, second)
