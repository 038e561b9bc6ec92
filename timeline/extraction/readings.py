"""What a reader hands back: the stretch of the calendar a candidate names, or why it names none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from timeline.extraction.anchors import Anchor
from timeline.extraction.calendar_units import Stretch

BEFORE_CALENDAR = "before the calendar begins"
"""The reason why what lies before Christ has a value and no date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate read: ``stretch``, or a TIMEX3 ``value`` and the ``reason`` why it names none.

    An empty ``reason`` without a stretch means that there was nothing to count from. ``others`` are the stretches it
    may name when the article's day is inferred; ``within`` the first and last day of what is no unit of the calendar.
    """

    stretch: Stretch | None = None
    value: str = ""
    rule: str = ""
    anchor: Anchor | None = None
    reason: str = ""
    uncertain: bool = False
    approximate: bool = False
    others: tuple[Stretch, ...] = ()
    within: tuple[date, date] | None = None


def counted_from(anchor: Anchor, count: Callable[[date], Stretch | None], rule: str) -> Reading:
    """What counting gives from the anchor; from each of its days when the article's day is itself inferred."""
    stretch = count(anchor.day)
    if stretch is None:
        return Reading(rule=rule, anchor=anchor, reason="outside the calendar")
    if len(anchor.days) == 1:
        return Reading(stretch, rule=rule, anchor=anchor)
    others = tuple(found for found in map(count, anchor.days) if found)
    return Reading(stretch, rule=rule, anchor=anchor, uncertain=True, others=others)
