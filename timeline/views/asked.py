"""What a request for a timeline asks: a choice of events and a place to read on from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.filtering import EventFilter, FilterForm, Order
from timeline.index import Cursor, CursorError
from timeline.models import Timeline

BROKEN_PLACE = _("The address of this page is damaged: here is the list from its start.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice, a place or None for the start, and what could not be read of the address, in words."""

    choice: EventFilter
    after: Cursor | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Bad input forgives: what cannot be read is told, the rest is applied."""
        form = FilterForm(query)
        problems = [str(error) for errors in form.errors.values() for error in errors]
        try:
            after = Cursor.parse(query["after"]) if query.get("after") else None
        except CursorError:
            after = None
            problems.append(str(BROKEN_PLACE))
        return cls(EventFilter.from_form(form), after, tuple(problems))

    def from_place(self, place: Cursor | None) -> Asked:
        """The same choice from another place."""
        return replace(self, after=place, problems=())

    def in_other_order(self) -> Asked:
        """The same events from the other end."""
        order = Order.OLDEST if self.choice.newest_first else Order.NEWEST
        return Asked(replace(self.choice, order=order))

    def to_querystring(self) -> str:
        """The canonical query string, "" for the plain page."""
        place = {"after": str(self.after)} if self.after else {}
        return urlencode(self.choice.parameters() | place)

    def address(self, name: str, timeline: Timeline) -> str:
        """The canonical path and query of this state under a named route."""
        query = self.to_querystring()
        path = reverse(name, args=[timeline.slug])
        return f"{path}?{query}" if query else path
