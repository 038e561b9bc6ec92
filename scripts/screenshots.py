"""The README's pictures of a running site: ``screenshots.py http://127.0.0.1:8000`` writes docs/pictures/*.png."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 400, "height": 800}
SHOTS = [
    ("timeline", "/gaza-war/", DESK, "light"),
    ("timeline-dark", "/gaza-war/", DESK, "dark"),
    ("timeline-phone", "/gaza-war/", PHONE, "light"),
    ("timeline-arabic", "/gaza-war-ar/", DESK, "light"),
]
"""Name of the picture, address, window, theme."""


def main() -> None:
    """Every picture, or the server's first refusal in one line and exit 1."""
    if len(sys.argv) != 2:
        sys.exit("screenshots: give the address of a running site, such as http://127.0.0.1:8000")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for name, path, window, theme in SHOTS:
            take(browser, name, sys.argv[1].rstrip("/") + path, window, theme)
        browser.close()


def take(browser: Browser, name: str, address: str, window: dict[str, int], theme: str) -> None:
    """One picture of what a window shows first."""
    page = browser.new_page(viewport=window, color_scheme=theme)
    response = page.goto(address)
    if response is None or not response.ok:
        sys.exit(f"screenshots: {address} does not answer with a page.")
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()
    print(f"docs/pictures/{name}.png")


def chromium() -> str:
    """The path of a Chromium that starts."""
    finder = ["sh", str(ROOT / "scripts" / "find-chromium")]
    return subprocess.run(finder, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


if __name__ == "__main__":
    main()
