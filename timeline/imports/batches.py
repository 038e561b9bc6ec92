"""The life of an import: begun, kept alive, made visible in one short transaction, or dropped and swept away."""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from timeline.imports.vocabulary import MADE
from timeline.models import Article, Citation, Event, Import, ImportState, Reach, Revision, Timeline, revision_guard

SILENCE = timedelta(minutes=10)
"""How long an import may say nothing before it counts as dead, where its process cannot be looked for."""

SWEPT_AT_ONCE = 1000
"""Events deleted in one transaction: other writers wait for a fraction of a second."""


class Lost(Exception):
    """The import is not running any more: it was taken for dead and swept. Nothing of it is or will be visible."""


class Busy(Exception):
    """Another import into the same timeline is running."""


# -- running -----------------------------------------------------------------------------------------------------


def begin(*, timeline: Timeline, file_name: str, by: AbstractBaseUser) -> Import:
    """A new, hidden import, after sweeping what dead ones left. Raises :class:`Busy`."""
    sweep_dead()
    now = timezone.now()
    mine = {"host": _host(), "pid": os.getpid(), "started_at": now, "alive_at": now}
    try:
        with transaction.atomic():
            return Import.objects.create(timeline=timeline, file_name=file_name[:255], by=by, **mine)
    except IntegrityError:
        raise Busy from None


def beat(batch: Import, **counts: int) -> None:
    """Say that the import is alive, and how far it is; first thing in each of its transactions.

    Raises :class:`Lost` when it is not running any more, so that nothing can be added to what is being swept.
    """
    values = {"alive_at": timezone.now(), **counts}
    if not Import.objects.running().filter(pk=batch.pk).update(**values):
        raise Lost


@transaction.atomic
def make_visible(batch: Import) -> None:
    """The one moment in which readers get all of it: nothing of its rows is touched. Raises :class:`Lost`."""
    beat(batch)
    # The version moves first, as in editorial/revising.py: moments follow each other as the versions do.
    Timeline.objects.bump(batch.timeline_id, Reach.BATCH, batch=batch.pk)
    batch.state, batch.visible_at = ImportState.VISIBLE, timezone.now()
    batch.save(update_fields=["state", "visible_at"])


# -- dead --------------------------------------------------------------------------------------------------------


def sweep_dead() -> int:
    """Delete the rows of every import that died or was dropped; how many imports those were."""
    now = timezone.now()
    for batch in Import.objects.running():
        if is_dead(batch, now):
            drop(batch)
    found = list(Import.objects.unswept())
    for batch in found:
        sweep(batch)
    for batch in Import.objects.with_terms_left():
        _sweep_made(batch)
    return len(found)


def is_dead(batch: Import, now: datetime) -> bool:
    """Whether its process is gone, if that was on this machine, or has said nothing for long."""
    if batch.host == _host() and not _runs(batch.pid):
        return True
    return now - batch.alive_at > SILENCE


def _host() -> str:
    return socket.gethostname()[:255]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def drop(batch: Import) -> None:
    """Decide that it will never be visible: from here on it can add nothing, and its rows wait to be swept."""
    Import.objects.running().filter(pk=batch.pk).update(state=ImportState.DROPPED)


def sweep(batch: Import) -> None:
    """Delete what a dropped import left, piece by piece, so that nobody waits long; doing it again does no harm."""
    while _sweep_events(batch):
        pass
    while _sweep_articles(batch):
        pass
    Import.objects.unswept().filter(pk=batch.pk).update(swept_at=timezone.now())
    _sweep_made(batch)


@transaction.atomic
def _sweep_events(batch: Import) -> int:
    """Some of its events with all that hangs on them, revisions included (docs/adr/0007)."""
    hidden = Event.objects.filter(batch__in=Import.objects.unswept(), batch=batch).order_by("pk")
    keys = list(hidden.values_list("pk", flat=True)[:SWEPT_AT_ONCE])
    if not keys:
        return 0
    for through in (Event.actors.through, Event.places.through, Citation):
        through.objects.filter(event__in=keys)._raw_delete(connection.alias)
    with revision_guard.lifted(connection):
        Revision.objects.filter(event__in=keys)._raw_delete(connection.alias)
    Event.objects.filter(pk__in=keys)._raw_delete(connection.alias)
    return len(keys)


@transaction.atomic
def _sweep_articles(batch: Import) -> int:
    """Some of its articles; one that an editor has quoted meanwhile stays, and is no longer the import's."""
    mine = Article.objects.filter(batch__in=Import.objects.unswept(), batch=batch).order_by("pk")
    keys = list(mine.values_list("pk", flat=True)[:SWEPT_AT_ONCE])
    cited = set(Citation.objects.filter(article__in=keys).values_list("article", flat=True))
    Article.objects.filter(pk__in=cited).update(batch=None)
    Article.objects.filter(pk__in=set(keys) - cited)._raw_delete(connection.alias)
    return len(keys)


@transaction.atomic
def _sweep_made(batch: Import) -> None:
    """What of the vocabulary came with it and is used by nothing else. While an import runs all of it stays until
    later: the rows that it has read and not yet put may be about to use it."""
    if Import.objects.running().exists():
        return
    for what, model in MADE.items():
        users = "articles" if what == "outlet" else "events"
        unused = model._default_manager.filter(pk__in=batch.made.get(what, []), **{f"{users}__isnull": True})
        model._default_manager.filter(pk__in=list(unused.values_list("pk", flat=True))).delete()
    Import.objects.filter(pk=batch.pk).update(made={})
