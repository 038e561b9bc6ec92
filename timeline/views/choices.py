"""The facets beside the list: what stands at once, and what waits behind "more"."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from timeline import index
from timeline.filtering import FACET_NAMES, EventFilter
from timeline.models import Timeline

AT_ONCE = {"kind": 8, "actor": 5, "place": 4, "standing": 6, "source": 4}
"""Values that stand at once; those that are chosen always do."""

LISTED = 60
"""Values of a facet that a page lists; rarer ones are found by searching."""


@dataclass(frozen=True, slots=True)
class Group:
    """A facet as the page shows it: the first ``at_once`` values stand, the others are folded; ``most`` is the count
    that a full bar stands for."""

    name: str
    title: Promise
    values: tuple[index.FacetValue, ...]
    at_once: int
    most: int

    @property
    def folded(self) -> int:
        """How many values wait behind the fold."""
        return len(self.values) - self.at_once


def groups(timeline: Timeline, choice: EventFilter, *, listed: int = LISTED) -> list[Group]:
    """The facets in which a reader can choose something, or take it back, with at most so many values each."""
    return [_group(facet, listed) for facet in index.facets(timeline, choice) if facet.values]


def _group(facet: index.Facet, listed: int) -> Group:
    most = max(it.events for it in facet.values)
    first, rest = facet.values[: AT_ONCE[facet.name]], facet.values[AT_ONCE[facet.name] :]
    standing = (*first, *(it for it in rest if it.is_chosen))
    folded = [it for it in rest if not it.is_chosen][: max(0, listed - len(standing))]
    at_once = len(standing) + (len(folded) if len(folded) == 1 else 0)
    return Group(facet.name, FACET_NAMES[facet.name], (*standing, *folded), at_once, most)
