"""What speaks for two tellings being of one happening: each agreement with its weight and a reason that can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline.extraction.contradictions import LONGEST_LOOSE, width
from timeline.extraction.profiles import Profile


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule by its name, and the words of the first and of the second telling that it rests on."""

    rule: str
    first: str = ""
    second: str = ""


type Weighed = list[tuple[float, Reason]]


def _days(first: Profile, second: Profile) -> Weighed:
    one, other = first.report.date, second.report.date
    assert one and other
    if (one.earliest, one.latest) != (other.earliest, other.latest):
        return [(0.1, Reason("days-meet"))]
    if one.is_one_day:
        return [(0.3, Reason("same-day"))]
    return [(0.2 if width(one) <= LONGEST_LOOSE else 0.1, Reason("same-days"))]


def _deed(first: Profile, second: Profile) -> Weighed:
    shared = [deed for deed in first.deeds if deed in second.deeds]
    if shared:
        return [(0.2, Reason("deed", first.deeds[shared[0]], second.deeds[shared[0]]))]
    crossed = [deed for deed in first.around if deed in second.around and (deed in first.deeds or deed in second.deeds)]
    return [(0.12, Reason("deed", first.around[crossed[0]], second.around[crossed[0]]))] if crossed else []


def _place(first: Profile, second: Profile) -> Weighed:
    """A known place of both, or a name that is a place to one of them: "the town of Armel", "seized Armel"."""
    known = sorted(first.report.places & second.report.places)
    named = [word for one, other in ((first, second), (second, first)) for word in _sited(one, other)]
    words = known[0] if known else named[0] if named else ""
    return [(0.15, Reason("place", words, words))] if words else []


def _sited(one: Profile, other: Profile) -> list[str]:
    return [word for stem, word in one.sites.items() if stem in other.sites or stem in other.names]


def _people(first: Profile, second: Profile) -> Weighed:
    shared = sorted(first.report.actors & second.report.actors)
    return (
        [(0.05 + 0.05 * min(2, len(shared)), Reason("actor", ", ".join(shared), ", ".join(shared)))] if shared else []
    )


def _other_names(first: Profile, second: Profile) -> Weighed:
    """Names that no vocabulary knows."""
    sited = set(first.sites) | set(second.sites)
    shared = [stem for stem in first.names if stem in second.names and stem not in sited]
    unknown = shared if not first.report.actors & second.report.actors else []
    return [(0.1, Reason("name", first.names[unknown[0]], second.names[unknown[0]]))] if unknown else []


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
