"""Merging with htmx and the keyboard: both cards are brought up to date, and nothing is reloaded; and without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.admin.signing_in import sign_in
from tests.browser.axe import axe
from timeline.models import Event, Merge, Proposal, Timeline


@pytest.fixture
def editor(live_server: Any) -> User:
    return factories.user(is_superuser=True)


@pytest.fixture
def war(live_server: Any) -> Timeline:
    return factories.timeline()


@pytest.fixture
def drafts(war: Timeline) -> list[Event]:
    articles = [factories.article(timeline=war, outlet=f"Outlet {n}", text=f"Telling {n}.") for n in (1, 2, 3)]
    made = [factories.draft(article=one, headline=f"Event {n}") for n, one in enumerate(articles, 1)]
    reasons = [["same-day", "", ""], ["deed", "meet", "met"]]
    Proposal.objects.create(earlier=made[0], later=made[1], score=0.9, reasons=reasons)
    return made


@pytest.fixture
def review(page: Page, editor: User, drafts: list[Event], war: Timeline, live_server: Any) -> Page:
    sign_in(page, editor, origin=live_server.url)
    page.goto(f"/admin/timeline/timeline/{war.pk}/review/")
    page.evaluate("() => { window.stillHere = true }")
    return page


def card(page: Page, number: int) -> Locator:
    return page.get_by_role("article", name=f"Event {number}")


def test_a_merge_by_keyboard_puts_one_card_away_and_brings_the_other_up_to_date(
    review: Page, drafts: list[Event]
) -> None:
    axe(review)
    card(review, 2).get_by_role("button", name="Merge").focus()
    with review.expect_response(f"**/event/{drafts[0].pk}/card/**"):
        review.keyboard.press("Enter")
    expect(card(review, 2).get_by_text("Merged into", exact=True)).to_be_visible()
    expect(card(review, 1).get_by_text("Telling 2.")).to_be_visible()
    expect(card(review, 1).get_by_role("button", name="Merge")).to_have_count(0)
    expect(card(review, 3)).to_be_focused()
    expect(review.get_by_text("2 drafts left")).to_be_visible()
    card(review, 1).get_by_role("button", name="Accept").click()
    expect(card(review, 1).get_by_text("Published", exact=True)).to_be_visible()
    assert review.evaluate("() => window.stillHere")
    axe(review)


def test_a_merge_is_taken_back_where_it_was_made(review: Page, drafts: list[Event]) -> None:
    card(review, 2).get_by_role("button", name="Merge").click()
    card(review, 2).get_by_role("button", name="Split off again").click()
    expect(card(review, 2).get_by_role("button", name="Accept")).to_be_visible()
    expect(card(review, 1).get_by_text("Telling 2.")).to_have_count(0)
    assert not Merge.objects.exists()


def test_not_the_same_takes_the_offer_off_both_cards(review: Page) -> None:
    card(review, 1).get_by_role("button", name="Not the same").click()
    expect(card(review, 1).get_by_role("button", name="Merge")).to_have_count(0)
    expect(card(review, 2).get_by_role("button", name="Merge")).to_have_count(0)
    expect(review.get_by_text("may be told already")).to_have_count(0)
    expect(card(review, 1)).to_be_focused()


def test_both_buttons_work_without_javascript(
    no_js_page: Page, editor: User, drafts: list[Event], live_server: Any
) -> None:
    page = no_js_page
    sign_in(page, editor, origin=live_server.url)
    page.goto(f"/admin/timeline/timeline/{drafts[0].timeline_id}/review/?only=proposals")
    expect(page.get_by_role("article")).to_have_count(2)
    card(page, 1).get_by_role("button", name="Not the same").click()
    expect(page.get_by_text("They are not proposed again.")).to_be_visible()
    Proposal.objects.update(status="open", decided_at=None, decided_by=None)
    page.reload()
    card(page, 2).get_by_role("button", name="Merge").click()
    expect(page.get_by_text("is now a source of")).to_be_visible()
    assert Merge.objects.get().draft == drafts[1]
