"""What stands around one event, and what it was before it was corrected."""

from datetime import date
from typing import Any

import pytest

from tests import factories
from tests.index.conftest import Chronicle
from timeline import index
from timeline.dates import EventDate, Part
from timeline.models import Event, Timeline


@pytest.fixture
def week(db: None) -> tuple[Timeline, dict[str, Event]]:
    """A timeline of one week, with an event that spans two of its days and one that spans the whole of it."""
    timeline = factories.timeline()
    dates: dict[str, EventDate | date] = {
        "week": EventDate.lasting(date(2025, 10, 1), date(2025, 10, 9)),
        "third": date(2025, 10, 3),
        "weekend": EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5)),
        "sixth": date(2025, 10, 6),
        "sixth too": EventDate.in_part_of_day(date(2025, 10, 6), Part.EVENING),
        "eighth": date(2025, 10, 8),
    }
    return timeline, {name: factories.event(timeline=timeline, on=on, headline=name) for name, on in dates.items()}


def test_others_of_the_day_and_the_nearest_before_and_after(week: tuple[Timeline, dict[str, Event]]) -> None:
    timeline, events = week
    factories.draft(timeline=timeline, on=date(2025, 10, 6), headline="a draft")
    factories.withdrawn(factories.event(timeline=timeline, on=date(2025, 10, 7), headline="withdrawn"))
    factories.event(on=date(2025, 10, 6), headline="of another timeline")
    around = index.around(events["sixth"])
    assert [event.headline for event in around.same_days] == ["sixth too"]
    assert (around.before.headline, around.after.headline) == ("weekend", "eighth")


def test_an_event_of_many_days_has_around_it_what_lies_in_them(week: tuple[Timeline, dict[str, Event]]) -> None:
    _timeline, events = week
    around = index.around(events["week"])
    assert [event.headline for event in around.same_days] == ["third", "weekend", "sixth", "sixth too", "eighth"]
    assert (around.before, around.after) == (None, None)


def test_of_a_dense_day_the_weightiest_are_named_in_order(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    events = chronicle(timeline, [date(2025, 10, 6)] * 11)
    heavy = chronicle(timeline, [date(2025, 10, 6)], importance=5)
    named = index.around(events[0]).same_days
    assert [event.pk for event in named] == [*(event.pk for event in events[1:10]), heavy[0].pk]


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_around_costs_the_same_for_one_other_and_for_three(
    count: int, chronicle: Chronicle, django_assert_num_queries: Any
) -> None:
    timeline = factories.timeline()
    first, *_others = chronicle(timeline, [date(2025, 10, 6)] * (count + 1), kind=factories.kind())
    event = index.find(first.public_id)
    index.around(event)
    with django_assert_num_queries(2):
        assert len([str(other.kind) for other in index.around(event).same_days]) == count


@pytest.mark.django_db
def test_a_correction_says_when_why_and_from_what_to_what() -> None:
    event = factories.event(headline="Envoys meet in Zenda", on=date(2025, 10, 6), actors=[factories.actor()])
    factories.corrected(
        event,
        note="Both the town and the day were wrong.",
        headline="Envoys meet in Strelsau",
        date=EventDate.in_part_of_day(date(2025, 10, 7), Part.EVENING),
        standing="confirmed",
        actors=[],
    )
    (correction,) = index.corrections(event)
    assert correction.note == "Both the town and the day were wrong."
    assert [(change.field, change.before, change.after) for change in correction.changes] == [
        ("Headline", "Envoys meet in Zenda", "Envoys meet in Strelsau"),
        ("Date", "Monday 6 October 2025", "evening of Tuesday 7 October 2025"),
        ("Standing", "Reported", "Confirmed"),
        ("Actors", "Ruritania", ""),
    ]


@pytest.mark.django_db
def test_corrections_are_told_latest_first_and_what_came_before_publication_is_not() -> None:
    event = factories.event()
    factories.corrected(event, note="First.", headline="Envoys met")
    factories.corrected(event, note="Second.", headline="Envoys have met")
    assert [correction.note for correction in index.corrections(event)] == ["Second.", "First."]
    assert index.corrections(factories.event()) == ()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.django_db
def test_corrections_cost_the_same_for_one_and_for_three(count: int, django_assert_num_queries: Any) -> None:
    event = factories.event(kind=factories.kind(), actors=[factories.actor()], places=[factories.place()])
    for number in range(count):
        factories.corrected(event, headline=f"Envoys meet, {number}")
    with django_assert_num_queries(5):
        assert len(index.corrections(event)) == count


@pytest.mark.django_db
def test_only_what_is_or_was_public_is_found_by_its_id() -> None:
    published, draft = factories.event(), factories.draft()
    withdrawn = factories.withdrawn(factories.event())
    assert index.find(published.public_id) == published
    assert index.find(withdrawn.public_id) == withdrawn
    assert index.find(draft.public_id) is None
    assert index.find("nothing") is None
