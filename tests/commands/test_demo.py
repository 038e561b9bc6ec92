"""The demonstration: made through the pipeline, once, with what the design card promised on it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from timeline.models import Article, Event, Kind, Revision, Timeline
from timeline.models.revisions import chain_is_whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(db: None) -> Timeline:
    call_command("demo", verbosity=0)
    return Timeline.objects.get(slug="gaza-war")


def on_days(timeline: Timeline, first: date, last: date) -> list[str]:
    return [event.headline for event in Event.objects.in_timeline(timeline).published().overlapping(first, last)]


def test_the_three_events_of_the_design_card_are_on_the_timeline(demo):
    attacks = on_days(demo, date(2023, 10, 7), date(2023, 10, 7))
    arrivals = on_days(demo, date(2025, 10, 1), date(2025, 10, 6))
    talks = on_days(demo, date(2025, 10, 6), date(2025, 10, 6))
    assert any("attack" in headline.lower() and "Hamas" in headline for headline in attacks)
    assert any("delegation" in headline.lower() for headline in arrivals)
    assert any("talks" in headline.lower() and "Sharm" in headline for headline in talks)


def test_the_second_run_changes_nothing(demo):
    def state() -> tuple[int, ...]:
        return (Event.objects.count(), Article.objects.count(), Revision.objects.count(), Kind.objects.count())

    before = state()
    call_command("demo", verbosity=0)
    assert state() == before


def test_every_article_says_that_it_was_written_for_demonstration(demo):
    articles = Article.objects.select_related("outlet")
    assert articles.filter(timeline=demo).count() >= 15
    assert all("demonstration" in article.licence_note for article in articles)
    assert all("invented" in article.outlet.name or "متخيل" in article.outlet.name for article in articles)


def test_articles_of_the_demonstration_have_120_to_300_words(demo):
    lengths = [len(article.text.split()) for article in Article.objects.filter(timeline=demo)]
    assert min(lengths) >= 120
    assert max(lengths) <= 300


def test_decisions_were_a_persons_and_some_drafts_wait(demo):
    events = Event.objects.in_timeline(demo)
    publishers = set(events.published().values_list("published_by__username", flat=True))
    assert publishers == {"demonstration"}
    assert events.published().count() >= 40
    assert events.drafts().exists()
    assert events.filter(status="rejected").exists()


def test_every_quotation_slices_back_and_every_chain_is_whole(demo):
    for event in Event.objects.prefetch_related("citations__article", "revisions"):
        assert chain_is_whole(list(event.revisions.all()))
        for citation in event.citations.all():
            assert citation.article.text[citation.start : citation.end] == citation.quote


def test_the_arabic_timeline_has_events_in_arabic(demo):
    arabic = Timeline.objects.get(language="ar")
    headlines = list(Event.objects.in_timeline(arabic).published().values_list("headline", flat=True))
    assert len(headlines) >= 8
    assert all(any("\u0600" <= letter <= "\u06ff" for letter in headline) for headline in headlines)
