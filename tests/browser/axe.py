"""axe-core on a page. Its script goes in through the debugging protocol, which the page's own CSP does not bind."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = """() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    preload: false,
})"""


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds against WCAG 2.2 A and AA and its own good practice, as its ``violations`` array."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN)["violations"]


def axe(page: Page) -> None:
    """Fail, readably, unless axe-core finds nothing on the page as it stands now."""
    found = violations(page)
    assert not found, f"axe-core on {page.url}:\n" + "\n".join(_described(violation) for violation in found)


def _described(violation: dict[str, Any]) -> str:
    places = "".join(
        f"\n    {' '.join(map(str, node['target']))}\n      {node['html'][:200]}\n      {_summary(node)}"
        for node in violation["nodes"]
    )
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}{places}"


def _summary(node: dict[str, Any]) -> str:
    return " ".join(node.get("failureSummary", "").split())
