"""Pages in a real Chromium, each in a fresh profile. A request to another origin, a console error, an uncaught
exception or a refusal by the Content-Security-Policy fails the test that caused it, whatever else it asserts.

Chromium is module-scoped: Playwright's sync API leaves an event loop running in the thread as long as it is open,
and Django would refuse the ORM to every later test of the process.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser.chromium import TIMEOUT, Watch, chromium, is_closed
from tests.browser.waiting import until

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 400, "height": 800}


class NewPage(Protocol):
    """Opens a page; paths given to ``page.goto`` start at the live server's address."""

    def __call__(
        self, *, viewport: dict[str, int] = DESK, theme: str = "light", javascript: bool = True, **options: Any
    ) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies here drives a browser, and so needs a live server, and so real transactions."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="module", autouse=True)
def orm_beside_playwright() -> Iterator[None]:
    """The loop that Playwright keeps in this thread runs no query: Django's guard against that is off here only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="module")
def browser(orm_beside_playwright: None) -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def watch(request: pytest.FixtureRequest, live_server: Any) -> Iterator[Watch]:
    """``@pytest.mark.console_says("status of 404")`` names the console errors that a test expects."""
    allowed = [piece for mark in request.node.iter_markers("console_says") for piece in mark.args]
    watching = Watch(origin=live_server.url, allowed=allowed)
    yield watching
    assert watching.troubles == []


@pytest.fixture
def new_page(browser: Browser, live_server: Any, watch: Watch) -> Iterator[NewPage]:
    """``new_page(viewport=PHONE, theme="dark", javascript=False, locale="ar")``: a page in a profile of its own."""
    contexts: list[BrowserContext] = []

    def open_page(
        *, viewport: dict[str, int] = DESK, theme: str = "light", javascript: bool = True, **options: Any
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=viewport,
            color_scheme=theme,
            java_script_enabled=javascript,
            **{"locale": "en-GB", "reduced_motion": "reduce", **options},
        )
        contexts.append(context)
        context.set_default_timeout(TIMEOUT)
        watch.over(context)
        page = context.new_page()
        if javascript:
            _wait_for_scripts(page)
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            stop(page)
        is_closed(context)  # one that does not close goes with the browser


def _wait_for_scripts(page: Page) -> None:
    """From now on ``goto`` waits for the scripts that a page brings after its first frame, where it waits at all."""
    go = page.goto

    def goto(url: str, **options: Any) -> Any:
        answer = go(url, **options)
        if options.get("wait_until") != "commit":
            until(page, "!document.querySelector('script[data-page]') || !!document.querySelector('.ready')")
        return answer

    page.goto = goto  # type: ignore[method-assign]


def stop(page: Page) -> None:
    """Bring a page to a standstill, so that its window can be closed."""
    for _attempt in range(5):
        with suppress(Error):  # the navigation under way came first
            page.goto("about:blank", timeout=2_000)
            return


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A light page on a desk."""
    return new_page()


@pytest.fixture
def no_js_page(new_page: NewPage) -> Page:
    return new_page(javascript=False)


@pytest.fixture(params=[f"{theme}-{name}" for theme, name in itertools.product(("light", "dark"), ("desk", "phone"))])
def themed_page(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """The test runs four times: in both themes, on a desk and on a phone."""
    theme, _, name = request.param.partition("-")
    return new_page(theme=theme, viewport={"desk": DESK, "phone": PHONE}[name])
