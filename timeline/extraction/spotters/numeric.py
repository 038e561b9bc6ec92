"""Dates in figures: "2023-10-07", "7/10/2023", "07.10.23", "7.OCT.23", "7-Oct-2023".

Year first is ISO 8601. Otherwise the calendar's reader decides (calendar_words.py): day before month, unless the
second number is above twelve; figure_order.py turns them where the text's other dates tell that months come first.

Watch out for versions, sections and scores ("1.2.3", "9/11", "24/7"): two separators and a year of two or four figures
are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.calendar_words import read_calendar_words
from timeline.extraction.candidates import NUMBER_CUE, Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.spotters import words

CUES = frozenset({NUMBER_CUE})

_FIGURES = words.compiled(
    rf"(?<![\w./-])(?:[12]\d\d\d([-/.])\d\d?\1\d\d?|\d\d?([-/.])(?:\d\d?|{words.any_of(words.MONTHS)})\2(?:[12]\d\d\d|\d\d))(?![\w/-]|\.\d)"
)


def spot(line: Line) -> Iterator[Candidate]:
    """Dates of three numbers, or two around a month's short name."""
    for match in _FIGURES.finditer(line.low):
        parts = read_calendar_words(match.group())
        if parts is not None:
            yield Candidate(match.start(), match.end(), Calendar(parts.year, parts.month, parts.day), "date-in-figures")
