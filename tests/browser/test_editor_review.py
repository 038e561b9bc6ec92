"""Deciding drafts with htmx: one card is swapped, the focus goes on to the next, nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.admin.signing_in import sign_in
from tests.browser.axe import axe
from timeline.editorial.reviewing import accept
from timeline.models import Article, Event


@pytest.fixture
def editor(live_server: Any) -> User:
    return factories.user(is_superuser=True)


@pytest.fixture
def article(live_server: Any) -> Article:
    return factories.article(text="On 6 October 2025 envoys met.\n\nThey spoke of Zenda.")


@pytest.fixture
def drafts(article: Article) -> list[Event]:
    return [factories.draft(article=article, headline=f"Event {number}") for number in (1, 2, 3)]


@pytest.fixture
def review(page: Page, editor: User, drafts: list[Event], article: Article, live_server: Any) -> Page:
    sign_in(page, editor, origin=live_server.url)
    page.goto(f"/admin/timeline/article/{article.pk}/review/")
    page.evaluate("() => { window.stillHere = true }")
    return page


def card(page: Page, number: int) -> Locator:
    return page.get_by_role("article", name=f"Event {number}")


def was_not_reloaded(page: Page) -> bool:
    return bool(page.evaluate("() => window.stillHere"))


def test_three_drafts_are_decided_by_keyboard_without_a_reload(review: Page, drafts: list[Event]) -> None:
    card(review, 1).get_by_role("button", name="Accept").focus()
    review.keyboard.press("Enter")
    expect(card(review, 2)).to_be_focused()
    for number in (2, 3):
        review.keyboard.press("Tab")
        expect(card(review, number).get_by_role("button", name="Accept")).to_be_focused()
        review.keyboard.press("Enter")
        expect(card(review, number).get_by_text("Published", exact=True)).to_be_visible()
    expect(review.get_by_text("0 drafts left")).to_be_visible()
    expect(card(review, 3)).to_be_focused()
    assert was_not_reloaded(review)
    assert {event.status for event in Event.objects.all()} == {"published"}


def test_the_outcome_is_announced(review: Page) -> None:
    card(review, 2).get_by_role("button", name="Accept").click()
    expect(review.get_by_role("status")).to_have_text("Published: Event 2")


def test_after_the_last_card_the_focus_goes_to_the_first_that_waits(review: Page) -> None:
    card(review, 3).get_by_role("button", name="Accept").click()
    expect(card(review, 1)).to_be_focused()


def test_a_reason_is_typed_and_entered(review: Page, drafts: list[Event]) -> None:
    reason = card(review, 1).get_by_label("Reason for rejecting")
    reason.fill("Not an event")
    reason.press("Enter")
    expect(card(review, 1).get_by_text("Rejected", exact=True)).to_be_visible()
    assert drafts[0].revisions.last().note == "Not an event"


def test_amending_happens_in_the_card_and_a_bad_date_is_said_there(review: Page, drafts: list[Event]) -> None:
    card(review, 1).get_by_role("link", name="Amend").click()
    headline = card(review, 1).get_by_label("Headline")
    expect(headline).to_be_focused()
    headline.fill("Event 1 amended")
    card(review, 1).get_by_label("Date").fill("2025-13")
    card(review, 1).get_by_role("button", name="Save draft").click()
    expect(card(review, 1).get_by_text("is not a date notation")).to_be_visible()
    expect(card(review, 1).get_by_label("Date")).to_be_focused()
    axe(review)
    card(review, 1).get_by_label("Date").fill("2025-10")
    card(review, 1).get_by_role("button", name="Save draft").click()
    amended = review.get_by_role("article", name="Event 1 amended")
    expect(amended.get_by_text("October 2025", exact=True).first).to_be_visible()
    expect(amended).to_be_focused()
    assert was_not_reloaded(review)


def test_amending_can_be_given_up(review: Page) -> None:
    card(review, 1).get_by_role("link", name="Amend").click()
    card(review, 1).get_by_role("link", name="Cancel").click()
    expect(card(review, 1).get_by_role("button", name="Accept")).to_be_visible()
    expect(card(review, 1)).to_be_focused()


def test_a_faster_editor_is_told_of_in_the_card(review: Page, drafts: list[Event]) -> None:
    accept(drafts[0], by=factories.user(username="rival"))
    card(review, 1).get_by_role("button", name="Reject").click()
    expect(card(review, 1).get_by_role("alert")).to_contain_text("rival changed this after you opened it (accepted)")
    expect(card(review, 1)).to_be_focused()
    axe(review)


def test_who_is_signed_out_meanwhile_keeps_what_was_typed(review: Page) -> None:
    reason = card(review, 1).get_by_label("Reason for rejecting")
    reason.fill("Not an event")
    review.context.clear_cookies(name="sessionid")
    reason.press("Enter")
    expect(review.get_by_role("status")).to_contain_text("You are no longer signed in")
    expect(reason).to_have_value("Not an event")
    expect(card(review, 1)).to_be_focused()
    assert Event.objects.drafts().count() == 3


def test_who_signs_in_again_in_another_tab_goes_on_where_they_were(review: Page, editor: User) -> None:
    editor.set_password("a long enough word")
    editor.save()
    review.context.clear_cookies(name="sessionid")
    card(review, 1).get_by_label("Reason for rejecting").fill("Not an event")
    card(review, 1).get_by_role("button", name="Reject").click()
    expect(review.get_by_role("status")).to_contain_text("You are no longer signed in")
    other = review.context.new_page()
    other.goto("/admin/login/")
    other.get_by_label("Username").fill(editor.username)
    other.get_by_label("Password").fill("a long enough word")
    other.get_by_role("button", name="Log in").click()
    other.get_by_role("heading", name="The desk").wait_for()
    with review.expect_response(review.url):
        review.evaluate("() => { window.dispatchEvent(new Event('focus')) }")
    card(review, 1).get_by_role("button", name="Reject").click()
    expect(card(review, 1).get_by_text("Rejected", exact=True)).to_be_visible()
    assert Event.objects.get(status="rejected").revisions.last().note == "Not an event"
    assert was_not_reloaded(review)


@pytest.mark.console_says("status of 403", "Status Error Code 403")
def test_a_form_whose_token_is_void_works_at_the_second_press(review: Page) -> None:
    review.evaluate("() => document.querySelectorAll('.draft [name=csrfmiddlewaretoken]').forEach(t => t.value = 'x')")
    accept_it = card(review, 1).get_by_role("button", name="Accept")
    with review.expect_response(review.url):
        accept_it.click()
    expect(review.get_by_role("status")).to_contain_text("Nothing was changed; try again")
    accept_it.click()
    expect(card(review, 1).get_by_text("Published", exact=True)).to_be_visible()


@pytest.mark.console_says("status of 403", "Status Error Code 403")
def test_a_refusal_by_the_server_is_said_and_nothing_is_lost(review: Page, editor: User) -> None:
    editor.is_superuser = False
    editor.save()
    card(review, 1).get_by_role("button", name="Accept").click()
    expect(review.get_by_role("status")).to_contain_text("The server did not take it")
    expect(card(review, 1).get_by_role("button", name="Accept")).to_be_enabled()
    expect(card(review, 1)).to_be_focused()
