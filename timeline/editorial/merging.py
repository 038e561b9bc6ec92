"""Two reports, one event: a draft becomes another source of an event, is split off again, or is told apart for good."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from timeline.editorial.changes import Changes, apply
from timeline.editorial.proposing import propose
from timeline.editorial.refusals import Refused
from timeline.editorial.revising import record
from timeline.models import Citation, Event, Merge, Proposal, ProposalStatus, Status, Verb

TAKEN: Final = ("headline", "date", "standing")
"""What an event may take over from the draft that is merged into it, where the editor says so."""


@transaction.atomic
def merge(draft: Event, *, into: Event, takes: Collection[str] = (), note: str = "", by: AbstractBaseUser) -> Event:
    """Make the draft another source of an event: its quotations and claims are kept there, and it is put away.

    ``takes`` names what the event takes over from the draft (``TAKEN``); all else stays as the event has it, with the
    draft's actors and places added. One revision of the draft, one of the event: a correction with ``note``, public
    and needed, if it is published. Returns the event. Raises :class:`Refused`.
    """
    source, event = held(draft, into)
    _check(source, event, note)
    changed = _add_source(source, event, takes)
    number = _record(event, note or _inside_note(source), by) if changed else None
    _put_away(source, event, number, by)
    _decide(source, event, ProposalStatus.ACCEPTED, by)
    propose([event])
    return event


@transaction.atomic
def tell_apart(draft: Event, other: Event, *, by: AbstractBaseUser) -> Proposal:
    """Remember that the two are not the same: they are never proposed again. Raises :class:`Refused`."""
    first, second = held(draft, other)
    if first.timeline_id != second.timeline_id or first.pk == second.pk:
        raise Refused(_("These are not two events of one timeline."))
    return _decide(first, second, ProposalStatus.DECLINED, by)


def default_note(outlets: Iterable[str], *, language: str) -> str:
    """What readers are told of a merge unless the editor says it better, in the timeline's language."""
    names = list(dict.fromkeys(filter(None, outlets)))
    with translation.override(language):
        if not names:
            return _("Another source was added.")
        listed = pgettext("between the names of a list", ", ").join(names)
        return _("Another source was added: %(outlets)s.") % {"outlets": listed}


def held(*events: Event) -> list[Event]:
    """Their rows as they stand now, in the order given, held until the transaction ends; always locked in one order,
    so that two editors who merge into each other's drafts wait instead of failing."""
    rows = Event.objects.select_for_update().filter(pk__in=[event.pk for event in events]).order_by("pk")
    found = {row.pk: row for row in rows}
    return [found[event.pk] for event in events]


def _check(source: Event, event: Event, note: str) -> None:
    if source.pk == event.pk:
        raise Refused(_("An event cannot be merged into itself."))
    if source.timeline_id != event.timeline_id:
        raise Refused(_("The two are events of different timelines."))
    for one, statuses in ((source, (Status.DRAFT,)), (event, (Status.DRAFT, Status.PUBLISHED))):
        if one.status not in statuses:
            raise Refused(
                _("“%(headline)s” is already %(status)s.")
                % {"headline": one.headline, "status": one.get_status_display().lower()}
            )
    if event.status == Status.PUBLISHED and not note.strip():
        raise Refused(_("Say in a public note which source is added."))


# -- what the event takes over ---------------------------------------------------------------------------------------


def _add_source(source: Event, event: Event, takes: Collection[str]) -> bool:
    """Give the event what the draft brings; whether anything is different."""
    if unknown := set(takes) - set(TAKEN):
        raise Refused(_("Unknown fields: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    claims = _claims(source, event)
    quoted = _add_citations(source, event, is_first="date" in takes)
    told = claims != event.claims
    event.claims = claims
    return bool(apply(_changes(source, event, takes), event)) or quoted or told


def _changes(source: Event, event: Event, takes: Collection[str]) -> Changes:
    given: dict[str, Any] = {name: getattr(source, name) for name in TAKEN if name in takes}
    if "date" in given and source.date is None:
        raise Refused(_("“%(headline)s” has no date to take over.") % {"headline": source.headline})
    for name in ("actors", "places"):
        given[name] = list(dict.fromkeys([*getattr(event, name).all(), *getattr(source, name).all()]))
    return Changes(kind=event.kind or source.kind, **given)


def _add_citations(source: Event, event: Event, *, is_first: bool) -> bool:
    """The draft's quotations behind the event's, or before them where they give its date; none twice."""
    own, known = list(event.citations.all()), set()
    known = {_place(citation) for citation in own}
    brought = [_copied(citation, event) for citation in source.citations.all() if _place(citation) not in known]
    for position, citation in enumerate([*brought, *own] if is_first else [*own, *brought]):
        citation.position = position
    Citation.objects.bulk_update(own, ["position"])
    Citation.objects.bulk_create(brought)
    return bool(brought)


def _copied(citation: Citation, event: Event) -> Citation:
    names = ("article_id", "quote", "start", "end", "phrase", "phrase_start", "phrase_end", "trail")
    return Citation(event=event, **{name: getattr(citation, name) for name in names})


def _place(citation: Citation) -> tuple[int, int, int]:
    return citation.article_id, citation.start, citation.end


def _claims(source: Event, event: Event) -> list[dict[str, Any]]:
    """The claims of both side by side. Where nobody was named as saying so, the newspaper said it."""
    ours, theirs = _attributed(event), _attributed(source)
    return [*ours, *(claim for claim in theirs if claim not in ours)]


def _attributed(event: Event) -> list[dict[str, Any]]:
    names = set(filter(None, (_outlet(citation) for citation in _cited(event))))
    outlet = names.pop() if len(names) == 1 else None
    return [{**claim, "by": claim.get("by") or outlet} for claim in event.claims]


def _cited(event: Event) -> Iterable[Citation]:
    return event.citations.select_related("article__outlet").defer("article__text")


def _outlet(citation: Citation) -> str:
    return citation.article.outlet.name if citation.article.outlet else ""


# -- what is written down --------------------------------------------------------------------------------------------


def _record(event: Event, note: str, by: AbstractBaseUser) -> int:
    verb = Verb.CORRECTED if event.status == Status.PUBLISHED else Verb.AMENDED
    return record(event, verb=verb, by=by, note=note.strip()).number


def _inside_note(source: Event) -> str:
    return _("Merged with “%(headline)s”.") % {"headline": source.headline}


def _put_away(source: Event, event: Event, number: int | None, by: AbstractBaseUser) -> None:
    source.status = Status.REJECTED
    source.save()
    note = _("Merged into “%(headline)s” (%(id)s).") % {"headline": event.headline, "id": event.public_id}
    record(source, verb=Verb.REJECTED, by=by, note=note)
    Merge.objects.create(draft=source, into=event, number=number, by=by)


def _decide(one: Event, other: Event, status: ProposalStatus, by: AbstractBaseUser) -> Proposal:
    """The pair's row with an editor's decision, made when the engine had not proposed it."""
    earlier, later = sorted((one.pk, other.pk))
    said: Mapping[str, Any] = {"status": status, "decided_at": timezone.now(), "decided_by": by}
    return Proposal.objects.update_or_create(earlier_id=earlier, later_id=later, defaults=said)[0]
