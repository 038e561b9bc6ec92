"""An article read once more, and which of the drafts found now is which of the events made of it then."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from timeline import extraction
from timeline.dates import EventDate
from timeline.extraction.drafts import EventDraft, Quote
from timeline.extraction.trace import as_records
from timeline.extraction.vocabulary import Vocabulary
from timeline.models import Citation

type Place = tuple[int, int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Found:
    """What the engine says today of one event: its date and the trail to it, as a citation keeps it."""

    date: EventDate | None
    trail: list[dict[str, Any]]


class Rereading:
    """The engine's reading of a text as of a day, ready to be asked about citations."""

    def __init__(self, text: str, published_on: dt.date | None, vocabulary: Vocabulary) -> None:
        reading = extraction.read(text, published=published_on, vocabulary=vocabulary)
        self.dates = reading.dates
        self._by_place: dict[Place, list[EventDraft]] = defaultdict(list)
        for draft in reading.drafts:
            for quote in draft.citations:
                self._by_place[_place(quote)].append(draft)

    def of(self, citation: Citation, *, headline: str) -> Found | None:
        """What is read at this citation's words; where several events share them, the one with this drafted headline.

        None when nothing is, or when several dates are and no headline tells them apart.
        """
        found = self._by_place.get(_place(citation), [])
        same = [draft for draft in found if draft.headline == headline] or found
        readings = [Found(draft.date, as_records(draft.trail)) for draft in same]
        return readings[0] if readings and all(one == readings[0] for one in readings) else None


def _place(it: Quote | Citation) -> Place:
    return it.start, it.end, it.phrase_start, it.phrase_end


def deciding(citations: Iterable[Citation]) -> Citation | None:
    """The citation that the engine took the event's date from, or asked about: the first."""
    return min(citations, key=lambda citation: (citation.position, citation.pk), default=None)
