"""Clauses that tell one happening together: "shelled the town and killed 12", "were killed and 30 wounded"."""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.clauses import Clause
from timeline.extraction.dating import own_date
from timeline.extraction.eventfulness import is_eventful, reports_on, stands_alone
from timeline.extraction.grammar import Tense
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.shared_dates import joins_casualties


def runs(parsed: ParsedSentence) -> list[tuple[int, Clause]]:
    """The clauses, those that share subject and day with the one before taken together with it."""
    taken: list[tuple[int, Clause]] = []
    for index, clause in enumerate(parsed.clauses):
        joins = clause.shared or joins_casualties(parsed, index)
        if joins and taken and taken[-1][1].end <= clause.begin and _goes_on(parsed, *taken[-1], index):
            taken[-1] = (taken[-1][0], replace(taken[-1][1], end=clause.end))
        else:
            taken.append((index, clause))
    return taken


def _goes_on(parsed: ParsedSentence, first: int, run: Clause, index: int) -> bool:
    if (
        not is_eventful(parsed, first, dated=True)
        or reports_on(parsed, index)
        or stands_alone(parsed, index)
        or not _same_tense(run, parsed.clauses[index])
    ):
        return False
    before, after = own_date(parsed, run), own_date(parsed, parsed.clauses[index])
    return before is None or after is None or after is parsed.label or before.mention.date == after.mention.date


def _same_tense(run: Clause, clause: Clause) -> bool:
    """Whether both tell of one time; "had" and "has" are told once for both ("had killed 12 and injured 30")."""
    had = run.verb.tense in (Tense.PLUPERFECT, Tense.PERFECT) and clause.verb.bare
    return run.verb.tense == clause.verb.tense or had and clause.verb.tense == Tense.PAST
