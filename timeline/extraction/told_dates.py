"""A date that the text has told, and in which place: an entry's head, the name of a thing, or plain words."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extraction.calendar_units import Stretch
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Unit
from timeline.extraction.spotters import words

LONGEST_LEAD = 16
"""Characters of bullets and words ("Day 12, ") before an entry's date."""

_ENTRY_MARK = words.compiled(r" ?(?::|-+ | -|\)? ?: )|\Z|-\d\d?(?:st|nd|rd|th)? [a-z]+\.? ?[:-]")
_ENTRY_LEAD = words.compiled(r"[ *•·\-(\[]*(?:year |day \d{1,4}(?:,|:| -) ?|\d\d?(?:st|nd|rd|th)? ?- ?)?\Z")
_OWNED = words.compiled(rf"(?:\b{words.one_of('the a an its his her their this that')}|'s) \Z")
_NO_NOUNS = (
    "and or but in on at of to by as for from with when while where who which that after before until till the a an"
)
_NAMED = words.compiled(rf",? (?!{words.one_of(_NO_NOUNS)}\b)[a-z][a-z-]*[a-z]\b(?<!ed)")


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in the text: its stretch, its words, its sentence, and whether its year was written out.

    One that ``names`` a thing ("the August 1988 truce") is no news of its own.
    """

    stretch: Stretch
    words: str
    sentence: int
    year_written: bool
    names: bool = False

    @property
    def year(self) -> int:
        return self.stretch.first.year

    @property
    def month(self) -> int | None:
        return (
            self.stretch.first.month
            if self.stretch.unit in (Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.QUARTER, Unit.WEEK, Unit.WEEKEND)
            else None
        )


def is_entry(one: Candidate, line: Line) -> bool:
    """Whether the candidate opens a chronology's entry: it begins its line and a colon or dash follows, or nothing."""
    return (
        bool(_ENTRY_LEAD.match(line.low[: one.start])) and bool(_ENTRY_MARK.match(line.low, one.end))
        if one.start < LONGEST_LEAD
        else False
    )


def names_something(one: Candidate, line: Line) -> bool:
    """Whether the date belongs to a noun and names it: "the 21 December 1988 bombing", "its August 1988 truce"."""
    owned = _OWNED.search(line.low, max(0, one.start - LONGEST_LEAD), one.start) or line.low.startswith(
        "the ", one.start
    )
    return bool(owned) and bool(_NAMED.match(line.low, one.end))
