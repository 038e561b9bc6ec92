"""What changed between two versions of a timeline, and whether that is all that did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from timeline.index.snapshots import Stamp
from timeline.models import PublicChange, Reach

MOST_FOLLOWED = 20_000
"""Changes to follow one by one; reading everything again is faster beyond."""

KEPT_VERSIONS = 10_000
"""Versions before a snapshot whose changes are kept for processes that are behind."""


@dataclass(frozen=True, slots=True)
class Between:
    """The events that changed, each with the version that changed it last, and what changed beside them."""

    events: Mapping[int, int]
    batches: frozenset[int]
    names: bool
    is_everything: bool


def between(old: Stamp, new: Stamp) -> Between | None:
    """What changed after ``old`` up to ``new``; None where ``new`` does not go on from ``old``, where that cannot be
    known, and where it is too much."""
    if (old.timeline, old.created_at) != (new.timeline, new.created_at) or old.version >= new.version:
        return None
    rows = _rows(old, new)
    moments = {version: str(at) for version, _event, _batch, _reach, at in rows}
    is_same_past = moments.get(old.version, old.changed_at) == old.changed_at
    has_all = all(version in moments for version in range(old.version + 1, new.version + 1))
    if not (is_same_past and has_all and moments[new.version] == new.changed_at and len(rows) <= MOST_FOLLOWED):
        return None
    later = [row for row in rows if row[0] > old.version]
    reaches = {reach for _version, _event, _batch, reach, _at in later}
    return Between(
        events={event: version for version, event, _batch, _reach, _at in later if event is not None},
        batches=frozenset(batch for _version, _event, batch, _reach, _at in later if batch is not None),
        names=Reach.NAMES in reaches,
        is_everything=Reach.EVERYTHING in reaches,
    )


def prune(covered: Stamp) -> None:
    """Forget the changes that lie so far before a snapshot that no process can still need them."""
    old = PublicChange.objects.filter(timeline=covered.timeline, version__lt=covered.version - KEPT_VERSIONS)
    old.delete()


def _rows(old: Stamp, new: Stamp) -> list[tuple[int, int | None, int | None, str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT version, event_id, batch, reach, at FROM timeline_publicchange "
            "WHERE timeline_id = %s AND version BETWEEN %s AND %s ORDER BY version LIMIT %s",
            [new.timeline, old.version, new.version, MOST_FOLLOWED + 1],
        )
        return cursor.fetchall()
