"""Which events are proposed to be one, when they are compared again, and that this does not grow with the timeline."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from timeline.dates import EventDate
from timeline.editorial.changes import Changes
from timeline.editorial.ingesting import Submission, ingest
from timeline.editorial.merging import tell_apart
from timeline.editorial.proposing import nearby, propose
from timeline.editorial.reviewing import accept, amend, reject
from timeline.models import Event, Proposal, Timeline

pytestmark = pytest.mark.django_db

SHELLED = "Soldiers shelled the market of Hentzau on Thursday and killed eleven people."
BOMBED = "Eleven people were killed when soldiers bombed the market of Hentzau on Thursday."
LATER = "Soldiers shelled the market of Hentzau on Saturday and killed eleven people."


def told(war: Timeline, text: str, *, day: int = 10) -> list[Event]:
    said = Submission(text=text, published_on=date(2024, 5, day), outlet=f"Outlet {text[:6]}")
    return ingest(timeline=war, submission=said, by=make.user()).drafts


def pairs() -> list[tuple[int, int]]:
    return list(Proposal.objects.live().order_by("pk").values_list("earlier", "later"))


def test_a_second_article_on_one_event_is_proposed_with_its_reasons():
    war = make.timeline()
    [first], [second] = told(war, SHELLED), told(war, BOMBED)
    proposal = Proposal.objects.live().get()
    assert (proposal.earlier_id, proposal.later_id, proposal.bond) == (first.pk, second.pk, "same")
    assert [reason[0] for reason in proposal.reasons] == ["same-day", "place", "deed", "number", "words"]


@pytest.mark.parametrize("text", [LATER, BOMBED.replace("Hentzau", "Zenda"), BOMBED.replace("Thursday", "14 May")])
def test_what_only_looks_alike_is_not(text: str):
    war = make.timeline()
    told(war, SHELLED), told(war, text, day=16)
    assert pairs() == []


def test_another_timelines_events_are_not_compared():
    told(make.timeline(), SHELLED), told(make.timeline(), BOMBED)
    assert pairs() == []


def test_two_drafts_of_one_article_are_the_engines_business():
    told(make.timeline(), f"{SHELLED}\n\nThe mayor spoke on Friday of grief.\n\n{BOMBED}")
    assert pairs() == []


def test_a_published_event_is_proposed_and_a_rejected_one_is_not():
    war = make.timeline()
    [first] = told(war, SHELLED)
    accept(first, by=make.user())
    [second] = told(war, BOMBED)
    assert pairs() == [(first.pk, second.pk)]
    reject(second, by=make.user())
    assert pairs() == []


def test_two_published_events_are_left_alone():
    war = make.timeline()
    [first], [second] = told(war, SHELLED), told(war, BOMBED)
    accept(first, by=make.user())
    assert pairs() == [(first.pk, second.pk)]
    accept(second, by=make.user())
    assert pairs() == []


def test_an_amended_date_takes_the_proposal_back_and_brings_it_again():
    war = make.timeline()
    [first], [second] = told(war, SHELLED), told(war, BOMBED)
    amend(second, by=make.user(), changes=Changes(date=EventDate.on(date(2024, 5, 20))))
    assert pairs() == []
    amend(second, by=make.user(), changes=Changes(date=first.date))
    assert pairs() == [(first.pk, second.pk)]


def test_an_event_added_by_hand_is_proposed_for_the_drafts_that_wait():
    war = make.timeline()
    [draft] = told(war, SHELLED)
    event = make.event(timeline=war, headline="Soldiers bombed the market of Hentzau", on=draft.earliest)
    assert pairs() == [(draft.pk, event.pk)]


def test_what_was_told_apart_is_never_proposed_again():
    war = make.timeline()
    [first], [second] = told(war, SHELLED), told(war, BOMBED)
    tell_apart(second, first, by=make.user())
    assert pairs() == []
    amend(second, by=make.user(), changes=Changes(headline=first.headline))
    propose([first, second])
    assert pairs() == []


def test_an_undated_draft_is_proposed_for_nothing():
    war = make.timeline()
    [first] = told(war, SHELLED)
    undated = make.draft(timeline=war, headline=first.headline, on=None)
    assert propose([undated]) == []


def queries_for(events: list[Event]) -> int:
    with CaptureQueriesContext(connection) as caught:
        propose(events)
    return len(caught)


def test_proposing_asks_the_same_number_of_queries_for_one_draft_and_for_three():
    war = make.timeline()
    old = [told(war, SHELLED.replace("Hentzau", town))[0] for town in ("Hentzau", "Zenda", "Strelsau")]
    new = [told(war, BOMBED.replace("Hentzau", town))[0] for town in ("Hentzau", "Zenda", "Strelsau")]
    assert len(pairs()) == len(old)
    assert queries_for(new[:1]) == queries_for(new) == 14


def test_only_events_whose_days_meet_are_looked_at():
    war = make.timeline()
    [draft] = told(war, SHELLED)
    near = make.draft(timeline=war, on=EventDate.lasting(draft.earliest - timedelta(days=3), draft.earliest))
    for days in (-400, -20, 1, 20):
        make.draft(timeline=war, on=draft.earliest + timedelta(days=days))
    make.draft(timeline=war, on=EventDate.sometime_in_month(2024, 5))
    make.withdrawn(make.event(timeline=war, on=draft.earliest))
    assert [proposal.other(draft.pk) for proposal in nearby(draft)] == [near.pk]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a table of three rows whole")
def test_the_days_that_meet_are_a_range_of_the_index_and_not_the_whole_timeline():
    with CaptureQueriesContext(connection) as caught:
        told(make.timeline(), f"{SHELLED}\n\nA bridge fell in Zenda on Friday.")
    [union] = [query["sql"] for query in caught if " UNION " in query["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {union}")
        steps = [row[3] for row in cursor.fetchall() if "timeline_event" in row[3]]
    assert len(steps) == 2
    assert all("event_reading_order" in step and "earliest>? AND earliest<?" in step for step in steps), steps
