"""What a reader sees of a timeline before reading it."""

from datetime import date
from typing import Any

import pytest

from tests import factories
from tests.index.conftest import Chronicle
from timeline import index
from timeline.dates import EventDate, Precision
from timeline.dates.units import OPEN_END, OPEN_START


@pytest.mark.django_db
def test_the_overview_counts_published_events_and_the_articles_behind_them() -> None:
    timeline = factories.timeline()
    event = factories.event(timeline=timeline, on=date(2023, 10, 7))
    factories.citation(event=event, quote="Two newspapers told it.", outlet="The Zenda Post")
    same_article = factories.event(article=event.citations.first().article, on=date(2025, 10, 9))
    factories.draft(timeline=timeline, on=date(1900, 1, 1))
    factories.withdrawn(factories.event(timeline=timeline, on=date(2099, 1, 1)))
    assert same_article.timeline == timeline
    assert index.overview(timeline) == index.Overview(
        2, 2, date(2023, 10, 7), date(2025, 10, 9), (date(2023, 10, 7), date(2025, 10, 9))
    )


@pytest.mark.django_db
def test_an_open_side_is_no_first_or_last_day() -> None:
    timeline = factories.timeline()
    factories.event(timeline=timeline, on=EventDate(OPEN_START, date(2024, 5, 31), Precision.DAYS))
    factories.event(timeline=timeline, on=EventDate(date(2024, 3, 1), OPEN_END, Precision.DAYS))
    assert index.overview(timeline).days == EventDate.lasting(date(2024, 3, 1), date(2024, 5, 31))


@pytest.mark.django_db
def test_the_span_reaches_to_the_one_bound_that_is_known() -> None:
    timeline = factories.timeline()
    factories.event(timeline=timeline, on=EventDate(OPEN_START, date(2020, 5, 31), Precision.DAYS))
    factories.event(timeline=timeline, on=EventDate(date(2024, 3, 1), OPEN_END, Precision.DAYS))
    assert index.overview(timeline).span == (date(2020, 5, 31), date(2024, 3, 1))


@pytest.mark.django_db
def test_an_empty_timeline_covers_no_days() -> None:
    overview = index.overview(factories.timeline())
    assert (overview.days, overview.span) == (None, None)


@pytest.mark.parametrize("count", [1, 3])
def test_an_overview_costs_the_same_for_one_event_and_for_three(
    count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline()
    chronicle(timeline, [date(2025, 10, 6)] * count)
    index.overview(timeline)
    with django_assert_num_queries(1):
        index.overview(timeline)


@pytest.mark.django_db
def test_the_front_page_lists_timelines_with_something_published_by_title(django_assert_num_queries: Any) -> None:
    late, early = factories.timeline(title="Zenda"), factories.timeline(title="Aachen")
    factories.event(timeline=late, on=date(2025, 10, 6))
    factories.event(timeline=late, on=date(2025, 10, 8))
    factories.event(timeline=early)
    factories.draft(timeline=factories.timeline(title="Only drafts"))
    index.listed()
    with django_assert_num_queries(2):
        rows = [(row.timeline.title, row.events, row.days) for row in index.listed()]
    assert rows == [
        ("Aachen", 1, EventDate.on(date(2025, 10, 6))),
        ("Zenda", 2, EventDate.lasting(date(2025, 10, 6), date(2025, 10, 8))),
    ]
