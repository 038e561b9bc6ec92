"""Is "7/10/2023" the 7th of October or July 10? The text's own dates in figures tell.

Where another date of the text can only be read month first ("10/13/2023") and none only day first, all are read so.
Where none settles it, one that month first is the very day of publication does. Otherwise the day comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.scripts import SCRIPTS

LAST_MONTH = 12
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(?:\d{4}|\d\d)\b")

type Found = list[tuple[Line, list[Candidate]]]


def in_the_texts_order(found: Found, published: date | None) -> Found:
    """The lines with their ambiguous dates in figures month first, where the text's own dates ask for it."""
    figures = [(one, numbers) for line, them in found for one in them if (numbers := _numbers(one, line))]
    if not figures or not _is_month_first(figures, published):
        return found
    return [(line, [_turned(one, line) for one in them]) for line, them in found]


def _numbers(one: Candidate, line: Line) -> tuple[int, int] | None:
    if one.rule != "date-in-figures" or not SCRIPTS.isdisjoint(line.words):
        return None
    match = _SLASHED.search(line.low, one.start, one.end)
    return (int(match[1]), int(match[2])) if match else None


def _is_month_first(figures: Iterable[tuple[Candidate, tuple[int, int]]], published: date | None) -> bool:
    figures = list(figures)
    if any(first > LAST_MONTH for _, (first, _) in figures):
        return False
    if any(second > LAST_MONTH for _, (_, second) in figures):
        return True
    told = {(one.meaning.year, *numbers) for one, numbers in figures if isinstance(one.meaning, Calendar)}
    if published is None or (published.year, published.day, published.month) in told:
        return False
    return (published.year, published.month, published.day) in told


def _turned(one: Candidate, line: Line) -> Candidate:
    numbers = _numbers(one, line)
    if numbers is None or max(numbers) > LAST_MONTH or not isinstance(one.meaning, Calendar):
        return one
    month, day = numbers
    return replace(one, meaning=replace(one.meaning, month=month, day=day), rule="date-in-figures-month-first")
