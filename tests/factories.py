"""Rows for tests: keyword-only, with harmless defaults. Published things come through the verbs, as in life."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from unittest.mock import patch

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model

from timeline.dates import EventDate
from timeline.editorial.adding import add_quoted
from timeline.editorial.changes import Changes
from timeline.editorial.correcting import correct
from timeline.editorial.ingesting import Submission, cite, keep_article
from timeline.editorial.revising import record
from timeline.editorial.withdrawing import withdraw
from timeline.extraction.drafts import Quote
from timeline.models import Actor, Article, Citation, Event, Kind, Place, Reach, Timeline, Verb

_numbers = itertools.count(1)


@contextmanager
def many() -> Iterator[None]:
    """Around, or as a decorator of, what makes many events for a page: one transaction, nothing looked up twice.

    No proposals to merge are judged, and constraints are checked by the database alone, not by a query each before.
    """
    with (
        transaction.atomic(),
        patch("timeline.editorial.adding.propose"),
        patch.object(Model, "validate_constraints"),
    ):
        yield


def user(*, username: str = "", is_superuser: bool = False, is_staff: bool = True) -> User:
    name = username or f"editor-{next(_numbers)}"
    return get_user_model().objects.create(username=name, is_staff=is_staff, is_superuser=is_superuser)


def timeline(*, slug: str = "", title: str = "A war", language: str = "en", **fields: Any) -> Timeline:
    return Timeline.objects.create(slug=slug or f"war-{next(_numbers)}", title=title, language=language, **fields)


def kind(*, key: str = "talks", name: str = "Talks and delegations", shape: str = "diamond") -> Kind:
    return Kind.objects.get_or_create(key=key, defaults={"names": {"en": name}, "shape": shape})[0]


def actor(*, name: str = "Ruritania", **fields: Any) -> Actor:
    key = name.lower().replace(" ", "-")
    return Actor.objects.get_or_create(key=key, defaults={"name": name, "names": {"en": name}, **fields})[0]


def place(*, name: str = "Strelsau", **fields: Any) -> Place:
    key = name.lower().replace(" ", "-")
    return Place.objects.get_or_create(key=key, defaults={"name": name, "names": {"en": name}, **fields})[0]


def article(
    *,
    timeline: Timeline | None = None,
    text: str = "",
    outlet: str = "The Strelsau Gazette",
    published_on: date | None = date(2025, 10, 6),
    by: User | None = None,
    **fields: Any,
) -> Article:
    submission = Submission(
        text=text or f"Envoys met in Strelsau on 6 October 2025 for round {next(_numbers)}.",
        outlet=outlet,
        published_on=published_on,
        **fields,
    )
    return keep_article(timeline=timeline or globals()["timeline"](), submission=submission, by=by or user())


def draft(
    *,
    article: Article | None = None,
    timeline: Timeline | None = None,
    headline: str = "Envoys meet in Strelsau",
    on: EventDate | date | None = date(2025, 10, 6),
    actors: list[Actor] | None = None,
    places: list[Place] | None = None,
    by: User | None = None,
    **fields: Any,
) -> Event:
    """A draft resting on the whole text of an article, as ingesting leaves it."""
    source = article or globals()["article"](timeline=timeline, by=by)
    row = Event(timeline=source.timeline, headline=headline, language=source.language, **fields)
    row.date = EventDate.on(on) if isinstance(on, date) else on
    row.save()
    row.actors.set(actors or [])
    row.places.set(places or [])
    cite(Quote(source.text, 0, len(source.text)), event=row, article=source).save()
    record(row, verb=Verb.DRAFTED, by=by or user())
    return row


def event(
    *,
    timeline: Timeline | None = None,
    article: Article | None = None,
    headline: str = "Envoys meet in Strelsau",
    on: EventDate | date = date(2025, 10, 6),
    quote: str = "",
    phrase: str = "",
    by: User | None = None,
    **changes: Any,
) -> Event:
    """A published event, resting on the quotation (default: the article's whole text)."""
    editor = by or user()
    source = article or globals()["article"](timeline=timeline, by=editor)
    when = EventDate.on(on) if isinstance(on, date) else on
    given = Changes(headline=headline, date=when, **changes)
    return add_quoted(article=source, quote=quote or source.text, phrase=phrase, changes=given, by=editor)


def corrected(event: Event, *, note: str = "The headline named the wrong town.", **changes: Any) -> Event:
    given = Changes(**(changes or {"headline": f"{event.headline}, corrected"}))
    return correct(event, by=user(), changes=given, note=note)


def withdrawn(event: Event, *, note: str = "The source took its report back.") -> Event:
    return withdraw(event, by=user(), note=note)


def citation(*, event: Event, quote: str, **fields: Any) -> Citation:
    """One more quotation behind an event, from an article of its own."""
    source = article(timeline=event.timeline, text=quote, **fields)
    row = cite(Quote(quote, 0, len(quote)), event=event, article=source, position=event.citations.count())
    row.save()
    Timeline.objects.bump(event.timeline_id, Reach.EVENTS, events=[event.pk])
    return row
