"""How many events of a choice lie in each bin of a window of days."""

from __future__ import annotations

from django.db.models import F
from django.db.models.functions import ExtractHour

from timeline.drawing import BinCount, Bins
from timeline.drawing import count as count_in_bins
from timeline.filtering import EventFilter
from timeline.index.choosing import chosen
from timeline.models import Timeline


def histogram(timeline: Timeline, choice: EventFilter, *several: Bins) -> list[tuple[BinCount, ...]]:
    """The events of a choice in each of several divisions of one window: those that overlap it, each once, in the bin
    of its earliest day clipped to the window (vocabulary), certain and possible apart. One query."""
    window = several[0]
    within = chosen(timeline, choice).overlapping(window.first, window.last)
    rows = list(within.values_list("earliest", "latest", F("kind__key"), ExtractHour("time")))
    return [count_in_bins(rows, bins) for bins in several]


def has_clock_times(timeline: Timeline, choice: EventFilter) -> bool:
    """Whether most events of a choice have a clock time, so that counting them by the hour says something."""
    events = chosen(timeline, choice)
    return 2 * events.with_clock_time().count() > events.count()
