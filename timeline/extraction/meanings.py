"""What a wording says about time, before anyone knows the day it is counted from.

Spotters give a candidate one of these meanings; :mod:`timeline.extraction.resolving` reads it on the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units of time; the values are the letters TIMEX3 writes after P (hours, minutes and seconds after PT)."""

    SECOND = "S"
    MINUTE = "MI"
    HOUR = "H"
    NIGHT = "NI"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    SEASON = "SE"
    QUARTER = "Q"
    HALF = "HY"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


class Origin(StrEnum):
    """What a relative wording counts from by its own words."""

    SPEECH = "speech"
    """The moment of speaking: "yesterday", "three weeks ago", "last year"."""

    TOLD = "told"
    """The last date told: "the next day", "two weeks later", "that year"."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from an origin: "two days later", "last year" (−1 year), "that month" (0 months).

    ``amount`` None means an untold number ("days later", "several years ago").
    """

    amount: float | None
    unit: Unit
    origin: Origin


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place on the calendar as far as its words tell: "7 October", "October 2023", "1948", "the 5th".

    ``year`` may itself be relative ("June of that year"). ``which`` is −1 for "last May", 0 for "this May",
    1 for "next May". A year before Christ is a carried one (before_christ.py). ``plain_number`` marks bare digits
    that need a reason to be a year. ``weekday`` (Monday 0) stands beside a day and tells its year where nothing does.
    ``whole_week`` is "the week of 6 March", and ``month`` None beside a ``day`` "the 20th" of the month being told of.
    """

    year: int | Shift | None = None
    month: int | None = None
    day: int | None = None
    which: int | None = None
    plain_number: bool = False
    weekday: int | None = None
    whole_week: bool = False


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season: ``season`` is the TIMEX3 code SP, SU, FA or WI."""

    season: str
    year: int | Shift | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter or half: ``code`` is Q1 to Q4, H1 or H2."""

    code: str
    year: int | Shift | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: ``first`` is their first year, below 100 when the century was left out ("the '80s")."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """The ``number``-th century; the 20th is written "19" in TIMEX3."""

    number: int
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; ``which`` as in :class:`Calendar`."""

    day: int
    which: int | None = None
    origin: Origin = Origin.SPEECH


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day without its day, or a part of day without it ("that afternoon", "the same evening")."""

    origin: Origin = Origin.TOLD


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The ``years``-th return of a day told inside the wording, or None when it is told elsewhere."""

    years: int
    of: Calendar | None = None


@dataclass(frozen=True, slots=True)
class DayOf:
    """The ``number``-th day of a war or truce, by the key of :data:`timeline.extraction.beginnings.NAMES`."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class FeastOf:
    """A feast by its name in :data:`timeline.extraction.feasts.FEASTS`, or its eve."""

    name: str
    year: int | None = None
    eve: bool = False


@dataclass(frozen=True, slots=True)
class PartOfMonth:
    """The ``number``-th (−1: last) "week", "weekend", "half" or "days" of a month."""

    number: int
    unit: str
    of: Calendar


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first ``amount`` units of a month or year, or the last: "the first ten months of 1915"."""

    amount: int
    unit: Unit
    of: Calendar
    last: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A duration; ``amount`` None when untold ("several years"); ``then`` are its finer units ("… and 15 minutes")."""

    amount: float | None
    unit: Unit
    then: tuple[tuple[float, Unit], ...] = ()


@dataclass(frozen=True, slots=True)
class Every:
    """A set: ``value`` is its TIMEX3 value ("P1W", "XXXX-WXX-5")."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Present, past or future without a date: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


type Meaning = (
    Calendar
    | SeasonOf
    | PartOfYear
    | PartOfMonth
    | FirstOf
    | Decade
    | Century
    | FeastOf
    | Weekday
    | Clock
    | Shift
    | Anniversary
    | DayOf
    | Span
    | Every
    | Vague
)
