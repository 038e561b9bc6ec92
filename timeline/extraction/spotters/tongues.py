"""What the patterns of arabic.py and hebrew.py catch, read by the names of their groups.

Both languages tell time by the same plan: a modifier or part of day first, the word itself with its particles written
onto it, and what points at it last ("الشهر الماضي", "בחודש שעבר"). Their patterns share one set of group names:

``at`` where the wording begins when not at the match; ``mod``, ``part``; ``day``, ``ord`` (a day in words), ``month``,
``year``; ``which`` (a pointer: last, this, next, the same), ``rel`` (the pointer of its year); ``weekday``, ``unit``,
``count``, ``single`` (a unit that says its own number), ``lead`` ("more than"), ``side`` ("ago", "after"); ``hour``,
``minute``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from timeline.extraction.calendar_words import read_calendar_words
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.coming import looks_ahead
from timeline.extraction.meanings import (
    Calendar,
    Clock,
    Decade,
    Every,
    Origin,
    PartOfYear,
    SeasonOf,
    Shift,
    Span,
    Unit,
    Vague,
    Weekday,
)
from timeline.extraction.scripts import Bare, bare
from timeline.extraction.spotters import words
from timeline.extraction.spotters.joining import Joints, joined
from timeline.extraction.spotters.language_tables import Tongue, table
from timeline.extraction.timex_periods import period_value

type Reader = Callable[[Tongue, dict[str, Any]], Candidate | None]


def all_seen(tongue: Tongue, patterns: Iterable[tuple[Reader, re.Pattern[str]]], low: str) -> list[Candidate]:
    """What the patterns see in a bare line, in its places; of two equal ones the earlier pattern's comes first."""
    found = (_seen(match, reader, tongue) for reader, pattern in patterns for match in pattern.finditer(low))
    return [one for one in found if one is not None]


def _seen(match: re.Match[str], reader: Reader, tongue: Tongue) -> Candidate | None:
    groups = match.groupdict()
    found = reader(tongue, groups)
    if found is None:
        return None
    start = match.start("at") if groups.get("at") else match.start()
    mod = tongue.mods.get(groups.get("mod") or "", found.mod)
    part = tongue.parts.get(groups.get("part") or groups.get("then") or "", found.part)
    return Candidate(start, match.end(), found.meaning, found.rule, mod=mod, part=part, clock=found.clock)


def _of(meaning: Any, rule: str, **more: Any) -> Candidate:
    return Candidate(0, 0, meaning, rule, **more)


