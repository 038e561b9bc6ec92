"""The document's title in each state of a timeline, and what is announced when events were appended."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.filtering import Part
from timeline.filtering.remembered import date_in_words, grouped
from timeline.filtering.wording import joined
from timeline.index import Total
from timeline.models import Event, Timeline
from timeline.views.asked import Asked


def page_title(timeline: Timeline, asked: Asked, events: Sequence[Event], chosen: Sequence[Part]) -> str:
    """What the reader's window, history and bookmarks call this state: the timeline, what is chosen of it, and where
    in the list it begins."""
    said = [part.label for part in chosen]
    first = events[0].date if events else None
    if asked.is_further and first:
        date = {"date": date_in_words(first)}
        said.append((_("back from %(date)s") if asked.choice.newest_first else _("on from %(date)s")) % date)
    elif not asked.choice.newest_first:
        said.append(_("oldest first"))
    if not said:
        return timeline.title
    return _("%(timeline)s: %(choice)s") % {"timeline": timeline.title, "choice": joined(said)}


def showing(total: Total) -> str:
    """What the choice shows, said above the list and after each change of it: "Showing 46 events (3 possibly)"."""
    parts = {"number": grouped(total.events), "possibly": grouped(total.possibly)}
    if total.possibly:
        told = ngettext(
            "Showing %(number)s event (%(possibly)s possibly)",
            "Showing %(number)s events (%(possibly)s possibly)",
            total.events,
        )
    else:
        told = ngettext("Showing %(number)s event", "Showing %(number)s events", total.events)
    return told % parts


def added(count: int) -> str:
    """Said politely after a page was appended to the list."""
    return ngettext("%(number)s event added", "%(number)s events added", count) % {"number": grouped(count)}
