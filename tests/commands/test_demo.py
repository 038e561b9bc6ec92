"""The demonstration: made through the pipeline, once, with what the design card promised on it."""

from __future__ import annotations

from datetime import date

from django.core.management import call_command
from django.test import TestCase

from timeline.models import Article, Event, Kind, Revision, Timeline
from timeline.models.revisions import chain_is_whole

KNOWN_DAYS = [
    (date(2023, 10, 7), "attack"),
    (date(2023, 11, 24), ""),
    (date(2024, 7, 31), "Haniyeh"),
    (date(2025, 1, 15), ""),
    (date(2025, 1, 19), ""),
    (date(2025, 3, 18), "strikes"),
    (date(2025, 9, 9), "Doha"),
    (date(2025, 9, 29), "20-point"),
    (date(2025, 10, 3), "Hamas accepted"),
    (date(2025, 10, 6), "talks"),
    (date(2025, 10, 8), "first phase"),
    (date(2025, 10, 10), "ceasefire took effect"),
    (date(2025, 10, 13), "hostages"),
]
"""Days that are public knowledge, and a word of what happened: a guard against the engine learning them wrong."""


def state() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Event, Article, Revision, Kind))


class TestDemonstration(TestCase):
    """One database for all: the seeds take seconds to read. Nothing here is refused, or ``demo`` would raise."""

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("demo", verbosity=0)
        cls.english = Timeline.objects.get(slug="gaza-war")
        cls.arabic = Timeline.objects.get(language="ar")

    def on_days(self, first: date, last: date) -> list[str]:
        shown = Event.objects.in_timeline(self.english).published().overlapping(first, last)
        return [event.headline for event in shown]

    def test_the_three_events_of_the_design_card_are_on_the_timeline(self):
        attacks = self.on_days(date(2023, 10, 7), date(2023, 10, 7))
        arrivals = self.on_days(date(2025, 10, 1), date(2025, 10, 6))
        talks = self.on_days(date(2025, 10, 6), date(2025, 10, 6))
        assert any("attack" in headline.lower() and "Hamas" in headline for headline in attacks)
        assert any("delegation" in headline.lower() for headline in arrivals)
        assert any("talks" in headline.lower() and "Sharm" in headline for headline in talks)

    def test_the_known_days_of_the_war_are_dated_right(self):
        published = Event.objects.in_timeline(self.english).published()
        missing = [
            (str(day), words)
            for day, words in KNOWN_DAYS
            if not published.filter(earliest=day, latest=day, headline__icontains=words).exists()
        ]
        assert missing == []

    def test_the_second_run_changes_nothing(self):
        before = state()
        call_command("demo", verbosity=0)
        assert state() == before

    def test_every_article_says_that_it_was_written_for_demonstration(self):
        articles = Article.objects.select_related("outlet")
        assert articles.filter(timeline=self.english).count() >= 15
        for article in articles:
            words = ("demonstration", "invented") if article.language == "en" else ("للعرض", "متخي")
            assert words[0] in article.licence_note
            assert words[1] in article.outlet.name

    def test_articles_of_the_demonstration_have_120_to_300_words(self):
        lengths = [len(article.text.split()) for article in Article.objects.filter(timeline=self.english)]
        assert min(lengths) >= 120
        assert max(lengths) <= 300

    def test_decisions_were_a_persons_and_some_drafts_wait(self):
        events = Event.objects.in_timeline(self.english)
        publishers = set(events.published().values_list("published_by__username", flat=True))
        assert publishers == {"demonstration"}
        assert events.published().count() >= 40
        assert events.drafts().exists()
        assert events.filter(status="rejected").exists()

    def test_every_quotation_slices_back_and_every_chain_is_whole(self):
        for event in Event.objects.prefetch_related("citations__article", "revisions"):
            assert chain_is_whole(list(event.revisions.all()))
            for citation in event.citations.all():
                assert citation.article.text[citation.start : citation.end] == citation.quote

    def test_the_arabic_timeline_has_events_in_arabic(self):
        headlines = list(Event.objects.in_timeline(self.arabic).published().values_list("headline", flat=True))
        assert len(headlines) >= 8
        assert all(any("\u0600" <= letter <= "\u06ff" for letter in headline) for headline in headlines)
