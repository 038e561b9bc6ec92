"""Under which headings events stand: days where about one happens a day, else months, else years (look, rule 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from datetime import date

from timeline.dates import EventDate, Precision

ABOUT_ONE = 0.5
"""From here on a rate rounds to one."""

SHORTEST_DAYS = 7
"""A stretch is measured over a week at least: two events on one day are no burst."""

SHORTEST_MONTHS = 6

type Month = tuple[int, int]


def levels(dates: Sequence[EventDate]) -> list[Precision]:
    """For each date of a list: DAY, MONTH or YEAR, by how frequent the events of its own month and year are."""
    by_days = {month for month, days in _by_month(dates).items() if is_about_one(days, SHORTEST_DAYS, date.toordinal)}
    by_months = {year for year, days in _by_year(dates).items() if is_about_one(days, SHORTEST_MONTHS, _month)}
    return [_level(it.earliest, by_days, by_months) for it in dates]


def _level(day: date, by_days: Container[Month], by_months: Container[int]) -> Precision:
    if (day.year, day.month) in by_days:
        return Precision.DAY
    return Precision.MONTH if day.year in by_months else Precision.YEAR


def _month(day: date) -> int:
    return day.month


def is_about_one(days: list[date], shortest: int, position: Callable[[date], int]) -> bool:
    """Whether there is about one of these for each unit between the first and the last."""
    places = [position(day) for day in days]
    return len(places) >= ABOUT_ONE * max(shortest, max(places) - min(places) + 1)


def _by_month(dates: Sequence[EventDate]) -> dict[Month, list[date]]:
    found: dict[Month, list[date]] = defaultdict(list)
    for it in dates:
        found[it.earliest.year, it.earliest.month].append(it.earliest)
    return found


def _by_year(dates: Sequence[EventDate]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    for it in dates:
        found[it.earliest.year].append(it.earliest)
    return found
