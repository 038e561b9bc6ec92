"""Waiting for a page to come to something."""

from __future__ import annotations

from playwright.sync_api import Page

PATIENCE = 5_000
"""Milliseconds; a page that takes longer has failed."""

STEP = 20


def until(page: Page, expression: str) -> None:
    """Return once the expression is true in the page; fail when it never is.

    Playwright's own ``wait_for_function`` evaluates its expression inside the page again and again, which our
    Content-Security-Policy refuses; asking from outside is allowed.
    """
    for _attempt in range(PATIENCE // STEP):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(STEP)
    raise AssertionError(f"never true: {expression}")
