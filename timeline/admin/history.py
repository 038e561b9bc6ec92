"""An event's revisions as a list that can be read: what was done, when, by whom, and what is different since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from timeline import index
from timeline.admin.wording import date_words
from timeline.dates.notation import parse_notation
from timeline.models import Actor, Event, Kind, Place, Revision, Standing, Status

type Snapshot = Mapping[str, Any]
type Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after a revision, in words; "–" where it was empty."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A revision with what it changed; the first of an event changes nothing."""

    revision: Revision
    differences: list[Difference]


def entries(event: Event) -> list[Entry]:
    """The event's history, newest first."""
    revisions = list(event.revisions.select_related("by").order_by("number"))
    names = _names([revision.snapshot for revision in revisions])
    told = [Entry(revision, []) for revision in revisions[:1]]
    told += [Entry(now, _differences(last.snapshot, now.snapshot, names)) for last, now in pairwise(revisions)]
    return told[::-1]


def _differences(before: Snapshot, after: Snapshot, names: Names) -> list[Difference]:
    old, new = _told(before, names), _told(after, names)
    return [Difference(field, old[field] or "–", new[field] or "–") for field in old if old[field] != new[field]]


def _told(snapshot: Snapshot, names: Names) -> dict[str, str]:
    """A snapshot in words, field by field in the order of the form."""
    return {
        _("status"): str(Status(snapshot["status"]).label),
        _("headline"): snapshot["headline"],
        _("summary"): snapshot["summary"],
        _("date"): _date(snapshot),
        _("standing"): str(Standing(snapshot["standing"]).label),
        _("said by"): snapshot["attributed_to"],
        _("kind"): names["kind"].get(snapshot["kind"], snapshot["kind"] or ""),
        _("actors"): ", ".join(names["actors"].get(key, key) for key in snapshot["actors"]),
        _("places"): ", ".join(names["places"].get(key, key) for key in snapshot["places"]),
        _("importance"): str(snapshot["importance"]),
        _("claims"): "; ".join(str(claim.get("words", claim)) for claim in snapshot["claims"]),
        _("date counted from"): ", ".join(_anchors(snapshot)),
        _("quotations"): " · ".join(citation["quote"] for citation in snapshot["citations"]),
    }


def _anchors(snapshot: Snapshot) -> list[str]:
    """The days that the trails counted from: what a new publication day changes where the date stays."""
    steps = [step for citation in snapshot["citations"] for step in index.tell(citation["trail"])]
    return list(dict.fromkeys(step.anchor for step in steps if step.anchor))


def _date(snapshot: Snapshot) -> str:
    if not snapshot["date"]:
        return ""
    beside = {name: snapshot[name] or None for name in ("precision", "part", "extent", "zone")}
    flags = {name: snapshot[name] for name in ("approximate", "uncertain")}
    date = parse_notation(snapshot["date"], **beside, **flags)
    return f"{date_words(date)} ({snapshot['date']})"


def _names(snapshots: list[Snapshot]) -> Names:
    """Names of the kinds, actors and places in the snapshots, by key: three queries."""
    keys = {
        "kind": {snapshot["kind"] for snapshot in snapshots},
        "actors": {key for snapshot in snapshots for key in snapshot["actors"]},
        "places": {key for snapshot in snapshots for key in snapshot["places"]},
    }
    models = {"kind": Kind, "actors": Actor, "places": Place}
    return {
        name: {term.key: term.label for term in models[name].objects.filter(key__in=wanted - {None})}
        for name, wanted in keys.items()
    }
