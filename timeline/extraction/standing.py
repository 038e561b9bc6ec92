"""How an event stands by the words that tell it: reported, planned, conditional or denied.

The engine never confirms or disputes: only a person does (vocabulary.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates import EventDate
from timeline.extraction.clauses import Clause
from timeline.extraction.drafts import Standing
from timeline.extraction.grammar import Tense
from timeline.extraction.openings import Role
from timeline.extraction.verbs import DENYING

POSSIBLE = frozenset({"could", "may", "might", "can", "cannot"})
PLANNING = frozenset(
    "plan intend aim expect hope prepare vow pledge promise threaten schedule propose want seek agree".split()
)
"""Verbs that make a plan of an infinitive or noun after them ("plans to leave on Friday")."""


def standing_of(clauses: Sequence[Clause], index: int, day: EventDate | None, article_day: date | None) -> Standing:
    """The standing of the clause at ``index``; ``day`` is its event's date, ``article_day`` the latest "today"."""
    clause = clauses[index]
    if clause.verb.negated or _is_denied(clauses, clause):
        return Standing.DENIED
    if clause.role == Role.CONDITION or clause.verb.modal in POSSIBLE:
        return Standing.CONDITIONAL
    if clause.verb.modal == "would":
        return (
            Standing.PLANNED
            if clause.role == Role.REPORTED and not _has_condition(clauses, index)
            else Standing.CONDITIONAL
        )
    if clause.verb.tense == Tense.MODAL and _has_condition(clauses, index):
        return Standing.CONDITIONAL
    if clause.verb.tense == Tense.MODAL or _is_ahead(clause, day, article_day):
        return Standing.PLANNED
    return Standing.REPORTED


def _is_denied(clauses: Sequence[Clause], clause: Clause) -> bool:
    return clause.parent is not None and clause.role == Role.REPORTED and clauses[clause.parent].verb.base in DENYING


def _has_condition(clauses: Sequence[Clause], index: int) -> bool:
    return any(other.role == Role.CONDITION and other.parent in (index, None) for other in clauses)


def _is_ahead(clause: Clause, day: EventDate | None, article_day: date | None) -> bool:
    """A day still to come, whatever the tense ("announced a plan to meet on Friday"), or today in the present tense."""
    if day is None or article_day is None or day.earliest < article_day:
        return False
    return day.earliest > article_day or clause.verb.tense == Tense.PRESENT and not clause.verb.progressive
