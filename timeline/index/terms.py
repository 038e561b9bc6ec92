"""What the values of facets are called, from the names that the index holds."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import filtering
from timeline.filtering import EventFilter, Names, Part
from timeline.index.choosing import values_in_use
from timeline.index.holding import current
from timeline.index.indexes import Index
from timeline.index.naming import MODELS, Label
from timeline.models import Timeline


def names_of(timeline: Timeline, choice: EventFilter) -> Names:
    """What the values of a choice are called; the database is asked for those that no event of the timeline has."""
    index = current(timeline)
    known = {(facet, it.key): it.name for facet in MODELS for it in known_labels(index, facet, choice.chosen(facet))}
    return filtering.names_of(choice, known)


def parts_of(timeline: Timeline, choice: EventFilter) -> tuple[Part, ...]:
    """The parts of a choice in words, each with the choice without it."""
    return filtering.parts(choice, names_of(timeline, choice))


def known_labels(index: Index, facet: str, keys: Sequence[str]) -> list[Label]:
    """Of the values with these keys those that an event has which stands: a name that only others have is not told."""
    values = index.names.values(facet, keys, values_in_use(index, facet)) if keys else []
    had = [value for value in values if any(part.has(facet, value) for part in index.parts)]
    labels = index.names.labels(facet, had)
    return [labels[value] for value in had if value in labels]


def kinds_in_order(timeline: Timeline) -> list[str]:
    """The keys of the kinds that events of the timeline have, as the editors order them."""
    index = current(timeline)
    used = values_in_use(index, "kind")
    rows = index.names.rows("kind", used)
    return [row.key for row in sorted((rows[it] for it in used if it in rows), key=lambda row: (row.position, row.key))]
