"""What readers do: read, open an event, reach its words, read on; with a mouse, by keyboard, without JavaScript."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.reader_rows import SENTENCE, Newspaper, fill, newspaper
from tests.browser.waiting import until
from timeline.models import Timeline


@pytest.fixture
def paper(live_server: object) -> Newspaper:
    return newspaper()


@pytest.fixture
def long_war(live_server: object) -> Timeline:
    """A timeline of two pages, the second with ten events."""
    timeline = factories.timeline(slug="long-war", title="A long war")
    fill(timeline, [date(2025, 1, 1) + timedelta(days=number) for number in range(60)])
    return timeline


def test_a_reader_reaches_the_quoted_sentence_in_two_clicks(paper: Newspaper, page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="The war of Ruritania").click()
    page.locator("#events").get_by_role("link", name="Delegation leaves for Zenda").click()
    quote = page.get_by_role("blockquote")
    expect(quote).to_have_text(SENTENCE)
    expect(quote).to_be_in_viewport()
    expect(page.locator("mark")).to_have_text("late Wednesday")


def test_a_card_leads_straight_to_its_sources(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/")
    card = page.get_by_role("listitem").filter(has_text="Delegation leaves for Zenda")
    card.get_by_role("link", name="1 source").click()
    expect(page).to_have_url(re.compile(r"#sources$"))
    expect(page.get_by_role("blockquote")).to_be_in_viewport()


def test_earlier_events_are_appended_focused_and_announced(long_war: Timeline, page: Page) -> None:
    page.goto("/long-war/")
    expect(page.get_by_role("heading", level=4)).to_have_count(50)
    page.get_by_role("link", name="Earlier events").click()
    expect(page.get_by_role("heading", level=4)).to_have_count(60)
    expect(page.get_by_role("status")).to_have_text("10 events added")
    expect(page.locator("h3:focus")).to_have_text("10 January 2025, Friday")
    expect(page.locator("h3:focus")).to_be_in_viewport()
    expect(page).to_have_title("A long war: back from 10 January 2025")
    expect(page).to_have_url(re.compile(r"/long-war/\?after=[\w-]{22}$"))
    expect(page.get_by_role("link", name="Earlier events")).to_have_count(0)


def test_back_and_reload_find_the_states_they_name(long_war: Timeline, page: Page) -> None:
    page.goto("/long-war/")
    page.get_by_role("link", name="Earlier events").click()
    expect(page.get_by_role("heading", level=4)).to_have_count(60)
    page.reload()
    expect(page.get_by_role("heading", level=4)).to_have_count(10)
    expect(page).to_have_title("A long war: back from 10 January 2025")
    page.go_back()
    expect(page).to_have_title("A long war")
    expect(page.get_by_role("heading", level=4)).to_have_count(50)


def test_back_from_an_appended_page_finds_the_first(long_war: Timeline, page: Page) -> None:
    page.goto("/long-war/")
    page.get_by_role("link", name="Earlier events").click()
    expect(page.get_by_role("heading", level=4)).to_have_count(60)
    page.go_back()
    expect(page).to_have_title("A long war")
    expect(page.get_by_role("heading", level=4)).to_have_count(50)
    expect(page.get_by_role("link", name="Earlier events")).to_be_visible()


@pytest.mark.console_says("ERR_FAILED", "htmx:afterRequest", "htmx:sendError")
def test_where_the_fragment_cannot_be_fetched_the_page_itself_opens(long_war: Timeline, page: Page) -> None:
    page.route("**/_results/**", lambda route: route.abort())
    page.goto("/long-war/")
    page.get_by_role("link", name="Earlier events").click()
    expect(page).to_have_title("A long war: back from 10 January 2025")
    expect(page.get_by_role("heading", level=4)).to_have_count(10)


def test_without_javascript_everything_is_read(long_war: Timeline, paper: Newspaper, no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/")
    page.get_by_role("link", name="A long war").click()
    page.get_by_role("link", name="Earlier events").click()
    expect(page.get_by_role("heading", level=4)).to_have_count(10)
    page.get_by_role("link", name="Oldest first").click()
    expect(page).to_have_title("A long war: oldest first")
    page.goto("/a-war/")
    page.get_by_text("and 2 more on 7 October 2025").click()
    expect(page).to_have_url(re.compile(r"/a-war/\?from=2025-10-07&to=2025-10-07$"))
    expect(page.get_by_role("heading", level=4)).to_have_count(7)
    page.locator("#events").get_by_role("link", name="Envoys of").first.click()
    expect(page.get_by_role("blockquote")).to_be_visible()


FEW_STOPS = 8
"""From the skip link to the first headline: the two views, the order, a day, sharing and downloading lie between."""


def test_by_keyboard_a_reader_skips_to_the_events_and_opens_one(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to events")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(FEW_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('h4') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("blockquote")).to_be_visible()


STOP = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
    const bar = document.querySelector('.top').getBoundingClientRect();
    const hidden = !at.closest('.top, .skip') && box.bottom <= bar.bottom;
    return {
        name: at.innerText || at.tagName,
        end: at === document.body,
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.top < innerHeight && box.bottom > 0 && !hidden,
    };
}"""


def stops_of(page: Page) -> list[dict[str, object]]:
    """Every stop of the Tab key, from the start of the page to its end."""
    stops: list[dict[str, object]] = []
    while len(stops) < 300:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["end"]:
            return stops
        stops.append(stop)
    raise AssertionError("the Tab key never leaves the page")


@pytest.mark.parametrize("number", range(5))
def test_every_stop_of_the_tab_key_is_outlined_and_in_sight(number: int, paper: Newspaper, page: Page) -> None:
    page.goto(paper.pages[number])
    stops = stops_of(page)
    assert len(stops) >= 5
    assert [stop["name"] for stop in stops if not (stop["outlined"] and stop["seen"])] == []


def test_no_arrow_key_or_wheel_is_caught(long_war: Timeline, page: Page) -> None:
    page.goto("/long-war/")
    page.keyboard.press("ArrowDown")
    until(page, "scrollY > 0")
    before = page.evaluate("scrollY")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, 300)
    until(page, f"scrollY > {before}")
