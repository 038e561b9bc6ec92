"""What no one can announce lies behind: "the Oct. 7 attack" in an article of 6 October is not tomorrow's.

A few such days are known by their date alone, whatever the article's year: "the October 7 attacks", "the Jan. 6 riot".

Watch out for what is announced ("the Nov. 5 election") and for what is feared ("ahead of an Oct. 9 strike").
"""

from __future__ import annotations

from datetime import date

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.spotters import words

_VIOLENCE = (
    "attack attacks assault massacre killing killings slaughter pogrom bombing bombings shooting shootings raid raids"
    " ambush airstrike blast blasts explosion explosions"
)
_ACCIDENTS = (
    "earthquake quake crash collision derailment disaster fire tornado flood floods accident sinking coup riot riots"
    " insurrection murder murders kidnapping kidnappings stabbing abduction outbreak mutiny"
)
_HAPPENED = rf"{words.one_of(f'{_VIOLENCE} {_ACCIDENTS}')}\b"
_AFTER = words.compiled(rf",? (?:[a-z'-]+ ){{0,3}}?(?P<noun>{_HAPPENED})")
_BEFORE = words.compiled(rf"\b(?P<noun>{_HAPPENED}) (?:of|on) (?:the )?\Z")
_LOOK_BACK, _LOOK_AHEAD = 20, 48
_NO_NAME = words.compiled(
    r",? (?:and|or|but|in|on|at|to|as|for|from|with|when|while|who|which|that|after|before|the)\b"
)
_KNOWN = {
    (10, 7): (2023, frozenset("attack attacks assault massacre killings slaughter pogrom raid".split())),
    (9, 11): (2001, frozenset("attack attacks".split())),
    (1, 6): (2021, frozenset("attack insurrection riot riots".split())),
}
"""Month and day, by whose year and with which nouns they have become a name."""


def happened(one: Candidate, line: Line) -> str | None:
    """The noun of what happened unforeseen on the candidate's day: "the Oct. 12 raid", "the raid of Oct. 12"."""
    match = _BEFORE.search(line.low, max(0, one.start - _LOOK_BACK), one.start)
    if match is None and not _NO_NAME.match(line.low, one.end):
        match = _AFTER.match(line.low, one.end, one.end + _LOOK_AHEAD)
    return match["noun"] if match else None


def known_day(meaning: Calendar, noun: str, published: date | None) -> date | None:
    """The day that its month, day and noun name by themselves; None before it had come."""
    year, nouns = _KNOWN.get((meaning.month or 0, meaning.day or 0), (0, frozenset[str]()))
    if noun not in nouns or not meaning.month or not meaning.day:
        return None
    day = date(year, meaning.month, meaning.day)
    return day if published is None or day <= published else None
