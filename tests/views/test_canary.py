"""One word for each thing that readers may not see, and no public page that says it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests import factories
from tests.views.pages import crawl
from timeline.models import Event, Status

CANARIES = {"canarydraft", "canaryrejected", "canarywithdrawn", "canaryarticle", "canarycut", "canaryeditor"}


@pytest.fixture
def hidden(db: None) -> list[Event]:
    """Events in every status that is not public, and a published one whose article says more than its quotation."""
    timeline = factories.timeline(slug="a-war")
    editor = factories.user(username="canaryeditor")
    quote = " ".join(f"word{number}" for number in range(200)) + " canarycut"
    article = factories.article(timeline=timeline, text=f"{quote} canaryarticle", by=editor)
    shown = factories.event(article=article, quote=quote, phrase="word3", by=editor, on=date(2025, 10, 6))
    told = {"draft": Status.DRAFT, "rejected": Status.REJECTED}
    drafts = [
        factories.draft(timeline=timeline, headline=f"canary{name}", summary=f"canary{name}", by=editor)
        for name in told
    ]
    for event, status in zip(drafts, told.values(), strict=True):
        Event.objects.filter(pk=event.pk).update(status=status)
    gone = factories.event(timeline=timeline, headline="canarywithdrawn", summary="canarywithdrawn", by=editor)
    return [shown, *drafts, factories.withdrawn(gone)]


def test_no_public_page_says_what_readers_may_not_see(hidden: list[Event], client: Client) -> None:
    shown, *others = hidden
    addresses = [f"/e/{event.public_id}/" for event in others]
    pages = crawl(client, "/", "/a-war/_results/", "/a-war/?order=oldest", "/a-war/?after=canary", *addresses)
    assert {"/", "/a-war/", "/method/", shown.get_absolute_url()} <= set(pages)
    leaks = {
        (address, word)
        for address, page in pages.items()
        for word in CANARIES
        if word in f"{page.content.decode()} {page.headers}".lower()
    }
    assert leaks == set()
    assert "word3" in pages[shown.get_absolute_url()].content.decode()


def test_every_link_on_a_public_page_leads_somewhere(hidden: list[Event], client: Client) -> None:
    pages = crawl(client, "/")
    assert len(pages) >= 5
    assert {address: page.status_code for address, page in pages.items() if page.status_code not in (200, 301)} == {}
