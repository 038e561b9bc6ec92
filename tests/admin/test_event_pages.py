"""One event's form, its buttons, its withdrawal and its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.admin.conftest import staff
from timeline.dates import EventDate, Part
from timeline.editorial.changes import Changes
from timeline.editorial.correcting import correct
from timeline.editorial.reviewing import accept, reject
from timeline.models import Article, Event, Revision, Status, Timeline

pytestmark = pytest.mark.django_db

ADD = "/admin/timeline/event/add/"


def page(event: Event, name: str = "change") -> str:
    return f"/admin/timeline/event/{event.pk}/{name}/"


def said(event: Event, **changes: Any) -> dict[str, Any]:
    """What a browser sends back when only these fields of the form were changed."""
    plain = {"headline": event.headline, "standing": event.standing, "importance": event.importance}
    rows = {"actors": [row.pk for row in event.actors.all()], "places": [row.pk for row in event.places.all()]}
    day = {"notation": event.earliest.isoformat() if event.earliest else ""}
    return {**plain, **rows, **day, "seen": event.revisions.count(), **changes}


def verbs(event: Event) -> list[str]:
    return list(event.revisions.values_list("verb", flat=True))


def messages(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


# -- drafts ------------------------------------------------------------------------------------------------------


def test_save_draft_amends_and_says_how_the_date_reads(desk: Client) -> None:
    event = factories.draft()
    sent = said(event, notation="2025-10", part="late", summary="In short.", importance=5, _save="1")
    response = desk.post(page(event), sent, follow=True)
    event.refresh_from_db()
    assert (event.status, event.summary, event.importance) == (Status.DRAFT, "In short.", 5)
    assert event.date == EventDate.sometime_in_month(2025, 10, Part.LATE)
    assert messages(response) == ["Draft: Envoys meet in Strelsau. Its date reads: late October 2025."]
    assert verbs(event) == ["drafted", "amended"]


def test_pressing_enter_saves_a_draft_and_never_publishes(desk: Client) -> None:
    event = factories.draft()
    desk.post(page(event), said(event, headline="Amended"))
    assert verbs(event) == ["drafted", "amended"]


def test_saving_a_draft_unchanged_writes_no_revision(desk: Client) -> None:
    event = factories.draft(actors=[factories.actor()], places=[factories.place()])
    desk.post(page(event), said(event, _save="1"))
    assert verbs(event) == ["drafted"]


def test_accept_and_publish_is_one_revision_with_the_changes(desk: Client) -> None:
    event = factories.draft()
    chosen = factories.kind()
    desk.post(page(event), said(event, kind=chosen.pk, notation="2025-10-06", time="18:30", zone="UTC", _accept="1"))
    event.refresh_from_db()
    assert (event.status, event.kind) == (Status.PUBLISHED, chosen)
    assert event.date == EventDate.at(date(2025, 10, 6), time(18, 30), zone="UTC")
    assert verbs(event) == ["drafted", "accepted"]


def test_reject_from_the_form_ignores_what_was_typed_in_it(desk: Client) -> None:
    event = factories.draft()
    desk.post(page(event), {"seen": 1, "headline": "Typed", "_reject": "1", "reason": "Not an event"})
    event.refresh_from_db()
    assert (event.status, event.headline) == (Status.REJECTED, "Envoys meet in Strelsau")
    assert event.revisions.last().note == "Not an event"


def test_one_comes_back_to_the_review_page_one_came_from(desk: Client) -> None:
    event = factories.draft()
    article = event.citations.get().article_id
    form = desk.get(f"{page(event)}?scope=article-{article}").content.decode()
    assert f'name="scope" value="article-{article}"' in form
    response = desk.post(page(event), said(event, headline="Amended", scope=f"article-{article}"))
    assert response.headers["Location"] == f"/admin/timeline/article/{article}/review/#event-{event.pk}"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"notation": "7 Octember"}, "notation"),
        ({"notation": "2025-10-07", "part": "early"}, "notation"),
        ({"notation": "2025-10-07", "zone": "Nowhere"}, "notation"),
        ({"headline": ""}, "headline"),
        ({"headline": "x" * 201}, "headline"),
        ({"time": "25:00"}, "time"),
        ({"importance": "6"}, "importance"),
        ({"notation": "", "_accept": "1"}, "__all__"),
    ],
)
def test_what_is_wrong_stands_on_its_field_and_nothing_is_saved(
    desk: Client, changes: dict[str, str], field: str
) -> None:
    event = factories.draft()
    errors = desk.post(page(event), said(event, **changes)).context["form"].errors
    assert {name: len(told) for name, told in errors.items()} == {field: 1}
    assert verbs(event) == ["drafted"]


# -- published events --------------------------------------------------------------------------------------------


def test_a_correction_is_public_with_its_note(desk: Client) -> None:
    event = factories.event()
    version = event.timeline.version
    sent = said(event, headline="Envoys meet in Zenda", note="The town was wrong.", _correct="1")
    desk.post(page(event), sent)
    event.refresh_from_db()
    assert event.headline == "Envoys meet in Zenda"
    assert verbs(event) == ["added", "corrected"]
    assert "The town was wrong." in Client().get(event.get_absolute_url()).content.decode()
    assert Timeline.objects.get(pk=event.timeline_id).version > version


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"headline": "Other", "note": "  "}, {"note": ["This field is required."]}),
        ({"note": "Nothing was."}, {"__all__": ["Nothing is different, so there is nothing to correct."]}),
        (
            {"note": "No day.", "notation": ""},
            {"__all__": ["A published event keeps a date: correct it, or withdraw the event."]},
        ),
    ],
    ids=["no note", "no difference", "no date"],
)
def test_a_refused_correction_says_why(desk: Client, changes: dict[str, str], errors: dict[str, list[str]]) -> None:
    event = factories.event()
    assert desk.post(page(event), said(event, **changes)).context["form"].errors == errors
    assert verbs(event) == ["added"]


def test_a_correction_typed_over_another_editors_is_not_lost_and_not_forced(desk: Client) -> None:
    event = factories.event()
    stale = said(event, headline="Mine", note="I say so.")
    correct(event, by=factories.user(username="rival"), changes=Changes(headline="Theirs"), note="They say so.")
    response = desk.post(page(event), stale)
    event.refresh_from_db()
    form = response.context["form"]
    assert form.non_field_errors() == [
        "rival changed this after you opened it (corrected): see what it says now, then decide."
    ]
    assert (event.headline, form["headline"].value()) == ("Theirs", "Mine")
    assert verbs(event) == ["added", "corrected"]


def test_a_draft_accepted_meanwhile_is_not_corrected_by_the_drafts_form(desk: Client) -> None:
    event = factories.draft()
    stale = said(event, headline="Mine", _save="1")
    accept(event, by=factories.user(username="rival"))
    form = desk.post(page(event), stale).context["form"]
    assert form.non_field_errors() == [
        "rival changed this after you opened it (accepted): see what it says now, then decide."
    ]
    assert form["headline"].value() == "Mine"
    assert verbs(event) == ["drafted", "accepted"]


def test_a_draft_accepted_meanwhile_is_not_rejected(desk: Client) -> None:
    event = factories.draft()
    accept(event, by=factories.user(username="rival"))
    refused = desk.post(page(event), {"seen": 1, "_reject": "1"})
    assert messages(refused) == [
        "rival changed this after you opened it (accepted): see what it says now, then decide."
    ]
    assert verbs(event) == ["drafted", "accepted"]


def test_withdraw_asks_for_a_note_and_the_address_answers_410(desk: Client) -> None:
    event = factories.event()
    assert desk.post(page(event, "withdraw"), {"seen": 1, "note": " "}).context["form"].errors == {
        "note": ["This field is required."]
    }
    desk.post(page(event, "withdraw"), {"seen": 1, "note": "The source took it back."})
    event.refresh_from_db()
    assert event.status == Status.WITHDRAWN
    assert verbs(event) == ["added", "withdrawn"]
    public = Client().get(event.get_absolute_url())
    assert public.status_code == 410
    assert "The source took it back." in public.content.decode()


def test_only_what_is_published_can_be_withdrawn(desk: Client) -> None:
    assert desk.get(page(factories.draft(), "withdraw")).status_code == 404


@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
def test_what_is_over_is_shown_and_not_changed(desk: Client, status: str) -> None:
    if status == "withdrawn":
        event = factories.withdrawn(factories.event())
    else:
        event = reject(factories.draft(), by=factories.user())
    before = Revision.objects.count()
    shown = desk.get(page(event))
    assert event.headline in shown.content.decode()
    assert shown.context["form"] is None
    refused = desk.post(page(event), said(event, headline="Changed", note="Why."))
    assert messages(refused) == [f"“{event.headline}” is already {status}."]
    assert Revision.objects.count() == before


# -- by hand -----------------------------------------------------------------------------------------------------


def by_hand(war: Timeline, **fields: Any) -> dict[str, Any]:
    return {
        "timeline": war.pk,
        "headline": "A bridge collapses near Zenda",
        "notation": "2025-10-08",
        "standing": "reported",
        "importance": 3,
        "quote": "A bridge collapsed near Zenda on 8 October,\r\nthe ministry said.",
        "phrase": "on 8 October",
        "outlet": "The Hentzau Post",
        "url": "https://hentzau.example/a",
        "published_on": "2025-10-09",
        **fields,
    }


def test_an_event_added_by_hand_is_published_with_its_source(desk: Client) -> None:
    war = factories.timeline()
    response = desk.post(ADD, by_hand(war))
    event = Event.objects.get()
    citation = event.citations.get()
    assert response.headers["Location"] == page(event)
    assert (event.status, verbs(event)) == (Status.PUBLISHED, ["added"])
    assert citation.quote == "A bridge collapsed near Zenda on 8 October,\nthe ministry said."
    assert (citation.phrase, citation.article.outlet.name) == ("on 8 October", "The Hentzau Post")
    assert (citation.article.is_excerpt, citation.article.published_on) == (True, date(2025, 10, 9))


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"phrase": "on Friday"}, {"phrase": ["The quotation does not contain these words."]}),
        ({"notation": ""}, {"notation": ["An event needs a date before readers see it."]}),
        ({"quote": ""}, {"quote": ["This field is required."]}),
    ],
)
def test_an_event_by_hand_needs_a_date_and_true_words(
    desk: Client, changes: dict[str, str], errors: dict[str, list[str]]
) -> None:
    assert desk.post(ADD, by_hand(factories.timeline(), **changes)).context["form"].errors == errors
    assert (Event.objects.count(), Article.objects.count()) == (0, 0)


# -- who may -----------------------------------------------------------------------------------------------------


def test_who_may_only_look_sees_no_form_and_is_refused(client_of: Callable[..., Client]) -> None:
    event = factories.event()
    onlooker = client_of(staff("view_event"))
    assert onlooker.get(page(event)).context["form"] is None
    assert onlooker.get(page(event, "history")).status_code == 200
    assert onlooker.post(page(event), said(event, headline="Changed", note="Why.")).status_code == 403
    assert onlooker.post(page(event, "withdraw"), {"seen": 1, "note": "Why."}).status_code == 403
    assert onlooker.get(ADD).status_code == 403
    assert verbs(event) == ["added"]


def test_adding_by_hand_publishes_and_so_takes_the_right_to_change(client_of: Callable[..., Client]) -> None:
    contributor = client_of(staff("add_event", "view_event"))
    assert contributor.post(ADD, by_hand(factories.timeline())).status_code == 403


@pytest.mark.parametrize("name", ["change", "history", "withdraw"])
def test_an_event_that_is_not_there_is_404(desk: Client, name: str) -> None:
    assert desk.get(f"/admin/timeline/event/999/{name}/").status_code == 404


@pytest.mark.parametrize("pk", ["x", "²", "9" * 40])
def test_an_address_that_is_no_number_is_404(desk: Client, pk: str) -> None:
    assert desk.get(f"/admin/timeline/event/{pk}/change/").status_code == 404


# -- history and list --------------------------------------------------------------------------------------------


def test_the_history_says_who_did_what_and_what_is_different(desk: Client) -> None:
    event = factories.draft(by=factories.user(username="engine-room"))
    desk.post(page(event), said(event, notation="2025-10-07", _accept="1"))
    event.refresh_from_db()
    desk.post(page(event), said(event, headline="Envoys meet in Zenda", note="The town was wrong."))
    entries = desk.get(page(event, "history")).context["entries"]
    assert [(entry.revision.verb, entry.revision.note) for entry in entries] == [
        ("corrected", "The town was wrong."),
        ("accepted", ""),
        ("drafted", ""),
    ]
    told = [[(change.field, change.before, change.after) for change in entry.differences] for entry in entries]
    assert told == [
        [("headline", "Envoys meet in Strelsau", "Envoys meet in Zenda")],
        [
            ("status", "Draft", "Published"),
            ("date", "Monday 6 October 2025 (2025-10-06)", "Tuesday 7 October 2025 (2025-10-07)"),
        ],
        [],
    ]


def test_the_list_is_filtered_searched_and_says_dates_in_words(desk: Client) -> None:
    war = factories.timeline()
    factories.draft(timeline=war, headline="Envoys meet", on=EventDate.sometime_in_month(2025, 10))
    factories.event(timeline=war, headline="Talks end")
    drafts = desk.get("/admin/timeline/event/?status__exact=draft")
    assert [event.headline for event in drafts.context["cl"].result_list] == ["Envoys meet"]
    assert "October 2025" in drafts.content.decode()
    found = desk.get("/admin/timeline/event/?q=talks")
    assert [event.headline for event in found.context["cl"].result_list] == ["Talks end"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_queries_for_many(
    desk: Client, number: int, django_assert_num_queries: Any
) -> None:
    for count in range(number):
        factories.draft(kind=factories.kind(key=f"kind-{count}"))
    with django_assert_num_queries(9):
        desk.get("/admin/timeline/event/")
