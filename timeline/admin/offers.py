"""What a card offers beside its verbs: another event that may be the same, and what a merged draft went into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.wording import date_words
from timeline.dates import EventDate
from timeline.editorial import merging, splitting
from timeline.editorial.proposing import nearby
from timeline.models import Bond, Citation, Event, Merge, Proposal, Revision, Status

QUOTES = 2
"""Quotations of the other event that an offer shows: enough to see whether it is the same."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in three pieces, the middle one the date's words, and the article it is from."""

    lead: str
    phrase: str
    rest: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the other event may take over: a field's name, what it would say, whether it is proposed."""

    name: str
    label: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """Another event that may be the same. ``seen`` is the number of its revision that is shown; ``note`` is what
    readers would be told, "" while it is no public event."""

    event: Any
    date: str
    is_follow_up: bool
    reasons: tuple[str, ...]
    mine: tuple[Quoted, ...]
    quotes: tuple[Quoted, ...]
    choices: tuple[Choice, ...]
    note: str
    seen: int


@dataclass(frozen=True, slots=True)
class Merged:
    """Where a draft went. ``note`` is what readers would be told of its being split off, "" if the event is not public;
    ``seen`` and ``seen_other`` are the numbers of the draft's and the event's last revisions."""

    merge: Merge
    note: str
    seen: int
    seen_other: int


type Offers = Mapping[int, Sequence[Offer]]


def offers_for(events: Sequence[Event]) -> Offers:
    """What is offered for each of these events (of ``for_cards``), by key, the likeliest first; three queries."""
    mine = {event.pk: event for event in events if event.status == Status.DRAFT}
    return _offers(mine, Proposal.objects.live().about(mine)) if mine else {}


def nearby_offers(event: Event) -> Sequence[Offer]:
    """The same for every event whose days meet this draft's (of ``for_cards``), the likeliest first."""
    return _offers({event.pk: event}, nearby(event)).get(event.pk, ())


def _offers(mine: Mapping[int, Event], proposals: Iterable[Proposal]) -> Offers:
    sides = [(pk, one) for one in proposals for pk in (one.earlier_id, one.later_id) if pk in mine]
    others = _others({one.other(pk) for pk, one in sides}) if sides else {}
    found: dict[int, list[Offer]] = defaultdict(list)
    for pk, proposal in sides:
        found[pk].append(_offer(mine[pk], others[proposal.other(pk)], proposal))
    return found


def _others(keys: set[int]) -> dict[int, Any]:
    rows = Event.objects.filter(pk__in=keys).prefetch_related(_with_outlets()).annotate(seen=last_revision("pk"))
    return {row.pk: row for row in rows}


def last_revision(path: str) -> Subquery:
    """The number of the last revision of the event at this path, as an annotation."""
    return Subquery(Revision.objects.filter(event=OuterRef(path)).order_by("-number").values("number")[:1])


def _with_outlets() -> Prefetch:
    citations: QuerySet[Citation] = Citation.objects.select_related("article__outlet").defer("article__text")
    return Prefetch("citations", citations)


def _offer(event: Event, other: Any, proposal: Proposal) -> Offer:
    is_earlier = proposal.earlier_id == event.pk
    outlets = [one.article.outlet.name for one in event.citations.all() if one.article.outlet]
    is_public = other.status == Status.PUBLISHED
    return Offer(
        event=other,
        date=date_words(other.date),
        is_follow_up=proposal.bond == Bond.FOLLOW_UP,
        reasons=tuple(filter(None, (reason_in_words(*reason, turned=not is_earlier) for reason in proposal.reasons))),
        mine=_quoted(event),
        quotes=_quoted(other),
        choices=tuple(_choices(event, other, proposal)),
        note=merging.default_note(outlets, language=event.timeline.language) if is_public else "",
        seen=other.seen or 0,
    )


def _quoted(event: Event) -> tuple[Quoted, ...]:
    return tuple(_pieces(citation) for citation in list(event.citations.all())[:QUOTES])


def _pieces(citation: Citation) -> Quoted:
    start, end = citation.phrase_start, citation.phrase_end
    if start is None or end is None:
        return Quoted(citation.quote, "", "", citation)
    first, last = start - citation.start, end - citation.start
    quote = citation.quote
    return Quoted(quote[:first], quote[first:last], quote[last:], citation)


def _choices(event: Event, other: Event, proposal: Proposal) -> list[Choice]:
    """What could be taken over. Only what came of a plan is ticked beforehand: that it happened."""
    came_about = proposal.bond == Bond.FOLLOW_UP and event.standing not in ("planned", "conditional")
    date = _("Take this draft’s date: %(date)s") % {"date": date_words(event.date)}
    standing = _("Take this draft’s standing: %(standing)s") % {"standing": event.get_standing_display()}
    told = [
        (Choice("date", date, checked=False), says_more(event.date, other.date)),
        (Choice("headline", _("Take this draft’s headline"), checked=False), event.headline != other.headline),
        (Choice("standing", standing, checked=True), came_about),
    ]
    return [choice for choice, is_offered in told if is_offered]


def says_more(mine: EventDate | None, other: EventDate | None) -> bool:
    """Whether a date says what another leaves open: fewer days, or of one day its part or hour."""
    if mine is None or other is None:
        return mine is not None
    widths = [it.latest - it.earliest for it in (mine, other)]
    if widths[0] == widths[1]:
        return (mine.earliest != other.earliest) or (bool(mine.part or mine.time) and not (other.part or other.time))
    return widths[0] < widths[1]


_REASONS: Mapping[str, Promise] = {
    "same-day": gettext_lazy("the same day"),
    "same-days": gettext_lazy("the same days"),
    "days-meet": gettext_lazy("days that meet"),
    "place": gettext_lazy("both in %(first)s"),
    "actor": gettext_lazy("both name %(first)s"),
    "name": gettext_lazy("both name %(first)s"),
    "deed": gettext_lazy("“%(first)s” and “%(second)s”"),
    "number": gettext_lazy("both say %(first)s"),
    "kind": gettext_lazy("the same kind"),
    "other-kind": gettext_lazy("kinds differ"),
    "words": gettext_lazy("words of both: %(first)s"),
}


def reason_in_words(rule: str, first: str, second: str, *, turned: bool) -> str:
    """A reason of ``extraction/sameness.py`` for an editor, this draft's words first; "" for an unknown rule."""
    mine, theirs = (second, first) if turned and second else (first, second)
    if rule == "deed" and first.casefold() == second.casefold():
        return _("both say “%(word)s”") % {"word": mine}
    return str(_REASONS[rule]) % {"first": mine, "second": theirs} if rule in _REASONS else ""


def merged_of(event: Any) -> Merged | None:
    """Where this draft went, for an event of ``for_cards``; None for one that was not merged."""
    merge = getattr(event, "merge", None)
    return _merged(merge, event.seen or 0, event.seen_into or 0) if merge else None


def merged_into(event: Any) -> list[Merged]:
    """The drafts that became sources of this event of ``for_cards``, each with what splitting it off would say."""
    rows = Merge.objects.filter(into=event).select_related("draft", "by", "into__timeline")
    merges = rows.annotate(seen=last_revision("draft"))
    return [_merged(merge, merge.seen or 0, event.seen or 0) for merge in merges]


def _merged(merge: Merge, seen: int, seen_other: int) -> Merged:
    is_public = merge.into.status == Status.PUBLISHED
    note = splitting.default_note(language=merge.into.timeline.language) if is_public else ""
    return Merged(merge, note, seen, seen_other)
