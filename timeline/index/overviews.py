"""What a reader sees of a timeline before reading it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from timeline.dates import EventDate
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.filtering import EventFilter
from timeline.index.bitmaps import Column, ordinals
from timeline.index.choosing import Chosen, chosen
from timeline.index.holding import at, current, stamps
from timeline.index.indexes import Index, Part
from timeline.models import Timeline


@dataclass(frozen=True, slots=True)
class Overview:
    """Published events, the articles they are quoted from, and the first and last day that any of them names.

    A source is an article, not an outlet: two reports of one newspaper are two sources. The days are None where
    nothing is published, or nothing with a known bound. ``span`` are days that every one of the events overlaps, which
    reach further where the first or last thing known of an event is the end or the beginning of it.
    """

    events: int
    sources: int
    first: date | None
    last: date | None
    span: tuple[date, date] | None

    @property
    def days(self) -> EventDate | None:
        """From the first day to the last, or None while there are none."""
        return _days(self.first, self.last)


def overview(timeline: Timeline) -> Overview:
    """The overview of one timeline."""
    return _overview(current(timeline))


def _overview(index: Index) -> Overview:
    return index.answers.ask("overview", lambda: _worked_out(index))


def _worked_out(index: Index) -> Overview:
    bounds = known_bounds(chosen(index, EventFilter()))
    first, _first_end, last, _last_start = bounds
    known = [day for day in bounds if day not in (None, OPEN_START, OPEN_END)]
    return Overview(len(index), _sources(index), first, last, (min(known), max(known)) if known else None)


type Bounds = tuple[date | None, date | None, date | None, date | None]


def known_bounds(parts: Iterable[Chosen]) -> Bounds:
    """Of all these events the first beginning that is known, the first end, the last end that is known and the last
    beginning; None where there is none."""
    found = [_bounds(part) for part in parts if part.places]
    firsts, first_ends, lasts, last_starts = zip(*found, strict=True) if found else ((), (), (), ())
    return _day(min, firsts), _day(min, first_ends), _day(max, lasts), _day(max, last_starts)


def _day(choose: Callable[..., int | None], days: Iterable[int | None]) -> date | None:
    found = choose((day for day in days if day is not None), default=None)
    return None if found is None else date.fromordinal(found)


def _bounds(part: Chosen) -> tuple[int | None, int | None, int | None, int]:
    """As days. Events of one day lie in the order of their ends as well: only the others are looked at one by one."""
    segment, places = part.segment, part.places
    started = places & BitMap(range(segment.starts_from(_OPEN_START + 1), len(segment)))
    single = places - segment.spans
    closed = single & BitMap(range(segment.starts_from(_OPEN_END)))
    ends = segment.latest[ordinals(places & segment.spans)]
    known = ends[ends != _OPEN_END]
    first_ends = [*([ends.min()] if len(ends) else []), *([segment.latest[single.min()]] if single else [])]
    last_ends = [*([known.max()] if len(known) else []), *([segment.latest[closed.max()]] if closed else [])]
    return (
        int(segment.earliest[started.min()]) if started else None,
        int(min(first_ends)),
        int(max(last_ends)) if last_ends else None,
        int(segment.earliest[places.max()]),
    )


_OPEN_START, _OPEN_END = OPEN_START.toordinal(), OPEN_END.toordinal()


def _sources(index: Index) -> int:
    """How many articles are cited by events that stand: those of the base, without those that only superseded events
    cite, and those that only changed ones do."""
    (base, *others) = index.parts
    gone = _uses(base.segment.articles_of(BitMap(range(len(base.segment))) - base.standing))
    for article, uses in _uses(*(part.segment.articles_of(part.standing) for part in others)).items():
        gone[article] -= uses
    before = _uses_in(base, gone)
    lost = sum(uses > 0 and uses - gone[article] <= 0 for article, uses in before.items())
    new = sum(uses == 0 and gone[article] < 0 for article, uses in before.items())
    return len(base.segment.articles) - lost + new


def _uses(*articles: Column) -> Counter[int]:
    return Counter(article for some in articles for article in some.tolist())


def _uses_in(part: Part, articles: Iterable[int]) -> dict[int, int]:
    """How many events of a segment cite each of these articles."""
    return {article: part.segment.uses_of(article) for article in articles}


@dataclass(frozen=True, slots=True)
class Listed:
    """A timeline on the front page, with the number of its published events and the days they cover."""

    timeline: Timeline
    events: int
    days: EventDate | None


def listed() -> tuple[Listed, ...]:
    """The timelines with something to read, by title, in two queries where none of them changed."""
    told = {stamp.timeline: _overview(at(stamp)) for stamp in stamps()}
    rows = Timeline.objects.order_by("title", "pk")
    return tuple(Listed(row, told[row.pk].events, told[row.pk].days) for row in rows if told[row.pk].events)


def _days(first: date | None, last: date | None) -> EventDate | None:
    """From the first day to the last; a last day before the first is what open sides leave, and says nothing."""
    if first is None or last is None or last < first:
        return None
    return EventDate.on(first) if first == last else EventDate.lasting(first, last)
