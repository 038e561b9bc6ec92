"""Feasts fall where the almanacs of their churches and communities say, and are read from the words for them."""

from datetime import date

import pytest

from tests.extraction.reading import dated
from timeline.extraction.feasts import FEASTS, SPELLINGS, feast_days

ALMANAC = [
    ("easter", 1981, date(1981, 4, 19)),
    ("easter", 2024, date(2024, 3, 31)),
    ("easter", 2049, date(2049, 4, 18)),
    ("good friday", 1998, date(1998, 4, 10)),
    ("orthodox easter", 2024, date(2024, 5, 5)),
    ("thanksgiving", 1999, date(1999, 11, 25)),
    ("rosh hashanah", 2023, date(2023, 9, 16)),
    ("yom kippur", 1973, date(1973, 10, 6)),
    ("yom kippur", 2025, date(2025, 10, 2)),
    ("simchat torah", 2023, date(2023, 10, 7)),
    ("purim", 2024, date(2024, 3, 24)),
    ("passover", 2024, date(2024, 4, 23)),
    ("shavuot", 2024, date(2024, 6, 12)),
]


@pytest.mark.parametrize(("name", "year", "day"), ALMANAC)
def test_a_feast_falls_where_the_almanac_says(name: str, year: int, day: date) -> None:
    assert feast_days(name, year)[0] == day


OBSERVED = [
    ("ramadan", 2024, date(2024, 3, 11)),
    ("eid al-fitr", 2024, date(2024, 4, 10)),
    ("eid al-adha", 2024, date(2024, 6, 16)),
    ("ashura", 2024, date(2024, 7, 16)),
    ("mawlid", 2023, date(2023, 9, 27)),
]


@pytest.mark.parametrize(("name", "year", "day"), OBSERVED)
def test_an_islamic_feast_lies_within_a_day_of_the_observed_one(name: str, year: int, day: date) -> None:
    assert abs((feast_days(name, year)[0] - day).days) <= 1


@pytest.mark.parametrize("name", [*FEASTS, *SPELLINGS])
def test_every_feast_falls_in_the_year_asked_for(name: str) -> None:
    assert [feast_days(name, year)[0].year for year in range(1583, 2300)] == [*range(1583, 2300)]


WORDINGS = [
    ("Sirens sounded on Yom Kippur 1973.", ("Yom Kippur 1973", "1973-10-06")),
    ("Sirens sounded on the eve of Yom Kippur.", ("the eve of Yom Kippur", "2025-10-01")),
    ("Sirens sounded on Simchat Torah.", ("Simchat Torah", "2025-10-14")),
    ("Sirens sounded during Sukkot 2023.", ("Sukkot 2023", "[2023-09-30..2023-10-06]")),
    ("Sirens sounded on New Year's Eve 1999.", ("New Year's Eve 1999", "1999-12-31")),
    ("Sirens sounded on Eid al-Fitr 2024.", ("Eid al-Fitr 2024", "2024-04-10~")),
    ("Sirens sounded on Easter Monday 1916.", ("Easter Monday 1916", "1916-04-24")),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_the_words_for_a_feast_are_dated(text: str, expected: tuple[str, str]) -> None:
    assert dated(text) == [expected]


@pytest.mark.parametrize(
    "text", ["A Christmas tree stood on Christmas Island.", "They signed the Good Friday Agreement."]
)
def test_things_named_after_feasts_are_no_dates(text: str) -> None:
    assert dated(text) == []
