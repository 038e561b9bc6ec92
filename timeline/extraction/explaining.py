"""Why each wording was kept or dropped: which spotter saw it, which refiner changed or dropped it, what it came to.

Runs the spotters and refiners of a text once more and compares the candidates before and after each; reading itself
keeps no such record and loses no time to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from timeline.dates.notation import to_notation
from timeline.extraction.candidates import Candidate, Line, ready
from timeline.extraction.mentions import DateReading, Mention
from timeline.extraction.pipeline import REFINERS, SPOTTERS


@dataclass(slots=True)
class Fate:
    """What became of a wording: ``now`` is None once ``dropped_by`` a refiner; ``changed_by`` names those before.

    ``spotted_by`` names a spotter, or the refiner that found a member of a list.
    """

    first: Candidate
    spotted_by: str
    now: Candidate | None
    changed_by: list[str] = field(default_factory=list)
    dropped_by: str | None = None


def explain(reading: DateReading) -> list[dict[str, Any]]:
    """A JSON-ready record for every wording seen in a text that was read, in order of start.

    ``start``, ``end`` and ``text`` are as spotted. A kept one has the ``value`` and ``date`` of the mention it became;
    one without a date is told why ("a duration, not a date").
    """
    mentions = {(mention.start, mention.end): mention for mention in reading.mentions}
    records = [_record(fate, line, mentions) for line in map(ready, reading.sentences) for fate in fates(line)]
    return sorted(records, key=lambda record: (record["start"], record["end"]))


def fates(line: Line) -> list[Fate]:
    """What became of each wording that the spotters, or a list's refiner, saw in a sentence."""
    found = [Fate(one, spotter, one) for spotter, one in _spotted(line)]
    candidates = [fate.first for fate in found]
    for refiner in REFINERS if candidates else ():
        refined = refiner.refine(list(candidates), line)
        _follow(found, candidates, refined, _name(refiner))
        candidates = refined
    return found


def _spotted(line: Line) -> Iterator[tuple[str, Candidate]]:
    for spotter in SPOTTERS:
        if not spotter.CUES.isdisjoint(line.words):
            for one in spotter.spot(line):
                yield _name(spotter), one


def _follow(found: list[Fate], before: Sequence[Candidate], after: Sequence[Candidate], refiner: str) -> None:
    """Bring every fate up to date with what one refiner made of the candidates."""
    same, old = {id(one) for one in after}, {id(one) for one in before}
    new = [one for one in after if id(one) not in old]
    for fate in found:
        if fate.now is not None and id(fate.now) not in same:
            fate.now = _heir(fate.now, new)
            if fate.now is None:
                fate.dropped_by = refiner
            else:
                fate.changed_by.append(refiner)
    known = {id(fate.now) for fate in found}
    found += [Fate(one, refiner, one) for one in new if id(one) not in known]


def _heir(one: Candidate, new: Sequence[Candidate]) -> Candidate | None:
    """The new candidate that holds most of the old one's words."""
    shared = [(min(one.end, it.end) - max(one.start, it.start), it) for it in new]
    return max((pair for pair in shared if pair[0] > 0), key=lambda pair: pair[0], default=(0, None))[1]


def _record(fate: Fate, line: Line, mentions: dict[tuple[int, int], Mention]) -> dict[str, Any]:
    offset = line.sentence.start
    now = fate.now
    mention = mentions.get((offset + now.start, offset + now.end)) if now else None
    return {
        "start": offset + fate.first.start,
        "end": offset + fate.first.end,
        "text": line.text[fate.first.start : fate.first.end],
        "rule": fate.first.rule,
        "spotted_by": fate.spotted_by,
        "changed_by": fate.changed_by,
        "dropped_by": fate.dropped_by,
        "mention": mention.text if mention else None,
        "value": mention.value if mention else None,
        "date": to_notation(mention.date) if mention and mention.date else None,
        "why_undated": mention.trail[-1].anchor_from if mention and mention.date is None else None,
    }


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]
