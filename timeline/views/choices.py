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
    """A facet as the page shows it: ``standing`` at once, ``folded`` values only when they are asked for, at
    ``more_url``; ``most`` is the count that a full bar stands for."""

    name: str
    title: Promise
    standing: tuple[index.FacetValue, ...]
    folded: tuple[index.FacetValue, ...]
    most: int
    more_url: str


def groups(timeline: Timeline, choice: EventFilter, *, listed: int = LISTED) -> list[Group]:
    """The facets in which a reader can choose something, or take it back, with at most so many values each."""
    return [_group(facet, timeline, choice, listed) for facet in index.facets(timeline, choice) if facet.values]


def _group(facet: index.Facet, timeline: Timeline, choice: EventFilter, listed: int) -> Group:
    most = max(it.events for it in facet.values)
    first, rest = facet.values[: AT_ONCE[facet.name]], facet.values[AT_ONCE[facet.name] :]
    standing = (*first, *(it for it in rest if it.is_chosen))
    folded = tuple(it for it in rest if not it.is_chosen)[: max(0, listed - len(standing))]
    if len(folded) == 1:
        standing, folded = (*standing, *folded), ()
    more_url = Asked(choice).address("timeline_values", timeline, facet.name)
    return Group(facet.name, FACET_NAMES[facet.name], standing, folded, most, more_url)
