"""Every answer of the index against a plain recount, on random timelines and choices."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.index import plain_answers as plain
from tests.index.held import WINDOWS
from tests.index.plain_answers import chosen
from tests.index.random_timelines import DAYS, Told, choices, facet_counts, is_certain, rows_of, shown, told
from timeline import index
from timeline.drawing import Dated, Unit, bins, count
from timeline.filtering import FACETS, EventFilter
from timeline.filtering.event_filter import FIELD_OF
from timeline.index import histograms

pytestmark = pytest.mark.django_db
answers = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
TIMELINES = st.lists(told(), max_size=14)


@answers
@given(TIMELINES, choices())
def test_the_index_answers_as_a_plain_recount_does(events: list[Told], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, rows):
        expected = shown(rows, choice)
        certain = [pk for pk in expected if is_certain(rows[pk], choice)]
        assert [event.pk for event in index.page(timeline, choice).events] == expected
        assert index.count(timeline, choice) == (len(expected), len(expected) - len(certain))
        assert [it[:2] for it in index.keys(timeline, choice)] == [
            (rows[pk].earliest, rows[pk].latest) for pk in expected
        ]


@answers
@given(TIMELINES, choices())
def test_what_lies_certainly_in_a_range_lies_possibly_in_it(events: list[Told], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, rows):
        possible = set(chosen(timeline, choice).values_list("pk", flat=True))
        certain = chosen(timeline, choice).within(choice.first, choice.last).values_list("pk", flat=True)
        assert set(certain) <= possible
        assert set(certain) == {pk for pk in possible if is_certain(rows[pk], choice)}


@answers
@given(TIMELINES, choices())
def test_a_value_counts_what_choosing_it_alone_shows(events: list[Told], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, rows):
        for facet in index.facets(timeline, choice):
            counted = {value.key: value.events for value in facet.values}
            assert counted == facet_counts(rows, choice, facet.name)
            for value in facet.values:
                alone = replace(choice, **{FIELD_OF[facet.name]: (value.key,)})
                assert index.count(timeline, alone).events == value.events
                assert value.is_chosen == (value.key in choice.chosen(facet.name))


@answers
@given(TIMELINES, choices(), st.sampled_from(Unit), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_the_bins_of_a_window_sum_to_what_the_window_shows(
    events: list[Told], choice: EventFilter, finest: Unit, one: object, other: object
) -> None:
    first, last = sorted((one, other))
    with rows_of(events) as (timeline, rows):
        windowed = choice.between(first, last)
        divided = [bins(first, last, finest=finest), bins(first, last, max_bars=10)]
        found, coarser = index.histogram(timeline, windowed, *divided)
        total = sum(sum(it.certain.values()) + sum(it.possible.values()) for it in found)
        assert total == index.count(timeline, windowed).events
        plain = [_dated(rows[pk]) for pk in shown(rows, windowed)]
        assert [found, coarser] == [count(plain, it) for it in divided]


def _dated(it: Told) -> Dated:
    return Dated(it.earliest, it.latest, next(iter(it.values["kind"]), None), it.hour)


@answers
@given(TIMELINES, choices(), st.sampled_from([0, 60]))
def test_kinds_are_counted_alike_one_by_one_and_event_by_event(
    events: list[Told], choice: EventFilter, many: int
) -> None:
    with rows_of(events) as (timeline, _rows), patch.object(histograms, "MANY_KINDS", many):
        for window in WINDOWS:
            assert index.histogram(timeline, choice, window) == [plain.histogram(timeline, choice, window)]


@answers
@given(TIMELINES, choices())
def test_every_event_overlaps_the_span_of_its_timeline(events: list[Told], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, rows):
        span, everything = index.overview(timeline).span, EventFilter()
        assert (span is None) == (not shown(rows, everything))
        if span:
            assert index.count(timeline, everything.between(*span)).events == len(shown(rows, everything))


def test_the_facets_are_those_of_the_address_in_its_order() -> None:
    with rows_of([]) as (timeline, _):
        assert tuple(facet.name for facet in index.facets(timeline, EventFilter())) == FACETS
