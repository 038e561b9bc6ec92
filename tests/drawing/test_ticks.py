"""Ticks of an axis and the labels that find room."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import binned
from timeline.drawing import Unit, bins
from timeline.drawing.bins import HOURS_A_DAY
from timeline.drawing.scale import Scale
from timeline.drawing.ticks import ticks

widths = st.integers(30, 1600)
characters = st.integers(4, 12)


def axis_of(found, width=1180, character=7):
    return ticks(found, Scale(found.edges[0], found.edges[-1], width), character=character)


def labels(first, last, width=1180, **options):
    found = bins(date.fromisoformat(first), date.fromisoformat(last), **options)
    return " | ".join(tick.label for tick in axis_of(found, width))


LABELS = [
    ("2023-10-07", "2023-10-07", 400, "7 Oct 2023 |  | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00"),
    ("2023-12-31", "2024-01-01", 400, "31 Dec 2023 | 12:00 | 1 Jan 2024 | 12:00"),
    ("2023-10-07", "2023-10-10", 1180, "7 Oct 2023 | 8 | 9 | 10"),
    ("2024-02-20", "2024-03-02", 1180, "20 Feb 2024 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | Mar | 2"),
    ("2024-01-28", "2024-02-20", 360, " | 1 Feb 2024 |  |  | 7 | 9 | 11 | 13 | 15 | 17 | 19"),
    ("2023-12-10", "2024-01-20", 360, "11 Dec 2023 |  | 21 | 26 | Jan 2024 |  | 11 | 16"),
    ("2023-10-28", "2024-06-05", 1180, "Nov 2023 | Dec | 2024 | Feb | Mar | Apr | May | Jun"),
    (
        "2022-10-28",
        "2024-01-05",
        1180,
        "Oct 2022 | Nov | Dec | 2023 | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | 2024",
    ),
    ("2023-11-07", "2025-10-09", 600, "2024 | Apr | Jul | Oct | 2025 | Apr | Jul | Oct"),
    ("2023-10-07", "2025-10-09", 340, " | 2024 | Apr | Jul | Oct | 2025 | Apr | Jul | "),
    ("2020-01-31", "2022-04-01", 600, "2020 | Apr | Jul | Oct | 2021 | Apr | Jul | Oct | 2022 | "),
    (
        "2018-03-01",
        "2024-06-05",
        600,
        "2018 | Jul | 2019 | Jul | 2020 | Jul | 2021 | Jul | 2022 | Jul | 2023 | Jul | 2024",
    ),
    ("2018-10-28", "2034-02-20", 360, "2018 | 2020 | 2022 | 2024 | 2026 | 2028 | 2030 | 2032 | "),
    ("1700-01-01", "1999-06-05", 300, "1700 | 1750 | 1800 | 1850 | 1900 | 1950"),
    ("0001-01-01", "0100-06-05", 500, "10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90 | 100"),
    ("0001-01-01", "9999-12-31", 700, "1000 | 2000 | 3000 | 4000 | 5000 | 6000 | 7000 | 8000 | 9000"),
]


@pytest.mark.parametrize(("first", "last", "width", "words"), LABELS)
def test_an_axis_says_its_years_months_days_and_hours(first, last, width, words):
    assert labels(first, last, width) == words


@pytest.mark.parametrize(
    ("first", "last", "unit", "words"),
    [
        ("2023-10-03", "2023-10-05", Unit.WEEK, "2 Oct 2023"),
        ("0004-01-01", "0005-01-01", Unit.DECADE, "1"),
        ("0004-01-01", "0005-01-01", Unit.MILLENNIUM, "1"),
    ],
)
def test_an_axis_too_short_for_a_tick_of_its_own_has_one_where_it_begins(first, last, unit, words):
    assert labels(first, last, finest=unit) == words


MAJOR = [
    ("2023-12-31", "2024-01-01", ["2023-12-31", "2024-01-01"]),
    ("2023-12-10", "2024-01-20", ["2024-01-01"]),
    ("2023-10-07", "2025-10-09", ["2024-01-01", "2025-01-01"]),
    ("1988-10-07", "2012-10-09", ["1990-01-01", "2000-01-01", "2010-01-01"]),
    ("1788-10-07", "2012-10-09", ["1800-01-01", "1900-01-01", "2000-01-01"]),
]


@pytest.mark.parametrize(("first", "last", "majors"), MAJOR)
def test_midnights_firsts_of_months_januaries_and_round_years_are_major(first, last, majors):
    found = axis_of(bins(date.fromisoformat(first), date.fromisoformat(last)))
    assert [str(date.fromordinal(it.moment // HOURS_A_DAY)) for it in found if it.is_major] == majors


def test_the_words_come_from_the_catalogue():
    found = bins(date(2024, 2, 1), date(2024, 4, 30), finest=Unit.MONTH)
    scale = Scale(found.edges[0], found.edges[-1], 400)
    assert [it.label for it in ticks(found, scale, catalog=Upper())] == ["2024/FEB", "MAR", "APR"]


class Upper:
    def gettext(self, message):
        return message

    def pgettext(self, context, message):
        shown = {("axis", "%(month)s %(year)s"): "%(year)s/%(month)s"}
        return shown.get((context, message)) or (message.upper() if context == "short month" else message)


@given(binned(), widths, characters)
def test_ticks_stand_in_order_within_the_axis_and_one_at_least(found, width, character):
    axis = axis_of(found, width, character)
    assert len(axis) >= 1
    assert all(0 <= it.at < width * 100 for it in axis)
    assert all(one.moment < other.moment for one, other in pairwise(axis))


@given(binned(), widths, characters)
def test_labels_never_collide_and_never_leave_the_drawing(found, width, character):
    shown = [it for it in axis_of(found, width, character) if it.label]
    assert all(it.label_width == len(it.label) * character * 100 for it in shown)
    assert all(0 <= it.label_span[0] < it.label_span[1] <= width * 100 for it in shown)
    assert all(one.label_span[1] + character * 100 <= other.label_span[0] for one, other in pairwise(shown))


@given(binned(), st.integers(400, 1600))
def test_an_axis_of_ordinary_width_names_its_year(found, width):
    shown = [it for it in axis_of(found, width) if it.label]
    assert str(date.fromordinal(shown[0].moment // HOURS_A_DAY).year) in shown[0].label
