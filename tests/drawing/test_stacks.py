"""How high the segments of the columns are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drawing import BinCount
from timeline.drawing.stacks import Part, stacked

numbers = st.integers(0, 3) | st.integers(0, 500) | st.integers(0, 200_000)
KINDS = ("attack", "talks", "aid", None)
by_kind = st.fixed_dictionaries(dict.fromkeys(KINDS, numbers))
counts = st.lists(st.builds(BinCount, certain=by_kind, possible=by_kind), min_size=1, max_size=12)
ROOM = 4_400


def height_of(parts) -> int:
    return sum(part.height for part in parts)


def test_certain_events_stand_by_kind_below_possible_ones_by_kind():
    found = stacked([BinCount({"talks": 1, "attack": 2}, {"talks": 3, "attack": 4})], ("attack", "talks"), 10_000)
    assert found == [
        (
            Part("attack", False, 2, 2_000),
            Part("talks", False, 1, 1_000),
            Part("attack", True, 4, 4_000),
            Part("talks", True, 3, 3_000),
        )
    ]


HEIGHTS = [
    ([[8, 2]], [[3_520, 880]]),
    ([[8, 2], [5]], [[3_520, 880], [2_200]]),
    ([[1_000], [1]], [[4_400], [150]]),
    ([[1_000, 1]], [[4_250, 150]]),
    ([[1_000, 20, 1], [500]], [[4_100, 150, 150], [2_050]]),
    ([[0, 0], [0]], [[], []]),
]


@pytest.mark.parametrize(("events", "heights"), HEIGHTS)
def test_an_event_takes_the_same_height_everywhere_unless_it_would_not_be_seen(events, heights):
    found = stacked([BinCount(dict(zip(KINDS, row, strict=False))) for row in events], KINDS, ROOM)
    assert [[part.height for part in parts] for parts in found] == heights


def test_where_a_column_holds_too_many_kinds_all_share_its_height():
    kinds = tuple(str(number) for number in range(40))
    found = stacked([BinCount(dict.fromkeys(kinds, 7))], kinds, ROOM)
    assert {part.height for part in found[0]} == {110}


@given(counts)
def test_no_column_is_higher_than_the_room_and_the_highest_fills_it(given_counts):
    heights = [height_of(parts) for parts in stacked(given_counts, KINDS, ROOM)]
    assert max(heights) <= ROOM
    if any(heights):
        assert max(heights) > ROOM - 2 * len(KINDS)


@given(counts)
def test_every_event_is_in_one_part_and_every_part_is_seen(given_counts):
    for it, parts in zip(given_counts, stacked(given_counts, KINDS, ROOM), strict=True):
        drawn = [(part.is_possible, part.kind, part.events) for part in parts]
        sides = ((False, it.certain), (True, it.possible))
        assert drawn == [(side, kind, counted[kind]) for side, counted in sides for kind in KINDS if counted[kind]]
        assert all(part.height >= 150 for part in parts)


@given(counts)
def test_more_events_are_never_drawn_lower_and_heights_are_proportional_where_seen(given_counts):
    parts = sorted((part for parts in stacked(given_counts, KINDS, ROOM) for part in parts), key=lambda it: it.events)
    assert [part.height for part in parts] == sorted(part.height for part in parts)
    high = [part for part in parts if part.height > 150]
    for part in high:
        assert part.height == pytest.approx(part.events * high[-1].height / high[-1].events, abs=2)
