"""Where a chronology ends: after its last entry, paragraphs count from publication again.

Only where entries hold their text in their own line ("Oct. 13: Troops move in."). Where an entry is a heading, or where
entries go on over paragraphs, nothing tells the last entry's end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.told_dates import is_entry

_TEXT = re.compile(r"[^\W\d_]{2}")


def repeats_day(one: Candidate, line: Line, day: date | None) -> bool:
    """Whether the line is nothing but the article's own day ("Tuesday, October 15, 2019"): a date line, no entry."""
    meaning = one.meaning
    if day is None or one.start > 0 or one.end < len(line.low) or not isinstance(meaning, Calendar):
        return False
    return (meaning.year, meaning.month, meaning.day) == (day.year, day.month, day.day)


def last_sentence(found: Iterable[tuple[Line, Iterable[Candidate]]], breaks: Collection[int]) -> int | None:
    """The index of the chronology's last entry after which a blank line ends it; None when nothing tells.

    ``breaks`` are the indexes of the sentences before which a blank line stands.
    """
    entries: list[int] = []
    for line, candidates in found:
        entry = next((one for one in candidates if is_entry(one, line)), None)
        if entry is not None:
            if not _TEXT.search(line.low, entry.end):
                return None
            entries.append(line.sentence.index)
    if not entries or any(entries[0] < index < entries[-1] and index not in entries for index in breaks):
        return None
    return entries[-1]
