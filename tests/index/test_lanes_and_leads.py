"""Lanes and leads, from plain rows and from the index."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.index import plain_answers, plain_lanes
from tests.index.conftest import Chronicle
from tests.index.held import WINDOWS
from tests.index.random_timelines import DAYS, Told, choices, rows_of, told
from timeline import index
from timeline.drawing import Bins, Unit, bins
from timeline.filtering import EventFilter
from timeline.index.leads import lead_keys
from timeline.models import Event, Timeline

pytestmark = pytest.mark.django_db
answers = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
TIMELINES = st.lists(told(), max_size=12)
MORNING = Bins(Unit.HOUR, DAYS[2], DAYS[2], tuple(range(DAYS[2].toordinal() * 24 + 6, DAYS[2].toordinal() * 24 + 13)))
"""Hours that begin after the day does and end before it."""


def plainly(lane: Any) -> tuple[Any, ...]:
    units = [(it.certain, it.possible, it.lead and it.lead.pk) for it in lane.units]
    rows = None if lane.rows is None else [row.pk for row in lane.rows]
    return lane.role, lane.key, lane.label, lane.shape, lane.events, units, rows


@answers
@given(TIMELINES, choices(), st.sampled_from(index.LANES_BY), st.sampled_from([*WINDOWS, MORNING]), st.integers(0, 9))
def test_lanes_are_those_of_the_plain_rows(
    events: list[Told], choice: EventFilter, by: str, window: Bins, marks: int
) -> None:
    with rows_of(events) as (timeline, _rows):
        found = index.lanes(timeline, choice, by, window, marks=marks)
        assert list(map(plainly, found)) == list(
            map(plainly, plain_lanes.lanes(timeline, choice, by, window, marks=marks))
        )
        assert index.span(timeline, choice) == plain_lanes.span(timeline, choice)


def test_what_has_no_lane_of_its_own_lies_among_the_others(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    for number in range(8):
        chronicle(timeline, [DAYS[number]] * (9 - number), actors=[factories.actor(name=f"Actor {number}")])
    chronicle(timeline, [DAYS[0]])
    window = bins(DAYS[0], DAYS[-1], 10)
    found = index.lanes(timeline, EventFilter(), "actor", window, marks=300)
    assert list(map(plainly, found)) == list(
        map(plainly, plain_lanes.lanes(timeline, EventFilter(), "actor", window, marks=300))
    )
    assert [(it.role, it.events) for it in found[-3:]] == [("value", 4), ("others", 5), ("none", 1)]


@answers
@given(TIMELINES, choices(), st.sampled_from(WINDOWS))
def test_leads_are_those_of_the_plain_rows(events: list[Told], choice: EventFilter, window: Bins) -> None:
    with rows_of(events) as (timeline, _rows):
        assert list(lead_keys(timeline, choice, window)) == plain_answers.leads(timeline, choice, window)


@pytest.fixture
def day(chronicle: Chronicle) -> Timeline:
    timeline = factories.timeline()
    (plain, quoted, late) = chronicle(timeline, [DAYS[0]] * 3)
    factories.citation(event=quoted, quote="Another article told it.")
    chronicle(timeline, [DAYS[1]], importance=4)
    assert plain.pk < quoted.pk < late.pk
    return timeline


def test_of_equally_important_events_the_one_with_more_sources_leads(day: Timeline) -> None:
    first, second = index.leads(day, EventFilter(), bins(DAYS[0], DAYS[1], 10))[:2]
    assert (first.headline, second.headline) == ("Event 1 is told", "Event 0 is told")
    quoted = Event.objects.get(headline="Event 1 is told")
    assert (first.language, first.address) == ("en", quoted.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_leads_and_lanes_cost_the_same_for_one_event_and_for_three(
    count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline, window = factories.timeline(), bins(date(2024, 12, 1), date(2025, 3, 1), 10)
    chronicle(timeline, DAYS[:count], kind=factories.kind())
    index.lanes(timeline, EventFilter(), "kind", window, marks=300)
    with django_assert_num_queries(4):
        index.leads(timeline, EventFilter(), window)
        index.lanes(timeline, EventFilter(), "kind", window, marks=300)
