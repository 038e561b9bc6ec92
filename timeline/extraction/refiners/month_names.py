"""Is it a month? "may" is a verb, "march" a walk, "May" a name too; "Mar" and "Dec" need a number beside them.

A month is written with a capital. "May" and "March" that begin a sentence are doubted when a verb's object or a pronoun
follows ("May I say", "March on"), "March" also when nothing introduces it ("the March of Return"); a month after a
title or first name is a person ("Theresa May").
"""

from __future__ import annotations

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.spotters import words

LONGEST_OPENING = 6
"""Quotes and bullets that may stand before the first word of a sentence."""

_NAMING = "mr mrs ms minister president theresa james brian general colonel long salt great million_man"
_AFTER_NAME = words.compiled(rf"\b{words.one_of(_NAMING)}\.? \Z")
_VERBAL = (
    "not be have also well i we he she it they you the god this that of_return of_the on to through against for across"
)
_VERB_AFTER = words.compiled(rf" {words.one_of(_VERBAL)}\b")
_INTRODUCING = (
    "in of since until till by from to and or last next this early late mid during through before after between"
)
_INTRODUCES = words.compiled(rf"\b{words.one_of(_INTRODUCING)} \Z|[-,] ?\Z")
_A_WALK = words.compiled(r"\b(?:the|their|his|its|a|long) \Z")
_STOPS = words.compiled(r"[.,;:)\"'!?]|\Z")
_BESIDE_A_NUMBER = frozenset({"month-and-year", "month-and-day", "day-and-month"})
_DOUBTED = frozenset({"may", "march"})


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Drop months that are words or names."""
    return [one for one in candidates if not _doubtful(one, line)]


def _doubtful(one: Candidate, line: Line) -> bool:
    if one.rule in _BESIDE_A_NUMBER:
        return one.rule == "month-and-day" and line.text.startswith(("may", "march"), one.start)
    if one.rule == "month-pointed-at":
        return line.text.endswith((" may", " march"), 0, one.end)
    if one.rule != "month":
        return False
    return line.text[one.start : one.end].islower() or _is_word_or_name(one, line)


def _is_word_or_name(one: Candidate, line: Line) -> bool:
    word = line.low[one.start : one.end]
    if len(word) == 3 and word != "may":
        return True
    if _AFTER_NAME.search(line.low[max(0, one.start - 16) : one.start]):
        return True
    if one.start > len(word) and line.low.endswith(f" {word} ", 0, one.start):
        return True  # "in May May resigned": the second is a name
    if (
        word == "march"
        and _A_WALK.search(line.low[max(0, one.start - 8) : one.start])
        and _STOPS.match(line.low, one.end)
    ):
        return True
    if word not in _DOUBTED or not _VERB_AFTER.match(line.low, one.end):
        return False
    opens = one.start < LONGEST_OPENING and not line.low[: one.start].strip(" \"'(-*")
    return opens or word == "march" and not _INTRODUCES.search(line.low[max(0, one.start - 12) : one.start])
