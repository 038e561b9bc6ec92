"""Article text in, dates out: the loop that runs the two tuples below and reads what they leave.

Read them aloud: *spot* absolute dates, dates in figures, holidays, weekdays …; then *refine*: doubt the months, the
plain numbers, the seasons, the names; keep one of what overlaps; let lists share their parts, give months the year
beside them, join times to their days; take in modifiers and note relations. What is left is counted from its anchor
(anchors.py) and resolved (resolving.py) in the order of the text, so that each date can anchor those after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from timeline.extraction.anchors import Anchors, is_chronology, is_narrative
from timeline.extraction.article_day import article_day
from timeline.extraction.bare_years import with_bare_years
from timeline.extraction.beginnings import full_starts, name_begun, with_dates_into
from timeline.extraction.calendar_units import Stretch
from timeline.extraction.candidates import Candidate, Line, ready
from timeline.extraction.chronologies import last_sentence, repeats_day
from timeline.extraction.dates_beside import with_counted_dates, with_whole_ranges
from timeline.extraction.figure_order import in_the_texts_order
from timeline.extraction.meanings import Calendar, Century, Clock, DayOf, Decade, Unit, Weekday
from timeline.extraction.mentions import ArticleDay, DateReading, Mention, Sentence
from timeline.extraction.refiners import (
    bare_parts,
    compound_spans,
    joined_days,
    modifiers,
    month_names,
    names,
    numbers_abroad,
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
from timeline.extraction.spans_until_now import with_spans_until_now
from timeline.extraction.spotters import (
    absolute,
    anniversaries,
    arabic,
    campaign_days,
    clock,
    counted,
    deictic,
    hebrew,
    holidays,
    lone_days,
    numeric,
    parts_of_day,
    periods,
    seasons,
    sets,
    uncounted,
    weekdays,
    within_periods,
    years,
)

# Of two wordings of equal length in the same place the earlier spotter's stays.
SPOTTERS = (
    arabic,
    hebrew,
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
    uncounted,
    seasons,
    years,
    lone_days,
    anniversaries,
    campaign_days,
)

REFINERS = (
    month_names,
    plain_numbers,
    numbers_abroad,
    seasons_or_verbs,
    names,
    overlaps,  # what is no date is gone; now one reading a place
    compound_spans,
    shared_parts,  # before years are joined: "April and June last year"
    years_beside,
    joined_days,
    parts_of_months,
    bare_parts,  # after joining: only parts of day that stayed alone are doubted
    modifiers,  # around the joined whole: "late on Monday evening"
    relations,  # outside the modifier: "since early March"
)

type Found = list[tuple[Line, list[Candidate]]]
"""The lines that hold candidates, with them."""

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
    found = with_bare_years(in_the_texts_order(found, published), sentences)
    day = article_day(found, published)
    anchors = _anchors(found, text, sentences, day)
    paragraphs = set(_paragraph_openers(text, sentences, "\n"))
    mentions: list[Mention] = []
    for line, candidates in found:
        anchors.enter(line.sentence.index, new_paragraph=line.sentence.index in paragraphs)
        mentions += _read_line(line, candidates, anchors)
    return DateReading(sentences, tuple(mentions), day)


def _anchors(found: Found, text: str, sentences: tuple[Sentence, ...], day: ArticleDay) -> Anchors:
    """What the text counts from, before its first date is read."""
    anchor_day = day.date.earliest if day.date and not day.date.approximate else None
    told = [(line, [one for one in them if not repeats_day(one, line, anchor_day)]) for line, them in found]
    has_date_line = sum(len(them) for _, them in told) < sum(len(them) for _, them in found)
    published = day.date.earliest if day.date else None
    narrative = not has_date_line and is_narrative((one for _, them in told for one in them), published)
    anchors = Anchors(day, narrative=narrative, chronology=is_chronology(told))
    if anchors.chronology:
        breaks = set(_paragraph_openers(text, sentences, "\n\n"))
        anchors.ends_after = last_sentence(told, breaks)
    anchors.starts = full_starts(told)
    return anchors


def spot_and_refine(line: Line) -> list[Candidate]:
    """The candidates of one sentence, refined, in order."""
    candidates = [one for spotter in SPOTTERS if not spotter.CUES.isdisjoint(line.words) for one in spotter.spot(line)]
    if candidates:
        for refiner in REFINERS:
            candidates = refiner.refine(candidates, line)
    return candidates


def _read_line(line: Line, candidates: list[Candidate], anchors: Anchors) -> list[Mention]:
    mentions: list[Mention] = []
    before: tuple[Candidate, Stretch | None] | None = None
    candidates = [one for one in candidates if not isinstance(one.meaning, DayOf) or one.meaning.name in anchors.starts]
    for one in candidates:
        mention, stretch = resolve(one, line, anchors)
        if before and (later := _after_range_began(*before, one, stretch)):
            mention, stretch = resolve(later, line, anchors)
        if before and (earlier := _before_range_ends(*before, one, stretch)):
            mentions[-1] = resolve(earlier, line, anchors)[0]
        mentions.append(mention)
        before = one, stretch
        if stretch is not None and not isinstance(one.meaning, Clock | Decade | Century):
            _tell(one, line, mention, stretch, anchors)
    mentions = with_counted_dates(with_whole_ranges(mentions, candidates, line), candidates, line)
    mentions = with_spans_until_now(mentions, candidates, line, anchors)
    return with_dates_into(mentions, candidates, line, anchors)


def _tell(one: Candidate, line: Line, mention: Mention, stretch: Stretch, anchors: Anchors) -> None:
    """Let the dates after it count from this one; a date line that repeats the article's day tells nothing."""
    day = anchors.article_day.date
    if day is not None and repeats_day(one, line, day.earliest):
        return
    anchors.tell(
        stretch,
        mention.text,
        one,
        line,
        leads=_leads(one, line),
    )
    if stretch.unit is Unit.DAY and anchors.last and (name := name_begun(one, line)):
        anchors.starts[name] = anchors.last


