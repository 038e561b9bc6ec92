"""A timeline that tests fill with many events without repeating what is the same about them."""

from collections.abc import Callable
from datetime import date

import pytest

from tests import factories
from timeline.dates import EventDate
from timeline.models import Event, Timeline

type Chronicle = Callable[..., list[Event]]


@pytest.fixture
def chronicle(db: None) -> Chronicle:
    """``chronicle(timeline, dates)``: one published event a date, all resting on one article."""

    @factories.many()
    def fill(timeline: Timeline, dates: list[EventDate | date], **fields: object) -> list[Event]:
        editor = factories.user()
        article = factories.article(timeline=timeline, by=editor)
        return [
            factories.event(article=article, by=editor, on=on, headline=f"Event {number} is told", **fields)
            for number, on in enumerate(dates)
        ]

    return fill
