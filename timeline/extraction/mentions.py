"""What the engine's date half hands to its event half: sentences, and time expressions with their reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.dates import EventDate
from timeline.extraction.trace import Trail


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text: ``text[start:end]``, offsets in code points, end exclusive."""

    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression of the text, read.

    ``text`` is exactly ``article[start:end]``; ``sentence`` the index of its sentence. ``value`` and ``mod`` follow
    TIMEX3. ``date`` is the same reading as an EventDate, None for durations, sets, vague words ("recently") and
    wherever the engine is unsure; the trail then says why. Both ends of a range carry the whole range, and durations
    to TIMEX3 that name days have them: "the first week of May", "two days" in "two days after 7 October".
    ``nested`` marks a mention that lies inside another ("October 7, 2023" in "the second anniversary of the
    October 7, 2023 attacks").
    """

    start: int
    end: int
    text: str
    sentence: int
    type: TimexType
    value: str
    mod: str | None = None
    date: EventDate | None = None
    trail: Trail = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class ArticleDay:
    """The day from which "today" and "late Wednesday" count.

    ``date`` is None when nothing tells it; ``source`` is "publication" when it was given, "evidence" when it was
    inferred from the text, else "none". When inferred, ``words`` and ``trail`` say from what.
    """

    date: EventDate | None
    source: str
    words: str = ""
    trail: Trail = ()


@dataclass(frozen=True, slots=True)
class DateReading:
    """The article's sentences in order, its mentions in order of start, and the day it was read against."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    article_day: ArticleDay
