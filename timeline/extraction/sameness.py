"""Whether two tellings of two articles are of one happening: proposed to an editor, never decided here.

A wrong merge is worse than a missed one. First whatever speaks against it: days that do not meet, another town, another
deed, tolls that no two reports of one event give, a second strike, a denial. Then what speaks for it is added up, and
each reason can be read. A plan and the report that it came about are told apart from two reports of one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from timeline.extraction.agreements import FOR, Reason, shared_words
from timeline.extraction.contradictions import AGAINST
from timeline.extraction.profiles import Profile

PROPOSED: Final = 0.7
"""The score from which a pair is worth an editor's time."""

TOLD_ALIKE: Final = 0.75
"""The part of both headlines' words that makes one telling nearly the other."""


class Bond(StrEnum):
    """What two tellings are to each other."""

    SAME = "same"
    FOLLOW_UP = "follow-up"
    """One tells the plan, the other that it came about."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The judgement: ``bond`` None when nothing is proposed; ``against`` is the rule that forbade it, "" when the
    reasons only were too few."""

    bond: Bond | None
    score: float
    reasons: tuple[Reason, ...]
    against: str = ""


def compare(first: Profile, second: Profile) -> Likeness:
    """Whether the two tell one happening; symmetric but for the order of the words in the reasons."""
    for rule, holds in AGAINST:
        if holds(first, second):
            return Likeness(None, 0.0, (), rule)
    found = [weighed for weigh in FOR for weighed in weigh(first, second)]
    score = round(min(1.0, sum(weight for weight, _reason in found)), 3)
    reasons = tuple(reason for _weight, reason in found)
    if score < PROPOSED or not _is_specific(reasons, shared_words(first, second)):
        return Likeness(None, score, reasons)
    return Likeness(_bond(first, second), score, reasons)


_STAGES = {"conditional": 0, "planned": 1, "reported": 2, "confirmed": 2, "disputed": 2}


def _bond(first: Profile, second: Profile) -> Bond:
    stages = {_STAGES.get(one.report.standing, 2) for one in (first, second)}
    return Bond.SAME if len(stages) == 1 else Bond.FOLLOW_UP


def _is_specific(reasons: tuple[Reason, ...], share: float) -> bool:
    """Whether at least two of deed, place, people and number agree, or the deed of one day in nearly the same words."""
    agreeing = {reason.rule for reason in reasons} & {"deed", "place", "actor", "name", "number"}
    told_alike = share >= TOLD_ALIKE and any(reason.rule == "same-day" for reason in reasons)
    return len(agreeing) >= 2 or (told_alike and "deed" in agreeing)
