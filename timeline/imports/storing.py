"""Rows into the database, some thousand at a time, each time in one short transaction.

The tables are written directly (``bulk.py``): a model's ``save`` a row would take an hour for a million. What a
``save`` would have done is done here: the words that are searched, the text's hash, one revision for each event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction

from timeline.imports.batches import beat
from timeline.imports.bulk import count_rows, insert, moment, present, reserve
from timeline.imports.event_records import EVENT_COLUMNS, Row
from timeline.imports.event_sources import Origin, Source
from timeline.imports.vocabulary import Vocabulary
from timeline.models import Article, Citation, Event, Import, Revision, Status, Verb, word_index
from timeline.models.revisions import canonical_json
from timeline.models.sources import text_hash

EVENT = (
    *("id", "timeline_id", "batch_id", "public_id", "kind_id", *EVENT_COLUMNS),
    *("asks", "status", "created_at", "updated_at", "published_at", "published_by_id", "withdrawal_note"),
)
ARTICLE = (
    *("id", "timeline_id", "batch_id", "outlet_id", "title", "url", "published_on", "language", "licence_note"),
    *("text", "sha256", "is_excerpt", "ingested_at", "ingested_by_id"),
)
CITATION = (
    *("event_id", "article_id", "position", "quote", "start", "end", "phrase", "phrase_start", "phrase_end", "trail"),
)
REVISION = ("event_id", "number", "verb", "note", "by_id", "at", "snapshot", "digest")


class _Kept(NamedTuple):
    """An article that is there: its key, the hash of its text, and where it comes from (outlet by key)."""

    pk: int
    sha256: str
    origin: tuple[Any, ...]


class Store:
    """Puts rows under an import. Raises :class:`timeline.imports.batches.Lost` once that was swept."""

    def __init__(self, batch: Import, vocabulary: Vocabulary, by: AbstractBaseUser) -> None:
        self.batch, self.vocabulary, self.by = batch, vocabulary, by
        self.now = batch.started_at
        self.at = moment(self.now)
        self.place = (batch.timeline_id, batch.pk)
        self.counted = 0
        self.state = ("", Status.PUBLISHED.value, self.at, self.at, self.at, by.pk, "")

    def put(self, rows: Sequence[Row]) -> None:
        """Add the rows in one transaction; all of them, or none."""
        with transaction.atomic():
            beat(self.batch, events=self.batch.events + len(rows))
            articles = _Articles(self, rows)
            keys = reserve(Event, len(rows))
            cited = [(key, row, articles.of(row)) for key, row in zip(keys, rows, strict=True)]
            articles.write()
            with word_index.in_bulk(connection, keys[0], keys[-1]):
                insert("timeline_event", EVENT, (self._event(key, row) for key, row, _sources in cited))
            insert("timeline_citation", CITATION, _citations(cited))
            insert("timeline_event_actors", ("event_id", "actor_id"), self._links("actor", cited))
            insert("timeline_event_places", ("event_id", "place_id"), self._links("place", cited))
            insert("timeline_revision", REVISION, self._revisions(cited))
        self.batch.events += len(rows)
        if self.batch.events >= 2 * self.counted:
            count_rows(Article, Event, Citation, Revision, Event.actors.through, Event.places.through)
            self.counted = self.batch.events

    def _event(self, key: int, row: Row) -> tuple[Any, ...]:
        kind = self.vocabulary.terms["kind", row.kind] if row.kind else None
        return (key, *self.place, row.public_id, kind, *row.columns, *self.state)

    def _links(self, facet: str, cited: Iterable[_Cited]) -> Iterator[tuple[int, int]]:
        terms = self.vocabulary.terms
        for key, row, _sources in cited:
            for name in row.actors if facet == "actor" else row.places:
                yield key, terms[facet, name]

    def _revisions(self, cited: Iterable[_Cited]) -> Iterator[tuple[Any, ...]]:
        """The first and only revision of each event, with the digest of ``Revision.chain_digest``."""
        done = (1, Verb.IMPORTED.value, "", self.by.pk)
        after = canonical_json([*done, self.now.isoformat()])[1:-1]
        for key, row, sources in cited:
            snapshot = row.snapshot
            for source, kept in zip(row.sources, sources, strict=True):
                if source.sha256 != kept.sha256:
                    snapshot = snapshot.replace(f'"article":"{source.sha256}"', f'"article":"{kept.sha256}"', 1)
            digest = hashlib.sha256(f'["",{key},{after},{snapshot}]'.encode()).hexdigest()
            yield key, *done, self.at, snapshot, digest


type _Cited = tuple[int, Row, Sequence[_Kept]]
"""An event's key, its row and the article of each of its sources."""


