"""An import that is not visible yet: nobody sees it, nobody decides on it, nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.imports.records import record, source, take_in
from tests.views.pages import crawl, whole
from timeline.editorial.adding import add_by_hand
from timeline.editorial.changes import Changes
from timeline.editorial.ingesting import Submission
from timeline.editorial.sharing import share
from timeline.filtering import EventFilter
from timeline.imports import batches
from timeline.imports.batches import drop, make_visible, sweep
from timeline.index.since import Since, since
from timeline.models import Actor, Article, Event, Import, Kind, Outlet, Place, Revision, Timeline

pytestmark = pytest.mark.django_db

CANARY = "canaryhidden"
NAME = "canaryname"
FILES = ("", "_results/", "_print/", "events.json", "events.csv")


@pytest.fixture
def war(db: None) -> Timeline:
    timeline = factories.timeline(slug="a-war")
    factories.event(timeline=timeline)
    return Timeline.objects.get(pk=timeline.pk)


@pytest.fixture
def batch(war: Timeline, monkeypatch: pytest.MonkeyPatch) -> Import:
    """An import that has stored all it has, the moment before it becomes visible."""
    with monkeypatch.context() as patch:
        patch.setattr("timeline.imports.event_files.make_visible", lambda _batch: None)
        take_in(hidden_record(), hidden_record(id="canary2"), timeline=war)
    return Import.objects.get()


def hidden_record(**changes: Any) -> dict[str, Any]:
    named = {"key": NAME, "name": f"{NAME} told"}
    words = {"headline": CANARY, "summary": f"{CANARY} dispatch", "attributed_to": CANARY}
    sources = [source(quote=f"{CANARY} {len(changes)}", phrase="", outlet=f"{NAME} told", title=CANARY)]
    return record(**words, kind=named, actors=[named], places=[named], sources=sources, **{"id": "canary1", **changes})


def test_there_is_something_to_leak(batch: Import) -> None:
    assert batch.state == "running"
    assert Event.objects.filter(headline=CANARY, status="published").count() == 2
    assert Article.objects.filter(outlet__key="canaryname-told").count() == 2


def test_no_public_page_says_what_is_hidden_and_all_do_once_it_is_visible(batch: Import, client: Client) -> None:
    plain = [*(f"/a-war/{file}" for file in FILES), "/e/canary1/"]
    facets = ("kind=canaryname", "actor=canaryname", "place=canaryname", "source=canaryname-told", "q=dispatch")
    asked = [f"/a-war/{file}?{facet}" for file in FILES for facet in facets]

    def told(address: str) -> bool:
        body = whole(client.get(address, follow=True)).content.decode().lower()
        return CANARY in body or f"{NAME} told" in body

    crawled = {it: page.content.decode().lower() for it, page in crawl(client, "/", "/sitemap.xml").items()}
    assert {it for it, body in crawled.items() if CANARY in body or NAME in body} == set()
    assert {it for it in [*plain, *asked] if told(it)} == set()
    assert client.get("/e/canary1/").status_code == 404
    make_visible(batch)
    assert {it for it in [*plain, *asked] if not told(it)} == set()


def test_nothing_hidden_is_counted(batch: Import, war: Timeline, client: Client) -> None:
    assert Event.objects.published().in_timeline(war).count() == 1
    assert Timeline.objects.with_counts().get(pk=war.pk).event_count == 1
    assert whole(client.get("/a-war/events.json")).content.decode().endswith('"count": 1\n}\n')
    assert whole(client.get("/sitemap.xml")).content.decode().count("/e/") == 1
    make_visible(batch)
    assert Timeline.objects.with_counts().get(pk=war.pk).event_count == 3
    assert whole(client.get("/a-war/events.json")).content.decode().endswith('"count": 3\n}\n')


def test_a_timeline_with_nothing_but_hidden_events_is_not_listed(batch: Import, war: Timeline) -> None:
    other = factories.timeline(title="Other")
    Import.objects.filter(pk=batch.pk).update(timeline=other)
    Event.objects.filter(batch=batch).update(timeline=other)
    assert [row.pk for row in Timeline.objects.listed()] == [war.pk]


@pytest.fixture
def editor(client: Client) -> User:
    person = factories.user(is_superuser=True)
    client.force_login(person)
    return person


def test_editors_neither_see_nor_decide_what_is_hidden(batch: Import, client: Client, editor: User) -> None:
    event, article = Event.objects.filter(batch=batch).first(), Article.objects.filter(batch=batch).first()
    lists = [reverse(f"admin:timeline_{name}_changelist") for name in ("event", "article", "revision", "timeline")]
    assert {url for url in lists if CANARY in client.get(url).content.decode()} == set()
    of_event = [
        reverse("admin:timeline_event_change", args=[event.pk]),
        reverse("admin:timeline_event_history", args=[event.pk]),
        reverse("admin:timeline_event_card", args=[event.pk]),
        reverse("admin:timeline_article_review", args=[article.pk]),
        reverse("admin:timeline_article_text", args=[article.pk]),
        reverse("admin:timeline_article_day", args=[article.pk]),
    ]
    assert {client.get(url).status_code for url in of_event} == {404}
    assert client.post(reverse("admin:timeline_event_withdraw", args=[event.pk]), {"note": "x"}).status_code == 404
    make_visible(batch)
    assert {client.get(url).status_code for url in of_event} == {200}
    assert {url for url in lists if CANARY in client.get(url).content.decode()} == set(lists[:3])


def test_a_shared_view_counts_what_became_visible_after_it(batch: Import, war: Timeline) -> None:
    view = share(timeline=war, choice=EventFilter())
    assert since(view, EventFilter()) == Since(0, 0, 0)
    make_visible(batch)
    assert since(view, EventFilter()) == Since(added=2, corrected=0, gone=0)
    first, second = Event.objects.filter(batch=batch)
    factories.corrected(first)
    factories.withdrawn(second)
    assert since(view, EventFilter()) == Since(added=1, corrected=0, gone=0)
    assert since(share(timeline=war, choice=EventFilter()), EventFilter()) == Since(0, 0, 0)


# -- dropped and swept -------------------------------------------------------------------------------------------


def test_sweeping_takes_every_row_that_came_with_it_and_no_other(batch: Import, war: Timeline) -> None:
    drop(batch)
    sweep(batch)
    kept = (Event, Article, Revision, Outlet)
    assert [model.objects.count() for model in kept] == [1, 1, 1, 1]
    assert [model.objects.count() for model in (Kind, Actor, Place)] == [0, 0, 0]
    assert Event.actors.through.objects.count() == Event.places.through.objects.count() == 0
    assert Import.objects.get().swept_at is not None
    assert Timeline.objects.get(pk=war.pk).version == war.version


def test_what_came_with_a_dropped_one_waits_for_another_that_runs_and_may_be_about_to_use_it(batch: Import) -> None:
    running = batches.begin(timeline=factories.timeline(slug="another"), file_name="", by=batch.by)
    drop(batch)
    assert batches.sweep_dead() == 1
    assert (Event.objects.count(), Kind.objects.get().key) == (1, NAME)
    assert batches.sweep_dead() == 0
    make_visible(running)
    assert batches.sweep_dead() == 0
    assert [model.objects.filter(key=NAME).count() for model in (Kind, Actor, Place)] == [0, 0, 0]


def test_what_is_visible_is_never_swept(batch: Import) -> None:
    make_visible(batch)
    drop(batch)
    sweep(batch)
    assert (Event.objects.count(), Import.objects.get().state) == (3, "visible")


def test_the_guard_is_back_after_sweeping(batch: Import) -> None:
    drop(batch)
    sweep(batch)
    with pytest.raises(Exception, match="append-only"):
        Revision.objects.all().delete()


def test_an_article_that_an_editor_quoted_meanwhile_stays_theirs(batch: Import, war: Timeline) -> None:
    quoted = Article.objects.filter(batch=batch).first()
    given = Submission(text=quoted.text, outlet=f"{NAME} told")
    changes = Changes(headline="By hand", date=factories.EventDate.on(factories.date(2025, 10, 6)))
    event = add_by_hand(timeline=war, source=given, changes=changes, by=factories.user())
    drop(batch)
    sweep(batch)
    quoted.refresh_from_db()
    assert (quoted.batch, event.citations.get().article, Outlet.objects.filter(key="canaryname-told").count()) == (
        None,
        quoted,
        1,
    )


def test_a_running_import_is_dead_when_its_process_is_gone_or_it_has_been_silent(batch: Import) -> None:
    now = timezone.now()
    assert not batches.is_dead(batch, now)
    assert batches.is_dead(batch, now + batches.SILENCE * 2)
    batch.host = "elsewhere.example"
    batch.pid = 2**22 + 1
    assert not batches.is_dead(batch, now)
    batch.host = batches._host()
    assert batches.is_dead(batch, now)


def test_one_import_at_a_time_goes_into_a_timeline(batch: Import, war: Timeline) -> None:
    with pytest.raises(batches.Busy):
        take_in(record(), timeline=war)
    assert take_in(record())[0].is_kept
    assert Import.objects.get(pk=batch.pk).state == "running"


def test_an_import_that_was_swept_can_add_nothing_more(batch: Import) -> None:
    drop(batch)
    with pytest.raises(batches.Lost):
        make_visible(batch)
    with pytest.raises(batches.Lost):
        batches.beat(batch, events=7)
    assert Event.objects.published().count() == 1


def test_a_file_that_fails_half_way_leaves_nothing_visible(war: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.imports.event_files.CHUNK", 1)

    def broken() -> Iterator[Any]:
        yield hidden_record()
        yield hidden_record(id="canary2")

    def fails(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.imports.event_files._finish", fails)
    with pytest.raises(KeyboardInterrupt):
        take_in(*broken(), timeline=war)
    assert Import.objects.get().state == "dropped"
    assert Event.objects.published().count() == 1
    monkeypatch.undo()
    assert take_in(hidden_record(), timeline=war)[0].new == 1
    assert Event.objects.count() == 2
