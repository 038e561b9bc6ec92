"""One event by its public id."""

from __future__ import annotations

from timeline.models import Event, Status

ONCE_PUBLIC = (Status.PUBLISHED, Status.WITHDRAWN)
"""What an address may answer for: the rest was never public, and is as if it did not exist."""


def find(public_id: str) -> Event | None:
    """The published or withdrawn event with this id, with all that its page shows; None for any other."""
    events = Event.objects.filter(status__in=ONCE_PUBLIC, public_id=public_id)
    return events.select_related("timeline").with_details().first()
