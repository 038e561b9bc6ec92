"""Two wordings seen in the same place: the longer one stays, of equals the one whose spotter stands first.

An anniversary keeps the date inside it as a nested mention, because the date it falls on is counted from that one.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Anniversary, Calendar


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates in order of start, none overlapping another but those nested in an anniversary."""
    outer = [one for one in candidates if isinstance(one.meaning, Anniversary)]
    inner = _without_overlaps([one for one in candidates if not isinstance(one.meaning, Anniversary)])
    if not outer:
        return inner
    return sorted(_nested(_without_overlaps(outer), inner), key=lambda one: (one.start, -one.end))


def _without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _nested(outer: list[Candidate], inner: list[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    for whole in outer:
        within = [one for one in inner if whole.start <= one.start and one.end <= whole.end]
        of = next((one.meaning for one in within if isinstance(one.meaning, Calendar)), None)
        found.append(replace(whole, meaning=Anniversary(whole.meaning.years, of)) if of else whole)  # type: ignore[union-attr]
    return found + [_marked(one, found) for one in inner if not _cut_by(one, found)]


def _marked(one: Candidate, outer: list[Candidate]) -> Candidate:
    return (
        replace(one, nested=True) if any(whole.start <= one.start and one.end <= whole.end for whole in outer) else one
    )


def _cut_by(one: Candidate, outer: list[Candidate]) -> bool:
    return any(
        one.start < whole.end and whole.start < one.end and not (whole.start <= one.start and one.end <= whole.end)
        for whole in outer
    )
