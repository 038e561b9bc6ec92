from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.strategies import days, event_dates, units
from timeline.dates import DateError, EventDate, Extent, Part, Precision, Season
from timeline.dates.units import DAY_LIKE, OPEN_END, days_in_month, season_of, third_of, unit_bounds

OCTOBER = date(2025, 10, 1), date(2025, 10, 31)

UNIT_BOUNDS = [
    ("2025-10-08", "week", "2025-10-06", "2025-10-12"),
    ("2025-10-05", "week", "2025-09-29", "2025-10-05"),
    ("2024-02-10", "month", "2024-02-01", "2024-02-29"),
    ("2025-03-01", "season", "2025-03-01", "2025-05-31"),
    ("2026-02-28", "season", "2025-12-01", "2026-02-28"),
    ("2025-12-31", "season", "2025-12-01", "2026-02-28"),
    ("2025-05-31", "quarter", "2025-04-01", "2025-06-30"),
    ("2025-07-01", "half", "2025-07-01", "2025-12-31"),
    ("2025-10-08", "year", "2025-01-01", "2025-12-31"),
    ("1999-12-31", "decade", "1990-01-01", "1999-12-31"),
    ("1900-01-01", "century", "1900-01-01", "1999-12-31"),
    ("0001-01-15", "season", "0001-01-01", "0001-02-28"),
    ("0005-01-15", "decade", "0001-01-01", "0009-12-31"),
    ("9999-12-31", "week", "9999-12-27", "9999-12-31"),
    ("9999-12-31", "season", "9999-12-01", "9999-12-31"),
]

THIRDS_OF_UNITS = [
    ("2025-10-08", "month", "early", "2025-10-01", "2025-10-10"),
    ("2025-10-08", "month", "mid", "2025-10-11", "2025-10-20"),
    ("2024-02-08", "month", "late", "2024-02-21", "2024-02-29"),
    ("2024-06-01", "year", "early", "2024-01-01", "2024-04-30"),
    ("2024-06-01", "year", "late", "2024-09-01", "2024-12-31"),
    ("1995-06-01", "decade", "early", "1990-01-01", "1993-12-31"),
    ("1995-06-01", "decade", "late", "1997-01-01", "1999-12-31"),
    ("0005-06-01", "decade", "mid", "0004-01-01", "0006-12-31"),
    ("1955-06-01", "century", "mid", "1934-01-01", "1966-12-31"),
    ("2025-10-08", "week", "early", "2025-10-06", "2025-10-07"),
    ("2025-10-08", "week", "mid", "2025-10-08", "2025-10-10"),
    ("2025-10-08", "week", "late", "2025-10-11", "2025-10-12"),
]

CONTRADICTIONS = [
    ("2025-10-02", "2025-10-01", "days", {}, "is after the latest day"),
    ("0001-01-01", "9999-12-31", "day", {}, "at least one known bound"),
    ("0001-01-01", "9999-12-31", "year", {"extent": "throughout"}, "at least one known bound"),
    ("2025-10-02", "2025-10-31", "month", {}, "2025-10-02 is not the first day"),
    ("2025-10-01", "2025-10-30", "month", {}, "2025-10-30 is not the last day"),
    ("9999-12-31", "9999-12-31", "year", {}, "9999-12-31 is not the first day"),
    ("2025-10-01", "2025-10-01", "fortnight", {}, "is no precision"),
    ("2025-10-01", "2025-10-01", "part_of_day", {}, "needs a part"),
    ("2025-10-01", "2025-10-01", "part_of_day", {"part": "early"}, "needs a part"),
    ("2025-10-01", "2025-10-01", "day", {"part": "evening"}, "goes with the precision part_of_day"),
    ("2025-10-01", "2025-10-31", "month", {"part": "evening"}, "goes with the precision part_of_day"),
    ("2025-10-01", "2025-10-01", "day", {"part": "early"}, "goes with a week"),
    ("2025-10-01", "2025-10-31", "month", {"part": "early"}, "is not the early part"),
    ("2025-10-01", "2025-10-01", "minute", {}, "a clock time goes with"),
    ("2025-10-01", "2025-10-01", "day", {"time": time(6)}, "a clock time goes with"),
    ("2025-10-01", "2025-10-31", "hour", {"time": time(6)}, "goes with one day"),
    ("2025-10-01", "2025-10-01", "hour", {"time": time(6), "extent": "throughout"}, "goes with one day"),
    ("2025-10-01", "2025-10-01", "hour", {"time": time(6, 0, 0, 1)}, "whole seconds"),
    ("2025-10-01", "2025-10-01", "hour", {"time": time(6, tzinfo=UTC)}, "leaves its zone"),
    ("2025-10-01", "2025-10-01", "day", {"zone": "Gaza"}, "is not a time zone"),
    ("2025-10-01", "2025-10-01", "day", {"zone": "+25:00"}, "is not a time zone"),
]


