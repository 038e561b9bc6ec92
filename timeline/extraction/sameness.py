"""Whether two tellings of two articles are of one happening: proposed to an editor, never decided here.

A wrong merge is worse than a missed one. First whatever speaks against it: days that do not meet, another town, another
deed, tolls that no two reports of one event give, a second strike, a denial. Then what speaks for it is added up, and
each reason can be read. A plan and the report that it came about are told apart from two reports of one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from timeline.dates import EventDate, Part
from timeline.extraction.deeds import MUTUAL, are_opposed
from timeline.extraction.profiles import Profile, stem_of

PROPOSED: Final = 0.7
"""The score from which a pair is worth an editor's time."""

LONGEST_LOOSE: Final = 9
"""Days of a vague date that a day may lie in: the news window and a day on either side. Anything longer meets its
equal only."""

LONGEST: Final = 31
"""Days beyond which a date says too little about which happening is meant."""

TIMES_AS_MANY: Final = 2.0
"""How far two tolls of one event may lie apart: counts of the same day double, they seldom do more."""

TOLD_ALIKE: Final = 0.75
"""The part of both headlines' words that makes one telling nearly the other."""

ODD_FEW: Final = 3
"""Up to this difference, small tolls never contradict."""


class Bond(StrEnum):
    """What two tellings are to each other."""

    SAME = "same"
    FOLLOW_UP = "follow-up"
    """One tells the plan, the other that it came about."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule by its name, and the words of the first and of the second telling that it rests on."""

    rule: str
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The judgement: ``bond`` None when nothing is proposed; ``against`` is the rule that forbade it, "" when the
    reasons only were too few."""

    bond: Bond | None
    score: float
    reasons: tuple[Reason, ...]
    against: str = ""


def compare(first: Profile, second: Profile) -> Likeness:
    """Whether the two tell one happening; symmetric but for the order of the words in the reasons."""
    for rule, holds in AGAINST:
        if holds(first, second):
            return Likeness(None, 0.0, (), rule)
    found = [weighed for weigh in FOR for weighed in weigh(first, second)]
    score = round(min(1.0, sum(weight for weight, _reason in found)), 3)
    reasons = tuple(reason for _weight, reason in found)
    if score < PROPOSED or not _is_specific(reasons, shared_words(first, second)):
        return Likeness(None, score, reasons)
    return Likeness(_bond(first, second), score, reasons)


_STAGES = {"conditional": 0, "planned": 1, "reported": 2, "confirmed": 2, "disputed": 2}


def _bond(first: Profile, second: Profile) -> Bond:
    stages = {_STAGES.get(one.report.standing, 2) for one in (first, second)}
    return Bond.SAME if len(stages) == 1 else Bond.FOLLOW_UP


def _is_specific(reasons: tuple[Reason, ...], share: float) -> bool:
    """Whether at least two of deed, place, people and number agree, or the deed of one day in nearly the same words."""
    agreeing = {reason.rule for reason in reasons} & {"deed", "place", "actor", "name", "number"}
    told_alike = share >= TOLD_ALIKE and any(reason.rule == "same-day" for reason in reasons)
    return len(agreeing) >= 2 or (told_alike and "deed" in agreeing)


# -- what speaks against it ------------------------------------------------------------------------------------------


def _no_days(first: Profile, second: Profile) -> bool:
    """Undated, open, vague, or days that do not meet."""
    one, other = first.report.date, second.report.date
    return one is None or other is None or not _fit(one, other)


def _fit(one: EventDate, other: EventDate) -> bool:
    if one.is_open or other.is_open or not one.possibly_within(other.earliest, other.latest):
        return False
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return _width(one) <= LONGEST
    return max(_width(one), _width(other)) <= LONGEST_LOOSE


def _width(date: EventDate) -> int:
    return (date.latest - date.earliest).days + 1


_PARTS = {Part.MORNING: 0, Part.AFTERNOON: 1, Part.EVENING: 2, Part.NIGHT: 3}


def _other_hour(first: Profile, second: Profile) -> bool:
    """Morning and evening of one day; neighbours ("evening", "night") may be one telling's words for the other's."""
    parts = [_PARTS.get(one.report.date.part) for one in (first, second) if one.report.date and one.report.date.part]
    if len(parts) < 2 or parts[0] is None or parts[1] is None:
        return False
    return 1 < abs(parts[0] - parts[1])


def _denied(first: Profile, second: Profile) -> bool:
    """Whether one side says that it did not happen and the other does not."""
    return (first.report.standing == "denied") != (second.report.standing == "denied")


def _other_place(first: Profile, second: Profile) -> bool:
    """Places on both sides, and nothing of either's in the other."""
    one, other = _places(first), _places(second)
    if not one or not other:
        return False
    return not (first.report.places & second.report.places) and not (one & set(other))


