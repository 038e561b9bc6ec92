"""An article's publication day turns out to be another: the dates that were counted from it move along.

``plan`` says what would move and changes nothing; ``redate`` moves exactly that, or refuses.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.editorial.changes import Changes, apply
from timeline.editorial.ingesting import current_vocabulary
from timeline.editorial.refusals import Refused
from timeline.editorial.rereading import Found, Rereading, deciding
from timeline.editorial.revising import locked, record
from timeline.index.trail_rules import GIVEN
from timeline.models import Article, Citation, Event, Reach, Revision, Status, Timeline, Verb
from timeline.models.events import DATE_FIELDS
from timeline.models.revisions import canonical_json


class Fate(StrEnum):
    """What becomes of an event whose date counts from the publication day."""

    MOVES = "moves"
    """Its date becomes another."""
    RECOUNTED = "recounted"
    """Its date stays, but is told as counted from the new day."""
    BY_HAND = "by-hand"
    """An editor dated it: it is left alone."""
    UNREAD = "unread"
    """Read with the new day, the words give no date: it is left alone."""


@dataclass(frozen=True, slots=True)
class Move:
    """One event, its date now, its date then (None unless it moves), and the trail to that."""

    event: Event
    fate: Fate
    citation: Citation
    then: Found | None

    @property
    def is_done(self) -> bool:
        """Whether something is written for it."""
        return self.fate in (Fate.MOVES, Fate.RECOUNTED)

    @property
    def is_public(self) -> bool:
        """Whether readers see what is written."""
        return self.is_done and self.event.status == Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class Plan:
    """What another publication day would change. ``seal`` is the same for the same plan only."""

    article: Article
    day: dt.date
    moves: tuple[Move, ...]
    seal: str

    @property
    def done(self) -> tuple[Move, ...]:
        return tuple(move for move in self.moves if move.is_done)

    @property
    def needs_note(self) -> bool:
        """Whether readers are to be told why."""
        return any(move.is_public for move in self.moves)


@dataclass(frozen=True, slots=True)
class _Readings:
    now: Rereading
    then: Rereading


def plan(article: Article, day: dt.date) -> Plan:
    """What would become of the article's drafts and published events if it had been published on that day."""
    return _plan(article, day, _read_twice(article, day))


def redate(*, article: Article, day: dt.date, seal: str, note: str = "", by: AbstractBaseUser) -> Plan:
    """Give the article that publication day and move what the plan with this seal says, one revision an event.

    Drafts are amended, published events corrected with ``note``, which is public and needed if there are any.
    Raises :class:`Refused` without it, for the day it has, and when anything changed since the plan was made.
    """
    # The text is read before the transaction, so that a long one does not keep other editors from writing.
    return _redate(article, day, _read_twice(article, day), seal=seal, note=note.strip(), by=by)


@transaction.atomic
def _redate(article: Article, day: dt.date, readings: _Readings, *, seal: str, note: str, by: AbstractBaseUser) -> Plan:
    held = Article.objects.select_for_update().get(pk=article.pk)
    if held.published_on == day:
        raise Refused(_("That is the publication day the article has already."))
    list(events_of(held).select_for_update())
    found = _plan(held, day, readings)
    if held.published_on != article.published_on or found.seal != seal:
        raise Refused(_("Somebody changed the article or its events meanwhile: see what would move now."))
    if found.needs_note and not note:
        raise Refused(_("Published events change: say in a public note what was wrong and what it says now."))
    for move in found.done:
        _write(move, note, by)
    held.published_on = day
    held.save(update_fields=["published_on"])
    Timeline.objects.bump(held.timeline_id, Reach.NAMES)
    return found


def _write(move: Move, note: str, by: AbstractBaseUser) -> None:
    """The new trail and the new date, as one revision."""
    event = locked(move.event, Status(move.event.status))
    Citation.objects.filter(pk=move.citation.pk).update(trail=move.then.trail if move.then else [])
    if move.fate == Fate.MOVES and move.then:
        apply(Changes(date=move.then.date), event)
    is_public = event.status == Status.PUBLISHED
    record(event, verb=Verb.CORRECTED if is_public else Verb.AMENDED, by=by, note=note)


def _read_twice(article: Article, day: dt.date) -> _Readings:
    names = current_vocabulary()
    now, then = (Rereading(article.text, published_on, names) for published_on in (article.published_on, day))
    return _Readings(now, then)


def _plan(article: Article, day: dt.date, readings: _Readings) -> Plan:
    events = events_of(article).filter(status__in=[Status.DRAFT, Status.PUBLISHED])
    moves = tuple(move for event in events if (move := _move(event, article, readings)))
    return Plan(article, day, moves, _seal(article, day, moves))


def events_of(article: Article) -> Any:
    """The events that cite the article, as they were drafted, with their citations and revisions."""
    cited = Citation.objects.filter(article=article).values("event")
    revisions = Prefetch("revisions", Revision.objects.order_by("number"))
    return Event.objects.settled().filter(pk__in=cited).order_by("pk").prefetch_related("citations", revisions)


def _move(event: Event, article: Article, readings: _Readings) -> Move | None:
    """What becomes of the event; None when its date does not count from the publication day.

    Both days are read by today's engine, so that what only the engine has changed its mind about does not move.
    """
    citation = deciding(event.citations.all())
    if citation is None or citation.article_id != article.pk:
        return None
    headline = drafted_headline(event)
    now, then = (reading.of(citation, headline=headline) for reading in (readings.now, readings.then))
    if now == then or (then is None and now is None):
        return None
    return Move(event, _fate(event, then), citation, then)


def _fate(event: Event, then: Found | None) -> Fate:
    if is_dated_by_hand(event):
        return Fate.BY_HAND
    if then is None or then.date is None:
        return Fate.UNREAD
    return Fate.RECOUNTED if then.date == event.date else Fate.MOVES


def drafted_headline(event: Event) -> str:
    """As the engine wrote it, whatever editors made of it since."""
    first = next(iter(event.revisions.all()), None)
    return first.snapshot["headline"] if first else event.headline


def is_dated_by_hand(event: Event) -> bool:
    """Whether the date is an editor's: other than it was when the trail that is kept now was written."""
    citation = deciding(event.citations.all())
    if citation is None or any(step.get("rule") in GIVEN for step in citation.trail):
        return True
    as_read = next((one.snapshot for one in event.revisions.all() if _trail_in(one.snapshot) == citation.trail), None)
    return as_read is None or _date_in(as_read) != _date_of(event)


def _trail_in(snapshot: Mapping[str, Any]) -> list[Any] | None:
    return next((citation["trail"] for citation in snapshot["citations"]), None)


def _date_in(snapshot: Mapping[str, Any]) -> list[Any]:
    return [snapshot[name] for name in DATE_FIELDS]


def _date_of(event: Event) -> list[Any]:
    """The event's date in the form that snapshots keep."""
    values = [getattr(event, name) for name in DATE_FIELDS]
    return [value.isoformat() if isinstance(value, dt.date | dt.time) else value for value in values]


def _seal(article: Article, day: dt.date, moves: Iterable[Move]) -> str:
    """A digest of all that the confirmation showed, and of the revisions that it rests on."""
    rows = [[move.event.pk, len(move.event.revisions.all()), move.fate, _notation(move.then)] for move in moves]
    said = canonical_json([article.pk, str(article.published_on), day.isoformat(), rows])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _notation(found: Found | None) -> list[Any]:
    date: EventDate | None = found.date if found else None
    return [to_notation(date) if date else "", found.trail if found else []]
