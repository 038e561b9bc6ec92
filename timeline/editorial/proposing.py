"""Which events may be one happening: compared when they are drafted or changed, and kept as proposals.

Nothing here merges. Only events whose days meet are fetched, by the index of the reading order, so that the cost of an
article does not grow with its timeline; and in a number of queries that does not grow with its drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from timeline.extraction.agreements import shared_words
from timeline.extraction.contradictions import LONGEST, LONGEST_LOOSE
from timeline.extraction.profiles import Profile, Report, profile
from timeline.extraction.sameness import Bond, Likeness, compare
from timeline.models import Citation, Event, Proposal, ProposalStatus, Status

AT_ONCE = 40
"""Windows of days asked for in one query: SQLite allows 500 parts of a UNION."""

CANDIDATES = 2_000
"""Events looked at for one query's windows: more than any day of any war has, and still under a second."""

NEARBY = 20
"""Events shown to an editor who looks for the same one: a busy day's likeliest."""

MOST = 5
"""Proposals kept for one event, the likeliest first: more than an editor reads on a card."""

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """An event ready to be compared, and the articles that it cites."""

    event: Event
    profile: Profile
    articles: frozenset[int]


def propose(events: Iterable[Event]) -> list[Proposal]:
    """Compare these events of one timeline with all that could be the same, and keep what is likely.

    Proposals that no longer hold are taken back; what an editor has decided stays decided. Returns the open ones kept.
    """
    keys = [event.pk for event in events]
    mine = [_known(event) for event in _ready(Event.objects.filter(pk__in=keys)) if _is_comparable(event)]
    return _keep(keys, _judged(mine))


@transaction.atomic
def _keep(keys: Sequence[int], judged: Mapping[Pair, Proposal]) -> list[Proposal]:
    """Another request may have found the same pair meanwhile: then it is there already."""
    Proposal.objects.about(keys).filter(status=ProposalStatus.OPEN).delete()
    decided = _decided(keys)
    kept = [proposal for pair, proposal in judged.items() if pair not in decided]
    return Proposal.objects.bulk_create(kept, ignore_conflicts=True)


def nearby(draft: Event) -> list[Proposal]:
    """Every event whose days meet the draft's, the likeliest first, at most ``NEARBY``, as proposals that are not kept:
    for an editor who knows better than the engine that two are one. Empty where the draft's date says too little."""
    mine = [_known(event) for event in _ready(Event.objects.filter(pk=draft.pk)) if _is_comparable(event)]
    others = [_known(event) for event in _candidates(mine) if event.pk != draft.pk] if mine else []
    ranked = [(_how_near(mine[0], other), other) for other in others]
    ranked.sort(key=lambda row: (-row[0][1], -row[0][0].score, row[1].event.pk))
    return [_proposal(mine[0], other, like) for (like, _words), other in ranked[:NEARBY]]


def _how_near(one: _Known, other: _Known) -> tuple[Likeness, float]:
    """The judgement, and how many words the two share where that forbids it."""
    first, second = sorted((one, other), key=lambda known: known.event.pk)
    like = compare(first.profile, second.profile)
    return like, max(like.score, shared_words(first.profile, second.profile) / 2)


def _ready(events: QuerySet[Event]) -> QuerySet[Event]:
    """With what is compared, in four queries."""
    citations = Prefetch("citations", Citation.objects.only("event_id", "article_id", "quote", "position"))
    rows = events.open_to_sources().select_related("kind").defer("summary", "words")
    return rows.prefetch_related("actors", "places", citations)


def _is_comparable(event: Event) -> bool:
    """Whether its date says enough for another report's to meet it."""
    if event.earliest is None or event.latest is None:
        return False
    return (event.latest - event.earliest).days < LONGEST


def _known(event: Event) -> _Known:
    citations = list(event.citations.all())
    report = Report(
        headline=event.headline,
        quotes=tuple(citation.quote for citation in citations),
        date=event.date,
        standing=event.standing,
        kind=event.kind.key if event.kind else "",
        actors=frozenset(actor.name for actor in event.actors.all()),
        places=frozenset(place.name for place in event.places.all()),
        claims=tuple(event.claims),
    )
    return _Known(event, profile(report), frozenset(citation.article_id for citation in citations))


def _judged(mine: Sequence[_Known]) -> dict[Pair, Proposal]:
    """The proposals about these events, at most ``MOST`` for each, by pair."""
    found: dict[Pair, Proposal] = {}
    candidates = [_known(event) for event in _candidates(mine)] if mine else []
    for one in mine:
        likely = [(like, other) for other in candidates if (like := _likeness(one, other)) and like.bond]
        for like, other in sorted(likely, key=lambda row: (-row[0].score, row[1].event.pk))[:MOST]:
            found.setdefault(_pair(one, other), _proposal(one, other, like))
    return found


def _likeness(one: _Known, other: _Known) -> Likeness | None:
    """None for what cannot be proposed: itself, two published events, two drafts of one article."""
    if one.event.pk == other.event.pk or one.articles & other.articles:
        return None
    if Status.DRAFT not in (one.event.status, other.event.status):
        return None
    first, second = sorted((one, other), key=lambda known: known.event.pk)
    return compare(first.profile, second.profile)


def _pair(one: _Known, other: _Known) -> Pair:
    first, second = sorted((one.event.pk, other.event.pk))
    return first, second


def _proposal(one: _Known, other: _Known, like: Likeness) -> Proposal:
    earlier, later = _pair(one, other)
    reasons = [[reason.rule, reason.first, reason.second] for reason in like.reasons]
    bond = str(like.bond or Bond.SAME)
    return Proposal(earlier_id=earlier, later_id=later, bond=bond, score=like.score, reasons=reasons)


def _decided(keys: Sequence[int]) -> set[Pair]:
    decided = Proposal.objects.about(keys).exclude(status=ProposalStatus.OPEN)
    return set(decided.values_list("earlier", "later"))


def _candidates(mine: Sequence[_Known]) -> list[Event]:
    """The drafts and published events whose days could meet those of these events."""
    windows = sorted({_window(known.event) for known in mine})
    keys: set[int] = set()
    for at in range(0, len(windows), AT_ONCE):
        # A UNION, not an OR: each window is a range of the index, where an OR would read the whole timeline.
        first, *rest = [_meeting(mine[0].event.timeline_id, *window) for window in windows[at : at + AT_ONCE]]
        keys |= set(first.union(*rest)[:CANDIDATES])
    return list(_ready(Event.objects.filter(pk__in=keys)).order_by("pk"))


def _window(event: Event) -> tuple[date, date]:
    assert event.earliest and event.latest
    return event.earliest, event.latest


def _meeting(timeline: int, first: date, last: date) -> QuerySet[Event, int]:
    """The keys of events whose days meet these and are told comparably precisely."""
    events = Event.objects.open_to_sources().filter(timeline=timeline).order_by().values_list("pk", flat=True)
    if (last - first).days >= LONGEST_LOOSE:
        return events.filter(earliest=first, latest=last)
    reach = timedelta(days=LONGEST_LOOSE - 1)
    return events.filter(earliest__gte=first - reach, earliest__lte=last, latest__gte=first, latest__lte=last + reach)
