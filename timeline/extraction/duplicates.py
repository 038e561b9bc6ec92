"""Two reports of one happening -> one draft with both quotes. A wrong merge is worse than a missed one.

Three cases are certain enough. The next sentence takes the happening up again with "the": "Delegations are gathering
for talks … The negotiations, set to …". The same verb, day, place and actors are told twice. Or a noun or a name says
that it is told again (retellings.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extraction.drafts import EventDraft, Quote, Standing
from timeline.extraction.retellings import Told, retold

NEXT = 1
"""How many sentences on a definite subject may take up a happening again."""

FAMILIES = (
    frozenset(
        "talks negotiations discussions meeting meetings summit conference delegation delegations consultations".split()
    ),
    frozenset(
        "attack attacks strike strikes airstrike airstrikes raid raids bombing shelling assault blast explosion".split()
    ),
    frozenset("ceasefire truce cease-fire agreement deal accord pause".split()),
    frozenset("election elections vote referendum ballot".split()),
    frozenset("protest protests demonstration demonstrations rally march".split()),
)
"""Nouns that one report uses for another's happening."""


def merged(told: Sequence[Told]) -> list[EventDraft]:
    """The drafts in order, each happening once."""
    kept: list[Told] = []
    seen: dict[tuple[object, ...], int] = {}
    for one in told:
        at = _resumed(kept, one)
        at = seen.get(_identity(one)) if at is None else at
        at = retold(kept, one) if at is None else at
        if at is None:
            if identity := _identity(one):
                seen[identity] = len(kept)
            kept.append(one)
        else:
            kept[at] = _joined(kept[at], one)
    return [one.draft for one in kept]


def _resumed(kept: Sequence[Told], one: Told) -> int | None:
    """The happening of the sentence before that a definite subject takes up, when only one of the two is dated."""
    family = next((family for family in FAMILIES if one.subject in family), None)
    if family is None or not one.definite:
        return None
    near = [at for at in range(max(0, len(kept) - 4), len(kept)) if 0 < one.sentence - kept[at].sentence <= NEXT]
    fitting = [at for at in near if kept[at].nouns & family and _compatible(kept[at], one)]
    return fitting[0] if len(fitting) == 1 else None


def _compatible(first: Told, second: Told) -> bool:
    """Same kind, one of them undated, and both still to come or both past."""
    if first.draft.kind != second.draft.kind or not (first.windowed or second.windowed):
        return False
    return (
        first.draft.standing == second.draft.standing
        or first.windowed
        and second.draft.standing == Standing.PLANNED
        and first.head in _ONGOING
    )


_ONGOING = frozenset("gather meet arrive travel convene".split())


def _identity(one: Told) -> tuple[object, ...]:
    """What must agree for two drafts to be one happening; empty when too little is known to say."""
    draft = one.draft
    if (
        draft.date is None
        or one.windowed
        or not draft.actors
        or not draft.places
        or not draft.date.is_one_day
        or one.head == "noun"
    ):
        return ()
    return (draft.date.earliest, one.head, draft.kind, draft.standing, frozenset(draft.actors), frozenset(draft.places))


def _joined(first: Told, second: Told) -> Told:
    """One draft: the first's headline, the dated one's date, everybody named in either, both quotes."""
    one, other = first.draft, second.draft
    dated = other if first.windowed and not second.windowed else one
    draft = replace(
        one,
        date=dated.date,
        trail=dated.trail,
        asks=dated.asks,
        standing=Standing.PLANNED if Standing.PLANNED in (one.standing, other.standing) else one.standing,
        attributed_to=one.attributed_to,
        actors=tuple(dict.fromkeys((*one.actors, *other.actors))),
        places=tuple(dict.fromkeys((*one.places, *other.places))),
        citations=_both(one.citations, other.citations),
        claims=(*one.claims, *(claim for claim in other.claims if claim not in one.claims)),
    )
    return replace(first, draft=draft, windowed=first.windowed and second.windowed)


def _both(first: tuple[Quote, ...], second: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Both quotes, those with a date phrase kept, none twice."""
    places = {(quote.start, quote.end) for quote in first}
    return (*first, *(quote for quote in second if (quote.start, quote.end) not in places))
