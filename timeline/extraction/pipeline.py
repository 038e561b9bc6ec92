"""Article text in, dates out: the loop that runs the two tuples below and reads what they leave.

Read them aloud: *spot* absolute dates, dates in figures, holidays, weekdays …; then *refine*: doubt the months, the
plain numbers, the seasons, the names; keep one of what overlaps; let lists share their parts, give months the year
beside them, join times to their days; take in modifiers and note relations. What is left is counted from its anchor
(anchors.py) and resolved (resolving.py) in the order of the text, so that each date can anchor those after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.extraction.anchors import Anchors, is_chronology, is_entry, is_narrative
from timeline.extraction.article_day import article_day
from timeline.extraction.candidates import Candidate, Line, ready
from timeline.extraction.dates_beside import with_counted_dates, with_whole_ranges
from timeline.extraction.meanings import Century, Clock, Decade
from timeline.extraction.mentions import DateReading, Mention, Sentence
from timeline.extraction.refiners import (
    bare_parts,
    joined_days,
    modifiers,
    month_names,
    names,
    overlaps,
    parts_of_months,
    plain_numbers,
    relations,
    seasons_or_verbs,
    shared_parts,
    years_beside,
)
from timeline.extraction.resolving import resolve
from timeline.extraction.sentences import split_sentences
from timeline.extraction.spotters import (
    absolute,
    anniversaries,
    clock,
    counted,
    deictic,
    holidays,
    numeric,
    parts_of_day,
    periods,
    seasons,
    sets,
    weekdays,
    within_periods,
    years,
)

# Of two wordings of equal length in the same place the earlier spotter's stays.
SPOTTERS = (
    absolute,
    numeric,
    holidays,
    weekdays,
    deictic,
    periods,
    within_periods,
    parts_of_day,
    clock,
    sets,
    counted,
    seasons,
    years,
    anniversaries,
)

REFINERS = (
    month_names,
    plain_numbers,
    seasons_or_verbs,
    names,
    overlaps,  # what is no date is gone; now one reading a place
    shared_parts,  # before years are joined: "April and June last year"
    years_beside,
    joined_days,
    parts_of_months,
    bare_parts,  # after joining: only parts of day that stayed alone are doubted
    modifiers,  # around the joined whole: "late on Monday evening"
    relations,  # outside the modifier: "since early March"
)

OPENING = 16
"""Characters before a date that opens its sentence: "On the night of", "By late"."""

HEADING = 80
"""Characters of the longest heading."""


def read_dates(text: str, *, published: date | None) -> DateReading:
    """Every time expression of the text, read as counted from ``published``; None lets the text's own evidence speak.

    Never raises for any text; takes time in proportion to its length.
    """
    sentences = split_sentences(text)
    found = [(line, spotted) for line in map(ready, sentences) if (spotted := spot_and_refine(line))]
    day = article_day(found, published)
    anchor_day = day.date.earliest if day.date else None
    narrative = is_narrative((one for _, candidates in found for one in candidates), anchor_day)
    anchors = Anchors(day, narrative=narrative, chronology=is_chronology(found))
    paragraphs = set(_paragraph_openers(text, sentences))
    mentions: list[Mention] = []
    for line, candidates in found:
        anchors.enter(line.sentence.index, new_paragraph=line.sentence.index in paragraphs)
        mentions += _read_line(line, candidates, anchors)
    return DateReading(sentences, tuple(mentions), day)


def spot_and_refine(line: Line) -> list[Candidate]:
    """The candidates of one sentence, refined, in order."""
    candidates = [one for spotter in SPOTTERS if not spotter.CUES.isdisjoint(line.words) for one in spotter.spot(line)]
    if candidates:
        for refiner in REFINERS:
            candidates = refiner.refine(candidates, line)
    return candidates


def _read_line(line: Line, candidates: list[Candidate], anchors: Anchors) -> list[Mention]:
    mentions: list[Mention] = []
    for one in candidates:
        mention, stretch = resolve(one, line, anchors)
        mentions.append(mention)
        if stretch is not None and not isinstance(one.meaning, Clock | Decade | Century):
            anchors.tell(
                stretch,
                mention.text,
                year_written=_names_year(one),
                entry=is_entry(one, line),
                leads=_leads(one, line),
                rule=one.rule,
            )
    return with_counted_dates(with_whole_ranges(mentions, candidates), candidates, line)


def _leads(one: Candidate, line: Line) -> bool:
    """Whether a date opens its sentence ("In 1917, …") or stands in a heading, which has no full stop."""
    return one.start <= OPENING or len(line.low) <= HEADING and line.low[-1] not in ".!?:;,"


def _paragraph_openers(text: str, sentences: tuple[Sentence, ...]) -> Iterator[int]:
    """The indexes of sentences before which a line ends."""
    end = 0
    for sentence in sentences:
        if "\n" in text[end : sentence.start] or not end:
            yield sentence.index
        end = sentence.end


def _names_year(one: Candidate) -> bool:
    return isinstance(getattr(one.meaning, "year", None), int)
