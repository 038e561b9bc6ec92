"""Which of the words that may be verbs are the verbs of their clauses.

Past forms double as participles ("a group led by X"), present forms as nouns ("strikes", "talks").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline.extraction.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    RELATIVIZERS,
    SUBORDINATORS,
    Tense,
    VerbGroup,
)
from timeline.extraction.verbs import FORMS, NOUNISH, REPORTING, Form
from timeline.extraction.words import Word


def settled(words: Sequence[Word], found: list[VerbGroup], dates: Collection[int]) -> list[VerbGroup]:
    """Only those open forms that are the verb of a clause: "a group led by X arrived" keeps "arrived"."""
    kept: list[VerbGroup] = []
    for number, group in enumerate(found):
        if not (group.open and _is_reduced(words, group, kept, found[number + 1 :], dates)):
            kept.append(replace(group, open=False))
    return kept


def _is_reduced(
    words: Sequence[Word], group: VerbGroup, before: list[VerbGroup], after: list[VerbGroup], dates: Collection[int]
) -> bool:
    after_adverb = group.last + (
        group.last + 1 < len(words) and words[group.last].lower in ("only", "mainly", "simply")
    )
    following = words[after_adverb].lower if after_adverb < len(words) else "."
    trailing = (
        group.last in dates or following in PREPOSITIONS or following in ("to", ",", ".") or not following[0].isalnum()
    )
    adverb = group.first > 1 and words[group.first - 1].lower in ("first", "then", "later", "newly", "once", "also")
    previous = words[group.first - 1 - adverb].lower
    if adverb and previous != ",":
        previous = words[group.first - 1].lower
    if _absolute(words, group.first) or bool(after) and group.last == after[0].first and not group.reports:
        return True  # "the resources sent included …"
    if following == "by" or group.base in _NAMED and trailing:
        return True
    if trailing and before and before[-1].tense == Tense.PRESENT and previous not in CONJUNCTIONS | RELATIVIZERS:
        return True  # "comes from the primaries and caucuses held on one day"
    rival = next((other for other in after if not other.reports), None)
    if rival is not None and trailing and not before and _in_leading_phrase(words, group, rival):
        return True
    if adverb and trailing and before:
        return True
    if previous == ",":
        return trailing and (rival is not None or bool(before and not before[-1].reports))
    resumes = len(before) == 1 and words[before[-1].first - 1].lower in RELATIVIZERS | {"that"}
    if before and not before[-1].reports and not resumes and not _opening_between(words, before[-1].last, group.first):
        return True
    between = rival and _opening_between(words, group.last, rival.first)
    return trailing and group.base not in REPORTING and rival is not None and not between


_NAMED = frozenset({"base", "aim", "name", "entitl", "titl", "dubb", "nicknam"})
"""Participles that name what stands before them, listed verbs and stems of others."""


def _in_leading_phrase(words: Sequence[Word], group: VerbGroup, rival: VerbGroup) -> bool:
    """ "In findings published on Tuesday, researchers …": a participle in what only leads up to the subject."""
    leads = words[0].lower in PREPOSITIONS and not any(word.text == "," for word in words[: group.first])
    return leads and any(word.text == "," for word in words[group.last : rival.first])


def _absolute(words: Sequence[Word], at: int) -> bool:
    """ "With tens of thousands killed and …,": a participle without a verb, from the sentence's "with" to its comma."""
    first = next((i for i in range(at - 1, -1, -1) if words[i].text in ",;:—–" or words[i].lower == "with"), None)
    return first is not None and words[first].lower == "with" and (first == 0 or words[first - 1].text == ",")


def _opening_between(words: Sequence[Word], first: int, last: int) -> bool:
    marks = CONJUNCTIONS | SUBORDINATORS | RELATIVIZERS | {",", ";", ":", "that", "what", "—", "–", "”", "“"}
    return any(word.lower in marks for word in words[first:last])


def with_present_forms(words: Sequence[Word], found: list[VerbGroup], dates: Collection[int]) -> list[VerbGroup]:
    """The groups with present-tense verbs: plain ones anywhere, noun-like ones only where there is no other."""
    plain = [
        g for at in range(1, len(words)) if (g := _present(words, at, dates, nounish=False)) and not _covered(at, found)
    ]
    everything = sorted([*found, *plain], key=lambda group: group.first)
    if everything:
        return _with_first_of_pair(words, everything, dates)
    noun_like = (_present(words, at, dates, nounish=True) for at in range(1, len(words)))
    return [group for group in noun_like if group][:1]


def _with_first_of_pair(words: Sequence[Word], groups: list[VerbGroup], dates: Collection[int]) -> list[VerbGroup]:
    """ "Biden visits Tel Aviv and announces": a verb that shares its subject has a verb before it."""
    first = groups[0]
    if first.tense != Tense.PRESENT or words[first.first - 1].lower not in ("and", "but"):
        return groups
    noun_like = (_present(words, at, dates, nounish=True) for at in range(1, first.first))
    return [*[group for group in noun_like if group][:1], *groups]


def _covered(at: int, found: Sequence[VerbGroup]) -> bool:
    return any(group.first <= at < group.last for group in found)


def _present(words: Sequence[Word], at: int, dates: Collection[int], *, nounish: bool) -> VerbGroup | None:
    word, before = words[at], words[at - 1]
    known = FORMS.get(word.lower)
    if at in dates or not known or not known[1] & (Form.BASE | Form.THIRD) or word.is_capital or known[1] & Form.PAST:
        return None
    if (
        (known[0] in NOUNISH and before.lower not in RELATIVIZERS) != nounish
        or known[0] in ("be", "have", "do")
        or not before.is_word
        and not nounish
        and before.text not in ',”")'
    ):
        return None
    if before.lower in DETERMINERS | PREPOSITIONS | MODALS | {"to"} or before.is_possessive or before.text[0].isdigit():
        return None
    if Form.THIRD not in known[1] and not _plural(before) and word.lower != "say":
        return None
    if nounish and not _object_follows(words, at):
        return None
    return VerbGroup(at, at + 1, at, known[0], Tense.PRESENT, bare=True)


def _plural(word: Word) -> bool:
    return (
        word.lower in ("they", "we", "i", "you", "who", "people", "which", "police")
        or word.lower.endswith("s")
        or not word.is_word
    )


def _object_follows(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return bool(
        after
        and after.is_word
        and (after.lower in DETERMINERS | PREPOSITIONS - {"of"} or after.is_capital or after.text[0].isdigit())
    )
