"""A date as an editor writes it: notation, and beside it only what the notation cannot say.

``written`` and ``read`` are each other's inverse. The flags and the clock have fields of their own, so the
notation is shown without them; typed into it they count as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timeline.dates import DateError, EventDate, Precision
from timeline.dates.event_date import CLOCKED, PARTS_OF_DAY
from timeline.dates.notation import parse_notation, to_notation

FIELDS = ("notation", "time", "precision", "part", "extent", "approximate", "uncertain", "zone")
_ONE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def written(date: EventDate | None) -> dict[str, Any]:
    """The fields that say this date; empty ones mean "as the notation says"."""
    if date is None:
        return {name: None if name == "time" else "" for name in FIELDS} | {"approximate": False, "uncertain": False}
    said = {
        "notation": to_notation(_bare(date)),
        "time": date.time,
        "part": str(date.part or ""),
        "precision": "",
        "extent": "",
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "zone": date.zone or "",
    }
    return said if _says(said, date) else said | {"precision": str(date.precision), "extent": str(date.extent)}


def read(fields: Mapping[str, Any]) -> EventDate | None:
    """The date the fields say, None when no notation is given. Raises :class:`DateError` with one sentence."""
    notation, part, time = (fields.get(name) or "" for name in ("notation", "part", "time"))
    if not notation.strip():
        return None
    precision = fields.get("precision") or ("part_of_day" if part in PARTS_OF_DAY and not time else None)
    return parse_notation(
        _with_clock(notation.strip(), time),
        precision=precision,
        part=part or None,
        extent=fields.get("extent") or None,
        approximate=bool(fields.get("approximate")),
        uncertain=bool(fields.get("uncertain")),
        zone=fields.get("zone") or None,
    )


def _with_clock(notation: str, time: Any) -> str:
    return f"{notation}T{time:%H:%M:%S}" if time and _ONE_DAY.fullmatch(notation) else notation


def _bare(date: EventDate) -> EventDate:
    """The date without what stands in fields of its own."""
    plain = replace(date, approximate=False, uncertain=False)
    if date.precision not in CLOCKED:
        return replace(plain, zone=None)
    return replace(plain, precision=Precision.DAY, part=None, time=None, zone=None)


def _says(fields: Mapping[str, Any], date: EventDate) -> bool:
    try:
        return read(fields) == date
    except DateError:
        return False
