"""A timeline's index: a base segment, a small one of the events that changed since, and what of the base still stands.

Every answer is worked out for each of the two and put together. An index never changes; a later version is another one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from pyroaring import BitMap

from timeline.index import reading
from timeline.index.bitmaps import Column
from timeline.index.lately import Lately
from timeline.index.naming import Names
from timeline.index.segments import Segment, Value, merged
from timeline.index.snapshots import Snapshot, Stamp

ANSWERS_KEPT = 64


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A segment, and the places of it that stand."""

    segment: Segment
    standing: BitMap

    def has(self, facet: str, value: Value) -> bool:
        """Whether any event that stands here has a value of a facet."""
        places = self.segment.values.get(facet, {}).get(value)
        return places is not None and self.standing.intersect(places)

    def values_of(self, facet: str, events: Collection[int]) -> Iterator[tuple[int, set[Value]]]:
        """Those of the events that stand here, by key, each with its values of a facet."""
        values, by_event = tuple(self.segment.values.get(facet, ())), self.segment.by_event.get(facet)
        for place in self.segment.places(_column(events)) & self.standing:
            numbers = by_event.at(place) if by_event else ()
            yield int(self.segment.pk[place]), {values[number] for number in numbers}


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """A timeline's published events at a version, or a little later: what answers are worked out from.

    ``changed`` are the events that changed after the base, by key, with the version that changed them last. ``answers``
    are this version's; ``divisions``, those of the whole base into bins, go with the base to the next version.
    """

    stamp: Stamp
    base: Snapshot
    changed: Mapping[int, int]
    parts: tuple[Part, ...]
    names: Names
    answers: Lately[Any] = field(default_factory=lambda: Lately(ANSWERS_KEPT))
    divisions: Lately[Any] = field(default_factory=lambda: Lately(ANSWERS_KEPT))

    def __len__(self) -> int:
        return sum(len(part.standing) for part in self.parts)

    @property
    def nbytes(self) -> int:
        return sum(part.segment.nbytes for part in self.parts)

    @classmethod
    def of(cls, base: Snapshot) -> Index:
        """An index without changes."""
        return cls._of(base.stamp, base, {}, None, Names())

    @classmethod
    def _of(
        cls, stamp: Stamp, base: Snapshot, changed: Mapping[int, int], delta: Segment | None, names: Names
    ) -> Index:
        whole = BitMap(range(len(base.segment)))
        if not changed or delta is None:
            return cls(stamp, base, changed, (Part(base.segment, whole),), names)
        whole -= base.segment.places(_column(changed))
        parts = Part(base.segment, whole), Part(delta, BitMap(range(len(delta))))
        return cls(stamp, base, changed, parts, names)

    def after(self, stamp: Stamp, events: Mapping[int, int], *, are_names_known: bool) -> Index:
        """The index at a later version at which these events may be others, each with the version that changed it."""
        names = self.names if are_names_known else Names()
        if not events:
            return replace(self, stamp=stamp, names=names, answers=Lately(ANSWERS_KEPT))
        changed = {**self.changed, **events}
        delta = reading.read_some(stamp.timeline, sorted(changed))
        return replace(self._of(stamp, self.base, changed, delta, names), divisions=self.divisions)

    def compacted(self) -> Index:
        """The same events as one base."""
        one = merged((part.segment, part.standing) for part in self.parts)
        return self._of(self.stamp, Snapshot(self.stamp, one), {}, None, self.names)

    def on(self, base: Snapshot) -> Index:
        """The same events on a newer base: only what changed after it stays beside it."""
        changed = {pk: version for pk, version in self.changed.items() if version > base.stamp.version}
        if not changed:
            return self._of(self.stamp, base, {}, None, self.names)
        delta = self.parts[1].segment
        kept = merged([(delta, delta.places(_column(changed)))])
        return self._of(self.stamp, base, changed, kept, self.names)


def _column(pks: Collection[int]) -> Column:
    return np.fromiter(pks, np.int64, len(pks))
