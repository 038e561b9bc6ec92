"""What the values of facets are called, from the names that the index holds: a page asks the database for none of
them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import filtering
from timeline.filtering import EventFilter, Names
from timeline.index.choosing import values_in_use
from timeline.index.holding import current
from timeline.index.indexes import Index
from timeline.index.naming import MODELS
from timeline.models import Timeline


def names_of(timeline: Timeline, choice: EventFilter) -> Names:
    """What the values of a choice are called; the database is asked for those that no event of the timeline has."""
    index = current(timeline)
    known = {(facet, key): name for facet in MODELS for key, name in _known(facet, index, choice.chosen(facet))}
    return filtering.names_of(choice, known)


def _known(facet: str, index: Index, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Key and name of each of these that an event has which stands: a name that only others have is not told."""
    values = index.names.values(facet, keys, values_in_use(index, facet)) if keys else ()
    had = [value for value in values if any(part.has(facet, value) for part in index.parts)]
    labels = index.names.labels(facet, had)
    yield from ((labels[value].key, labels[value].name) for value in had if value in labels)


def kinds_in_order(timeline: Timeline) -> list[str]:
    """The keys of the kinds that events of the timeline have, as the editors order them."""
    index = current(timeline)
    used = values_in_use(index, "kind")
    rows = index.names.rows("kind", used)
    return [row.key for row in sorted((rows[it] for it in used if it in rows), key=lambda row: (row.position, row.key))]
