"""The review page and its verbs: each from its button, with and without htmx, and what happens when two decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.admin.conftest import staff
from timeline.dates import DateError, EventDate
from timeline.dates.notation import parse_notation
from timeline.editorial.changes import Changes
from timeline.editorial.reviewing import accept, amend
from timeline.models import Article, Event, Status, Verb

pytestmark = pytest.mark.django_db

HTMX = {"hx-request": "true"}


@pytest.fixture
def article() -> Article:
    return factories.article()


def three_drafts(article: Article) -> list[Event]:
    return [factories.draft(article=article, headline=f"Event {number}") for number in (1, 2, 3)]


def review(article: Article) -> str:
    return f"/admin/timeline/article/{article.pk}/review/"


def press(desk: Client, event: Event, button: str, *, htmx: bool = False, **fields: Any) -> Any:
    said = {"scope": f"article-{event.citations.get().article_id}", "seen": event.revisions.count(), **fields}
    return desk.post(f"/admin/timeline/event/{event.pk}/{button}/", said, headers=HTMX if htmx else {})


def verbs(event: Event) -> list[str]:
    return list(event.revisions.values_list("verb", flat=True))


def test_drafts_stand_in_the_order_of_the_article_with_the_count_that_is_left(desk: Client, article: Article) -> None:
    three_drafts(article)
    page = desk.get(review(article))
    assert [card.event.headline for card in page.context["cards"]] == ["Event 1", "Event 2", "Event 3"]
    assert page.context["left"] == 3


def test_a_card_says_how_the_draft_was_read(desk: Client, article: Article) -> None:
    talks, envoy, town = factories.kind(), factories.actor(), factories.place()
    claim = {"what": "killed", "best": 12, "words": "12 people killed", "by": "the ministry"}
    factories.draft(
        article=article, kind=talks, actors=[envoy], places=[town], attributed_to="the ministry", claims=[claim]
    )
    [card] = desk.get(review(article)).context["cards"]
    assert (card.date, card.notation) == ("Monday 6 October 2025", "2025-10-06")
    assert card.facts == [
        ("Precision", "day"),
        ("Standing", "Reported"),
        ("Said by", "the ministry"),
        ("Kind", "Talks and delegations"),
        ("Actors", "Ruritania"),
        ("Places", "Strelsau"),
        ("Claims", "12 people killed (said by the ministry)"),
    ]


def test_an_undated_draft_says_what_it_asks_for_and_offers_no_acceptance(desk: Client, article: Article) -> None:
    event = factories.draft(article=article, on=None, asks="On which day was the article published?")
    page = desk.get(review(article)).content.decode()
    assert "On which day was the article published?" in page
    assert f"/admin/timeline/event/{event.pk}/accept/" not in page
    assert "Give it a date" in page


def test_accept_publishes_with_exactly_one_revision(desk: Client, article: Article, editor: Any) -> None:
    event = factories.draft(article=article)
    response = press(desk, event, "accept")
    event.refresh_from_db()
    assert (response.status_code, response.headers["Location"]) == (302, f"{review(article)}#event-{event.pk}")
    assert (event.status, event.published_by) == (Status.PUBLISHED, editor)
    assert verbs(event) == ["drafted", "accepted"]
    assert Client().get(event.get_absolute_url()).status_code == 200


def test_reject_keeps_the_reason_with_exactly_one_revision(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    press(desk, event, "reject", reason="  Not an event ")
    event.refresh_from_db()
    assert event.status == Status.REJECTED
    assert list(event.revisions.values_list("verb", "note")) == [("drafted", ""), ("rejected", "Not an event")]


def test_htmx_is_answered_with_the_one_card_and_the_count(desk: Client, article: Article) -> None:
    first, *_rest = three_drafts(article)
    response = press(desk, first, "accept", htmx=True)
    body = response.content.decode()
    assert response.headers["Vary"].split(", ").count("HX-Request") == 1
    assert body.count("<article") == 1
    assert f'<article id="event-{first.pk}" class="draft is-published"' in body
    assert first.get_absolute_url() in body
    assert '<strong id="desk-left" hx-swap-oob="true">2 drafts left</strong>' in body
    assert "Published: Event 1" in body


def test_the_card_that_htmx_swaps_in_is_the_card_of_the_page(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    press(desk, event, "reject")
    card = desk.get(f"/admin/timeline/event/{event.pk}/card/?scope=article-{article.pk}").content.decode()
    assert card in desk.get(review(article)).content.decode()


def test_amending_in_the_card_leaves_a_draft_with_what_was_said(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    quick = {"headline": "Envoys meet in Zenda", "notation": "2025-10", "part": "early", "standing": "planned"}
    body = press(desk, event, "quick", htmx=True, **quick).content.decode()
    event.refresh_from_db()
    assert (event.headline, event.standing, event.status) == ("Envoys meet in Zenda", "planned", Status.DRAFT)
    assert "early October 2025" in body
    assert verbs(event) == ["drafted", "amended"]


def test_accepting_in_the_card_is_one_revision_with_the_changes(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    quick = {"headline": "Envoys meet in Zenda", "notation": "2025-10-07", "standing": "reported", "_accept": "1"}
    press(desk, event, "quick", htmx=True, **quick)
    event.refresh_from_db()
    assert (event.headline, event.status) == ("Envoys meet in Zenda", Status.PUBLISHED)
    assert verbs(event) == ["drafted", "accepted"]


def test_a_bad_date_in_the_card_is_said_on_its_field_and_what_was_typed_stays(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    response = press(desk, event, "quick", htmx=True, headline="Typed", notation="2025-13", standing="reported")
    form = response.context["form"]
    with pytest.raises(DateError) as refused:
        parse_notation("2025-13")
    assert form.errors == {"notation": [str(refused.value)]}
    assert form["headline"].value() == "Typed"
    assert verbs(event) == ["drafted"]


def test_what_the_short_form_does_not_show_of_a_date_stays(desk: Client, article: Article) -> None:
    week = EventDate.in_week_of(article.published_on).with_doubt(uncertain=True)
    event = factories.draft(article=article, on=week)
    shown = desk.get(f"/admin/timeline/event/{event.pk}/quick/", headers=HTMX).context["form"]["notation"].value()
    press(desk, event, "quick", htmx=True, headline="Typed", notation=shown, standing="reported")
    event.refresh_from_db()
    assert (event.headline, event.date) == ("Typed", week)


def test_another_editor_was_faster_and_the_card_says_so(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    rival = factories.user(username="rival")
    accept(event, by=rival)
    response = press(desk, event, "reject", htmx=True, seen=1)
    event.refresh_from_db()
    assert response.status_code == 200
    assert response.context["card"].problem == (
        "rival changed this after you opened it (accepted): see what it says now, then decide."
    )
    assert event.status == Status.PUBLISHED
    assert verbs(event) == ["drafted", "accepted"]


def test_what_another_editor_amended_is_not_published_unseen(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    amend(event, by=factories.user(), changes=Changes(headline="Something else"))
    response = press(desk, event, "accept", htmx=True, seen=1)
    event.refresh_from_db()
    assert (event.status, event.headline) == (Status.DRAFT, "Something else")
    assert "Something else" in response.content.decode()


def test_a_decided_event_cannot_be_decided_again(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    press(desk, event, "reject")
    response = press(desk, event, "accept", htmx=True)
    assert response.context["card"].problem == f"“{event.headline}” is already rejected."
    assert verbs(event) == ["drafted", "rejected"]


def test_accepting_what_has_no_date_is_refused_in_the_card(desk: Client, article: Article) -> None:
    event = factories.draft(article=article, on=None)
    response = press(desk, event, "accept", htmx=True)
    assert response.context["card"].problem == f"“{event.headline}” needs a date before it can be published."


def test_all_drafts_of_a_timeline_stand_on_one_page(desk: Client) -> None:
    war = factories.timeline()
    kept = [factories.draft(timeline=war, headline=f"Event {number}") for number in (1, 2)]
    factories.draft(headline="Of another timeline")
    factories.event(timeline=war, headline="Published already")
    page = desk.get(f"/admin/timeline/timeline/{war.pk}/review/")
    assert [card.event for card in page.context["cards"]] == kept


@pytest.mark.parametrize("number", [1, 3])
def test_the_review_page_asks_the_same_number_of_queries_whatever_is_on_it(
    desk: Client, article: Article, number: int, django_assert_num_queries: Any
) -> None:
    for count in range(number):
        factories.draft(
            article=article,
            headline=f"Event {count}",
            kind=factories.kind(key=f"kind-{count}"),
            actors=[factories.actor(name=f"Actor {count}")],
            places=[factories.place(name=f"Place {count}")],
        )
    with django_assert_num_queries(14):
        desk.get(review(article))


@pytest.mark.parametrize("number", [1, 3])
def test_the_timelines_drafts_ask_the_same_number_of_queries_for_many_articles(
    desk: Client, number: int, django_assert_num_queries: Any
) -> None:
    war = factories.timeline()
    for count in range(number):
        factories.draft(timeline=war, actors=[factories.actor(name=f"Actor {count}")])
    with django_assert_num_queries(14):
        desk.get(f"/admin/timeline/timeline/{war.pk}/review/")


def test_who_may_only_look_sees_no_buttons_and_is_refused(article: Article, client_of: Callable[..., Client]) -> None:
    event = factories.draft(article=article)
    onlooker = client_of(staff("view_event", "view_article"))
    page = onlooker.get(review(article)).content.decode()
    assert event.headline in page
    assert "/accept/" not in page
    for button in ("accept", "reject", "quick"):
        assert press(onlooker, event, button).status_code == 403
    assert verbs(event) == [Verb.DRAFTED]


def test_who_may_not_see_events_is_refused_the_page(article: Article, client_of: Callable[..., Client]) -> None:
    factories.draft(article=article)
    outsider = client_of(staff("view_article"))
    event = Event.objects.get()
    assert outsider.get(review(article)).status_code == 403
    assert outsider.get(f"/admin/timeline/event/{event.pk}/card/").status_code == 403


def test_a_stranger_is_sent_to_sign_in(article: Article) -> None:
    event = factories.draft(article=article)
    assert Client().get(review(article)).headers["Location"].startswith("/admin/login/")
    assert press(Client(), event, "accept").headers["Location"].startswith("/admin/login/")
    assert verbs(event) == ["drafted"]


def test_a_decision_is_never_a_link(desk: Client, article: Article) -> None:
    event = factories.draft(article=article)
    for button in ("accept", "reject"):
        assert desk.get(f"/admin/timeline/event/{event.pk}/{button}/").status_code == 405


@pytest.mark.parametrize("scope", ["", "article-", "article-x", "timeline-²", "//evil.example", "article-" + "9" * 40])
def test_a_scope_that_names_nothing_is_the_events_own_timeline(desk: Client, article: Article, scope: str) -> None:
    event = factories.draft(article=article)
    response = press(desk, event, "accept", scope=scope)
    assert response.headers["Location"] == f"/admin/timeline/timeline/{event.timeline_id}/review/#event-{event.pk}"
