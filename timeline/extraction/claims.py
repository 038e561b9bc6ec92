"""Figures as claims: how many killed, wounded, taken, held, freed or displaced, and by whose word.

Newsrooms disagree on figures for one day, so a figure belongs to a source and never to "the" event. Vague words
("dozens", "tens of thousands") are kept as words, with no numbers put into
anybody's mouth: low, best and high are None.
"""

from __future__ import annotations

import re
from typing import Any

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2})?"
_SPELT = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
_SCALE = r"\s+(?:dozen|hundred|thousand|million)\b"
_NUMBER = rf"(?:(?:{_DIGITS})|(?:{_SPELT}|a)(?={_SCALE})|(?:{_SPELT})\b)(?:{_SCALE})?"
_VAGUE = r"(?:(?:tens|hundreds|dozens) of thousands|scores|dozens|hundreds|thousands|several|a few)(?: of)?"
_LEAST = r"at least|no fewer than|not less than|a minimum of"
_ABOVE = r"more than|(?<!handed )(?<!hand )(?<!handing )(?<!took )over|upwards of"
_LOWER_BOUNDS = ("at least", "no fewer than", "not less than", "a minimum of", "more than", "over", "upwards of")
_ABOUT = (
    r"about|around|some|roughly|approximately|nearly|almost|an estimated|close to|up to|as many as|fewer than|less than"
)
_QUANTITY = (
    rf"(?:(?P<between>between\s+(?P<low>{_NUMBER})\s+and\s+(?P<high>{_NUMBER}))"
    rf"|(?:(?P<bound>{_LEAST}|{_ABOVE}|{_ABOUT})\s+)?(?P<number>{_NUMBER})(?:\s*(?:[-–]|to|or)\s*(?P<upto>{_DIGITS}))?"
    rf"|(?P<vague>{_VAGUE}))"
)
_NOT_PEOPLE = (
    r"(?!\s*-|\s+(?:years?|months?|weeks?|days?|hours?|minutes?|per\s+cent|percent|km|miles|rockets|targets|points?)\b)"
)
_FILL = r"(?:(?!(?:and|or|but|after|before|when|while|killing|wounding|injuring)\b)[^\W\d_][\w’'\-]*\s+){0,4}?"
_VERBS = {
    "killed": r"killed|dead|die|died|dies|deaths?|slain|fatalities|lives",
    "wounded": r"wounded|wounding",
    "injured": r"injured|injuries|hurt",
    "hostages": r"(?:taken\s+|held\s+)?(?:hostages?|captives?)|abducted|kidnapped|captured",
    "prisoners": r"prisoners?|detainees?|inmates?",
    "displaced": r"displaced|forced\s+from\s+their\s+homes|evacuated|fled",
    "arrested": r"arrested|detained",
    "missing": r"missing",
}
_AFTER = "|".join(f"(?P<{what}>{words})" for what, words in _VERBS.items())
_CLAIM = re.compile(
    rf"(?<![\w,.\-])(?:{_QUANTITY}){_NOT_PEOPLE}\s+{_FILL}(?:was\s+|were\s+|been\s+|are\s+|being\s+)?(?:{_AFTER})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:(?P<killed>kill(?:ed|ing|s)|death\s+toll\s+\w+(?:\s+to)?)|(?P<wounded>wound(?:ed|ing|s))"
    rf"|(?P<injured>injur(?:ed|ing|es))|(?P<hostages>abduct(?:ed|ing)|kidnapp(?:ed|ing))"
    rf"|(?P<displaced>displac(?:ed|ing))|(?P<arrested>arrest(?:ed|ing)))\s+{_QUANTITY}"
    rf"(?=[\s,.;”\"]|$){_NOT_PEOPLE}(?:\s+(?:people|civilians|others|children|women|soldiers))?",
    re.IGNORECASE,
)
MAX_FIGURES = 20
"""Claims kept of one sentence: a table of figures is not prose."""


def claims_in(text: str, by: str | None = None) -> tuple[dict[str, Any], ...]:
    """The figures of a sentence, in order, each with the words that tell it and ``by`` whom it is told."""
    spans: list[tuple[int, int, dict[str, Any]]] = []
    for pattern in (_BEFORE, _CLAIM):
        for match in pattern.finditer(text):
            if not _is_year(match) and not any(start < match.end() and match.start() < end for start, end, _ in spans):
                spans.append((match.start(), match.end(), _claim(match, by)))
    return tuple(claim for _, _, claim in sorted(spans, key=lambda row: row[:2])[:MAX_FIGURES])


def _is_year(match: re.Match[str]) -> bool:
    """Whether the bare figure is a year: "the September 2015 deaths". Newsrooms write 2,015 people with a comma."""
    return bool(not match.group("bound") and re.fullmatch(r"(?:19|20)\d\d", match.group("number") or ""))


def _claim(match: re.Match[str], by: str | None) -> dict[str, Any]:
    what = next(name for name in _VERBS if name in match.re.groupindex and match.group(name))
    low, best, high, exact = _figures(match)
    return {
        "what": what,
        "low": low,
        "best": best,
        "high": high,
        "exact": exact,
        "words": match.group().strip(),
        "by": by,
    }


def _figures(match: re.Match[str]) -> tuple[int | None, int | None, int | None, bool]:
    if match.group("vague"):
        return None, None, None, False
    if match.group("between"):
        return _value(match.group("low")), None, _value(match.group("high")), False
    number = _value(match.group("number"))
    if match.group("upto"):
        return number, None, _value(match.group("upto")), False
    bound = (match.group("bound") or "").lower()
    if bound in _LOWER_BOUNDS:
        return number, number, None, False
    if bound in ("up to", "as many as", "fewer than", "less than"):
        return None, number, number, False
    return number, number, number, not bound


def _value(words: str) -> int:
    """ "1,200", "twenty-one", "a hundred", "2.5 million" as a number."""
    first, _, scale = words.lower().replace(",", "").partition(" ")
    number = float(first) if first[0].isdigit() else sum(_WORDS.get(part, 1) for part in first.split("-"))
    return int(number * _SCALES.get(scale.strip(), 1))


_ANY_NUMBER = re.compile(rf"(?<![\w.,\-]){_NUMBER}(?![\w\-])", re.IGNORECASE)


def numbers_in(text: str) -> frozenset[int]:
    """The numbers that a text gives in figures or words, whatever they count."""
    return frozenset(_value(match.group()) for match in _ANY_NUMBER.finditer(text))