def _places(it: Profile) -> set[str]:
    """Stems of where it happened: names that follow a preposition of place."""
    return set(it.sites)


def _other_known_place(first: Profile, second: Profile) -> bool:
    """Known places on both sides, none shared, and none of them named in the other's words."""
    one, other = first.report.places, second.report.places
    if not one or not other or one & other:
        return False
    return not (_mentions(first, other) or _mentions(second, one))


def _mentions(it: Profile, names: frozenset[str]) -> bool:
    return any(stem_of(word) in it.quoted for name in names for word in name.split() if len(word) > 3)


def _other_agent(first: Profile, second: Profile) -> bool:
    """Two who do it, neither of them possibly the other."""
    return bool(first.surely and second.surely) and not (first.agents & set(second.quoted)) and not (
        second.agents & set(first.quoted)
    )


def _other_actor(first: Profile, second: Profile) -> bool:
    """Actors on both sides and none in common."""
    one, other = first.report.actors, second.report.actors
    return bool(one and other) and not one & other


def _turned_round(first: Profile, second: Profile) -> bool:
    """Each does it to the other: "Veldran closed its border with Sarkovia", and Sarkovia its with Veldran."""
    if not first.agents or not second.agents or first.agents & second.agents or MUTUAL & first.deeds.keys():
        return False
    return first.agents <= second.patients and second.agents <= first.patients


def _other_target(first: Profile, second: Profile) -> bool:
    """A house here and a school there, and neither told in the other."""
    return bool(first.targets and second.targets) and not (
        first.targets & second.targeted or second.targets & first.targeted
    )


def _other_named(first: Profile, second: Profile) -> bool:
    """Each headline names somebody or something that the other telling lacks: "Maren Star", "Oslo Pride"."""
    return bool(_only_in(first, second) and _only_in(second, first))


def _opposed(first: Profile, second: Profile) -> bool:
    return are_opposed(first.deeds, second.deeds)


def _other_deed(first: Profile, second: Profile) -> bool:
    """Deeds in both headlines and none in common."""
    return bool(first.deeds and second.deeds) and not first.deeds.keys() & second.deeds.keys()


def _other_number(first: Profile, second: Profile) -> bool:
    """ "The fifth exchange" and the sixth; "a second strike" and a strike."""
    if first.numerals and second.numerals:
        return not first.numerals & second.numerals
    return bool(first.headed or second.headed)


def _other_toll(first: Profile, second: Profile) -> bool:
    """Figures for the same thing too far apart for one event."""
    tolls = [_tolls(one) for one in (first, second)]
    return any(not _near(tolls[0][what], tolls[1][what]) for what in tolls[0].keys() & tolls[1].keys())


_ALIKE = {"injured": "wounded"}


def _tolls(it: Profile) -> dict[str, tuple[int | None, int | None]]:
    """The first figure for each thing counted, as (low, high)."""
    found: dict[str, tuple[int | None, int | None]] = {}
    for claim in it.report.claims:
        what = claim.get("what", "")
        found.setdefault(_ALIKE.get(what, what), (_first(claim, "low", "best"), _first(claim, "high", "best")))
    return found


def _first(claim: Mapping[str, Any], *names: str) -> int | None:
    return next((claim[name] for name in names if claim.get(name) is not None), None)


