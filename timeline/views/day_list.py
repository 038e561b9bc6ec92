"""A page of events as the list by day: headings, cards, and what a dense day folds away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import get_language, ngettext, pgettext

from timeline.dates import EventDate, Part, Precision
from timeline.dates.event_date import CLOCKED
from timeline.dates.wording import DayHeading, datetime_attr
from timeline.filtering.remembered import date_in_words, grouped, heading_of
from timeline.index import Details, Label
from timeline.models import Event, Standing
from timeline.views.frequency import levels

LEADS = 5
"""Events that a dense day shows at once (look, rule 8)."""


class Card(NamedTuple):
    """An event as the list shows it. ``when`` is its date where the heading is coarser, ``part`` the time of day where
    the heading is its day, else ""; ``machine`` is that date for machines, ``reading`` how it was worked out, "" where
    it stands in the words; ``notes`` are the numbers of its sources on paper."""

    event: Event
    address: str
    when: str
    part: str
    machine: str
    kind: Label | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    reading: str
    sources: str
    standing: str
    notes: Sequence[int]
    is_folded: bool = False


class Section(NamedTuple):
    """A heading with its events in the order of reading; ``folded`` are those beyond the weightiest of a dense day,
    which only paper shows here, and ``fold_url`` the view of that day."""

    heading: DayHeading
    leads: tuple[Card, ...]
    folded: tuple[Card, ...] = ()
    fold_label: str = ""
    fold_url: str = ""


type LinkToDays = Callable[[date, date], str]
"""The address of the view of some days, the first and the last given; "" where it is the view itself."""

type EventsOfDays = Callable[[date, date], int]
"""How many events that view shows."""


class _Placed(NamedTuple):
    """An event under a heading: the date that the heading says, and whether the heading is a day's own."""

    event: Event
    date: EventDate
    headed: EventDate
    level: Precision
    details: Details
    notes: Sequence[int]


def sections(
    events: Sequence[Event],
    details: Mapping[int, Details],
    *,
    link: LinkToDays | None = None,
    cut: EventsOfDays | None = None,
    notes: Mapping[int, Sequence[int]] | None = None,
) -> list[Section]:
    """The sections of a page; events follow each other as they do in ``events``, ``details`` are theirs by key. A
    dense day is folded where there is a ``link`` to the rest of it. Its first and last day may go on beyond a page
    that is ``cut`` out of a list: how many more they have is asked there. ``notes`` are the numbers of each event's
    sources, by its key."""
    dated = [(event, date) for event in events if (date := event.date) is not None]
    placed = [
        _Placed(event, date, _headed(date, level), level, details[event.pk], (notes or {}).get(event.pk, ()))
        for (event, date), level in zip(dated, levels([date for _event, date in dated]), strict=True)
    ]
    days = [(heading, list(group)) for heading, group in groupby(placed, lambda it: heading_of(it.headed))]
    edges = (0, len(days) - 1)
    return [_section(*day, link, cut if at in edges else None) for at, day in enumerate(days)]


def _headed(date: EventDate, level: Precision) -> EventDate:
    """The month or year to stand under, or the date itself where it does not lie within one."""
    first, last = date.earliest, date.latest
    if level == Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return EventDate.sometime_in_month(first.year, first.month)
    if level == Precision.YEAR and first.year == last.year:
        return EventDate.sometime_in_year(first.year)
    return date


def _section(heading: DayHeading, placed: list[_Placed], link: LinkToDays | None, cut: EventsOfDays | None) -> Section:
    cards, headed = [_card(one) for one in placed], placed[0].headed
    is_dense = len(cards) > LEADS and placed[0].level == Precision.DAY
    url = link(headed.earliest, headed.latest) if link and is_dense else ""
    if not url:
        return Section(heading, tuple(cards))
    weightiest = sorted(range(len(cards)), key=lambda at: (-placed[at].event.importance, at))[:LEADS]
    leads = tuple(cards[at] for at in sorted(weightiest))
    folded = tuple(card._replace(is_folded=True) for at, card in enumerate(cards) if at not in weightiest)
    more = max(len(folded), cut(headed.earliest, headed.latest) - LEADS) if cut else len(folded)
    return Section(heading, leads, folded, _fold_label(more, headed), url)


def _card(one: _Placed) -> Card:
    event, told = one.event, one.details
    when = "" if one.headed == one.date else date_in_words(one.date, weekday=True)
    part = _part(one)
    return Card(
        event=event,
        address=event.get_absolute_url(),
        when=when,
        part=part,
        machine=(datetime_attr(one.date) or "") if when or part else "",
        kind=told.kind,
        actors=told.actors,
        places=told.places,
        reading=told.reading,
        sources=_sources(len(told.sources)),
        standing="" if event.standing == Standing.CONFIRMED else str(Standing(event.standing).label),
        notes=one.notes,
    )


def _sources(count: int) -> str:
    return _sources_in(get_language() or "", count)


@lru_cache(1_000)
def _sources_in(_language: str, count: int) -> str:
    return ngettext("%(number)s source", "%(number)s sources", count) % {"number": grouped(count)}


def _part(one: _Placed) -> str:
    """The evening or the hour, where the heading is only the day."""
    says_part = one.date.precision in CLOCKED or one.date.precision == Precision.PART_OF_DAY
    if not (says_part and one.headed == one.date and heading_of(one.headed).number):
        return ""
    return f"{one.date.time:%H:%M}" if one.date.time else _part_names()[one.date.part or Part.NIGHT]


def _part_names() -> dict[Part, str]:
    return {
        Part.MORNING: pgettext("part of a day", "morning"),
        Part.AFTERNOON: pgettext("part of a day", "afternoon"),
        Part.EVENING: pgettext("part of a day", "evening"),
        Part.NIGHT: pgettext("part of a day", "night"),
    }


def _fold_label(more: int, date: EventDate) -> str:
    parts = {"number": grouped(more), "date": date_in_words(date)}
    if date.is_one_day:
        return ngettext("and %(number)s more on %(date)s", "and %(number)s more on %(date)s", more) % parts
    return ngettext("and %(number)s more, %(date)s", "and %(number)s more, %(date)s", more) % parts
