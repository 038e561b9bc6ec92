"""The kind, actors and places of a record: a key each, and what a new row of the vocabulary would be made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.imports import fields
from timeline.imports.fields import Rejected
from timeline.models.vocabulary import KEY

KEY_MAX, NAME_MAX = 60, 120
_FIELDS = {
    "kind": frozenset(("key", "name")),
    "actor": frozenset(("key", "name")),
    "place": frozenset(("key", "name", "country", "latitude", "longitude")),
}


class Said(NamedTuple):
    """What a record says of a term besides its key; ``name`` is "" where it says nothing."""

    name: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


type Facet = str
"""``kind``, ``actor`` or ``place``."""


class TermReader:
    """Reads terms and remembers what was said of each, so that the same words are looked at once."""

    def __init__(self) -> None:
        self._last: dict[tuple[Facet, str], Any] = {}
        self._named: set[tuple[Facet, str]] = set()

    def read(self, facet: Facet, value: Any, where: str) -> tuple[str, Said | None]:
        """The key, and what is said of it where that is news: said first, or with a name first.

        ``value`` is an object with at least ``key``, or the key alone. Raises :class:`Rejected`.
        """
        key = value if type(value) is str else _key(value, where)
        last = self._last.get((facet, key))
        if last is not None and last == value:
            return key, None
        said = _said(facet, {"key": key} if value is key else value, where)
        is_news = last is None or (said.name and (facet, key) not in self._named)
        self._last[facet, key] = value
        if said.name:
            self._named.add((facet, key))
        return key, said if is_news else None


def _key(value: Any, where: str) -> str:
    if type(value) is not dict:
        raise Rejected(f"{where} must be an object with a key, not {fields.told(value)}")
    return fields.needed_text(value, "key", where=f"{where}.")


def _said(facet: Facet, value: Mapping[str, Any], where: str) -> Said:
    where = f"{where}."
    fields.only(value, _FIELDS[facet], where=where)
    key = fields.needed_text(value, "key", KEY_MAX, where=where)
    if not KEY.regex.fullmatch(key):
        raise Rejected(f"{where}key {fields.told(key)} must be made of a–z, 0–9 and single hyphens")
    name = fields.text(value, "name", NAME_MAX, where=where).strip()
    if facet != "place":
        return Said(name)
    country = fields.text(value, "country", where=where)
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise Rejected(f"{where}country {fields.told(country)} is not a code of two letters such as PS")
    latitude, longitude = (_degrees(value, part, where, most) for part, most in (("latitude", 90), ("longitude", 180)))
    if (latitude is None) != (longitude is None):
        raise Rejected(f"{where}latitude and longitude go together")
    return Said(name, country, latitude, longitude)


def _degrees(value: Mapping[str, Any], name: str, where: str, most: int) -> float | None:
    number = value.get(name)
    if number is None:
        return None
    if type(number) not in (int, float) or not -most <= number <= most:
        raise Rejected(f"{where}{name} must be a number from -{most} to {most}, not {fields.told(number)}")
    return float(number)
