"""Which event a reader means who names it by a word: "the January ceasefire"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates import EventDate
from timeline.filtering import EventFilter, Order
from timeline.index.choosing import Chosen, certainly, chosen
from timeline.index.holding import current
from timeline.index.pages import past
from timeline.models import Event, Kind, Timeline
from timeline.models.searching import needles, searchable

ENOUGH = 200
"""Events that are looked at: a word that names more than these names none of them."""


def named(timeline: Timeline, words: Sequence[str], first: date | None, last: date | None) -> tuple[EventDate, ...]:
    """The different dates of the published events that lie in these days and whose headline holds all the words; where
    there is none, of those whose kind is called so. Of very many the first ``ENOUGH`` are looked at."""
    sought = needles(" ".join(words))
    if not sought:
        return ()
    saying = EventFilter(words=" ".join(words), order=Order.OLDEST)
    found = [it for it in _within(timeline, saying, first, last) if _holds(searchable(it.headline), sought)]
    if not found:
        kinds = tuple(kind.key for kind in Kind.objects.all() if _holds(searchable(*kind.names.values()), sought))
        found = _within(timeline, EventFilter(kinds=kinds, order=Order.OLDEST), first, last) if kinds else []
    return tuple(dict.fromkeys(it.date for it in found if it.date))


def _within(timeline: Timeline, choice: EventFilter, first: date | None, last: date | None) -> list[Event]:
    """The events of a choice that lie certainly in the days, in the order of time."""
    parts = [
        Chosen(part.segment, part.places & certainly(part.segment, first, last))
        for part in chosen(current(timeline), choice)
    ]
    pks = [pk for _earliest, _latest, pk in past(parts, None, ENOUGH, is_down=False)]
    return list(Event.objects.published().filter(pk__in=pks).defer("words", "claims").in_time_order())


def _holds(text: str, sought: Sequence[str]) -> bool:
    return all(needle in text for needle in sought)
