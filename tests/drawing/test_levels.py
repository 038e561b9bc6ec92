"""Levels and windows: what is seen, what stays in the middle, and that one gets everywhere."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import windows
from timeline.drawing import Unit
from timeline.drawing.bins import bin_at, moment
from timeline.drawing.levels import (
    LEVELS,
    MOST_UNITS,
    SCREEN,
    UNIT_WIDTH,
    Span,
    coarser,
    finer,
    fitting,
    holds,
    middle,
    width_of,
    window,
)

spans = windows().map(lambda days: Span(*days))
levels = st.sampled_from(LEVELS)
moments = st.integers(24, moment(date.max, 23))


@pytest.mark.parametrize(
    ("first", "last", "level"),
    [
        (date(2025, 10, 7), date(2025, 10, 7), Unit.DAY),
        (date(2025, 10, 7), date(2025, 10, 22), Unit.DAY),
        (date(2025, 10, 7), date(2025, 10, 23), Unit.WEEK),
        (date(2025, 1, 1), date(2025, 12, 31), Unit.MONTH),
        (date(2023, 10, 7), date(2025, 10, 9), Unit.QUARTER),
        (date(2002, 1, 1), date(2026, 1, 1), Unit.DECADE),
        (date(1, 1, 1), date(9999, 12, 31), Unit.CENTURY),
    ],
)
def test_what_nobody_zoomed_shows_the_whole_as_near_as_it_fits(first: date, last: date, level: Unit) -> None:
    assert fitting(Span(first, last)) == level


@given(spans, levels, st.none() | moments)
def test_a_window_is_neighbouring_units_of_the_span_that_hold_the_moment(
    span: Span, level: Unit, at: int | None
) -> None:
    it = window(level, span, at)
    first, last = span.units(level)
    assert 1 <= len(it) <= MOST_UNITS
    assert first.begins <= it.edges[0] < it.edges[-1] <= last.ends
    assert [bin_at(level, begins).ends for begins, _ends in pairwise(it.edges)] == list(it.edges[1:])
    wanted = first.begins if at is None else min(max(at, first.begins), last.ends - 1)
    assert it.edges[0] <= wanted < it.edges[-1]


@given(spans, levels, moments)
def test_a_window_is_cut_only_where_the_span_ends(span: Span, level: Unit, at: int) -> None:
    it = window(level, span, at)
    first, last = span.units(level)
    assert len(it) == MOST_UNITS or (it.edges[0], it.edges[-1]) == (first.begins, last.ends)
    assert holds(level, span) == ((it.edges[0], it.edges[-1]) == (first.begins, last.ends))


@given(spans)
def test_the_level_that_fits_holds_the_span_and_the_next_one_does_not(span: Span) -> None:
    level = fitting(span)
    assert holds(level, span) or level == LEVELS[0]
    assert level == Unit.DAY or not holds(finer(level), span)


@given(levels, moments)
def test_zooming_in_and_out_again_comes_back_to_the_same_unit(level: Unit, at: int) -> None:
    nearer = finer(level)
    if nearer is None:
        return
    assert bin_at(coarser(nearer), middle(nearer, middle(level, at))) == bin_at(level, at)


def test_the_levels_lead_from_centuries_to_hours_and_back() -> None:
    inwards = [Unit.CENTURY]
    while following := finer(inwards[-1]):
        inwards.append(following)
    outwards = [inwards[-1]]
    while following := coarser(outwards[-1]):
        outwards.append(following)
    assert inwards == [*LEVELS] == outwards[::-1]


@given(spans, levels, moments)
def test_a_unit_is_never_narrower_than_its_words_and_the_drawing_never_than_a_screen(
    span: Span, level: Unit, at: int
) -> None:
    it = window(level, span, at)
    assert width_of(it) == max(SCREEN, UNIT_WIDTH * len(it))


def test_a_window_goes_from_edge_to_edge_of_its_outer_units() -> None:
    it = window(Unit.MONTH, Span(date(2024, 2, 10), date(2024, 4, 2)))
    assert (it.first, it.last, len(it)) == (date(2024, 2, 1), date(2024, 4, 30), 3)


def test_a_window_ends_with_the_calendar() -> None:
    assert window(Unit.YEAR, Span(date(9990, 1, 1), date.max)).last == date.max
