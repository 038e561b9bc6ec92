"""A clause's subject, without what only leads up to it, stands aside, or places it in time."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.clauses import Clause
from timeline.extraction.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    NOUNS_IN_LY,
    PREPOSITIONS,
    RELATIVIZERS,
    SUBORDINATORS,
)
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.spotters.words import CARDINALS
from timeline.extraction.trimming import kept_words
from timeline.extraction.verbs import Form, lookup
from timeline.extraction.words import Word

LOOSE_ADVERBS = frozenset(
    "also then later already just subsequently meanwhile earlier still again however too now soon".split()
)
KEPT_ASIDES = (("led", "by"), ("headed", "by"))
"""Asides of a subject that name who matters ("its delegation, led by …,")."""
_LINKS = CONJUNCTIONS | LOOSE_ADVERBS | {"meanwhile", "however"}
_LEADS = (
    PREPOSITIONS
    | SUBORDINATORS
    | frozenset("earlier later meanwhile separately also then however yet and but so early late still back".split())
)
_QUANTIFIERS = frozenset(
    {("at", "least"), ("more", "than"), ("up", "to"), ("as", "many"), ("about",), ("around",), ("over",), ("under",)}
)


def subject_of(parsed: ParsedSentence, clause: Clause) -> list[Word | str]:
    """The clause's subject without leading adverbials, asides and dates."""
    first, last = clause.subject
    first = max(first, parsed.body)
    words = _without_brackets([(at, parsed.words[at]) for at in kept_words(parsed, first, last)])
    closed = last > first and parsed.words[last - 1].text == ","  # an aside ends where the verb begins
    words = _without_lead(_without_rest_of_date(words, first, closed=closed), closed=closed)
    while words and words[-1][1].lower in LOOSE_ADVERBS:
        words.pop()
    side, words = _side(parsed.words, first, words)
    plain = without_asides([word for _, word in words], closed=closed)
    return _on_a_side(side, plain) if side else plain


def _without_brackets(words: list[tuple[int, Word]]) -> list[tuple[int, Word]]:
    """Without what stands between round brackets ("the Front (SLF) fighters")."""
    kept: list[tuple[int, Word]] = []
    depth = 0
    for at, word in words:
        depth += word.text == "("
        if depth <= 0:
            kept.append((at, word))
        depth -= word.text == ")"
    return kept if depth == 0 else words


def _without_lead(words: list[tuple[int, Word]], *, closed: bool) -> list[tuple[int, Word]]:
    """Without "On the Israeli side,", "Meanwhile,", "But" and closing quotes at the beginning."""
    while words:
        lower = words[0][1].lower
        comma = next((i for i, (_, word) in enumerate(words) if word.text == ","), None)
        if _names_the_day(words) and comma is not None:
            words = words[comma + 1 :]
            continue
        mark = not words[0][1].is_word and words[0][1].text not in '“"'
        hedge = len(words) > 1 and lower in _HEDGES
        if mark or hedge or lower in _LINKS or lower == "that" and len(words) > 1 and words[1][1].is_capital:
            words = words[1:]
        elif comma is not None and _leads_up(words):
            words = _without_region(words[comma + 1 :], closed=closed)
        else:
            break
    return words


_HEDGES = frozenset("reportedly allegedly apparently eventually subsequently additionally".split())


def _without_rest_of_date(words: list[tuple[int, Word]], first: int, *, closed: bool) -> list[tuple[int, Word]]:
    """Without "deadline," of "Two days after that deadline, aircraft …", "Hours earlier," and "Very" early Monday,."""
    comma = next((i for i, (_, word) in enumerate(words[:4]) if word.text == ","), None)
    if comma is None or not words[comma + 1 :]:
        return words
    left = words[0][0] > first and comma > 0 and words[0][1].text.islower() and not closed
    counted = words[0][1].lower in _TIME_UNITS and words[comma - 1][1].lower in ("earlier", "later", "before", "after")
    degree = comma == 1 and words[0][1].lower in ("very", "about", "around", "shortly", "just")
    return words[comma + 1 :] if left or counted or degree else words


_TIME_UNITS = frozenset({"hours", "minutes", "moments", "days", "weeks", "months", "years"})
_ONE_UNIT = frozenset({"hour", "minute", "day", "week", "month", "year"})
_SIDES = frozenset({"after", "before", "into", "later", "earlier", "prior", "ahead"})


def _names_the_day(words: list[tuple[int, Word]]) -> bool:
    """ "the day of the strike," after a date that was left out."""
    return len(words) > 1 and words[0][1].lower == "the" and words[1][1].lower in _DAY_NAMES


_DAY_NAMES = frozenset({"day", "eve", "anniversary", "morning", "night"})


def _leads_up(words: list[tuple[int, Word]]) -> bool:
    """Whether an adverbial comes first ("In Dorn", "Earlier", "Citing a report"), and not "at least 12 people"."""
    lower = words[0][1].lower
    pair = tuple(word.lower for _, word in words[:2])
    if pair in _QUANTIFIERS or (lower,) in _QUANTIFIERS and _is_number(words[1:2]):
        return False
    if len(words) > 2 and words[1][1].lower in _TIME_UNITS | _ONE_UNIT and words[2][1].lower in _SIDES:
        return True  # "Two days after the raid, aircraft …"
    known = lookup(lower)
    if known and Form.PARTICIPLE in known[1] and Form.BASE not in known[1] and len(words) > 1:
        return words[1][1].lower in PREPOSITIONS | DETERMINERS  # "Called the Harbour Race, it drew …"
    return lower in _LEADS or lower.endswith(("ly", "ing"))


