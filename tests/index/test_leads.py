"""Which event stands for a bin: the weightiest, then the one with most sources, then the first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import factories
from timeline import index
from timeline.dates import EventDate
from timeline.drawing import Unit, bins
from timeline.filtering import EventFilter
from timeline.models import Timeline

MONTHS = bins(date(2025, 1, 1), date(2025, 3, 31), finest=Unit.MONTH)
PLAIN = EventFilter()


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war")


def headlines(timeline: Timeline, choice: EventFilter = PLAIN) -> list[str | None]:
    return [lead and lead.headline for lead in index.leads(timeline, choice, MONTHS)]


def test_the_weightiest_leads_whatever_its_sources(war: Timeline) -> None:
    told_often = factories.event(timeline=war, headline="Told often", on=date(2025, 1, 5), importance=3)
    factories.citation(event=told_often, quote="Told again.")
    factories.event(timeline=war, headline="A turning point", on=date(2025, 1, 20), importance=5)
    assert headlines(war) == ["A turning point", None, None]


def test_of_equal_weight_the_one_with_most_articles_behind_it_leads_and_then_the_first(war: Timeline) -> None:
    for day in (3, 4):
        factories.event(timeline=war, headline=f"Told once, day {day}", on=date(2025, 3, day))
    article = factories.article(timeline=war, text="One. Two. Three.")
    quoted = factories.event(article=article, quote="One.", headline="Quoted thrice", on=date(2025, 1, 1))
    for start, quote in ((5, "Two."), (10, "Three.")):
        quoted.citations.create(article=article, quote=quote, start=start, end=start + len(quote), position=start)
    twice = factories.event(timeline=war, headline="Told by two", on=date(2025, 1, 9))
    factories.citation(event=twice, quote="Told again.")
    assert headlines(war) == ["Told by two", None, "Told once, day 3"]


def test_an_event_of_several_months_leads_the_one_it_begins_in_clipped_to_the_window(war: Timeline) -> None:
    factories.event(timeline=war, headline="A siege", on=EventDate.lasting(date(2024, 11, 1), date(2025, 2, 3)))
    factories.event(timeline=war, headline="A truce", on=EventDate.lasting(date(2025, 2, 1), date(2025, 6, 3)))
    assert headlines(war) == ["A siege", "A truce", None]


def test_only_what_a_choice_shows_leads(war: Timeline) -> None:
    factories.event(timeline=war, headline="A turning point", on=date(2025, 1, 20), importance=5)
    factories.event(timeline=war, headline="Envoys meet", on=date(2025, 1, 9), kind=factories.kind())
    factories.draft(timeline=war, headline="A draft", on=date(2025, 2, 1))
    factories.withdrawn(factories.event(timeline=war, headline="Wrong", on=date(2025, 3, 1)))
    factories.event(headline="Elsewhere", on=date(2025, 3, 1))
    assert headlines(war, EventFilter(kinds=("talks",))) == ["Envoys meet", None, None]


def test_a_lead_says_where_it_is_read(war: Timeline) -> None:
    event = factories.event(timeline=war, headline="Envoys meet", on=date(2025, 1, 9))
    assert index.leads(war, PLAIN, MONTHS)[0] == index.Lead("Envoys meet", "en", event.get_absolute_url())


def test_whoever_leads_a_whole_timeline_is_followed_by_the_next_when_withdrawn(war: Timeline) -> None:
    days = [date(2025, 1, number) for number in (1, 1, 2, 3)]
    events = [factories.event(timeline=war, on=day, headline=f"Event {number}") for number, day in enumerate(days)]
    window = bins(date(2025, 1, 1), date(2025, 1, 4), finest=Unit.DAY)

    def told() -> list[str]:
        return [lead.headline if lead else "" for lead in index.leads(war, EventFilter(), window)]

    assert told() == ["Event 0", "Event 2", "Event 3", ""]
    factories.withdrawn(events[0])
    assert told() == ["Event 1", "Event 2", "Event 3", ""]
    factories.withdrawn(events[2])
    factories.event(timeline=war, on=date(2025, 1, 4), headline="Event 4")
    assert told() == ["Event 1", "", "Event 3", "Event 4"]


@pytest.mark.parametrize("count", [1, 3])
def test_leads_cost_two_queries_for_one_event_and_for_three(
    count: int, war: Timeline, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        factories.event(timeline=war, on=date(2025, 1 + number, 1))
    index.leads(war, PLAIN, MONTHS)
    with django_assert_num_queries(2):
        index.leads(war, PLAIN, MONTHS)
