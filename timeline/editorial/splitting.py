"""Undoing a merge: the draft waits again, and the event gives back what it took from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from timeline.editorial.merging import held
from timeline.editorial.proposing import propose
from timeline.editorial.refusals import Refused
from timeline.editorial.revising import record, snapshot
from timeline.models import Actor, Citation, Event, Kind, Merge, Place, Proposal, ProposalStatus, Status, Verb
from timeline.models.events import DATE_FIELDS

type Snapshot = Mapping[str, Any]

PLAIN = ("headline", "standing")


@transaction.atomic
def split(draft: Event, *, note: str = "", by: AbstractBaseUser) -> Event:
    """Split a merged draft off again: it is a draft as before, and the two are not proposed to be one any more.

    The event gives back the draft's quotations, claims, actors and places, and whatever it took over that nobody has
    changed since; a withdrawn or rejected event is left as it stands. One revision of each, the event's a correction
    with ``note``, public and needed, if it is published. Returns the draft. Raises :class:`Refused`.
    """
    merge = Merge.objects.select_for_update().filter(draft=draft.pk).first()
    if merge is None:
        raise Refused(_("“%(headline)s” is not merged into another event.") % {"headline": draft.headline})
    source, event = held(draft, merge.into)
    _check(event, note)
    if merge.number and event.status in (Status.DRAFT, Status.PUBLISHED):
        _give_back(event, merge.number, note, by)
    merge.delete()
    _reopen(source, event, by)
    propose([source, event])
    return source


def default_note(*, language: str) -> str:
    """What readers are told of a split unless the editor says it better, in the timeline's language."""
    with translation.override(language):
        return _("A source was taken out again: it tells of another event.")


def _check(event: Event, note: str) -> None:
    if Merge.objects.filter(draft=event).exists():
        raise Refused(_("“%(headline)s” is merged into another event itself: split that first.") % {"headline": event})
    if event.status == Status.PUBLISHED and not note.strip():
        raise Refused(_("Say in a public note why the source is taken out."))


def _reopen(source: Event, event: Event, by: AbstractBaseUser) -> None:
    source.status = Status.DRAFT
    source.save()
    record(source, verb=Verb.AMENDED, by=by, note=_("Split off again from “%(headline)s”.") % {"headline": event})
    earlier, later = sorted((source.pk, event.pk))
    said = {"status": ProposalStatus.DECLINED, "decided_at": timezone.now(), "decided_by": by}
    Proposal.objects.update_or_create(earlier_id=earlier, later_id=later, defaults=said)


def _give_back(event: Event, number: int, note: str, by: AbstractBaseUser) -> None:
    """Take out what the revision with this number brought in."""
    stood = {one.number: one.snapshot for one in event.revisions.filter(number__in=[number - 1, number])}
    before, after, now = stood[number - 1], stood[number], snapshot(event)
    _take_out_citations(event, before, after)
    _restore_fields(event, before, after, now)
    for name, model in (("actors", Actor), ("places", Place)):
        brought = set(after[name]) - set(before[name])
        getattr(event, name).remove(*model._default_manager.filter(key__in=brought))
    event.claims = _claims_left(event.claims, before, after)
    event.save()
    is_public = event.status == Status.PUBLISHED
    record(event, verb=Verb.CORRECTED if is_public else Verb.AMENDED, by=by, note=note.strip())


def _take_out_citations(event: Event, before: Snapshot, after: Snapshot) -> None:
    known = {_place(citation) for citation in before["citations"]}
    brought = {_place(citation) for citation in after["citations"]} - known
    rows = list(event.citations.select_related("article").defer("article__text"))
    gone = [row.pk for row in rows if (row.article.sha256, row.start, row.end) in brought]
    if len(gone) == len(rows):
        raise Refused(_("“%(headline)s” would have no quotation left.") % {"headline": event})
    Citation.objects.filter(pk__in=gone).delete()


def _place(citation: Snapshot) -> tuple[str, int, int]:
    return citation["article"], citation["start"], citation["end"]


def _restore_fields(event: Event, before: Snapshot, after: Snapshot, now: Snapshot) -> None:
    """Whatever the merge changed and nobody since."""
    groups = [*((name,) for name in PLAIN), DATE_FIELDS]
    for names in groups:
        if _all_equal(after, now, names) and not _all_equal(before, after, names):
            for name in names:
                setattr(event, name, _value(name, before[name]))
    if before["kind"] != after["kind"] == now["kind"]:
        event.kind = Kind.objects.filter(key=before["kind"]).first()


def _all_equal(one: Snapshot, other: Snapshot, names: tuple[str, ...]) -> bool:
    return all(one[name] == other[name] for name in names)


def _value(name: str, kept: Any) -> Any:
    """A snapshot's value as the row has it."""
    if kept and name in ("earliest", "latest"):
        return dt.date.fromisoformat(kept)
    return dt.time.fromisoformat(kept) if kept and name == "time" else kept


def _claims_left(claims: list[Any], before: Snapshot, after: Snapshot) -> list[Any]:
    """Without the claims that came with the merge; as they were before, where nobody has changed them since."""
    if claims == after["claims"]:
        return before["claims"]
    brought = after["claims"][len(before["claims"]) :]
    return [claim for claim in claims if claim not in brought]
