"""What was worked out for one reader is kept for the next: a small store in this process's memory.

A key names the edition of the timeline (:func:`edition_key`), so that nothing kept is ever stale: a change gives new
keys, and the old ones are the first to go.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from django.utils.translation import get_language

from timeline import index
from timeline.models import Timeline


class Kept[Value]:
    """At most so many values, those asked for last."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = threading.Lock()
        EVERY.append(self)

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made now if it is not kept; two readers at once may both make it."""
        found = self.look(key)
        return self.keep(key, make()) if found is None else found

    def look(self, key: Hashable) -> Value | None:
        """The value of a key, None if it is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def keep(self, key: Hashable, value: Value) -> Value:
        """The value, kept, in the place of what was asked for longest ago."""
        with self._lock:
            self._values[key] = value
            while len(self._values) > self.most:
                self._values.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()


EVERY: list[Kept] = []
"""All stores of this process; tests empty them, since their databases give one key to many rows."""


def edition_key(timeline: Timeline) -> tuple[Hashable, ...]:
    """What an answer about a timeline depends on beside the question: its version as the index has it, its own row, the
    language."""
    return (index.version(timeline), timeline.slug, timeline.zone, timeline.reviewed_until, get_language())
