"""What readers do to see less: choose, combine, take back; with a mouse, by keyboard, without JavaScript, on a phone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, NewPage
from timeline.dates import EventDate
from timeline.models import Timeline

MONTHS = [(2024, month) for month in range(1, 13)] + [(2025, month) for month in range(1, 11)]


@factories.many()
def affair(*, language: str = "en") -> Timeline:
    """Talks in every month of two years, attacks in each third, and a truce of an uncertain day."""
    timeline = factories.timeline(slug="affair", title="The affair", language=language)
    editor = factories.user()
    talks, attack = factories.kind(), factories.kind(key="attack", name="Attacks", shape="circle")
    kinds = [attack if number % 3 == 0 else talks for number in range(len(MONTHS))]
    article = factories.article(timeline=timeline, by=editor)
    for number, ((year, month), kind) in enumerate(zip(MONTHS, kinds, strict=True)):
        factories.event(
            article=article,
            by=editor,
            on=date(year, month, 10),
            headline=f"Envoys meet for round {number}" if kind is talks else f"Shots are fired, report {number}",
            kind=kind,
            actors=[factories.actor(name="Graustark" if number % 2 else "Ruritania")],
            places=[factories.place(name="Zenda" if number % 4 == 0 else "Strelsau")],
            standing="confirmed" if number % 5 == 0 else "reported",
        )
    truce = EventDate.one_of_days(date(2025, 9, 30), date(2025, 10, 1))
    factories.event(timeline=timeline, by=editor, on=truce, headline="A truce is signed", kind=talks)
    return timeline


@pytest.fixture
def war(live_server: object) -> Timeline:
    return affair()


def cards(page: Page) -> Locator:
    return page.locator(".card h4")


def showing(page: Page) -> Locator:
    return page.locator("#showing")


FILTERS = [
    ("Talks and delegations", "kind=talks", 15),
    ("Graustark", "actor=graustark", 11),
    ("Zenda", "place=zenda", 6),
    ("Confirmed", "standing=confirmed", 5),
    ("The Strelsau Gazette", "source=the-strelsau-gazette", 23),
]


@pytest.mark.parametrize(("label", "query", "events"), FILTERS)
def test_a_tick_changes_the_list_the_address_the_title_and_what_is_said(
    label: str, query: str, events: int, war: Timeline, page: Page
) -> None:
    page.goto("/affair/")
    page.get_by_role("checkbox", name=label).check()
    expect(cards(page)).to_have_count(events)
    expect(page).to_have_url(re.compile(rf"/affair/\?{query}$"))
    expect(page).to_have_title(f"The affair: {label}")
    expect(page.get_by_role("status")).to_have_text(f"Showing {events} events:")
    expect(page.get_by_role("checkbox", name=label)).to_be_focused()
    expect(page.get_by_role("checkbox", name=label)).to_be_checked()
    page.reload()
    expect(cards(page)).to_have_count(events)
    page.go_back()
    expect(cards(page)).to_have_count(23)
    expect(page).to_have_title("The affair")


def test_filters_narrow_together_and_their_parts_are_taken_back_one_by_one(war: Timeline, page: Page) -> None:
    page.goto("/affair/")
    page.get_by_role("checkbox", name="Talks and delegations").check()
    expect(cards(page)).to_have_count(15)
    page.get_by_role("checkbox", name="Graustark").check()
    expect(page.get_by_role("status")).to_have_text("Showing 7 events:")
    expect(page).to_have_url(re.compile(r"\?kind=talks&actor=graustark$"))
    page.get_by_role("textbox", name="Dates").fill("since September 2025")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?from=2025-09-01&kind=talks&actor=graustark$"))
    expect(page).to_have_title("The affair: Talks and delegations, Graustark, since September 2025")
    page.get_by_role("searchbox", name="Search events").fill("round 20")
    page.keyboard.press("Enter")
    expect(page).to_have_title("The affair: Talks and delegations, Graustark, since September 2025, “round 20”")
    expect(showing(page)).to_have_text("No event matches:")
    page.get_by_role("link", name="Remove Graustark").click()
    expect(showing(page)).to_have_text("Showing 1 event:")
    expect(showing(page)).to_be_focused()
    page.get_by_role("link", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/affair/$"))
    expect(page.get_by_role("searchbox", name="Search events")).to_have_value("")
    expect(page.get_by_role("textbox", name="Dates")).to_have_value("")


def test_what_is_typed_while_an_answer_is_on_its_way_is_kept(war: Timeline, page: Page) -> None:
    page.goto("/affair/")
    page.route("**/affair/?kind=talks", lambda route: page.wait_for_timeout(300) or route.continue_())
    with page.expect_request("**/affair/?kind=talks"):
        page.get_by_role("checkbox", name="Talks and delegations").check()
    page.get_by_role("searchbox", name="Search events").fill("roun")
    page.get_by_role("textbox", name="Dates").fill("since Sept")
    expect(cards(page)).to_have_count(15)
    expect(page.get_by_role("textbox", name="Dates")).to_have_value("since Sept")
    expect(page.get_by_role("searchbox", name="Search events")).to_have_value("roun")


def test_what_lies_only_possibly_in_a_range_is_said(war: Timeline, page: Page) -> None:
    page.goto("/affair/?from=2025-10-01&to=2025-10-31")
    expect(showing(page)).to_have_text("Showing 2 events (1 possibly):")


def test_a_date_that_cannot_be_read_is_marked_and_the_rest_stays(war: Timeline, page: Page) -> None:
    page.goto("/affair/?kind=attack")
    page.get_by_role("textbox", name="Dates").fill("the day after never")
    page.keyboard.press("Enter")
    box = page.get_by_role("textbox", name="Dates")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_value("the day after never")
    expect(page.get_by_role("alert")).to_contain_text("never")
    expect(cards(page)).to_have_count(8)


def test_before_the_truce_means_before_its_day(war: Timeline, page: Page) -> None:
    page.goto("/affair/")
    page.get_by_role("textbox", name="Dates").fill("before the September truce")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?to=2025-09-29$"))
    expect(page.get_by_role("textbox", name="Dates")).to_have_value("until 29 September 2025")


def test_without_javascript_the_form_has_a_button(war: Timeline, no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/affair/")
    page.get_by_role("checkbox", name="Graustark").check()
    page.get_by_role("textbox", name="Dates").fill("2025")
    page.get_by_role("searchbox", name="Search events").fill("envoy")
    page.get_by_role("button", name="Show events").click()
    expect(page).to_have_url(re.compile(r"\?from=2025-01-01&to=2025-12-31&actor=graustark&q=envoy$"))
    before = cards(page).count()
    page.get_by_text("As a table").click()
    page.get_by_role("link", name="The counts in rows").click()
    page.get_by_label("From").select_option("March 2025")
    page.get_by_label("to", exact=True).select_option("June 2025")
    page.get_by_role("button", name="Show this range").click()
    expect(page).to_have_url(re.compile(r"\?from=2025-03-01&to=2025-06-30&actor=graustark&q=envoy$"))
    assert 0 < cards(page).count() < before
    page.get_by_role("link", name="Whole timeline").click()
    expect(page).to_have_url(re.compile(r"\?actor=graustark&q=envoy$"))


def test_a_range_from_two_lists_is_shown_in_place(war: Timeline, page: Page) -> None:
    page.goto("/affair/?actor=graustark")
    page.get_by_text("As a table").click()
    page.get_by_label("From").select_option("March 2025")
    page.get_by_label("to", exact=True).select_option("June 2025")
    page.evaluate("window.stays = true")
    page.get_by_role("button", name="Show this range").click()
    expect(page).to_have_url(re.compile(r"\?from=2025-03-01&to=2025-06-30&actor=graustark$"))
    expect(page.locator(".parts")).to_contain_text("March")
    assert page.evaluate("window.stays")


def test_by_keyboard_alone_a_reader_filters_and_takes_it_back(war: Timeline, page: Page) -> None:
    page.goto("/affair/")
    page.get_by_role("checkbox", name="Attacks").focus()
    page.keyboard.press("Space")
    expect(cards(page)).to_have_count(8)
    page.get_by_role("link", name="Remove Attacks").focus()
    page.keyboard.press("Enter")
    expect(cards(page)).to_have_count(23)
    expect(showing(page)).to_be_focused()


def test_on_a_phone_the_filters_are_a_sheet_that_closes_when_done(war: Timeline, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/affair/")
    expect(page.get_by_role("checkbox", name="Attacks")).to_be_hidden()
    page.locator("#filters > summary").click(position={"x": 20, "y": 12})
    page.get_by_role("checkbox", name="Attacks").check()
    expect(cards(page)).to_have_count(8)
    expect(page.get_by_role("checkbox", name="Attacks")).to_be_focused()
    page.get_by_role("button", name="Show events").click()
    expect(page.get_by_role("checkbox", name="Attacks")).to_be_hidden()
    expect(showing(page)).to_be_focused()


# -- the histogram ---------------------------------------------------------------------------------------------------


def bar(page: Page, name: str) -> Locator:
    return page.locator(".whole .density").get_by_role("link", name=name)


def test_a_bar_leads_to_its_days_and_the_range_is_shaded(war: Timeline, page: Page) -> None:
    page.goto("/affair/?kind=talks")
    bar(page, "March 2024: 1 event").click()
    expect(page).to_have_url(re.compile(r"\?from=2024-03-01&to=2024-03-31&kind=talks$"))
    expect(page.locator(".whole .shade")).to_have_count(1)
    expect(bar(page, "March 2024")).to_have_attribute("aria-current", "true")
    expect(bar(page, "March 2024")).to_be_focused()
    expect(page.locator(".range.band .density")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_drag_over_the_bars_chooses_a_range(language: str, live_server: object, new_page: NewPage) -> None:
    affair(language=language)
    page = new_page()
    page.goto("/affair/")
    first, last = (page.locator(f"#whole-{key}").bounding_box() for key in ("2024-03", "2024-06"))
    page.mouse.move(first["x"] + first["width"] / 2, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + 10, steps=5)
    expect(page.locator(".drawn")).to_have_count(1)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\?from=2024-03-01&to=2024-06-30$"))
    expect(cards(page)).to_have_count(4)


def test_a_range_is_chosen_by_keyboard_in_two_steps(war: Timeline, page: Page) -> None:
    page.goto("/affair/")
    bar(page, "January 2024").focus()
    page.keyboard.press("ArrowRight")
    expect(bar(page, "February 2024")).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_role("status")).to_contain_text("The range begins here.")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Enter")
    expect(page).to_have_url(re.compile(r"\?from=2024-02-01&to=2024-04-30$"))
    expect(cards(page)).to_have_count(3)


def test_the_bars_are_one_stop_of_the_tab_key(war: Timeline, page: Page) -> None:
    page.goto("/affair/")
    bar(page, "January 2024").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Dates")).to_be_focused()


def test_time_runs_from_the_right_in_arabic(live_server: object, page: Page) -> None:
    affair(language="ar")
    page.goto("/affair/")
    first, last = (page.locator(f"#whole-{key}").bounding_box() for key in ("2024-01", "2025-10"))
    assert first["x"] > last["x"]


def test_the_drawing_is_as_low_as_the_look_asks(war: Timeline, new_page: NewPage) -> None:
    for viewport, most in (({"width": 1280, "height": 800}, 64), (PHONE, 48)):
        page = new_page(viewport=viewport)
        page.goto("/affair/")
        axis = page.locator(".whole .axis:visible").bounding_box()
        drawing = page.locator(".whole .density").bounding_box()
        assert (axis["y"] - drawing["y"], axis["width"]) == (drawing["height"], drawing["width"])
        assert drawing["height"] <= most


# -- for whom --------------------------------------------------------------------------------------------------------

STATES = ["?kind=talks&from=2025-01-01", "?from=2025-10-01&to=2025-10-02", "?q=unheard", "?when=rubbish&kind=attack"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(theme: str, language: str, live_server: object, new_page: NewPage) -> None:
    affair(language=language)
    page = new_page(theme=theme)
    for state in STATES:
        page.goto(f"/affair/{state}")
        axe(page)
    page.locator("#as-table > summary").click()
    expect(page.locator("#as-table table")).to_have_count(1)
    axe(page)
    page.goto("/affair/")
    page.locator("#kind-attack").check()
    expect(cards(page)).to_have_count(8)
    axe(page)


def test_axe_finds_nothing_in_the_open_sheet(war: Timeline, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/affair/?kind=talks")
    page.locator("#filters > summary").click(position={"x": 20, "y": 12})
    axe(page)


@pytest.mark.parametrize("state", STATES)
def test_no_state_scrolls_sideways_at_320_pixels(state: str, war: Timeline, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"/affair/{state}")
    for opened in ("#filters > summary", "#as-table > summary"):
        page.locator(opened).click(position={"x": 20, "y": 12})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
