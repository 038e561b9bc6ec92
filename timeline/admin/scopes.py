"""Which drafts are being reviewed together: those of one article, or all of a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from timeline.models import Article, Citation, Event, Timeline


@dataclass(frozen=True, slots=True)
class Scope:
    """``of`` is "article" or "timeline", ``pk`` its row; ``str()`` is the form that travels in addresses."""

    of: str
    pk: int

    def __str__(self) -> str:
        return f"{self.of}-{self.pk}"

    @classmethod
    def parse(cls, text: str | None, *, otherwise: Event) -> Scope:
        """The scope a form or address names; the event's own timeline when it names none."""
        of, _, number = (text or "").partition("-")
        if of in ("article", "timeline") and number.isascii() and number.isdigit() and len(number) < 18:
            return cls(of, int(number))
        return cls("timeline", otherwise.timeline_id)

    @property
    def url(self) -> str:
        """The review page."""
        return reverse(f"admin:timeline_{self.of}_review", args=[self.pk])

    def events(self) -> QuerySet[Event]:
        """An article's events whatever became of them, a timeline's drafts; as they were drafted."""
        if self.of == "article":
            cited = Citation.objects.filter(article=self.pk).values("event")
            return Event.objects.settled().filter(pk__in=cited).order_by("pk")
        return Event.objects.drafts().filter(timeline=self.pk).order_by("pk")

    def drafts_left(self) -> int:
        """How many still wait."""
        return self.events().drafts().count()


def scope_of(subject: Article | Timeline) -> Scope:
    """The scope of reviewing this article or timeline."""
    return Scope(type(subject).__name__.lower(), subject.pk)


def timeline_at_hand(request: HttpRequest) -> dict[str, Any]:
    """What a form for something new starts with: the timeline that the address names, else the only one there is."""
    pks = list(Timeline.objects.values_list("pk", flat=True)[:2])
    return {"timeline": request.GET.get("timeline") or (pks[0] if len(pks) == 1 else None)}
