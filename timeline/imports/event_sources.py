"""The sources of a record: each a quotation, and what is known of where it comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.imports import fields
from timeline.imports.fields import Rejected
from timeline.index.trail_rules import BY_A_FILE
from timeline.models.sources import text_hash

FIELDS = frozenset(
    ("quote", "is_cut", "phrase", "outlet", "title", "address", "published_on", "language", "licence_note")
)
OUTLET_MAX, TITLE_MAX, LICENCE_MAX = 120, 300, 300

type Trail = list[dict[str, str | None]]


class Origin(NamedTuple):
    """Where a quotation comes from; two quotations of the same words and origin are one article."""

    outlet: str
    title: str
    address: str
    published_on: str | None
    language: str
    licence_note: str


class Source(NamedTuple):
    """A quotation, which is also the whole text of its article, with the SHA-256 of that text.

    ``phrase`` stands at ``phrase_start`` in it, "" and None where no words of it gave the date; ``is_cut`` says that
    the record held only a part of what its own source has.
    """

    quote: str
    sha256: str
    phrase: str
    phrase_start: int | None
    trail: str
    is_cut: bool
    origin: Origin


def read_sources(values: Mapping[str, Any], *, otherwise: str, notation: str) -> list[Source]:
    """The sources in their order, at least one; ``otherwise`` is the language of those that name none."""
    given = fields.objects(values, "sources")
    if not given:
        raise Rejected("sources is missing: an event rests on at least one quotation")
    found = [_source(each, number, otherwise, notation) for number, each in enumerate(given)]
    if len(found) > 1 and len({(one.sha256, one.origin) for one in found}) < len(found):
        raise Rejected("sources holds the same quotation twice")
    return found


def _source(value: Mapping[str, Any], number: int, otherwise: str, notation: str) -> Source:
    where = f"sources[{number}]."
    fields.only(value, FIELDS, where=where)
    quote = fields.needed_text(value, "quote", where=where)
    phrase = fields.text(value, "phrase", where=where)
    start = quote.find(phrase) if phrase else None
    if start == -1:
        raise Rejected(f"{where}phrase {fields.told(phrase)} does not occur in the quotation")
    trail = _encode(trail_of(phrase, notation)) if number == 0 else "[]"
    is_cut = bool(fields.flag(value, "is_cut", where=where))
    return Source(quote, text_hash(quote), phrase, start, trail, is_cut, _origin(value, where, otherwise))


def _origin(value: Mapping[str, Any], where: str, otherwise: str) -> Origin:
    published = fields.text(value, "published_on", where=where)
    return Origin(
        fields.text(value, "outlet", OUTLET_MAX, where=where).strip(),
        fields.text(value, "title", TITLE_MAX, where=where),
        fields.address(fields.text(value, "address", fields.ADDRESS_MAX, where=where), f"{where}address"),
        fields.day(published, f"{where}published_on") if published else None,
        fields.language(value, otherwise, where=where),
        fields.text(value, "licence_note", LICENCE_MAX, where=where),
    )


def trail_of(phrase: str, notation: str) -> Trail:
    """How the date is known: it came with the file."""
    return [{"words": phrase, "rule": BY_A_FILE, "anchor": None, "anchor_from": None, "value": notation}]


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