def _after_range_began(
    first: Candidate, began: Stretch | None, one: Candidate, ends: Stretch | None
) -> Candidate | None:
    """ "Between December and May": the end of a range with the year that puts it after its beginning."""
    meaning = one.meaning
    if one.pair is None or one.pair != first.pair or began is None or ends is None or ends.first >= began.first:
        return None
    if not isinstance(meaning, Calendar) or meaning.year is not None or meaning.month is None:
        return None
    rolls = meaning.month < began.first.month
    return replace(one, meaning=replace(meaning, year=began.first.year + rolls), rule="year-of-its-range")


def _before_range_ends(
    first: Candidate, began: Stretch | None, one: Candidate, ends: Stretch | None
) -> Candidate | None:
    """ "Between Monday and Wednesday", written on a Monday: the beginning of a range on the weekday before its end."""
    if one.pair is None or one.pair != first.pair or began is None or ends is None or ends.first >= began.first:
        return None
    if (
        not isinstance(first.meaning, Weekday)
        or not isinstance(one.meaning, Weekday)
        or first.meaning.which is not None
    ):
        return None
    return replace(first, meaning=replace(first.meaning, which=-1))


def _leads(one: Candidate, line: Line) -> bool:
    """Whether a date opens its sentence ("In 1917, …") or stands in a heading, which has no full stop."""
    return one.start <= OPENING or len(line.low) <= HEADING and line.low[-1] not in ".!?:;,"


def _paragraph_openers(text: str, sentences: tuple[Sentence, ...], gap: str) -> Iterator[int]:
    """The indexes of sentences before which a line ends, or with two line ends a blank one stands."""
    end = 0
    for sentence in sentences:
        if gap in text[end : sentence.start] or not end:
            yield sentence.index
        end = sentence.end
