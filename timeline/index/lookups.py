"""One event by its public id."""

from __future__ import annotations

from timeline.models import Event


def find(public_id: str) -> Event | None:
    """The published or withdrawn event with this id, with all that its page shows; None for any other."""
    events = Event.objects.once_public().filter(public_id=public_id)
    return events.select_related("timeline").with_details().first()
