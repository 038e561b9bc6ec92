"""Chromium for tests: how it starts, and a watch over everything a page does that a page here must not do."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, sync_playwright

FINDER = Path(__file__).resolve().parents[2] / "scripts" / "find-chromium"

UNWANTED = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "PreloadTopChromeWebUI",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
]
"""Chromium's features that are off. The first four are pages of its address bar, some 400 modules that a window loads
beside ours and that no headless window shows: they double a test's time and weigh on every figure. The others are
Playwright's own list, which the last flag of this name replaces."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNWANTED)}",
]
"""Without a sandbox because CI runs as root; the rest keeps Chromium from asking the network for anything itself."""

TIMEOUT = 30_000
"""Milliseconds that an action may take; far above what one needs on a busy machine."""

CLOSING = 10
"""Seconds that a window or a browser may take to close."""

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event =>
    console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI || "inline"} ` +
        `(${event.sourceFile}:${event.lineNumber})`))
"""


def find_chromium() -> str:
    """The path of a Chromium that starts: what ``make test`` found, else what its finder finds now."""
    return (
        os.environ.get("CHROMIUM")
        or subprocess.run(["sh", str(FINDER)], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    )


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running headless Chromium. Each of its contexts is a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), headless=True, args=FLAGS)
        processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        try:
            yield browser
        finally:
            if not is_closed(browser):
                os.kill(next(it["id"] for it in processes if it["type"] == "browser"), signal.SIGKILL)


def is_closed(it: Browser | BrowserContext) -> bool:
    """Close it, and say whether that was done in time. Chromium 156 now and then never says that a window is closed
    (seen where one navigated at that moment), and Playwright's own ``close`` would wait for that without end."""
    try:
        it._sync(asyncio.wait_for(it._impl_obj.close(reason=None), CLOSING))
    except TimeoutError:
        return False
    return True


@dataclass
class Watch:
    """What went wrong in the pages of a context: requests to other origins, console errors, uncaught exceptions.

    ``origin`` is the one that may be asked ("http://localhost:8100"). ``allowed`` holds pieces of console errors that
    a test expects, such as "status of 404".
    """

    origin: str
    allowed: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch every page that the context opens."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"uncaught: {error.error}"))
        context.add_init_script(REPORT_VIOLATIONS)

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.troubles.append(f"request to another origin: {request.method} {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(piece in message.text for piece in self.allowed):
            self.troubles.append(f"console: {message.text} ({message.location.get('url', '')})")
