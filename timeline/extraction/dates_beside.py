"""Mentions that lean on the one after them: the ends of a range, and "two days after 7 October".

Both keep their TIMEX3 values; only their EventDates change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.dates import EventDate, Precision
from timeline.dates.notation import to_notation
from timeline.extraction.calendar_units import Stretch
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.event_dates import spanning
from timeline.extraction.meanings import Origin, Shift, Span, Unit
from timeline.extraction.mentions import Mention
from timeline.extraction.shift_reading import shifted
from timeline.extraction.spotters import words
from timeline.extraction.trace import TrailStep

_COUNTS_FROM = words.compiled(r" (?P<side>after|following|before) (?:the )?\Z")
_BETWEEN = words.compiled(r"\bbetween (?:the )?\Z")
_MANY = words.compiled(rf"""
    \d|\b(?:{
    words.one_of(
        "two three four five six seven eight nine ten dozen dozens several many more most all some daily nightly every"
        " each repeatedly regularly lasted lasting held stayed remained raged fighting continued continuous people"
        " women men children were are run runs"
    )
})\b|\b[a-z-]{{2,}}[b-hj-rtv-z]s\b
""")
"""What tells of more than one happening, or of one that lasts."""

CLAUSE = 80
"""Characters before and after a range in which its clause is looked at."""

_COUNTED_UNITS = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})


def with_whole_ranges(mentions: list[Mention], candidates: Sequence[Candidate], line: Line) -> list[Mention]:
    """Both ends of each range dated with the whole of it; once in it where "between" tells of a single happening."""
    for index in range(len(candidates) - 1):
        one, following = candidates[index], candidates[index + 1]
        if one.pair is None or one.pair != following.pair:
            continue
        first, last = mentions[index], mentions[index + 1]
        once = _is_day(first) and _is_day(last) and happens_once(one, following, line)
        whole = spanning(first.date, last.date, either=one.either or once)
        if whole is not None:
            rule = "either-of-days" if one.either else "once-between" if once else "range-from-to"
            step = TrailStep(f"{first.text} … {last.text}", rule, value=to_notation(whole))
            mentions[index : index + 2] = (replace(it, date=whole, trail=(*it.trail, step)) for it in (first, last))
    return mentions


def _is_day(mention: Mention) -> bool:
    return mention.date is not None and mention.date.precision == Precision.DAY


def happens_once(first: Candidate, last: Candidate, line: Line) -> bool:
    """ "He was taken between 20 and 23 October": no number and no plural in the clause, so it was one happening."""
    before = line.low[max(0, first.start - CLAUSE) : first.start]
    match = _BETWEEN.search(before)
    if match is None:
        return False
    told = re.split(r"[.;:,]", before[: match.start()])[-1]
    goes_on = re.split(r"[.;:,]", line.low[last.end : last.end + CLAUSE])[0]
    return not (_MANY.search(told) or _MANY.search(goes_on))


def with_counted_dates(mentions: list[Mention], candidates: Sequence[Candidate], line: Line) -> list[Mention]:
    """ "Two days after 7 October": the duration dated with the day it reaches from the day beside it."""
    for index in range(len(candidates) - 1):
        one, following = candidates[index], candidates[index + 1]
        gap = line.low[one.end : following.start] if following.start - one.end < 16 else ""
        match = _COUNTS_FROM.match(gap)
        beside = mentions[index + 1]
        if match and beside.date and (reached := _reached(one, beside.date, before=match["side"] == "before")):
            from_words = f"the date beside it: “{beside.text}”"
            said = line.text[one.start : following.end]
            step = TrailStep(
                said, "counted-from-date-beside", to_notation(beside.date), from_words, to_notation(reached)
            )
            mentions[index] = replace(mentions[index], date=reached, trail=(step,))
    return mentions


def _reached(one: Candidate, day: EventDate, *, before: bool) -> EventDate | None:
    meaning = one.meaning
    if not isinstance(meaning, Span) or not meaning.amount or meaning.unit not in _COUNTED_UNITS:
        return None
    if day.precision != Precision.DAY or not day.is_one_day:
        return None
    shift = Shift(-meaning.amount if before else meaning.amount, meaning.unit, Origin.TOLD)
    stretch: Stretch | None = shifted(day.earliest, shift, to_the_day=True)
    vague = one.mod is not None
    return stretch.event_date().with_doubt(approximate=vague, uncertain=day.uncertain) if stretch else None
