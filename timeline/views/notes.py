"""Numbered notes for paper: what each event of a page is quoted from, every source once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.models import Article, Event


@dataclass(frozen=True, slots=True)
class Notes:
    """The articles behind a page of events in the order of their first mention, and the numbers of each event's."""

    articles: tuple[Article, ...]
    numbers: dict[int, tuple[int, ...]]


def notes(events: Sequence[Event]) -> Notes:
    """The notes of a page; numbers begin with 1 and are given in the order of reading."""
    articles: dict[int, Article] = {}
    places: dict[int, int] = {}
    numbers: dict[int, tuple[int, ...]] = {}
    for event in events:
        cited = {citation.article_id: citation.article for citation in event.citations.all()}
        for pk, article in cited.items():
            articles.setdefault(pk, article)
            places.setdefault(pk, len(articles))
        numbers[event.pk] = tuple(places[pk] for pk in cited)
    return Notes(tuple(articles.values()), numbers)
