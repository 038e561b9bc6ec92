"""One line of our own format (docs/formats.md, "An event") into a row, or into the reason why not.

Nothing here asks the database, so that it can be done in other processes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from timeline.imports import fields
from timeline.imports.event_dates import Dated, read_date
from timeline.imports.event_sources import Source, read_sources, trail_of
from timeline.imports.event_terms import Facet, Said, TermReader
from timeline.imports.fields import Rejected
from timeline.imports.lines import LINE_LIMIT, Line
from timeline.models import HEADLINE_MAX, Standing, Status
from timeline.models.public_ids import ALPHABET
from timeline.models.revisions import canonical_json
from timeline.models.searching import searchable

FIELDS = frozenset(
    (
        *("id", "address", "version", "headline", "summary", "language", "date", "standing", "attributed_to"),
        *("kind", "actors", "places", "claims", "importance", "sources"),
    )
)
ID_MAX = 16
MADE_ID_LENGTH = 16
"""Letters of an id made of the content: 31¹⁶ of them, so that no two of a million events meet by chance."""

ATTRIBUTED_MAX = 200
_PUBLISHED = Status.PUBLISHED.value
_STANDINGS = frozenset(Standing.values)
_ID_LETTERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")


class Row(NamedTuple):
    """A record that can be stored. ``columns`` are those of :data:`EVENT_COLUMNS`; ``snapshot`` is canonical JSON, as
    the event's revision keeps it; ``digest`` tells whether two rows say the same."""

    number: int
    public_id: str
    columns: tuple[Any, ...]
    kind: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[Source, ...]
    snapshot: str
    digest: bytes


EVENT_COLUMNS = (
    *("headline", "summary", "words", "language"),
    *("earliest", "latest", "precision", "part", "extent", "approximate", "uncertain", "time", "zone"),
    *("standing", "attributed_to", "claims", "importance"),
)


class Refusal(NamedTuple):
    """A line that is not taken in, and why."""

    number: int
    reason: str


