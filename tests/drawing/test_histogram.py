"""The drawing of counts: lengths as text, words, and the table that says the same."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import KINDS, counted, days
from timeline.drawing import DESK, PHONE, BinCount, Dated, Size, Unit, axis, bins, count, draw_histogram
from timeline.drawing.bins import moment
from timeline.drawing.histogram import Box, Histogram, Row, Segment, TickMark

NUMBER = re.compile(r"-?\d+(\.\d{1,2})?%?")
WORDS = {"key", "from_day", "to_day", "period", "review", "lead", "label", "css_class", "direction", "caption"}
sizes = st.sampled_from([DESK, PHONE, Size(width=700, height=60, labels=14)])
moments = st.none() | days.map(moment)
chosen_ranges = st.none() | st.tuples(st.none() | days, st.none() | days)


@st.composite
def drawn(draw, **options):
    """A window, the events counted in it, and their drawing."""
    window, events = draw(counted())
    options = {"size": draw(sizes), "chosen": draw(chosen_ranges), "reviewed": draw(moments)} | options
    return window, events, draw_histogram(window, count(events, window), KINDS, **options)


def texts(value):
    """Every (field, text) of a drawing, however deep."""
    names = [field.name for field in fields(value)] if is_dataclass(value) else value._fields
    for name in names:
        found = getattr(value, name)
        for it in found if isinstance(found, tuple) and not hasattr(found, "_fields") else (found,):
            if is_dataclass(it) or hasattr(it, "_fields"):
                yield from texts(it)
            elif isinstance(it, str):
                yield name, it


def span(box) -> tuple[float, float]:
    return float(box.x), round(float(box.x) + float(box.width), 2)


def rise(box) -> tuple[float, float]:
    return float(box.y), round(float(box.y) + float(box.height), 2)


def boxes(it: Histogram) -> list[Box]:
    segments = [part.box for column in it.columns for part in column.segments]
    return [column.box for column in it.columns] + segments + [box for box in (it.shade, it.unreviewed) if box]


OCTOBER = bins(date(2023, 10, 7), date(2023, 12, 20), finest=Unit.MONTH)
COUNTS = (BinCount({"attack": 5, "talks": 2}, {"talks": 1}), BinCount(), BinCount(possible={None: 1}))


def small(**options) -> Histogram:
    return draw_histogram(OCTOBER, COUNTS, KINDS, size=Size(width=920, height=64, labels=16), **options)


def test_a_month_is_a_column_as_wide_as_its_days_with_segments_from_the_axis_upwards():
    column = small().columns[0]
    assert column.box == Box("0", "0", "310", "48")
    assert column.segments == (
        Segment(Box("1.5", "20.5", "307", "27.5"), "kind-attack", False, 5),
        Segment(Box("1.5", "9.5", "307", "11"), "kind-talks", False, 2),
        Segment(Box("1.5", "4", "307", "5.5"), "kind-talks possible", True, 1),
    )


def test_a_column_leads_to_its_days_and_says_what_it_shows_even_when_empty():
    said = [(it.key, it.from_day, it.to_day, it.period, it.label) for it in small().columns]
    assert said == [
        ("2023-10", "2023-10-01", "2023-10-31", "October 2023", "October 2023: 8 events, 1 of them possibly"),
        ("2023-11", "2023-11-01", "2023-11-30", "November 2023", "November 2023: no events"),
        ("2023-12", "2023-12-01", "2023-12-31", "December 2023", "December 2023: 1 event, possibly"),
    ]
    assert (small().columns[1].segments, small().columns[1].box) == ((), Box("310", "0", "300", "48"))


def test_the_table_says_what_the_columns_show():
    assert small().rows == (
        Row("October 2023", 7, 1, "", "", "2023-10-01", "2023-10-31"),
        Row("November 2023", 0, 0, "", "", "2023-11-01", "2023-11-30"),
        Row("December 2023", 0, 1, "", "", "2023-12-01", "2023-12-31"),
    )


def test_the_axis_has_ticks_and_words_below_the_columns():
    assert small().ticks == (
        TickMark("0", "0%", "48", "53", False, "Oct 2023", "2", "61"),
        TickMark("310", "33.69%", "48", "53", False, "Nov", "312", "61"),
        TickMark("610", "66.3%", "48", "53", False, "Dec", "612", "61"),
    )
    assert (small().view_box, small().axis_y, small().caption) == ("0 0 920 64", "48", "Events per month")


def test_a_mirrored_axis_begins_at_the_right_and_its_words_run_to_the_left():
    it = small(mirrored=True)
    assert (it.direction, small().direction) == ("rtl", "ltr")
    assert [column.box.x for column in it.columns] == ["610", "310", "0"]
    assert [(tick.x, tick.label_x) for tick in it.ticks] == [("920", "918"), ("610", "608"), ("310", "308")]


def test_where_columns_are_narrow_the_gap_between_them_shrinks_with_them():
    found = bins(date(2024, 1, 1), date(2024, 12, 30), 365)
    it = draw_histogram(found, [BinCount({"talks": 1})] * 365, KINDS, size=Size(width=730))
    assert [span(column.segments[0].box) for column in it.columns[:3]] == [(0.25, 1.75), (2.25, 3.75), (4.25, 5.75)]


SHADES = [
    (None, None, []),
    ((None, None), None, []),
    ((date(2023, 11, 1), date(2023, 11, 30)), ("310", "300"), ["2023-11"]),
    ((date(2023, 11, 1), None), ("310", "610"), ["2023-11", "2023-12"]),
    ((None, date(2023, 11, 15)), ("0", "460"), ["2023-10"]),
    ((date(2023, 11, 1), date(2023, 11, 1)), ("310", "10"), []),
    ((date(2022, 1, 1), date(2022, 5, 1)), None, []),
    ((date(2024, 1, 1), None), None, []),
    ((date(2000, 1, 1), date(2030, 1, 1)), ("0", "920"), ["2023-10", "2023-11", "2023-12"]),
]


@pytest.mark.parametrize(("chosen", "shaded", "keys"), SHADES)
def test_the_chosen_range_is_shaded_as_far_as_the_drawing_goes(chosen, shaded, keys):
    it = small(chosen=chosen)
    assert it.shade == (shaded and Box(shaded[0], "0", shaded[1], "48"))
    assert [column.key for column in it.columns if column.is_chosen] == keys


def test_a_day_chosen_among_decades_is_still_seen():
    found = bins(date(1700, 1, 1), date(1999, 12, 31))
    last_day = (date(1999, 12, 31), date(1999, 12, 31))
    it = draw_histogram(found, count([], found), KINDS, chosen=last_day)
    assert it.shade == Box("1178", "0", "2", "48")


def test_what_nobody_looked_at_is_drawn_and_said_apart_from_what_was_quiet():
    it = small(reviewed=moment(date(2023, 11, 16), 12), leads=["Shots are fired", "", "Envoys meet"])
    assert it.unreviewed == Box("465", "0", "455", "48")
    assert [(row.review, row.lead) for row in it.rows] == [
        ("", "Shots are fired"),
        ("reviewed to 16 November 2023", ""),
        ("not yet reviewed", "Envoys meet"),
    ]
    assert [column.label for column in it.columns] == [
        "October 2023: 8 events, 1 of them possibly, led by: \u2068Shots are fired\u2069",
        "November 2023: no events; reviewed to 16 November 2023",
        "December 2023: 1 event, possibly; not yet reviewed, led by: \u2068Envoys meet\u2069",
    ]


@pytest.mark.parametrize(
    ("reviewed", "drawn"),
    [
        (None, None),
        (moment(date(2023, 12, 31), 24), None),
        (moment(date(2023, 12, 31), 23), Box("918", "0", "2", "48")),
        (moment(date(2020, 1, 1)), Box("0", "0", "920", "48")),
    ],
)
def test_all_some_or_none_of_a_drawing_was_looked_at(reviewed, drawn):
    assert small(reviewed=reviewed).unreviewed == drawn


def test_within_a_day_the_hour_is_said():
    found = bins(date(2023, 10, 7), date(2023, 10, 8), finest=Unit.DAY)
    it = draw_histogram(found, count([], found), KINDS, reviewed=moment(date(2023, 10, 8), 14))
    assert [row.review for row in it.rows] == ["", "reviewed to 14:00"]


def test_leads_for_other_bins_are_refused():
    with pytest.raises(ValueError, match="1 leads cannot lead 3 bins"):
        draw_histogram(OCTOBER, COUNTS, KINDS, leads=["Envoys meet"])


def test_an_axis_for_a_narrow_window_has_fewer_words_at_the_same_places():
    found = bins(date(2022, 1, 1), date(2025, 10, 7))
    wide, narrow = axis(found), axis(found, size=PHONE)
    said, others = ({round(float(tick.share[:-1])) for tick in ticks if tick.label} for ticks in (narrow, wide))
    assert 2 < len(said) < len(others)
    assert said <= others


def test_words_and_numbers_are_written_as_the_reader_is_used_to():
    found = draw_histogram(OCTOBER, (BinCount({"talks": 1234}), BinCount(), BinCount()), KINDS, number="{:,}".format)
    assert found.columns[0].label == "October 2023: 1,234 events"


def test_the_drawing_is_no_higher_than_the_look_allows():
    assert [draw_histogram(OCTOBER, COUNTS, KINDS, size=size).view_box for size in (DESK, PHONE)] == [
        "0 0 1180 64",
        "0 0 360 48",
    ]


def test_counts_for_other_bins_are_refused():
    with pytest.raises(ValueError, match="2 counts cannot fill 3 bins"):
        draw_histogram(OCTOBER, COUNTS[:2], KINDS)


def test_a_kind_that_is_counted_but_has_no_class_is_refused_rather_than_left_out():
    with pytest.raises(ValueError, match="kinds without a class: aid, sport"):
        draw_histogram(OCTOBER, (BinCount({"sport": 1}), BinCount(possible={"aid": 1}), BinCount()), KINDS)


@given(drawn())
def test_every_number_is_plain_text(example):
    *_, it = example
    numbers = [text for name, text in texts(it) if name not in WORDS]
    assert len(numbers) > 10
    assert [text for text in numbers if not NUMBER.fullmatch(text)] == []


@given(drawn())
def test_columns_fill_the_width_side_by_side_and_nothing_leaves_the_drawing(example):
    *_, it = example
    width, axis = float(it.width), float(it.axis_y)
    spans = [span(column.box) for column in it.columns]
    assert (spans[0][0], spans[-1][1]) == (0, width)
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    assert all(0 <= span(box)[0] < span(box)[1] <= width for box in boxes(it))
    assert all(0 <= rise(box)[0] < rise(box)[1] <= axis for box in boxes(it))
    assert all(0 <= float(tick.x) <= width for tick in it.ticks)
    assert all(axis < float(tick.label_y) <= float(it.height) for tick in it.ticks)


@given(drawn())
def test_segments_stand_on_each_other_within_their_column(example):
    *_, it = example
    for column in it.columns:
        feet = [float(it.axis_y)] + [rise(part.box)[0] for part in column.segments]
        assert [rise(part.box)[1] for part in column.segments] == feet[:-1]
        begins, ends = span(column.box)
        assert all(begins <= span(part.box)[0] < span(part.box)[1] <= ends for part in column.segments)
        assert all(part.is_possible == part.css_class.endswith(" possible") for part in column.segments)


@given(drawn())
def test_picture_table_and_events_agree(example):
    window, events, it = example
    overlapping = [event for event in events if event.earliest <= window.last and window.first <= event.latest]
    assert sum(row.certain + row.possible for row in it.rows) == len(overlapping)
    for column, row in zip(it.columns, it.rows, strict=True):
        assert sum(part.events for part in column.segments if not part.is_possible) == row.certain
        assert sum(part.events for part in column.segments if part.is_possible) == row.possible
        assert (row.period, row.from_day, row.to_day) == (column.period, column.from_day, column.to_day)


@given(counted(), sizes, chosen_ranges)
def test_a_mirrored_drawing_is_the_reflection(example, size, chosen):
    window, events = example
    plain, mirror = (
        draw_histogram(window, count(events, window), KINDS, size=size, chosen=chosen, mirrored=mirrored)
        for mirrored in (False, True)
    )
    reflected = [
        (round(size.width - ends, 2), round(size.width - begins, 2)) for begins, ends in map(span, boxes(plain))
    ]
    assert list(map(span, boxes(mirror))) == reflected
    assert list(map(rise, boxes(mirror))) == list(map(rise, boxes(plain)))
    for one, other in zip(plain.ticks, mirror.ticks, strict=True):
        assert (
            round(float(one.x) + float(other.x), 2) == size.width == round(float(one.label_x) + float(other.label_x), 2)
        )
        assert one.label == other.label
    assert mirror.rows == plain.rows


def test_events_of_one_hour_are_drawn_above_it():
    found = bins(date(2024, 2, 29), date(2024, 2, 29))
    events = [Dated(date(2024, 2, 29), date(2024, 2, 29), "talks", hour) for hour in (6, 6, None)]
    it = draw_histogram(found, count(events, found), KINDS)
    shown = [(column.label, column.from_day, column.to_day) for column in it.columns if column.segments]
    assert shown == [
        ("29 February 2024, 00:00–00:59: 1 event, possibly", "2024-02-29", "2024-02-29"),
        ("29 February 2024, 06:00–06:59: 2 events", "2024-02-29", "2024-02-29"),
    ]
