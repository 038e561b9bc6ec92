"""What a reader sees of a timeline before reading it."""

from datetime import date
from typing import Any

import pytest

from tests import factories
from tests.index.conftest import Chronicle
from timeline import index
from timeline.dates import EventDate, Precision
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.filtering import EventFilter, Order

NEWEST, OLDEST = EventFilter(), EventFilter(order=Order.OLDEST)


@pytest.mark.django_db
def test_the_overview_counts_published_events_and_the_articles_behind_them() -> None:
    timeline = factories.timeline()
    event = factories.event(timeline=timeline, on=date(2023, 10, 7))
    factories.citation(event=event, quote="Two newspapers told it.", outlet="The Zenda Post")
    same_article = factories.event(article=event.citations.first().article, on=date(2025, 10, 9))
    factories.draft(timeline=timeline, on=date(1900, 1, 1))
    factories.withdrawn(factories.event(timeline=timeline, on=date(2099, 1, 1)))
    assert same_article.timeline == timeline
    assert index.overview(timeline) == index.Overview(2, 2, date(2023, 10, 7), date(2025, 10, 9))


@pytest.mark.django_db
def test_an_open_side_is_no_first_or_last_day() -> None:
    timeline = factories.timeline()
    factories.event(timeline=timeline, on=EventDate(OPEN_START, date(2024, 5, 31), Precision.DAYS))
    factories.event(timeline=timeline, on=EventDate(date(2024, 3, 1), OPEN_END, Precision.DAYS))
    assert index.overview(timeline).days == EventDate.lasting(date(2024, 3, 1), date(2024, 5, 31))


@pytest.mark.django_db
def test_an_empty_timeline_covers_no_days() -> None:
    assert index.overview(factories.timeline()).days is None


@pytest.mark.parametrize("count", [1, 3])
def test_an_overview_costs_the_same_for_one_event_and_for_three(
    count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline()
    chronicle(timeline, [date(2025, 10, 6)] * count)
    with django_assert_num_queries(3):
        index.overview(timeline)


@pytest.mark.django_db
def test_the_front_page_lists_timelines_with_something_published_by_title(django_assert_num_queries: Any) -> None:
    late, early = factories.timeline(title="Zenda"), factories.timeline(title="Aachen")
    factories.event(timeline=late, on=date(2025, 10, 6))
    factories.event(timeline=late, on=date(2025, 10, 8))
    factories.event(timeline=early)
    factories.draft(timeline=factories.timeline(title="Only drafts"))
    with django_assert_num_queries(1):
        rows = [(row.timeline.title, row.events, row.days) for row in index.listed()]
    assert rows == [
        ("Aachen", 1, EventDate.on(date(2025, 10, 6))),
        ("Zenda", 2, EventDate.lasting(date(2025, 10, 6), date(2025, 10, 8))),
    ]


@pytest.mark.django_db
def test_kinds_are_counted_with_the_most_frequent_first(django_assert_num_queries: Any) -> None:
    timeline = factories.timeline()
    attack = factories.kind(key="attack", name="Attacks", shape="circle")
    for kind in (factories.kind(), attack, attack):
        factories.event(timeline=timeline, kind=kind)
    factories.draft(timeline=timeline, kind=factories.kind(key="aid", name="Aid", shape="hex"))
    factories.event(kind=factories.kind(key="politics", name="Politics", shape="bar"))
    with django_assert_num_queries(1):
        counted = [(row.kind.key, row.events) for row in index.kinds(timeline)]
    assert counted == [("attack", 2), ("talks", 1)]


MONTHS = [date(2023, 10, 7), date(2023, 10, 27), date(2024, 1, 31), date(2024, 12, 31), date(2025, 10, 6)]


@pytest.mark.parametrize("choice", [NEWEST, OLDEST])
def test_each_month_is_counted_and_its_place_leads_to_it(choice: EventFilter, chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, MONTHS)
    counted = {row.first_day: row.events for row in index.months(timeline, choice)}
    assert counted == {date(2023, 10, 1): 2, date(2024, 1, 1): 1, date(2024, 12, 1): 1, date(2025, 10, 1): 1}
    for row in index.months(timeline, choice):
        first = index.page(timeline, choice, after=row.cursor).events[0].earliest
        assert first.replace(day=1) == row.first_day


def test_months_are_told_in_the_order_of_reading_and_the_first_is_the_first_page(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, MONTHS)
    newest, oldest = index.months(timeline, NEWEST), index.months(timeline, OLDEST)
    assert [row.first_day for row in newest] == [row.first_day for row in reversed(oldest)]
    assert [row.cursor is None for row in newest] == [True, False, False, False]


@pytest.mark.django_db
def test_the_ends_of_the_calendar_have_months_too() -> None:
    timeline = factories.timeline()
    factories.event(timeline=timeline, on=date(9999, 12, 31))
    factories.event(timeline=timeline, on=EventDate(OPEN_START, date(2024, 5, 31), Precision.DAYS))
    assert len(index.months(timeline, NEWEST)) == len(index.months(timeline, OLDEST)) == 2
