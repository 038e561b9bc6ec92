"""Days and months written out: "7 October 2023", "October 7, 2023", "Oct. 7", "the 7th of October", "October 2023".

A weekday before the day belongs to it ("Monday, October 6"). Years, months and days keep only what the words say; what
they leave out is found later, from the date told before or from publication.

Watch out for "may" and "march" as verbs, "Jan" and "April" as names (refiners/month_names.py), and for the lists and
ranges that share their parts ("3, 5 and 9 May"), of which only the full date is seen here (refiners/shared_parts.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.spotters import words

CUES = frozenset(words.MONTHS)

_POINTED = "(?:(?:the )?(?:preceding|previous|following|same|past|next|last) |this |that )?"
_WEEKDAY = rf"(?:{_POINTED}(?P<weekday>{words.SHORT_WEEKDAY}),? (?:the )?)?"
_DAY_FIRST = words.compiled(rf"""
    \b{_WEEKDAY}(?:the )?(?P<day>{words.DAY}|{words.any_of(words.ORDINALS)})(?: day)?
    (?: of|-)? ?(?P<month>{words.MONTH})
    (?:,?(?: of)? (?P<year>{words.ANY_YEAR}))?
""")
_MONTH_FIRST = words.compiled(rf"""
    \b(?:{_WEEKDAY}(?P<month>{words.MONTH})(?: the)? (?P<day>{words.DAY})(?:,? ?(?P<year>{words.ANY_YEAR}))?
    |(?P<lone>{words.MONTH})(?:(?:,| of|,? of the year)? (?P<lone_year>{words.ANY_YEAR}|'\d\d\b))?)
""")
_SHORTENED = 5
"""Letters that a month's name has to have for its full stop to end a sentence ("in April." but "in Sept. they")."""


def spot(line: Line) -> Iterator[Candidate]:
    """Days with their month, months with or without their year."""
    for match in _DAY_FIRST.finditer(line.low):
        meaning = _calendar(match["year"], match["month"], match["day"], match["weekday"])
        yield Candidate(match.start(), _end(match, line), meaning, "day-and-month")
    for match in _MONTH_FIRST.finditer(line.low):
        if match["month"]:
            meaning = _calendar(match["year"], match["month"], match["day"], match["weekday"])
            yield Candidate(match.start(), _end(match, line), meaning, "month-and-day")
        else:
            meaning = _calendar(match["lone_year"], match["lone"], None)
            yield Candidate(match.start(), _end(match, line), meaning, "month-and-year" if meaning.year else "month")


def _calendar(year: str | None, month: str, day: str | None, weekday: str | None = None) -> Calendar:
    return Calendar(
        year=words.year_of(year) if year else None,
        month=words.month_of(month),
        day=words.number_of(day) if day else None,
        weekday=words.WEEKDAYS[weekday.rstrip(".")] if weekday else None,
    )


def _end(match: re.Match[str], line: Line) -> int:
    """The end of the match without a full stop that ends the sentence or follows a whole word ("in May.")."""
    end = match.end()
    if line.low[end - 1] != ".":
        return end
    name = match["lone"] if "lone" in match.groupdict() and match["lone"] else match["month"]
    shortened = len(name) <= _SHORTENED and name != "may."
    return end if shortened and end < len(line.low) else end - 1
