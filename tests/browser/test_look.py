"""The page against the look: how much is on the first screen, contrast, targets, reflow, and what axe-core finds."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe
from tests.browser.conftest import DESK, PHONE, NewPage
from tests.browser.reader_rows import KINDS, Newspaper, fill, newspaper
from tests.browser.waiting import until


@pytest.fixture
def paper(live_server: object) -> Newspaper:
    return newspaper()


@pytest.mark.parametrize(("viewport", "least"), [(DESK, 6), (PHONE, 3)], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_screen_shows_enough_headlines(
    viewport: dict[str, int], least: int, language: str, live_server: object, new_page: NewPage
) -> None:
    newspaper(language=language)
    page = new_page(viewport=viewport)
    page.goto("/a-war/")
    bottoms = page.eval_on_selector_all(".card h4 a", "all => all.map(one => one.getBoundingClientRect().bottom)")
    assert sum(0 < bottom <= viewport["height"] for bottom in bottoms) >= least


@pytest.mark.console_says("status of 404", "status of 410")
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(theme: str, language: str, live_server: object, new_page: NewPage) -> None:
    paper = newspaper(language=language)
    page = new_page(theme=theme)
    for address in [*paper.pages, "/a-war/?after=damaged", "/nowhere/", paper.withdrawn.get_absolute_url()]:
        page.goto(address)
        axe(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone_or_after_reading_on(theme: str, paper: Newspaper, new_page: NewPage) -> None:
    fill(paper.timeline, [paper.departure.earliest.replace(month=1 + number % 9) for number in range(45)])
    page = new_page(theme=theme, viewport=PHONE)
    page.goto("/a-war/")
    axe(page)
    page.get_by_role("link", name="Earlier events").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("events added"))
    axe(page)


def overflow_of(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_scrolls_sideways_at_320_pixels(language: str, live_server: object, new_page: NewPage) -> None:
    paper = newspaper(language=language)
    page = new_page(viewport={"width": 320, "height": 640})
    overflows = {}
    for address in paper.pages:
        page.goto(address)
        overflows[address] = overflow_of(page)
    assert overflows == dict.fromkeys(paper.pages, 0)


SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""

CLIPPED = """all => all
    .filter(it => !it.closest('.vh') && it.scrollWidth > it.clientWidth + 1)
    .map(it => it.innerText)"""


def test_text_may_be_spaced_as_wcag_1_4_12_allows(paper: Newspaper, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    for address in paper.pages:
        page.goto(address)
        page.evaluate(SPACED)
        assert overflow_of(page) == 0
        assert page.eval_on_selector_all("h1, h2, h3, h4, p, li, dd", CLIPPED) == []


SMALL = """all => all
    .filter(one => !one.closest('.skip, .prose p, .vh') && one.getClientRects().length)
    .map(one => [one.innerText, one.getBoundingClientRect()])
    .filter(([_, box]) => box.height < 43.5)
    .map(([name, box]) => `${name}: ${box.width} × ${box.height}`)"""


def test_targets_are_as_tall_as_a_finger_on_a_phone(paper: Newspaper, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    for address in paper.pages:
        page.goto(address)
        assert page.eval_on_selector_all("a[href], summary", SMALL) == []


LUMINANCE = """(names) => {
    const root = getComputedStyle(document.documentElement);
    const canvas = document.createElement('canvas').getContext('2d');
    const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return Object.fromEntries(names.map(name => {
        canvas.fillStyle = root.getPropertyValue(`--${name}`);
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return [name, 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)];
    }));
}"""
GROUNDS = ("paper", "card", "wash", "mark")
TEXT = [*itertools.product(("ink",), GROUNDS), *itertools.product(("soft", "accent"), ("paper", "card", "wash"))]
MARKS = itertools.product((*(key for key, _shape in KINDS), "focus", "edge"), ("paper", "card", "wash"))
PAIRS = [(*pair, 4.5) for pair in TEXT] + [(*pair, 3.0) for pair in MARKS]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_has_its_contrast_on_every_ground(theme: str, paper: Newspaper, new_page: NewPage) -> None:
    page = new_page(theme=theme)
    page.goto("/a-war/")
    light = page.evaluate(LUMINANCE, sorted({name for pair in PAIRS for name in pair[:2]}))
    weak = {}
    for colour, ground, least in PAIRS:
        darker, lighter = sorted((light[colour], light[ground]))
        ratio = (lighter + 0.05) / (darker + 0.05)
        if ratio < least:
            weak[colour, ground] = round(ratio, 2)
    assert weak == {}


def test_each_kind_has_a_shape_of_its_own(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/")
    legend = page.locator(".facet .glyph")
    shapes = {shape.split(">")[0] for shape in legend.evaluate_all("all => all.map(one => one.innerHTML)")}
    assert legend.count() == len(shapes) == len(KINDS)


def test_a_heading_sticks_under_the_bar_while_its_day_is_read(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/")
    page.mouse.wheel(0, 350)
    until(page, "scrollY >= 300")
    boxes = page.evaluate("['.top', '.day h3'].map(name => document.querySelector(name).getBoundingClientRect())")
    assert boxes[0]["top"] == 0
    assert abs(boxes[1]["top"] - boxes[0]["bottom"]) <= 1


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_arabic_mirrors_the_page(language: str, side: str, live_server: object, new_page: NewPage) -> None:
    newspaper(language=language)
    page = new_page()
    page.goto("/a-war/")
    heading, card, aside = page.evaluate(
        "['.day h3', '.card', '.side'].map(name => document.querySelector(name).getBoundingClientRect())"
    )
    order = [aside["x"], heading["x"], card["x"]]
    assert order == sorted(order, reverse=side == "right")


def test_colours_forced_by_the_system_keep_marks_and_focus(paper: Newspaper, new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto("/a-war/")
    fills = page.eval_on_selector_all(".glyph", "all => [...new Set(all.map(one => getComputedStyle(one).fill))]")
    assert fills == [page.evaluate("getComputedStyle(document.querySelector('h1')).color")]


def test_on_paper_there_is_no_navigation_and_no_event_is_folded(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Site")).to_be_hidden()
    headlines = page.locator(".card h4")
    assert [headlines.nth(at).is_visible() for at in range(headlines.count())] == [True] * headlines.count()
    notes = page.locator(".notes li")
    numbers = [int(it) for text in page.locator(".refs").all_inner_texts() for it in re.findall(r"\d+", text)]
    assert (set(numbers), notes.first.is_visible()) == (set(range(1, notes.count() + 1)), True)
    expect(page.get_by_text("Printed from")).to_contain_text("/a-war/")
