"""The whole date half: it never raises, its offsets slice back, and hostile texts come to an end."""

import importlib
import pkgutil
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import MONDAY
from timeline import extraction
from timeline.extraction import pipeline
from timeline.extraction.mentions import DateReading
from timeline.extraction.pipeline import read_dates

PIECES = (
    "on |7 |October| 2023|, |- |–|’|the |first |Monday| late |two days |later |ago|. |\n|second anniversary of |from |to |9999"
    "|0001|31 |February |12:30 |a.m. |since |every |1914–18|İ|last |week|of |years |5| or |and |night|May |10.10.2023 |BC "
    "|decades |hundred |year |quarter |before |Christmas |Ramadan |the end of |this |overnight into |year-ago "
).split("|")


def slices_back(text: str, reading: DateReading) -> bool:
    starts = [mention.start for mention in reading.mentions]
    return starts == sorted(starts) and all(
        text[mention.start : mention.end] == mention.text
        and reading.sentences[mention.sentence].start
        <= mention.start
        < mention.end
        <= reading.sentences[mention.sentence].end
        for mention in reading.mentions
    )


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.none() | st.dates())
def test_any_heap_of_time_words_is_read_and_slices_back(text: str, published: date | None) -> None:
    assert slices_back(text, read_dates(text, published=published))


EDGES = (
    "last winter, this decade, next week, since yesterday, until tomorrow, before today, the year 9999, 1 January 0001"
)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_at_the_edges_of_the_calendar_nothing_raises(published: date) -> None:
    reading = read_dates(
        f"It rained {EDGES}; two centuries ago, in the winter of 2099 and a decade later.", published=published
    )
    assert len(reading.mentions) == 10


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read_and_slices_back(text: str, published: date | None) -> None:
    assert slices_back(text, read_dates(text, published=published))


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.none() | st.dates())
def test_a_mention_without_a_date_always_says_why(text: str, published: date | None) -> None:
    for mention in read_dates(text, published=published).mentions:
        assert mention.trail
        assert mention.date is not None or mention.trail[-1].anchor_from


HOSTILE = "on |1|12 |.| |-|May |1948-|5 and |7 October |the first |second anniversary of the |İ|a year ago ".split("|")


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_comes_to_an_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert slices_back(text, read_dates(text, published=MONDAY))


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    names = [module.name for module in pkgutil.walk_packages(extraction.__path__, "timeline.extraction.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]


@pytest.mark.parametrize(("name", "pattern"), patterns())
def test_no_pattern_loses_itself_in_a_hostile_line(name: str, pattern: re.Pattern[str]) -> None:
    for line in ("1" * 64 + "x", "-" * 64, " " * 64, "the " * 64, "5, " * 64, "a " * 64):
        assert len([*pattern.finditer(line)]) <= len(line) + 1, name


def test_every_spotter_names_its_cues_and_tells_its_specification() -> None:
    for spotter in pipeline.SPOTTERS:
        assert spotter.CUES
        assert "Watch out for" in (spotter.__doc__ or "")


def test_every_refiner_tells_its_doubt() -> None:
    assert all(refiner.__doc__ for refiner in pipeline.REFINERS)


def test_an_empty_text_has_no_dates_and_no_day() -> None:
    reading = read_dates("", published=None)
    assert reading.mentions == () and reading.sentences == ()
    assert (reading.article_day.date, reading.article_day.source) == (None, "none")
