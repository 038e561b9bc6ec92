"""The names of facets' values, fetched once for as long as no name changes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import get_language

from timeline.index.segments import Value
from timeline.models import Actor, Kind, Outlet, Place, Standing

MODELS: dict[str, type[Model]] = {"kind": Kind, "actor": Actor, "place": Place, "source": Outlet}
_NOT_SHOWN = {Kind: ["cues"], Actor: ["aliases"], Place: ["aliases"], Outlet: ["url"]}
"""Columns whose JSON or text is no part of a name."""

AT_ONCE = 10_000


class Label(NamedTuple):
    """What a value is called in some language; ``shape`` is a kind's mark, "" elsewhere."""

    key: str
    name: str
    shape: str


class Names:
    """The rows behind the values of facets by primary key, and their keys. A standing is its own name."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[Value, Any]] = {name: {} for name in MODELS}
        self._pks: dict[str, dict[str, Value]] = {name: {} for name in MODELS}
        self._labels: dict[tuple[str, str], dict[Value, Label]] = {}
        self._asked: dict[str, frozenset[Value] | None] = {}  # the same values need not be gone through again
        self._lock = threading.Lock()

    def rows(self, facet: str, values: Iterable[Value]) -> Mapping[Value, Any]:
        """The rows of these values and of others; one query where any of them is asked for the first time."""
        if self._asked.get(facet) is values:
            return self._rows[facet]
        with self._lock:
            missing = sorted(set(values) - self._rows[facet].keys())
            for start in range(0, len(missing), AT_ONCE):
                found = MODELS[facet]._default_manager.filter(pk__in=missing[start : start + AT_ONCE])
                for row in found.defer(*_NOT_SHOWN[MODELS[facet]]):
                    self._rows[facet][row.pk] = row
                    self._pks[facet][row.key] = row.pk
            self._asked[facet] = values if isinstance(values, frozenset) else None
            return self._rows[facet]

    def labels(self, facet: str, values: Iterable[Value]) -> Mapping[Value, Label]:
        """Key, name in the language being shown and shape of these values, and of others; a value without a row is
        missing."""
        rows, language = self.rows(facet, values), get_language() or "en"
        known = self._labels.setdefault((facet, language), {})
        for value in values:
            if value not in known and value in rows:
                row = rows[value]
                name = row.name if facet == "source" else row.label_in(language)
                known[value] = Label(row.key, name, getattr(row, "shape", ""))
        return known

    def values(self, facet: str, keys: Iterable[str], among: Iterable[Value]) -> list[Value]:
        """The values with these keys; keys that none of the values in use has are passed over."""
        if facet == "standing":
            return [key for key in keys if key in Standing.values]
        self.rows(facet, among)
        return [self._pks[facet][key] for key in keys if key in self._pks[facet]]
