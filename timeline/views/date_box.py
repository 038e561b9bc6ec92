"""The date boxes of a timeline: what was typed becomes days in the address, and the address fills the box."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from timeline import index
from timeline.filtering.date_box import Unreadable, read_days
from timeline.filtering.wording import days_in_words
from timeline.models import Timeline
from timeline.views.asked import Asked, Problem


def resolve(text: str, asked: Asked, timeline: Timeline, *, today: date) -> Asked:
    """The state with the days that the box says. The box as the page filled it leaves the days as they are, an empty
    box takes them away, and one that cannot be read is a problem of the field ``when``."""
    choice = asked.choice
    if text.strip() == days_in_words(choice.first, choice.last):
        return asked
    if not text.strip():
        return replace(asked, choice=choice.without("dates"))
    try:
        days = read_days(text, today=today, named=partial(index.named, timeline))
    except Unreadable as error:
        return replace(asked, problems=(*asked.problems, Problem("when", str(error))))
    return replace(asked, choice=choice.between(*days))


def go(text: str, asked: Asked, timeline: Timeline, *, today: date) -> Asked:
    """The state that begins where the words lie: with their last day where the newest come first, else with their
    first. An empty box begins at the start; one that cannot be read is a problem of the field ``go``."""
    if not text.strip():
        return asked.going_on()
    try:
        first, last = read_days(text, today=today, named=partial(index.named, timeline))
    except Unreadable as error:
        return replace(asked, problems=(*asked.problems, Problem("go", str(error))))
    day = (last or first) if asked.choice.newest_first else (first or last)
    return asked.from_day(day) if day else asked.going_on()
