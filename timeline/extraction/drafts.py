"""What the engine proposes to an editor: event drafts with their citations. Nothing here is stored or published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.extraction.trace import Trail, as_records

HEADLINE_LIMIT = 90
"""Characters a drafted headline may have: what a phone shows in two or three lines."""


class Standing(StrEnum):
    """How an event stands. The engine gives the first four; the last two only a person gives (vocabulary.md)."""

    REPORTED = "reported"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Quote:
    """A citation's place in the article: ``article[start:end] == quote``, and likewise its date phrase.

    The phrase lies inside the quote; it is None when no words of the text gave the date.
    """

    quote: str
    start: int
    end: int
    phrase: str | None = None
    phrase_start: int | None = None
    phrase_end: int | None = None

    def as_record(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("quote", "start", "end", "phrase", "phrase_start", "phrase_end")}


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One happening as the engine read it.

    ``kind`` is a key of the vocabulary ("talks") or None; ``actors`` and ``places`` are canonical names of the
    vocabulary, in order of appearance. ``claims`` are figures with who said them:
    ``{"what": "killed", "low": 1200, "best": 1200, "high": 1200, "exact": false, "words": "about 1,200 people killed",
    "by": null}``; low, best and high are null when the words give no number ("dozens").
    ``asks`` is what an editor must answer before it can be dated, empty when it is dated.
    """

    headline: str
    date: EventDate | None
    citations: tuple[Quote, ...]
    standing: Standing = Standing.REPORTED
    attributed_to: str | None = None
    kind: str | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    claims: tuple[Mapping[str, Any], ...] = ()
    trail: Trail = field(default=())
    asks: str = ""


def as_record(draft: EventDraft, *, document: str) -> dict[str, Any]:
    """The draft record of vocabulary.md, JSON-ready; ``document`` is the file's stem."""
    first, date = draft.citations[0], draft.date
    return {
        "id": document,
        "headline": draft.headline,
        "date": to_notation(date) if date else None,
        "earliest": date.earliest.isoformat() if date else None,
        "latest": date.latest.isoformat() if date else None,
        "precision": date.precision if date else None,
        "part": date.part if date else None,
        "extent": date.extent if date else None,
        "approximate": date.approximate if date else False,
        "uncertain": date.uncertain if date else False,
        "standing": draft.standing,
        "attributed_to": draft.attributed_to,
        "kind": draft.kind,
        "actors": list(draft.actors),
        "places": list(draft.places),
        "quote": first.quote,
        "start": first.start,
        "end": first.end,
        "phrase": first.phrase,
        "citations": [citation.as_record() for citation in draft.citations],
        "claims": [dict(claim) for claim in draft.claims],
        "trail": as_records(draft.trail),
        "asks": draft.asks,
    }