@dataclass(slots=True)
class Checked:
    """What became of some lines: rows and refusals in their order, and what the rows need to be there."""

    rows: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    terms: dict[tuple[Facet, str], Said] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a record leaves open: the timeline, its language, whether given ids count, canonical names by facet and key
    (a revision names actors and places in the order of their names)."""

    timeline: int
    language: str
    keeps_ids: bool = True
    names: Mapping[tuple[Facet, str], str] = field(default_factory=dict)


class RecordReader:
    """Reads lines into rows, one list at a time."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.names = dict(setting.names)
        self.terms = TermReader()

    def check(self, lines: Iterable[Line]) -> Checked:
        """Every line's row or refusal. Raises nothing, whatever the lines hold."""
        self.found = Checked()
        for line in lines:
            try:
                self.found.rows.append(self._row(line))
            except Rejected as reason:
                self.found.refusals.append(Refusal(line.number, str(reason)))
        for row in self.found.rows:
            self.found.outlets.update(source.origin.outlet for source in row.sources if source.origin.outlet)
        return self.found

    def _row(self, line: Line) -> Row:
        values = parsed(line)
        fields.only(values, FIELDS)
        headline = fields.needed_text(values, "headline", HEADLINE_MAX)
        summary = fields.text(values, "summary")
        language = fields.language(values, self.setting.language)
        date = read_date(values.get("date"))
        kind, actors, places = self._terms(values)
        said = {
            "headline": headline,
            "summary": summary,
            "language": language,
            "standing": _standing(values),
            "attributed_to": fields.text(values, "attributed_to", ATTRIBUTED_MAX),
            "importance": _importance(values),
            "claims": _claims(values),
        }
        sources = tuple(read_sources(values, otherwise=language, notation=date.notation))
        snapshot = canonical_json(_snapshot(said, date, (kind, actors, places), sources))
        digest = self._digest(snapshot, sources)
        words = searchable(headline, summary)
        return Row(
            line.number,
            self._id(values, digest),
            (
                *(headline, summary, words, language, *date[1:], said["standing"], said["attributed_to"]),
                *(canonical_json(said["claims"]) if said["claims"] else "[]", said["importance"]),
            ),
            *(kind, actors, places, sources, snapshot, digest),
        )

    def _terms(self, values: Mapping[str, Any]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        kind = values.get("kind")
        return (
            self._term("kind", kind, "kind") if kind is not None else "",
            self._several("actor", values.get("actors"), "actors"),
            self._several("place", values.get("places"), "places"),
        )

    def _several(self, facet: Facet, given: Any, where: str) -> tuple[str, ...]:
        """The keys, each once, in the order of their names, as the database would list them."""
        if not given and (given is None or given == []):
            return ()
        if type(given) is not list:
            raise Rejected(f"{where} must be a list, not {fields.told(given)}")
        keys = {self._term(facet, each, f"{where}[{number}]") for number, each in enumerate(given)}
        return tuple(sorted(keys, key=lambda key: (self.names.get((facet, key), key), key)))

    def _term(self, facet: Facet, given: Any, where: str) -> str:
        key, news = self.terms.read(facet, given, where)
        if news is not None:
            self.names.setdefault((facet, key), news.name or key)
            self.found.terms[facet, key] = news
        return key

    def _digest(self, snapshot: str, sources: tuple[Source, ...]) -> bytes:
        """Of all that the record says, and of the timeline it is for."""
        content = f"{self.setting.timeline}\n{snapshot}\n{[(*source.origin, source.is_cut) for source in sources]}"
        return hashlib.sha256(content.encode()).digest()[:16]

    def _id(self, values: Mapping[str, Any], digest: bytes) -> str:
        """The id that the record gives; else one made of what it says, so that the same again is known again."""
        given = fields.text(values, "id", ID_MAX)
        if not given or not self.setting.keeps_ids:
            return made_id(digest)
        if not _ID_LETTERS.issuperset(given):
            raise Rejected(f"id {fields.told(given)} must be made of 0–9 and a–z")
        return given


def made_id(digest: bytes) -> str:
    """Sixteen letters of ``models/public_ids.py``'s alphabet out of a hash."""
    rest, letters = int.from_bytes(digest), []
    for _place in range(MADE_ID_LENGTH):
        rest, letter = divmod(rest, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


def parsed(line: Line) -> Mapping[str, Any]:
    """The JSON object that a line holds. Raises :class:`Rejected` for whatever is none."""
    if line.content is None:
        raise Rejected(f"the line is longer than {LINE_LIMIT} bytes")
    try:
        content = line.content.decode()
        values = _decoder.decode(content)
    except UnicodeDecodeError as error:
        raise Rejected(f"the line is not UTF-8 from its byte {error.start + 1} on") from None
    except json.JSONDecodeError as error:
        raise Rejected(f"the line is not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise Rejected("the line is not JSON that can be read: it is nested too deeply") from None
    except ValueError:
        raise Rejected("the line is not JSON: a number in it is too long") from None
    if type(values) is not dict:
        raise Rejected(f"the line must hold an object, not {fields.told(values)}")
    if "\\u" in content:
        _check_characters(values)
    return values


def _no_number(word: str) -> float:
    raise Rejected(f"the line is not JSON: {word} is no number of its")


_decoder = json.JSONDecoder(parse_constant=_no_number)


def _check_characters(values: Mapping[str, Any]) -> None:
    """What JSON can write behind a backslash and no database can hold."""
    written = json.dumps(values, ensure_ascii=False)
    if "\\u0000" in written and _holds_nul(values):
        raise Rejected("the line holds a NUL character")
    try:
        written.encode()
    except UnicodeEncodeError:
        raise Rejected("the line holds half a character (a lone surrogate)") from None


def _holds_nul(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_nul(each) for pair in value.items() for each in pair)
    if isinstance(value, list):
        return any(_holds_nul(each) for each in value)
    return isinstance(value, str) and "\x00" in value


def _standing(values: Mapping[str, Any]) -> str:
    value = fields.text(values, "standing") or Standing.REPORTED.value
    if value not in _STANDINGS:
        raise Rejected(f"standing {fields.told(value)} is none of {', '.join(Standing.values)}")
    return value


def _importance(values: Mapping[str, Any]) -> int:
    value = values.get("importance", 3)
    if type(value) is not int or not 1 <= value <= 5:
        raise Rejected(f"importance must be a number from 1 to 5, not {fields.told(value)}")
    return value


def _claims(values: Mapping[str, Any]) -> list[dict[str, str | None]]:
    claims = []
    for number, claim in enumerate(fields.objects(values, "claims")):
        where = f"claims[{number}]."
        fields.only(claim, frozenset(("words", "by")), where=where)
        by = fields.text(claim, "by", where=where)
        claims.append({"words": fields.needed_text(claim, "words", where=where), "by": by or None})
    return claims


def _snapshot(
    said: Mapping[str, Any], date: Dated, terms: tuple[str, tuple[str, ...], tuple[str, ...]], sources: Iterable[Source]
) -> dict[str, Any]:
    """What ``models/snapshots.py`` will say of the event once it is stored."""
    kind, actors, places = terms
    return {
        **said,
        "date": date.notation,
        "earliest": date.earliest,
        "latest": date.latest,
        "precision": date.precision,
        "part": date.part,
        "extent": date.extent,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "time": date.time,
        "zone": date.zone,
        "status": _PUBLISHED,
        "kind": kind or None,
        "actors": actors,
        "places": places,
        "citations": [_citation(number, source, date) for number, source in enumerate(sources)],
    }


def _citation(number: int, source: Source, date: Dated) -> dict[str, Any]:
    start = source.phrase_start
    return {
        "article": source.sha256,
        "quote": source.quote,
        "start": 0,
        "end": len(source.quote),
        "phrase": source.phrase,
        "phrase_start": start,
        "phrase_end": None if start is None else start + len(source.phrase),
        "trail": trail_of(source.phrase, date.notation) if number == 0 else [],
    }
