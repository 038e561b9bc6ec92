"""Every page of the desk in a browser: no barrier, no refusal by the policy, no sideways scrolling, both directions."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests import factories
from tests.admin.signing_in import sign_in
from tests.browser.axe import axe
from tests.browser.conftest import DESK, PHONE, NewPage
from timeline.models import Event


@pytest.fixture
def editor(live_server: Any) -> User:
    return factories.user(is_superuser=True)


@pytest.fixture
def addresses(editor: User) -> list[str]:
    """One address of every kind of page."""
    shared = {"kind": factories.kind(), "actors": [factories.actor()], "places": [factories.place()]}
    event = factories.event(**shared, by=editor)
    draft = factories.draft(timeline=event.timeline, headline="Waiting", asks="On which day?", on=None)
    article, war = event.citations.get().article_id, event.timeline_id
    models = [("timeline", war), ("kind", event.kind_id), ("place", event.places.get().pk)]
    models += [("outlet", event.citations.get().article.outlet_id), ("article", article)]
    return [
        "/admin/",
        "/admin/password_change/",
        "/admin/auth/user/",
        f"/admin/auth/user/{editor.pk}/change/",
        "/admin/auth/group/add/",
        *(f"/admin/timeline/{model}/{suffix}" for model, pk in models for suffix in ("", "add/", f"{pk}/change/")),
        "/admin/timeline/revision/",
        f"/admin/timeline/revision/{event.revisions.get().pk}/change/",
        "/admin/timeline/event/",
        "/admin/timeline/event/add/",
        *(f"/admin/timeline/event/{event.pk}/{page}/" for page in ("change", "history", "withdraw")),
        f"/admin/timeline/event/{draft.pk}/change/",
        f"/admin/timeline/article/{article}/review/",
        f"/admin/timeline/timeline/{war}/review/",
    ]


LOOKS = [("light", DESK), ("dark", PHONE)]
"""Colours depend on the theme and layout on the width, so two visits see all of both."""


@pytest.mark.parametrize(("theme", "viewport"), LOOKS, ids=["light desk", "dark phone"])
def test_no_page_of_the_desk_puts_up_a_barrier(
    new_page: NewPage, editor: User, addresses: list[str], live_server: Any, theme: str, viewport: dict[str, int]
) -> None:
    page = new_page(theme=theme, viewport=viewport)
    sign_in(page, editor, origin=live_server.url)
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        axe(page)
        assert overflow(page) <= 0, address


def overflow(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))


def test_the_sign_in_page_puts_up_no_barrier(themed_page: Page) -> None:
    themed_page.goto("/admin/login/")
    axe(themed_page)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_desk_is_mirrored_for_who_reads_arabic(
    new_page: NewPage, editor: User, live_server: Any, settings: Any, viewport: dict[str, int]
) -> None:
    settings.LANGUAGE_CODE = "ar"
    draft = factories.draft()
    page = new_page(viewport=viewport)
    sign_in(page, editor, origin=live_server.url)
    for address in (f"timeline/{draft.timeline_id}/review/", f"event/{draft.pk}/change/", "article/add/", "event/"):
        page.goto(f"/admin/timeline/{address}")
        assert page.evaluate("() => document.documentElement.dir") == "rtl"
        axe(page)
        assert overflow(page) <= 0, address


def test_pickers_of_actors_work_under_the_policy(page: Page, editor: User, live_server: Any) -> None:
    chosen, _other = factories.actor(name="Ruritania"), factories.actor(name="Grustark")
    draft = factories.draft()
    sign_in(page, editor, origin=live_server.url)
    page.goto(f"/admin/timeline/event/{draft.pk}/change/")
    page.get_by_label("Available actors", exact=True).select_option(label="Ruritania")
    page.get_by_role("button", name="Choose selected actors").click()
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Its date reads: Monday 6 October 2025")).to_be_visible()
    assert [actor.pk for actor in Event.objects.get().actors.all()] == [chosen.pk]


def test_a_slug_is_proposed_from_the_title(page: Page, editor: User, live_server: Any) -> None:
    sign_in(page, editor, origin=live_server.url)
    page.goto("/admin/timeline/timeline/add/")
    page.get_by_label("Title").press_sequentially("Zenda affair")
    expect(page.get_by_label("Address")).to_have_value("zenda-affair")


def test_what_has_the_focus_can_be_seen(page: Page, editor: User, live_server: Any) -> None:
    draft = factories.draft()
    sign_in(page, editor, origin=live_server.url)
    page.goto(f"/admin/timeline/timeline/{draft.timeline_id}/review/")
    page.get_by_role("button", name="Reject").focus()
    for _stop in range(4):
        page.keyboard.press("Tab")
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
