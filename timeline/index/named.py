"""Which event a reader means who names it by a word: "the January ceasefire"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates import EventDate
from timeline.models import Event, Kind, Timeline
from timeline.models.searching import needles, searchable


def named(timeline: Timeline, words: Sequence[str], first: date | None, last: date | None) -> tuple[EventDate, ...]:
    """The different dates of the published events that lie in these days and whose headline holds all the words; where
    there is none, of those whose kind is called so. At most three queries."""
    sought = needles(" ".join(words))
    if not sought:
        return ()
    events = Event.objects.published().in_timeline(timeline).within(first, last).in_time_order()
    found = [it for it in events.saying(" ".join(words)) if _holds(searchable(it.headline), sought)]
    if not found:
        kinds = [kind.key for kind in Kind.objects.all() if _holds(searchable(*kind.names.values()), sought)]
        found = list(events.of_kinds(kinds))
    return tuple(dict.fromkeys(it.date for it in found if it.date))


def _holds(text: str, sought: Sequence[str]) -> bool:
    return all(needle in text for needle in sought)
