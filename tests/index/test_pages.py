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


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_the_same_for_one_event_and_for_three(
    count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline()
    talks, envoy, town = factories.kind(), factories.actor(), factories.place()
    chronicle(timeline, [START] * count, kind=talks, actors=[envoy], places=[town])
    index.page(timeline, NEWEST)
    with django_assert_num_queries(5):
        for event in index.page(timeline, NEWEST).events:
            assert str(event.kind) == "Talks and delegations"
            assert [str(actor) for actor in event.actors.all()] == ["Ruritania"]
            assert [str(place) for place in event.places.all()] == ["Strelsau"]
            assert [citation.article.outlet.name for citation in event.citations.all()] == ["The Strelsau Gazette"]


@pytest.mark.django_db
def test_an_undated_draft_has_no_place() -> None:
    with pytest.raises(ValueError, match="undated"):
        Cursor.at(Event(headline="An envoy may come"))
