"""An event that has one of everything that files tell."""

from __future__ import annotations

from datetime import date

import pytest

from tests import factories
from timeline.dates import EventDate
from timeline.models import Event, Timeline

SENTENCE = "Envoys of two towns met in Strelsau over the weekend, the ministry said."


@pytest.fixture
def war(db: None) -> Timeline:
    return factories.timeline(slug="a-war", title="A war", zone="Asia/Gaza")


@pytest.fixture
def meeting(war: Timeline) -> Event:
    """A meeting of two actors at two places, reported by two articles and corrected once."""
    article = factories.article(
        timeline=war, text=f"{SENTENCE} Canary.", url="https://example.org/1", title="Envoys meet"
    )
    event = factories.event(
        article=article,
        quote=SENTENCE,
        phrase="over the weekend",
        headline="Envoys meet",
        on=EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5)),
        attributed_to="the ministry",
        kind=factories.kind(),
        actors=[factories.actor(), factories.actor(name="Graustark")],
        places=[
            factories.place(name="Strelsau", latitude=31.123456, longitude=-34.98765, country="RU"),
            factories.place(name="Zenda"),
        ],
    )
    Event.objects.filter(pk=event.pk).update(claims=[{"what": "met", "words": "40 envoys", "by": "the ministry"}])
    factories.citation(event=event, quote="They met.", outlet="The Zenda Post", published_on=None)
    factories.corrected(event, summary="They sat.")
    return Event.objects.get(pk=event.pk)
