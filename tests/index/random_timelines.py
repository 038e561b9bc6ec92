"""Timelines and choices at random, and the answers a plain loop over the events gives: what the index is held to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st

from tests import factories
from timeline.dates import Precision
from timeline.dates.units import OPEN_END, OPEN_START
from timeline.filtering import FACETS, EventFilter, Order
from timeline.models import Actor, Article, Citation, Event, Kind, Outlet, Place, Standing, Status, Timeline
from timeline.models.searching import fold, searchable

DAYS = [date(2024, 12, 30) + timedelta(days=number) for number in range(9)]
WORDS = ["ceasefire", "Cease", "aid", "said", "המשא", "משא", "والمحادثات", "مُحادثات", "Café"]
KEYS = {
    "kind": ("attack", "talks"),
    "actor": ("ada", "bob"),
    "place": ("here", "there"),
    "standing": ("denied", "reported"),
    "source": ("gazette", "post"),
}
MOMENT = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Told:
    """An event as a reader would list it: what every answer is worked out from by hand."""

    earliest: date
    latest: date
    headline: str
    status: str
    hour: int | None
    values: dict[str, frozenset[str]] = field(hash=False)


def subsets(keys: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(keys))


@st.composite
def told(draw: st.DrawFn) -> Told:
    first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    match draw(st.integers(0, 7)):
        case 0:
            first = OPEN_START
        case 1:
            last = OPEN_END
        case 2 | 3 | 4:
            last = first
    values = {name: draw(subsets(keys)) for name, keys in KEYS.items() if name not in ("kind", "standing")}
    values["kind"] = frozenset(draw(st.sampled_from([(), ("attack",), ("talks",)])))
    values["standing"] = frozenset([draw(st.sampled_from(["denied", "reported", "disputed"]))])
    hour = draw(st.none() | st.integers(0, 23)) if first == last else None
    words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)))
    return Told(first, last, words, draw(st.sampled_from(["published"] * 4 + ["draft", "withdrawn"])), hour, values)


@st.composite
def choices(draw: st.DrawFn) -> EventFilter:
    ends = [draw(st.none() | st.sampled_from(DAYS)) for _ in range(2)]
    if None not in ends:
        ends.sort()
    return EventFilter(
        first=ends[0],
        last=ends[1],
        kinds=tuple(draw(subsets(("attack", "talks", "unheard-of")))),
        actors=tuple(draw(subsets(KEYS["actor"]))),
        places=tuple(draw(subsets(KEYS["place"]))),
        standings=tuple(draw(subsets(KEYS["standing"]))),
        sources=tuple(draw(subsets(KEYS["source"]))),
        words=" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=2))),
        order=draw(st.sampled_from(Order)),
    )


# -- rows ------------------------------------------------------------------------------------------------------------


@contextmanager
def rows_of(events: list[Told]) -> Iterator[tuple[Timeline, dict[int, Told]]]:
    """The events as rows of a new timeline, by primary key; gone again at the end."""
    with transaction.atomic():
        timeline, editor = factories.timeline(), factories.user()
        terms = _terms()
        articles = {key: _article(timeline, editor, terms["source"][key]) for key in KEYS["source"]}
        made = Event.objects.bulk_create(_event(timeline, editor, it, terms["kind"]) for it in events)
        _link(zip(made, events, strict=True), terms, articles)
        yield timeline, {row.pk: it for row, it in zip(made, events, strict=True)}
        transaction.set_rollback(True)


def _terms() -> dict[str, dict[str, Any]]:
    named = {"kind": Kind, "actor": Actor, "place": Place}
    terms = {
        name: {
            key: model.objects.create(key=key, names={"en": key}, **({} if model is Kind else {"name": key}))
            for key in KEYS[name]
        }
        for name, model in named.items()
    }
    return terms | {"source": {key: Outlet.objects.create(name=key.title()) for key in KEYS["source"]}}


def _article(timeline: Timeline, editor: Any, outlet: Outlet) -> Article:
    return Article.objects.create(
        timeline=timeline, outlet=outlet, text=f"It was told by {outlet}.", ingested_by=editor
    )


def _event(timeline: Timeline, editor: Any, it: Told, kinds: dict[str, Kind]) -> Event:
    clock = Precision.HOUR if it.hour is not None else Precision.DAYS
    public = {"published_at": MOMENT, "published_by": editor} if it.status != Status.DRAFT else {}
    gone = {"withdrawn_at": MOMENT, "withdrawal_note": "Wrong."} if it.status == Status.WITHDRAWN else {}
    return Event(
        timeline=timeline,
        headline=it.headline,
        words=searchable(it.headline),
        earliest=it.earliest,
        latest=it.latest,
        precision=clock,
        time=time(it.hour, 30) if it.hour is not None else None,
        status=it.status,
        standing=Standing(next(iter(it.values["standing"]))),
        kind=next((kinds[key] for key in it.values["kind"]), None),
        **public,
        **gone,
    )


def _link(pairs: Any, terms: dict[str, dict[str, Any]], articles: dict[str, Article]) -> None:
    actors, places, citations = [], [], []
    for row, it in pairs:
        actors += [Event.actors.through(event=row, actor=terms["actor"][key]) for key in it.values["actor"]]
        places += [Event.places.through(event=row, place=terms["place"][key]) for key in it.values["place"]]
        citations += [
            Citation(event=row, article=articles[key], quote=text, start=begin, end=begin + len(text))
            for key in it.values["source"]
            for begin, text in ((0, "It was told"), (3, "was told"))
        ]
    Event.actors.through.objects.bulk_create(actors)
    Event.places.through.objects.bulk_create(places)
    Citation.objects.bulk_create(citations)


# -- the plain answers -----------------------------------------------------------------------------------------------


def shown(events: dict[int, Told], choice: EventFilter) -> list[int]:
    """The keys of the events that the choice shows, in its order."""
    keys = [pk for pk, it in events.items() if it.status == Status.PUBLISHED and is_shown(it, choice)]
    return sorted(keys, key=lambda pk: (events[pk].earliest, events[pk].latest, pk), reverse=choice.newest_first)


def is_shown(it: Told, choice: EventFilter) -> bool:
    possible = it.earliest <= (choice.last or date.max) and it.latest >= (choice.first or date.min)
    facets = all(set(choice.chosen(name)) & it.values[name] for name in FACETS if choice.chosen(name))
    return possible and facets and all(says(it.headline, word) for word in choice.words.split())


def says(headline: str, word: str) -> bool:
    """Whether a word of the headline begins with the word, or holds it where scripts join words."""
    (folded,) = fold(word)
    is_joined = "\u0590" <= folded[0] <= "\u08ff"
    return any(folded in it if is_joined else it.startswith(folded) for it in fold(headline))


def is_certain(it: Told, choice: EventFilter) -> bool:
    return (choice.first or date.min) <= it.earliest and it.latest <= (choice.last or date.max)


def facet_counts(events: dict[int, Told], choice: EventFilter, name: str) -> dict[str, int]:
    """How many events each value shows if it alone is chosen in its facet; those that are chosen are always there,
    unless readers know nothing of them."""
    others = shown(events, choice.without(name))
    counted = Counter(key for pk in others for key in events[pk].values[name])
    known = {key for it in events.values() if it.status == Status.PUBLISHED for key in it.values[name]}
    known = set(KEYS[name]) if name in ("kind", "standing") else known
    return {**dict.fromkeys(set(choice.chosen(name)) & known, 0), **counted}
