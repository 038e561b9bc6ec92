"""What was changed about an event after readers had seen it: when, why, and from what to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.dates import EventDate, Extent, Part, Precision
from timeline.dates.notation import parse_notation
from timeline.dates.wording import in_words
from timeline.models import Actor, Article, Event, Kind, Place, Revision, Standing, Verb
from timeline.models.vocabulary import Term

_FIELDS: dict[str, Promise] = {
    "headline": _("Headline"),
    "summary": _("Summary"),
    "date": _("Date"),
    "standing": _("Standing"),
    "attributed_to": _("Said by"),
    "kind": _("Kind of event"),
    "actors": _("Actors"),
    "places": _("Places"),
    "citations": _("Sources"),
}
"""What readers are told of; weights and offsets are the editors' business."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, in words; "" where it was empty."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A public change with the editors' public note, and no editor's name."""

    at: datetime
    note: str
    changes: tuple[Change, ...]


type _Labels = Mapping[str, Mapping[str, str]]


def corrections(event: Event) -> tuple[Correction, ...]:
    """The corrections of a published event, the latest first; at most five queries, one without any."""
    revisions = list(event.revisions.order_by("number").only("event_id", "number", "verb", "note", "at", "snapshot"))
    pairs = [(before, after) for before, after in pairwise(revisions) if after.verb == Verb.CORRECTED]
    labels = _labels(pairs, event.timeline_id)
    return tuple(
        Correction(after.at, after.note, _changes(before.snapshot, after.snapshot, labels))
        for before, after in reversed(pairs)
    )


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], labels: _Labels) -> tuple[Change, ...]:
    told = [(name, _told(name, before, labels), _told(name, after, labels)) for name in _FIELDS]
    return tuple(Change(str(_FIELDS[name]), old, new) for name, old, new in told if old != new)


def _told(name: str, snapshot: Mapping[str, Any], labels: _Labels) -> str:
    """A snapshot's field as a reader would see it."""
    match name:
        case "date":
            date = _date(snapshot)
            return in_words(date, catalog=translation, weekday=True) if date else ""
        case "standing":
            return str(Standing(snapshot["standing"]).label)
        case "kind":
            return labels["kind"].get(snapshot["kind"] or "", snapshot["kind"] or "")
        case "actors" | "places":
            return " · ".join(labels[name].get(key, key) for key in snapshot[name])
        case "citations":
            named = (labels[name].get(citation["article"], "") for citation in snapshot[name])
            return " · ".join(dict.fromkeys(filter(None, named)))
    return str(snapshot[name])


def _date(snapshot: Mapping[str, Any]) -> EventDate | None:
    if not snapshot["date"]:
        return None
    return parse_notation(
        snapshot["date"],
        precision=Precision(snapshot["precision"]),
        part=Part(snapshot["part"]) if snapshot["part"] else None,
        extent=Extent(snapshot["extent"]),
        approximate=snapshot["approximate"],
        uncertain=snapshot["uncertain"],
        zone=snapshot["zone"] or None,
    )


def _labels(pairs: list[tuple[Revision, Revision]], timeline: int) -> _Labels:
    """Names in the language being shown of every kind, actor, place and source in the snapshots, by key."""
    if not pairs:
        return {"kind": {}, "actors": {}, "places": {}, "citations": {}}
    snapshots = [revision.snapshot for pair in pairs for revision in pair]
    return {
        "kind": _names(Kind, {snapshot["kind"] for snapshot in snapshots if snapshot["kind"]}),
        "actors": _names(Actor, {key for snapshot in snapshots for key in snapshot["actors"]}),
        "places": _names(Place, {key for snapshot in snapshots for key in snapshot["places"]}),
        "citations": _sources({it["article"] for snapshot in snapshots for it in snapshot["citations"]}, timeline),
    }


def _names(model: type[Term], keys: set[str]) -> dict[str, str]:
    return {term.key: term.label for term in model.objects.filter(key__in=keys)}


def _sources(hashes: set[str], timeline: int) -> dict[str, str]:
    """The outlet and publication day of each article, by the hash of its text."""
    rows = Article.objects.filter(timeline=timeline, sha256__in=hashes).select_related("outlet").defer("text")
    return {row.sha256: _source(row) for row in rows}


def _source(article: Article) -> str:
    name = article.outlet.name if article.outlet else article.title or gettext("Unnamed source")
    day = article.published_on
    return f"{name}, {in_words(EventDate.on(day), catalog=translation)}" if day else name
