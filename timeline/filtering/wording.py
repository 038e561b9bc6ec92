"""A reader's choice in words, whole and part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from timeline.dates import EventDate, Extent, Precision
from timeline.dates.units import unit_bounds
from timeline.dates.wording import in_words
from timeline.filtering.form import FACETS
from timeline.models import Actor, Event, Kind, Outlet, Place, Standing

if TYPE_CHECKING:
    from timeline.filtering.event_filter import EventFilter

FACET_NAMES: dict[str, Promise] = {
    "kind": _("Kind of event"),
    "actor": _("Actor"),
    "place": _("Place"),
    "standing": _("Standing"),
    "source": _("Source"),
}

type Names = Mapping[tuple[str, str], str]
"""The name of each chosen value in the language being shown, by facet and key."""

_ROWS: dict[str, Any] = {"actor": Actor, "place": Place, "source": Outlet}
_NAMED_BY = {"actor": "actors", "place": "places", "source": "citations__article__outlet"}
_WHOLE_UNITS = (Precision.YEAR, Precision.MONTH)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a choice asks for, in words, and the choice without it."""

    name: str
    value: str
    label: str
    rest: EventFilter


def names_of(choice: EventFilter, known: Names | None = None) -> Names:
    """What the values of a choice are called; a key without a row names itself. At most one query a facet, for those
    whose names are not ``known``."""
    names = dict(known or {})
    for facet in FACETS:
        asked = tuple(key for key in choice.chosen(facet) if (facet, key) not in names)
        names |= {(facet, key): name for key, name in _names(facet, asked).items()}
    return names


def _names(facet: str, keys: tuple[str, ...]) -> dict[str, str]:
    if not keys:
        return {}
    if facet == "standing":
        return {key: str(Standing(key).label) for key in keys}
    found = {row.key: row.name if facet == "source" else row.label for row in public_rows(facet, keys)}
    return {key: found.get(key, key) for key in keys}


def public_rows(facet: str, keys: tuple[str, ...]) -> QuerySet[Any]:
    """The rows with these keys that readers may know of: a name that only drafts carry is not told to who guesses its
    key. Kinds are everyone's."""
    if facet == "kind":
        return Kind.objects.settled().filter(key__in=keys)
    # One event will do. A join would go through all of them, and of an EXISTS PostgreSQL makes one.
    seen = Event.objects.published().filter(**{_NAMED_BY[facet]: OuterRef("pk")}).order_by().values("pk")[:1]
    return _ROWS[facet].objects.alias(seen=Subquery(seen)).filter(seen__isnull=False, key__in=keys)


def parts(choice: EventFilter, names: Names | None = None) -> tuple[Part, ...]:
    """The parts of a choice: the facets in the order of the address, the range of days, the words."""
    names = names_of(choice) if names is None else names
    found = [
        Part(facet, key, names.get((facet, key), key), choice.without(facet, key))
        for facet in FACETS
        for key in choice.chosen(facet)
    ]
    if choice.has_dates:
        found.append(Part("dates", "", days_in_words(choice.first, choice.last), choice.without("dates")))
    if choice.words:
        found.append(Part("q", "", gettext("“%(words)s”") % {"words": choice.words}, choice.without("q")))
    return tuple(found)


def describe(choice: EventFilter, chosen: Sequence[Part] | None = None) -> str:
    """The choice in one phrase: "Talks and delegations, since September 2025", "All events, oldest first". ``chosen``
    are its parts where they are known already."""
    said = [part.label for part in (parts(choice) if chosen is None else chosen)] or [gettext("All events")]
    if not choice.newest_first:
        said.append(gettext("oldest first"))
    text = joined(said)
    return text[:1].upper() + text[1:]


def joined(said: Sequence[str]) -> str:
    """Parts of a phrase with the commas of the language being shown."""
    return pgettext("between the parts of a choice", ", ").join(said)


def days_in_words(first: date | None, last: date | None) -> str:
    """A range of days, in whole months or years where it is made of them: "since September 2025", "2023–2024"."""
    if first and last:
        return in_words(_between(first, last), catalog=translation)
    if first:
        return gettext("since %(date)s") % {"date": in_words(_beginning(first), catalog=translation)}
    if last:
        return gettext("until %(date)s") % {"date": in_words(_ending(last), catalog=translation)}
    return ""


def _between(first: date, last: date) -> EventDate:
    for unit in _WHOLE_UNITS:
        if unit_bounds(first, unit)[0] == first and unit_bounds(last, unit)[1] == last:
            is_one = unit_bounds(first, unit)[1] == last
            return EventDate(first, last, unit, extent=Extent.ONCE if is_one else Extent.THROUGHOUT)
    return EventDate.on(first) if first == last else EventDate.lasting(first, last)


def _beginning(day: date) -> EventDate:
    """The longest unit that begins with the day."""
    whole = (unit for unit in _WHOLE_UNITS if unit_bounds(day, unit)[0] == day)
    return next((EventDate.sometime_in_unit(day, unit) for unit in whole), EventDate.on(day))


def _ending(day: date) -> EventDate:
    """The longest unit that ends with the day."""
    whole = (unit for unit in _WHOLE_UNITS if unit_bounds(day, unit)[1] == day)
    return next((EventDate.sometime_in_unit(day, unit) for unit in whole), EventDate.on(day))
