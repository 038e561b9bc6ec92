"""What makes reading easier: going to a day and back, a table and values on demand, keys, colours, news; and how much a
page weighs when a timeline is dense."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, NewPage
from tests.browser.reader_rows import fill
from tests.browser.waiting import until
from timeline.models import Event, Timeline
from timeline.static_files import joined

START = date(2025, 1, 1)


@factories.many()
def dense_war(*, language: str = "en", events: int = 120) -> Timeline:
    """Four events a day, most with two sources, a summary and names, and thirty places."""
    timeline = factories.timeline(
        slug="dense-war",
        title="A dense war",
        summary="Told day by day.",
        language=language,
        reviewed_until=datetime(2025, 1, 25, 12, 0, tzinfo=UTC),
    )
    rows = fill(timeline, [START + timedelta(days=number // 4) for number in range(events)])
    places = [factories.place(name=f"Town {number}") for number in range(30)]
    for number, event in enumerate(rows):
        event.places.set([places[number % 30], places[number * 7 % 30]])
    Event.objects.in_timeline(timeline).update(summary="Both sides are said to have agreed to meet again within days.")
    return timeline


@pytest.fixture
def war(live_server: object) -> Timeline:
    return dense_war()


# -- going about in the list -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_goes_to_a_day_and_from_there_both_ways(javascript: bool, war: Timeline, new_page: NewPage) -> None:
    page = new_page(javascript=javascript)
    page.goto("/dense-war/?kind=attack")
    page.goto("/dense-war/")
    page.locator("#jump > summary").click()
    page.get_by_label("Begin the list at").fill("15 January 2025")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/dense-war/\?at=2025-01-15$"))
    expect(page).to_have_title("A dense war: back from 15 January 2025")
    expect(page.locator(".day h3").first).to_contain_text("15")
    page.get_by_role("link", name="Later events").click()
    expect(page).to_have_url(re.compile(r"\?before=[\w-]{22}$"))
    expect(page.locator(".day h3").last).to_contain_text("16")
    page.go_back()
    expect(page.locator(".day h3").first).to_contain_text("15")


def test_words_that_name_no_day_are_told_in_the_open_box(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    page.locator("#jump > summary").click()
    page.get_by_label("Begin the list at").fill("soonish")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("soonish")
    expect(page.get_by_label("Begin the list at")).to_have_attribute("aria-invalid", "true")
    axe(page)


# -- what comes when it is asked for ---------------------------------------------------------------------------------


def test_more_values_come_when_their_box_is_opened_and_stay_open_after_a_choice(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    page.locator("#more-place > summary").click()
    expect(page.locator("#more-place label")).to_have_count(26)
    axe(page)
    chosen = page.locator("#more-place label").first.locator("input")
    key = chosen.get_attribute("value")
    chosen.check()
    expect(page).to_have_url(re.compile(rf"\?place={key}$"))
    expect(page.locator(f"#place-{key}")).to_be_checked()
    expect(page.locator(f"#place-{key}")).to_be_focused()
    expect(page.locator("#more-place label")).to_have_count(25)


def test_without_javascript_more_values_are_a_page_with_a_form(war: Timeline, no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/dense-war/?standing=reported")
    page.locator("#more-place > summary").click()
    page.locator("#more-place a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Place")
    page.get_by_role("checkbox").nth(7).check()
    page.get_by_role("button", name="Show events").click()
    expect(page).to_have_url(re.compile(r"/dense-war/\?place=town-\d+&standing=reported$"))


def test_the_table_comes_when_it_is_opened_and_stays_after_a_choice(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    page.locator("#as-table > summary").click()
    rows = page.locator("#as-table tbody tr")
    expect(rows).to_have_count(30)
    expect(rows.nth(27)).to_contain_text("not yet reviewed")
    page.locator("#kind-attack").check()
    expect(page).to_have_url(re.compile(r"\?kind=attack$"))
    expect(page.locator("#as-table tbody tr").first).to_contain_text("1 January 2025")
    page.locator("#as-table tbody tr").first.get_by_role("link", name="1 January 2025").click()
    expect(page).to_have_url(re.compile(r"\?from=2025-01-01&to=2025-01-01&kind=attack$"))


def test_a_bar_says_what_leads_it_while_it_is_pointed_at_or_focused(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    resting = page.locator("#led").inner_text()
    bar = page.locator("#whole-2025-01-09")
    bar.hover()
    expect(page.locator("#led")).to_contain_text("Thursday 9 January 2025: 4 events, led by: ")
    page.mouse.move(640, 700)
    expect(page.locator("#led")).to_have_text(resting)
    bar.focus()
    expect(page.locator("#led")).to_contain_text("Thursday 9 January 2025")
    page.locator("#when").focus()
    expect(page.locator("#led").get_by_role("link")).to_have_count(1)


# -- keys ------------------------------------------------------------------------------------------------------------


def test_single_keys_do_nothing_until_they_are_turned_on(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    page.locator("#showing").focus()
    for key in ("/", "j", "?"):
        page.keyboard.press(key)
    expect(page.locator("#showing")).to_be_focused()
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator(".find .key-hint")).to_be_hidden()


def test_keys_that_are_turned_on_move_in_the_list_search_and_help_and_are_remembered(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    axe(page)
    page.get_by_label("Use these keys on this device").check()
    page.get_by_role("button", name="Close").click()
    page.goto("/dense-war/?kind=attack")
    expect(page.locator(".find .key-hint")).to_be_visible()
    links = page.locator("#events .card h4 a")
    page.locator("body").press("j")
    expect(page.locator("#events :focus")).to_have_count(0)
    page.locator("#events").focus()
    for key, at in (("j", 0), ("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(links.nth(at)).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("j/?")
    expect(page.get_by_role("searchbox")).to_have_value("j/?")


# -- colours ---------------------------------------------------------------------------------------------------------

GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.console_says("ERR_FAILED")
def test_a_reader_chooses_the_colours_and_finds_them_again_from_the_first_paint(war: Timeline, page: Page) -> None:
    page.goto("/dense-war/")
    light = page.evaluate(GROUND)
    page.get_by_label("Colours").select_option("dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.route("**/comforts*.js", lambda route: route.abort())
    for address in ("/", "/dense-war/_table/", "/method/"):
        page.goto(address, wait_until="commit")
        until(page, "performance.getEntriesByType('paint').length > 0")
        assert page.evaluate(GROUND) == dark
    page.wait_for_load_state()
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"


def test_without_javascript_the_system_decides_and_nothing_offers_otherwise(war: Timeline, new_page: NewPage) -> None:
    grounds = {}
    for theme in ("light", "dark"):
        page = new_page(theme=theme, javascript=False)
        page.goto("/dense-war/")
        grounds[theme] = page.evaluate(GROUND)
        expect(page.get_by_label("Colours")).to_be_hidden()
    assert grounds["light"] != grounds["dark"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_chosen_theme_or_beside_the_list(
    theme: str, language: str, live_server: object, new_page: NewPage
) -> None:
    dense_war(language=language)
    page = new_page(theme="dark" if theme == "light" else "light")
    page.goto("/dense-war/?at=2025-01-20")
    page.locator("#theme").select_option(theme)
    axe(page)
    for address in ("_table/?kind=attack", "_values/place/"):
        page.goto(f"/dense-war/{address}")
        axe(page)


# -- news ------------------------------------------------------------------------------------------------------------


def test_new_events_are_spoken_of_and_nothing_that_is_read_moves(war: Timeline, page: Page) -> None:
    page.clock.install()
    page.goto("/dense-war/")
    page.mouse.wheel(0, 600)
    until(page, "scrollY >= 500")
    before = page.evaluate("[scrollY, document.querySelector('#events').getBoundingClientRect().y]")
    page.clock.fast_forward(70_000)
    page.wait_for_timeout(300)
    expect(page.locator("#news")).to_be_hidden()
    for number in range(3):
        factories.event(timeline=war, on=date(2025, 2, 1 + number), headline=f"News {number}")
    with page.expect_response("**/_news/*"):
        page.clock.fast_forward(70_000)
    link = page.get_by_role("link", name="3 new events")
    expect(link).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("3 new events")
    assert page.evaluate("[scrollY, document.querySelector('#events').getBoundingClientRect().y]") == before
    axe(page)
    link.click()
    expect(page.locator(".card h4").first).to_have_text("News 2")
    expect(page.locator("#news")).to_be_hidden()


def test_a_page_that_is_left_alone_asks_once_a_minute_and_is_answered_304(war: Timeline, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/_news/" in request.url else None)
    page.clock.install()
    page.goto("/dense-war/?kind=attack")
    for _minute in range(3):
        page.clock.run_for(61_000)
        page.wait_for_timeout(200)
    assert 2 <= len(asked) <= 3
    assert {url.partition("/_news/")[2].partition("&")[0] for url in asked} == {"?kind=attack"}


# -- how much it is --------------------------------------------------------------------------------------------------

MOST_NODES, MOST_BYTES = 1_500, 60_000
PARTS = """performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
    .map(it => it.name)"""


@pytest.mark.parametrize("query", ["", "?from=2025-01-02&to=2025-01-29", "?order=oldest&at=2025-01-10"])
def test_a_dense_page_is_light(query: str, war: Timeline, page: Page) -> None:
    page.goto(f"/dense-war/{query}")
    assert page.locator(".card").count() == 50
    assert page.evaluate("document.querySelectorAll('*').length") <= MOST_NODES
    # Static files are compressed when they are collected, which tests do not do: here as there, by gzip at its best.
    sizes = [len(gzip.compress(page.request.get(part).body())) for part in page.evaluate(PARTS)]
    assert len(sizes) > 15
    assert 20_000 < sum(sizes) <= MOST_BYTES


@pytest.mark.parametrize("address", ["?at=2025-01-20", "_table/", "_values/place/"])
def test_nothing_scrolls_sideways_at_320_pixels(address: str, war: Timeline, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"/dense-war/{address}")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_on_a_phone_the_boxes_for_a_day_and_for_keys_are_in_sight(war: Timeline, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/dense-war/")
    page.locator("#jump > summary").click()
    box = page.locator("#jump form").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]


# -- from the right --------------------------------------------------------------------------------------------------


def test_in_arabic_the_first_of_two_keys_stands_first(live_server: object, page: Page) -> None:
    dense_war(language="ar")
    page.goto("/dense-war/")
    page.locator("#keys-open").click()
    first, second = (page.locator("dialog kbd", has_text=key).bounding_box() for key in "jk")
    assert first["x"] > second["x"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_opened_table_leaves_the_facts_readable(language: str, live_server: object, page: Page) -> None:
    dense_war(language=language)
    page.goto("/dense-war/")
    page.locator("#as-table > summary").click()
    word, facts = (page.locator(it).bounding_box() for it in ("#as-table > summary", ".facts > :last-child"))
    if language == "en":
        assert word["x"] >= facts["x"] + facts["width"]
    else:
        assert word["x"] + word["width"] <= facts["x"]


# -- the first frame --------------------------------------------------------------------------------------------------


def test_the_first_frame_holds_the_first_events_and_scripts_come_after_the_page(war: Timeline, page: Page) -> None:
    page.add_init_script(
        """new PerformanceObserver((list) => {
             window.painted ??= document.querySelectorAll(".card h4 a").length;
           }).observe({ type: "paint", buffered: true })"""
    )
    page.goto("/dense-war/")
    until(page, "window.painted !== undefined")
    assert page.evaluate("window.painted") > 0
    loaded, *began = page.evaluate(
        """[performance.getEntriesByType("navigation")[0].loadEventStart,
            ...performance.getEntriesByType("resource")
              .filter((it) => /htmx|timeline.js/.test(it.name)).map((it) => it.startTime)]"""
    )
    assert len(began) == 2
    assert min(began) >= loaded > 0


def test_what_comes_with_the_second_frame_is_there_without_scripts_too(war: Timeline, no_js_page: Page) -> None:
    no_js_page.goto("/dense-war/")
    expect(no_js_page.locator(".band.whole .density")).to_be_visible()
    expect(no_js_page.get_by_role("group", name="Kind of event")).to_be_visible()
    expect(no_js_page.locator(".day").nth(4)).to_have_css("content-visibility", "auto")


def test_the_script_in_one_piece_does_what_its_parts_do(war: Timeline, page: Page) -> None:
    static = settings.BASE_DIR / "static"
    whole = joined("pages/timeline.js", lambda name: (static / name).read_text())
    page.route("**/pages/timeline.js", lambda route: route.fulfill(body=whole, content_type="text/javascript"))
    parts: list[str] = []
    page.on("request", lambda request: parts.append(request.url) if request.url.endswith("/js/view.js") else None)
    page.goto("/dense-war/")
    page.locator("#filters input[name=standing]").first.check()
    expect(page).to_have_url(re.compile(r"standing="))
    expect(page.locator("#status")).to_contain_text("Showing")
    assert parts == []
