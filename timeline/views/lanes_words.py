"""What lanes are called: levels, windows, lanes without a value, and the document's title in each state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from timeline.drawing import Bins, Unit
from timeline.drawing.bins import HOURS_A_DAY
from timeline.drawing.labels import clock
from timeline.filtering import Part
from timeline.filtering.remembered import grouped
from timeline.filtering.wording import days_in_words, joined
from timeline.models import Timeline

if TYPE_CHECKING:
    from timeline.views.lanes_asked import LanesAsked
    from timeline.views.lanes_drawn import Board

LEVEL_NAMES: dict[Unit, Promise] = {
    Unit.CENTURY: pgettext_lazy("level of zoom", "Centuries"),
    Unit.DECADE: pgettext_lazy("level of zoom", "Decades"),
    Unit.YEAR: pgettext_lazy("level of zoom", "Years"),
    Unit.QUARTER: pgettext_lazy("level of zoom", "Quarters"),
    Unit.MONTH: pgettext_lazy("level of zoom", "Months"),
    Unit.WEEK: pgettext_lazy("level of zoom", "Weeks"),
    Unit.DAY: pgettext_lazy("level of zoom", "Days"),
    Unit.HOUR: pgettext_lazy("level of zoom", "Hours"),
}
BY_NAMES: dict[str, Promise] = {
    "kind": gettext_lazy("By kind"),
    "actor": gettext_lazy("By actor"),
    "place": gettext_lazy("By place"),
}
_TITLES: dict[str, Promise] = {
    "kind": gettext_lazy("lanes by kind"),
    "actor": gettext_lazy("lanes by actor"),
    "place": gettext_lazy("lanes by place"),
}
_WITHOUT: dict[str, Promise] = {
    "kind": gettext_lazy("No kind given"),
    "actor": gettext_lazy("No actor named"),
    "place": gettext_lazy("No place named"),
}
_OTHERS: dict[str, Promise] = {
    "kind": gettext_lazy("Other kinds"),
    "actor": gettext_lazy("Other actors"),
    "place": gettext_lazy("Other places"),
}


def lane_name(role: str, label: str, by: str) -> str:
    """A lane's name by its role (``index.lanes``)."""
    return str({"others": _OTHERS[by], "none": _WITHOUT[by]}.get(role, label))


def window_in_words(bins: Bins) -> str:
    """The days of a window, with its hours where it is made of them."""
    days = days_in_words(bins.first, bins.last)
    if bins.unit != Unit.HOUR:
        return days
    ends = (bins.edges[-1] - 1) % HOURS_A_DAY
    values = {"days": days, "first": clock(bins.edges[0] % HOURS_A_DAY), "last": f"{ends:02d}:59"}
    return _("%(days)s, %(first)s–%(last)s") % values


def lanes_title(timeline: Timeline, state: LanesAsked, chosen: Sequence[Part], board: Board | None) -> str:
    """What the reader's window, history and bookmarks call this state."""
    said = [*(part.label for part in chosen), str(_TITLES[state.by])]
    if board and not board.is_whole:
        said.append(board.now)
    return _("%(timeline)s: %(choice)s") % {"timeline": timeline.title, "choice": joined(said)}


def led_by(sentence: str, headline: str) -> str:
    """What a counted bar says: its numbers and the weightiest of its events."""
    return _("%(bar)s. Leading: %(headline)s") % {"bar": sentence, "headline": headline}


def held(events: int) -> str:
    """How many events a lane has in the window."""
    return ngettext("%(number)s event", "%(number)s events", events) % {"number": grouped(events)}
