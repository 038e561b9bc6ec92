"""What a request for lanes asks: a choice of events, what lanes are made of, a level, and where to look."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.drawing.bins import HOURS_A_DAY, Unit, bin_at, moment
from timeline.drawing.levels import LEVELS
from timeline.filtering import EventFilter
from timeline.index import LANES_BY
from timeline.models import Timeline
from timeline.views.asked import CHOICE, Asked, Problem

LANE_PARAMETERS = (*CHOICE, "by", "zoom", "at")

_AT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]))?", re.ASCII)

NOT_A_SORT = _("Lanes are made by kind, actor or place: here they are by kind.")
NOT_A_LEVEL = _("“%(value)s” is not a level of zoom: here is the whole.")
NOT_A_PLACE = _("“%(value)s” is not a day or an hour: write it like 2025-10-07 or 2025-10-07T14.")

_TOLD: dict[str, Promise] = {"by": NOT_A_SORT, "zoom": NOT_A_LEVEL, "at": NOT_A_PLACE}


@dataclass(frozen=True, slots=True)
class LanesAsked:
    """A state of the lanes. ``level`` is None where the whole is to be seen, ``at`` a moment or None for the middle."""

    choice: EventFilter
    by: str = LANES_BY[0]
    level: Unit | None = None
    at: int | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Bad input forgives, as in :class:`timeline.views.asked.Asked`."""
        asked = Asked.of(query, places=())
        read = {"by": _by(query.get("by")), "zoom": _level(query.get("zoom")), "at": _moment(query.get("at"))}
        unread = [name for name in read if query.get(name) and read[name] is None]
        told = [Problem(name, str(_TOLD[name]) % {"value": query[name][:60]}) for name in unread]
        return cls(asked.choice, read["by"] or LANES_BY[0], read["zoom"], read["at"], (*asked.problems, *told))

    @property
    def asked(self) -> Asked:
        """The same choice as the list understands it."""
        return Asked(self.choice, problems=self.problems)

    def of_choice(self, choice: EventFilter) -> LanesAsked:
        """Another choice, seen from the same place."""
        return replace(self, choice=choice, problems=())

    def seen(self, level: Unit | None, at: int | None) -> LanesAsked:
        """The same choice from another place."""
        return replace(self, level=level, at=at, problems=())

    def sorted_by(self, by: str) -> LanesAsked:
        return replace(self, by=by, problems=())

    @property
    def place(self) -> tuple[tuple[str, str], ...]:
        """The parameters behind the choice's own, in their order; what goes without saying is left out."""
        said = {
            "by": "" if self.by == LANES_BY[0] else self.by,
            "zoom": self.level.value if self.level else "",
            "at": "" if self.at is None else _at_text(self.at, self.level),
        }
        return tuple((name, value) for name, value in said.items() if value)

    def to_querystring(self) -> str:
        """The canonical query string, "" for the plain lanes."""
        return urlencode((*self.choice.parameters(), *self.place))

    def address(self, timeline: Timeline, name: str = "timeline_lanes") -> str:
        """The canonical path and query of this state under a named route."""
        query = self.to_querystring()
        path = reverse(name, args=[timeline.slug])
        return f"{path}?{query}" if query else path


def _by(text: str | None) -> str | None:
    return text if text in LANES_BY else None


def _level(text: str | None) -> Unit | None:
    return next((level for level in LEVELS if level.value == text), None)


def _moment(text: str | None) -> int | None:
    found = _AT.fullmatch(text or "")
    try:
        return moment(date.fromisoformat(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


def _at_text(at: int, level: Unit | None) -> str:
    """The first day of the unit that holds the moment, or its hour: one address for one window."""
    begins = bin_at(level or Unit.DAY, at).begins
    day = date.fromordinal(begins // HOURS_A_DAY).isoformat()
    return f"{day}T{begins % HOURS_A_DAY:02d}" if level == Unit.HOUR else day
