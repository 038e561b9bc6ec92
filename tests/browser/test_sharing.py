"""Sharing, copying, downloading and reporting as readers do them: with a mouse, by keyboard, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, NewPage
from tests.browser.reader_rows import Newspaper, newspaper
from timeline.models import ErrorReport, SavedView
from timeline.views import reports, sharing
from timeline.views.allowances import Allowance

CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture(autouse=True)
def allowances(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "NEW_VIEWS", Allowance(100))
    monkeypatch.setattr(reports, "REPORTS", Allowance(100))


@pytest.fixture
def paper(live_server: object) -> Newspaper:
    return newspaper()


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_a_view_is_shared_with_one_click_and_its_link_copied(
    paper: Newspaper, new_page: NewPage, live_server: object
) -> None:
    page = new_page(permissions=CLIPBOARD)
    page.goto("/a-war/?kind=talks")
    page.get_by_role("button", name="Share this view").click()
    expect(page.get_by_role("status")).to_have_text("The link to this view is copied.")
    expect(page.locator(".said")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/a-war/\?kind=talks$"))
    address = clipboard(page)
    assert address.endswith(f"/s/{SavedView.objects.get().code}/")
    page.goto(f"/s/{SavedView.objects.get().code}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kind of talks")


def test_a_view_that_was_shared_says_after_an_edit_what_has_changed(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/?kind=talks")
    page.get_by_role("button", name="Share this view").click()
    expect(page.get_by_role("status")).not_to_have_text("")
    address = f"/s/{SavedView.objects.get().code}/"
    page.goto(address)
    expect(page.get_by_role("region", name="Since it was shared")).to_contain_text("Nothing has changed in it.")
    events = paper.timeline.events.filter(kind__key="talks", status="published")
    corrected, gone = events[:2]
    factories.corrected(corrected, headline="Corrected since then")
    factories.withdrawn(gone)
    factories.event(timeline=paper.timeline, kind=factories.kind(), headline="Added since then")
    page.goto(address)
    told = page.get_by_role("region", name="Since it was shared")
    expect(told).to_contain_text("1 added, 1 corrected, 1 no longer shown")
    expect(page.get_by_role("link", name="Added since then")).to_be_visible()
    told.get_by_role("link", name="Open this view").click()
    expect(page).to_have_url(re.compile(r"/a-war/\?kind=talks$"))


def test_without_javascript_the_form_leads_to_a_page_with_the_link(paper: Newspaper, no_js_page: Page) -> None:
    no_js_page.goto("/a-war/?kind=talks")
    expect(no_js_page.get_by_role("button", name="Copy link")).to_be_hidden()
    no_js_page.get_by_role("button", name="Share this view").click()
    expect(no_js_page).to_have_url(re.compile(r"/s/\w{10}/$"))
    code = SavedView.objects.get().code
    expect(no_js_page.get_by_role("link", name=re.compile(code))).to_be_visible()


def test_by_keyboard_the_link_of_a_view_and_of_an_event_is_copied(paper: Newspaper, new_page: NewPage) -> None:
    page = new_page(permissions=CLIPBOARD)
    addresses = {"/a-war/?order=oldest": "/a-war/?order=oldest"}
    addresses[paper.departure.get_absolute_url()] = f"/e/{paper.departure.public_id}/"
    for address, copied in addresses.items():
        page.goto(address)
        page.get_by_role("button", name="Copy link").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("The link is copied.")
        assert clipboard(page).endswith(copied)


def test_where_nothing_may_be_copied_the_link_stands_ready(paper: Newspaper, page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto("/a-war/")
    page.get_by_role("button", name="Share this view").click()
    field = page.get_by_role("textbox", name="Link")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile(rf"/s/{SavedView.objects.get().code}/$"))
    assert page.evaluate("getSelection().toString() || document.activeElement.selectionEnd > 0")
    expect(page.get_by_role("status")).to_have_text("Here is the link to this view.")


def test_what_is_shared_after_a_choice_is_the_choice(paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/?kind=talks")
    page.get_by_role("link", name="Remove Kind of talks").click()
    expect(page).to_have_url(re.compile(r"/a-war/$"))
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    page.get_by_role("button", name="Share this view").click()
    expect(page.get_by_role("status")).not_to_have_text("")
    page.wait_for_selector(".said, .offer")
    assert SavedView.objects.get().query == ""


@pytest.mark.parametrize("name", ["Table (CSV)", "JSON"])
def test_what_is_shown_can_be_downloaded(name: str, paper: Newspaper, page: Page) -> None:
    page.goto("/a-war/?kind=talks")
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    assert waiting.value.suggested_filename == f"a-war-events.{'csv' if 'CSV' in name else 'json'}"


@pytest.mark.parametrize("kind_of_page", ["page", "no_js_page"])
def test_an_error_is_reported_and_the_reader_thanked(
    kind_of_page: str, paper: Newspaper, request: pytest.FixtureRequest
) -> None:
    page = request.getfixturevalue(kind_of_page)
    page.goto(paper.departure.get_absolute_url())
    page.get_by_text("Report an error").click()
    page.get_by_label("What is wrong?").fill("It was Hentzau.\nNot Zenda.")
    page.get_by_label("How can we reach you?").fill("anna@example.org")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    report = ErrorReport.objects.get()
    assert (report.text, report.contact) == ("It was Hentzau.\nNot Zenda.", "anna@example.org")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_on_what_leads_out_of_a_view(
    viewport: dict[str, int], theme: str, language: str, live_server: object, new_page: NewPage
) -> None:
    paper = newspaper(language=language)
    page = new_page(viewport=viewport, theme=theme)
    for address, opens in _states(paper):
        page.goto(address)
        opens(page)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def _states(paper: Newspaper) -> list[tuple[str, Callable[[Page], object]]]:
    home, event = paper.timeline.get_absolute_url(), paper.departure

    def share(page: Page) -> None:
        page.locator("form.share button").click()
        page.wait_for_selector(".said, .offer")

    def shared(page: Page) -> None:
        page.goto(f"/s/{SavedView.objects.earliest('pk').code}/")

    def send_nothing(page: Page) -> None:
        page.locator("textarea").evaluate("it => it.required = false")
        page.locator(".report-form button").click()
        page.wait_for_selector("[aria-invalid]")

    return [
        (home, share),
        (home, shared),
        (home, lambda page: page.locator("details.download:not(.jump) summary").click()),
        (event.get_absolute_url(), lambda page: page.locator("details.report summary").click()),
        (f"/e/{event.public_id}/_report/", send_nothing),
        (f"/e/{event.public_id}/_report/thanks/", lambda page: None),
    ]
