"""Article text -> sentences with offsets.

A sentence ends at a full stop, question or exclamation mark (and the closing quotes or brackets after it) that
is followed by white space, unless the stop belongs to an abbreviation ("Gen. Smith", "Oct. 7", "6 a.m. on"), to
initials ("J. F. Kennedy") or the next word goes on in lower case. A line end ends a sentence too, so headings,
list items and the entries of a chronology stand alone; only a line that was merely wrapped goes on in the next.
A colon ends nothing: "Oct. 7, 2023: Rockets are fired." is one sentence.
"""

from __future__ import annotations

import re

from timeline.extraction.mentions import Sentence

WRAPPED_LINE = 50
"""A line shorter than this was ended on purpose, not wrapped by a mail program."""

ABBREVIATIONS = frozenset(
    "gen lt col maj capt cpl sgt adm brig cmdr pvt rev hon pres gov sen rep prof dr mr mrs ms st sr jr vs inc corp"
    " co ltd"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    " approx ca cf e.g i.e etc al no nos vol pp p fig ed est dept univ bros mt ft messrs supt det insp".split()
)
"""Words whose full stop is their own. "No." and "Sun." are judged by what follows them (see ``_ENDS_ANYWAY``)."""

_ENDS_ANYWAY = frozenset("etc al inc corp co ltd no sun sat mon wed jr sr dec mar".split())
"""Abbreviations that may also close a sentence, or words that look like one: then the next word decides."""

_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!?…؟۔][\"'”’»)\]]{0,3}(?=\s)")
_LAST_WORD = re.compile(r"[\w.&]+\Z")
_INITIAL = re.compile(r"(?:[A-Za-zأدא-ת]\.)*[A-Za-zأدא-ת]\Z")
_AFTER_CLOCK = re.compile(
    r"(?:[A-Z]{2,4}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[A-Z][a-z]+ time\b"
    r"|\(|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:[a-z]{2,6}|\.)? [0-9]"
)
"""What goes on after "a.m.": a zone, a weekday, a bracket, a date."""

_LOOK_BACK = 24


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; their texts are stripped of white space, empty ones left out."""
    found: list[Sentence] = []
    for start, end in _blocks(text):
        for first, last in _cut(text, start, end):
            found.append(Sentence(len(found), first, last, text[first:last]))
    return tuple(found)


def _blocks(text: str) -> list[tuple[int, int]]:
    """Lines, a wrapped line joined with the one it goes on in."""
    blocks: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if blocks and _goes_on(text, *blocks[-1], start):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    """Whether the line before was wrapped: long, without a stop, and the next begins in lower case or with a digit."""
    line_start = max(text.rfind("\n", start, end) + 1, start)
    if end - line_start < WRAPPED_LINE or following - end > 2 or text.count("\n", end, following) > 1:
        return False
    return text[end - 1] not in '.!?:;”"' and (text[following].islower() or text[following].isdigit())


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces, first = [], start
    for match in _STOP.finditer(text, start, end):
        if _ends(text, match, end):
            pieces.append(_stripped(text, first, match.end()))
            first = match.end()
    pieces.append(_stripped(text, first, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _stripped(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : min(end, stop.end() + _LOOK_BACK)].lstrip()
    if not following or following[0].islower():
        return not following
    if text[stop.start()] != "." or text[stop.start() - 1] == ".":
        return True
    return not _is_abbreviated(text[max(0, stop.start() - _LOOK_BACK) : stop.start()], following)


def _is_abbreviated(before: str, following: str) -> bool:
    """Whether the stop after ``before`` belongs to its last word."""
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last.group().lower()
    if word in ABBREVIATIONS:
        return following[0].isdigit() if word in _ENDS_ANYWAY else True
    if not _INITIAL.match(last.group()):
        return False
    if word in ("a.m", "p.m"):
        return following[0].isdigit() or bool(_AFTER_CLOCK.match(following))
    return "." not in word or not following[0].isupper() or following.split(" ", 1)[0].lower() in _NAMED_BY_INITIALS


_NAMED_BY_INITIALS = frozenset(
    (
        "president secretary army navy air marine marines state senate house congress security forces troops officials"
        " embassy ambassador envoy special supreme district attorney department government military treasury general"
        " human rights"
    ).split()
)
"""Words that go on after "U.S." or "U.N." rather than begin a sentence."""
