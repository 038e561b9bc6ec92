"""Lanes: at most so many marks, nothing upon anything else, every event once, and time from either side."""

from __future__ import annotations

import re
from datetime import date, time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import windows
from tests.drawing.test_levels import levels, moments
from timeline.dates import EventDate, Part
from timeline.dates.units import OPEN_END, OPEN_START, Extent, Precision
from timeline.drawing import Bins, Lanes, Unit, draw_lanes
from timeline.drawing.bins import moment
from timeline.drawing.lanes import (
    COUNTED,
    MOST_MARKS,
    ROW,
    SMALL,
    Content,
    Count,
    Item,
    Lane,
    Line,
    item_bounds,
    share,
    soft_ends,
)
from timeline.drawing.lettering import text_width
from timeline.drawing.levels import Span, width_of, window
from timeline.drawing.packing import SIZE

WORDS = ["Envoys", "meet", "in", "Strelsau", "WIDE", "المحادثات", "وقف", "שיחות", "to", "Internationally-recognised"]


@st.composite
def items(draw: st.DrawFn, bins: Bins) -> Item:
    long = bins.edges[-1] - bins.edges[0]
    begins = draw(st.integers(max(24, bins.edges[0] - long // 4), bins.edges[-1] + long // 4))
    length = draw(st.sampled_from([1, 24, 24, 24]) | st.integers(1, 2 * long))
    label = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=9)))
    soft = draw(st.booleans()), draw(st.booleans())
    shape = draw(st.sampled_from(["circle", "hex", "bar", ""]))
    return Item(begins, begins + length, label, shape, *soft)


def counts_of(found: list[Item], bins: Bins) -> list[Count]:
    """The vocabulary's rule, one event after the other."""
    certain, possible = [0] * len(bins), [0] * len(bins)
    for it in found:
        if it.begins >= bins.edges[-1] or it.ends <= bins.edges[0]:
            continue
        place = bins.index_at(max(it.begins, bins.edges[0]))
        is_certain = bins.edges[place] <= it.begins and it.ends <= bins.edges[place + 1]
        (certain if is_certain else possible)[place] += 1
    return [Count(*pair, label="Envoys meet in Strelsau again") for pair in zip(certain, possible, strict=True)]


@st.composite
def boards(draw: st.DrawFn) -> tuple[Bins, list[list[Item]], list[Content]]:
    bins = window(draw(levels), Span(*draw(windows())), draw(moments))
    held = draw(st.lists(st.lists(items(bins), max_size=12), min_size=1, max_size=4))
    if draw(st.booleans()):
        held[0] *= 4
    keeps = draw(st.lists(st.booleans(), min_size=len(held), max_size=len(held)))
    contents = [
        Content(counts_of(found, bins), found if keep else None) for found, keep in zip(held, keeps, strict=True)
    ]
    return bins, held, contents


def drawn(bins: Bins, contents: list[Content], *, mirrored: bool = False) -> Lanes:
    return draw_lanes(bins, contents, width=width_of(bins), mirrored=mirrored)


def box_of(area) -> tuple[float, float, float, float]:
    x, y, width, height = map(float, (area.x, area.y, area.width, area.height))
    return x, y, x + width, y + height


def text_box(line: Line, size: int, anchor: str, *, mirrored: bool) -> tuple[float, float, float, float]:
    """The box that a line takes at most: above its baseline by its size, below it by a quarter."""
    long, x, y = text_width(line.text, size) / 100, float(line.x), float(line.y)
    starts = x if (anchor == "start") is not mirrored else x - long
    return starts, y - 0.82 * size, starts + long, y + 0.2 * size


