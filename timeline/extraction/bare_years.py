"""Years before Christ without their letters: "In 216 the consuls fell", in a text that tells years before Christ.

Watch out for counts ("in 216 ships"): only a number after a preposition and before the end of its phrase is a year, and
only near the years that the text writes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extraction.before_christ import carried
from timeline.extraction.candidates import NUMBER_CUE, Candidate, Line, ready
from timeline.extraction.meanings import Calendar
from timeline.extraction.mentions import Sentence
from timeline.extraction.spotters import words

RULE = "year-before-christ"

WRITTEN_OUT = 3
"""Years before Christ that a text must write out before a bare number can be another."""

REACH = 60
"""Years from the nearest one written out within which a bare number is a year."""

_BARE = words.compiled(rf"""
    (?:\A|\b){words.one_of("in by from until since before after of late_in early_in")} (?P<year>[1-9]\d{{1,2}})
    (?=[,.;:)]|\Z| {words.one_of("and to when while the he they a an after with by but as until")}\b)(?!\.\d|,\d)
""")

type Found = list[tuple[Line, list[Candidate]]]


def with_bare_years(found: Found, sentences: Sequence[Sentence]) -> Found:
    """The candidates of each line with the bare years of a text that tells of a time before Christ."""
    years = {one.meaning.year for _, them in found for one in them if _is_year(one)}
    if len(years) < WRITTEN_OUT:
        return found
    told = {line.sentence.index: them for line, them in found}
    reachable = {year + shift for year in years if isinstance(year, int) for shift in range(-REACH, REACH + 1)}
    merged = ((line, _merged(told.get(line.sentence.index, []), line, reachable)) for line in map(ready, sentences))
    return [(line, them) for line, them in merged if them]


def _is_year(one: Candidate) -> bool:
    return one.rule == RULE and isinstance(one.meaning, Calendar)


def _merged(them: list[Candidate], line: Line, reachable: set[int]) -> list[Candidate]:
    bare = list(_bare(line, reachable)) if NUMBER_CUE in line.words else []
    free = [one for one in bare if all(one.end <= it.start or it.end <= one.start for it in them)]
    return sorted([*them, *free], key=lambda one: (one.start, -one.end)) if free else them


def _bare(line: Line, reachable: set[int]) -> Iterator[Candidate]:
    for match in _BARE.finditer(line.low):
        year = carried(int(match["year"]))
        if year in reachable:
            yield Candidate(match.start("year"), match.end("year"), Calendar(year), RULE)