def _near(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Whether the lowest of one is not far above the highest of the other."""
    return not any(
        low is not None and high is not None and low > TIMES_AS_MANY * high and low - high > ODD_FEW
        for low, high in ((one[0], other[1]), (other[0], one[1]))
    )


AGAINST: Final[tuple[tuple[str, Callable[[Profile, Profile], bool]], ...]] = (
    ("no-days", _no_days),
    ("other-hour", _other_hour),
    ("denied", _denied),
    ("other-place", _other_place),
    ("other-known-place", _other_known_place),
    ("other-actor", _other_actor),
    ("other-agent", _other_agent),
    ("turned-round", _turned_round),
    ("other-target", _other_target),
    ("other-named", _other_named),
    ("opposed", _opposed),
    ("other-deed", _other_deed),
    ("other-number", _other_number),
    ("other-toll", _other_toll),
)
"""What forbids it, each by its name, the cheapest first."""


# -- what speaks for it ----------------------------------------------------------------------------------------------

type Weighed = list[tuple[float, Reason]]


def _days(first: Profile, second: Profile) -> Weighed:
    one, other = first.report.date, second.report.date
    assert one and other
    if (one.earliest, one.latest) != (other.earliest, other.latest):
        return [(0.1, Reason("days-meet"))]
    if one.is_one_day:
        return [(0.3, Reason("same-day"))]
    return [(0.2 if _width(one) <= LONGEST_LOOSE else 0.1, Reason("same-days"))]


def _deed(first: Profile, second: Profile) -> Weighed:
    shared = [deed for deed in first.deeds if deed in second.deeds]
    if shared:
        return [(0.2, Reason("deed", first.deeds[shared[0]], second.deeds[shared[0]]))]
    crossed = [deed for deed in first.around if deed in second.around and (deed in first.deeds or deed in second.deeds)]
    return [(0.12, Reason("deed", first.around[crossed[0]], second.around[crossed[0]]))] if crossed else []


def _place(first: Profile, second: Profile) -> Weighed:
    known = sorted(first.report.places & second.report.places)
    named = [stem for stem in first.sites if stem in second.sites]
    words = known[0] if known else first.sites[named[0]] if named else ""
    return [(0.15, Reason("place", words, words))] if words else []


def _people(first: Profile, second: Profile) -> Weighed:
    shared = sorted(first.report.actors & second.report.actors)
    return [(0.05 + 0.05 * min(2, len(shared)), Reason("actor", ", ".join(shared), ", ".join(shared)))] if shared else []


def _other_names(first: Profile, second: Profile) -> Weighed:
    """Names that no vocabulary knows."""
    sited = set(first.sites) | set(second.sites)
    shared = [stem for stem in first.names if stem in second.names and stem not in sited]
    unknown = shared if not first.report.actors & second.report.actors else []
    return [(0.1, Reason("name", first.names[unknown[0]], second.names[unknown[0]]))] if unknown else []


def _only_in(one: Profile, other: Profile) -> list[str]:
    """The names of a headline that the other telling has nowhere."""
    return [word for stem, word in one.names.items() if stem in one.stems and stem not in other.quoted]


def _numbers(first: Profile, second: Profile) -> Weighed:
    shared = sorted(first.numbers & second.numbers, reverse=True)
    return [(0.1, Reason("number", str(shared[0]), str(shared[0])))] if shared else []


def _kind(first: Profile, second: Profile) -> Weighed:
    one, other = first.report.kind, second.report.kind
    if not one or not other:
        return []
    return [(0.05, Reason("kind", one, other))] if one == other else [(-0.1, Reason("other-kind", one, other))]


def _words(first: Profile, second: Profile) -> Weighed:
    share = shared_words(first, second)
    shared = [word for stem, word in first.stems.items() if stem in second.quoted]
    return [(0.35 * share, Reason("words", ", ".join(shared), ""))] if shared else []


def shared_words(first: Profile, second: Profile) -> float:
    """How much of either headline the other telling says as well, the lesser of the two, 0 to 1."""
    return min(_share(first, second), _share(second, first)) if first.stems and second.stems else 0.0


def _share(one: Profile, other: Profile) -> float:
    return len(one.stems.keys() & other.quoted.keys()) / len(one.stems)


FOR: Final = (_days, _place, _people, _other_names, _deed, _numbers, _kind, _words)
"""What adds up, in the order in which the reasons are told."""
