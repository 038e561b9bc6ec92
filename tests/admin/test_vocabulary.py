"""Names, aliases and cues in fields that a person can fill."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories
from timeline.models import Actor, Kind, Outlet, Place, Timeline

pytestmark = pytest.mark.django_db


def form(desk: Client, row: Any) -> Any:
    return desk.get(address(row)).context["adminform"].form


def address(row: Any) -> str:
    return f"/admin/timeline/{row._meta.model_name}/{row.pk}/change/"


def test_an_actor_is_made_with_names_and_one_alias_a_line(desk: Client) -> None:
    aliases = " the Ruritanians \r\n\r\nRuritanian\r\nRuritanian\r\n"
    said = {"key": "ruritania", "name": "Ruritania", "name_en": "Ruritania", "name_ar": "روريتانيا", "aliases": aliases}
    desk.post("/admin/timeline/actor/add/", said)
    actor = Actor.objects.get()
    assert actor.names == {"en": "Ruritania", "ar": "روريتانيا"}
    assert actor.aliases == ["the Ruritanians", "Ruritanian"]


def test_names_and_aliases_are_shown_as_they_are_kept(desk: Client) -> None:
    actor = factories.actor(names={"en": "Ruritania", "he": "רוריטניה", "de": "Ruritanien"}, aliases=["A", "B"])
    shown = form(desk, actor)
    assert [shown[f"name_{code}"].value() for code in ("en", "ar", "he")] == ["Ruritania", "", "רוריטניה"]
    assert shown["aliases"].value() == "A\nB"


def test_names_in_languages_that_the_form_does_not_show_stay(desk: Client) -> None:
    actor = factories.actor(names={"en": "Ruritania", "he": "רוריטניה", "de": "Ruritanien"})
    desk.post(address(actor), {"key": actor.key, "name": "Ruritania", "name_en": "Ruritania", "aliases": ""})
    actor.refresh_from_db()
    assert actor.names == {"en": "Ruritania", "de": "Ruritanien"}


def test_a_kind_keeps_its_cues_in_order(desk: Client) -> None:
    said = {"key": "talks", "name_en": "Talks", "shape": "diamond", "position": 2, "cues": "talk*\nenvoy*"}
    desk.post("/admin/timeline/kind/add/", said)
    assert Kind.objects.get().cues == ["talk*", "envoy*"]


def test_a_place_lies_on_earth(desk: Client) -> None:
    said = {"key": "zenda", "name": "Zenda", "name_en": "Zenda", "latitude": "91", "longitude": "0"}
    response = desk.post("/admin/timeline/place/add/", said)
    assert response.context["adminform"].form.errors
    assert Place.objects.count() == 0


def test_a_name_that_readers_see_reaches_the_versions_of_its_timelines(desk: Client) -> None:
    actor = factories.actor()
    shown, other = factories.event(actors=[actor]).timeline, factories.event().timeline
    before = {row.pk: row.version for row in Timeline.objects.all()}
    desk.post(address(actor), {"key": actor.key, "name": "Ruritania", "name_en": "Kingdom of Ruritania"})
    after = {row.pk: row.version for row in Timeline.objects.all()}
    assert (after[shown.pk], after[other.pk]) == (before[shown.pk] + 1, before[other.pk])


def test_what_events_carry_cannot_be_deleted(desk: Client, admin_client: Client) -> None:
    event = factories.event(kind=factories.kind(), actors=[factories.actor()], places=[factories.place()])
    rows = [event.kind, *event.actors.all(), *event.places.all(), event.citations.get().article.outlet]
    for row in rows:
        assert admin_client.post(address(row).replace("change", "delete"), {"post": "yes"}).status_code == 403
    assert Outlet.objects.count() == Kind.objects.count() == Actor.objects.count() == Place.objects.count() == 1


def test_what_nothing_carries_can_be_deleted(admin_client: Client) -> None:
    actor = factories.actor()
    admin_client.post(address(actor).replace("change", "delete"), {"post": "yes"})
    assert Actor.objects.count() == 0


def test_an_outlet_renamed_reaches_the_timelines_that_quote_it(desk: Client) -> None:
    event = factories.event()
    version, outlet = Timeline.objects.get().version, event.citations.get().article.outlet
    desk.post(address(outlet), {"name": "The Zenda Gazette", "url": ""})
    assert Timeline.objects.get().version == version + 1


def test_an_actor_is_found_by_what_it_is_also_called(desk: Client) -> None:
    factories.actor(name="Grustark")
    wanted = factories.actor(aliases=["the Elphberg kingdom"])
    found = desk.get("/admin/timeline/actor/?q=elphberg").context["cl"].result_list
    assert list(found) == [wanted]
