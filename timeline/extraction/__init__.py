"""[pure] Article text in, event drafts out.

Imports no Django; what day it is and what the names are comes from the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.extraction.drafts import EventDraft
from timeline.extraction.events import read_events
from timeline.extraction.mentions import DateReading
from timeline.extraction.pipeline import read_dates
from timeline.extraction.vocabulary import Vocabulary

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine found in an article: its dates, and a draft for each happening in the order of the text."""

    dates: DateReading
    drafts: tuple[EventDraft, ...]


def read(text: str, *, published: date | None, vocabulary: Vocabulary) -> Reading:
    """Read an article. ``published`` is the day relative dates count from, None when it is not known.

    Never raises for any text and never asks what day it is; what is not told stays undated and says what it asks.
    """
    dates = read_dates(text, published=published)
    return Reading(dates, read_events(text, dates, vocabulary))
