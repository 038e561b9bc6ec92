"""The document's title in each state of a timeline, and what is announced when events were appended."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.dates.wording import in_words
from timeline.models import Event, Timeline
from timeline.views.asked import Asked


def page_title(timeline: Timeline, asked: Asked, events: Sequence[Event]) -> str:
    """What the reader's window, history and bookmarks call this state."""
    parts = {"timeline": timeline.title}
    first = events[0].date if events else None
    if asked.after and first:
        parts["date"] = in_words(first, catalog=translation)
        if asked.choice.newest_first:
            return _("%(timeline)s: back from %(date)s") % parts
        return _("%(timeline)s: on from %(date)s") % parts
    return timeline.title if asked.choice.newest_first else _("%(timeline)s: oldest first") % parts


def added(count: int) -> str:
    """Said politely after a page was appended to the list."""
    return ngettext("%(number)s event added", "%(number)s events added", count) % {
        "number": number_format(count, force_grouping=True)
    }
