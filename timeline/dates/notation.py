"""Dates as text: a small subset of EDTF (ISO 8601-2:2019; loc.gov/standards/datetime) read and written.

Level 0 whole; of level 1 ``?`` ``~`` ``%``, ``X`` from the right, open intervals and seasons; of level 2 only
``[a..b]``. ``[a..b]`` is *once, somewhere in*, ``a/b`` is *throughout*, a single unit is *once*. What EDTF cannot
say (a part, a week, a quarter, a named zone, doubt about ``[a..b]``, a season or a clock time) is passed beside
the text, as it is stored beside it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.dates.notation_units import EXPECTED, SEASON_NUMBER, Unit, read_unit
from timeline.dates.units import (
    DAY_LIKE,
    OPEN_END,
    OPEN_START,
    THIRDS,
    DateError,
    Extent,
    Part,
    Precision,
    member,
    season_of,
    third_of,
    unit_bounds,
)

LONGEST = 64
"""No notation of the subset is longer; longer text is refused before it is looked at."""

_FLAGS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
_NUMBER_OF_SEASON = {season: number for number, season in SEASON_NUMBER.items()}
_WRITTEN_LENGTH = dict.fromkeys(
    (Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF), 7
) | dict.fromkeys((Precision.YEAR, Precision.DECADE, Precision.CENTURY), 4)


# -- writing -----------------------------------------------------------------------------------------------


def to_notation(date: EventDate) -> str:
    """The EDTF text of a date.

    A single unit is written plain where EDTF has a name for it. Ends of ``[a..b]`` and ``a/b`` are written as
    days, for months to half years as months, for years and longer as years, so that they stay within what EDTF
    readers know; the precision beside the text keeps the unit.
    """
    sign = _FLAGS[date.approximate, date.uncertain]
    if date.time is not None:
        return f"{date.earliest}T{date.time:%H:%M:%S}{_zone_sign(date.zone)}"
    first, last = _whole_bounds(date)
    if date.extent == Extent.ONCE:
        return _single(first, last, date.precision, sign) or f"[{_ends(first, last, date.precision, '..', '')}]"
    return _ends(first, last, date.precision, "/", sign)


def _whole_bounds(it: EventDate) -> tuple[date, date]:
    return unit_bounds(it.earliest, it.precision) if it.part in THIRDS else (it.earliest, it.latest)


def _zone_sign(zone: str | None) -> str:
    if zone is None or "/" in zone:
        return ""
    return "Z" if zone == "UTC" else zone


def _single(first: date, last: date, precision: Precision, sign: str) -> str:
    """The name of the one unit that the bounds are, or "" when they are none that EDTF names."""
    if precision in DAY_LIKE:
        return f"{first}{sign}" if first == last else ""
    if unit_bounds(first, precision) != (first, last):
        return ""
    year = f"{first.year:04d}"
    match precision:
        case Precision.SEASON:
            return _season_name(last)
        case Precision.MONTH | Precision.YEAR:
            return f"{_end(first, precision)}{sign}"
        case Precision.DECADE:
            return f"{year[:3]}X{sign}"
        case Precision.CENTURY:
            return f"{year[:2]}XX{sign}"
    return ""


def _season_name(last: date) -> str:
    year, season = season_of(last)
    return f"{year:04d}-{_NUMBER_OF_SEASON[season]}"


def _ends(first: date, last: date, precision: Precision, between: str, sign: str) -> str:
    inner = between == ".."
    left = ("" if inner else "..") if first == OPEN_START else _end(first, precision) + sign
    right = ("" if inner else "..") if last == OPEN_END else _end(last, precision) + sign
    return f"{left}{between}{right}"


def _end(day: date, precision: Precision) -> str:
    return day.isoformat()[: _WRITTEN_LENGTH.get(precision, 10)]


# -- reading -----------------------------------------------------------------------------------------------


def parse_notation(
    text: str,
    *,
    precision: Precision | str | None = None,
    part: Part | str | None = None,
    extent: Extent | str | None = None,
    approximate: bool = False,
    uncertain: bool = False,
    zone: str | None = None,
) -> EventDate:
    """The date a notation and the fields stored beside it say; the inverse of :func:`to_notation`.

    Without fields beside it, the text decides: its finest unit is the precision, flags of either end hold for
    both. Raises :class:`DateError`, and nothing else, when the text is no notation of the subset or when the
    fields beside it contradict it; the message quotes the text.
    """
    try:
        first, last, said_extent = _read(text)
        sign = {unit.sign for unit in (first, last) if unit}
        return _build(
            (first.first if first else OPEN_START, last.last if last else OPEN_END),
            member(Precision, "precision", precision) if precision else _finest(first, last),
            member(Part, "part", part) if part else None,
            extent=_agreed_extent(first is last, said_extent, extent),
            approximate=approximate or bool(sign & {"~", "%"}),
            uncertain=uncertain or bool(sign & {"?", "%"}),
            time=first.clock if first else None,
            zone=_agreed_zone(first.zone if first else None, zone),
        )
    except DateError as error:
        raise DateError(f"“{_shown(text)}” is not a date notation: {error}") from None


def _read(text: str) -> tuple[Unit | None, Unit | None, Extent]:
    """First unit, last unit (None where the side is open) and extent; a single unit is both, the same object."""
    if len(text) > LONGEST:
        raise DateError(f"it is longer than {LONGEST} characters")
    if text.startswith("[") and text.endswith("]"):
        left, dots, right = text[1:-1].partition("..")
        if not dots:
            raise DateError(EXPECTED)
        return (*_range(left, right), Extent.ONCE)
    left, slash, right = text.partition("/")
    if slash:
        return (*_range(_closed(left), _closed(right), flags=True), Extent.THROUGHOUT)
    unit = read_unit(text)
    return unit, unit, Extent.ONCE


def _closed(end: str) -> str:
    """The end of an ``a/b`` with ``..`` for an open side; a missing one is level 1's *unknown*, not in the subset."""
    if not end:
        raise DateError("write .. for the open side of an interval")
    return "" if end == ".." else end


