"""What has changed in a view since it was shared, told from the revisions written after its moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import QuerySet

from timeline.filtering import EventFilter
from timeline.index.choosing import chosen
from timeline.index.holding import current
from timeline.models import Article, Revision, SavedView, Status, Timeline, Verb
from timeline.models.searching import needles, searchable

FIRST_PUBLISHED = (Verb.ADDED, Verb.ACCEPTED)

type Snapshot = Mapping[str, Any]
type Outlets = Mapping[str, str | None]
"""The key of an article's outlet, or None, by the hash of its text."""


@dataclass(frozen=True, slots=True)
class Since:
    """Events, each counted once: ``added`` are shown now and were first published after the view was shared,
    ``corrected`` are shown now, older, and were corrected after it, ``gone`` were shown then and are not now."""

    added: int
    corrected: int
    gone: int

    def __bool__(self) -> bool:
        return bool(self.added or self.corrected or self.gone)


def since(view: SavedView, choice: EventFilter) -> Since:
    """What changed after the view's moment, in two queries; in four where something left the view."""
    later = Revision.objects.filter(event__timeline=view.timeline, at__gt=view.created_at, verb__in=_SEEN_BY_READERS)
    verbs: dict[int, set[str]] = {}
    for event, verb in later.order_by().values_list("event", "verb"):
        verbs.setdefault(event, set()).add(verb)
    if not verbs:
        return Since(0, 0, 0)
    touched = np.fromiter(verbs, np.int64, len(verbs))
    parts = chosen(current(view.timeline), choice)
    shown = {int(part.segment.pk[at]) for part in parts for at in part.places & part.segment.places(touched)}
    new = {event for event in verbs if verbs[event] & set(FIRST_PUBLISHED)}
    corrected = {event for event in shown - new if Verb.CORRECTED in verbs[event]}
    return Since(len(shown & new), len(corrected), _shown_then(view, choice, set(verbs) - shown - new))


_SEEN_BY_READERS = (*FIRST_PUBLISHED, Verb.CORRECTED, Verb.WITHDRAWN)


def _shown_then(view: SavedView, choice: EventFilter, events: set[int]) -> int:
    """How many of these were in the view at its moment, as their revisions of then say."""
    if not events:
        return 0
    earlier = Revision.objects.filter(event__in=events, at__lte=view.created_at)
    snapshots = list(_last_of_each(earlier.order_by("event", "number")).values())
    outlets = _outlets(view.timeline, snapshots) if choice.sources else {}
    return sum(is_shown(snapshot, choice, outlets) for snapshot in snapshots)


def _last_of_each(revisions: QuerySet[Revision]) -> dict[int, Snapshot]:
    return dict(revisions.values_list("event", "snapshot").iterator(chunk_size=500))


def _outlets(timeline: Timeline, snapshots: Iterable[Snapshot]) -> Outlets:
    hashes = {citation["article"] for snapshot in snapshots for citation in snapshot["citations"]}
    articles = Article.objects.filter(timeline=timeline, sha256__in=hashes)
    return dict(articles.values_list("sha256", "outlet__key"))


def is_shown(snapshot: Snapshot, choice: EventFilter, outlets: Outlets) -> bool:
    """Whether a choice shows an event that stands as its snapshot says: what :func:`chosen` asks of rows."""
    sources = {outlets.get(citation["article"]) for citation in snapshot["citations"]}
    return (
        snapshot["status"] == Status.PUBLISHED
        and _lies_in(snapshot, choice.first, choice.last)
        and _is_one_of(choice.kinds, {snapshot["kind"]})
        and _is_one_of(choice.actors, snapshot["actors"])
        and _is_one_of(choice.places, snapshot["places"])
        and _is_one_of(choice.standings, {snapshot["standing"]})
        and _is_one_of(choice.sources, sources)
        and _says(snapshot, choice.words)
    )


def _lies_in(snapshot: Snapshot, first: date | None, last: date | None) -> bool:
    earliest, latest = (date.fromisoformat(snapshot[name]) for name in ("earliest", "latest"))
    return (first is None or latest >= first) and (last is None or earliest <= last)


def _is_one_of(wanted: tuple[str, ...], had: Iterable[str | None]) -> bool:
    return not wanted or not set(wanted).isdisjoint(had)


def _says(snapshot: Snapshot, words: str) -> bool:
    text = searchable(snapshot["headline"], snapshot["summary"])
    return all(needle in text for needle in needles(words))
