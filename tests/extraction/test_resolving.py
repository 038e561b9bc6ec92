"""A candidate and its anchor become an EventDate with the right precision, part, extent and doubts."""

from datetime import date, time

import pytest

from tests.extraction.reading import MONDAY, mentions
from timeline.dates import EventDate, Extent, Part, Precision
from timeline.extraction.calendar_units import Stretch, add_days, add_months, holding, part_of_month
from timeline.extraction.meanings import Unit

SATURDAY = date(2025, 10, 4)

DATES = [
    ("on Saturday", EventDate.on(SATURDAY)),
    ("late Saturday", EventDate.in_part_of_day(SATURDAY, Part.EVENING)),
    ("early Saturday", EventDate.in_part_of_day(SATURDAY, Part.MORNING)),
    ("on Saturday night", EventDate.in_part_of_day(SATURDAY, Part.NIGHT)),
    ("at 6:29 a.m. on Saturday", EventDate.at(SATURDAY, time(6, 29))),
    ("over the weekend", EventDate.one_of_days(SATURDAY, date(2025, 10, 5))),
    ("last week", EventDate.in_week_of(date(2025, 9, 29))),
    ("in early September", EventDate.sometime_in_month(2025, 9, Part.EARLY)),
    ("in September", EventDate.sometime_in_month(2025, 9)),
    ("in late 2023", EventDate.sometime_in_year(2023, Part.LATE)),
    ("in the 1990s", EventDate.sometime_in_unit(date(1990, 1, 1), Precision.DECADE)),
    ("in the 19th century", EventDate.sometime_in_unit(date(1800, 1, 1), Precision.CENTURY)),
    ("around 3 September", EventDate.on(date(2025, 9, 3)).with_doubt(approximate=True)),
    ("from 4 to 5 September", EventDate.lasting(date(2025, 9, 4), date(2025, 9, 5))),
]


@pytest.mark.parametrize(("words", "expected"), DATES)
def test_words_become_the_event_date_that_keeps_their_precision(words: str, expected: EventDate) -> None:
    assert mentions(f"Sirens sounded {words}.", MONDAY)[0].date == expected


def test_overnight_into_a_day_reaches_back_into_the_evening_before_it() -> None:
    (mention,) = mentions("Sirens sounded overnight into Sunday.", MONDAY)
    assert mention.date == EventDate(SATURDAY, date(2025, 10, 5), Precision.PART_OF_DAY, Part.NIGHT)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Two days after 7 September it fell.", "Two days", date(2025, 9, 9)),
        ("It fell one day before Saturday.", "one day", date(2025, 10, 3)),
        ("It fell a week after the 7 September raid.", "a week", date(2025, 9, 14)),
    ],
)
def test_a_duration_from_a_day_beside_it_is_dated_with_the_day_it_reaches(text: str, words: str, day: date) -> None:
    mention = mentions(text, MONDAY)[0]
    assert (mention.text, mention.type, mention.date) == (words, "DURATION", EventDate.on(day))
    assert mention.trail[-1].rule == "counted-from-date-beside"


def test_a_duration_from_no_day_stays_undated() -> None:
    assert mentions("Two days after the raid, in 2014, it fell.", MONDAY)[0].date is None


def test_since_opens_the_end_and_keeps_what_is_told_throughout() -> None:
    (mention,) = mentions("It has been closed since 2014.", MONDAY)
    assert mention.date == EventDate(date(2014, 1, 1), date.max, Precision.YEAR, extent=Extent.THROUGHOUT)
    assert [(step.rule, step.value) for step in mention.trail] == [("year", "2014"), ("since-bounds", "2014/..")]


@pytest.mark.parametrize("words", ["for three days", "every Friday", "recently", "days later", "in 490 BC"])
def test_durations_sets_and_vague_words_have_no_date_and_say_so(words: str) -> None:
    (mention,) = mentions(f"Sirens sounded {words}.", MONDAY)
    assert mention.date is None
    assert mention.trail[-1].rule == "no-date"
    assert mention.trail[-1].anchor_from


