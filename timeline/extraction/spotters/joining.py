"""What stands together in Arabic and Hebrew: lists of days, shared years, both ends of a range, times with their day,
and the word before that opens or bounds a date.

The patterns of :class:`Joints` are matched at the end of one wording and reach into the next, because particles are
written onto it ("من مايو إلى يوليو", "3 و5 أكتوبر", "בין 3 ל-5 במאי").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline.extraction.candidates import Candidate
from timeline.extraction.meanings import Calendar, Clock, Decade, Every, SeasonOf, Shift, Span, Unit, Vague, Weekday

LONGEST_LIST = 12
LOOK_BACK = 24
PARTICLES = 3
"""Letters of particles that a wording may begin with."""

_YEARLY = Calendar | SeasonOf
_RANGED = Calendar | SeasonOf | Decade | Weekday


@dataclass(frozen=True)
class Joints:
    """Patterns between two wordings of a language, and before one."""

    day_before: re.Pattern[str]
    list_on: re.Pattern[str]
    to: re.Pattern[str]
    from_: re.Pattern[str]
    also: re.Pattern[str]
    between: re.Pattern[str]
    at: re.Pattern[str]
    relation: re.Pattern[str]
    relations: dict[str, str]


def joined(found: list[Candidate], low: str, joints: Joints) -> list[Candidate]:
    """The candidates of a bare line, none overlapping another, with what they share."""
    kept = _without_overlaps(found)
    spread = [member for index, one in enumerate(kept) for member in _members(one, low, kept[:index], joints)]
    together = _with_times(spread, low, joints)
    paired = _paired(_with_shared_years(together, low, joints), low, joints)
    return [_related(one, low, joints) for one in paired]


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif _shares_part(kept[-1], one):
            kept[-1] = _one_of(kept[-1], one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _shares_part(one: Candidate, following: Candidate) -> bool:
    """ "الساعة السادسة مساء الأحد": the part of day belongs to the time and to the day."""
    times = isinstance(one.meaning, Clock), isinstance(following.meaning, Clock)
    return times == (True, False) and one.start < following.start and one.end < following.end and _is_day(following)


def _members(one: Candidate, low: str, before: list[Candidate], joints: Joints) -> list[Candidate]:
    """ "3 و" before "5 أكتوبر": a day that shares the month; a comma needs a list that has begun."""
    members = [one]
    if not isinstance(one.meaning, Calendar) or one.rule != "day-and-month" or not low[one.start].isdigit():
        return members
    floor = before[-1].end if before else 0
    while len(members) < LONGEST_LIST:
        begin = max(floor, members[0].start - LOOK_BACK)
        match = joints.day_before.search(low[begin : members[0].start])
        if match is None or "," in match["gap"] and len(members) == 1:
            break
        meaning = replace(one.meaning, day=int(match["day"]))
        members.insert(0, Candidate(begin + match.start("day"), begin + match.end("day"), meaning, "day-of-list"))
    return members


def _reaches(pattern: re.Pattern[str], one: Candidate, following: Candidate, low: str) -> bool:
    match = pattern.match(low, one.end, following.start + PARTICLES)
    return bool(match) and match.end() >= following.start  # type: ignore[union-attr]


def _with_times(found: list[Candidate], low: str, joints: Joints) -> list[Candidate]:
    together: list[Candidate] = []
    for one in found:
        last = together[-1] if together else None
        if last and _time_beside_day(last, one) and _reaches(joints.at, last, one, low):
            together[-1] = _one_of(last, one)
        else:
            together.append(one)
    return together


def _time_beside_day(one: Candidate, following: Candidate) -> bool:
    times = isinstance(one.meaning, Clock), isinstance(following.meaning, Clock)
    return times == (True, False) and _is_day(following) or times == (False, True) and _is_day(one)


def _is_day(one: Candidate) -> bool:
    match one.meaning:
        case Weekday():
            return True
        case Calendar(day=day):
            return day is not None
        case Shift(unit=unit):
            return unit is Unit.DAY
    return False


def _one_of(one: Candidate, following: Candidate) -> Candidate:
    day, time = (following, one) if isinstance(one.meaning, Clock) else (one, following)
    return replace(day, start=one.start, end=following.end, clock=time.clock or day.clock, part=day.part or time.part)


def _with_shared_years(found: list[Candidate], low: str, joints: Joints) -> list[Candidate]:
    """ "من مايو إلى يوليو 2025": the year of the last, from right to left; "November and February 2024" spans two."""
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        first, last = one.meaning, following.meaning
        if isinstance(first, Weekday) and isinstance(last, Weekday):
            if last.which is None and first.which is not None and _reaches(joints.list_on, one, following, low):
                found[index + 1] = replace(following, meaning=replace(last, which=first.which))
        elif _shares(first, last) and _reaches(joints.list_on, one, following, low):
            found[index] = replace(one, meaning=_in_year_of(first, last))
    return found


def _shares(first: object, last: object) -> bool:
    if not isinstance(first, _YEARLY) or not isinstance(last, _YEARLY) or first.which is not None:
        return False
    return first.year is None and isinstance(last.year, int) and not (isinstance(last, Calendar) and not last.month)


def _in_year_of(first: object, last: object) -> Calendar | SeasonOf:
    assert isinstance(first, _YEARLY) and isinstance(last, _YEARLY) and isinstance(last.year, int)
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        return replace(first, year=last.year - ((first.month or 0) > (last.month or 13)))
    return replace(first, year=last.year)


def _paired(found: list[Candidate], low: str, joints: Joints) -> list[Candidate]:
    for index in range(len(found) - 1):
        one, following = found[index], found[index + 1]
        if one.pair is None and _is_range(one, following, low, joints):
            found[index] = replace(one, pair=one.start)
            found[index + 1] = replace(following, pair=one.start)
    return found


def _is_range(one: Candidate, following: Candidate, low: str, joints: Joints) -> bool:
    if not isinstance(one.meaning, _RANGED) or not isinstance(following.meaning, _RANGED):
        return False
    before = low[max(0, one.start - LOOK_BACK) : one.start + PARTICLES]
    hyphen = low[one.end : following.start].strip() == "-"
    opened = _opens(joints.from_, before) and _reaches(joints.to, one, following, low)
    return hyphen or opened or _opens(joints.between, before) and _reaches(joints.also, one, following, low)


def _opens(pattern: re.Pattern[str], before: str) -> bool:
    """Whether a range is opened right before a wording, or by the particles it begins with."""
    return any(len(before) - match.end() <= PARTICLES for match in pattern.finditer(before))


def _related(one: Candidate, low: str, joints: Joints) -> Candidate:
    if isinstance(one.meaning, Span | Every | Vague) or one.pair is not None or one.rule.startswith("counted"):
        return one
    match = joints.relation.search(low[max(0, one.start - LOOK_BACK) : one.start])
    if match is None:
        return one
    relation = joints.relations[match["word"]]
    if relation == "before" and one.mod == "END":
        relation = "until"  # "before the end of November" is any day up to its last
    one_moment = relation in ("before", "after") and (one.part or one.clock)
    return one if one_moment else replace(one, relation=relation)
