"""Lanes as readers use them: with a mouse, by keyboard, without JavaScript, from the right, on a phone, on paper."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import factories
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, NewPage
from tests.browser.reader_rows import KINDS
from tests.browser.test_look import SMALL, overflow_of
from tests.browser.waiting import until
from timeline.dates import EventDate
from timeline.models import Event, Timeline

HEADLINES = {
    "en": "WWWW envoys of {number} towns agree on the Internationally-recognised next step of the plan",
    "ar": "المحادثات بين الوسطاء والوفود تستأنف من أجل الخطوة {number} في الخطة المتفق عليها دوليا",
}


@factories.many()
def chronicle(*, language: str = "en", number: int = 70, slug: str = "affair") -> Timeline:
    """Events of every kind, each fifth with an uncertain span, densest at the end; each third headline is English."""
    timeline = factories.timeline(slug=slug, title="The affair", language=language)
    editor = factories.user()
    article = factories.article(timeline=timeline, by=editor)
    kinds = [factories.kind(key=key, name=f"Kind of {key}", shape=shape) for key, shape in KINDS]
    for at in range(number):
        day = date(2023, 10, 7) + timedelta(days=int(700 * (at / number) ** 0.5))
        said = "en" if at % 3 == 0 else language
        event = factories.event(
            article=article,
            by=editor,
            on=EventDate.sometime_in_month(day.year, day.month) if at % 5 == 0 else day,
            headline=HEADLINES[said].format(number=at),
            kind=kinds[at % len(kinds)] if at % 7 else None,
            actors=[factories.actor(name=f"Actor {at % 9}")],
            places=[factories.place()],
            standing="confirmed" if at % 2 else "reported",
        )
        Event.objects.filter(pk=event.pk).update(language=said)
    return timeline


@pytest.fixture
def war(live_server: object) -> Timeline:
    return chronicle()


def level(page: Page) -> Locator:
    return page.locator(".levels [aria-current]")


def box(page: Page) -> Locator:
    return page.locator("#lanes-box")


# -- steps -----------------------------------------------------------------------------------------------------------


def test_a_button_zooms_and_the_address_the_title_and_what_is_said_follow(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/")
    expect(level(page)).to_have_text("Quarters")
    page.evaluate("window.isSamePage = true")
    page.get_by_role("link", name="Zoom in").click()
    expect(level(page)).to_have_text("Months")
    expect(page).to_have_url(re.compile(r"/affair/lanes/\?zoom=month&at=2024-0\d-01$"))
    expect(page).to_have_title(re.compile(r"^The affair: lanes by kind, \w+ \d{4} – \w+ \d{4}$"))
    expect(page.get_by_role("status")).to_have_text(re.compile(r"Months\.$"))
    expect(page.get_by_role("link", name="Zoom in")).to_be_focused()
    assert page.evaluate("window.isSamePage")


def test_every_step_is_a_history_entry(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/")
    for name in ("Zoom in", "Earlier", "By actor"):
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("status")).not_to_have_text("")
        page.evaluate("document.getElementById('status').textContent = ''")
    expect(page).to_have_url(re.compile(r"\?by=actor&zoom=month&at="))
    for state in (r"/affair/lanes/\?zoom=month&at=", r"/affair/lanes/\?zoom=month&at=", "/affair/lanes/$"):
        page.evaluate("setTimeout(() => history.back())")
        expect(page).to_have_url(re.compile(state))
        page.wait_for_timeout(200)  # An entry is fetched anew once its address is there.
        expect(page.locator("html.enhanced #lanes")).to_have_count(1)
    expect(level(page)).to_have_text("Quarters")


def test_keys_zoom_only_while_the_lanes_have_the_focus(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/")
    page.locator("#showing").focus()
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile(r"/affair/lanes/$"))
    box(page).focus()
    page.keyboard.press("+")
    expect(level(page)).to_have_text("Months")
    expect(box(page)).to_be_focused()
    page.keyboard.press("+")
    expect(level(page)).to_have_text("Weeks")
    page.keyboard.press("-")
    expect(level(page)).to_have_text("Months")


def test_an_arrow_scrolls_and_at_the_end_goes_on(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/?zoom=month&at=2024-06-01")
    box(page).focus()
    before = page.evaluate("document.getElementById('lanes-box').scrollLeft")
    page.keyboard.press("ArrowRight")
    until(page, f"document.getElementById('lanes-box').scrollLeft > {before}")
    expect(page).to_have_url(re.compile("at=2024-06-01"))
    page.evaluate("document.getElementById('lanes-box').scrollLeft = 9999")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("at=2025-"))


def test_the_marks_are_one_stop_and_arrows_go_between_them(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/")
    box(page).focus()
    page.keyboard.press("Tab")
    first = page.locator(".lane a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".lane a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".row:nth-child(3) .lane a:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("#lanes-table > summary")).to_be_focused()


def test_a_counted_bar_leads_nearer_and_a_mark_to_its_event(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/")
    bar = page.locator("a.counted[href*=zoom]").first
    name = bar.get_attribute("aria-label")
    assert re.fullmatch(r"\w+ quarter of \d{4}: \d+ events.*\. Leading: .+", name)
    bar.click()
    expect(level(page)).to_have_text("Months")
    page.goto("/affair/lanes/?zoom=day&at=2025-08-15")
    mark = page.locator(".mark").first
    address = mark.get_attribute("href")
    mark.click()
    expect(page).to_have_url(re.compile(re.escape(address.partition("/e/")[2][:10])))


def test_what_was_looked_at_stands_in_the_middle(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/?zoom=day&at=2024-06-15")
    middle = page.evaluate(
        """() => {
        const box = document.getElementById("lanes-box").getBoundingClientRect();
        const corner = document.querySelector(".corner").getBoundingClientRect();
        return (corner.right + box.right) / 2;
    }"""
    )
    day = page.locator(".axis text", has_text="15 Jun 2024").bounding_box()
    assert day["x"] <= middle <= day["x"] + 130


def test_a_choice_is_made_and_taken_back_without_leaving_the_lanes(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/?by=actor&zoom=month&at=2024-06-01")
    page.get_by_role("checkbox", name="Kind of talks").check()
    expect(page).to_have_url(re.compile(r"/affair/lanes/\?kind=talks&by=actor&zoom=month&at=2024-06-01$"))
    expect(page.locator("#showing")).to_have_text(re.compile("^Showing"))
    page.get_by_role("link", name="Remove Kind of talks").click()
    expect(page).to_have_url(re.compile(r"/affair/lanes/\?by=actor&zoom=month&at=2024-06-01$"))
    expect(page.locator("#showing")).to_have_text("Showing 70 events")


def test_the_switch_leads_to_the_list_of_the_same_choice_and_back(war: Timeline, page: Page) -> None:
    page.goto("/affair/?kind=talks")
    page.get_by_role("link", name="Lanes", exact=True).click()
    expect(page).to_have_url(re.compile(r"/affair/lanes/\?kind=talks$"))
    page.get_by_role("link", name="List", exact=True).click()
    expect(page).to_have_url(re.compile(r"/affair/\?kind=talks$"))


def test_without_javascript_every_step_is_a_page(war: Timeline, no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/affair/lanes/")
    page.get_by_role("link", name="Zoom in").click()
    expect(level(page)).to_have_text("Months")
    page.get_by_role("link", name="Earlier").click()
    page.get_by_role("link", name="By place").click()
    expect(page).to_have_url(re.compile(r"\?by=place&zoom=month&at="))
    page.get_by_role("checkbox", name="Kind of talks").check()
    page.get_by_role("button", name="Show events").click()
    expect(page).to_have_url(re.compile(r"/affair/lanes/\?kind=talks&by=place&zoom=month&at="))


# -- how it looks ----------------------------------------------------------------------------------------------------

STATES = [
    "",
    "?by=actor",
    "?by=place&zoom=month&at=2024-06-01",
    "?zoom=week&at=2025-08-01",
    "?zoom=day&at=2025-08-01",
    "?zoom=hour&at=2025-08-30T12",
]

TEXTS = """all => all.map(svg => [...svg.querySelectorAll("text")].map(text => {
    const lines = [text.getBBox()];
    const box = text.getBBox();
    return {x: box.x, y: box.y, width: box.width, height: box.height, text: text.textContent,
        inside: box.x >= -0.5 && box.x + box.width <= Number(svg.getAttribute("width")) + 0.5};
}))"""


def collisions(page: Page) -> list[tuple[str, str]]:
    """Pairs of labels of one lane whose boxes share more than the air above and below their letters."""
    found = []
    for lane in page.locator("svg.lane, svg.axis").evaluate_all(TEXTS):
        assert [it["text"] for it in lane if not it["inside"]] == []
        for one, other in combinations(lane, 2):
            is_beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            is_under = one["y"] + one["height"] - 5 <= other["y"] or other["y"] + other["height"] - 5 <= one["y"]
            if not is_beside and not is_under:
                found.append((one["text"], other["text"]))
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_label_lies_upon_another_as_chromium_sets_them(language: str, live_server: object, page: Page) -> None:
    chronicle(language=language)
    labels = 0
    for state in STATES:
        page.goto(f"/affair/lanes/{state}")
        assert collisions(page) == []
        labels += page.locator("svg.lane text").count()
    assert labels > 100


def test_time_runs_from_the_right_in_arabic(live_server: object, page: Page) -> None:
    chronicle(language="ar")
    page.goto("/affair/lanes/")
    places = page.locator(".axis text").evaluate_all("all => all.map(it => it.getBoundingClientRect().x)")
    assert places == sorted(places, reverse=True)
    name, lane = page.locator(".lanes-box .name").first.bounding_box(), page.locator("svg.lane").first.bounding_box()
    assert name["x"] > lane["x"]
    box(page).focus()
    page.evaluate("document.getElementById('lanes-box').scrollLeft = -9999")
    first = page.locator(".lanes-box .name").first.bounding_box()
    assert abs(first["x"] - name["x"]) <= 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_axis_stands_over_its_lanes(language: str, live_server: object, page: Page) -> None:
    chronicle(language=language)
    page.goto("/affair/lanes/?zoom=day&at=2025-08-01")
    axis, lane = page.locator("svg.axis").bounding_box(), page.locator("svg.lane").first.bounding_box()
    assert (axis["x"], axis["width"], axis["height"]) == (lane["x"], lane["width"], 24)


def test_names_and_axis_stay_while_the_lanes_scroll(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/?by=actor&zoom=day&at=2025-08-01")
    where = """() => ['.lanes-box .name', '.axis'].map(name => document.querySelector(name).getBoundingClientRect())"""
    before = page.evaluate(where)
    page.evaluate("document.getElementById('lanes-box').scrollBy(-400, 60)")
    after = page.evaluate(where)
    assert (after[0]["x"], after[1]["y"]) == (before[0]["x"], before[1]["y"])
    assert after[1]["x"] == before[1]["x"] + 400


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(theme: str, language: str, live_server: object, new_page: NewPage) -> None:
    chronicle(language=language)
    page = new_page(theme=theme)
    for state in [*STATES, "?q=unheard", "?zoom=galaxy"]:
        page.goto(f"/affair/lanes/{state}")
        axe(page)
    page.goto("/affair/lanes/")
    page.locator("#lanes-table > summary").click()
    axe(page)
    page.set_viewport_size(PHONE)
    axe(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_only_the_lanes_scroll_sideways_on_a_phone(language: str, live_server: object, new_page: NewPage) -> None:
    chronicle(language=language)
    for width in (320, 400):
        page = new_page(viewport={"width": width, "height": 800})
        for state in STATES:
            page.goto(f"/affair/lanes/{state}")
            assert overflow_of(page) == 0
            assert page.evaluate("(it => it.scrollWidth > it.clientWidth)(document.getElementById('lanes-box'))")
        page.locator("#lanes-table > summary").click()
        assert overflow_of(page) == 0


def test_targets_are_as_tall_as_a_finger_on_a_phone(war: Timeline, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    for state in STATES:
        page.goto(f"/affair/lanes/{state}")
        assert page.eval_on_selector_all("a[href], summary", SMALL) == []


def test_on_paper_all_of_the_window_is_there_and_nothing_to_press(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/?zoom=month&at=2024-06-01")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    widths = page.evaluate(
        "['.lanes-box', 'svg.lane'].map(name => document.querySelector(name).getBoundingClientRect())"
    )
    assert widths[1]["width"] <= widths[0]["width"] <= 720
    expect(page.get_by_role("link", name="Zoom in")).to_be_hidden()
    expect(page.get_by_role("link", name="Later")).to_be_hidden()
    expect(page.get_by_role("table", name="Events in each lane")).to_be_visible()
    expect(page.get_by_text("Printed from")).to_contain_text("/affair/lanes/?zoom=month&at=2024-06-01")


def test_colours_forced_by_the_system_keep_marks_and_bars(war: Timeline, new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto("/affair/lanes/")
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    fills = page.eval_on_selector_all(".bars", "all => [...new Set(all.map(it => getComputedStyle(it).fill))]")
    assert fills == [ink]
    page.goto("/affair/lanes/?zoom=day&at=2025-08-15")
    strokes = page.eval_on_selector_all(
        ".mark.unsure path:not(.extent)", "all => all.map(it => getComputedStyle(it).stroke)"
    )
    assert set(strokes) == {ink}


def test_what_is_not_confirmed_is_dashed_and_each_kind_has_its_shape(war: Timeline, page: Page) -> None:
    page.goto("/affair/lanes/?by=place&zoom=day&at=2025-08-15")
    dashes = """all => [...new Set(all.map(it => getComputedStyle(it).strokeDasharray))]"""
    assert page.eval_on_selector_all(".mark.unsure path:not(.extent)", dashes) == ["2.5px, 1.5px"]
    assert page.eval_on_selector_all(".mark:not(.unsure) path", dashes) == ["none"]


def test_a_page_of_many_events_is_small(live_server: object, page: Page) -> None:
    chronicle(number=250)
    for state in STATES:
        page.goto(f"/affair/lanes/{state}")
        assert page.evaluate("document.querySelectorAll('*').length") <= 1500
        assert page.locator(".lane a").count() <= 150