def _citations(cited: Iterable[_Cited]) -> Iterator[tuple[Any, ...]]:
    for key, row, sources in cited:
        for position, (source, kept) in enumerate(zip(row.sources, sources, strict=True)):
            start = source.phrase_start
            end = None if start is None else start + len(source.phrase)
            yield (
                *(key, kept.pk, position, source.quote, 0, len(source.quote)),
                *(source.phrase, start, end, source.trail),
            )


class _Articles:
    """The articles of some rows: those that the timeline has, and new ones.

    A timeline keeps a text once (its hash is unique). The same words from another place are a text of their own: the
    quotation and, two lines further down, where it comes from.
    """

    def __init__(self, store: Store, rows: Sequence[Row]) -> None:
        self.store = store
        self.new: list[tuple[Source, str, _Kept]] = []
        sources = [source for row in rows for source in row.sources]
        self.kept = self._found({source.sha256 for source in sources})
        self.keys = iter(reserve(Article, len(sources)))

    def of(self, row: Row) -> list[_Kept]:
        """The article of each source."""
        return [self._of(source) for source in row.sources]

    def _of(self, source: Source) -> _Kept:
        outlet = self.store.vocabulary.outlets[source.origin.outlet] if source.origin.outlet else None
        origin = (outlet, *source.origin[1:])
        there = self.kept.get(source.sha256)
        if there is None:
            return self._add(source, source.quote, source.sha256, origin)
        return there if there.origin == origin else self._apart(source, origin)

    def _apart(self, source: Source, origin: tuple[Any, ...]) -> _Kept:
        text = f"{source.quote}\n\n{told(source.origin)}"
        digest = text_hash(text)
        there = self.kept.get(digest) or self._found({digest}).get(digest)
        return there or self._add(source, text, digest, origin)

    def _add(self, source: Source, text: str, digest: str, origin: tuple[Any, ...]) -> _Kept:
        kept = self.kept[digest] = _Kept(next(self.keys), digest, origin)
        self.new.append((source, text, kept))
        return kept

    def _found(self, digests: set[str]) -> dict[str, _Kept]:
        place = self.store.batch.timeline_id
        digests = present(Article, "sha256", sorted(digests), timeline_id=place)
        names = ("pk", "sha256", "outlet", "title", "url", "published_on", "language", "licence_note")
        found: dict[str, _Kept] = {}
        there = Article.objects.filter(timeline=place, sha256__in=digests)
        for pk, digest, outlet, title, url, day, *rest in there.values_list(*names):
            found[digest] = _Kept(pk, digest, (outlet, title, url, day.isoformat() if day else None, *rest))
        return found

    def write(self) -> None:
        """Add the new ones."""
        store = self.store
        insert("timeline_article", ARTICLE, (self._row(store, *each) for each in self.new))

    @staticmethod
    def _row(store: Store, _source: Source, text: str, kept: _Kept) -> tuple[Any, ...]:
        return (kept.pk, *store.place, *kept.origin, text, kept.sha256, 1, store.at, store.by.pk)


def told(origin: Origin) -> str:
    """Where a quotation comes from, in one line that no other origin gives."""
    return canonical_json(origin)