STRETCHES = [
    (Unit.DAY, "2025-10-06"),
    (Unit.WEEK, "2025-W41"),
    (Unit.WEEKEND, "2025-W41-WE"),
    (Unit.MONTH, "2025-10"),
    (Unit.QUARTER, "2025-Q4"),
    (Unit.HALF, "2025-H2"),
    (Unit.YEAR, "2025"),
    (Unit.DECADE, "202"),
    (Unit.CENTURY, "20"),
]


@pytest.mark.parametrize(("unit", "value"), STRETCHES)
def test_the_unit_that_holds_a_day_has_its_timex3_value(unit: Unit, value: str) -> None:
    assert holding(MONDAY, unit).value == value


@pytest.mark.parametrize("unit", [unit for unit, _ in STRETCHES])
def test_moving_a_stretch_there_and_back_gives_it_again(unit: Unit) -> None:
    stretch = holding(MONDAY, unit)
    moved = stretch.moved(3)
    assert moved is not None and moved.moved(-3) == stretch


def test_nothing_moves_beyond_the_calendar() -> None:
    assert Stretch(Unit.YEAR, date(9999, 1, 1)).moved(1) is None
    assert Stretch(Unit.DAY, date.min).moved(-1) is None
    assert add_days(date.max, 1) is None
    assert add_months(date.min, -1) is None


def test_the_last_week_of_february_knows_leap_years() -> None:
    assert part_of_month(date(2024, 2, 1), -1, "week") == (date(2024, 2, 23), date(2024, 2, 29))


LIMITS = [
    ("It left by noon on Friday.", EventDate.on(date(2025, 10, 3)).with_doubt(approximate=True), "by-bounds"),
    ("It left after midnight on Friday.", EventDate.in_part_of_day(date(2025, 10, 3), Part.NIGHT), "clock-as-limit"),
    ("It left before noon on Friday.", EventDate.in_part_of_day(date(2025, 10, 3), Part.MORNING), "clock-as-limit"),
    ("It left after 5 p.m. on Friday.", EventDate.on(date(2025, 10, 3)), "clock-as-limit"),
    ("It left before dawn on Friday.", EventDate.in_part_of_day(date(2025, 10, 3), Part.MORNING), None),
]


@pytest.mark.parametrize(("text", "expected", "rule"), LIMITS)
def test_a_time_of_day_as_a_limit_leaves_the_day(text: str, expected: EventDate, rule: str | None) -> None:
    (mention,) = mentions(text, MONDAY)
    assert (mention.date, mention.trail[1].rule if mention.trail[1:] else None) == (expected, rule)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The envoy was taken between 2 and 5 October.", Extent.ONCE),
        ("Between October 2 and October 5 the bridge fell.", Extent.ONCE),
        ("The army freed 40 sailors between 2 and 5 October.", Extent.THROUGHOUT),
        ("Shells fell between 2 and 5 October.", Extent.THROUGHOUT),
        ("Fighting raged between 2 and 5 October.", Extent.THROUGHOUT),
        ("The bridge was shut from 2 to 5 October.", Extent.THROUGHOUT),
    ],
)
def test_between_two_days_is_once_for_a_single_happening(text: str, extent: Extent) -> None:
    assert {(it.date.earliest.day, it.date.latest.day, it.date.extent) for it in mentions(text, MONDAY)} == {
        (2, 5, extent)
    }


INFERRED = "The talks coincide with the third anniversary of the March 4, 2031 raids. An envoy left {words}."


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("late Thursday", 2, 9, Precision.PART_OF_DAY),
        ("on Thursday", 2, 9, Precision.DAY),
        ("on Friday", 3, 10, Precision.DAY),
        ("at noon on Friday", 3, 10, Precision.DAYS),
        ("yesterday", 28, 6, Precision.DAYS),
    ],
)
def test_an_inferred_day_leaves_the_weekdays_on_either_side(
    words: str, first: int, last: int, precision: Precision
) -> None:
    day = mentions(INFERRED.format(words=words), None)[-1].date
    assert (day.earliest.day, day.latest.day, day.precision, day.uncertain) == (first, last, precision, True)
