"""Reporting an error: without an account or a cookie, within limits, into the editors' queue."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import factories
from tests.views.pages import links_of, source_of, text_of
from timeline.models import REPORT_MAX, ErrorReport, Event
from timeline.views import reports
from timeline.views.allowances import Allowance


@pytest.fixture(autouse=True)
def allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "REPORTS", Allowance(3))


@pytest.fixture
def event(db: None) -> Event:
    return factories.event(timeline=factories.timeline(slug="a-war", title="A war"), headline="Envoys meet")


def sent(client: Client, event: Event, **words: str) -> HttpResponse:
    return client.post(f"/e/{event.public_id}/_report/", {"text": "It was Zenda.", "contact": "", **words})


def test_the_form_stands_on_the_events_page_without_a_token(event: Event, client: Client) -> None:
    source = source_of(client.get(event.get_absolute_url()))
    assert f'method="post" action="/e/{event.public_id}/_report/"' in source
    assert "csrfmiddlewaretoken" not in source
    assert 'maxlength="2000"' in source


def test_a_report_waits_for_the_editors_and_the_reader_is_thanked(event: Event, client: Client) -> None:
    response = sent(client, event, contact="anna@example.org")
    report = ErrorReport.objects.get()
    assert (report.event, report.text, report.contact) == (event, "It was Zenda.", "anna@example.org")
    assert (response.status_code, response["Location"]) == (303, f"/e/{event.public_id}/_report/thanks/")
    assert "Thank you The editors have your report." in text_of(client.get(response["Location"]))
    assert event.get_absolute_url() in links_of(client.get(response["Location"]))


def test_it_needs_no_cookie_and_no_token_and_sets_none(event: Event) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies.load({"sessionid": "x", "csrftoken": "y"})
    response = sent(client, event)
    assert (response.status_code, dict(response.cookies), response.get("Vary")) == (303, {}, None)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Say what is wrong."),
        ("  \n ", "Say what is wrong."),
        ("x" * (REPORT_MAX + 1), "That is 2001 characters; at most 2000 can be sent."),
    ],
)
def test_a_report_that_cannot_be_sent_says_why_and_keeps_what_was_typed(
    text: str, told: str, event: Event, client: Client
) -> None:
    response = sent(client, event, text=text, contact="<anna>")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert told in text_of(response)
    assert 'aria-invalid="true" aria-describedby="report-text-problem"' in source_of(response)
    assert f">{text}</textarea>" in source_of(response)
    assert 'value="&lt;anna&gt;"' in source_of(response)
    assert ErrorReport.objects.count() == 0


def test_a_line_break_counts_as_one_character(event: Event, client: Client) -> None:
    text = "a\r\n" * 1000
    sent(client, event, text=text[:-2])
    assert ErrorReport.objects.get().text == ("a\n" * 1000)[:-1]


def test_a_program_that_fills_in_everything_is_thanked_and_nothing_is_kept(event: Event, client: Client) -> None:
    assert sent(client, event, website="https://spam.example").status_code == 303
    assert ErrorReport.objects.count() == 0


def test_who_reports_too_much_is_told_when_to_come_back(event: Event, client: Client) -> None:
    answers = [sent(client, event, text=f"Wrong {number}") for number in range(4)]
    assert [answer.status_code for answer in answers] == [303, 303, 303, 429]
    assert (answers[3]["Retry-After"], answers[3]["Cache-Control"]) == ("3600", "private, no-store")
    assert ErrorReport.objects.count() == 3


def test_no_address_of_a_reader_is_kept(event: Event, client: Client) -> None:
    client.post(f"/e/{event.public_id}/_report/", {"text": "Wrong."}, REMOTE_ADDR="192.0.2.77")
    (row,) = ErrorReport.objects.values()
    assert "192.0.2.77" not in repr(row)


@pytest.mark.parametrize("status", ["draft", "rejected", "withdrawn"])
def test_what_readers_may_not_see_takes_no_report(status: str, db: None, client: Client) -> None:
    hidden = factories.withdrawn(factories.event()) if status == "withdrawn" else factories.draft()
    Event.objects.filter(pk=hidden.pk, status="draft").update(status=status)
    assert sent(client, hidden).status_code == 404
    assert client.get(f"/e/{hidden.public_id}/_report/").status_code == 404
    assert client.get(f"/e/{hidden.public_id}/_report/thanks/").status_code == 404
    assert ErrorReport.objects.count() == 0


def test_the_form_is_a_page_of_its_own_too(event: Event, client: Client) -> None:
    response = client.get(f"/e/{event.public_id}/_report/")
    assert "Report an error Envoys meet 6 October 2025 What is wrong?" in text_of(response)
    assert (response["X-Robots-Tag"], response["Cache-Control"][:6]) == ("noindex", "public")


def test_a_report_is_shown_to_no_reader(event: Event, client: Client) -> None:
    sent(client, event, text="canaryreport", contact="canarycontact")
    for address in (event.get_absolute_url(), f"/e/{event.public_id}/_report/", "/a-war/", "/a-war/events.json"):
        assert b"canary" not in client.get(address).getvalue()


def test_what_readers_write_is_escaped_at_the_desk(event: Event, admin_client: Client) -> None:
    sent(Client(), event, text="<script>alert(1)</script>", contact="<b>anna</b>")
    report = ErrorReport.objects.get()
    for address in ("/admin/timeline/errorreport/", f"/admin/timeline/errorreport/{report.pk}/change/"):
        source = source_of(admin_client.get(address))
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
        assert "<script>alert(1)" not in source
        assert "<b>anna</b>" not in source
