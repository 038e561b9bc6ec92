"""A happening told again in other words: "A fire destroyed 200 homes. … The fire broke out at 3:30", "It killed nine".

The noun takes the happening up with "the" or "it", and its verb says no more than that it happened, what it did or who
did it. Only one happening before may fit; where two fit equally, neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extraction.drafts import EventDraft, Standing
from timeline.extraction.verb_classes import CUSTODY, HARM
from timeline.extraction.verbs import lookup

REACH = 15
"""Sentences after which a noun no longer takes up a happening."""
NEAR = 2
"""The same for nouns that fit every mishap ("the incident")."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with what its sentence says of it: ``head`` verb base or noun, ``subject`` its head noun in lower case.

    ``definite`` marks a subject with "the" or "it"; ``windowed`` a date that no words told; ``sentence`` its index.
    """

    draft: EventDraft
    sentence: int
    head: str
    subject: str
    definite: bool
    windowed: bool
    nouns: frozenset[str]


FAMILIES = tuple(
    (frozenset(nouns.split()), frozenset(verbs.split()))
    for nouns, verbs in (
        (
            """attack attacks strike strikes airstrike airstrikes raid raids bombing bombings shelling assault
            bombardment ambush blast blasts explosion explosions shooting shootings massacre rampage killing killings
            stabbing""",
            "attack strike bomb raid shell assault ambush hit bombard detonate explode shoot stab storm ram kill",
        ),
        ("crash crashes collision accident derailment pileup wreck", "crash collide derail overturn plunge capsize"),
        ("fire fires blaze blazes inferno wildfire", "burn catch ignite engulf gut"),
        ("earthquake quake tremor", ""),
        ("storm hurricane cyclone typhoon tornado", ""),
        ("flood floods flooding landslide", "flood inundate"),
        ("collapse", "collapse"),
        ("protest protests demonstration demonstrations rally march", "protest demonstrate rally march gather"),
        ("talks negotiations meeting summit", "meet negotiate"),
        ("death deaths killing murder assassination", "kill die murder assassinate"),
        ("arrest arrests", "arrest detain"),
        ("ceremony funeral burial memorial", "bury"),
    )
)
"""Nouns that one report uses for another's happening, with the verbs that tell the same."""
MISHAPS = frozenset({"incident", "accident", "tragedy", "disaster"})
_TELLING = MISHAPS.union(*(nouns for nouns, _ in FAMILIES))
HAPPENED = frozenset(
    "occur happen take come break carry conduct unfold begin start erupt strike target perpetrate".split()
)
DID = frozenset("kill wound injure leave destroy damage claim cause hit level gut".split())
_DONE = re.compile(
    r"\b(?:carried out|launched|conducted|executed|perpetrated|committed|staged|mounted)"
    r" (?:the|this|that|these|those) (?:[\w’'-]+ ){0,2}?(?P<noun>[\w-]+)\b"
)
_IN_IT = re.compile(r"\b(?:in|during|by) (?:the|this|that) (?:[\w’'-]+ )?(?P<noun>[\w-]+)\b")
_ANOTHER = frozenset(
    "first second third fourth fifth another other latest new next previous earlier later separate similar".split()
)


def retold(kept: Sequence[Told], one: Told) -> int | None:
    """Which of the happenings before ``one`` tells again, if one of them alone fits."""
    if one.draft.standing != Standing.REPORTED or _ANOTHER & set(one.draft.headline.lower().split()[:6]):
        return None
    found = _same_victim(kept, one)
    return _by_noun(kept, one) if found is None else found


def _by_noun(kept: Sequence[Told], one: Told) -> int | None:
    noun = _noun_taken_up(one)
    if not noun:
        return None
    reach = NEAR if noun in MISHAPS else REACH
    scores = {at: _fit(kept[at], one, noun) for at in _before(kept, one, reach)}
    best = max(scores.values(), default=0)
    fitting = [at for at, score in scores.items() if score == best > 0]
    return fitting[0] if len(fitting) == 1 else None


def _noun_taken_up(one: Told) -> str:
    """The noun by which a happening is told again, or ""."""
    if one.definite and one.head in HAPPENED | DID and one.subject in _TELLING:
        return one.subject
    done = _DONE.search(one.draft.headline) or one.head in HARM | DID and _IN_IT.search(one.draft.headline)
    return done["noun"].lower() if done else ""


def _before(kept: Sequence[Told], one: Told, reach: int) -> Iterator[int]:
    """The reported happenings of the sentences before whose date can be the same."""
    for at in range(len(kept) - 1, -1, -1):
        other = kept[at]
        if one.sentence - other.sentence > reach:
            return
        if other.sentence < one.sentence and other.draft.standing == Standing.REPORTED and _same_time(other, one):
            yield at


def _same_time(first: Told, second: Told) -> bool:
    one, other = first.draft.date, second.draft.date
    if one is None or other is None:
        return one is other or first.windowed or second.windowed
    return one.earliest <= other.latest and other.earliest <= one.latest


def _fit(earlier: Told, one: Told, noun: str) -> int:
    """How well an earlier happening fits a noun: by the very noun, by its family, then by names in common."""
    families = [nouns | verbs for nouns, verbs in FAMILIES if noun in nouns]
    if noun in MISHAPS:
        families += [nouns | verbs for nouns, verbs in FAMILIES[:7]]
    related = any(earlier.nouns & family or earlier.head in family for family in families)
    if not related:
        return 0
    same = any(one_form in earlier.nouns for one_form in (noun, noun.removesuffix("s"), f"{noun}s"))
    return 1 + 3 * same + len(_names(earlier.draft.headline) & _names(one.draft.headline))


def _names(line: str) -> frozenset[str]:
    return frozenset(word.strip(".,’'”“\"") for word in line.split()[1:] if word[:1].isupper())


def _same_victim(kept: Sequence[Told], one: Told) -> int | None:
    """The happening before that did the same to somebody of the same name."""
    victim = _victim(one)
    if not victim:
        return None
    fitting = [
        at
        for at in _before(kept, one, REACH)
        if kept[at].head == one.head and (other := _victim(kept[at])) and _one_person(other, victim)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _victim(told: Told) -> tuple[str, ...]:
    """The name of whom the verb was done to, as the headline has it; empty when it names nobody."""
    if told.head not in HARM | CUSTODY:
        return ()
    words = [word.strip(',.”“"') for word in told.draft.headline.split()]
    at = next((i for i, word in enumerate(words) if (lookup(word.lower()) or ("",))[0] == told.head), None)
    if at is None:
        return ()
    passive = any(word in ("was", "were", "been") for word in words[:at])
    part = words[:at] if passive else words[at + 1 :]
    return _first_name(part)


def _first_name(words: Sequence[str]) -> tuple[str, ...]:
    """The first run of capitalised words, with small ones of names between ("Hamza bin Laden")."""
    name: list[str] = []
    for word in words:
        if word[:1].isupper():
            name.append(word)
        elif name and word not in ("bin", "al", "de", "van", "von", "el"):
            break
    return tuple(word for word in name if word not in ("The", "A", "An"))


def _one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same name, or a surname alone and a name that ends in it."""
    short, long = sorted((one, other), key=len)
    return short == long or len(short) == 1 and short[0] == long[-1]
