"""The watch over pages sees what it must see: each test here makes one thing go wrong and looks that it was noticed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.chromium import Watch

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'"


@pytest.fixture
def watched(browser: Browser) -> Any:
    """A page whose answers the test makes up itself, and the watch over it."""
    context = browser.new_context(base_url="http://house.test")
    watch = Watch(origin="http://house.test")
    watch.over(context)
    yield context.new_page(), watch
    context.close()


def serve(page: Page, body: str) -> None:
    def answer(route: Any) -> None:
        route.fulfill(body=body, content_type="text/html", headers={"Content-Security-Policy": STRICT})

    page.route("**/*", answer)
    page.goto("/")


def test_a_quiet_page_causes_no_trouble(watched: Any) -> None:
    page, watch = watched
    serve(page, "<!doctype html><title>Quiet</title>")
    assert watch.troubles == []


def test_an_inline_style_is_noticed(watched: Any) -> None:
    page, watch = watched
    serve(page, "<!doctype html><p style='color: red'>Loud</p>")
    assert any(trouble.startswith("console: CSP: style-src-attr refused inline") for trouble in watch.troubles)


def test_a_request_to_another_origin_is_noticed(watched: Any) -> None:
    page, watch = watched
    page.route(
        "**/*", lambda route: route.fulfill(body="<img src='http://elsewhere.test/a.png'>", content_type="text/html")
    )
    page.goto("/")
    assert watch.troubles == ["request to another origin: GET http://elsewhere.test/a.png"]


def test_an_uncaught_exception_is_noticed(watched: Any) -> None:
    page, watch = watched
    page.route("**/*", lambda route: route.fulfill(body="<script>absent()</script>", content_type="text/html"))
    page.goto("/")
    assert [trouble.partition(":")[0] for trouble in watch.troubles] == ["uncaught"]


def test_axe_runs_under_a_strict_policy_and_finds_a_barrier(watched: Any) -> None:
    page, watch = watched
    serve(page, "<!doctype html><html lang=en><title>T</title><main><h1>H</h1><img src='/a.png'></main></html>")
    watch.troubles.clear()
    assert [violation["id"] for violation in violations(page)] == ["image-alt"]
    assert watch.troubles == []
