"""What the page of a shared view says: when it was shared, and what has changed since."""

from __future__ import annotations

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.dates import EventDate
from timeline.dates.wording import in_words
from timeline.filtering.remembered import grouped
from timeline.filtering.wording import joined
from timeline.index.since import Since
from timeline.models import SavedView


def shared_on(view: SavedView) -> str:
    """The moment of sharing in the zone being used: "Shared on 9 October 2025, 17:20 EEST"."""
    moment = timezone.localtime(view.created_at)
    date = in_words(EventDate.on(moment.date()), catalog=translation)
    return _("Shared on %(date)s, %(time)s %(zone)s") % {
        "date": date,
        "time": f"{moment:%H:%M}",
        "zone": f"{moment:%Z}",
    }


def told(since: Since) -> str:
    """What changed, in one phrase: "3 added, 1 corrected, 1 no longer shown"."""
    parts = []
    if since.added:
        parts.append(ngettext("%(number)s added", "%(number)s added", since.added) % _number(since.added))
    if since.corrected:
        parts.append(
            ngettext("%(number)s corrected", "%(number)s corrected", since.corrected) % _number(since.corrected)
        )
    if since.gone:
        parts.append(
            ngettext("%(number)s no longer shown", "%(number)s no longer shown", since.gone) % _number(since.gone)
        )
    return joined(parts) or _("Nothing has changed in it.")


def _number(count: int) -> dict[str, str]:
    return {"number": grouped(count)}