@pytest.mark.parametrize(("day", "unit", "first", "last"), UNIT_BOUNDS)
def test_a_unit_runs_from_its_first_to_its_last_day(day, unit, first, last):
    bounds = unit_bounds(date.fromisoformat(day), Precision(unit))
    assert bounds == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("day", "unit", "part", "first", "last"), THIRDS_OF_UNITS)
def test_a_third_of_a_unit_has_the_days_people_mean(day, unit, part, first, last):
    known = EventDate.sometime_in_unit(date.fromisoformat(day), Precision(unit), Part(part))
    assert known.sort_key == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("earliest", "latest", "precision", "rest", "reason"), CONTRADICTIONS)
def test_parts_that_contradict_each_other_make_no_date(earliest, latest, precision, rest, reason):
    with pytest.raises(DateError, match=reason):
        EventDate(date.fromisoformat(earliest), date.fromisoformat(latest), precision, **rest)


@pytest.mark.parametrize("unit", sorted(DAY_LIKE))
def test_a_day_or_less_is_no_unit_with_bounds(unit):
    with pytest.raises(DateError, match="is not a unit between week and century"):
        unit_bounds(OCTOBER[0], unit)


def test_a_part_of_a_day_is_no_third():
    with pytest.raises(DateError, match="use early, mid or late"):
        third_of(*OCTOBER, Precision.MONTH, Part.EVENING)


def test_a_day_that_is_not_in_the_calendar_is_refused():
    with pytest.raises(DateError, match="2025-13-01 is not a day of the calendar"):
        EventDate.sometime_in_month(2025, 13)


@given(days, units)
def test_a_unit_holds_the_day_it_was_asked_for(day, unit):
    first, last = unit_bounds(day, unit)
    assert first <= day <= last


@given(days, units)
def test_all_days_of_a_unit_share_its_bounds(day, unit):
    first, last = unit_bounds(day, unit)
    assert unit_bounds(first, unit) == unit_bounds(last, unit) == (first, last)


@given(days, units)
def test_the_next_unit_begins_the_day_after(day, unit):
    last = unit_bounds(day, unit)[1]
    if last != OPEN_END:
        assert unit_bounds(last + timedelta(days=1), unit)[0] == last + timedelta(days=1)


@given(days, units)
def test_early_mid_and_late_share_a_unit_out_without_gap_or_overlap(day, unit):
    first, last = unit_bounds(day, unit)
    early, mid, late = (third_of(first, last, unit, part) for part in (Part.EARLY, Part.MID, Part.LATE))
    one = timedelta(days=1)
    assert (early[0], early[1] + one, mid[1] + one, late[1]) == (first, mid[0], late[0], last)
    assert early[0] <= early[1] < mid[1] < late[1]


@given(event_dates)
def test_the_earliest_day_is_never_after_the_latest(it):
    assert it.earliest <= it.latest


