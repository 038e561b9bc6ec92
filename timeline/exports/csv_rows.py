"""The events of a choice as comma-separated values (RFC 4180) in UTF-8: a header, then one row an event."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from timeline.exports.records import Record, records
from timeline.filtering import EventFilter
from timeline.models import Timeline

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_BREAKS = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")

type Cell = str | int | float


def as_csv(timeline: Timeline, choice: EventFilter) -> Iterator[str]:
    """The lines of the file, each with its CRLF; fields that hold line breaks go on over several."""
    writer = csv.writer(_Lines())
    yield writer.writerow(COLUMNS)
    for record in records(timeline, choice):
        yield writer.writerow([cell(record) for cell in COLUMNS.values()])


def guarded(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula.

    What begins with apostrophes before such a sign gets one more, so that taking one off always gives the text back.
    """
    return f"'{text}" if _FORMULA.match(text) else text


class _Lines:
    """A file for ``csv.writer`` that hands each row back instead of keeping it."""

    def write(self, row: str) -> str:
        return row


def _text(*path: str) -> Callable[[Record], Cell]:
    """The text at this place of a record, "" for null, guarded."""
    return lambda record: guarded(_plain(_at(record, path)))


def _plainly(*path: str) -> Callable[[Record], Cell]:
    """A value that is no text of anyone's: a word of ours, a day, a number, true or false."""
    return lambda record: _plain(_at(record, path))


def _texts(name: str, key: str) -> Callable[[Record], Cell]:
    """One value a line for each row of a list, guarded as a whole; a line break inside a value becomes a space."""
    return lambda record: guarded(_lines(row[key] for row in record[name]))


def _numbers(name: str, key: str) -> Callable[[Record], Cell]:
    return lambda record: _lines(row[key] for row in record[name])


def _lines(values: Iterable[Any]) -> str:
    return "\n".join(_BREAKS.sub(" ", _plain(value)) for value in values)


def _at(record: Record, path: Iterable[str]) -> Any:
    value: Any = record
    for name in path:
        value = value[name] if value else None
    return value


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


COLUMNS: dict[str, Callable[[Record], Cell]] = {
    "id": _plainly("id"),
    "address": _plainly("address"),
    "version": _plainly("version"),
    "headline": _text("headline"),
    "summary": _text("summary"),
    "language": _plainly("language"),
    "edtf": _text("date", "edtf"),
    "earliest": _plainly("date", "earliest"),
    "latest": _plainly("date", "latest"),
    "precision": _plainly("date", "precision"),
    "part": _plainly("date", "part"),
    "extent": _plainly("date", "extent"),
    "approximate": _plainly("date", "approximate"),
    "uncertain": _plainly("date", "uncertain"),
    "time": _plainly("date", "time"),
    "zone": _plainly("date", "zone"),
    "standing": _plainly("standing"),
    "attributed_to": _text("attributed_to"),
    "kind": _plainly("kind", "key"),
    "kind_name": _text("kind", "name"),
    "actors": _texts("actors", "key"),
    "actor_names": _texts("actors", "name"),
    "places": _texts("places", "key"),
    "place_names": _texts("places", "name"),
    "countries": _texts("places", "country"),
    "latitudes": _numbers("places", "latitude"),
    "longitudes": _numbers("places", "longitude"),
    "claims": _texts("claims", "words"),
    "claims_by": _texts("claims", "by"),
    "quotes": _texts("sources", "quote"),
    "quotes_cut": _texts("sources", "is_cut"),
    "phrases": _texts("sources", "phrase"),
    "outlets": _texts("sources", "outlet"),
    "titles": _texts("sources", "title"),
    "source_addresses": _texts("sources", "address"),
    "published_on": _texts("sources", "published_on"),
    "source_languages": _texts("sources", "language"),
    "licence_notes": _texts("sources", "licence_note"),
}
"""The columns in their order, each with how it is read from a record."""
