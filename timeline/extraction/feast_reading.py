"""Reading feasts: the year that runs or lies next to publication, and in it the feast's own days."""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.anchors import Anchors
from timeline.extraction.calendar_units import day_stretch
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.feasts import FEASTS, SPELLINGS, feast_days
from timeline.extraction.meanings import Calendar, FeastOf
from timeline.extraction.readings import Reading
from timeline.extraction.running_years import find_year

TYPICAL_YEAR = 2023
"""The year whose feast days stand in for their season while the right year is looked for."""


def read_feast(one: Candidate, line: Line, anchors: Anchors) -> Reading:
    """The day or days of a feast; days of the Islamic calendar are approximate."""
    meaning = one.meaning
    assert isinstance(meaning, FeastOf)
    if meaning.year is not None:
        return _in_year(meaning, meaning.year, Reading(rule="feast"))
    typical = feast_days(meaning.name, _typical_year(anchors), eve=meaning.eve)[0]
    stand_in = Calendar(month=typical.month, day=typical.day)
    found = find_year(one, stand_in, line, anchors, month=typical.month, day=typical.day)
    if found is None:
        return Reading(value="XXXX-XX-XX", rule="feast")
    return _in_year(meaning, found.year, Reading(rule=f"feast-{found.rule}", anchor=found.anchor))


def _typical_year(anchors: Anchors) -> int:
    publication, last = anchors.publication(), anchors.last
    return publication.day.year if publication else last.year if last else TYPICAL_YEAR


def _in_year(meaning: FeastOf, year: int, reading: Reading) -> Reading:
    try:
        first, last = feast_days(meaning.name, year, eve=meaning.eve)
    except (ValueError, OverflowError):
        return replace(reading, value="XXXX-XX-XX", reason="outside the calendar")
    exact = FEASTS[SPELLINGS.get(meaning.name, meaning.name)].exact
    if first == last and exact:
        return replace(reading, stretch=day_stretch(first))
    return replace(reading, value=first.isoformat(), within=(first, last), approximate=not exact)
