"""Is it a year? "1948 Palestinians", "Resolution 1701", "some 1500 men" and "1900 hours" are numbers, not years.

Four figures from 1000 to 2099 are a year unless a word before counts or numbers something, or a word after is counted.
"In 1948 Palestinians fled" names a year after all, and so does "founded about 1910 by".
"""

from __future__ import annotations

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.spotters import words

_NUMBERED = (
    "resolution resolutions flight no number nos route highway article section page pp room channel chapter law"
    " act order"
    " decree model unit division brigade regiment battalion squadron boeing airbus type mark mk level height hill"
    " point code"
    " version sdr q"
)
_COUNTING = (
    "about some nearly almost approximately roughly exactly than least most another estimated additional only"
    " up_to over all"
    " these those killed killing wounded wounding numbering totaling totalling total_of as_many_as"
)
_COUNTED = (
    "people persons men women children troops soldiers civilians casualties prisoners hostages dead wounded killed"
    " injured deaths"
    " fatalities miles mi kilometers kilometres km meters metres feet ft yards yd tons tonnes pounds lbs kg"
    " aircraft planes tanks"
    " guns ships vessels vehicles rockets missiles shells bombs homes houses villages buildings workers employees"
    " officers members"
    " residents refugees fighters militants guerrillas rebels students families votes shares barrels dollars euros"
    " percent per_cent"
    " horses cavalry infantry infantrymen sailors marines cases times hours hrs minutes words pages seats delegates"
    " volunteers"
    " arrows degrees units points articles copies yen francs marks cubic square"
)
_PEOPLES = (
    "palestinians israelis arabs jews lebanese syrians egyptians iranians iraqis jordanians yemenis americans"
    " turks kurds"
    " russians ukrainians germans frenchmen britons greeks romans"
)
_BEFORE = words.compiled(rf"(?:\b{words.one_of(_NUMBERED + ' ' + _COUNTING)}\.? ?|[#$£€+*/=<>^~-]|\d[., ]|\bx)\Z")
_PREFIXED = words.compiled(r"(?:\d\d\d\d|mid|post|pre)-\Z")
_AFTER = words.compiled(
    rf" ?(?:(?:[a-z]+(?:-[a-z]+)? )?{words.one_of(_COUNTED)}\b|{words.one_of(_PEOPLES)}\b|%|(?:mm|cm|m)\b)"
)
_IN = words.compiled(r"\b(?:in|since|until) \Z")
_AT_ONCE = words.compiled(rf" ?{words.one_of(_COUNTED)}\b| ?(?:%|(?:mm|cm|m)\b)")
_ABOUT = words.compiled(r"\b(?:about|around|approximately) \Z")
_ENDS = words.compiled(r"[.,;)]| (?:by|when|and|to|until|in|at|as|with)\b|\Z")
MODERN = 1700
"""From here on "in" before four figures and a people names a year."""


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Drop bare four-figure numbers that are no years."""
    return [one for one in candidates if not _is_number(one, line)]


def _is_number(one: Candidate, line: Line) -> bool:
    if not isinstance(one.meaning, Calendar) or not one.meaning.plain_number or one.pair is not None:
        return False
    before, year = line.low[max(0, one.start - 16) : one.start], one.meaning.year
    assert isinstance(year, int)
    if _ABOUT.search(before) and year % 100 and _ENDS.match(line.low, one.end):
        return False
    if year >= MODERN and _IN.search(before) and not _AT_ONCE.match(line.low, one.end):
        return False
    if _BEFORE.search(before):
        return not _PREFIXED.search(line.low[max(0, one.start - 5) : one.start])
    return bool(_AFTER.match(line.low, one.end))
