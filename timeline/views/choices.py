"""The facets beside the list: what stands at once, and what waits behind "more"."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from timeline import index
from timeline.filtering import FACET_NAMES, EventFilter
from timeline.models import Timeline
from timeline.views.asked import Asked

AT_ONCE = {"kind": 8, "actor": 5, "place": 4, "standing": 6, "source": 4}
"""Values that stand at once; those that are chosen always do."""

LISTED = 60
"""Values of a facet that a page lists; rarer ones are found by searching."""


@dataclass(frozen=True, slots=True)
class Group:
    """A facet as a page shows it: ``standing`` at once, ``folded`` values below them; ``more`` values come when they
    are asked for, at ``more_url``; ``most`` is the count that a full bar stands for."""

    name: str
    title: Promise
    standing: tuple[index.FacetValue, ...]
    folded: tuple[index.FacetValue, ...]
    more: int
    most: int
    more_url: str


def groups(timeline: Timeline, choice: EventFilter, *, listed: int = LISTED) -> list[Group]:
    """The facets in which a reader can choose something, or take it back: what stands at once, and how many values
    wait, at most ``listed`` together. One that would wait alone stands with the others."""
    most = {name: number + 1 for name, number in AT_ONCE.items()}
    found = index.facets(timeline, choice, most=most, listed=listed)
    return [_group(facet, timeline, choice) for facet in found if facet.values]


def _group(facet: index.Facet, timeline: Timeline, choice: EventFilter) -> Group:
    at_once = AT_ONCE[facet.name]
    next_one = [it for it in facet.values[at_once:] if not it.is_chosen]
    waiting = len(next_one) + facet.others
    standing = facet.values if waiting < 2 else tuple(it for it in facet.values if it not in next_one)
    more = waiting if waiting > 1 else 0
    return _told(facet, timeline, choice, standing, more=more)


def whole_group(timeline: Timeline, choice: EventFilter, name: str) -> Group | None:
    """All values of a facet that a page lists; None where it has none."""
    (facet,) = (it for it in index.facets(timeline, choice) if it.name == name)
    if not facet.values:
        return None
    first, rest = facet.values[: AT_ONCE[name]], facet.values[AT_ONCE[name] :]
    standing = (*first, *(it for it in rest if it.is_chosen))
    folded = tuple(it for it in rest if not it.is_chosen)[: max(0, LISTED - len(standing))]
    return _told(facet, timeline, choice, standing, folded=folded)


def _told(
    facet: index.Facet,
    timeline: Timeline,
    choice: EventFilter,
    standing: tuple[index.FacetValue, ...],
    *,
    folded: tuple[index.FacetValue, ...] = (),
    more: int = 0,
) -> Group:
    most = max(it.events for it in facet.values)
    more_url = Asked(choice).address("timeline_values", timeline, facet.name)
    return Group(facet.name, FACET_NAMES[facet.name], standing, folded, more, most, more_url)
