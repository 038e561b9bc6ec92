"""What a histogram shows of a timeline with more kinds than can be told apart."""

from __future__ import annotations

from timeline.drawing import BinCount
from timeline.views.bands import MOST_KINDS, few_kinds


def test_few_kinds_stay_apart() -> None:
    counts = [BinCount({"attack": 2, None: 1}, {"talks": 1})]
    assert few_kinds(counts) == counts


def test_of_many_kinds_the_rarest_are_counted_with_what_has_none() -> None:
    counts = [BinCount({f"kind-{number:02}": 40 - number for number in range(30)}, {"kind-29": 3, None: 2}), BinCount()]
    first, second = few_kinds(counts)
    assert sum(first.certain.values()) == sum(counts[0].certain.values())
    assert sum(first.possible.values()) == 5
    assert set(first.certain) == {f"kind-{number:02}" for number in range(MOST_KINDS)} | {None}
    assert first.possible == {None: 5}
    assert second == BinCount()
