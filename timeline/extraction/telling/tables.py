"""What a language of Arabic or Hebrew script brings to the telling of happenings: its tables of words.

Words of tables are written as a dictionary spells them and folded once (scripts.py); a bar parts words that mean the
same. A phrase of several words is found by its first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from timeline.extraction.scripts import folded


class Form(StrEnum):
    """What a verb's form tells of time: done, to come or going on, to come for certain, or only named."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    BARE = "bare"


class Sort(StrEnum):
    """What a verb's news is: strong enough without a date, news only with its date, harm done, or that it was said."""

    NEWS = "news"
    DATED = "dated"
    HARM = "harm"
    SAYING = "saying"
    ANNOUNCING = "announcing"
    DENYING = "denying"
    PLANNING = "planning"


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb: ``base`` is the word by which the table lists it.

    ``needs`` are beginnings of words of which one must stand soon after it ("لقي" is to die only with "حتفه");
    ``doubted`` forms are nouns too.
    """

    base: str
    form: Form
    sort: Sort
    needs: tuple[str, ...] = ()
    doubted: bool = False


type Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, the longest first."""


def phrases(*lines: str) -> Phrases:
    """The phrases of the lines, parted by bars."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (one for line in lines for one in line.split("|")):
        words = tuple(folded(phrase.strip()).split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(them, key=len, reverse=True)) for first, them in found.items()}


def words(line: str) -> frozenset[str]:
    """The words of a line, folded."""
    return frozenset(folded(line).split())


@dataclass(frozen=True)
class Grammar:
    """A language's tables.

    ``heads`` are particles written onto a verb that begins a clause ("و", "ו"), ``relative`` those that make it tell of
    the noun before ("ש"). ``openers`` begin a clause, ``content`` what is said, ``relatives`` what tells of a noun,
    ``conditions`` what may be, ``times`` when something else happened. ``planned`` and ``possible`` are phrases before
    a verb, ``negations`` words right before it. ``according`` open a source, ``as_said`` come before a verb of saying
    that closes what was said. ``particles`` never end a headline, ``before_date`` goes with a date left out.
    ``nouns`` are happenings by themselves.
    """

    verbs: Mapping[str, tuple[Verb, ...]]
    heads: tuple[str, ...]
    relative: tuple[str, ...]
    openers: frozenset[str]
    content: frozenset[str]
    relatives: frozenset[str]
    conditions: frozenset[str]
    times: frozenset[str]
    planned: Phrases
    possible: Phrases
    negations: frozenset[str]
    pluperfect: frozenset[str]
    skipped: frozenset[str]
    according: Phrases
    as_said: Phrases
    before_date: frozenset[str]
    particles: frozenset[str]
    breaks: frozenset[str]
    nouns: frozenset[str]
    amounts: frozenset[str]
    occurring: frozenset[str]
    pronouns: Callable[[str], str | None]
    subject_first: bool
    and_: str

    @cached_property
    def stops(self) -> frozenset[str]:
        """Words before which a clause ends."""
        return (
            self.openers | self.content | self.relatives | self.conditions | self.times | self.pluperfect
        ) - self.negations

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Words after which stands no verb."""
        return self.particles - self.stops - self.skipped - self.negations - words("و أو ו או ש")

    @cached_property
    def before_verb(self) -> frozenset[str]:
        """Words right after which a word that may be a noun is a verb."""
        return self.stops | self.skipped | self.negations

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Words of planning and of possibility that a headline keeps between subject and verb."""
        return self.auxiliaries - self.negations if self.subject_first else frozenset()

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        """Words between a subject and its verb that are neither."""
        planned = {word for them in self.planned.values() for one in them for word in one}
        possible = {word for them in self.possible.values() for one in them for word in one}
        return frozenset(planned | possible) | self.skipped | self.negations


def verbs_of(
    rows: Iterable[tuple[Sort, str]], conjugated: Callable[[str], Iterable[tuple[str, Form]]], doubted: frozenset[str]
) -> dict[str, tuple[Verb, ...]]:
    """Forms of the rows' verbs, a line each: its words, and behind a colon the beginnings of words it needs."""
    found: dict[str, tuple[Verb, ...]] = {}
    for sort, lines in rows:
        for line in filter(None, map(str.strip, lines.splitlines())):
            said, _, needed = line.partition(":")
            needs = tuple(folded(needed).split())
            base = folded(said.split()[0].split("/")[0])
            for form, tense in conjugated(folded(said.strip())):
                verb = Verb(base, tense, sort, needs, form in doubted)
                if all(verb != known for known in found.get(form, ())):
                    found[form] = (*found.get(form, ()), verb)
    return found
