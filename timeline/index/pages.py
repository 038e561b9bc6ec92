"""Which events, and how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from django.db import connection
from pyroaring import BitMap

from timeline.filtering import EventFilter
from timeline.index.bitmaps import ordinals
from timeline.index.choosing import Chosen, certainly, chosen
from timeline.index.cursors import LARGEST_KEY, Cursor
from timeline.index.holding import current
from timeline.index.segments import Key, Segment
from timeline.index.statements import Statement
from timeline.models import Event, Timeline

PAGE_SIZE = 50
"""Events on a page (vocabulary: fifty a page)."""

CHUNK = 10_000
"""Rows named in one query."""


@dataclass(frozen=True, slots=True)
class Page:
    """Events in the order of reading; where the next page begins, or None on the last one; and where the previous one
    ends (``before=`` it), or None on the first."""

    events: tuple[Event, ...]
    next_cursor: Cursor | None
    previous_cursor: Cursor | None = None


class Placed(Protocol):
    """Events of one segment, by place."""

    @property
    def segment(self) -> Segment: ...

    @property
    def places(self) -> BitMap: ...


NOT_LISTED = (
    *("words", "claims", "attributed_to", "asks", "batch", "created_at", "updated_at"),
    *("published_at", "published_by", "withdrawn_at", "withdrawal_note"),
)
"""Columns that no list shows; reading them takes longer than finding the rows."""

_LISTED = tuple(it.attname for it in Event._meta.concrete_fields if it.name not in NOT_LISTED)
_LISTED_ROWS = Statement(lambda pks: Event.objects.published().filter(pk__in=pks).values_list(*_LISTED))
_NAMES = frozenset(_LISTED)


class Total(NamedTuple):
    """How many events a choice shows, and how many of them lie only possibly in its days."""

    events: int
    possibly: int


def page(
    timeline: Timeline,
    choice: EventFilter,
    *,
    after: Cursor | None = None,
    before: Cursor | None = None,
    size: int = PAGE_SIZE,
    is_detailed: bool = False,
) -> Page:
    """The events of the choice past a place, or the last of those that end just before it, at most ``size``; from the
    start of reading where neither is given. ``before`` counts only without ``after``. What else a card shows is in
    :func:`timeline.index.details`; the events bring their own rows of it where ``is_detailed``.

    Paging goes by key, not by number: events added or withdrawn while someone reads neither repeat nor skip others.
    """
    parts, is_down = chosen(current(timeline), choice), choice.newest_first
    if before is not None and after is None:
        found = past(parts, _key(before), size + 1, is_down=not is_down)
        shown, more = found[:size][::-1], len(found) > size
        has_next = _goes_on(parts, shown, is_down=is_down)
        return _page(shown, has_next=has_next, has_previous=more, is_detailed=is_detailed)
    found = past(parts, _key(after) if after else None, size + 1, is_down=is_down)
    shown, more = found[:size], len(found) > size
    has_previous = after is not None and _goes_on(parts, shown[::-1], is_down=not is_down)
    return _page(shown, has_next=more, has_previous=has_previous, is_detailed=is_detailed)


def place_of(timeline: Timeline, choice: EventFilter, day: date) -> Cursor:
    """The place past which reading goes on, for who jumps to a day: the first event that begins on it comes next or,
    where none does, the next one in the order of reading; where nothing lies beyond, the last event there is."""
    parts, is_down = chosen(current(timeline), choice), choice.newest_first
    place = Cursor(day, date.max, LARGEST_KEY) if is_down else Cursor(day, day, 0)
    if past(parts, _key(place), 1, is_down=is_down):
        return place
    for earliest, latest, pk in past(parts, None, 1, is_down=not is_down):
        return cursor_at((earliest, latest, pk + (1 if is_down else -1)))
    return place


def count(timeline: Timeline, choice: EventFilter) -> Total:
    """How many events the choice shows on all its pages."""
    parts = chosen(current(timeline), choice)
    total = sum(len(part.places) for part in parts)
    if not choice.has_dates:
        return Total(total, 0)
    inside = (certainly(part.segment, choice.first, choice.last) for part in parts)
    certain = sum(part.places.intersection_cardinality(it) for part, it in zip(parts, inside, strict=True))
    return Total(total, total - certain)


def keys(timeline: Timeline, choice: EventFilter) -> tuple[tuple[date, date, str], ...]:
    """(earliest, latest, public id) of every event of the choice in the order of reading."""
    found = past(chosen(current(timeline), choice), None, None, is_down=choice.newest_first)
    ids: dict[int, str] = {}
    for start in range(0, len(found), CHUNK):
        pks = [pk for _earliest, _latest, pk in found[start : start + CHUNK]]
        ids |= Event.objects.published().filter(pk__in=pks).values_list("pk", "public_id")
    days = ((date.fromordinal(earliest), date.fromordinal(latest), pk) for earliest, latest, pk in found)
    return tuple((earliest, latest, ids[pk]) for earliest, latest, pk in days if pk in ids)


def fetched(pks: Iterable[int], *, is_detailed: bool = False) -> dict[int, Event]:
    """The published events with these keys, by key: one query, four with all that their pages show, however many there
    are. One withdrawn this very moment is missing."""
    if is_detailed:
        rows = Event.objects.published().filter(pk__in=list(pks)).defer("words").with_details()
    else:
        rows = (Event.from_db(connection.alias, _NAMES, row) for row in _LISTED_ROWS.ask(pks))
    return {row.pk: row for row in rows}


def past(parts: Sequence[Placed], key: Key | None, most: int | None, *, is_down: bool) -> list[Key]:
    """The keys of the events past a key, or from the end where it is None, at most so many; down or up in time."""
    found = [it for part in parts for it in _past(part, key, most, is_down=is_down)]
    return sorted(found, reverse=is_down)[:most]


def _past(part: Placed, key: Key | None, most: int | None, *, is_down: bool) -> list[Key]:
    segment, places = part.segment, part.places
    if is_down:
        stop = _rank(places, segment.place(key)) if key else len(places)
        wanted = places[0 if most is None else max(0, stop - most) : stop]
    else:
        start = _rank(places, segment.place((*key[:2], key[2] + 1))) if key else 0
        wanted = places[start : len(places) if most is None else min(len(places), start + most)]
    return segment.keys(ordinals(wanted))


def _rank(places: BitMap, place: int) -> int:
    """How many of the places lie before this one."""
    return places.rank(place - 1) if place else 0


def _goes_on(parts: Sequence[Chosen], shown: Sequence[Key], *, is_down: bool) -> bool:
    return bool(shown) and bool(past(parts, shown[-1], 1, is_down=is_down))


def _page(shown: Sequence[Key], *, has_next: bool, has_previous: bool, is_detailed: bool) -> Page:
    rows = fetched((pk for _earliest, _latest, pk in shown), is_detailed=is_detailed)
    return Page(
        tuple(rows[pk] for _earliest, _latest, pk in shown if pk in rows),
        cursor_at(shown[-1]) if has_next else None,
        cursor_at(shown[0]) if has_previous else None,
    )


def cursor_at(key: Key) -> Cursor:
    """The place of the event with this key."""
    earliest, latest, pk = key
    return Cursor(date.fromordinal(earliest), date.fromordinal(latest), pk)


def _key(place: Cursor) -> Key:
    return place.earliest.toordinal(), place.latest.toordinal(), min(place.pk, LARGEST_KEY - 1)
