"""The desk as a whole: timelines, what cannot be deleted, and what is looked at only."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client

from tests import factories
from timeline.models import Article, Event, Revision, Timeline

pytestmark = pytest.mark.django_db

MODELS = ["timeline", "article", "event", "revision", "kind", "actor", "place", "outlet", "errorreport"]


@pytest.mark.parametrize("model", MODELS)
def test_every_list_opens_for_an_editor(desk: Client, model: str) -> None:
    factories.event(kind=factories.kind(), actors=[factories.actor()], places=[factories.place()])
    assert desk.get(f"/admin/timeline/{model}/").status_code == 200


def test_the_front_page_and_users_open_for_an_administrator(admin_client: Client) -> None:
    for url in ("/admin/", "/admin/auth/user/", "/admin/auth/group/", "/admin/auth/user/add/"):
        assert admin_client.get(url).status_code == 200


def test_a_timeline_is_made_in_a_zone_that_exists(desk: Client) -> None:
    said = {"title": "The Zenda affair", "slug": "zenda", "language": "en", "zone": "Europe/Berlin"}
    desk.post("/admin/timeline/timeline/add/", said)
    assert Timeline.objects.get().zone == "Europe/Berlin"
    refused = desk.post("/admin/timeline/timeline/add/", {**said, "slug": "other", "zone": "Europe/Strelsau"})
    assert list(refused.context["adminform"].form.errors) == ["zone"]


@pytest.mark.parametrize("slug", ["admin", "e", "Zenda", "zenda--affair"])
def test_an_address_that_is_taken_or_malformed_is_refused(desk: Client, slug: str) -> None:
    said = {"title": "The Zenda affair", "slug": slug, "language": "en", "zone": "UTC"}
    assert desk.post("/admin/timeline/timeline/add/", said).status_code == 200
    assert Timeline.objects.count() == 0


def test_a_change_that_readers_see_is_a_new_version_and_an_unchanged_form_is_none(desk: Client) -> None:
    war = factories.timeline()
    same = {"title": war.title, "slug": war.slug, "language": "en", "zone": "UTC"}
    url = f"/admin/timeline/timeline/{war.pk}/change/"
    desk.post(url, same)
    assert Timeline.objects.get().version == war.version
    desk.post(url, {**same, "reviewed_until": "2025-10-09T12:00"})
    changed = Timeline.objects.get()
    assert (changed.version, changed.reviewed_until.isoformat()) == (war.version + 1, "2025-10-09T12:00:00+00:00")


def test_the_list_of_timelines_counts_what_waits_and_what_is_published(desk: Client) -> None:
    war = factories.timeline()
    factories.event(timeline=war)
    for number in (1, 2):
        factories.draft(timeline=war, headline=f"Draft {number}")
    response = desk.get("/admin/timeline/timeline/")
    [row] = response.context["cl"].result_list
    assert (row.drafts, row.published) == (2, 1)
    page = response.content.decode()
    for url in (f"/admin/timeline/timeline/{war.pk}/review/", f"?timeline={war.pk}", war.get_absolute_url()):
        assert f'{url}"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_timelines_asks_the_same_number_of_queries_for_many(
    desk: Client, number: int, django_assert_num_queries: Any
) -> None:
    for _count in range(number):
        factories.event()
    with django_assert_num_queries(7):
        desk.get("/admin/timeline/timeline/")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_articles_asks_the_same_number_of_queries_for_many(
    desk: Client, number: int, django_assert_num_queries: Any
) -> None:
    for count in range(number):
        factories.draft(article=factories.article(outlet=f"Outlet {count}"))
    with django_assert_num_queries(9):
        desk.get("/admin/timeline/article/")


def test_nothing_that_was_public_can_be_deleted_even_by_an_administrator(admin_client: Client) -> None:
    event = factories.event()
    article = event.citations.get().article
    for model, row in (("event", event), ("article", article), ("timeline", event.timeline)):
        assert admin_client.post(f"/admin/timeline/{model}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert (Event.objects.count(), Article.objects.count(), Timeline.objects.count()) == (1, 1, 1)


def test_an_empty_timeline_can_be_deleted(admin_client: Client) -> None:
    war = factories.timeline()
    admin_client.post(f"/admin/timeline/timeline/{war.pk}/delete/", {"post": "yes"})
    assert Timeline.objects.count() == 0


def test_revisions_are_looked_at_and_nothing_else(admin_client: Client) -> None:
    revision = factories.event().revisions.get()
    url = f"/admin/timeline/revision/{revision.pk}"
    assert admin_client.get(f"{url}/change/").status_code == 200
    assert admin_client.post(f"{url}/change/", {"note": "Rewritten"}).status_code == 403
    assert admin_client.post(f"{url}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.get("/admin/timeline/revision/add/").status_code == 403
    assert Revision.objects.get().note == revision.note


def test_no_list_of_ours_acts_on_many_rows_at_once() -> None:
    ours = [desk for model, desk in admin.site._registry.items() if model._meta.app_label == "timeline"]
    assert sorted(desk.opts.model_name for desk in ours) == sorted(MODELS)
    assert [desk.opts.model_name for desk in ours if desk.actions is not None or desk.list_editable] == []


def test_the_desk_is_never_cached(desk: Client) -> None:
    event = factories.draft()
    for url in (f"/admin/timeline/event/{event.pk}/change/", f"/admin/timeline/timeline/{event.timeline_id}/review/"):
        assert "no-store" in desk.get(url).headers["Cache-Control"]
