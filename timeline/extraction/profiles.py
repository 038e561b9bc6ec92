"""One telling of a happening as it is compared with another: its deeds, names, places, numbers and words, folded.

A :class:`Report` is what is known of a draft or an event; its :class:`Profile` is made once and compared often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from timeline.dates import EventDate
from timeline.extraction.claims import numbers_in
from timeline.extraction.deeds import CAUSES, KNOWN_WORDS, TOLLS, base, deed_of, deeds_in, targets_in
from timeline.extraction.drafts import EventDraft
from timeline.extraction.vocabulary import fold
from timeline.extraction.words import Word, without_possessive, words_of

STEM: Final = 6
"""Letters by which two forms of a word are taken for one ("Israel", "Israeli")."""

FEWEST: Final = 3
"""Below this a number says little: "two" is in half of all sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One telling: ``kind`` a key or "", ``actors`` and ``places`` names or keys, the same on both sides.

    ``claims`` are figures as :mod:`timeline.extraction.claims` gives them; ``quotes`` the sentences behind it.
    """

    headline: str
    quotes: tuple[str, ...]
    date: EventDate | None
    standing: str = "reported"
    kind: str = ""
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    claims: tuple[Mapping[str, Any], ...] = ()


def report_of(draft: EventDraft) -> Report:
    """A draft as the engine gives it, ready to be compared."""
    return Report(
        headline=draft.headline,
        quotes=tuple(citation.quote for citation in draft.citations),
        date=draft.date,
        standing=str(draft.standing),
        kind=draft.kind or "",
        actors=frozenset(draft.actors),
        places=frozenset(draft.places),
        claims=draft.claims,
    )


@dataclass(frozen=True, slots=True)
class Profile:
    """A report with what its words tell.

    ``deeds`` and ``around`` are the deeds of the headline and of its quotations, each with its word. ``stems`` are the
    headline's words by stem, ``quoted`` those of headline and quotations. ``agents`` are names that stand before the
    headline's verb, ``surely`` without those that only the beginning of the sentence may have made capital.
    ``patients`` are the names after it; ``targets`` what it says was hit, ``targeted`` with the quotations.
    ``sites`` are names after "in", "at", "near" …; ``numerals`` ordinals ("second"), those of the headline apart.
    """

    report: Report
    deeds: Mapping[str, str]
    around: Mapping[str, str]
    stems: Mapping[str, str]
    quoted: Mapping[str, str]
    names: Mapping[str, str]
    agents: frozenset[str]
    surely: frozenset[str]
    patients: frozenset[str]
    targets: frozenset[str]
    targeted: frozenset[str]
    sites: Mapping[str, str]
    numbers: frozenset[int]
    numerals: frozenset[str] = field(default=frozenset())
    headed: frozenset[str] = field(default=frozenset())


def profile(report: Report) -> Profile:
    """What is compared of a report."""
    head, whole = words_of(report.headline), [words_of(text) for text in (report.headline, *report.quotes)]
    every = [word for words in whole for word in words]
    names = {stem: word for words in whole for stem, word in _names(words).items()}
    told = deeds_in(word.lower for word in every)
    agents, surely, patients = _roles(
        head, frozenset(stem_of(word) for actor in report.actors for word in actor.split())
    )
    return Profile(
        report=report,
        deeds=_with_cause(deeds_in(word.lower for word in head), told),
        around=told,
        stems=_stems(head),
        quoted=_stems(every),
        names=names,
        agents=agents,
        surely=surely,
        patients=patients,
        targets=targets_in(word.lower for word in head),
        targeted=targets_in(word.lower for word in every),
        sites={stem: word for words in whole for stem, word in _sites(words).items()},
        numbers=_numbers((report.headline, *report.quotes)),
        numerals=_numerals(every),
        headed=_numerals(head),
    )


_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth another".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = "january february march april may june july august september october november december".split()
_EMPTY = frozenset(
    """
