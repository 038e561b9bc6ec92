"""Where the bursts are, month by month, and how to get there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count
from django.db.models.functions import TruncMonth

from timeline.filtering import EventFilter
from timeline.index.cursors import LARGEST_KEY, Cursor
from timeline.models import Event, Timeline


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A month with published events: each event counts once, in the month of its earliest day (vocabulary).

    A page past ``cursor`` begins with this month; it is None where that is the first page.
    """

    first_day: date
    events: int
    cursor: Cursor | None


def months(timeline: Timeline, choice: EventFilter) -> tuple[MonthCount, ...]:
    """The months with events, in the order of reading, in one query."""
    found = (
        Event.objects.published()
        .in_timeline(timeline)
        .annotate(month=TruncMonth("earliest"))
        .values("month")
        .annotate(events=Count("pk"))
        .order_by("-month" if choice.newest_first else "month")
    )
    return tuple(
        MonthCount(row["month"], row["events"], _place_before(row["month"], choice) if number else None)
        for number, row in enumerate(found)
    )


def _place_before(month: date, choice: EventFilter) -> Cursor:
    """The place just before a month in the order of reading: after it in time when the newest come first."""
    if choice.newest_first:
        following = _first_of_next(month)
        return Cursor(following, date.min, 0)
    return Cursor(month - timedelta(days=1), date.max, LARGEST_KEY)


def _first_of_next(month: date) -> date:
    """The first day of the next month; the calendar's last day for its last month."""
    if (month.year, month.month) == (date.max.year, date.max.month):
        return date.max
    return (month + timedelta(days=31)).replace(day=1)
