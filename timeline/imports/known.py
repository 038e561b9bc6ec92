"""Which rows of a file are here already, and which of those say something else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from timeline.imports.event_records import Refusal, Row
from timeline.index.quotations import quotation
from timeline.models import Citation, Event, Revision, Timeline, Verb
from timeline.models.imports import settled
from timeline.models.snapshots import snapshot

_COMPARED = (
    *("headline", "summary", "language", "date", "earliest", "latest", "precision", "part", "extent"),
    *("approximate", "uncertain", "time", "zone", "standing", "attributed_to", "kind"),
)
"""What makes two records the same, with actors, places, claims and sources. How important an event is, is the
editors' own business."""

_ORIGIN = ("outlet__name", "title", "url", "published_on", "language", "licence_note")

type Content = dict[str, Any]
type Sources = list[tuple[Any, ...]]
"""Quotation, date phrase and origin of each source."""


def known(timeline: Timeline, rows: Sequence[Row]) -> tuple[set[int], list[Refusal]]:
    """Of rows whose ids are here: the lines that say what their event was imported as or what it says now, and
    refusals for the others. The lines in neither are new."""
    # What a dead import into this timeline has left is as good as gone; only a dry run can meet it.
    there = Event.objects.filter(settled() | ~Q(timeline=timeline), public_id__in=[row.public_id for row in rows])
    taken = {name: (pk, where) for name, pk, where in there.values_list("public_id", "pk", "timeline")}
    if not taken:
        return set(), []
    here, refusals = {}, []
    for row in rows:
        pk, where = taken.get(row.public_id, (0, 0))
        if pk and where != timeline.pk:
            refusals.append(Refusal(row.number, f"the id “{row.public_id}” is an event’s of another timeline"))
        elif pk:
            here[pk] = row
    differences = {**_since_import(here)}
    differences |= _as_it_stands({pk: row for pk, row in here.items() if differences.get(pk) != ""})
    refusals += [Refusal(here[pk].number, said) for pk, said in differences.items() if said]
    return {here[pk].number for pk, said in differences.items() if not said}, refusals


def _since_import(rows: Mapping[int, Row]) -> dict[int, str]:
    """ "" for each row, by its event, that says what the event was when it was imported."""
    first = Revision.objects.filter(event__in=rows, number=1, verb=Verb.IMPORTED).order_by()
    origins = _origins(rows)
    return {
        pk: ""
        for pk, kept in first.values_list("event", "snapshot")
        if _content(kept, _sources(kept["citations"], origins[pk])) == _said(rows[pk])
    }


def _origins(events: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Where the sources of each event come from, in their order."""
    found: dict[int, list[tuple[Any, ...]]] = {pk: [] for pk in events}
    cited = Citation.objects.filter(event__in=found).order_by("event", "position", "pk")
    for pk, outlet, title, url, day, *rest in cited.values_list("event", *(f"article__{name}" for name in _ORIGIN)):
        found[pk].append((outlet or "", title, url, day.isoformat() if day else None, *rest))
    return found


def _as_it_stands(rows: Mapping[int, Row]) -> dict[int, str]:
    """What differs between each row and its event as readers are told of it now, "" where nothing does."""
    origins = _origins(rows)
    return {event.pk: _difference(rows[event.pk], event, origins) for event in Event.objects.filter(pk__in=rows)}


def _difference(row: Row, event: Event, origins: Mapping[int, list[tuple[Any, ...]]]) -> str:
    now, wanted = snapshot(event), _said(row)
    told = _content(now, _sources(now["citations"], origins[event.pk]))
    if any(source.is_cut for source in row.sources):
        shown = [quotation(citation) for citation in event.citations.all()]
        cut = [(it.text, it.phrase, origin) for it, origin in zip(shown, origins[event.pk], strict=True)]
        told["sources"] = cut
    fields = [name for name in wanted if wanted[name] != told[name]]
    return f"changed: the event with the id “{row.public_id}” has another {', '.join(fields)}" if fields else ""


def _said(row: Row) -> Content:
    """What the row says."""
    sources = [(source.quote, source.phrase, tuple(source.origin)) for source in row.sources]
    return _content(json.loads(row.snapshot), sources)


def _content(kept: Mapping[str, Any], sources: Sources) -> Content:
    return {
        **{name: kept[name] for name in _COMPARED},
        "actors": sorted(kept["actors"]),
        "places": sorted(kept["places"]),
        "claims": [(claim.get("words"), claim.get("by")) for claim in kept["claims"]],
        "sources": sources,
    }


def _sources(citations: Sequence[Mapping[str, Any]], origins: Sequence[tuple[Any, ...]]) -> Sources:
    pairs = zip(citations, origins, strict=True)
    return [(citation["quote"], citation["phrase"], origin) for citation, origin in pairs]
