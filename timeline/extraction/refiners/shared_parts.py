"""Ranges and lists share their parts: "6-7 January 1916", "3, 5 and 9 May", "March 5-9, 1918", "April and June 1955".

Each member becomes a mention with the month and year it shares. The two ends of a range are paired, so that each
can be read as the whole ("from late 2023 to mid-2024", "between May and June 1950"); so can "4 or 5 October".

Watch out for "On May 5, 12 people": a number after a comma is a day only if the list goes on with "and" or a year.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Anniversary, Calendar, Decade, PartOfYear, SeasonOf, Shift, Weekday
from timeline.extraction.spotters import words

LONGEST_LIST = 12
"""Days in one list; a text of nothing but numbers must not be walked for ever."""

LONGEST_GAP = 20
"""Characters between two members: " and in the early "."""

_NUMBER = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_GAP = r"(?P<gap> ?[-/,&] ?(?:and )?| (?:and|or|to|until|till|through) (?:the )?)"
_PLACED = "(?:the |early |late |mid-|mid )*"
_DAY_BEFORE = words.compiled(rf"(?<![\w.,:$£€/-])(?P<whole>(?:the )?{_NUMBER}){_GAP}\Z")
_DAY_AFTER = words.compiled(rf"""
    {_GAP}{_NUMBER}\b(?![:.%]\d|\d|%|,\d|-[a-z]| (?:a\.?m|p\.?m)\b| (?:of )?{words.MONTH})(?:,? (?P<year>{words.YEAR}))?
""")
_NAMED_NUMBER = re.compile(rf"[a-z,] (?!{words.any_of(day.capitalize() for day in words.WEEKDAYS)})[A-Z][a-z]+[ -]\Z")
_COUNTS = words.compiled(rf"""
    (?: )(?!(?:was|is|as|this)\b)(?:[a-z]+-)*[a-z]+s\b
    | {words.one_of("people men women children percent per_cent million hundred thousand dead killed wounded other")}\b
    | {words.one_of("more of_the km")}\b
""")
_LIST = words.compiled(rf"""
    (?: )?[,&/-] ?(?:and |or |the )?\Z| (?:and|or|to|until|till|through) (?:in |on |until )?{_PLACED}\Z
""")
_RANGE = words.compiled(r" ?[-/] ?\Z| (?:to|until|till|through|up to) (?:the )?\Z")
_TO = words.compiled(rf" (?:to|until|till|through|into) {_PLACED}\Z| ?- ?{_PLACED}\Z")
_FROM = words.compiled(rf"\bfrom {_PLACED}\Z")
_AND = words.compiled(rf" and {_PLACED}\Z")
_BETWEEN = words.compiled(rf"\bbetween {_PLACED}\Z")
_OR = words.compiled(r" or (?:the |on )?\Z")
_YEARLY = Calendar | SeasonOf | PartOfYear
_RANGED = Calendar | SeasonOf | PartOfYear | Decade | Weekday


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Candidates with the members that only a list shows, each with its shared month and year."""
    spread: list[Candidate] = []
    for one in candidates:
        floor = spread[-1].end if spread else 0
        if one.start >= floor or one.nested or isinstance(spread[-1].meaning, Anniversary):
            spread += _members(one, line, floor)
    return _paired(_with_shared_years(spread, line), line)


def _members(one: Candidate, line: Line, floor: int) -> list[Candidate]:
    if isinstance(one.meaning, Calendar) and one.rule == "day-and-month":
        return [*_days_before(one, one.meaning, line, floor), one]
    if isinstance(one.meaning, Calendar) and one.rule == "month-and-day":
        return _days_after(one, one.meaning, line)
    return [one]


def _days_before(one: Candidate, full: Calendar, line: Line, floor: int) -> list[Candidate]:
    """ "3, 5 and" before "9 May": from right to left."""
    found: list[Candidate] = []
    end = one.start
    while len(found) < LONGEST_LIST:
        begin = max(floor, end - LONGEST_GAP)
        match = _DAY_BEFORE.search(line.low[begin:end])
        if match is None:
            break
        if _NAMED_NUMBER.search(line.text[max(0, begin + match.start("whole") - 16) : begin + match.start("whole")]):
            break  # "in Operation Dawn 5, and 22 February"
        end = begin + match.start("whole")
        found.append(
            Candidate(
                end, begin + match.end("whole"), replace(full, day=int(match["day"]), weekday=None), "day-of-list"
            )
        )
    return found[::-1]


