"""Which edition of the public face a reader has: what caches are told by, read without looking at events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db.models import Count

from timeline.models import Event, Revision, Timeline, Verb
from timeline.models.events import once_public
from timeline.models.timelines import TimelineQuerySet


@dataclass(frozen=True, slots=True)
class Edition:
    """The (number, version, language) of each timeline that an answer speaks of, and when the last of them changed."""

    timelines: tuple[tuple[int, int, str], ...]
    changed_at: datetime

    @classmethod
    def of(cls, timelines: Iterable[Timeline]) -> Self | None:
        """The edition of these rows, None where there are none."""
        rows = list(timelines)
        if not rows:
            return None
        named = tuple((row.pk, row.version, row.language) for row in rows)
        return cls(named, max(row.changed_at for row in rows))


def edition(slug: str) -> Edition | None:
    """Of a timeline by its address: one query, of timelines alone."""
    return Edition.of(_rows().filter(slug=slug))


def edition_of_event(public_id: str) -> Edition | None:
    """Of the timeline of an event that is or was public: one query that reads the event's key and nothing else of it.

    None for an event that never was, so that an answer does not tell it from one that does not exist.
    """
    return Edition.of(_rows().filter(once_public("events__"), events__public_id=public_id))


def edition_of_view(code: str) -> Edition | None:
    """Of the timeline of a shared view."""
    return Edition.of(_rows().filter(saved_views__code=code))


def edition_of_all() -> Edition | None:
    """Of every timeline, for what lists them."""
    return Edition.of(_rows().order_by("pk"))


def versions(events: Sequence[Event]) -> dict[int, int]:
    """How often each event was published anew, by its key: 1 as first published, and one more for each correction."""
    counted = Revision.objects.filter(event__in=events, verb=Verb.CORRECTED).order_by().values("event_id")
    found = {row["event_id"]: row["n"] for row in counted.annotate(n=Count("pk"))}
    return {event.pk: 1 + found.get(event.pk, 0) for event in events}


def _rows() -> TimelineQuerySet:
    return Timeline.objects.only("version", "language", "changed_at")
