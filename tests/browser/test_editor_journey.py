"""The issue's one journey: an editor pastes an article and accepts, a reader without JavaScript reads."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.admin.texts import HEADLINES, NEWS
from tests.browser.conftest import NewPage

PASSWORD = "a long enough word"  # not of anyone: the test makes the user


@pytest.fixture
def editor(live_server: Any) -> str:
    person = factories.user(username="anna", is_superuser=True)
    person.set_password(PASSWORD)
    person.save()
    return person.username


def sign_in_by_hand(page: Page, username: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_from_pasting_to_reading(new_page: NewPage, editor: str, javascript: bool) -> None:
    war = factories.timeline(title="The Zenda affair")
    desk = new_page(javascript=javascript)
    sign_in_by_hand(desk, editor)

    desk.get_by_role("navigation", name="Desk").get_by_role("link", name="Paste an article").click()
    desk.get_by_label("Text", exact=True).fill(NEWS)
    desk.get_by_label("Outlet").fill("The Strelsau Gazette")
    desk.get_by_label("Publication day").fill("2025-10-09")
    desk.get_by_role("button", name="Read it").click()

    expect(desk.get_by_text("The article is kept: 3 drafts.")).to_be_visible()
    card = desk.get_by_role("article", name=HEADLINES[1])
    expect(card.get_by_text("evening of Wednesday 8 October 2025").first).to_be_visible()
    expect(card.locator("mark")).to_have_text("late Wednesday")
    card.get_by_role("button", name="Accept").click()
    expect(desk.get_by_text("2 drafts left")).to_be_visible()
    decided = desk.get_by_role("article", name=HEADLINES[1])
    expect(decided.get_by_text("Published", exact=True)).to_be_visible()
    public = decided.get_by_role("link", name="Its public page").get_attribute("href")

    reader = new_page(javascript=False)
    reader.goto(war.get_absolute_url())
    reader.locator("#events").get_by_role("link", name=HEADLINES[1]).click()
    assert reader.url.endswith(public)
    expect(reader.get_by_role("heading", level=1)).to_have_text(HEADLINES[1])
    expect(reader.locator("mark")).to_have_text("late Wednesday")
    reader.goto(war.get_absolute_url())
    for waiting in (HEADLINES[0], HEADLINES[2]):
        expect(reader.get_by_text(waiting)).to_have_count(0)
