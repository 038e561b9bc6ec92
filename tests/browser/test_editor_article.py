"""The editor sees why: phrases show their trails, a date is read back as it is typed, dates move with the article."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.admin.signing_in import sign_in
from tests.admin.texts import NEWS
from tests.browser.axe import axe
from tests.browser.conftest import DESK, PHONE, NewPage
from timeline.dates import EventDate, Part
from timeline.editorial.ingesting import Submission, ingest
from timeline.editorial.reviewing import accept
from timeline.models import Article, Event

ARABIC = "التقى مبعوثون من روريتانيا بوسطاء في ستريلساو يوم 6 أكتوبر 2025. كان الطقس معتدلا."
OCTOBER_8 = "evening of Wednesday 8 October 2025"


@pytest.fixture
def editor(live_server: Any) -> User:
    return factories.user(is_superuser=True)


@pytest.fixture
def article(editor: User) -> Article:
    said = Submission(text=NEWS, published_on=date(2025, 10, 9), outlet="The Strelsau Gazette", title="Bridge falls")
    return ingest(timeline=factories.timeline(), submission=said, by=editor).article


def address(article: Article, name: str = "text") -> str:
    return f"/admin/timeline/article/{article.pk}/{name}/"


def opened(page: Page, editor: User, where: str, live_server: Any) -> Page:
    sign_in(page, editor, origin=live_server.url)
    page.goto(where)
    return page


def phrase(page: Page, words: str) -> Locator:
    return page.get_by_role("link", name=words, exact=True)


def trail(page: Page, words: str) -> Locator:
    return page.get_by_role("article", name=f"“{words}”").or_(page.get_by_role("article", name=words))


def draft(page: Page, headline: str) -> Locator:
    return page.locator(".beside", has=page.get_by_role("heading", name=headline))


def overflow(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))


def test_hovering_a_phrase_shows_its_trail_and_lights_its_draft(
    page: Page, editor: User, article: Article, live_server: Any
) -> None:
    opened(page, editor, address(article), live_server)
    expect(page.locator(".trail:visible")).to_have_count(0)
    phrase(page, "late Wednesday").hover()
    expect(page.locator(".trail:visible")).to_have_count(1)
    expect(page.locator("#trail-2")).to_contain_text("Counted from Thursday 9 October 2025, the day of publication.")
    expect(draft(page, "A bridge collapsed")).to_have_class("beside is-draft is-lit")
    expect(draft(page, "Talks resumed")).to_have_class("beside is-draft")
    expect(draft(page, "A bridge collapsed")).to_be_in_viewport()
    phrase(page, "14 October 2025").hover()
    expect(page.locator(".trail:visible")).to_have_attribute("id", "trail-3")


def test_by_keyboard_the_focus_shows_a_trail_enter_goes_there_and_escape_puts_it_away(
    page: Page, editor: User, article: Article, live_server: Any
) -> None:
    opened(page, editor, address(article), live_server)
    phrase(page, "6 October 2025").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Draft 1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(phrase(page, "late Wednesday")).to_be_focused()
    expect(phrase(page, "late Wednesday")).to_have_accessible_description(f"{OCTOBER_8} 2025-10-08")
    expect(page.locator("#trail-2")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#trail-2")).to_be_focused()
    axe(page)
    page.keyboard.press("Escape")
    expect(page.locator(".trail:visible")).to_have_count(0)


def test_a_draft_leads_to_its_sentence_and_the_sentence_back(
    page: Page, editor: User, article: Article, live_server: Any
) -> None:
    opened(page, editor, address(article), live_server)
    draft(page, "A bridge collapsed").get_by_role("link", name="Its sentence").click()
    expect(page.locator("#sentence-3")).to_have_class("sentence is-lit")
    expect(page.locator("#sentence-3")).to_be_in_viewport()
    page.get_by_role("link", name="Draft 3").click()
    expect(draft(page, "Talks resumed")).to_have_class("beside is-draft is-lit")


def test_without_javascript_following_a_phrase_shows_its_trail(
    no_js_page: Page, editor: User, article: Article, live_server: Any
) -> None:
    page = opened(no_js_page, editor, address(article), live_server)
    expect(page.locator(".trail:visible")).to_have_count(0)
    phrase(page, "late Wednesday").click()
    expect(page.locator(".trail:visible")).to_have_attribute("id", "trail-2")
    expect(page.locator("#trail-2")).to_contain_text(OCTOBER_8)
    page.locator("#trail-2").get_by_role("link", name="A bridge collapsed").click()
    expect(page.locator("#draft-2")).to_be_in_viewport()


LOOKS = [("light", DESK), ("dark", PHONE), ("light", PHONE), ("dark", DESK)]


@pytest.mark.parametrize(("theme", "viewport"), LOOKS, ids=["light desk", "dark phone", "light phone", "dark desk"])
def test_no_state_of_the_new_pages_puts_up_a_barrier(
    new_page: NewPage, editor: User, article: Article, live_server: Any, theme: str, viewport: dict[str, int]
) -> None:
    page = new_page(theme=theme, viewport=viewport)
    accept(Event.objects.get(headline__contains="bridge"), by=editor)
    arabic = factories.article(text=ARABIC, language="ar", timeline=factories.timeline(language="ar"))
    factories.event(article=arabic, phrase="يوم 6 أكتوبر 2025", headline="لقاء في ستريلساو")
    opened(page, editor, address(article), live_server)
    for where in (address(article), address(arabic)):
        page.goto(where)
        axe(page)
        page.locator(".phrase").first.click()
        expect(page.locator(".trail:visible")).to_have_count(1)
        axe(page)
        assert overflow(page) <= 0, where
    for where in (address(article, "day"), f"{address(article, 'day')}?day=2025-10-16"):
        page.goto(where)
        axe(page)
        assert overflow(page) <= 0, where


def test_the_desk_in_arabic_mirrors_the_article(
    new_page: NewPage, editor: User, article: Article, live_server: Any, settings: Any
) -> None:
    settings.LANGUAGE_CODE = "ar"
    page = opened(new_page(), editor, address(article), live_server)
    page.locator("#phrase-2").hover()
    text, beside = (page.locator(place).bounding_box() for place in (".reading-text", ".reading-beside"))
    assert text is not None and beside is not None
    assert beside["x"] < text["x"]
    axe(page)
    assert overflow(page) <= 0


def test_a_date_is_read_back_as_it_is_typed_and_then_saved(
    page: Page, editor: User, article: Article, live_server: Any
) -> None:
    event = Event.objects.get(headline__contains="bridge")
    opened(page, editor, f"/admin/timeline/event/{event.pk}/change/", live_server)
    reading = page.locator(".desk-reading")
    expect(reading).to_contain_text(OCTOBER_8)
    box = page.get_by_label("Date", exact=True)
    box.press_sequentially("x")
    expect(reading).to_contain_text("cannot be read")
    axe(page)
    box.fill("yesterday")
    expect(reading).to_contain_text("Counted from Thursday 9 October 2025, the day of publication.")
    box.fill("late September 2025")
    expect(reading).to_contain_text("from Sunday 21 September 2025 to Tuesday 30 September 2025")
    axe(page)
    assert Event.objects.get(pk=event.pk).revisions.count() == 1
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Its date reads: late September 2025.")).to_be_visible()
    assert Event.objects.get(pk=event.pk).date == EventDate.sometime_in_month(2025, 9, Part.LATE)


def test_more_exactly_is_read_back_too(page: Page, editor: User, live_server: Any) -> None:
    event = factories.draft()
    opened(page, editor, f"/admin/timeline/event/{event.pk}/change/", live_server)
    page.get_by_text("More exactly").click()
    page.get_by_label("Part").select_option(label="evening")
    expect(page.locator(".desk-reading")).to_contain_text("evening of Monday 6 October 2025")
    page.get_by_label("Approximate").check()
    expect(page.locator(".desk-reading")).to_contain_text("approximate")


def test_of_an_event_by_hand_words_count_from_the_day_in_the_form(page: Page, editor: User, live_server: Any) -> None:
    factories.timeline()
    opened(page, editor, "/admin/timeline/event/add/", live_server)
    page.get_by_label("Publication day").fill("2025-10-09")
    page.get_by_label("Date", exact=True).fill("yesterday")
    expect(page.locator(".desk-reading")).to_contain_text("Wednesday 8 October 2025")


def test_in_a_card_the_reading_follows_what_is_typed(
    page: Page, editor: User, article: Article, live_server: Any
) -> None:
    opened(page, editor, address(article, "review"), live_server)
    card = page.get_by_role("article", name="A bridge collapsed")
    card.get_by_role("link", name="Amend").click()
    card.get_by_label("Date", exact=True).fill("4-5 Oct 2025")
    expect(card.locator(".desk-reading")).to_contain_text("4–5 October 2025")
    axe(page)


def test_without_javascript_a_button_shows_how_a_date_is_read(
    no_js_page: Page, editor: User, article: Article, live_server: Any
) -> None:
    event = Event.objects.get(headline__contains="bridge")
    page = opened(no_js_page, editor, f"/admin/timeline/event/{event.pk}/change/", live_server)
    page.get_by_label("Date", exact=True).fill("4 or 5 October 2025")
    page.get_by_role("button", name="Show how it is read").click()
    expect(page.locator(".desk-reading")).to_contain_text("[2025-10-04..2025-10-05]")
    expect(page.get_by_label("Date", exact=True)).to_be_in_viewport()
    assert event.revisions.count() == 1
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Its date reads: 4 or 5 October 2025.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_the_publication_day_is_changed_and_dates_move(
    new_page: NewPage, editor: User, article: Article, live_server: Any, javascript: bool
) -> None:
    accept(Event.objects.get(headline__contains="bridge"), by=editor)
    page = opened(new_page(javascript=javascript), editor, address(article), live_server)
    page.get_by_label("Publication day").fill("2025-10-16")
    page.get_by_role("button", name="Show what would move").click()
    row = page.get_by_role("row", name="A bridge collapsed")
    expect(row.get_by_role("cell")).to_have_text([OCTOBER_8, "evening of Wednesday 15 October 2025"])
    page.get_by_role("button", name="Change the day and 1 event").click()
    expect(page.get_by_role("alert")).to_contain_text("say in a public note")
    axe(page) if javascript else None
    page.get_by_label("Public note").fill("The article is of 16 October.")
    page.get_by_role("button", name="Change the day and 1 event").click()
    expect(page.get_by_text("The publication day is changed, and 1 event with it.")).to_be_visible()
    moved = Event.objects.get(headline__contains="bridge")
    assert (moved.earliest, moved.revisions.last().verb) == (date(2025, 10, 15), "corrected")
