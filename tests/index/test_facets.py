"""Facets of which only the most frequent values are asked for, beside all of them."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from tests import factories
from timeline import index
from timeline.filtering import FACETS, EventFilter
from timeline.index.choosing import Chosen
from timeline.index.facets import _most_frequent, _number_having

PLACES = st.sets(st.integers(0, 12))


@given(
    st.lists(st.dictionaries(st.integers(0, 9), PLACES, max_size=9), min_size=1, max_size=2),
    st.lists(PLACES, min_size=2, max_size=2),
    st.integers(1, 4),
    st.integers(0, 9),
    st.sets(st.integers(0, 9), max_size=2),
)
def test_the_most_frequent_are_counted_and_the_others_looked_for(
    had: list[dict[int, set[int]]], shown: list[set[int]], most: int, listed: int, wanted: set[int]
) -> None:
    maps = [{value: BitMap(places) for value, places in each.items() if places} for each in had]
    parts = [
        Chosen(SimpleNamespace(values={"place": each}), BitMap(places))
        for each, places in zip(maps, shown, strict=False)
    ]
    by_size = sorted(
        ((value, sum(len(each.get(value, ())) for each in maps)) for value in range(10)), key=lambda it: -it[1]
    )
    every = {value: number for value in range(10) if (number := _number_having(parts, "place", value))}
    found = _most_frequent("place", parts, by_size, most, listed, wanted)
    assert found.events.items() <= every.items()
    assert every.keys() & wanted <= found.events.keys()
    floor = sorted(every.values(), reverse=True)[:most][-1:]
    assert {value for value, number in every.items() if floor and number >= floor[0]} <= found.events.keys()
    others = len(every) - len(found.events)
    assert found.others <= others
    assert found.others == others or found.others + len(found.events) >= listed


def test_a_page_is_told_the_first_values_and_how_many_more_there_are(db: None) -> None:
    war = factories.timeline()
    for number in range(9):
        for _event in range(1 + number // 3):
            factories.event(timeline=war, places=[factories.place(name=f"Town {number}")])
    most = dict.fromkeys(FACETS, 3)
    place = FACETS.index("place")
    told = index.facets(war, EventFilter(), most=most, listed=60)[place]
    assert [(it.label, it.events) for it in told.values] == [("Town 6", 3), ("Town 7", 3), ("Town 8", 3)]
    assert told.others == 6
    assert index.facets(war, EventFilter(), most=most, listed=5)[place].others == 2
    chosen = index.facets(war, EventFilter(places=("town-0",)), most=most, listed=60)[place]
    assert [(it.key, it.events, it.is_chosen) for it in chosen.values[3:]] == [("town-0", 1, True)]
    assert chosen.others == 5
