"""Hypothesis strategies for windows of every length, edges of the calendar included, and for events around them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from timeline.dates.units import OPEN_END, OPEN_START
from timeline.drawing import Dated, Unit, bins

KINDS = {"attack": "kind-attack", "talks": "kind-talks", None: "kind-none"}

days = st.dates() | st.dates(date(2019, 12, 1), date(2028, 3, 31)) | st.sampled_from([OPEN_START, OPEN_END])
lengths = st.integers(0, 4) | st.integers(0, 100) | st.integers(0, 30_000) | st.integers(0, 3_652_058)
units = st.sampled_from(Unit)
max_bars = st.integers(10, 90)


def later(day: date, days: int) -> date:
    """The day so many days later, or the calendar's last."""
    return date.fromordinal(min(OPEN_END.toordinal(), day.toordinal() + days))


@st.composite
def windows(draw) -> tuple[date, date]:
    first = draw(days)
    return first, later(first, draw(lengths))


@st.composite
def binned(draw):
    return bins(*draw(windows()), draw(max_bars), finest=draw(units))


@st.composite
def events_near(draw, window):
    """An event in, across or outside a window; a side may be open, and a single day may have an hour."""
    near = st.integers(max(1, window.first.toordinal() - 40), min(OPEN_END.toordinal(), window.last.toordinal() + 40))
    first = draw(near.map(date.fromordinal) | days)
    last = later(first, draw(st.sampled_from([0, 0, 1, 30]) | lengths))
    side = draw(st.sampled_from(["", "", "", "start", "end"]))
    first, last = (OPEN_START if side == "start" else first), (OPEN_END if side == "end" else last)
    hour = draw(st.none() | st.integers(0, 23)) if first == last else None
    return Dated(first, last, draw(st.sampled_from(list(KINDS))), hour)


@st.composite
def counted(draw):
    """Bins and events around them."""
    window = draw(binned())
    return window, draw(st.lists(events_near(window), max_size=25))


def month(year: int, number: int) -> Dated:
    """An event known to the month."""
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    return Dated(first, following - timedelta(days=1), "talks")