def on_calendar(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A day with its month, a month, or a year, as far as the words tell."""
    month = tongue.months.get(groups.get("month") or "")
    day = _day(tongue, groups)
    pointed_at = groups.get("which") and groups["which"] not in tongue.most_recent
    which = tongue.pointers[groups["which"]][0] if pointed_at else None
    rule = "day-and-month" if day else "month" if month else "year"
    if which is not None and not day:
        rule = "month-pointed-at"
    year = _year(tongue, groups)
    return _of(Calendar(year, month, day, which=which), "month-and-year" if rule == "month" and year else rule)


def _day(tongue: Tongue, groups: dict[str, Any]) -> int | None:
    if groups.get("ord"):
        return tongue.ordinals[groups["ord"]]
    if groups.get("said"):
        return int(tongue.count_of(groups["said"]) or 0)
    return int(groups["day"]) if groups.get("day") else None


def _year(tongue: Tongue, groups: dict[str, Any]) -> int | Shift | None:
    if groups.get("rel"):
        amount, origin = tongue.pointers[groups["rel"]]
        return Shift(amount, Unit.YEAR, origin)
    return int(groups["year"]) if groups.get("year") else None


def in_figures(_tongue: Tongue, groups: dict[str, Any]) -> Candidate | None:
    """A date in figures, where there is such a day."""
    parts = read_calendar_words(groups["figures"])
    return _of(Calendar(parts.year, parts.month, parts.day), "date-in-figures") if parts else None


def weekday(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A weekday, with what points at it."""
    which, origin = tongue.pointers.get(groups.get("which") or "", (None, Origin.SPEECH))
    return _of(Weekday(tongue.weekdays[groups["weekday"]], which=which, origin=origin), "weekday")


_NAMES = {-2: "day-before-yesterday", -1: "yesterday", 0: "today", 1: "tomorrow", 2: "day-after-tomorrow"}


def spoken_day(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """Yesterday, today, tomorrow and the days beyond; "tonight" brings its part of day."""
    days, part = tongue.days[groups["spoken"]]
    return _of(Shift(days, Unit.DAY, Origin.SPEECH), _NAMES[days], part=part)


_POINTED = {-1: "last", 0: "this", 1: "next"}


def pointed(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A unit and what points at it; nothing pointing, it is the one that runs."""
    unit = tongue.units[groups["unit"]]
    name = unit.name.lower()
    if not groups.get("which"):
        rule = "weekend-nearest-anchor" if unit is Unit.WEEKEND else f"running-{name}"
        return _of(Shift(0, unit, Origin.SPEECH), rule)
    amount, origin = tongue.pointers[groups["which"]]
    if origin is Origin.TOLD and unit is Unit.DAY and amount:
        return _of(Shift(amount, unit, origin), "day-after" if amount > 0 else "day-before")
    return _of(Shift(amount, unit, origin), f"{_POINTED[amount]}-{name}" + "-told" * (origin is Origin.TOLD))


_SHORT = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
"""Units in which nothing is counted on from a day: "in 48 hours" is a duration."""


def counted(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """So many units: ago, later, from now, or a duration."""
    if groups.get("single"):
        amount: float | None
        amount, unit = tongue.singles[groups["single"]]
    else:
        amount = tongue.count_of(groups["count"]) if groups.get("count") else 1
        unit = tongue.units[groups["unit"]]
    if amount is not None and groups.get("half"):
        amount += 0.5
    mod, side = tongue.leads.get(groups.get("lead") or ""), groups.get("side") or groups.get("tail") or ""
    for sides, sign, origin, rule in (
        (tongue.ago, -1, Origin.SPEECH, "counted-ago"),
        (tongue.from_now, 1, Origin.SPEECH, "counted-from-now"),
        (tongue.later, 1, Origin.TOLD, "counted-later"),
        (tongue.earlier, -1, Origin.TOLD, "counted-earlier"),
    ):
        if side in sides and (sign < 0 or unit not in _SHORT):
            return _of(Shift(None if amount is None else sign * amount, unit, origin), rule, mod=mod)
    return _of(Span(amount, unit), "duration", mod=mod)


def returning(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """Every Friday, every day, every two weeks."""
    if groups.get("weekday"):
        return _of(Every(f"XXXX-WXX-{tongue.weekdays[groups['weekday']] + 1}"), "set")
    if groups.get("single"):
        return _of(Every(period_value(*tongue.singles[groups["single"]])), "set")
    amount = tongue.count_of(groups["count"]) if groups.get("count") else 1
    return _of(Every(period_value(amount, tongue.units[groups["unit"]])), "set")


_FRACTIONS = table({"النصف|חצי": "30", "الربع|רבע": "15", "الثلث": "20"})
_HALF_OF_DAY = {"EV": 12, "AF": 12}


def clock(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A time of day to the minute; "مساء" and "בערב" after it make 6 o'clock 18:00, and so does night up from six."""
    if not groups.get("hour") and not groups.get("hours"):
        return _of(Clock(), "clock-time", clock="00:00")
    hour = int(groups["hour"]) if groups.get("hour") else tongue.ordinals[groups["hours"]]
    part = tongue.parts.get(groups.get("after") or "")
    if hour < 12:
        hour += _HALF_OF_DAY.get(part or "", 12 if part == "NI" and hour >= 6 else 0)
    elif hour == 12 and part == "NI":
        hour = 0
    return _of(Clock(), "clock-time", clock=f"{hour % 24:02d}:{_minute(groups)}")


def _minute(groups: dict[str, Any]) -> str:
    return str(groups.get("minute") or _FRACTIONS.get(groups.get("fraction") or "", "00"))


def season(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A season of a year, or pointed at."""
    which = tongue.pointers[groups["which"]][0] if groups.get("which") else None
    rule = "season-pointed-at" if which is not None else "season"
    return _of(SeasonOf(tongue.seasons[groups["season"]], _year(tongue, groups), which), rule)


def part_of_year(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A quarter or half of a year."""
    letter = "Q" if groups.get("quarter") else "H"
    return _of(PartOfYear(f"{letter}{tongue.ordinals[groups['ord']]}", _year(tongue, groups)), "quarter-or-half")


def decade(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """Ten years, of the century that the words add, if they do."""
    tens = int(groups["tens"]) if groups.get("tens") else tongue.decades[groups["decade"]]
    of_the_1900s = groups.get("century") or tens >= words.CENTURY_TURNS
    return _of(Decade(tens if tens >= 100 else tens + (1900 if of_the_1900s else 0)), "decade")


def vague(_tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """PRESENT_REF, PAST_REF, FUTURE_REF by the name of the group."""
    value = next(name for name in ("PRESENT_REF", "PAST_REF", "FUTURE_REF") if groups.get(name))
    return _of(Vague(value), "vague")


def spotted(
    line: Line,
    tongue: Tongue,
    patterns: Iterable[tuple[Reader, re.Pattern[str]]],
    joints: Joints,
    is_doubtful: Callable[[Candidate, Bare], bool],
) -> Iterator[Candidate]:
    """Every wording of time in a line of the language, joined and in the places of the line as it was written."""
    view = bare(line.low)
    sure = [one for one in all_seen(tongue, patterns, view.low) if not is_doubtful(one, view)]
    for one in joined(sure, view.low, joints):
        start, end = view.span(one.start, one.end)
        ahead = one.rule == "counted-later" and looks_ahead(line, start, end)
        pair = None if one.pair is None else view.places[one.pair]
        yield replace(from_speech(one) if ahead else one, start=start, end=end, pair=pair)


def from_speech(one: Candidate) -> Candidate:
    """ "سيعودون بعد يومين": counted from the day of speaking, where the sentence looks ahead."""
    assert isinstance(one.meaning, Shift)
    return replace(one, meaning=replace(one.meaning, origin=Origin.SPEECH), rule="counted-from-now")
