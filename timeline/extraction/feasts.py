"""When the feasts of three calendars fall, as days of the Gregorian calendar.

Easter follows the Gregorian and the Julian reckoning (Meeus, Astronomical Algorithms, ch. 8). Jewish feasts follow
the arithmetic of the Hebrew calendar, exact in every year (Reingold and Dershowitz, Calendrical Calculations).
Islamic feasts follow the tabular calendar; the observed moon may move them by a day, so they are approximate.

A Jewish or Islamic feast begins on the evening before; the day given is the one whose daylight belongs to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_HEBREW_EPOCH = -1373427
"""Day number (1 January of year 1 is 1) of 1 Tishri of the year 1, less one; the Hebrew year 1 began in 3761 BC."""

_ISLAMIC_EPOCH = 227015
"""Day number of 1 Muharram of the year 1, 16 July 622 of the Julian calendar."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: what gives its first day in a Gregorian year, how many days it lasts, and whether that is exact."""

    first_day: Callable[[int], date]
    days: int = 1
    exact: bool = True


def fixed(month: int, day: int) -> Feast:
    """A feast on the same Gregorian day every year."""
    return Feast(lambda year: date(year, month, day))


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return date(year, month, shift + 28 - 31 * (month // 4))


@lru_cache(maxsize=256)
def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, on the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November (United States)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


@lru_cache(maxsize=256)
def hebrew_new_year(year: int) -> int:
    """The day number of 1 Tishri of a Hebrew year."""
    delay = _molad_day(year)
    if _molad_day(year + 1) - delay == 356:
        delay += 2
    elif delay - _molad_day(year - 1) == 382:
        delay += 1
    return _HEBREW_EPOCH + delay


def _molad_day(year: int) -> int:
    """Days from the epoch to the year's first new moon, put off so that the feasts do not fall beside a Sabbath."""
    months = (235 * year - 234) // 19
    day = months * 29 + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def in_autumn(day_of_year: int) -> Callable[[int], date]:
    """The day of the Hebrew year, counted from 1 Tishri, that falls in the autumn or winter of a Gregorian year."""
    return lambda year: date.fromordinal(hebrew_new_year(year + 3761) + day_of_year - 1)


def before_new_year(days: int) -> Callable[[int], date]:
    """So many days before the new year of a Gregorian year's autumn: from Adar on all months are of fixed length."""
    return lambda year: date.fromordinal(hebrew_new_year(year + 3761) - days)


def islamic(month: int, day: int) -> Callable[[int], date]:
    """The day of an Islamic month that falls first in a Gregorian year, by the tabular calendar."""

    def first_day(year: int) -> date:
        start = date(year, 1, 1)
        hijri = (30 * (start.toordinal() - _ISLAMIC_EPOCH) + 10646) // 10631
        found = islamic_day(hijri, month, day)
        return found if found >= start else islamic_day(hijri + 1, month, day)

    return first_day


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of an Islamic date, by the tabular calendar."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + day + months + 354 * (year - 1) + (3 + 11 * year) // 30)


def _after(base: Callable[[int], date], days: int) -> Callable[[int], date]:
    return lambda year: base(year) + timedelta(days=days)


FEASTS: dict[str, Feast] = {
    "new year's day": fixed(1, 1),
    "orthodox christmas": fixed(1, 7),
    "valentine's day": fixed(2, 14),
    "international women's day": fixed(3, 8),
    "may day": fixed(5, 1),
    "bastille day": fixed(7, 14),
    "halloween": fixed(10, 31),
    "all saints' day": fixed(11, 1),
    "armistice day": fixed(11, 11),
    "thanksgiving": Feast(thanksgiving),
    "christmas": fixed(12, 25),
    "christmas day": fixed(12, 25),
    "boxing day": fixed(12, 26),
    "new year's": fixed(1, 1),
    "new year's eve": fixed(12, 31),
    "ash wednesday": Feast(_after(easter, -46)),
    "palm sunday": Feast(_after(easter, -7)),
    "good friday": Feast(_after(easter, -2)),
    "easter": Feast(easter),
    "easter sunday": Feast(easter),
    "easter monday": Feast(_after(easter, 1)),
    "pentecost": Feast(_after(easter, 49)),
    "orthodox easter": Feast(orthodox_easter),
    "rosh hashanah": Feast(in_autumn(1), days=2),
    "yom kippur": Feast(in_autumn(10)),
    "sukkot": Feast(in_autumn(15), days=7),
    "simchat torah": Feast(in_autumn(22)),
    "purim": Feast(before_new_year(193)),
    "passover": Feast(before_new_year(163), days=7),
    "shavuot": Feast(before_new_year(113)),
    "ramadan": Feast(islamic(9, 1), days=29, exact=False),
    "eid al-fitr": Feast(islamic(10, 1), exact=False),
    "eid al-adha": Feast(islamic(12, 10), days=4, exact=False),
    "ashura": Feast(islamic(1, 10), exact=False),
    "mawlid": Feast(islamic(3, 12), exact=False),
}
"""By their commonest English names, in lower case; an eve is the day before the first."""

SPELLINGS = {
    "rosh hashana": "rosh hashanah", "sukkoth": "sukkot", "simhat torah": "simchat torah", "pesach": "passover",
    "eid ul-fitr": "eid al-fitr", "eid ul-adha": "eid al-adha", "eid al fitr": "eid al-fitr",
    "eid al adha": "eid al-adha",
    "thanksgiving day": "thanksgiving", "coptic christmas": "orthodox christmas",
}  # fmt: skip


def feast_days(name: str, year: int, *, eve: bool = False) -> tuple[date, date]:
    """First and last day of a feast in a Gregorian year; of its eve, the day before.

    Raises ``ValueError`` or ``OverflowError`` outside the calendar.
    """
    feast = FEASTS[SPELLINGS.get(name, name)]
    first = feast.first_day(year)
    if eve:
        return first - timedelta(days=1), first - timedelta(days=1)
    return first, first + timedelta(days=feast.days - 1)
