"""Errors that readers report: into the queue, and out of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import factories
from timeline.editorial.refusals import Refused
from timeline.editorial.reporting import handle, report_error
from timeline.models import REPORT_MAX, ErrorReport, Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(db: None) -> Event:
    return factories.event()


def test_a_report_waits_in_the_queue(event: Event) -> None:
    report = report_error(event=event, text="  It was Zenda. ", contact=" anna@example.org ")
    assert list(ErrorReport.objects.waiting()) == [report]
    assert (report.text, report.contact, report.status) == ("It was Zenda.", "anna@example.org", "open")


def test_the_same_words_wait_only_once(event: Event) -> None:
    assert report_error(event=event, text="Wrong.") == report_error(event=event, text="Wrong. ")
    report_error(event=factories.event(), text="Wrong.")
    assert ErrorReport.objects.count() == 2


def test_words_that_were_handled_once_may_be_said_again(event: Event) -> None:
    handle(report_error(event=event, text="Wrong."), by=factories.user(), note="Corrected.")
    report_error(event=event, text="Wrong.")
    assert ErrorReport.objects.waiting().count() == 1


def test_handling_says_who_did_what_when_and_forgets_the_contact(event: Event) -> None:
    editor, before = factories.user(), timezone.now()
    report = report_error(event=event, text="Wrong.", contact="anna@example.org")
    handled = handle(report, by=editor, note=" Corrected. ")
    assert (handled.status, handled.handled_by, handled.note, handled.contact) == ("handled", editor, "Corrected.", "")
    assert handled.handled_at >= before
    assert list(ErrorReport.objects.waiting()) == []


def test_handling_needs_a_note_and_happens_once(event: Event) -> None:
    report = report_error(event=event, text="Wrong.", contact="anna@example.org")
    with pytest.raises(Refused):
        handle(report, by=factories.user(), note="  ")
    handle(report, by=factories.user(), note="Corrected.")
    with pytest.raises(Refused):
        handle(report, by=factories.user(), note="Again.")
    assert ErrorReport.objects.get().note == "Corrected."


@pytest.mark.parametrize(
    "values",
    [
        {"text": ""},
        {"text": "x" * (REPORT_MAX + 1)},
        {"status": "handled"},
        {"status": "handled", "note": "Done."},
        {"status": "gone"},
        {"note": "Done."},
        {"status": "handled", "note": "Done.", "contact": "kept@example.org"},
    ],
    ids=["empty", "long", "by nobody", "at no time", "unknown", "note while open", "contact kept"],
)
def test_what_cannot_be_is_refused_by_the_database(values: dict[str, Any], event: Event) -> None:
    whole = {"text": "Wrong.", "contact": "", **values}
    if "contact" in values:
        whole |= {"handled_by": factories.user(), "handled_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        ErrorReport.objects.create(event=event, **whole)