def labels_of(lane: Lane, *, mirrored: bool = False) -> list[list[tuple[float, float, float, float]]]:
    """For each label of a lane the boxes of its lines."""
    found = [[text_box(line, SIZE, it.anchor, mirrored=mirrored) for line in it.lines] for it in lane.marks]
    return found + [[text_box(line, SMALL, "start", mirrored=mirrored) for line in it.lines] for it in lane.bars]


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two boxes share more than the rounding of an edge."""
    is_beside = one[2] <= other[0] + 0.005 or other[2] <= one[0] + 0.005
    return not is_beside and one[1] < other[3] and other[1] < one[3]


@given(boards(), st.booleans())
def test_no_label_lies_upon_another_or_outside_the_drawing(board, mirrored: bool) -> None:
    bins, _held, contents = board
    for lane in drawn(bins, contents, mirrored=mirrored).lanes:
        labels = labels_of(lane, mirrored=mirrored)
        for one, other in combinations(labels, 2):
            assert not any(overlap(a, b) for a in one for b in other)
        for begins, top, ends, bottom in (line for label in labels for line in label):
            assert 0 <= begins <= ends <= width_of(bins) + 0.01
            assert 0 <= top < bottom <= float(lane.height)


@given(boards())
def test_no_mark_lies_upon_another(board) -> None:
    bins, _held, contents = board
    for lane in drawn(bins, contents).lanes:
        areas = [box_of(it.area) for it in (*lane.marks, *lane.bars)]
        assert not any(overlap(one, other) for one, other in combinations(areas, 2))
        assert all(area[0] >= 0 and area[2] <= width_of(bins) + 0.01 for area in areas)


@given(boards())
def test_a_label_lies_on_its_own_mark(board) -> None:
    bins, _held, contents = board
    for lane in drawn(bins, contents).lanes:
        for mark in lane.marks:
            area = box_of(mark.area)
            for box in (text_box(line, SIZE, mark.anchor, mirrored=False) for line in mark.lines):
                assert area[0] <= box[0] + 0.01 and box[2] <= area[2] + 0.01
                assert area[1] <= box[1] and box[3] <= area[3]


@given(boards())
def test_there_are_at_most_so_many_marks(board) -> None:
    bins, _held, contents = board
    assert sum(len(it.marks) + len(it.bars) for it in drawn(bins, contents).lanes) <= MOST_MARKS <= 300


@given(boards())
def test_every_event_of_the_window_is_marked_or_counted_once(board) -> None:
    bins, held, contents = board
    for lane, content, found in zip(drawn(bins, contents).lanes, contents, held, strict=True):
        inside = [it for it in found if it.begins < bins.edges[-1] and it.ends > bins.edges[0]]
        if lane.is_counted:
            assert (lane.marks, sum(it.count.events for it in lane.bars)) == ((), len(inside))
            assert all(it.count.events for it in lane.bars)
        else:
            assert sorted(map(repr, (it.item for it in lane.marks))) == sorted(map(repr, inside))
        if content.items is None and inside:
            assert lane.is_counted


def mirror(path: str, width: int) -> set[tuple[str, ...]]:
    """The rectangles of a path, reflected."""
    found = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z", path)
    return {(f"{abs(width - float(x) - float(long)):.2f}", y, long, high) for x, y, long, high in found}


def rectangles(path: str) -> set[tuple[str, ...]]:
    found = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z", path)
    return {(f"{float(x):.2f}", *rest) for x, *rest in found}


@given(boards())
def test_time_from_the_right_is_the_mirror_image(board) -> None:
    bins, _held, contents = board
    width, (one, other) = width_of(bins), (drawn(bins, contents, mirrored=it) for it in (False, True))
    assert (one.direction, other.direction) == ("ltr", "rtl")
    for lane, reflected in zip(one.lanes, other.lanes, strict=True):
        for mark, image in zip((*lane.marks, *lane.bars), (*reflected.marks, *reflected.bars), strict=True):
            x, y, ends, bottom = box_of(mark.area)
            assert box_of(image.area) == pytest.approx((width - ends, y, width - x, bottom), abs=0.011)
            for line, turned in zip(mark.lines, image.lines, strict=True):
                assert (float(turned.x), turned.y, turned.text) == (
                    pytest.approx(width - float(line.x), abs=0.011),
                    line.y,
                    line.text,
                )
        for mark, image in zip(lane.marks, reflected.marks, strict=True):
            assert mirror(mark.extent, width) == rectangles(image.extent)
        for name in ("certain", "possible"):
            assert mirror(getattr(lane, name), width) == rectangles(getattr(reflected, name))


# -- one thing at a time ---------------------------------------------------------------------------------------------

OCTOBER = window(Unit.DAY, Span(date(2025, 10, 1), date(2025, 10, 10)))


def item(first: date, last: date | None = None, *, label: str = "Envoys meet", **fields) -> Item:
    return Item(moment(first), moment(last or first, 24), label, **fields)


def lane_of(*found: Item, bins: Bins = OCTOBER) -> Lane:
    (lane,) = drawn(bins, [Content(counts_of(list(found), bins), found)]).lanes
    return lane


def test_events_that_overlap_stand_on_rows_of_their_own() -> None:
    first, last = date(2025, 10, 1), date(2025, 10, 9)
    lane = lane_of(*(item(first.replace(day=day), last) for day in (1, 2, 3)))
    assert [float(it.area.y) // ROW for it in lane.marks] == [0, 1, 2]


def test_events_apart_share_a_row() -> None:
    lane = lane_of(*(item(date(2025, 10, day)) for day in (1, 4, 7)))
    assert (lane.rows, {it.area.y for it in lane.marks}) == (1, {"4"})


def test_a_lane_that_needs_too_many_rows_is_counted() -> None:
    lane = lane_of(*(item(date(2025, 10, 1), date(2025, 10, 9)) for _ in range(4)))
    assert (lane.is_counted, lane.height, [it.count.events for it in lane.bars]) == (True, str(COUNTED), [4])


def test_a_lane_with_more_events_than_its_share_is_counted() -> None:
    days = [date(2025, 10, 1 + number % 10) for number in range(11)]
    few, many = ([Content(counts_of(it, OCTOBER), it)] for it in ([item(day) for day in days[:n]] for n in (1, 11)))
    contents = [*few, *many]
    lanes = draw_lanes(OCTOBER, contents, width=1300, most=20).lanes
    assert ([it.is_counted for it in lanes], share(2, 20)) == ([False, True], 10)


def test_a_mark_at_the_end_has_its_label_before_it() -> None:
    found = [item(date(2025, 10, day), label="Envoys meet in Strelsau once more") for day in (1, 10)]
    assert [it.anchor for it in lane_of(*found).marks] == ["start", "end"]


def test_a_bar_names_its_lead_event_inside_its_own_column() -> None:
    lane = lane_of(*(item(date(2025, 10, 1), date(2025, 10, 9)) for _ in range(4)))
    assert [line.text for line in lane.bars[0].lines] == ["Envoys meet in", "Strelsau again"]


PIECE = re.compile(r"M([\d.]+) 40h([\d.]+)v5")


def line_of(it: Item) -> list[tuple[str, str]]:
    """The pieces of the line below a label: where they begin and how long they are."""
    return PIECE.findall(lane_of(it).marks[0].extent)


@pytest.mark.parametrize(("soft_start", "soft_end"), [(False, False), (True, False), (False, True), (True, True)])
def test_a_line_dissolves_where_its_bound_is_unsure(soft_start: bool, soft_end: bool) -> None:
    found = line_of(item(date(2025, 10, 3), date(2025, 10, 6), soft_start=soft_start, soft_end=soft_end))
    long = [float(length) for _at, length in found]
    assert len(found) == 1 + 3 * soft_start + 3 * soft_end
    assert long.index(max(long)) == 3 * soft_start
    assert float(found[0][0]) >= 260 and float(found[-1][0]) + long[-1] <= 780


def test_an_open_side_dissolves_at_the_edge_and_one_beyond_the_window_is_cut() -> None:
    opened = line_of(item(OPEN_START, date(2025, 10, 3), soft_start=True))
    beyond = line_of(item(date(2025, 9, 1), date(2025, 10, 3), soft_start=True))
    assert (len(opened), beyond) == (4, [("0", "390")])


def test_an_event_of_one_day_has_no_line_until_hours_are_seen() -> None:
    day = item(date(2025, 10, 3))
    hours = window(Unit.HOUR, Span(date(2025, 10, 3), date(2025, 10, 3)), moment(date(2025, 10, 3), 12))
    assert line_of(day) == []
    assert len(PIECE.findall(lane_of(day, bins=hours).marks[0].extent)) == 1


@pytest.mark.parametrize(
    ("when", "day", "hour"),
    [
        (EventDate.on(date(2025, 10, 7)), (False, False), (True, True)),
        (EventDate.at(date(2025, 10, 7), time(6, 30)), (False, False), (False, False)),
        (EventDate.in_part_of_day(date(2025, 10, 7), Part.NIGHT), (False, False), (True, True)),
        (EventDate.lasting(date(2025, 10, 4), date(2025, 10, 9)), (False, False), (False, False)),
        (EventDate.one_of_days(date(2025, 10, 4), date(2025, 10, 5)), (True, True), (True, True)),
        (EventDate.sometime_in_month(2025, 10), (True, True), (True, True)),
        (EventDate(date(2025, 10, 4), date(2025, 10, 4), Precision.DAY, approximate=True), (True, True), (True, True)),
        (
            EventDate(date(2025, 10, 4), OPEN_END, Precision.DAY, extent=Extent.THROUGHOUT),
            (False, True),
            (False, True),
        ),
    ],
)
def test_an_end_is_soft_where_the_date_does_not_say_it(
    when: EventDate, day: tuple[bool, bool], hour: tuple[bool, bool]
) -> None:
    assert (soft_ends(when, unit=Unit.DAY), soft_ends(when, unit=Unit.HOUR)) == (day, hour)


def test_a_clock_time_is_its_hour_and_a_day_all_of_its_hours() -> None:
    day = date(2025, 10, 7)
    assert item_bounds(EventDate.at(day, time(6, 30))) == (moment(day, 6), moment(day, 7))
    assert item_bounds(EventDate.on(day)) == (moment(day), moment(day, 24))


@pytest.mark.parametrize(
    ("unit", "first", "labels"),
    [
        (Unit.HOUR, date(2025, 10, 7), ["7 Oct 2025", "01:00", "02:00"]),
        (Unit.DAY, date(2025, 10, 7), ["7 Oct 2025", "8 Oct 2025", "9 Oct 2025"]),
        (Unit.WEEK, date(2025, 10, 7), ["6 Oct 2025", "13 Oct 2025", "20 Oct 2025"]),
        (Unit.MONTH, date(2025, 10, 7), ["Oct 2025", "Nov 2025", "Dec 2025"]),
        (Unit.QUARTER, date(2025, 10, 7), ["Oct 2025", "Jan 2026", "Apr 2026"]),
        (Unit.YEAR, date(2025, 10, 7), ["2025", "2026", "2027"]),
        (Unit.DECADE, date(2025, 10, 7), ["2020", "2030", "2040"]),
        (Unit.CENTURY, date(2025, 10, 7), ["2000", "2100", "2200"]),
    ],
)
def test_every_unit_says_when_it_begins(unit: Unit, first: date, labels: list[str]) -> None:
    bins = window(unit, Span(first, date(2400, 1, 1)))
    assert [it.text for it in drawn(bins, []).ticks[:3]] == labels


def test_counts_that_do_not_fit_the_units_are_refused() -> None:
    with pytest.raises(ValueError, match="1 counts cannot fill 10 units"):
        draw_lanes(OCTOBER, [Content([Count()])], width=1300)


def test_more_lanes_than_even_bars_have_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="16 lanes of 10 units hold more than 150 marks"):
        draw_lanes(OCTOBER, [Content([Count()] * 10)] * 16, width=1300)
