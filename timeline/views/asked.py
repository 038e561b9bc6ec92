"""What a request for a timeline asks: a choice of events and a place to read on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline import index
from timeline.filtering import FACETS, EventFilter, FilterForm
from timeline.filtering.form import Day
from timeline.index import Cursor, CursorError
from timeline.models import Timeline

CHOICE = ("from", "to", *FACETS, "q", "order")
PLACES = ("at", "after", "before")
PARAMETERS = (*CHOICE, *PLACES)
"""What a state of a timeline is made of; ``when`` and ``go`` are only ever resolved into days."""

BROKEN_PLACE = _("The address of this page is damaged: here is the list from its start.")


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that cannot be read, by its name in the query string, and why, in words."""

    field: str
    told: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice, a place or none for the start, and what could not be read of the address.

    A place is a day ``at`` which to begin, or a cursor to read on ``after`` or ``before``; never two of them.
    """

    choice: EventFilter
    at: date | None = None
    after: Cursor | None = None
    before: Cursor | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, query: QueryDict, *, places: Sequence[str] = PLACES) -> Self:
        """Bad input forgives: what cannot be read is told, the rest is applied. Of several places the first counts."""
        form = FilterForm(query)
        problems = [Problem(name, str(error)) for name, errors in form.errors.items() for error in errors]
        name = next((name for name in places if query.get(name)), "")
        try:
            place = {name: _READERS[name](query[name])} if name else {}
        except (CursorError, ValidationError):
            place = {}
            problems.append(Problem(name, str(BROKEN_PLACE)))
        return cls(EventFilter.from_form(form), **place, problems=tuple(problems))

    @property
    def is_further(self) -> bool:
        """Whether it begins inside the list."""
        return bool(self.at or self.after or self.before)

    def page(self, timeline: Timeline) -> index.Page:
        """The events that it asks for."""
        after = self.after
        if self.at:
            after = Cursor.before_day(self.at, newest_first=self.choice.newest_first)
        return index.page(timeline, self.choice, after=after, before=self.before)

    def marked(self) -> frozenset[str]:
        """The fields that cannot be read; both ends of a range are one field to the reader."""
        fields = {it.field for it in self.problems}
        return frozenset(fields | {"when"} if fields & {"from", "to"} else fields)

    def going_on(self, *, after: Cursor | None = None, before: Cursor | None = None) -> Asked:
        """The same choice from another place."""
        return Asked(self.choice, after=after, before=before)

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the canonical address, in its order."""
        places = (("at", self.at), ("after", self.after), ("before", self.before))
        return (*self.choice.parameters(), *((name, str(place)) for name, place in places if place))

    def to_querystring(self) -> str:
        """The canonical query string, "" for the plain page."""
        return urlencode(self.parameters())

    def address(self, name: str, timeline: Timeline, *more: str) -> str:
        """The canonical path and query of this state under a named route, and what else the route takes."""
        query = self.to_querystring()
        path = reverse(name, args=[timeline.slug, *more])
        return f"{path}?{query}" if query else path

    def from_day(self, day: date) -> Asked:
        """The same choice from a day on."""
        return replace(self, at=day, after=None, before=None)


_READERS = {"at": Day().clean, "after": Cursor.parse, "before": Cursor.parse}


def address_of(choice: EventFilter, timeline: Timeline, name: str = "timeline") -> str:
    """The canonical path and query of a choice from its start."""
    return Asked(choice).address(name, timeline)
