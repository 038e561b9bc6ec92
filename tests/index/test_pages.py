"""Which events, how many, and every one of them exactly once."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests import factories
from tests.index.conftest import Chronicle
from timeline import index
from timeline.dates import EventDate
from timeline.filtering import EventFilter, Order
from timeline.index import Cursor
from timeline.index.segments import SHORT
from timeline.models import Event, Timeline

START = date(2024, 1, 1)
NEWEST, OLDEST = EventFilter(order=Order.NEWEST), EventFilter(order=Order.OLDEST)


def read_on(timeline: Timeline, choice: EventFilter, *, size: int = 50) -> list[list[int]]:
    """The ids on each page, from the first to the last."""
    pages, after = [], None
    while True:
        page = index.page(timeline, choice, after=after, size=size)
        pages.append([event.pk for event in page.events])
        if page.next_cursor is None:
            return pages
        after = page.next_cursor


def crowded_dates(count: int) -> list[EventDate | date]:
    """Days of which several have the same bounds, and ranges that begin on the same day."""
    days = [START + timedelta(days=number // 4) for number in range(count)]
    return [
        EventDate.one_of_days(day, day + timedelta(days=number % 3)) if number % 4 == 1 else day
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize("days", [2, 30, SHORT - 1, SHORT, SHORT + 1, SHORT + 2, 400])
def test_an_event_is_found_on_the_last_of_its_days_and_not_after(days: int, chronicle: Chronicle) -> None:
    timeline, last = factories.timeline(), START + timedelta(days=days - 1)
    chronicle(timeline, [START - timedelta(days=1), EventDate.one_of_days(START, last)])
    on_it = EventFilter(first=last, last=last + timedelta(days=9))
    after = EventFilter(first=last + timedelta(days=1), last=last + timedelta(days=9))
    assert [index.count(timeline, choice) for choice in (on_it, after)] == [(1, 1), (0, 0)]


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
def test_reading_on_shows_every_event_exactly_once(choice: EventFilter, chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    events = chronicle(timeline, crowded_dates(120))
    pages = read_on(timeline, choice)
    keys = sorted((event.earliest, event.latest, event.pk) for event in events)
    expected = [pk for _earliest, _latest, pk in (reversed(keys) if choice.newest_first else keys)]
    assert [len(page) for page in pages] == [50, 50, 20]
    assert [pk for page in pages for pk in page] == expected


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
@pytest.mark.parametrize("shift", [-400, 0, 400])
def test_an_event_added_while_one_reads_repeats_and_skips_no_other(
    choice: EventFilter, shift: int, chronicle: Chronicle
) -> None:
    timeline = factories.timeline()
    before = {event.pk for event in chronicle(timeline, crowded_dates(12))}
    first = index.page(timeline, choice, size=5)
    chronicle(timeline, [START + timedelta(days=1 + shift)])
    rest, after = [], first.next_cursor
    while after is not None:
        page = index.page(timeline, choice, after=after, size=5)
        rest += [event.pk for event in page.events]
        after = page.next_cursor
    seen = [event.pk for event in first.events] + rest
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_reading_goes_on_after_the_event_a_page_ended_with_was_withdrawn(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    events = chronicle(timeline, [START + timedelta(days=number) for number in range(4)])
    place = index.page(timeline, OLDEST, size=2).next_cursor
    factories.withdrawn(events[1])
    assert [event.pk for event in index.page(timeline, OLDEST, after=place).events] == [events[2].pk, events[3].pk]


@pytest.mark.django_db
def test_only_what_is_published_in_this_timeline_is_on_its_pages() -> None:
    timeline = factories.timeline()
    shown = factories.event(timeline=timeline)
    factories.draft(timeline=timeline)
    factories.withdrawn(factories.event(timeline=timeline))
    factories.event()
    assert [event.pk for event in index.page(timeline, NEWEST).events] == [shown.pk]
    assert index.count(timeline, NEWEST) == (1, 0)


def test_a_last_page_that_is_full_says_that_it_is_the_last(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, [START] * 3)
    assert index.page(timeline, NEWEST, size=3).next_cursor is None


def test_past_the_end_there_is_an_empty_page(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    (event,) = chronicle(timeline, [START])
    assert index.page(timeline, OLDEST, after=Cursor.at(event)) == index.Page((), None)


def read_back(timeline: Timeline, choice: EventFilter, *, size: int = 50) -> list[list[int]]:
    """The ids on each page from the last page to the first, each in the order of reading."""
    last = index.page(timeline, choice.in_other_order(), size=1).events[0]
    pages, before = [[last.pk]], index.Cursor.at(last)
    while before is not None:
        page = index.page(timeline, choice, before=before, size=size)
        pages.append([event.pk for event in page.events])
        before = page.previous_cursor
    return pages


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
def test_reading_back_shows_every_event_exactly_once(choice: EventFilter, chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, crowded_dates(23))
    there = [pk for page in read_on(timeline, choice, size=5) for pk in page]
    assert [pk for page in reversed(read_back(timeline, choice, size=5)) for pk in page] == there


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
def test_a_page_says_where_one_came_from_and_goes_on(choice: EventFilter, chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, crowded_dates(12))
    first = index.page(timeline, choice, size=5)
    second = index.page(timeline, choice, after=first.next_cursor, size=5)
    assert first.previous_cursor is None
    assert index.page(timeline, choice, before=second.previous_cursor, size=5) == first
    assert index.page(timeline, choice, before=second.next_cursor, size=4).events == second.events[:4]


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
def test_reading_back_while_events_come_and_go_repeats_and_skips_no_other(
    choice: EventFilter, chronicle: Chronicle
) -> None:
    timeline = factories.timeline()
    stay = chronicle(timeline, crowded_dates(12))
    goes = chronicle(timeline, [START + timedelta(days=1)])[0]
    last = index.page(timeline, choice.in_other_order(), size=1).events[0]
    seen, before = [last.pk], Cursor.at(last)
    while before is not None:
        page = index.page(timeline, choice, before=before, size=3)
        seen += [event.pk for event in page.events]
        before = page.previous_cursor
        chronicle(timeline, [START + timedelta(days=1)])
        if goes.status == "published":
            goes = factories.withdrawn(goes)
    assert len(seen) == len(set(seen))
    assert {event.pk for event in stay} <= set(seen)


@pytest.mark.parametrize(
    ("choice", "day", "headline"),
    [
        (OLDEST, date(2024, 1, 5), "fifth"),
        (OLDEST, date(2024, 1, 6), "ninth"),
        (NEWEST, date(2024, 1, 5), "fifth too"),
        (NEWEST, date(2024, 1, 8), "fifth too"),
        (OLDEST, date(2025, 1, 1), "ninth"),
        (NEWEST, date(2023, 1, 1), "first"),
    ],
)
def test_a_jump_to_a_day_begins_with_it_or_with_what_comes_next(
    choice: EventFilter, day: date, headline: str, db: None
) -> None:
    timeline = factories.timeline()
    for told, number in (("first", 1), ("fifth", 5), ("fifth too", 5), ("ninth", 9)):
        factories.event(timeline=timeline, on=date(2024, 1, number), headline=told)
    place = index.place_of(timeline, choice, day)
    assert index.page(timeline, choice, after=place).events[0].headline == headline


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_the_same_for_one_event_and_for_three(
    count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline()
    talks, envoy, town = factories.kind(), factories.actor(), factories.place()
    chronicle(timeline, [START] * count, kind=talks, actors=[envoy], places=[town])
    index.details(timeline, index.page(timeline, NEWEST).events)
    with django_assert_num_queries(4):
        page = index.page(timeline, NEWEST)
        told = index.details(timeline, page.events)
    assert len(told) == count
    for details in told.values():
        assert details.kind and details.kind.name == "Talks and delegations"
        assert (details.actors, details.places) == (("Ruritania",), ("Strelsau",))
        assert [source.outlet for source in details.sources.values()] == ["The Strelsau Gazette"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("side", ["after", "before"])
def test_a_page_inside_the_list_costs_no_more(
    side: str, count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline()
    events = chronicle(timeline, [START + timedelta(days=number) for number in range(2 * count + 1)])
    index.page(timeline, OLDEST)
    with django_assert_num_queries(2):
        page = index.page(timeline, OLDEST, **{side: Cursor.at(events[count])})
    assert len(page.events) == count


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
def test_reading_back_shows_the_same_pages_in_the_same_order(choice: EventFilter, chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, crowded_dates(13))
    forwards = [pk for page in read_on(timeline, choice, size=5) for pk in page]
    backwards: list[int] = []
    page = index.page(timeline, choice, after=index.page(timeline, choice, size=11).next_cursor, size=5)
    assert (len(page.events), page.next_cursor) == (2, None)
    while page.previous_cursor is not None:
        page = index.page(timeline, choice, before=page.previous_cursor, size=5)
        assert page.next_cursor == Cursor.at(page.events[-1])
        backwards = [event.pk for event in page.events] + backwards
    assert backwards == forwards[:11]


def test_nothing_lies_before_the_first_event(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    first, second = chronicle(timeline, [START, START])
    assert index.page(timeline, OLDEST, before=Cursor.at(first)) == index.Page((), None)
    (shown,) = index.page(timeline, OLDEST, before=Cursor.at(second)).events
    assert shown == first
    assert index.page(timeline, OLDEST, before=Cursor.at(second)).previous_cursor is None


@pytest.mark.parametrize(
    ("choice", "day", "numbers"),
    [
        (OLDEST, START + timedelta(days=1), [1, 2, 3, 4]),
        (NEWEST, START + timedelta(days=1), [2, 1, 0]),
        (OLDEST, START - timedelta(days=1), [0, 1, 2, 3, 4]),
        (NEWEST, START - timedelta(days=1), []),
        (OLDEST, START + timedelta(days=9), []),
        (NEWEST, START + timedelta(days=9), [4, 3, 2, 1, 0]),
    ],
)
def test_a_day_is_a_place_that_the_list_goes_on_from_with_what_begins_on_it(
    choice: EventFilter, day: date, numbers: list[int], chronicle: Chronicle
) -> None:
    timeline = factories.timeline()
    events = chronicle(timeline, [START + timedelta(days=number) for number in (0, 1, 1, 2, 3)])
    place = Cursor.before_day(day, newest_first=choice.newest_first)
    assert [events.index(event) for event in index.page(timeline, choice, after=place).events] == numbers


@pytest.mark.django_db
def test_an_undated_draft_has_no_place() -> None:
    with pytest.raises(ValueError, match="undated"):
        Cursor.at(Event(headline="An envoy may come"))
