"""The quotations behind an event, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import index
from timeline.models import Article, Event


@dataclass(frozen=True, slots=True)
class Source:
    """A quotation with its article, how a date was read from it, and whether that is the event's date."""

    article: Article
    quotation: index.Quotation
    steps: tuple[index.ToldStep, ...]
    gave_the_date: bool


def sources(event: Event) -> list[Source]:
    """The event's quotations in the editors' order."""
    deciding = index.deciding_trail(event)
    return [
        Source(
            citation.article,
            index.quotation(citation),
            index.tell(citation.trail),
            deciding is not None and citation.trail == deciding,
        )
        for citation in event.citations.all()
    ]
