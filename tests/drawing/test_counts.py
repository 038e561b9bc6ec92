"""Events into bins: each once, in the bin of its earliest day clipped to the window."""

from datetime import date

import pytest
from hypothesis import given

from tests.drawing.strategies import counted, month
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing import BinCount, Dated, Unit, bins, count


def on(text, kind="attack", hour=None):
    first, _, last = text.partition("/")
    return Dated(date.fromisoformat(first), date.fromisoformat(last or first), kind, hour)


MONTHS = bins(date(2023, 10, 7), date(2023, 12, 20), finest=Unit.MONTH)
SIDES = [
    (on("2023-10-07"), 0, "certain"),
    (month(2023, 11), 1, "certain"),
    (month(2023, 10), 0, "certain"),
    (on("2023-10-31/2023-11-01"), 0, "possible"),
    (on("2023-09-30/2023-10-07"), 0, "possible"),
    (on("2023-09-30/2023-11-07"), 0, "possible"),
    (on("2023-12-20/2024-01-01"), 2, "possible"),
    (on("2023-12-20/2023-12-31"), 2, "certain"),
    (Dated(OPEN_START, date(2023, 11, 3), "attack"), 0, "possible"),
    (Dated(date(2023, 11, 3), OPEN_END, "attack"), 1, "possible"),
]


@pytest.mark.parametrize(("event", "index", "side"), SIDES)
def test_an_event_counts_once_and_is_certain_when_its_bounds_lie_in_the_bin(event, index, side):
    expected = [BinCount(), BinCount(), BinCount()]
    expected[index] = BinCount(**{side: {event.kind: 1}})
    assert count([event], MONTHS) == tuple(expected)


@pytest.mark.parametrize("text", ["2023-10-06", "2023-12-21", "2023-10-01/2023-10-06", "2023-12-21/2024-02-01"])
def test_an_event_outside_the_window_does_not_count_even_where_a_bin_reaches_past_the_window(text):
    assert count([on(text)], MONTHS) == (BinCount(), BinCount(), BinCount())


HOURS = bins(date(2023, 10, 7), date(2023, 10, 8))
SIDES_OF_HOURS = [
    (on("2023-10-07", hour=6), 6, "certain"),
    (on("2023-10-08", hour=23), 47, "certain"),
    (on("2023-10-08"), 24, "possible"),
    (on("2023-10-06/2023-10-07"), 0, "possible"),
]


@pytest.mark.parametrize(("event", "index", "side"), SIDES_OF_HOURS)
def test_an_hour_holds_what_has_a_clock_time_and_a_day_without_one_begins_at_midnight(event, index, side):
    found = count([event], HOURS)
    assert [i for i, it in enumerate(found) if it != BinCount()] == [index]
    assert found[index] == BinCount(**{side: {"attack": 1}})


def test_kinds_are_counted_apart_and_an_event_may_have_none():
    found = count([(date(2023, 11, 1), date(2023, 11, 1), kind) for kind in ("talks", None, "talks")], MONTHS)
    assert found[1] == BinCount(certain={"talks": 2, None: 1})


@given(counted())
def test_the_sum_of_the_bins_is_the_number_of_events_that_overlap_the_window(example):
    window, events = example
    overlapping = [it for it in events if it.earliest <= window.last and window.first <= it.latest]
    found = count(events, window)
    for kind in {it.kind for it in events}:
        total = sum(it.certain.get(kind, 0) + it.possible.get(kind, 0) for it in found)
        assert total == sum(it.kind == kind for it in overlapping)


@given(counted())
def test_a_certain_event_has_all_its_days_in_its_bin(example):
    window, events = example
    for event in events:
        for it, found in zip(window, count([event], window), strict=True):
            if found.certain and window.unit != Unit.HOUR:
                assert it.first_day <= event.earliest <= event.latest <= it.last_day
            if found.possible and window.unit != Unit.HOUR:
                assert it.first_day <= max(event.earliest, window.first) <= it.last_day
                assert event.earliest < it.first_day or it.last_day < event.latest
