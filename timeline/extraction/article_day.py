"""The day an article speaks from: as given, as its dateline or header says, or inferred from its own evidence.

Evidence, in order of worth: a dateline with a full date ("CAIRO, Oct. 6, 2025 —", "Published: 6 October 2025"), then an
anniversary that the article's news coincides with ("coincide with the second anniversary of the October 7, 2023
attacks"). Never the day of running.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates import EventDate
from timeline.dates.notation import to_notation
from timeline.extraction.anchors import is_chronology
from timeline.extraction.calendar_units import Stretch, years_later
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Anniversary, Calendar, Unit
from timeline.extraction.mentions import ArticleDay
from timeline.extraction.scripts import SCRIPTS, folded
from timeline.extraction.spotters import words
from timeline.extraction.trace import TrailStep

HEADER_LINES = 4
"""A dateline stands in the first lines."""

LOOK_BACK = 32
"""Characters before an anniversary in which the verb that dates the article stands."""

_ABROAD = tuple(map(folded, ("نشر", "تاريخ النشر", "آخر تحديث", "التاريخ", "פורסם", "עודכן", "תאריך")))
_HEADER = words.compiled(
    r"\A(?:(?:published|updated|posted|date|issued|last updated|last modified)(?: on| at)?:? ?"
    rf"|{words.any_of(_ABROAD)}(?: في)?:? ?(?:ב-?)?"
    r"|[^.:;!?]{2,48}(?:, | ?\(| - | ?/ ?))\Z"
)
_LABELS = ("published", "updated", "posted", "date", "issued", "last updated", "last modified", *_ABROAD)
_DASH = words.compiled(r" ?-+ ")
_HEADER_ENDS = words.compiled(r"\)? ?(?:-|:|\Z|\(|\||,? \d\d?[:.]\d\d)")
_COINCIDES = words.compiled(
    r"\b(?:coincides?|coinciding|marks?|marking|on|ahead of|on the eve of|falls? on|commemorat\w{1,5}|observ\w{1,5})"
    r"(?: with)? (?:the )?\Z"
)


def article_day(lines: Sequence[tuple[Line, list[Candidate]]], published: date | None) -> ArticleDay:
    """The day given, else the day the text gives evidence of, else none."""
    if published is not None:
        given = EventDate.on(published)
        return ArticleDay(
            given, "publication", trail=(TrailStep(words="", rule="publication-given", value=to_notation(given)),)
        )
    for line, candidates in lines[: 0 if is_chronology(lines) else HEADER_LINES]:
        for one in candidates:
            if found := _from_header(one, line):
                return found
    for line, candidates in lines:
        for one in candidates:
            if found := _from_anniversary(one, line):
                return found
    return ArticleDay(None, "none")


def _full_day(meaning: object) -> date | None:
    if isinstance(meaning, Calendar) and isinstance(meaning.year, int) and meaning.month and meaning.day:
        try:
            return date(meaning.year, meaning.month, meaning.day)
        except ValueError:
            return None
    return None


def _from_header(one: Candidate, line: Line) -> ArticleDay | None:
    """ "CAIRO, Oct. 6, 2025 —": a full date after a place or "Published" and before a dash or nothing, or alone."""
    day = _full_day(one.meaning)
    if day is None or not (_is_whole_line(one, line) or _is_dateline(one, line)):
        return None
    dated, said = EventDate.on(day), line.text[one.start : one.end]
    return ArticleDay(dated, "evidence", said, (TrailStep(words=said, rule="dateline", value=to_notation(dated)),))


def _is_whole_line(one: Candidate, line: Line) -> bool:
    return one.start == 0 and one.end == len(line.low)


def _is_dateline(one: Candidate, line: Line) -> bool:
    if not _HEADER.match(line.low[: one.start]) or not _HEADER_ENDS.match(line.low, one.end):
        return False
    if line.text.split(maxsplit=1)[0].isupper() or line.low.startswith(_LABELS):
        return True
    return not SCRIPTS.isdisjoint(line.words) and bool(_DASH.match(line.low, one.end))


def _from_anniversary(one: Candidate, line: Line) -> ArticleDay | None:
    """ "coincide with the second anniversary of the October 7, 2023 attacks": about that day, so many years on."""
    meaning = one.meaning
    if not isinstance(meaning, Anniversary) or meaning.of is None:
        return None
    day, cue = _full_day(meaning.of), _COINCIDES.search(line.low[max(0, one.start - LOOK_BACK) : one.start])
    returned = years_later(Stretch(Unit.DAY, day), meaning.years) if day and cue else None
    if day is None or cue is None or returned is None:
        return None
    dated = returned.event_date("APPROX")
    start = max(0, one.start - LOOK_BACK) + cue.start()
    said = line.text[start : one.end]
    step = TrailStep(
        words=said,
        rule="anniversary-coincides",
        anchor=day.isoformat(),
        anchor_from="the date inside it",
        value=to_notation(dated),
    )
    return ArticleDay(dated, "evidence", said, (step,))
