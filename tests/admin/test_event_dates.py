"""A date as an editor writes it, and back."""

from __future__ import annotations

from datetime import date, time

import pytest

from timeline.admin.event_dates import FIELDS, read, written
from timeline.dates import DateError, EventDate, Extent, Part, Precision, Season

DAY, NEXT = date(2025, 10, 7), date(2025, 10, 8)

DATES = [
    EventDate.on(DAY),
    EventDate.on(DAY).with_doubt(approximate=True),
    EventDate.on(DAY).with_doubt(approximate=True, uncertain=True),
    EventDate.at(DAY, time(6, 29)),
    EventDate.at(DAY, time(6, 29), zone="Asia/Gaza"),
    EventDate.at(DAY, time(6, 29), zone="UTC"),
    EventDate.at(DAY, time(6), precision=Precision.HOUR).with_doubt(uncertain=True),
    EventDate.in_part_of_day(DAY, Part.EVENING),
    EventDate(DAY, NEXT, Precision.PART_OF_DAY, Part.NIGHT),
    EventDate.one_of_days(DAY, NEXT),
    EventDate.one_of_days(DAY, NEXT).with_doubt(uncertain=True),
    EventDate.lasting(DAY, NEXT),
    EventDate.in_week_of(DAY),
    EventDate.sometime_in_month(2025, 10),
    EventDate.sometime_in_month(2025, 10, Part.EARLY),
    EventDate.sometime_in_season(2025, Season.WINTER).with_doubt(approximate=True),
    EventDate.sometime_in_unit(DAY, Precision.QUARTER),
    EventDate.sometime_in_unit(DAY, Precision.DECADE),
    EventDate.sometime_in_year(2025, Part.LATE),
    EventDate(date(2025, 10, 1), date(2025, 10, 31), Precision.MONTH, extent=Extent.THROUGHOUT),
]


@pytest.mark.parametrize("value", DATES, ids=str)
def test_what_is_written_reads_back_as_the_same_date(value: EventDate) -> None:
    assert read(written(value)) == value


def test_a_plain_day_is_written_with_its_notation_alone() -> None:
    said = {name: value for name, value in written(EventDate.on(DAY)).items() if value}
    assert said == {"notation": "2025-10-07"}


def test_nothing_written_is_no_date() -> None:
    assert read(written(None)) is None


def test_the_fields_beside_the_notation_are_all_there() -> None:
    assert set(written(None)) == set(FIELDS) == set(written(EventDate.on(DAY)))


def test_an_evening_needs_no_precision_beside_it() -> None:
    assert read({"notation": "2025-10-07", "part": "evening"}) == EventDate.in_part_of_day(DAY, Part.EVENING)


def test_a_flag_typed_into_the_notation_counts_as_its_box() -> None:
    assert read({"notation": "2025-10-07~"}) == EventDate.on(DAY).with_doubt(approximate=True)


@pytest.mark.parametrize("notation", ["7 October 2025", "2025-02-30", "2025-13", "[2025-10-07]"])
def test_what_is_no_notation_is_refused(notation: str) -> None:
    with pytest.raises(DateError):
        read({"notation": notation})
