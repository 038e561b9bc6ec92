"""Lanes against plain loops over random timelines, and rule by rule."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.index.random_timelines import DAYS, Told, choices, rows_of, shown, told
from timeline import index
from timeline.dates import EventDate
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing import Bins, Unit
from timeline.drawing.bins import moment
from timeline.drawing.levels import Span, window
from timeline.filtering import EventFilter
from timeline.index.lanes import MOST_NAMED
from timeline.models import Timeline

pytestmark = pytest.mark.django_db
answers = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
EVERYTHING = EventFilter()
AROUND = Span(date(2024, 12, 28), date(2025, 1, 9))

windows_around = st.builds(
    lambda unit, day, hour: window(unit, AROUND, moment(day, hour)),
    st.sampled_from([Unit.HOUR, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.YEAR]),
    st.sampled_from(DAYS),
    st.integers(0, 23),
)


def moments_of(it: Told) -> tuple[int, int]:
    if it.hour is None:
        return moment(it.earliest), moment(it.latest, 24)
    return moment(it.earliest, it.hour), moment(it.earliest, it.hour) + 1


def lane_names(it: Told, by: str) -> set[str]:
    return set(it.values[by]) or {"none"}


def expected(events: dict[int, Told], keys: list[int], by: str, bins: Bins) -> dict[str, list[tuple[int, int]]]:
    """For each lane the certain and possible events of each unit, event by event."""
    lanes = {name: [(0, 0)] * len(bins) for pk in keys for name in events[pk].values[by]}
    for pk in keys:
        begins, ends = moments_of(events[pk])
        if begins >= bins.edges[-1] or ends <= bins.edges[0]:
            continue
        place = next(at for at in range(len(bins)) if max(begins, bins.edges[0]) < bins.edges[at + 1])
        is_certain = bins.edges[place] <= begins and ends <= bins.edges[place + 1]
        for name in lane_names(events[pk], by):
            held = lanes.setdefault(name, [(0, 0)] * len(bins))
            certain, possible = held[place]
            held[place] = (certain + is_certain, possible + (not is_certain))
    return lanes


@answers
@given(st.lists(told(), max_size=8), choices(), st.sampled_from(index.LANES_BY), windows_around)
def test_lanes_are_what_a_loop_over_the_events_finds(
    events: list[Told], choice: EventFilter, by: str, bins: Bins
) -> None:
    with rows_of(events) as (timeline, rows):
        found = index.lanes(timeline, choice, by, bins, marks=100)
        keys = shown(rows, choice)
        counted = {it.key or it.role: [(unit.certain, unit.possible) for unit in it.units] for it in found}
        assert counted == expected(rows, keys, by, bins)
        for lane in found:
            inside = [
                pk
                for pk in keys
                if (lane.key or lane.role) in lane_names(rows[pk], by)
                and moments_of(rows[pk])[0] < bins.edges[-1]
                and moments_of(rows[pk])[1] > bins.edges[0]
            ]
            assert [it.pk for it in lane.rows] == sorted(
                inside, key=lambda pk: (rows[pk].earliest, rows[pk].latest, pk)
            )
            assert lane.events == len(inside) == sum(unit.certain + unit.possible for unit in lane.units)
            assert [unit.lead is None for unit in lane.units] == [
                unit.certain + unit.possible == 0 for unit in lane.units
            ]
            assert {unit.lead.pk for unit in lane.units if unit.lead} <= set(inside)


@answers
@given(st.lists(told(), max_size=6), choices())
def test_the_span_holds_every_event_and_its_ends_are_known_bounds(events: list[Told], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, rows):
        found, keys = index.span(timeline, choice), shown(rows, choice)
        bounds = [it for pk in keys for it in (rows[pk].earliest, rows[pk].latest) if it not in (OPEN_START, OPEN_END)]
        if found is None:
            assert bounds == []
            return
        first, last = found
        assert all(rows[pk].earliest <= last and rows[pk].latest >= first for pk in keys)
        assert {first, last} <= {*bounds, choice.first, choice.last}


# -- rule by rule ----------------------------------------------------------------------------------------------------


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline()


def october(*days: int) -> list[date]:
    return [date(2025, 10, day) for day in days]


DAYS_OF_OCTOBER = window(Unit.DAY, Span(*october(1, 10)))


def lanes_of(timeline: Timeline, by: str = "kind", *, marks: int = 100, bins: Bins = DAYS_OF_OCTOBER):
    return index.lanes(timeline, EVERYTHING, by, bins, marks=marks)


def test_the_most_frequent_value_comes_first_then_others_then_none(war: Timeline) -> None:
    actors = [factories.actor(name=f"Actor {letter}") for letter in "ABCDEFGH"]
    for number, actor in enumerate(actors):
        for _ in range(1 + (number == 2)):
            factories.event(timeline=war, on=date(2025, 10, 2), actors=[actor])
    factories.event(timeline=war, on=date(2025, 10, 2))
    found = lanes_of(war, "actor")
    assert [it.label for it in found] == [*(f"Actor {letter}" for letter in "CABDEF"), "", ""]
    assert [it.role for it in found] == [*["value"] * MOST_NAMED, "others", "none"]
    assert [it.events for it in found] == [2, 1, 1, 1, 1, 1, 2, 1]


def test_an_event_lies_in_the_lane_of_each_of_its_actors_and_once_among_the_others(war: Timeline) -> None:
    known = [factories.actor(name=f"Actor {letter}") for letter in "ABCDEF"]
    rare = [factories.actor(name=name) for name in ("Zenda", "Zog")]
    for actor in known:
        factories.event(timeline=war, on=date(2025, 10, 2), actors=[actor])
    factories.event(timeline=war, on=date(2025, 10, 3), actors=[known[0], *rare])
    assert [it.events for it in lanes_of(war, "actor")] == [2, 1, 1, 1, 1, 1, 1]


def test_a_lane_stays_where_it_is_while_the_window_holds_nothing_of_it(war: Timeline) -> None:
    factories.event(timeline=war, on=date(2024, 10, 2), kind=factories.kind())
    factories.event(timeline=war, on=date(2024, 10, 2))
    assert [(it.key, it.events, it.rows) for it in lanes_of(war)] == [("talks", 0, ())]


def test_the_lead_is_the_weightiest_then_the_best_sourced_then_the_first(war: Timeline) -> None:
    day = date(2025, 10, 2)
    first, sourced, weighty = (factories.event(timeline=war, on=day, headline=name) for name in ("a", "b", "c"))
    assert lanes_of(war)[0].units[1].lead == first
    factories.citation(event=sourced, quote="Envoys met, a second paper said.")
    assert lanes_of(war)[0].units[1].lead == sourced
    factories.corrected(weighty, importance=5)
    assert lanes_of(war)[0].units[1].lead == weighty


def test_a_lane_gives_its_events_only_up_to_its_share(war: Timeline) -> None:
    for number in range(3):
        factories.event(timeline=war, on=date(2025, 10, 2), kind=factories.kind() if number else None)
    assert [(it.role, it.events, it.rows is None) for it in lanes_of(war, marks=3)] == [
        ("value", 2, True),
        ("none", 1, False),
    ]


def test_an_hour_counts_what_has_a_clock_time_in_it_and_days_from_their_beginning(war: Timeline) -> None:
    day = date(2025, 10, 2)
    factories.event(timeline=war, on=EventDate.at(day, time(6, 30)))
    factories.event(timeline=war, on=day)
    bins = window(Unit.HOUR, Span(day, day), moment(day, 4))
    (lane,) = lanes_of(war, bins=bins)
    assert [(unit.certain, unit.possible) for unit in lane.units][:7] == [(0, 1), *[(0, 0)] * 5, (1, 0)]


@pytest.mark.parametrize("by", index.LANES_BY)
@pytest.mark.parametrize("number", [1, 3])
def test_lanes_cost_the_same_queries_however_many_there_are(by: str, number: int, war: Timeline) -> None:
    for at in range(number):
        factories.event(
            timeline=war,
            on=date(2025, 10, 2 + at),
            kind=factories.kind(key=f"kind-{at}"),
            actors=[factories.actor(name=f"Actor {at}")],
            places=[factories.place(name=f"Place {at}")],
        )
    lanes_of(war, by)
    with CaptureQueriesContext(connection) as queries:
        found = lanes_of(war, by)
    assert (len(found), len(queries)) == (number, 2)
