"""The method, what stands at addresses without anything, and whether the site is well."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import resolve

from tests import factories
from tests.views.pages import links_of, source_of, text_of
from timeline.models import Standing
from timeline.models.timelines import RESERVED_SLUGS
from timeline.urls import urlpatterns
from timeline.views import errors


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("he", "rtl")])
@pytest.mark.django_db
def test_the_method_is_told_in_each_language(language: str, direction: str, client: Client) -> None:
    response = client.get(f"/method/?lang={language}")
    assert f'<html lang="{language}" dir="{direction}">' in source_of(response)
    assert {"/method/", "/method/?lang=ar", "/method/?lang=he"} <= links_of(response)


@pytest.mark.django_db
def test_the_method_explains_every_standing_and_kind_and_credits_its_sources(client: Client) -> None:
    factories.kind()
    text = text_of(client.get("/method/"))
    assert [str(standing.label) for standing in Standing if str(standing.label) not in text] == []
    for said in ("Talks and delegations", "at most 400 characters", "GeoNames", "Creative Commons Attribution 4.0"):
        assert said in text


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)
@pytest.mark.django_db
def test_the_method_names_a_contact_where_there_is_one(contact: str, link: str, client: Client, settings: Any) -> None:
    assert "Contact" not in text_of(client.get("/method/"))
    settings.CONTACT = contact
    assert f'<a href="{link}"><bdi dir="ltr">{contact}</bdi></a>' in source_of(client.get("/method/"))


@pytest.mark.django_db
def test_a_contact_that_is_no_address_is_told_and_not_linked(client: Client, settings: Any) -> None:
    settings.CONTACT = "The Gazette, 1 Castle Square"
    assert "<bdi>The Gazette, 1 Castle Square</bdi>" in source_of(client.get("/method/"))


@pytest.mark.django_db
def test_a_missing_page_is_in_the_houses_style_and_leads_on(client: Client) -> None:
    response = client.get("/nowhere/at/all/")
    assert response.status_code == 404
    assert "404 There is nothing at this address" in text_of(response)
    assert "/" in links_of(response)


def test_a_failure_is_told_without_a_database_a_request_or_static_files(client: Client, settings: Any) -> None:
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "nowhere.Storage"}}
    response = errors.failed(RequestFactory().get("/"))
    assert (response.status_code, response["Cache-Control"]) == (500, "private, no-store")
    assert "500 Something failed on our side" in text_of(response)


@pytest.mark.django_db
def test_a_view_that_fails_answers_with_that_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr("timeline.index.listed", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert (response.status_code, response["Cache-Control"]) == (500, "private, no-store")
    assert "secret" not in source_of(response)


@pytest.mark.parametrize(("answer", "status"), [(errors.bad_request, 400), (errors.forbidden, 403)])
def test_other_refusals_are_in_the_houses_style(answer: Any, status: int) -> None:
    response = answer(RequestFactory().get("/"), Exception("a secret"))
    assert (response.status_code, response["Cache-Control"]) == (status, "private, no-store")
    assert f"{status} " in text_of(response)
    assert "secret" not in source_of(response)


def test_the_process_answers_without_asking_the_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_readiness_asks_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (client.get("/readyz").status_code, client.get("/readyz").content) == (200, b"ready\n")

    def refuse() -> None:
        raise OperationalError("no connection to a host that readers need not know")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"the database does not answer\n")


def test_no_slug_of_a_timeline_can_hide_an_address() -> None:
    words = {str(pattern.pattern).split("/")[0] for pattern in urlpatterns} - {"", "<slug:slug>"}
    assert {word for word in words if "." not in word} <= set(RESERVED_SLUGS)
    assert resolve("/gaza-war/").url_name == "timeline"
