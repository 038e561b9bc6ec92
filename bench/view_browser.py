"""What a reader in Chromium waits for, at the processor's own speed and at a quarter of it.

The same script watches every page, ours and the peers': from the start of navigation to the frame in which the first
event is seen, to the last change or long task before a moment of quiet, and how long tasks beyond 50 ms kept the main
thread from answering (the web's "total blocking time"). A filter is timed from the click to the frame after the page
says that it was applied. All in milliseconds.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page

from tests.browser.chromium import is_closed

WINDOW = {"width": 1280, "height": 800}
QUIET = 800
REST = 500
"""Milliseconds a new window is given before it navigates: starting it is not a part of any page."""
PATIENCE = 60_000
"""Milliseconds after which a page is given up."""

WATCH = """
(() => {
  const seen = window.bench = { first: null, changed: 0, blocked: 0 };
  const waiting = new Set();
  const isThere = ({ isIntersecting, boundingClientRect: { width, height }, target }) =>
    isIntersecting && width > 0 && height > 0 &&
    target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const eye = new IntersectionObserver((entries) => {
    const there = entries.filter(isThere);
    if (there.length) seen.first ??= Math.min(...there.map((it) => it.time));
  });
  const look = () => {
    if (seen.first !== null) return;
    for (const it of waiting) eye.unobserve(it);
    waiting.clear();
    for (const it of [...document.querySelectorAll("SELECTOR")].slice(0, 200)) {
      waiting.add(it);
      eye.observe(it);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new MutationObserver(() => { seen.changed = performance.now(); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      seen.blocked += Math.max(0, task.duration - 50);
      seen.changed = Math.max(seen.changed, task.startTime + task.duration);
    }
  }).observe({ type: "longtask", buffered: true });
})();
"""
"""The first event counts as seen at the time of the frame that lays it out and paints it, as the browser's own
intersection observer has it, so that scripts that run after that frame do not count. What is looked at is asked for
after each layout that the page makes anyway; the watch itself forces none."""

IS_QUIET = f"window.bench.first !== null && performance.now() - window.bench.changed > {QUIET}"

AFTER_PAINT = """
const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(0);
}));
"""

CHOOSE = f"""
async (kind) => {{
  {AFTER_PAINT}
  const begun = performance.now();
  window.choose(kind);
  await painted();
  return performance.now() - begun;
}}
"""
"""For a peer whose filter is a function call."""

CLICK = f"""
async ([link, said]) => {{
  {AFTER_PAINT}
  const before = document.querySelector(said).textContent;
  const begun = performance.now();
  document.querySelector(link).click();
  while (document.querySelector(said)?.textContent === before) await new Promise((done) => setTimeout(done, 1));
  await painted();
  return performance.now() - begun;
}}
"""
"""For our own page: a click on a choice, until the sentence above the list says something else."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One page, once: milliseconds, elements in the document, bytes on the wire."""

    first: float
    settled: float
    blocked: float
    elements: int
    filtered: float | None
    wire: int

    @classmethod
    def median(cls, several: Sequence[Seen]) -> Seen:
        """Each figure's own median; a filter that was never timed has none."""
        filtered = [it.filtered for it in several if it.filtered is not None]
        return cls(
            first=statistics.median(it.first for it in several),
            settled=statistics.median(it.settled for it in several),
            blocked=statistics.median(it.blocked for it in several),
            elements=round(statistics.median(it.elements for it in several)),
            filtered=statistics.median(filtered) if filtered else None,
            wire=round(statistics.median(it.wire for it in several)),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to watch. ``first`` selects what an event looks like; a filter is a ``choice`` to click, answered in
    ``said``, or a call of the page's own ``choose``, or none."""

    name: str
    first: str
    choice: str = ""
    said: str = ""
    has_choose: bool = False


def watch(browser: Browser, subject: Subject, address: str, *, slowed: int, runs: int) -> Seen | None:
    """The medians of some cold loads of an address, or None where it could not be loaded within the patience."""
    try:
        return Seen.median([_once(browser, subject, address, slowed) for _run in range(runs)])
    except Error as error:
        print(f"  {subject.name} given up: {str(error).splitlines()[0]}", flush=True)
        return None


def in_turn(browser: Browser, subject: Subject, addresses: Sequence[str], *, slowed: int, runs: int) -> list[Seen]:
    """The medians of some cold loads of each address, one load of each after the other: what a slow minute of the
    machine does to one it does to all."""
    seen = [[_once(browser, subject, address, slowed) for address in addresses] for _run in range(runs)]
    return [Seen.median(list(some)) for some in zip(*seen, strict=True)]


def _once(browser: Browser, subject: Subject, address: str, slowed: int) -> Seen:
    with _fresh_page(browser, subject, slowed) as (page, wire, devtools):
        page.goto(address, wait_until="commit")
        _until_quiet(page, devtools)
        seen: dict[str, Any] = page.evaluate("window.bench")
        elements = page.evaluate("document.getElementsByTagName('*').length")
        loaded = sum(wire)
        return Seen(seen["first"], seen["changed"], seen["blocked"], elements, _filter(page, subject), loaded)


def _until_quiet(page: Page, devtools: CDPSession) -> None:
    """Ask now and then, by the protocol alone: Playwright's own waiting puts a large script into the page."""
    for _attempt in range(PATIENCE // 100):
        page.wait_for_timeout(100)
        if devtools.send("Runtime.evaluate", {"expression": IS_QUIET})["result"].get("value"):
            return
    raise Error(f"no event within {PATIENCE // 1000} s")


def settle(browser: Browser) -> None:
    """Let a browser that has just started come to rest: it loads pages of its own at first."""
    page = browser.new_page()
    page.wait_for_timeout(6_000)
    page.close()


def _filter(page: Page, subject: Subject) -> float | None:
    if subject.has_choose:
        return page.evaluate(CHOOSE, page.evaluate("window.kinds[0]"))
    if subject.choice:
        return page.evaluate(CLICK, [subject.choice, subject.said])
    return None


@contextmanager
def _fresh_page(browser: Browser, subject: Subject, slowed: int) -> Iterator[tuple[Page, list[int], CDPSession]]:
    """A page of a new profile, and the bytes of its answers as they come in, headers included."""
    context = browser.new_context(viewport=WINDOW)
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.add_init_script(WATCH.replace("SELECTOR", subject.first))
        wire: list[int] = []
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.on("Network.loadingFinished", lambda it: wire.append(int(it["encodedDataLength"])))
        page.wait_for_timeout(REST)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        yield page, wire, devtools
    finally:
        is_closed(context)
