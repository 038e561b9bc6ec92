"""Windows of days in whole units of the calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import binned, max_bars, units, windows
from timeline.drawing import Unit, bins
from timeline.drawing.bins import moment

UNIT_OF_A_WINDOW = [
    ("2023-10-07", "2023-10-07", "hour", 24),
    ("2023-10-07", "2023-10-08", "hour", 48),
    ("2023-10-07", "2023-10-09", "day", 3),
    ("2023-10-01", "2023-11-29", "day", 60),
    ("2023-10-02", "2023-12-01", "week", 9),
    ("2023-10-02", "2024-11-24", "week", 60),
    ("2023-10-01", "2024-11-24", "month", 14),
    ("2023-10-02", "2024-11-25", "month", 14),
    ("2023-10-07", "2025-10-09", "month", 25),
    ("2020-01-31", "2024-12-01", "month", 60),
    ("2020-01-31", "2025-01-01", "quarter", 21),
    ("2010-03-31", "2024-10-01", "quarter", 60),
    ("2010-03-31", "2025-01-01", "year", 16),
    ("1965-12-31", "2024-01-01", "year", 60),
    ("1965-12-31", "2025-01-01", "decade", 7),
    ("1439-12-31", "2024-01-01", "decade", 60),
    ("1429-12-31", "2024-01-01", "century", 7),
    ("0001-01-01", "9999-12-31", "millennium", 10),
]


@pytest.mark.parametrize(("first", "last", "unit", "number"), UNIT_OF_A_WINDOW)
def test_the_finest_unit_that_needs_sixty_bars_or_fewer_is_taken(first, last, unit, number):
    found = bins(date.fromisoformat(first), date.fromisoformat(last))
    assert (found.unit, len(found)) == (unit, number)


def test_three_days_are_counted_in_hours_where_so_many_bars_are_allowed_and_four_never():
    day = date(2023, 10, 7)
    assert (bins(day, date(2023, 10, 9), 72).unit, bins(day, date(2023, 10, 10), 960).unit) == ("hour", "day")


def test_finer_units_than_asked_for_are_kept_out():
    assert bins(date(2023, 10, 7), date(2023, 10, 7), finest=Unit.DAY).unit == "day"


FIRST_BIN = [
    ("2023-10-07", "2023-10-07", "hour", "2023-10-07T00", "2023-10-07", "2023-10-07"),
    ("2023-10-07", "2023-10-27", "day", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("2023-10-07", "2024-02-27", "week", "2023-W40", "2023-10-02", "2023-10-08"),
    ("2021-01-01", "2021-12-31", "week", "2020-W53", "2020-12-28", "2021-01-03"),
    ("2024-02-29", "2026-02-27", "month", "2024-02", "2024-02-01", "2024-02-29"),
    ("2023-10-07", "2035-02-27", "quarter", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("2023-10-07", "2055-02-27", "year", "2023", "2023-01-01", "2023-12-31"),
    ("1923-10-07", "2055-02-27", "decade", "192X", "1920-01-01", "1929-12-31"),
    ("0009-10-07", "0209-02-27", "decade", "000X", "0001-01-01", "0009-12-31"),
    ("1023-10-07", "2055-02-27", "century", "10XX", "1000-01-01", "1099-12-31"),
    ("0001-01-01", "9999-12-31", "millennium", "0XXX", "0001-01-01", "0999-12-31"),
]


@pytest.mark.parametrize(("first", "last", "unit", "key", "from_day", "to_day"), FIRST_BIN)
def test_the_first_bin_is_a_whole_unit_with_a_lasting_key(first, last, unit, key, from_day, to_day):
    found = bins(date.fromisoformat(first), date.fromisoformat(last))
    assert (found.unit, found[0].key, found[0].from_day, found[0].to_day) == (unit, key, from_day, to_day)


def test_the_last_units_of_the_calendar_end_with_it():
    ends = {unit: bins(date(9999, 12, 31), date(9999, 12, 31), finest=unit)[-1] for unit in Unit}
    assert {it.to_day for it in ends.values()} == {"9999-12-31"}
    assert (ends[Unit.WEEK].key, ends[Unit.WEEK].from_day, ends[Unit.HOUR].hour) == ("9999-W52", "9999-12-27", 23)


@given(windows(), max_bars, units)
def test_bins_cover_the_window_without_gap_or_overlap(window, most, finest):
    found = bins(*window, most, finest=finest)
    in_order = list(found)
    assert 1 <= len(in_order) <= most
    assert in_order[0].first_day <= window[0] <= in_order[0].last_day
    assert in_order[-1].first_day <= window[1] <= in_order[-1].last_day
    assert all(one.ends == other.begins for one, other in pairwise(in_order))
    assert all(it.begins < it.ends for it in in_order)


@given(binned())
def test_each_bin_has_a_key_of_its_own(found):
    assert len({it.key for it in found}) == len(found)


@given(binned().filter(lambda found: found.unit != Unit.HOUR))
def test_choosing_each_bin_in_turn_chooses_every_day_once(found):
    ranges = [(date.fromisoformat(it.from_day), date.fromisoformat(it.to_day)) for it in found]
    assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(ranges))


@given(st.data(), binned())
def test_a_moment_lies_in_the_bin_that_is_found_for_it(data, found):
    at = data.draw(st.integers(moment(found.first), moment(found.last, 23)))
    it = found[found.index_at(at)]
    assert it.begins <= at < it.ends


@given(windows(), max_bars)
def test_a_bin_of_one_window_is_the_same_bin_in_a_longer_one(window, most):
    found = bins(*window, most)
    whole = bins(found[0].first_day, found[-1].last_day, most, finest=found.unit)
    assert whole.edges == found.edges


def test_a_window_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="2023-10-07 is after its last day 2023-10-06"):
        bins(date(2023, 10, 7), date(2023, 10, 6))


def test_fewer_bars_than_the_calendar_has_millennia_are_refused():
    with pytest.raises(ValueError, match="allow 10 or more"):
        bins(date(2023, 10, 7), date(2023, 10, 7), 9)


@pytest.mark.parametrize("index", [3, -4])
def test_there_is_no_bin_past_the_ends(index):
    with pytest.raises(IndexError):
        bins(date(2023, 10, 7), date(2023, 10, 9))[index]
