"""An event's page, and what stands at the address of one that was withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.views.pages import source_of, text_of
from timeline.dates import EventDate, Part
from timeline.models import Citation, Event, Status

TRAIL = [
    {
        "words": "late Wednesday",
        "rule": "weekday-on-or-before-anchor",
        "anchor": "2025-10-06",
        "anchor_from": "publication",
        "value": "2025-10-01",
    }
]
SENTENCE = "The delegation left for Zenda late Wednesday, two newspapers said."


@pytest.fixture
def departure(db: None) -> Event:
    """An event whose date was worked out from “late Wednesday”."""
    timeline = factories.timeline(slug="a-war", title="A war")
    article = factories.article(timeline=timeline, text=f"{SENTENCE} More followed.", url="https://example.org/1")
    event = factories.event(
        article=article,
        quote=SENTENCE,
        phrase="late Wednesday",
        headline="Delegation leaves for Zenda",
        on=EventDate.in_part_of_day(date(2025, 10, 1), Part.EVENING),
        attributed_to="two newspapers",
    )
    Citation.objects.filter(event=event).update(trail=TRAIL)
    return event


def test_the_page_says_what_when_who_says_it_and_in_which_words(departure: Event, client: Client) -> None:
    text = text_of(client.get(departure.get_absolute_url()))
    assert (
        "evening of Wednesday 1 October 2025 Delegation leaves for Zenda Reported according to two newspapers" in text
    )
    assert SENTENCE in text.replace(" late Wednesday ,", " late Wednesday,")
    assert "The Strelsau Gazette 6 October 2025 Read it at the source" in text
    assert "More followed" not in text


def test_the_phrase_that_gave_the_date_is_marked(departure: Event, client: Client) -> None:
    marked = "The delegation left for Zenda <mark>late Wednesday</mark>, two newspapers said."
    assert marked in source_of(client.get(departure.get_absolute_url()))


def test_the_page_tells_how_the_date_was_read(departure: Event, client: Client) -> None:
    told = (
        "How the date was read late Wednesday A day of the week: the last one up to the day it is counted from. "
        "Counted from Monday 6 October 2025, the day of publication. Wednesday 1 October 2025"
    )
    assert told in text_of(client.get(departure.get_absolute_url()))


def test_a_date_that_an_editor_gave_is_told_as_such(client: Client, departure: Event) -> None:
    given = factories.event(timeline=departure.timeline)
    text = text_of(client.get(given.get_absolute_url()))
    assert "How the date was read An editor gave this date after reading the words above." in text


def test_the_source_opens_without_telling_it_who_came(departure: Event, client: Client) -> None:
    link = '<a href="https://example.org/1" rel="noopener noreferrer nofollow">Read it at the source</a>'
    assert link in source_of(client.get(departure.get_absolute_url()))


def test_a_source_without_an_address_day_or_outlet_is_still_named(client: Client, db: None) -> None:
    article = factories.article(
        outlet="", published_on=None, title="Notes from Strelsau", licence_note="Used by leave."
    )
    text = text_of(client.get(factories.event(article=article).get_absolute_url()))
    assert "Notes from Strelsau publication day unknown Used by leave." in text
    assert "Read it at the source" not in text


def test_a_long_quotation_is_capped_around_its_phrase(client: Client, db: None) -> None:
    words = [f"word{number}" for number in range(200)]
    article = factories.article(text=" ".join(words))
    event = factories.event(article=article, phrase="word100")
    source = source_of(client.get(event.get_absolute_url()))
    assert "<mark>word100</mark>" in source
    assert "word99 " in source
    assert "word40 " not in source
    assert "word160 " not in source


def test_figures_stand_with_whoever_gives_them(departure: Event, client: Client) -> None:
    claims = [
        {"what": "killed", "words": "about 40 people were killed", "by": "the ministry"},
        {"what": "wounded", "words": "dozens were wounded", "by": None},
    ]
    Event.objects.filter(pk=departure.pk).update(claims=claims)
    text = text_of(client.get(departure.get_absolute_url()))
    assert "about 40 people were killed according to the ministry dozens were wounded" in text


def test_corrections_are_told_without_the_editors_name(departure: Event, client: Client) -> None:
    factories.corrected(departure, note="It was Hentzau.", headline="Delegation leaves for Hentzau")
    response = client.get(departure.get_absolute_url(), follow=True)
    text = text_of(response)
    assert "It was Hentzau. What was changed" in text
    assert "Headline before: Delegation leaves for Zenda now: Delegation leaves for Hentzau" in text
    assert "editor-" not in source_of(response)


def test_others_of_the_day_and_around_it_are_linked(departure: Event, client: Client) -> None:
    timeline = departure.timeline
    for day, headline in ((1, "Envoys pack"), (2, "Envoys arrive")):
        factories.event(timeline=timeline, on=date(2025, 10, day), headline=headline)
    factories.event(timeline=timeline, on=date(2025, 9, 30), headline="Envoys are named")
    text = text_of(client.get(departure.get_absolute_url()))
    assert "Before Envoys are named 30 September 2025 After Envoys arrive 2 October 2025" in text
    assert "Envoys pack" in text


def test_the_page_gives_its_permanent_address(departure: Event, client: Client) -> None:
    permanent = f"http://127.0.0.1:8000/e/{departure.public_id}/"
    assert f"“ Delegation leaves for Zenda ”, A war , Dateline , evening of 1 October 2025 . {permanent}" in text_of(
        client.get(departure.get_absolute_url())
    )


def test_the_page_describes_itself_to_whoever_previews_a_link(departure: Event, client: Client) -> None:
    source = source_of(client.get(departure.get_absolute_url()))
    address = f"http://127.0.0.1:8000{departure.get_absolute_url()}"
    assert "<title>Delegation leaves for Zenda · A war</title>" in source
    assert f'<link rel="canonical" href="{address}">' in source
    for name, value in {
        "og:type": "article",
        "og:title": "Delegation leaves for Zenda",
        "og:description": f"evening of Wednesday 1 October 2025: {SENTENCE}",
        "og:url": address,
    }.items():
        assert f'<meta property="{name}" content="{value}">' in source


@pytest.mark.parametrize("decoration", ["", "wrong/", "Delegation-Leaves-For-Zenda/", "delegation/"])
def test_any_other_decoration_leads_to_the_one_address(decoration: str, departure: Event, client: Client) -> None:
    response = client.get(f"/e/{departure.public_id}/{decoration}")
    assert (response.status_code, response["Location"]) == (301, departure.get_absolute_url())


@pytest.mark.django_db
def test_an_arabic_headline_decorates_its_address_in_arabic(client: Client) -> None:
    event = factories.event(headline="بدء المحادثات")
    assert client.get(f"/e/{event.public_id}/بدء-المحادثات/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("headline", ["Envoys meet, at last", "وصول الوفود إلى مصر", "70 %", "?!", "a" * 90])
def test_the_address_is_what_the_routes_give(headline: str) -> None:
    event = factories.event(headline=headline)
    parts = [event.public_id, event.decoration] if event.decoration else [event.public_id]
    assert event.get_absolute_url() == reverse("event", args=parts)


@pytest.mark.django_db
def test_a_headline_without_letters_needs_no_decoration(client: Client) -> None:
    event = factories.event(headline="…!")
    assert event.get_absolute_url() == f"/e/{event.public_id}/"
    assert client.get(event.get_absolute_url()).status_code == 200


def test_a_withdrawn_event_says_when_and_why_and_not_what(departure: Event, client: Client) -> None:
    factories.withdrawn(departure, note="Both newspapers took it back.")
    for address in (departure.get_absolute_url(), f"/e/{departure.public_id}/", f"/e/{departure.public_id}/x/"):
        response = client.get(address)
        assert response.status_code == 410
        assert "This event was withdrawn" in text_of(response)
        assert "Why Both newspapers took it back." in text_of(response)
        assert "Delegation leaves" not in source_of(response)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REJECTED])
def test_what_was_never_published_is_not_found_and_looks_like_nothing(status: Status, client: Client, db: None) -> None:
    event = factories.draft()
    Event.objects.filter(pk=event.pk).update(status=status)
    found, nothing = (client.get(f"/e/{it}/") for it in (event.public_id, "2222222222"))
    assert (found.status_code, nothing.status_code) == (404, 404)
    assert found.content == nothing.content
    assert client.get(event.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_an_event_costs_the_same_for_one_of_everything_and_for_three(
    count: int, departure: Event, client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        departure.actors.add(factories.actor(name=f"Actor {number}"))
        departure.places.add(factories.place(name=f"Place {number}"))
        factories.citation(event=departure, quote=f"Source {number} told it too.")
        factories.corrected(departure, summary=f"Summary {number}.")
        factories.event(timeline=departure.timeline, on=date(2025, 10, 1), kind=factories.kind())
    client.get(departure.get_absolute_url())
    with django_assert_num_queries(11):
        assert client.get(departure.get_absolute_url()).status_code == 200
