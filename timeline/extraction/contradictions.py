"""What forbids that two tellings are of one happening: a wrong merge is worse than a missed one.

Each rule takes two profiles and says whether it holds; ``AGAINST`` is all of them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any, Final

from timeline.dates import EventDate, Part
from timeline.extraction.deeds import MUTUAL, are_opposed
from timeline.extraction.profiles import Profile, stem_of

LONGEST_LOOSE: Final = 9
"""Days of a vague date that a day may lie in: the news window and a day on either side. Anything longer meets its
equal only."""

LONGEST: Final = 31
"""Days beyond which a date says too little about which happening is meant."""

HOURS_APART: Final = 3
"""How far two reports of one event may be apart on the clock."""

TIMES_AS_MANY: Final = 2.0
"""How far two tolls of one event may lie apart: counts of the same day double, they seldom do more."""

ODD_FEW: Final = 3
"""Up to this difference, small tolls never contradict."""


def _no_days(first: Profile, second: Profile) -> bool:
    """Undated, open, vague, or days that do not meet."""
    one, other = first.report.date, second.report.date
    return one is None or other is None or not _fit(one, other)


def _fit(one: EventDate, other: EventDate) -> bool:
    if one.is_open or other.is_open or not one.possibly_within(other.earliest, other.latest):
        return False
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return width(one) <= LONGEST
    return max(width(one), width(other)) <= LONGEST_LOOSE


def width(date: EventDate) -> int:
    """How many days its bounds hold."""
    return (date.latest - date.earliest).days + 1


_PARTS: Final[Mapping[Part | None, int]] = {Part.MORNING: 0, Part.AFTERNOON: 1, Part.EVENING: 2, Part.NIGHT: 3}


def _other_hour(first: Profile, second: Profile) -> bool:
    """Morning and evening of one day; neighbours ("evening", "night") may be one telling's words for the other's."""
    one, other = first.report.date, second.report.date
    assert one and other
    if one.time and other.time and one.zone == other.zone:
        return abs(_minutes(one.time) - _minutes(other.time)) > HOURS_APART * 60
    parts = [_PARTS[it.part] for it in (one, other) if it.part in _PARTS]
    return len(parts) == 2 and abs(parts[0] - parts[1]) > 1


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


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
    return (
        bool(first.surely and second.surely)
        and not (first.agents & set(second.quoted))
        and not (second.agents & set(first.quoted))
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


def _only_in(one: Profile, other: Profile) -> list[str]:
    """The names of a telling that the other has nowhere: of its headline, of its quotations where that names nobody."""
    headed = [stem for stem in one.names if stem in one.stems]
    return [one.names[stem] for stem in headed or one.names if stem not in other.quoted]


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
