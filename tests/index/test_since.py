"""What has changed in a view since it was shared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.index.plain_answers import chosen
from tests.index.random_timelines import Told, choices, rows_of, told
from timeline.dates import EventDate
from timeline.editorial.reviewing import accept
from timeline.editorial.revising import snapshot
from timeline.editorial.sharing import share
from timeline.filtering import EventFilter
from timeline.index.since import Since, is_shown, since
from timeline.models import Citation, Event, SavedView, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline()


def view_of(timeline: Timeline, **chosen: Any) -> tuple[SavedView, EventFilter]:
    choice = EventFilter(**chosen)
    return share(timeline=timeline, choice=choice), choice


def test_nothing_has_changed_when_nothing_was_done(war: Timeline) -> None:
    factories.event(timeline=war)
    assert since(*view_of(war)) == Since(0, 0, 0)


def test_what_was_published_corrected_and_withdrawn_after_is_counted_once_each(war: Timeline) -> None:
    factories.corrected(factories.event(timeline=war))
    wrong, old = factories.event(timeline=war), factories.event(timeline=war)
    shared = view_of(war)
    factories.corrected(old)
    factories.corrected(old, headline="Again")
    factories.withdrawn(wrong)
    factories.corrected(factories.event(timeline=war))
    accept(factories.draft(timeline=war), by=factories.user())
    assert since(*shared) == Since(added=2, corrected=1, gone=1)


def test_what_came_and_went_since_and_what_is_no_readers_business_is_not_told(war: Timeline) -> None:
    draft = factories.draft(timeline=war)
    gone_before = factories.withdrawn(factories.event(timeline=war))
    shared = view_of(war)
    factories.withdrawn(factories.event(timeline=war))
    factories.draft(timeline=war)
    factories.event()
    assert {draft.status, gone_before.status} == {"draft", "withdrawn"}
    assert since(*shared) == Since(0, 0, 0)


def test_a_correction_may_take_an_event_out_of_the_view(war: Timeline) -> None:
    event = factories.event(timeline=war, kind=factories.kind())
    shared = view_of(war, kinds=("talks",))
    factories.corrected(event, kind=factories.kind(key="attack", name="Attack", shape="circle"))
    assert since(*shared) == Since(added=0, corrected=0, gone=1)


def test_a_correction_may_bring_an_event_into_the_view(war: Timeline) -> None:
    event = factories.event(timeline=war, on=date(2024, 1, 1))
    shared = view_of(war, first=date(2025, 1, 1))
    factories.corrected(event, date=EventDate.on(date(2025, 3, 1)))
    assert since(*shared) == Since(added=0, corrected=1, gone=0)


def test_what_changed_outside_the_view_is_not_told(war: Timeline) -> None:
    others = [factories.event(timeline=war, on=date(2020, 1, day)) for day in (1, 2)]
    shared = view_of(war, first=date(2025, 1, 1))
    factories.corrected(others[0])
    factories.withdrawn(others[1])
    factories.event(timeline=war, on=date(2020, 1, 3))
    assert since(*shared) == Since(0, 0, 0)


def test_a_source_is_looked_up_as_it_was_quoted_then(war: Timeline) -> None:
    event = factories.event(timeline=war)
    shared = view_of(war, sources=("the-strelsau-gazette",))
    elsewhere = view_of(war, sources=("the-zenda-post",))
    factories.withdrawn(event)
    assert (since(*shared), since(*elsewhere)) == (Since(0, 0, 1), Since(0, 0, 0))


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_one_change_and_for_three(
    count: int, war: Timeline, django_assert_num_queries: Any
) -> None:
    events = [factories.event(timeline=war) for _ in range(count)]
    shared = view_of(war, sources=("the-strelsau-gazette",))
    for event in events:
        factories.withdrawn(event)
        factories.event(timeline=war)
    since(*shared)
    with django_assert_num_queries(4):
        since(*shared)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(told(), max_size=14), choices())
def test_a_snapshot_is_shown_where_its_row_is(events: list[Told], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, _rows):
        outlets = dict(Citation.objects.values_list("article__sha256", "article__outlet__key"))
        shown = {
            event.pk for event in Event.objects.in_timeline(timeline) if is_shown(snapshot(event), choice, outlets)
        }
        assert shown == set(chosen(timeline, choice).values_list("pk", flat=True))
