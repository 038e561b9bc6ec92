"""How the tables of the date tests are read: a text in, short tuples out."""

from datetime import date

from timeline.dates.notation import to_notation
from timeline.extraction.mentions import Mention
from timeline.extraction.pipeline import read_dates

MONDAY = date(2025, 10, 6)
"""The publication day of the tables, a Monday."""


def mentions(text: str, published: date | None = MONDAY) -> tuple[Mention, ...]:
    return read_dates(text, published=published).mentions


def values(text: str, published: date | None = MONDAY) -> list[tuple[str, str]]:
    """The words and TIMEX3 values."""
    return [(mention.text, mention.value) for mention in mentions(text, published)]


def dated(text: str, published: date | None = MONDAY) -> list[tuple[str, str | None]]:
    """The words and the notation of their EventDate."""
    return [
        (mention.text, to_notation(mention.date) if mention.date else None) for mention in mentions(text, published)
    ]
