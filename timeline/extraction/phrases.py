"""Reading a phrase that is a date and nothing else: what a person types into a box.

The same eyes that read an article read it, so "since September 2025" means in the box what it means in the news.
What only people who look for something write ("last 30 days", "week of 6 October") is added here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates import DateError, EventDate, Extent, Part, Precision
from timeline.dates.notation import parse_notation
from timeline.extraction.mentions import Mention
from timeline.extraction.pipeline import read_dates

LONGEST = 200
"""Characters of a phrase; what is longer is no date."""

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_JOINING = frozenset(
    "a about after and around at before between by circa during for from in of on or since some the then through "
    "throughout till time to until up".split()
)
"""Words that stand around dates and say how they are meant; the engine has read them with their dates."""

_FROM_TO = frozenset({"to", "until", "till", "through", "and", ""})

_STRETCH = re.compile(
    r"(?:the |in the |over the )?(?:last|past|previous) (?:(\d{1,3}) )?(day|week|month|year)s?", re.IGNORECASE
)
_AROUND_A_DAY = re.compile(r"(?:the |in the |on the |during the )?(week|weekend) of (.+)", re.IGNORECASE | re.DOTALL)
_NIGHT_OF = re.compile(r"(?:the |on the |in the )?night of (.+)", re.IGNORECASE | re.DOTALL)
_PERHAPS = re.compile(r"(?:possibly|perhaps|maybe|probably|apparently) (.+)|(.+?)\s*\?", re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"between\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was read of a phrase: its date, or None, and the words that are no part of any date."""

    date: EventDate | None
    unread: tuple[str, ...] = ()


def read_phrase(text: str, *, today: date) -> Phrase:
    """Read a whole phrase as one date; relative words count from ``today``. Never raises.

    The date is None when there is none, when words are left over (``unread``) or when several dates do not make one.
    EDTF notation is read as well.
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return Phrase(None, (text[:LONGEST],))
    for reader in (_notation, _stretch, _around_a_day, _night_of, _perhaps):
        if (read := reader(text, today)) is not None:
            return read
    return _in_the_news(text, today)


def _in_the_news(text: str, today: date) -> Phrase:
    """As the engine reads it in an article of that day."""
    mentions = [mention for mention in read_dates(text, published=today).mentions if not mention.nested]
    dated = [mention for mention in mentions if mention.date is not None]
    unread = _unread(text, dated)
    return Phrase(None, unread) if unread or not dated else Phrase(_one(text, dated))


def _unread(text: str, mentions: list[Mention]) -> tuple[str, ...]:
    rest = list(text)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return tuple(word for word in _WORD.findall("".join(rest)) if word.casefold() not in _JOINING)


def _one(text: str, mentions: list[Mention]) -> EventDate | None:
    """The one date that the mentions speak of: the same for all, or the time from the first to the second."""
    dates = list(dict.fromkeys(mention.date for mention in mentions if mention.date))
    is_between = _BETWEEN.match(text) is not None
    if len(dates) == 1:
        return _somewhere_in(dates[0]) if is_between else dates[0]
    if len(dates) > 2 or dates[0].is_open or dates[1].is_open or dates[0].earliest > dates[1].latest:
        return None
    between = text[mentions[0].end : mentions[-1].start].strip(" \t–—-,").casefold()
    if between not in _FROM_TO:
        return None
    span = EventDate.one_of_days if is_between else EventDate.lasting
    return span(dates[0].earliest, dates[1].latest)


def _somewhere_in(span: EventDate) -> EventDate:
    """ "Between 4 and 10 October" is once, on one of those days; an article may mean all of them."""
    return span if span.is_open else replace(span, extent=Extent.ONCE)


def _notation(text: str, today: date) -> Phrase | None:
    """EDTF; a year alone and a plain day mean the same in both."""
    try:
        return Phrase(parse_notation(text))
    except DateError:
        return None


def _stretch(text: str, today: date) -> Phrase | None:
    """ "The last 30 days", "the past month": so many days, weeks, months or years up to ``today``, which is the last.

    "Last week" and "last month" without a number are the calendar's own and left to the engine.
    """
    match = _STRETCH.fullmatch(text)
    if match is None or (match[1] is None and "past" not in text.casefold()):
        return None
    number = int(match[1] or 1)
    try:
        return Phrase(EventDate.one_of_days(_BACK[match[2].lower()](today, number) + timedelta(days=1), today))
    except (OverflowError, ValueError, DateError):
        return Phrase(None, tuple(_WORD.findall(text)))


def _months_back(day: date, number: int) -> date:
    """The same day of the month so many months before, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_BACK: dict[str, Callable[[date, int], date]] = {
    "day": lambda day, number: day - timedelta(days=number),
    "week": lambda day, number: day - timedelta(weeks=number),
    "month": _months_back,
    "year": lambda day, number: _months_back(day, 12 * number),
}


def _around_a_day(text: str, today: date) -> Phrase | None:
    """ "The week of 6 October 2025" is that day's week, Monday to Sunday; "the weekend of 4 October" needs a Saturday
    or Sunday, or both."""
    match = _AROUND_A_DAY.fullmatch(text)
    if match is None:
        return None
    inner = read_phrase(match[2], today=today)
    if inner.date is None:
        return inner
    unit = match[1].lower()
    first, last = inner.date.earliest, inner.date.latest
    whole = EventDate.in_week_of(first)
    if unit == "weekend":
        whole = EventDate.one_of_days(whole.latest - timedelta(days=1), whole.latest)
    is_of_days = inner.date.precision in (Precision.DAY, Precision.DAYS)
    is_in_it = is_of_days and whole.earliest <= first and last <= whole.latest
    return Phrase(whole) if is_in_it else Phrase(None, (unit,))


def _night_of(text: str, today: date) -> Phrase | None:
    """ "The night of 6–7 October" is one night over two days; of one day the engine reads it itself."""
    match = _NIGHT_OF.fullmatch(text)
    inner = _in_the_news(match[1], today).date if match else None
    if inner is None or inner.precision != Precision.DAYS or inner.latest - inner.earliest != timedelta(days=1):
        return None
    return Phrase(EventDate(inner.earliest, inner.latest, Precision.PART_OF_DAY, Part.NIGHT))


def _perhaps(text: str, today: date) -> Phrase | None:
    """ "Possibly 7 October", "7 October?": the date, uncertain."""
    match = _PERHAPS.fullmatch(text)
    if match is None:
        return None
    inner = read_phrase(match[1] or match[2], today=today)
    return Phrase(inner.date.with_doubt(uncertain=True)) if inner.date else inner
