"""Which drafts are being reviewed together: those of one article, or all of a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from timeline.models import Article, Citation, Event, Proposal, Timeline


@dataclass(frozen=True, slots=True)
class Scope:
    """``of`` is "article" or "timeline", ``pk`` its row; ``str()`` is the form that travels in addresses.

    ``only`` is "proposals" when nothing else is shown than drafts that may be told already, else "".
    """

    of: str
    pk: int
    only: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, [self.of, str(self.pk), self.only]))

    @classmethod
    def parse(cls, text: str | None, *, otherwise: Event) -> Scope:
        """The scope a form or address names; the event's own timeline when it names none."""
        of, number, only = (*(text or "").split("-", 2), "", "")[:3]
        if of in ("article", "timeline") and number.isascii() and number.isdigit() and len(number) < 18:
            return cls(of, int(number), only_of(only))
        return cls("timeline", otherwise.timeline_id)

    @property
    def url(self) -> str:
        """The review page, as it was being looked at."""
        page = reverse(f"admin:timeline_{self.of}_review", args=[self.pk])
        return f"{page}?only={self.only}" if self.only else page

    def events(self) -> QuerySet[Event]:
        """What the page shows, as it was drafted."""
        return self.with_proposals() if self.only else self.all_events()

    def with_proposals(self) -> QuerySet[Event]:
        """The drafts that another event may tell already."""
        return self.all_events().drafts().in_pairs(Proposal.objects.live())

    def all_events(self) -> QuerySet[Event]:
        """An article's events whatever became of them, a timeline's drafts; as they were drafted."""
        if self.of == "article":
            cited = Citation.objects.filter(article=self.pk).values("event")
            return Event.objects.settled().filter(pk__in=cited).order_by("pk")
        return Event.objects.drafts().filter(timeline=self.pk).order_by("pk")

    def drafts_left(self) -> int:
        """How many still wait."""
        return self.all_events().drafts().count()

    def proposals_left(self) -> int:
        """How many of them may be told already by another event."""
        return self.with_proposals().count()


def only_of(word: str | None) -> str:
    """What an address asks to be shown alone, "" for everything and for what is not known."""
    return "proposals" if word == "proposals" else ""


def scope_of(subject: Article | Timeline, *, only: str | None = "") -> Scope:
    """The scope of reviewing this article or timeline."""
    return Scope(type(subject).__name__.lower(), subject.pk, only_of(only))


def timeline_at_hand(request: HttpRequest) -> dict[str, Any]:
    """What a form for something new starts with: the timeline that the address names, else the only one there is."""
    pks = list(Timeline.objects.values_list("pk", flat=True)[:2])
    return {"timeline": request.GET.get("timeline") or (pks[0] if len(pks) == 1 else None)}
