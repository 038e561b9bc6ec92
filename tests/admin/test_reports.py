"""The queue of reported errors: what waits, what it is about, and how it is done with."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests import factories
from tests.views.pages import links_of, text_of
from timeline.editorial.reporting import handle, report_error
from timeline.models import ErrorReport

QUEUE = "/admin/timeline/errorreport/"


@pytest.fixture
def report(db: None) -> ErrorReport:
    return report_error(event=factories.event(), text="It was Zenda.", contact="anna@example.org")


def change(report: ErrorReport) -> str:
    return f"{QUEUE}{report.pk}/change/"


def test_the_queue_says_how_much_waits_and_leads_to_the_event(report: ErrorReport, admin_client: Client) -> None:
    handled = report_error(event=report.event, text="It was Hentzau.")
    handle(handled, by=factories.user(), note="No.")
    response = admin_client.get(QUEUE)
    text = text_of(response)
    assert "Error reports: 1 waits" in text
    assert text.index("It was Zenda.") < text.index("It was Hentzau.")
    assert "Open (1)" in text and "Handled (1)" in text
    assert f"/admin/timeline/event/{report.event_id}/change/" in links_of(response)


def test_a_report_shows_everything_and_offers_one_thing(report: ErrorReport, admin_client: Client) -> None:
    response = admin_client.get(change(report))
    text = text_of(response)
    assert "It was Zenda." in text
    assert "anna@example.org" in text
    assert f"/admin/timeline/event/{report.event_id}/change/" in links_of(response)
    assert 'value="Mark as handled"' in response.content.decode()
    assert "_continue" not in response.content.decode()


def test_handling_a_report_takes_it_out_of_the_queue(report: ErrorReport, admin_client: Client) -> None:
    response = admin_client.post(change(report), {"note": "Corrected."}, follow=True)
    report.refresh_from_db()
    assert (report.status, report.note, report.contact) == ("handled", "Corrected.", "")
    assert report.handled_by.username == "admin"
    assert "The report is handled." in text_of(response)
    assert "Error reports: 0 wait" in text_of(response)


def test_a_report_is_not_handled_without_a_note(report: ErrorReport, admin_client: Client) -> None:
    response = admin_client.post(change(report), {"note": "  "})
    assert response.status_code == 200
    assert ErrorReport.objects.waiting().count() == 1


def test_what_a_reader_wrote_cannot_be_changed_added_or_deleted(report: ErrorReport, admin_client: Client) -> None:
    admin_client.post(change(report), {"note": "Done.", "text": "Other words.", "status": "open", "contact": "x"})
    report.refresh_from_db()
    assert (report.text, report.status) == ("It was Zenda.", "handled")
    assert admin_client.get(f"{QUEUE}add/").status_code == 403
    assert admin_client.post(f"{QUEUE}{report.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_handled_report_is_only_looked_at(report: ErrorReport, admin_client: Client) -> None:
    handle(report, by=factories.user(), note="Corrected.")
    assert "Mark as handled" not in admin_client.get(change(report)).content.decode()
    assert admin_client.post(change(report), {"note": "Again."}).status_code == 403
    report.refresh_from_db()
    assert report.note == "Corrected."


def test_only_who_may_see_reports_sees_them(report: ErrorReport, client: Client) -> None:
    editor = factories.user()
    client.force_login(editor)
    assert client.get(QUEUE).status_code == 403
    editor.user_permissions.add(Permission.objects.get(codename="view_errorreport"))
    assert "It was Zenda." in text_of(client.get(QUEUE))
    assert client.post(change(report), {"note": "Done."}).status_code == 403
