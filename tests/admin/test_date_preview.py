"""How a typed date is read is shown before it is saved: a fragment as one types, a button without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.admin.conftest import staff
from tests.admin.test_event_pages import ADD, by_hand, page, said, verbs
from timeline.dates import EventDate, Part
from timeline.models import Event

pytestmark = pytest.mark.django_db

NEW = "/admin/timeline/event/reading/"


def reading(client: Client, address: str, **typed: str) -> str:
    return client.get(address, typed).content.decode()


def test_the_fragment_says_how_the_words_are_read_and_saves_nothing(desk: Client) -> None:
    event = factories.draft(article=factories.article(published_on=date(2025, 10, 9)))
    told = reading(desk, page(event, "reading"), notation="late Wednesday")
    assert "<strong>evening of Wednesday 8 October 2025</strong>" in told
    assert "Counted from Thursday 9 October 2025, the day of publication." in told
    assert (Event.objects.get().date, verbs(event)) == (EventDate.on(date(2025, 10, 6)), ["drafted"])


def test_the_fragment_names_the_words_that_cannot_be_read(desk: Client) -> None:
    told = reading(desk, page(factories.draft(), "reading"), notation="<b>rubbish</b> 2025")
    assert told.strip() == ('<p class="desk-read is-unread">“b”, “rubbish”, “b” cannot be read as part of a date.</p>')


def test_of_an_event_being_added_words_count_from_the_day_in_the_form(desk: Client) -> None:
    assert "Wednesday 8 October 2025" in reading(desk, NEW, notation="yesterday", published_on="2025-10-09")
    assert reading(desk, NEW, notation="7 October 2025", published_on="2025-13-40").count("Tuesday 7 October 2025") == 1


def test_the_short_form_keeps_what_it_does_not_show(desk: Client) -> None:
    hour = EventDate.on(date(2025, 10, 6)).with_doubt(uncertain=True)
    event = factories.draft(on=hour)
    told = reading(desk, page(event, "reading"), quick="1", notation="2025-10-06?", part="")
    assert "Monday 6 October 2025 (uncertain)" in told


def test_only_who_may_change_events_is_answered(client_of: Callable[..., Client]) -> None:
    event = factories.draft()
    onlooker = client_of(staff("view_event"))
    for address in (NEW, page(event, "reading")):
        assert onlooker.get(address, {"notation": "2025"}).status_code == 403
        assert Client().get(address).status_code == 302


def test_the_fragment_is_not_kept_and_asked_for_only(desk: Client) -> None:
    answer = desk.get(NEW, {"notation": "2025"})
    assert "no-store" in answer.headers["Cache-Control"]
    assert desk.post(NEW, {"notation": "2025"}).status_code == 405
    assert desk.get(page(factories.draft(), "reading").replace(str(Event.objects.get().pk), "999")).status_code == 404


def test_the_button_shows_the_reading_and_keeps_what_was_typed(desk: Client) -> None:
    event = factories.draft()
    sent = said(event, headline="Typed", notation="late September 2025", _show="1")
    answer = desk.post(page(event), sent)
    assert answer.context["reading"].words == "late September 2025"
    assert (answer.context["form"]["headline"].value(), verbs(event)) == ("Typed", ["drafted"])
    assert "Show how it is read" in answer.content.decode()


def test_the_button_shows_the_reading_of_an_event_being_added(desk: Client) -> None:
    war = factories.timeline()
    answer = desk.post(ADD, by_hand(war, notation="late Wednesday", published_on="2025-10-09", _show="1"))
    assert answer.context["reading"].words == "evening of Wednesday 8 October 2025"
    assert Event.objects.count() == 0


def test_the_form_says_how_the_stored_date_reads(desk: Client) -> None:
    event = factories.draft(on=EventDate.sometime_in_month(2025, 10, Part.LATE))
    assert desk.get(page(event)).context["reading"].words == "late October 2025"


def test_a_date_in_words_is_saved(desk: Client) -> None:
    event = factories.draft(on=EventDate.sometime_in_month(2025, 10, Part.LATE))
    desk.post(page(event), said(event, notation="4 or 5 October 2025", part="late", _save="1"))
    assert Event.objects.get().date == EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5))
    assert verbs(event) == ["drafted", "amended"]


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        (EventDate.on(date(2025, 10, 6)), "Monday 6 October 2025"),
        (EventDate.sometime_in_month(2025, 9, Part.LATE), "late September 2025"),
        (EventDate.in_part_of_day(date(2025, 10, 1), Part.EVENING), "evening of 1 October 2025"),
        (EventDate.on(date(2025, 10, 7)).with_doubt(approximate=True), "about 7 October 2025"),
    ],
)
def test_words_that_read_as_the_stored_date_make_no_revision(desk: Client, stored: EventDate, words: str) -> None:
    event = factories.draft(on=stored)
    sent = desk.get(page(event)).context["form"].initial | {"notation": words, "seen": 1, "_save": "1"}
    desk.post(page(event), {name: value for name, value in sent.items() if value not in (None, False)})
    event.refresh_from_db()
    assert (event.date, verbs(event)) == (stored, ["drafted"])


def test_an_event_by_hand_takes_words_too(desk: Client) -> None:
    desk.post(ADD, by_hand(factories.timeline(), notation="late Wednesday", published_on="2025-10-09"))
    assert Event.objects.get().date == EventDate.in_part_of_day(date(2025, 10, 8), Part.EVENING)


def test_the_short_form_takes_words_too(desk: Client) -> None:
    event = factories.draft()
    quick = {"headline": event.headline, "notation": "4-5 Oct 2025", "standing": "reported", "seen": 1}
    desk.post(page(event, "quick"), quick)
    assert Event.objects.get().date == EventDate.lasting(date(2025, 10, 4), date(2025, 10, 5))


@pytest.mark.parametrize("number", [1, 3])
def test_the_fragment_asks_the_same_number_of_queries_for_many_quotations(
    desk: Client, number: int, django_assert_num_queries: Any
) -> None:
    event = factories.draft(article=factories.article(published_on=None))
    for count in range(number):
        factories.citation(event=event, quote=f"It was said {count} times.", published_on=None)
    with django_assert_num_queries(6):
        desk.get(page(event, "reading"), {"notation": "yesterday"})
