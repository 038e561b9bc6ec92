"""What a request for a timeline asks: a choice of events and a place to read on from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.filtering import FACETS, EventFilter, FilterForm
from timeline.index import Cursor, CursorError
from timeline.models import Timeline

PARAMETERS = ("from", "to", *FACETS, "q", "order", "after")
"""What a state of a timeline is made of; ``when`` is only ever resolved into ``from`` and ``to``."""

BROKEN_PLACE = _("The address of this page is damaged: here is the list from its start.")


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that cannot be read, by its name in the query string, and why, in words."""

    field: str
    told: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice, a place or None for the start, and what could not be read of the address."""

    choice: EventFilter
    after: Cursor | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Bad input forgives: what cannot be read is told, the rest is applied."""
        form = FilterForm(query)
        problems = [Problem(name, str(error)) for name, errors in form.errors.items() for error in errors]
        try:
            after = Cursor.parse(query["after"]) if query.get("after") else None
        except CursorError:
            after = None
            problems.append(Problem("after", str(BROKEN_PLACE)))
        return cls(EventFilter.from_form(form), after, tuple(problems))

    def marked(self) -> frozenset[str]:
        """The fields that cannot be read; both ends of a range are one field to the reader."""
        fields = {it.field for it in self.problems}
        return frozenset(fields | {"when"} if fields & {"from", "to"} else fields)

    def from_place(self, place: Cursor | None) -> Asked:
        """The same choice from another place."""
        return replace(self, after=place, problems=())

    def to_querystring(self) -> str:
        """The canonical query string, "" for the plain page."""
        place = (("after", str(self.after)),) if self.after else ()
        return urlencode((*self.choice.parameters(), *place))

    def address(self, name: str, timeline: Timeline) -> str:
        """The canonical path and query of this state under a named route."""
        query = self.to_querystring()
        path = reverse(name, args=[timeline.slug])
        return f"{path}?{query}" if query else path


def address_of(choice: EventFilter, timeline: Timeline) -> str:
    """The canonical path and query of a choice from its start."""
    return Asked(choice).address("timeline", timeline)
