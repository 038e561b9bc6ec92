"""A draft, or what became of it, as one card of the review page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from timeline import index
from timeline.admin.date_form import PARTS, PRECISIONS
from timeline.admin.event_dates import written
from timeline.admin.quotes import QuoteInContext, in_context
from timeline.admin.wording import date_words
from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.models import Article, Citation, Event, Revision, Status


@dataclass(frozen=True, slots=True)
class Source:
    """One citation: its words in their context, and how they gave a date, each step with its notation."""

    citation: Citation
    quote: QuoteInContext
    trail: list[tuple[index.ToldStep, str]]


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. ``seen`` is the number of the revision that it shows: a verb is refused on an older one."""

    event: Event
    date: str
    notation: str
    facts: list[tuple[str, str]]
    sources: list[Source]
    seen: int
    problem: str = ""

    @property
    def is_draft(self) -> bool:
        return self.event.status == Status.DRAFT

    @property
    def is_public(self) -> bool:
        return self.event.status in (Status.PUBLISHED, Status.WITHDRAWN)


def for_cards(events: QuerySet[Event]) -> QuerySet[Event]:
    """With all that cards show, in a constant number of queries; each article's text is fetched once."""
    articles = Prefetch("article", Article.objects.select_related("outlet"))
    citations = Prefetch("citations", Citation.objects.prefetch_related(articles))
    last = Revision.objects.filter(event=OuterRef("pk")).order_by("-number").values("number")[:1]
    rows = events.select_related("kind", "timeline").prefetch_related("actors", "places", citations)
    return rows.annotate(seen=Subquery(last))


def fresh_card(pk: int, *, problem: str = "") -> Card:
    """The card of this event as it stands now. Raises ``Http404``."""
    return card_of(get_object_or_404(for_cards(Event.objects.settled()), pk=pk), problem=problem)


def card_of(event: Any, *, problem: str = "") -> Card:
    """The card of an event that came from :func:`for_cards`."""
    date = event.date
    return Card(
        event=event,
        date=date_words(date),
        notation=to_notation(date) if date else "",
        facts=[(label, text) for label, text in _facts(event) if text],
        sources=[_source(citation) for citation in event.citations.all()],
        seen=event.seen or 0,
        problem=problem,
    )


def _source(citation: Citation) -> Source:
    notations = [step.get("value") or "" for step in citation.trail]
    return Source(citation, in_context(citation), list(zip(index.tell(citation.trail), notations, strict=True)))


def _facts(event: Event) -> list[tuple[str, str]]:
    return [
        (_("Precision"), precision_of(event.date)),
        (_("Standing"), event.get_standing_display()),
        (_("Said by"), event.attributed_to),
        (_("Kind"), event.kind.label if event.kind else _("none")),
        (_("Actors"), ", ".join(actor.label for actor in event.actors.all())),
        (_("Places"), ", ".join(place.label for place in event.places.all())),
        (_("Claims"), "; ".join(_claim(claim) for claim in event.claims)),
    ]


def precision_of(date: EventDate | None) -> str:
    """What the notation leaves to the fields beside it: "part of a day, evening, approximate"."""
    if date is None:
        return ""
    said = written(date)
    flags = [(_("approximate"), date.approximate), (_("uncertain"), date.uncertain)]
    names = dict(PRECISIONS)[date.precision], dict(PARTS)[date.part] if date.part else ""
    words = [*map(str, names), *(word for word, is_so in flags if is_so)]
    clock = [f"{said['time']:%H:%M}"] if said["time"] else []
    return ", ".join(filter(None, [*words, *clock, said["zone"]]))


def _claim(claim: dict[str, Any]) -> str:
    words = claim.get("words") or f"{claim.get('what', '')}: {claim.get('best', '')}"
    return _("%(words)s (said by %(by)s)") % {"words": words, "by": claim["by"]} if claim.get("by") else words