@given(event_dates, days, days)
def test_what_is_certainly_in_a_range_is_possibly_in_it(it, one, other):
    first, last = sorted((one, other))
    assert it.possibly_within(first, last) or not it.certainly_within(first, last)


@given(event_dates, days, days)
def test_a_date_is_possibly_in_a_range_when_a_day_of_it_is(it, one, other):
    first, last = sorted((one, other))
    assert it.possibly_within(first, last) == (max(it.earliest, first) <= min(it.latest, last))


@given(event_dates)
def test_a_date_is_certainly_within_its_own_bounds_and_not_within_less(it):
    assert it.certainly_within(it.earliest, it.latest)
    if not it.is_one_day:
        assert not it.certainly_within(it.earliest + timedelta(days=1), it.latest)


@given(event_dates, st.booleans(), st.booleans())
def test_doubt_is_added_and_never_taken_away(it, approximate, uncertain):
    doubted = it.with_doubt(approximate=approximate, uncertain=uncertain)
    assert doubted.approximate == (it.approximate or approximate)
    assert doubted.uncertain == (it.uncertain or uncertain)


def test_the_units_of_a_span_are_listed_by_their_first_days():
    spring = EventDate(date(2025, 3, 1), date(2025, 5, 31), Precision.MONTH)
    assert list(spring.units()) == [date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)]


def test_the_units_of_a_span_end_with_the_calendar():
    last_years = EventDate(date(9998, 1, 1), OPEN_END, Precision.YEAR)
    assert list(last_years.units()) == [date(9998, 1, 1), date(9999, 1, 1)]


def test_winter_belongs_to_the_year_of_its_december():
    winter = EventDate.sometime_in_season(2025, Season.WINTER)
    assert winter.sort_key == (date(2025, 12, 1), date(2026, 2, 28))
    assert season_of(winter.latest) == (2025, Season.WINTER)


@pytest.mark.parametrize(
    ("made", "earliest", "latest", "precision", "part", "extent"),
    [
        (EventDate.on(date(2025, 10, 7)), 7, 7, Precision.DAY, None, Extent.ONCE),
        (EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5)), 4, 5, Precision.DAYS, None, Extent.ONCE),
        (EventDate.lasting(date(2025, 10, 4), date(2025, 10, 9)), 4, 9, Precision.DAYS, None, Extent.THROUGHOUT),
        (EventDate.in_week_of(date(2025, 10, 8)), 6, 12, Precision.WEEK, None, Extent.ONCE),
        (EventDate.sometime_in_month(2025, 10), 1, 31, Precision.MONTH, None, Extent.ONCE),
        (EventDate.sometime_in_month(2025, 10, Part.EARLY), 1, 10, Precision.MONTH, Part.EARLY, Extent.ONCE),
        (EventDate.at(date(2025, 10, 7), time(6, 29)), 7, 7, Precision.MINUTE, None, Extent.ONCE),
        (EventDate.in_part_of_day(date(2025, 10, 7), Part.NIGHT), 7, 7, Precision.PART_OF_DAY, Part.NIGHT, Extent.ONCE),
    ],
)
def test_each_way_to_make_a_date_sets_what_it_says(made, earliest, latest, precision, part, extent):
    assert (made.earliest.day, made.latest.day) == (earliest, latest)
    assert (made.precision, made.part, made.extent) == (precision, part, extent)


@pytest.mark.parametrize(("year", "month", "days_there"), [(2025, 2, 28), (2024, 2, 29), (2025, 10, 31), (2025, 9, 30)])
def test_a_month_has_as_many_days_as_the_calendar_says(year, month, days_there):
    assert days_in_month(year, month) == days_there


@given(event_dates)
def test_a_date_is_made_of_one_unit_or_of_several(it):
    if it.precision not in DAY_LIKE:
        assert it.is_one_unit == (len(list(_first_two(it))) == 1)


def _first_two(it):
    for count, unit in enumerate(it.units()):
        if count == 2:
            return
        yield unit