def _range(left: str, right: str, *, flags: bool = False) -> tuple[Unit | None, Unit | None]:
    first, last = (read_unit(end) if end else None for end in (left, right))
    if first is None and last is None:
        raise DateError("one side at least has to be a date")
    ends = [unit for unit in (first, last) if unit]
    if any(unit.clock for unit in ends):
        raise DateError("a clock time goes with one day, not with a range")
    if not flags and any(unit.sign for unit in ends):
        raise DateError("inside [..] there are no flags: they go beside it")
    return first, last


def _finest(first: Unit | None, last: Unit | None) -> Precision:
    """The unit of both ends; days when they are days or differ."""
    units = {unit.precision for unit in (first, last) if unit}
    if first is last and first:
        return first.precision
    common = units.pop() if len(units) == 1 else Precision.DAYS
    return Precision.DAYS if common == Precision.DAY else common


def _agreed_extent(single: bool, said: Extent, beside: Extent | str | None) -> Extent:
    """Beside a single unit the extent is free, since a form may ask for it apart; a range has said its own."""
    wanted = member(Extent, "extent", beside) if beside else said
    if wanted != said and not single:
        raise DateError(f"[..] is once and a/b is throughout, but beside it stands {wanted}")
    return wanted


def _agreed_zone(said: str | None, beside: str | None) -> str | None:
    if said and beside and said != beside:
        raise DateError(f"it says the zone {said}, but beside it stands {beside}")
    return said or beside


def _build(bounds: tuple[date, date], precision: Precision, part: Part | None, **rest: Any) -> EventDate:
    if part in THIRDS and precision not in DAY_LIKE:
        if bounds != unit_bounds(bounds[0], precision):
            raise DateError(f"“{part}” goes with one {precision}")
        bounds = third_of(*bounds, precision, part)
    return EventDate(*bounds, precision, part, **rest)


def _shown(text: str) -> str:
    short = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return short.encode("utf-8", "replace").decode()
