"""A small timeline with one of everything that readers' pages show, in any of the site's languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests import factories
from timeline.dates import EventDate, Part
from timeline.models import Citation, Event, Timeline

KINDS = [
    ("attack", "circle"),
    ("ceasefire", "square"),
    ("talks", "diamond"),
    ("hostages", "triangle"),
    ("humanitarian", "hex"),
    ("politics", "bar"),
]
SENTENCE = "The delegation left for Zenda late Wednesday, two newspapers said."
TRAIL = [
    {
        "words": "late Wednesday",
        "rule": "weekday-on-or-before-anchor",
        "anchor": "2025-10-06",
        "anchor_from": "publication",
        "value": "2025-10-01",
    }
]
PUBLISHED = date(2025, 10, 6)


@dataclass
class Newspaper:
    """A timeline and the addresses of its pages; ``departure`` is the event with a trail, a claim and a correction."""

    timeline: Timeline
    departure: Event
    withdrawn: Event

    @property
    def pages(self) -> list[str]:
        """Addresses of every kind of page that answers 200."""
        home = self.timeline.get_absolute_url()
        return ["/", home, f"{home}?order=oldest", self.departure.get_absolute_url(), f"/method/{self.language_query}"]

    @property
    def language_query(self) -> str:
        return "" if self.timeline.language == "en" else f"?lang={self.timeline.language}"


@factories.many()
def newspaper(*, language: str = "en", slug: str = "a-war") -> Newspaper:
    """Two dense days, single days, a range, a month; every kind, a correction, a withdrawal."""
    timeline = factories.timeline(
        slug=slug,
        title="The war of Ruritania" if language == "en" else "الحرب في روريتانيا",
        summary="From the first attack to the talks in Zenda.",
        language=language,
        reviewed_until=datetime(2025, 10, 9, 14, 20, tzinfo=UTC),
    )
    fill(timeline, [PUBLISHED + timedelta(days=number // 7) for number in range(14)])
    factories.event(timeline=timeline, on=EventDate.sometime_in_month(2024, 3), headline="A truce is spoken of")
    departure = _departure(timeline)
    gone = factories.event(timeline=timeline, on=date(2025, 10, 2), headline="A report that was wrong")
    return Newspaper(timeline, departure, factories.withdrawn(gone))


@factories.many()
def fill(timeline: Timeline, days: list[date]) -> list[Event]:
    """One event a day of the list, of each kind in turn, all resting on one article."""
    editor = factories.user()
    article = factories.article(timeline=timeline, by=editor, url="https://example.org/report")
    kinds = [factories.kind(key=key, name=f"Kind of {key}", shape=shape) for key, shape in KINDS]
    return [
        factories.event(
            article=article,
            by=editor,
            on=day,
            headline=f"Envoys of {number} towns agree on the next step of the plan",
            kind=kinds[number % len(kinds)],
            actors=[factories.actor(), factories.actor(name="Graustark")],
            places=[factories.place()],
            standing="confirmed" if number % 2 else "reported",
        )
        for number, day in enumerate(days)
    ]


def _departure(timeline: Timeline) -> Event:
    article = factories.article(timeline=timeline, text=f"{SENTENCE} More.", published_on=PUBLISHED)
    event = factories.event(
        article=article,
        quote=SENTENCE,
        phrase="late Wednesday",
        headline="Delegation leaves for Zenda",
        summary="It is to speak for three towns.",
        on=EventDate.in_part_of_day(date(2025, 10, 1), Part.EVENING),
        attributed_to="two newspapers",
    )
    Citation.objects.filter(event=event).update(trail=TRAIL)
    Event.objects.filter(pk=event.pk).update(claims=[{"words": "about 40 envoys", "by": "the ministry"}])
    factories.corrected(event, note="It was Zenda.", summary="It is to speak for four towns.")
    return Event.objects.get(pk=event.pk)
