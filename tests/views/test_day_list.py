"""The list by day: headings by frequency, and what a dense day folds away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import factories
from timeline.dates import EventDate, Part, Precision
from timeline.index import details
from timeline.models import Event
from timeline.views.day_list import sections
from timeline.views.frequency import levels

START = date(2025, 10, 1)
DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR


def every(days: int, count: int, *, start: date = START) -> list[EventDate]:
    """So many single days, so many days apart."""
    return [EventDate.on(start + timedelta(days=number * days)) for number in range(count)]


@pytest.mark.parametrize(
    ("dates", "level"),
    [
        (every(1, 10), DAY),
        (every(2, 10), DAY),
        (every(4, 7), MONTH),
        (every(30, 6, start=date(2025, 1, 1)), MONTH),
        (every(60, 5, start=date(2025, 1, 1)), MONTH),
        (every(150, 2, start=date(2025, 1, 1)), YEAR),
        (every(0, 2), YEAR),
        (every(0, 4), DAY),
        (every(400, 4), YEAR),
    ],
)
def test_headings_are_days_where_about_one_happens_a_day_else_months_else_years(
    dates: list[EventDate], level: Precision
) -> None:
    assert levels(dates) == [level] * len(dates)


def test_a_burst_has_days_and_the_quiet_around_it_months() -> None:
    quiet = every(45, 4, start=date(2025, 1, 5))
    assert levels(quiet + every(1, 8)) == [MONTH] * 4 + [DAY] * 8


def listed(*dates: EventDate | date, **fields: object) -> list[Event]:
    """Published events of these dates, as a page holds them."""
    timeline = factories.timeline()
    for number, on in enumerate(dates):
        factories.event(timeline=timeline, on=on, headline=f"Event {number}", **fields)
    return list(Event.objects.in_timeline(timeline).in_time_order())


def outline(events: list[Event]) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Of each section its heading and, of each card, the headline and what it says of its date itself."""
    return [
        (
            section.heading.number,
            section.heading.weekday,
            section.heading.rest,
            [(card.event.headline, card.when or card.part) for card in section.leads],
        )
        for section in sections(events, details(events[0].timeline, events))
    ]


@pytest.mark.django_db
def test_events_of_one_day_stand_under_one_heading_and_a_time_of_day_on_the_card() -> None:
    evening = EventDate.in_part_of_day(date(2025, 10, 8), Part.EVENING)
    events = listed(*(date(2025, 10, day) for day in (6, 7, 8)), evening, date(2025, 10, 9))
    assert outline(events)[2:] == [
        ("8", "Wednesday", "October 2025", [("Event 2", ""), ("Event 3", "evening")]),
        ("9", "Thursday", "October 2025", [("Event 4", "")]),
    ]


@pytest.mark.django_db
def test_a_date_of_several_days_has_its_own_heading_and_never_a_fake_first() -> None:
    weekend = EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5))
    events = listed(*(date(2025, 10, day) for day in (2, 3)), weekend, EventDate.sometime_in_month(2025, 10))
    assert [row[:3] for row in outline(events)] == [
        ("", "", "October 2025"),
        ("2", "Thursday", "October 2025"),
        ("3", "Friday", "October 2025"),
        ("4 or 5", "weekend", "October 2025"),
    ]


@pytest.mark.django_db
def test_under_a_month_each_card_says_its_day_and_a_month_is_not_said_twice() -> None:
    events = listed(date(2024, 3, 5), EventDate.sometime_in_month(2024, 3), date(2024, 3, 28), date(2024, 5, 1))
    assert outline(events) == [
        (
            "",
            "",
            "March 2024",
            [("Event 1", ""), ("Event 0", "Tuesday 5 March 2024"), ("Event 2", "Thursday 28 March 2024")],
        ),
        ("", "", "May 2024", [("Event 3", "Wednesday 1 May 2024")]),
    ]


@pytest.mark.django_db
def test_what_does_not_lie_in_one_month_or_year_has_a_heading_of_its_own() -> None:
    war = EventDate.lasting(date(2023, 10, 7), date(2025, 10, 6))
    events = listed(date(2023, 10, 7), war, date(2024, 7, 31))
    assert [row[2] for row in outline(events)] == ["2023", "7 October 2023 – 6 October 2025", "2024"]


@pytest.mark.django_db
def test_a_dense_day_shows_its_five_weightiest_in_order_and_folds_the_rest() -> None:
    timeline = factories.timeline()
    for number, importance in enumerate([1, 5, 3, 3, 3, 3, 4]):
        factories.event(timeline=timeline, on=START, headline=f"Event {number}", importance=importance)
    events = list(Event.objects.in_timeline(timeline).in_time_order())
    (section,) = sections(
        events, details(events[0].timeline, events), link=lambda first, last: f"?from={first}&to={last}"
    )
    assert [card.event.headline[-1] for card in section.leads] == ["1", "2", "3", "4", "6"]
    assert [card.event.headline[-1] for card in section.folded] == ["0", "5"]
    assert section.fold_label == "and 2 more on 1 October 2025"
    assert section.fold_url == "?from=2025-10-01&to=2025-10-01"


@pytest.mark.django_db
@pytest.mark.parametrize("link", [None, lambda first, last: ""], ids=["no links", "the day itself"])
def test_a_dense_day_without_a_link_shows_all_of_itself(link: object) -> None:
    events = listed(*[START] * 7)
    (section,) = sections(events, details(events[0].timeline, events), link=link)
    assert (len(section.leads), section.folded, section.fold_url) == (7, (), "")


@pytest.mark.django_db
def test_a_day_of_five_folds_nothing() -> None:
    events = listed(*[START] * 5)
    (section,) = sections(events, details(events[0].timeline, events), link=lambda first, last: "?")
    assert (len(section.leads), section.folded) == (5, ())


@pytest.mark.django_db
def test_a_night_that_is_its_own_heading_is_not_said_twice() -> None:
    night = EventDate(date(2025, 10, 9), date(2025, 10, 10), Precision.PART_OF_DAY, Part.NIGHT)
    events = listed(*[date(2025, 10, day) for day in (8, 9, 10)], night)
    told = [row for row in outline(events) if row[0] == ""]
    assert told == [("", "", "night of 9 to 10 October 2025", [("Event 3", "")])]
