"""Every public page and every step that htmx takes on one, in a browser that watches: no refusal by the
Content-Security-Policy, no request elsewhere, no error. The watch fails the test; what is asserted here is that it
had something to see."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import resolve
from playwright.sync_api import Page, expect

from tests.browser.reader_rows import Newspaper, fill, newspaper
from tests.views.pages import links_of, whole
from timeline.editorial.sharing import share
from timeline.filtering import EventFilter

ERRORS = ("status of 404", "status of 410", "status of 400")


@pytest.fixture
def paper(live_server: object) -> Newspaper:
    """Two pages of events."""
    paper = newspaper()
    fill(paper.timeline, [date(2025, 7, 1) + timedelta(days=number) for number in range(45)])
    return paper


def shape(address: str) -> tuple[str | None, frozenset[str]]:
    """What kind of page an address leads to: its route and the names of its parameters."""
    parts = urlsplit(address)
    return resolve(parts.path).url_name, frozenset(parse_qs(parts.query))


def one_of_each(*starts: str) -> dict[tuple[str | None, frozenset[str]], str]:
    """One address of every shape that links lead to, two parameters deep, without files, the desk and what is static."""
    client, waiting, found = Client(), list(starts), {}
    while waiting:
        address = waiting.pop(0)
        if address.startswith(("/static/", "/admin/")) or shape(address) in found or len(shape(address)[1]) > 2:
            continue
        found[shape(address)] = address
        response = whole(client.get(address, follow=True))
        if response["Content-Type"].startswith("text/html"):
            waiting += sorted(links_of(response))
    return found


@pytest.mark.console_says(*ERRORS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_public_page_breaks_the_policy_or_asks_elsewhere(language: str, live_server: object, page: Page) -> None:
    paper = newspaper(language=language)
    fill(paper.timeline, [date(2025, 7, 1) + timedelta(days=number) for number in range(45)])
    view, event = share(timeline=paper.timeline, choice=EventFilter()), paper.departure
    found = one_of_each(
        "/",
        f"/s/{view.code}/",
        f"/e/{event.public_id}/_report/",
        f"/e/{event.public_id}/_report/thanks/",
        "/a-war/?after=damaged",
        "/a-war/?kind=none",
        "/nowhere/",
        paper.withdrawn.get_absolute_url(),
    )
    names = {name for name, _parameters in found}
    assert {"timelines", "timeline", "timeline_results", "event", "method", "saved_view", "report"} <= names
    assert len(found) >= 20
    for address in found.values():
        if "events." not in address:  # A file is downloaded; text and XML are shown with the browser's own styles.
            response = page.goto(address)
            assert "default-src 'none'" in response.headers["content-security-policy"], address


type Step = tuple[str, str, Callable[[Page], object]]


def press(selector: str) -> Callable[[Page], object]:
    return lambda page: page.locator(selector).locator("visible=true").first.click()


def enter(selector: str, words: str) -> Callable[[Page], object]:
    def type_in(page: Page) -> None:
        page.locator(selector).fill(words)
        page.locator(selector).press("Enter")

    return type_in


def choose_range(page: Page) -> None:
    page.locator("#as-table summary").click()
    page.locator("#as-table form.range button").click()


def drag_over_bars(page: Page) -> None:
    bars = page.locator("svg.density").locator("visible=true").first.locator("a .hit")
    first, last = bars.first.bounding_box(), bars.last.bounding_box()
    page.mouse.move(first["x"] + 1, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + 1, last["y"] + 5, steps=5)
    page.mouse.up()


STEPS: list[Step] = [
    *((f"{name} chosen", "/a-war/", press(f"input[name={name}]")) for name in ("kind", "actor", "place", "standing")),
    ("source chosen", "/a-war/", press("input[name=source]")),
    ("kind taken away", "/a-war/?kind=talks", press("input[name=kind]:checked")),
    ("part removed", "/a-war/?kind=talks&place=strelsau", press(".parts li:not(.all) a")),
    ("all cleared", "/a-war/?kind=talks&place=strelsau", press(".parts .all a")),
    ("order turned", "/a-war/", press("#other-order")),
    ("bar opened", "/a-war/", press("svg.density a")),
    ("bars dragged over", "/a-war/", drag_over_bars),
    ("range chosen from lists", "/a-war/", choose_range),
    ("whole timeline again", "/a-war/?from=2025-08-01", press("a.whole-range")),
    ("dates typed", "/a-war/", enter("#when", "August 2025")),
    ("dates not read", "/a-war/", enter("#when", "blursday")),
    ("words searched", "/a-war/", enter("#q", "delegation")),
    ("read on", "/a-war/", press(".more a")),
]
NOTE_SWAPS = """
document.addEventListener("htmx:afterSettle", () => { document.documentElement.dataset.swapped = "yes"; });
"""


@pytest.mark.console_says("htmx:afterRequest", "htmx:sendAbort")  # A choice made while another loads replaces it.
@pytest.mark.parametrize(("address", "step"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS])
def test_no_step_of_htmx_breaks_the_policy_or_asks_elsewhere(
    address: str, step: Callable[[Page], object], paper: Newspaper, page: Page
) -> None:
    page.add_init_script(NOTE_SWAPS)
    page.goto(address)
    before = page.url
    step(page)
    expect(page.locator("html")).to_have_attribute("data-swapped", "yes")
    expect(page).not_to_have_url(before)
    expect(page.get_by_role("status")).not_to_have_text("")
    page.go_back()
    expect(page).to_have_url(re.compile(re.escape(urlsplit(before).path)))


def test_the_crawl_reaches_what_only_a_filter_links_to(paper: Newspaper) -> None:
    shapes = set(one_of_each("/a-war/"))
    assert ("timeline", frozenset({"order", "from"})) in shapes or ("timeline", frozenset({"from", "to"})) in shapes
