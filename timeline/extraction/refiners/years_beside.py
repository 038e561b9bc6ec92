"""A year told beside its month: "June last year", "October of that year", "1982 summer", "May nineteen sixty".

So too "last year's third quarter"; and "July 11 each year", which is no year's day but every year's.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, Every, PartOfYear, SeasonOf, Shift, Unit
from timeline.extraction.spotters import words

_GAP = words.compiled(r",? (?:(?:of|in) )?\Z")
_OWNED = words.compiled(r"'s \Z")
_BESIDE = frozenset({"year-in-words", "year-before-christ"})
_YEARLY = Calendar | SeasonOf | PartOfYear


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Months, seasons and quarters with the year beside them, as one candidate."""
    joined: list[Candidate] = []
    for one in candidates:
        if joined and (whole := _with_year(joined[-1], one, line)):
            joined[-1] = whole
        elif joined and _returns(joined[-1], one, line):
            joined[-1:] = [_every_year(joined[-1]), one]
        else:
            joined.append(one)
    return joined


def _with_year(one: Candidate, following: Candidate, line: Line) -> Candidate | None:
    gap = line.low[one.end : following.start]
    if _lacks_year(one) and (year := _year_of(following)) and _GAP.match(gap):
        return _dated(one, year, one.start, following.end)
    if not _lacks_year(following):
        return None
    if one.rule == "year" and isinstance(following.meaning, SeasonOf | PartOfYear) and gap in (" ", " fiscal "):
        return _dated(following, _year_of(one), one.start, following.end)
    if isinstance(one.meaning, Shift) and (year := _year_of(one)) and _OWNED.match(gap):
        return _dated(following, year, one.start, following.end)
    return None


def _dated(one: Candidate, year: int | Shift | None, start: int, end: int) -> Candidate:
    assert isinstance(one.meaning, _YEARLY)
    return replace(one, start=start, end=end, meaning=replace(one.meaning, year=year))


def _lacks_year(one: Candidate) -> bool:
    return isinstance(one.meaning, _YEARLY) and one.meaning.year is None and one.meaning.which is None


def _year_of(one: Candidate) -> int | Shift | None:
    """The year a candidate tells by itself: "last year", "that year", "nineteen ninety-six", or bare "1982"."""
    match one.meaning:
        case Shift(unit=Unit.YEAR, amount=amount) if amount is not None and abs(amount) <= 1:
            return one.meaning
        case Calendar(month=None, year=int(year)) if one.rule in _BESIDE or one.meaning.plain_number:
            return year
    return None


def _returns(one: Candidate, following: Candidate, line: Line) -> bool:
    """ "July 11 each year": a day without a year, and what says that it returns."""
    whole_day = isinstance(one.meaning, Calendar) and one.meaning.day and one.meaning.year is None
    return bool(whole_day) and following.meaning == Every("P1Y") and line.low[one.end : following.start] == " "


def _every_year(one: Candidate) -> Candidate:
    assert isinstance(one.meaning, Calendar)
    return replace(one, meaning=Every(f"XXXX-{one.meaning.month:02d}-{one.meaning.day:02d}"))
