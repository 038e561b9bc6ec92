"""What a timeline is made of."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from timeline.models import Kind, Timeline


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of event and how many published events of the timeline are of it, at least one."""

    kind: Kind
    events: int


def kinds(timeline: Timeline) -> tuple[KindCount, ...]:
    """The kinds that occur in a timeline, the most frequent first, in one query."""
    seen = Q(events__status="published", events__timeline=timeline)
    found = Kind.objects.annotate(n=Count("events", filter=seen)).filter(n__gt=0).order_by("-n", "position", "key")
    return tuple(KindCount(kind, kind.n) for kind in found)
