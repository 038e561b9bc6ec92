"""Years, decades, centuries: "1948", "1914-18", "'99", "nineteen ninety-six", "490 BC", "the 1990s", "20th century".

A year never becomes a day. "1914-18" is a range of two years.

Watch out for numbers that are no years: "1948 Palestinians", "Resolution 1701", "some 1500 men", "$1990", "at 1800
hours" (refiners/plain_numbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.before_christ import carried
from timeline.extraction.candidates import NUMBER_CUE, Candidate, Line
from timeline.extraction.meanings import Calendar, Century, Decade
from timeline.extraction.spotters import words

_TENS_OF_YEARS: dict[str, int] = {
    f"{ten[:-1]}ies": number for ten, number in words.CARDINALS.items() if ten in words.TENS
}
CUES = frozenset({NUMBER_CUE, "century", "centuries", "nineteen", "eighteen", "thousand", *_TENS_OF_YEARS})

_YEAR = words.compiled(rf"""
    (?<![\w$£€.,'/])(?:(?<=mid-)|(?<=post-)|(?<=pre-)|(?<=\d\d\d\d-)|(?<!-))
    (?:fiscal(?: year)? |the (?:fiscal )?years? )?(?P<year>{words.YEAR})
    (?:[-/](?P<short>\d\d)\b(?![-/\w]|[.,]\d))?(?!-?s\b|[%/°º]|:\d|-\d\d?-\d)(?!(?<=0)'s\b)
""")
_BEFORE_CHRIST = words.compiled(rf"""
    (?<![\w$£€.,'/-])(?:(?P<first>[1-9]\d{{0,3}})(?: ?- ?| (?:and|or|to|until) )(?:the )?)?
    (?P<year>[1-9]\d{{0,3}}) {words.BEFORE_CHRIST}
""")
_ANNO_DOMINI = re.compile(
    r"\b(?:A\.?D\.? (?P<after>[1-9]\d{0,2})|(?P<year>[1-9]\d{0,2}) (?:A\.D\.|AD\b|CE\b|C\.E\.))(?!\w)"
)
_SHORT = words.compiled(r"(?<!\w)'(?P<year>\d\d)\b(?!'?s\b)")
_SPELLED = words.compiled(rf"""
    \b(?:the year )?(?:(?P<century>eighteen|nineteen)(?: hundred)?(?: and)? (?P<tens>{words.any_of(words.TENS)})
    (?:[- ](?P<ones>{words.any_of(words.ONES)}))?|two thousand(?: and)?(?: (?P<after>{words.any_of(words.ONES)}))?)\b
""")
_DECADE = words.compiled(rf"""
    (?<![\w$£€.,])(?P<the>the )?(?:(?P<full>1[0-9]\d0|20\d0)'?s|(?P<mark>')?(?P<short>[1-9]0)'?s
    |(?P<bc>[1-9]\d{{0,2}}0)'?s {words.BEFORE_CHRIST}
    |(?P<century>nineteen[- ])?(?P<word>{words.any_of(_TENS_OF_YEARS)}))\b
""")
_CENTURIES = words.compiled(rf"""
    \b(?:the )?(?P<first>{words.ORDINAL})(?:-?,? (?:and|or|to|through|until) (?:the )?| ?- ?)
    (?P<last>{words.ORDINAL})[- ](?:centuries|century)\b(?P<bc> {words.BEFORE_CHRIST})?
""")
_CENTURY = words.compiled(rf"\b(?:the )?(?P<number>{words.ORDINAL})[- ]century\b(?P<bc> (?:b\.c\.|bce?\b))?")


def spot(line: Line) -> Iterator[Candidate]:
    """Years and everything coarser that is named by number."""
    if NUMBER_CUE in line.words:
        yield from _years(line)
    for match in _SPELLED.finditer(line.low):
        yield Candidate(match.start(), match.end(), Calendar(_spelled_year(match)), "year-in-words")
    for match in _DECADE.finditer(line.low):
        if first := _decade(match):
            yield Candidate(match.start(), match.end(), Decade(first), "decade")
    if not line.words.isdisjoint(("century", "centuries")):
        yield from _centuries(line)
        for match in _CENTURY.finditer(line.low):
            meaning = Century(words.number_of(match["number"]), bool(match["bc"]))
            yield Candidate(match.start(), match.end(), meaning, "century")


def _centuries(line: Line) -> Iterator[Candidate]:
    """ "The 12th and 13th centuries", "the 17th- and 18th-century walls": each of the two."""
    for match in _CENTURIES.finditer(line.low):
        first, last = (Century(words.number_of(match[name]), bool(match["bc"])) for name in ("first", "last"))
        yield Candidate(match.start(), match.end("first"), first, "century")
        yield Candidate(match.start("last"), match.end(), last, "century")


def _years(line: Line) -> Iterator[Candidate]:
    for match in _YEAR.finditer(line.low):
        yield from _year_or_range(match)
    yield from _eras(line)
    if "'" in line.low:
        for match in _SHORT.finditer(line.low):
            yield Candidate(match.start(), match.end(), Calendar(words.full_year(int(match["year"]))), "year-in-short")


def _eras(line: Line) -> Iterator[Candidate]:
    """Years before Christ, alone or in ranges and lists that share the letters; and "AD 79", in capitals only."""
    if not line.words.isdisjoint(("bc", "bce", "b", "c")):
        for match in _BEFORE_CHRIST.finditer(line.low):
            for group in ("first", "year"):
                if match[group]:
                    meaning = Calendar(carried(int(match[group])))
                    end = match.end() if group == "year" else match.end(group)
                    yield Candidate(match.start(group), end, meaning, "year-before-christ")
    if not line.words.isdisjoint(("ad", "ce", "a", "c")):
        for match in _ANNO_DOMINI.finditer(line.text):
            yield Candidate(match.start(), match.end(), Calendar(int(match["after"] or match["year"])), "year")


def _year_or_range(match: re.Match[str]) -> Iterator[Candidate]:
    year, end, short = int(match["year"]), match.end("year"), match["short"]
    meaning = Calendar(year, plain_number=match.start() == match.start("year"))
    if not short or int(short) <= year % 100:
        yield Candidate(match.start(), end, meaning, "year")
        return
    yield Candidate(match.start(), end, meaning, "year", pair=match.start())
    last = Calendar(year - year % 100 + int(short))
    yield Candidate(match.start("short"), match.end(), last, "year-in-short", pair=match.start())


def _spelled_year(match: re.Match[str]) -> int:
    if not match["century"]:
        return 2000 + words.CARDINALS.get(match["after"] or "", 0)
    tens, ones = words.CARDINALS[match["tens"]], words.CARDINALS.get(match["ones"] or "", 0)
    return words.CARDINALS[match["century"]] * 100 + tens + ones


def _decade(match: re.Match[str]) -> int | None:
    """The decade's first year, without its century where that is not said; bare "80s" and "sixties" are none."""
    if match["bc"]:
        return carried(int(match["bc"]) + 9)
    if match["full"]:
        return int(match["full"])
    if match["short"]:
        return int(match["short"]) if match["the"] or match["mark"] else None
    if match["century"]:
        return 1900 + _TENS_OF_YEARS[match["word"]]
    return _TENS_OF_YEARS[match["word"]] if match["the"] else None
