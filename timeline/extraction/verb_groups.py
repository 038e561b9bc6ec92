"""Where a sentence's finite verbs are: auxiliaries, adverbs and head as one group.

Watch out for: "led by" (a participle, not a verb), "talks" and "strikes" (nouns), "May" (a month), "set to" (a plan).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.extraction.grammar import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NOUNS_IN_LY,
    PREPOSITIONS,
    PROSPECTS,
    Tense,
    VerbGroup,
)
from timeline.extraction.verb_choice import settled, with_present_forms
from timeline.extraction.verbs import FORMS, INTRANSITIVE, REPORTING, Form, lookup
from timeline.extraction.words import QUOTE_MARKS, Word

_ADVERBS = frozenset(
    "also now already still then soon just later finally again even ever once twice both all further almost".split()
)


def verb_groups(words: Sequence[Word], dates: Collection[int] = ()) -> list[VerbGroup]:
    """The finite verb groups in order. ``dates`` are the indexes of words that tell a date and are no verbs."""
    found: list[VerbGroup] = []
    index = 0
    while index < len(words):
        group = None if index in dates else _group_at(words, index, dates)
        if group:
            found.append(group)
        index = group.last if group else index + 1
    return with_present_forms(words, settled(words, found, dates), dates)


def is_auxiliary(word: Word) -> bool:
    """Whether the word is a form of be, have or do, or a modal; "May" with a capital is a month."""
    return _plain(word) in BE | HAVE | DO | MODALS and not (word.lower == "may" and word.is_capital)


def _plain(word: Word) -> str:
    """The auxiliary within "hasn't", "won't", "can't"."""
    lower = word.lower
    return {"won't": "will", "can't": "can"}.get(lower, lower.removesuffix("n't"))


def _group_at(words: Sequence[Word], at: int, dates: Collection[int]) -> VerbGroup | None:
    if is_auxiliary(words[at]):
        return _with_auxiliaries(words, at, dates)
    return _bare(words, at, dates)


def _with_auxiliaries(words: Sequence[Word], at: int, dates: Collection[int]) -> VerbGroup | None:
    chain, negated, index = [], False, at
    modal = ""
    while index < len(words):
        lower, plain = words[index].lower, _plain(words[index])
        if plain in MODALS | BE | HAVE | DO:
            chain.append(plain)
            negated |= plain != lower and lower != "won't" or lower in ("won't", "cannot", "can't")
        elif lower in NEGATIONS and chain and not (lower == "no" and chain[-1] in BE | HAVE):
            negated = True
        elif chain and chain[-1] in BE and _prospect(words, index):
            index, modal = _prospect(words, index), words[index].lower
            chain.append("to")
        elif not (
            _is_adverb(lower)
            or chain
            and _quotes_adverb(words, index)
            or chain
            and (index in dates or index + 1 in dates and lower in ("on", "in", "late", "early"))
        ):
            break
        index += 1
    return _headed(words, at, index, chain, modal, negated)


def _prospect(words: Sequence[Word], at: int) -> int:
    """The index of "to" in "set to", "about to", "to" after a form of be, else 0."""
    lower = words[at].lower
    if lower == "to" and at + 1 < len(words) and _is_base(words[at + 1]):
        return at
    if lower in PROSPECTS and at + 2 < len(words) and words[at + 1].lower == "to" and _is_base(words[at + 2]):
        return at + 1
    return 0


def _is_base(word: Word) -> bool:
    known = FORMS.get(word.lower)
    return bool(known and Form.BASE in known[1]) or word.lower == "be"


def _quotes_adverb(words: Sequence[Word], at: int) -> bool:
    """A mark of 'had "unintentionally" shot down'."""
    beside = (*words[at - 1 : at], *words[at + 1 : at + 2])
    return words[at].text in QUOTE_MARKS and any(_is_adverb(word.lower) for word in beside)


def _is_adverb(lower: str) -> bool:
    return lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in NOUNS_IN_LY)


def _headed(
    words: Sequence[Word], at: int, index: int, chain: list[str], modal: str, negated: bool
) -> VerbGroup | None:
    """The group whose auxiliaries end before ``index``; without a fitting head the last auxiliary is the verb."""
    if chain and (chain[0] in ("be", "been", "being") or chain[0] == "have" and at and words[at - 1].lower == "to"):
        return None
    known = lookup(words[index].lower) if index < len(words) and not words[index].is_possessive else None
    last = chain[-1] if chain else ""
    tense = _tense(chain, modal)
    modal = modal or next((word for word in chain if word in MODALS), "")
    base, form = known or ("", Form(0))
    if last in BE and Form.ING in form:
        return VerbGroup(at, index + 1, index, base, tense, modal, progressive=True, negated=negated)
    if last in BE and Form.PARTICIPLE in form and base in REPORTING and (inner := _told_of(words, index + 1)):
        head, passive = inner
        known = lookup(words[head].lower)
        return VerbGroup(at, head + 1, head, known[0] if known else "", tense, modal, passive=passive, negated=negated)
    if last in BE and Form.PARTICIPLE in form:
        return VerbGroup(at, index + 1, index, base, tense, modal, "being" in chain, passive=True, negated=negated)
    if last in HAVE and Form.PARTICIPLE in form or last in MODALS | DO | {"to"} and Form.BASE in form:
        return VerbGroup(at, index + 1, index, base, tense, modal, negated=negated)
    if last in BE | HAVE | DO and (len(chain) > 1 or last not in ("be", "been", "being", "having", "am")):
        main = "be" if last in BE else "have" if last in HAVE else "do"
        return VerbGroup(at, max(at + 1, index), max(at, index - 1), main, tense, modal, negated=negated)
    return None


def _told_of(words: Sequence[Word], at: int) -> tuple[int, bool] | None:
    """What is told of the subject of "were reported": the verb of "killed" or "to have (been) killed", if passive."""
    after = [word.lower for word in words[at : at + 3]]
    infinitive = after[:2] == ["to", "have"]
    at += 2 * infinitive
    been = infinitive and at < len(words) and words[at].lower == "been"
    at += been
    known = lookup(words[at].lower) if at < len(words) else None
    if known is None or Form.PARTICIPLE not in known[1]:
        return None
    return at, been or not infinitive


def _tense(chain: list[str], modal: str) -> Tense:
    first = chain[0] if chain else ""
    if modal or first in MODALS:
        return Tense.MODAL
    if first in HAVE and len(chain) >= 1 and first != "having":
        return Tense.PLUPERFECT if first == "had" else Tense.PERFECT
    return Tense.PAST if first in ("was", "were", "did") else Tense.PRESENT


def _bare(words: Sequence[Word], at: int, dates: Collection[int]) -> VerbGroup | None:
    """A past form on its own that can be the verb here."""
    word = words[at]
    known = lookup(word.lower)
    if word.is_possessive or word.is_capital or at == 0 or not known or Form.PAST not in known[1]:
        return None
    if words[at - 1].text == "-" and words[at - 1].end == word.start:
        return None  # "U.S.-designated"
    before = [one.lower for one in words[max(0, at - 2) : at]]
    if "having" in before or before == ["to", "have"]:
        return None  # "having first placed", "suspected to have supplied"
    if _attributive(words, at, dates) or (Form.BASE in known[1] and _noun_before(words, at)):
        return None
    base, form = known
    return VerbGroup(
        at, at + 1, at, base, Tense.PAST, bare=True, open=Form.PARTICIPLE in form and base not in INTRANSITIVE
    )


def _noun_before(words: Sequence[Word], at: int) -> bool:
    """ "to hit", "a hit": the form is a base form or a noun here."""
    return words[at - 1].lower in DETERMINERS | {"to"} or words[at - 1].lower in MODALS


def _follows_infinitive(words: Sequence[Word], at: int) -> bool:
    """ "to quarantine infected people": what stands between an infinitive and its object."""
    known = FORMS.get(words[at - 1].lower)
    infinitive = at > 1 and words[at - 2].lower == "to" and known is not None and Form.BASE in known[1]
    after = words[at + 1] if at + 1 < len(words) else None
    return infinitive and after is not None and after.is_word and after.lower not in PREPOSITIONS | DETERMINERS


_MEASURED = ("-day", "-week", "-month", "-year", "-hour", "-old")
"""How an adjective ends that has a noun after it: "the two-day shut down"."""


def _attributive(words: Sequence[Word], at: int, dates: Collection[int]) -> bool:
    """An adjective's place: "the disputed border", "in occupied land", "two injured men", "Gaza's devastated north"."""
    before = words[at - 1]
    if before.lower.endswith(_MEASURED) or _follows_infinitive(words, at):
        return True
    if before.lower.endswith("ly") and before.lower not in NOUNS_IN_LY and at > 1 and words[at - 2].is_word:
        return _attributive(words, at - 1, dates) and not words[at - 1].is_capital
    if (
        before.lower in DETERMINERS - {"that", "this", "these", "those", "all"}
        or before.is_possessive
        and before.lower != "it's"
    ):
        return True
    if before.lower in PREPOSITIONS - {"as", "than", "after", "before"} and at - 1 not in dates:
        return before.lower not in ("in", "on", "off", "over", "by") or at + 1 < len(words) and words[at + 1].is_word
    after = words[at + 1] if at + 1 < len(words) else None
    counted = before.text[0].isdigit() or before.lower in ("hundred", "thousand", "million", "dozen", "dozens")
    if counted and at - 1 not in dates and after and after.is_word:
        return after.lower not in DETERMINERS | PREPOSITIONS and not after.text[0].isdigit()
    return before.lower in ("be", "been", "being", "get", "getting", "very", "so", "most")