a an the of in on at to for from by with and or but as that this these those it its his her their he she they who
which whom was were is are be been being has have had will would shall may might can could after before during since
until over under about into near off out up down than then also not no all more most least some any each other early
late morning afternoon evening night day days week month year ago today yesterday told tell say says said according
people person group official officials spokesman ministry minister government one two first new where when while between
against under led were there here them him our more several many around nearly roughly
""".split()
)
_PLACING = frozenset("in at near outside inside on off around to into from towards across over".split())
_TOWNS = frozenset("town village city district quarter port province region suburb island".split())
_PROCLITIC = re.compile(r"^(?:[وف]?[بكل]?ال|[ובלמהשכ](?=.{4}))")
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{'|'.join(_MONTHS)})|(?:{'|'.join(_MONTHS)})\s+\d{{1,2}}|(?:19|20)\d\d)\b", re.IGNORECASE
)


@lru_cache(maxsize=KNOWN_WORDS)
def stem_of(word: str) -> str:
    """The folded beginning of a word's base, by which it is compared."""
    plain = fold(base(without_possessive(word.lower())))
    return _PROCLITIC.sub("", plain)[:STEM]


def _key(lower: str) -> str:
    """What a word counts as: its deed, so that "struck" and "bombed" are one, else its stem."""
    return f"~{deed}" if (deed := deed_of(lower)) else stem_of(lower)


def _is_calendar(word: Word) -> bool:
    return word.lower in _DAYS or word.lower in _MONTHS


def _stems(words: Iterable[Word]) -> dict[str, str]:
    """The words that carry meaning, by stem: no dates, no function words, no numbers."""
    kept = [word for word in words if word.text[0].isalpha() and len(word.text) > 2 and not _is_calendar(word)]
    return {_key(word.lower): without_possessive(word.text) for word in kept if word.lower not in _EMPTY}


def _is_name(words: Sequence[Word], at: int) -> bool:
    """A capital inside the sentence, or at its beginning when another follows ("Benny Gantz resigned")."""
    word = words[at]
    if not word.is_capital or _is_calendar(word) or word.lower in _EMPTY:
        return False
    return at > 0 or (len(words) > 1 and words[1].is_capital and not _is_calendar(words[1]))


def _names(words: Sequence[Word]) -> dict[str, str]:
    return {stem_of(word.lower): without_possessive(word.text) for at, word in enumerate(words) if _is_name(words, at)}


def _is_somewhere(lower: str) -> bool:
    """What is "of" a town: "the market of Dorn", "the village of Ostrov"."""
    return lower in _TOWNS or bool(targets_in([lower]))


def _sites(words: Sequence[Word]) -> dict[str, str]:
    """Names after a preposition of place, to the end of the name: "in Khan Younis" gives both words."""
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if word.lower not in _PLACING and not (word.lower == "of" and at and _is_somewhere(words[at - 1].lower)):
            continue
        after = at + 1
        while after < len(words) and (words[after].lower in ("the", "of") or words[after].lower in _TOWNS):
            after += 1
        last = next((end for end in range(after, len(words)) if not _is_name(words, end)), len(words))
        name = " ".join(without_possessive(one.text) for one in words[after:last])
        found |= {stem_of(one.lower): name for one in words[after:last]}
    return found


_BE = frozenset("is are was were be been being has have had will would to".split())


def _roles(head: Sequence[Word], known: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Who may do it, who surely does, and the names on the other side of the verb.

    Before the first deed in the active voice, after "by" in the passive. A capital at the beginning may be anybody's;
    it is a name where ``known`` actors have it.
    """
    first = next((at for at, word in enumerate(head) if at and deeds_in([word.lower]) and not word.is_capital), None)
    if first is None:
        return frozenset(), frozenset(), frozenset()
    before, after = head[:first], head[first:]
    opening = frozenset({stem_of(before[0].lower)} if before[0].is_capital else ())
    subject = frozenset(_names(before))
    if _is_passive(head, first):
        by = next((at for at, word in enumerate(after) if word.lower == "by"), len(after))
        named = frozenset(_names((*_NOBODY, *after[by:])))
        return named, named, subject | opening
    return subject | opening, subject | opening & known, frozenset(_names((*_NOBODY, *after)))


_NOBODY = words_of("-")
"""Stands before words that begin inside a sentence, so that a capital counts there."""


def _is_passive(head: Sequence[Word], at: int) -> bool:
    return head[at - 1].lower in _BE and head[at].lower.endswith(("ed", "n", "t"))


def _with_cause(deeds: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """A headline that tells the toll alone has the cause that its sentence tells."""
    if not TOLLS & deeds.keys():
        return dict(deeds)
    return {**deeds, **{deed: word for deed, word in told.items() if deed in CAUSES}}


def _numbers(texts: Iterable[str]) -> frozenset[int]:
    told = (numbers_in(_DATE.sub(" ", text)) for text in texts)
    return frozenset(number for numbers in told for number in numbers if number >= FEWEST)


def _numerals(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.lower for word in words if word.lower in _ORDINALS)
