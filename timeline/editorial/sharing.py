"""Keeping a reader's view under a code. No person is behind it, so there is no ``by`` and no revision."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from timeline.editorial.refusals import Refused
from timeline.filtering import EventFilter
from timeline.models import SavedView, Timeline

QUERY_MAX = SavedView._meta.get_field("query").max_length or 0


def shared_already(*, timeline: Timeline, choice: EventFilter) -> SavedView | None:
    """The view that someone else shared of this choice at this version, if anyone did."""
    return SavedView.objects.filter(timeline=timeline, query=choice.to_querystring(), version=timeline.version).first()


@transaction.atomic
def share(*, timeline: Timeline, choice: EventFilter) -> SavedView:
    """The saved view of this choice at the timeline's version of now: the same one whoever asks, however often.

    The timeline's row is held meanwhile, as verbs hold it (``revising.record``): whatever is written before the view's
    moment is in its version, whatever after it is not. Raises ``Refused`` for a choice too long to keep.
    """
    query = choice.to_querystring()
    if len(query) > QUERY_MAX:
        raise Refused(_("The filter is too long to be kept."))
    held = Timeline.objects.select_for_update().get(pk=timeline.pk)
    return SavedView.objects.get_or_create(timeline=held, query=query, version=held.version)[0]
