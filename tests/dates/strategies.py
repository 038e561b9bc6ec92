"""Hypothesis strategies for dates of every precision, part, extent, flag and zone, edges of the calendar included."""

from datetime import date

from hypothesis import strategies as st

from timeline.dates import EventDate, Extent, Part, Precision
from timeline.dates.event_date import CLOCKED, DAY_LIKE, OPEN_END, OPEN_START, PARTS_OF_DAY, THIRDS
from timeline.dates.units import third_of, unit_bounds

UNITS = [unit for unit in Precision if unit not in DAY_LIKE]
ZONES = [None, "UTC", "+03:00", "-09:30", "+00:00", "Asia/Gaza", "America/Port-au-Prince", "Etc/GMT+3"]

ALWAYS_ONCE = st.just(Extent.ONCE)
NO_CLOCK = st.none()

units = st.sampled_from(UNITS)
extents = st.sampled_from(Extent)
thirds = st.sampled_from(sorted(THIRDS))
parts_of_day = st.sampled_from(sorted(PARTS_OF_DAY))
days = st.dates() | st.dates(date(1990, 1, 1), date(2030, 12, 31))
apart = st.sampled_from([0, 1, 2, 7]) | st.integers(0, 800)
moments = st.times().map(lambda moment: moment.replace(microsecond=0))


@st.composite
def spans(draw) -> tuple[date, date]:
    """Two days in order; a side may be open, not both."""
    first = draw(days)
    last = date.fromordinal(min(OPEN_END.toordinal(), first.toordinal() + draw(apart)))
    side = draw(st.sampled_from(["", "", "", "start", "end"]))
    if side == "start" and last != OPEN_END:
        return OPEN_START, last
    if side == "end" and first != OPEN_START:
        return first, OPEN_END
    return first, last


def flagged(**fields):
    return st.builds(
        EventDate, approximate=st.booleans(), uncertain=st.booleans(), zone=st.sampled_from(ZONES), **fields
    )


def of_bounds(bounds, precision, part=None, extent=ALWAYS_ONCE, moment=NO_CLOCK):
    """Dates with these bounds; the other arguments are strategies, or a value for precision and part."""
    return flagged(
        earliest=st.just(bounds[0]),
        latest=st.just(bounds[1]),
        precision=st.just(precision),
        part=part if isinstance(part, st.SearchStrategy) else st.just(part),
        extent=extent,
        time=moment,
    )


known_days = spans().flatmap(
    lambda span: st.sampled_from([Precision.DAY, Precision.DAYS]).flatmap(
        lambda unit: of_bounds(span, unit, extent=extents)
    )
)
parts_of_days = spans().flatmap(lambda span: of_bounds(span, Precision.PART_OF_DAY, parts_of_day, extents))
clocked = st.tuples(days, st.sampled_from(sorted(CLOCKED))).flatmap(
    lambda it: of_bounds((it[0], it[0]), it[1], st.none() | parts_of_day, moment=moments)
)


def whole_units(span: tuple[date, date], unit: Precision) -> tuple[date, date]:
    return unit_bounds(span[0], unit)[0], unit_bounds(span[1], unit)[1]


periods = (
    st.tuples(spans(), units)
    .map(lambda it: (whole_units(*it), it[1]))
    .filter(lambda it: it[0] != (OPEN_START, OPEN_END))
    .flatmap(lambda it: of_bounds(*it, extent=extents))
)
single_periods = st.tuples(days, units).flatmap(lambda it: of_bounds(unit_bounds(*it), it[1], extent=extents))


def one_third(day: date, unit: Precision, part: Part):
    return of_bounds(third_of(*unit_bounds(day, unit), unit, part), unit, part, extents)


thirds_of_periods = st.tuples(days, units, thirds).flatmap(lambda it: one_third(*it))

event_dates = st.one_of(known_days, parts_of_days, clocked, periods, single_periods, thirds_of_periods)
"""Every valid date."""
