"""The card's offer to merge: what it shows, its two buttons with and without htmx, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.admin.conftest import staff
from timeline.dates import EventDate, Part, Precision
from timeline.editorial.changes import Changes
from timeline.editorial.correcting import correct
from timeline.editorial.reviewing import amend
from timeline.models import Event, Merge, Proposal, Status, Timeline

pytestmark = pytest.mark.django_db

HTMX = {"hx-request": "true"}
NOTE = "Another source was added: The Zenda Post."


@pytest.fixture
def war() -> Timeline:
    return factories.timeline()


@pytest.fixture
def public(war: Timeline) -> Event:
    return factories.event(timeline=war, headline="Envoys meet")


@pytest.fixture
def draft(war: Timeline) -> Event:
    return waiting(war)


def waiting(war: Timeline, *, text: str = "In Zenda they said it too.", **fields: Any) -> Event:
    article = factories.article(timeline=war, outlet="The Zenda Post", text=text)
    return factories.draft(article=article, **{"headline": "Envoys met", **fields})


def proposed(one: Event, other: Event, **fields: Any) -> Proposal:
    earlier, later = sorted((one, other), key=lambda event: event.pk)
    reasons = [["same-day", "", ""], ["deed", "meet", "met"], ["place", "Strelsau", "Strelsau"]]
    return Proposal.objects.create(earlier=earlier, later=later, **{"score": 0.9, "reasons": reasons, **fields})


def review(event: Event, query: str = "") -> str:
    return f"/admin/timeline/timeline/{event.timeline_id}/review/{query}"


def press(desk: Client, event: Event, button: str, other: Event, *, htmx: bool = False, **fields: Any) -> Any:
    seen = {"seen": event.revisions.count(), "seen_other": other.revisions.count()}
    said = {"scope": f"timeline-{event.timeline_id}", "other": other.pk, "note": NOTE, **seen, **fields}
    return desk.post(f"/admin/timeline/event/{event.pk}/{button}/", said, headers=HTMX if htmx else {})


def offers(desk: Client, event: Event) -> Any:
    cards = desk.get(review(event)).context["cards"]
    return next(card.offers for card in cards if card.event == event)


# -- what is shown ---------------------------------------------------------------------------------------------------


def test_a_card_offers_the_other_event_with_both_quotations_and_why(desk: Client, public: Event, draft: Event) -> None:
    proposed(public, draft)
    [offer] = offers(desk, draft)
    assert (offer.event, offer.date, offer.is_follow_up) == (public, "Monday 6 October 2025", False)
    assert offer.reasons == ("the same day", "“met” and “meet”", "both in Strelsau")
    assert [quote.lead for quote in offer.mine] == ["In Zenda they said it too."]
    assert [quote.lead for quote in offer.quotes] == [public.citations.get().quote]
    assert (offer.note, offer.seen) == (NOTE, 1)
    page = desk.get(review(draft)).content.decode()
    assert page.count("Another source for:") == 1
    assert "1 may be told already by another event" in page


def test_two_drafts_offer_each_other_and_no_public_note(desk: Client, war: Timeline, draft: Event) -> None:
    other = waiting(war, text="Second.", headline="Envoys meet")
    proposed(draft, other)
    [from_first], [from_second] = offers(desk, draft), offers(desk, other)
    assert (from_first.event, from_second.event) == (other, draft)
    assert (from_first.reasons[1], from_second.reasons[1]) == ("“meet” and “met”", "“met” and “meet”")
    assert from_first.note == from_second.note == ""


@pytest.mark.parametrize("status", ["declined", "accepted"])
def test_a_decided_proposal_is_not_offered(desk: Client, public: Event, draft: Event, editor: Any, status: str) -> None:
    proposed(public, draft, status=status, decided_by=editor, decided_at=draft.created_at)
    assert offers(desk, draft) == ()


def test_only_what_says_more_is_offered_to_be_taken_over(desk: Client, war: Timeline) -> None:
    vague = factories.event(timeline=war, headline="Envoys will meet", on=EventDate.sometime_in_month(2025, 10))
    other = waiting(war)
    exact = EventDate(other.earliest, other.earliest, Precision.PART_OF_DAY, Part.EVENING)
    finer = factories.event(timeline=war, headline="Envoys met", on=exact)
    proposed(vague, other, bond="follow-up", score=1.0)
    proposed(finer, other)
    first, second = offers(desk, other)
    assert [(choice.name, choice.checked) for choice in first.choices] == [
        ("date", False),
        ("headline", False),
        ("standing", True),
    ]
    assert second.choices == ()


@pytest.mark.parametrize("number", [1, 3])
def test_cards_with_offers_ask_the_same_number_of_queries_whatever_is_on_the_page(
    desk: Client, war: Timeline, number: int, django_assert_num_queries: Any
) -> None:
    for count in range(number):
        one = factories.event(timeline=war, headline=f"Event {count}", actors=[factories.actor(name=f"Actor {count}")])
        proposed(one, waiting(war, text=f"Text {count}."))
    with django_assert_num_queries(16):
        desk.get(review(one))


@pytest.mark.parametrize("number", [1, 3])
def test_merged_drafts_of_an_article_cost_no_query_each(
    desk: Client, war: Timeline, number: int, django_assert_num_queries: Any
) -> None:
    article = factories.article(timeline=war)
    for count in range(number):
        event = factories.draft(article=article, headline=f"Draft {count}")
        press(desk, event, "merge", waiting(war, text=f"Text {count}."))
    with django_assert_num_queries(14):
        desk.get(f"/admin/timeline/article/{article.pk}/review/")


def test_the_page_can_show_only_drafts_with_proposals(desk: Client, war: Timeline, public: Event, draft: Event) -> None:
    waiting(war, text="Nothing like it.")
    proposed(public, draft)
    page = desk.get(review(draft, "?only=proposals"))
    assert [card.event for card in page.context["cards"]] == [draft]
    assert (page.context["left"], page.context["proposals"]) == (2, 1)
    assert str(page.context["scope"]) == f"timeline-{war.pk}-proposals"
    assert len(desk.get(review(draft, "?only=nonsense")).context["cards"]) == 2


# -- what the buttons do ---------------------------------------------------------------------------------------------


def test_merge_makes_the_draft_another_source_and_comes_back_to_its_card(
    desk: Client, public: Event, draft: Event, editor: Any
) -> None:
    proposed(public, draft)
    response = press(desk, draft, "merge", public, scope=f"timeline-{draft.timeline_id}-proposals")
    assert response.headers["Location"] == f"{review(draft)}?only=proposals#event-{draft.pk}"
    assert [citation.quote for citation in public.citations.all()][1:] == ["In Zenda they said it too."]
    assert Merge.objects.get().by == editor
    reader = Client().get(public.get_absolute_url()).content.decode()
    assert "In Zenda they said it too." in reader
    assert NOTE in reader


def test_htmx_is_answered_with_the_card_and_told_which_other_one_changed(
    desk: Client, public: Event, draft: Event
) -> None:
    proposed(public, draft)
    response = press(desk, draft, "merge", public, htmx=True)
    body = response.content.decode()
    assert response.headers["HX-Trigger"] == f"changed-{public.pk}"
    assert body.count("<article") == 1
    assert f'<article id="event-{draft.pk}" class="draft is-rejected"' in body
    assert "Split off again" in body
    assert '<strong id="desk-left" hx-swap-oob="true">0 drafts left</strong>' in body
    assert '<span id="desk-proposals" class="desk-proposals" hx-swap-oob="true"></span>' in body
    assert "Merged: Envoys met is now a source of “Envoys meet”." in body


def test_what_is_ticked_is_taken_over(desk: Client, war: Timeline, draft: Event) -> None:
    plan = waiting(war, text="Second.", headline="Envoys will meet", standing="planned")
    press(desk, draft, "merge", plan, take=["headline", "standing"])
    plan.refresh_from_db()
    assert (plan.headline, plan.standing) == ("Envoys met", "reported")


def test_not_the_same_is_remembered_and_the_card_stays_a_draft(desk: Client, public: Event, draft: Event) -> None:
    proposed(public, draft)
    body = press(desk, draft, "apart", public, htmx=True).content.decode()
    assert f'<article id="event-{draft.pk}" class="draft is-draft"' in body
    assert "Another source for:" not in body
    assert (Proposal.objects.get().status, draft.revisions.count()) == ("declined", 1)


def test_a_merge_that_cannot_be_is_told_in_the_card(desk: Client, public: Event, draft: Event) -> None:
    response = press(desk, draft, "merge", public, htmx=True, note=" ")
    assert response.context["card"].problem == "Say in a public note which source is added."
    assert "HX-Trigger" in response.headers
    assert not Merge.objects.exists()


def test_neither_event_may_have_been_changed_since_it_was_seen(desk: Client, public: Event, draft: Event) -> None:
    rival = factories.user(username="rival")
    amend(draft, by=rival, changes=Changes(summary="New."))
    response = press(desk, draft, "merge", public, htmx=True, seen=1)
    assert response.context["card"].problem.startswith("rival changed this after you opened it (amended)")
    correct(public, by=rival, changes=Changes(summary="New."), note="More.")
    response = press(desk, draft, "merge", public, htmx=True, seen_other=1)
    assert response.context["card"].problem.startswith(
        "“Envoys meet”: rival changed this after you opened it (corrected)"
    )
    assert not Merge.objects.exists()


def test_a_merged_draft_is_split_off_from_its_card(desk: Client, public: Event, draft: Event) -> None:
    press(desk, draft, "merge", public)
    body = press(desk, draft, "split", public, htmx=True, note="Not the same.").content.decode()
    draft.refresh_from_db()
    assert (draft.status, public.citations.count()) == (Status.DRAFT, 1)
    assert f'<article id="event-{draft.pk}" class="draft is-draft"' in body


def test_the_event_that_was_merged_into_lists_its_drafts_and_the_way_back(
    desk: Client, public: Event, draft: Event
) -> None:
    press(desk, draft, "merge", public)
    page = desk.get(f"/admin/timeline/event/{public.pk}/change/").content.decode()
    assert "1 draft was merged into this event" in page
    assert f'action="/admin/timeline/event/{draft.pk}/split/"' in page
    page = desk.get(f"/admin/timeline/event/{draft.pk}/change/").content.decode()
    assert f'href="/admin/timeline/event/{public.pk}/change/"' in page
    assert f'action="/admin/timeline/event/{draft.pk}/split/"' in page


def test_who_may_only_look_sees_the_offer_without_buttons_and_is_refused(
    public: Event, draft: Event, client_of: Callable[..., Client]
) -> None:
    proposed(public, draft)
    onlooker = client_of(staff("view_event"))
    page = onlooker.get(review(draft)).content.decode()
    assert "Another source for:" in page
    assert "/merge/" not in page
    assert {press(onlooker, draft, button, public).status_code for button in ("merge", "apart")} == {403}
    Merge.objects.create(draft=draft, into=public, by=factories.user())
    assert press(onlooker, draft, "split", public).status_code == 403


@pytest.mark.parametrize("other", ["", "x", "²", "9" * 30, "987654"])
def test_another_event_that_there_is_not_is_not_found(desk: Client, draft: Event, other: str) -> None:
    said = {"other": other, "seen": 1, "seen_other": 1}
    assert desk.post(f"/admin/timeline/event/{draft.pk}/merge/", said).status_code == 404


def test_a_decision_of_two_is_never_a_link(desk: Client, draft: Event) -> None:
    for button in ("merge", "apart", "split"):
        assert desk.get(f"/admin/timeline/event/{draft.pk}/{button}/").status_code == 405


# -- what was not proposed -------------------------------------------------------------------------------------------


def nearby(desk: Client, event: Event) -> Any:
    return desk.get(f"/admin/timeline/event/{event.pk}/nearby/")


def test_an_editor_finds_the_same_event_among_those_of_its_days(desk: Client, war: Timeline, draft: Event) -> None:
    unlike = factories.event(timeline=war, headline="A bridge falls in Zenda", quote="")
    like = factories.event(timeline=war, headline="Envoys met in Zenda")
    factories.event(timeline=war, headline="Envoys met in Zenda", on=EventDate.on(draft.earliest.replace(day=20)))
    factories.event(headline="Envoys met in Zenda")
    page = nearby(desk, draft)
    assert [offer.event for offer in page.context["offers"]] == [like, unlike]
    assert (
        f'href="/admin/timeline/event/{draft.pk}/nearby/?scope=timeline-{war.pk}"'
        in desk.get(review(draft)).content.decode()
    )
    press(desk, draft, "merge", unlike)
    assert Merge.objects.get().into == unlike


def test_a_draft_that_no_other_event_is_near_is_told_so(desk: Client, draft: Event) -> None:
    assert "No other event lies in these days." in nearby(desk, draft).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_looking_for_the_same_event_asks_the_same_number_of_queries(
    desk: Client, war: Timeline, draft: Event, number: int, django_assert_num_queries: Any
) -> None:
    for count in range(number):
        factories.event(timeline=war, headline=f"Event {count}", actors=[factories.actor(name=f"Actor {count}")])
    with django_assert_num_queries(20):
        nearby(desk, draft)


def test_only_staff_who_see_drafts_may_look_for_them(draft: Event, client_of: Callable[..., Client]) -> None:
    assert nearby(client_of(staff("view_article")), draft).status_code == 403
    assert nearby(client_of(staff("view_event")), draft).status_code == 200