def _days_after(one: Candidate, full: Calendar, line: Line) -> list[Candidate]:
    """ "-9, 1918" after "March 5": a year at the end belongs to all."""
    days, pending = [one], 0
    while full.year is None and len(days) < LONGEST_LIST:
        match = _DAY_AFTER.match(line.low, days[-1].end)
        if match is None or match["gap"].strip() != "-" and _COUNTS.match(line.low, match.end()):
            break
        year = int(match["year"]) if match["year"] else None
        pending = pending + 1 if match["gap"].strip() == "," and not year else 0
        meaning = replace(full, year=year, day=int(match["day"]), weekday=None)
        days.append(Candidate(match.start("day"), match.end(), meaning, "day-of-list"))
        if year:
            return [_of_year(day, year) for day in days]
    return days[: len(days) - pending]


def _of_year(one: Candidate, year: int | Shift | None) -> Candidate:
    assert isinstance(one.meaning, _YEARLY)
    return replace(one, meaning=replace(one.meaning, year=year))


def _with_shared_years(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """ "April and June 1955": the year of the last, from right to left; a range may begin the year before."""
    for index in range(len(candidates) - 2, -1, -1):
        one, following = candidates[index], candidates[index + 1]
        if isinstance(one.meaning, _YEARLY) and one.meaning.year is None and _shares(one, following, line):
            assert isinstance(following.meaning, _YEARLY)
            candidates[index] = _of_year(one, _year_before(one.meaning, following.meaning))
    return candidates


def _shares(one: Candidate, following: Candidate, line: Line) -> bool:
    shared = following.meaning
    if not isinstance(shared, _YEARLY) or shared.year is None or isinstance(shared, Calendar) and shared.month is None:
        return False
    gap = line.low[one.end : following.start]
    return len(gap) <= LONGEST_GAP and bool(_LIST.match(gap))


def _year_before(one: object, following: Calendar | SeasonOf | PartOfYear) -> int | Shift | None:
    year = following.year
    if isinstance(one, Calendar) and isinstance(following, Calendar) and isinstance(year, int):
        return year - ((one.month or 0) > (following.month or 13))
    return year


def _paired(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Mark the two ends of each range with the place of its first."""
    for index in range(len(candidates) - 1):
        one, following = candidates[index], candidates[index + 1]
        gap = line.low[one.end : following.start][: LONGEST_GAP + 1]
        if one.pair is None and following.pair is None and _is_range(one, following, gap, line):
            either = bool(_OR.match(gap))
            candidates[index] = replace(one, pair=one.start, either=either)
            candidates[index + 1] = replace(following, pair=one.start, either=either)
    return candidates


def _has_day(one: Candidate) -> bool:
    return isinstance(one.meaning, Weekday) or isinstance(one.meaning, Calendar) and one.meaning.day is not None


def _is_range(one: Candidate, following: Candidate, gap: str, line: Line) -> bool:
    if len(gap) > LONGEST_GAP or not isinstance(one.meaning, _RANGED) or not isinstance(following.meaning, _RANGED):
        return False
    if gap == " - " and _has_day(one) != _has_day(following):
        return False  # "the last weekend of July - July 27"
    if isinstance(one.meaning, Weekday) and not _has_day(following):
        return False  # "a change on Friday to March's figures"
    if _OR.match(gap):
        return all(isinstance(it.meaning, Calendar) and it.meaning.day for it in (one, following))
    before = line.low[max(0, one.start - LONGEST_GAP) : one.start]
    if _AND.match(gap):
        return bool(_BETWEEN.search(before))
    return bool(_RANGE.match(gap)) or bool(_TO.match(gap)) and bool(_FROM.search(before))