def _without_region(words: list[tuple[int, Word]], *, closed: bool) -> list[tuple[int, Word]]:
    """Without the second half of "In Concord, New Hampshire, a truck": names alone up to a comma."""
    comma = next((i for i, (_, word) in enumerate(words[:5]) if word.text == ","), 0)
    named = comma and all(word.is_capital for _, word in words[:comma]) and words[0][1].lower not in ("the", "a", "an")
    rest = words[comma + 1 :]
    if named and rest and rest[0][1].is_capital and not closed:
        rest = _without_region(rest, closed=closed)  # "…, New Hampshire, United States, a truck"
    return (
        rest
        if named
        and rest
        and (rest[0][1].lower in ("a", "an", "the") or rest[0][1].is_capital)
        and not _is_list([w for _, w in words], [comma])
        else words
    )


def _is_number(words: list[tuple[int, Word]]) -> bool:
    return bool(words) and (words[0][1].text[0].isdigit() or words[0][1].lower in CARDINALS)


def _side(
    words: Sequence[Word], first: int, kept: list[tuple[int, Word]]
) -> tuple[Word | None, list[tuple[int, Word]]]:
    """ "On the Israeli side, a delegation": the adjective that then belongs to the subject."""
    opening = [word.lower for word in words[first : first + 5]]
    if (
        opening[:2] == ["on", "the"]
        and opening[3:5] == ["side", ","]
        and kept
        and kept[0][1].lower in ("a", "an", "the")
    ):
        return words[first + 2], kept
    return None, kept


def _on_a_side(side: Word, plain: list[Word | str]) -> list[Word | str]:
    article = "The" if str(text_of(plain[0])).lower() == "the" else "An" if side.lower[0] in "aeiou" else "A"
    return [article, side, *plain[1:]]


_ASIDE_WORDS = frozenset({"among", "including", "which", "who"})


def without_asides(words: Sequence[Word], *, closed: bool = False) -> list[Word | str]:
    """Without what stands between two commas, unless the commas are those of a list or the aside names a leader.

    ``closed`` when a comma stood after the words, so that all from the first on may be one aside.
    """
    commas = [i for i, word in enumerate(words) if word.text == ","]
    if not commas or _is_list(words, commas) and not any(word.lower in _ASIDE_WORDS for word in words[commas[0] :]):
        return list(words)
    aside = tuple(word.lower for word in words[commas[0] + 1 : commas[0] + 3])
    if aside in KEPT_ASIDES:
        closing = commas[1] if len(commas) > 1 else len(words)
        return [*words[:closing], ","] if len(commas) > 1 else [*words, ","]
    goes_on = len(commas) > 1 and words[commas[0] + 1].lower in DETERMINERS and words[commas[1] + 1 :][:1]
    if closed or goes_on and words[commas[1] + 1].is_capital:
        return list(words[: commas[0]])  # "X, owner of a lodge near Pretoria, South Africa," is one aside
    rest = words[commas[1] + 1 :] if len(commas) > 1 else []
    return [*words[: commas[0]], *rest]


def _is_list(words: Sequence[Word], commas: Sequence[int]) -> bool:
    after = words[commas[-1] + 1].lower if commas[-1] + 1 < len(words) else ""
    joins = any(word.lower in ("and", "or") for word in words[commas[-1] :])
    return after in ("and", "or") or joins and len(words) - commas[0] <= 8


def shortened(subject: Sequence[Word | str]) -> list[Word | str]:
    """A long subject up to its first comma, relative clause, or preposition that is not "of"."""
    for at, word in enumerate(subject):
        lower = str(text_of(word)).lower()
        if at > 1 and (lower in PREPOSITIONS - {"of", "than"} or lower in RELATIVIZERS or lower == ","):
            return _without_participle(subject[:at])
    return list(subject)


def named_alone(subject: Sequence[Word | str]) -> list[Word | str]:
    """A person's name without what he or she is: "former Vice President of the Union Ann Lee" is "Ann Lee"."""
    lowers = [str(text_of(word)).lower() for word in subject]
    first = len(subject)
    while first and str(text_of(subject[first - 1]))[:1].isupper() and lowers[first - 1] not in _OFFICES:
        first -= 1
    titled = any(lower in _OFFICES for lower in lowers[:first]) and not {"and", ","} & set(lowers)
    if len(subject) - first > 3:
        first = len(subject) - 2  # "… of Dorn Province Ann Lee"
    return list(subject[first:]) if titled and len(subject) - first >= 2 else list(subject)


_OFFICES = frozenset(
    """
president prime minister premier chancellor king queen judge justice governor senator representative mayor secretary
general admiral colonel chief leader commissioner ambassador envoy spokesman spokesperson spokeswoman chairman director
candidate officer
""".split()
)


def _without_participle(subject: Sequence[Word | str]) -> list[Word | str]:
    """ "A road accident followed", cut before its "by", as "A road accident"."""
    known = lookup(text_of(subject[-1]).lower())
    reduced = (
        len(subject) > 2 and known is not None and known[1] & (Form.PARTICIPLE | Form.ING) and Form.BASE not in known[1]
    )
    return list(subject[:-1] if reduced else subject)


def text_of(word: Word | str) -> str:
    """A word of the article, or one put in its place, as text."""
    return word if isinstance(word, str) else word.text


def head_noun(subject: Sequence[Word | str] | None) -> str:
    """The last word of the subject before its first preposition or comma, in lower case."""
    head = ""
    for word in subject or ():
        lower = word.lower if isinstance(word, Word) else word.lower()
        if head and (lower in PREPOSITIONS or lower in (",", "who", "which", "led")):
            break
        if not head or not lower.endswith("ly") or lower in NOUNS_IN_LY:  # "the attack reportedly"
            head = lower
    return head
