"""The date of a record: a notation, and beside it fields that say more and must not contradict it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.dates import DateError, EventDate
from timeline.dates.notation import parse_notation, to_notation
from timeline.imports.fields import Rejected, flag, needed_text, only, text, told

FIELDS = frozenset(
    ("edtf", "earliest", "latest", "precision", "part", "extent", "approximate", "uncertain", "time", "zone")
)
ZONE_MAX = 60


class Dated(NamedTuple):
    """A date as columns hold it: days and time in ISO 8601, "" for no part and no zone, ``notation`` for the rest."""

    notation: str
    earliest: str
    latest: str
    precision: str
    part: str
    extent: str
    approximate: bool
    uncertain: bool
    time: str | None
    zone: str


def read_date(value: Any) -> Dated:
    """The date that a record's ``date`` says: an object with at least ``edtf``, or the notation alone.

    Raises :class:`Rejected` when the notation cannot be read or a field beside it says otherwise.
    """
    if value is None:
        raise Rejected("date is missing")
    if type(value) is str:
        return _dated(value, "", "", "", None, None, "")
    if type(value) is not dict:
        raise Rejected(f"date must be an object or a notation, not {told(value)}")
    try:
        return _read(tuple(value.items()), type(value.get("approximate")), type(value.get("uncertain")))
    except TypeError:  # a list or an object stands in it, which no date has
        return _read.__wrapped__(value.items())


@lru_cache(maxsize=20_000)
def _read(items: Iterable[tuple[str, Any]], *_types: type) -> Dated:
    """The date that these fields say; their order and the types of the flags, since 1 equals true, only tell them
    apart from others that were read before."""
    value = dict(items)
    only(value, FIELDS, where="date.")
    words = [text(value, name, ZONE_MAX, where="date.") for name in ("precision", "part", "extent", "zone")]
    flags = [flag(value, name, where="date.") for name in ("approximate", "uncertain")]
    dated = _dated(needed_text(value, "edtf", where="date."), *words[:3], *flags, words[3])
    for name in ("earliest", "latest", "time"):
        _agree(value, name, getattr(dated, name), dated)
    return dated


def _agree(value: Mapping[str, Any], name: str, found: str | None, dated: Dated) -> None:
    """A bound or a time given beside the notation must be what the notation says; null says nothing."""
    given = text(value, name, where="date.")
    if given and given != found:
        raise Rejected(f"date.{name} is {told(given)}, but “{dated.notation}” says {found or 'none'}")


def _dated(
    edtf: str, precision: str, part: str, extent: str, approximate: bool | None, uncertain: bool | None, zone: str
) -> Dated:
    try:
        it = parse_notation(
            edtf,
            precision=precision or None,
            part=part or None,
            extent=extent or None,
            approximate=bool(approximate),
            uncertain=bool(uncertain),
            zone=zone or None,
        )
    except DateError as error:
        raise Rejected(str(error)) from error
    if approximate is False and it.approximate or uncertain is False and it.uncertain:
        raise Rejected(f"“{edtf}” has a sign of doubt, but beside it stands false")
    return _columns(it)


def _columns(it: EventDate) -> Dated:
    return Dated(
        notation=to_notation(it),
        earliest=it.earliest.isoformat(),
        latest=it.latest.isoformat(),
        precision=it.precision.value,
        part=it.part.value if it.part else "",
        extent=it.extent.value,
        approximate=it.approximate,
        uncertain=it.uncertain,
        time=it.time.isoformat() if it.time else None,
        zone=it.zone or "",
    )
