"""A date as it is typed: notation or plain words, read by the engine itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.admin import event_dates
from timeline.dates import DateError, EventDate
from timeline.dates.event_date import OPEN_START
from timeline.extraction.phrases import read_phrase
from timeline.models import Event

BESIDE = tuple(name for name in event_dates.FIELDS if name != "notation")
"""The fields under "More exactly"."""

_LOOKS_LIKE_NOTATION = re.compile(r"[0-9X\[\]./~?%:TZ+-]+")


@dataclass(frozen=True, slots=True)
class Today:
    """The day that "yesterday" counts from, and why that one."""

    day: dt.date
    because: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read: the date, or None when nothing was typed; ``counted_from`` when the words needed a day to
    count from."""

    date: EventDate | None
    counted_from: Today | None = None


def today_for(event: Event | None, published_on: dt.date | None = None) -> Today:
    """The publication day of the article behind the event, else the event's own day, else the present one."""
    if published_on is None and event is not None:
        days = event.citations.values_list("article__published_on", flat=True)
        published_on = next(filter(None, days), None)
    if published_on is not None:
        return Today(published_on, _("the day of publication"))
    if event is not None and event.earliest is not None and event.earliest != OPEN_START:
        return Today(event.earliest, _("the event’s own date"))
    return Today(timezone.localdate(), _("today, for want of a publication day"))


def read_typed(fields: Mapping[str, Any], changed: Collection[str], today: Today) -> Typed:
    """The date that the fields say. Beside a notation they all count. Words say the whole date by themselves: of the
    fields beside them only those count that were changed, and a time zone for as long as there is a clock time.

    Raises :class:`DateError` with one sentence for the editor.
    """
    text = (fields.get("notation") or "").strip()
    if not text or _LOOKS_LIKE_NOTATION.fullmatch(text):
        return Typed(event_dates.read(fields))
    date = _in_words(text, today.day)
    is_relative = read_phrase(text, today=_another(today.day)).date != date
    said = event_dates.written(date) | {name: fields[name] for name in BESIDE if name in changed and fields.get(name)}
    said["zone"] = said["zone"] or (said["time"] and fields.get("zone"))
    return Typed(event_dates.read(said), today if is_relative else None)


def _in_words(text: str, today: dt.date) -> EventDate:
    phrase = read_phrase(text, today=today)
    if phrase.date is not None:
        return phrase.date
    if phrase.unread:
        unread = _("”, “").join(phrase.unread)
        raise DateError(_("“%(words)s” cannot be read as part of a date.") % {"words": unread})
    raise DateError(_("“%(words)s” cannot be read as one date.") % {"words": text})


def _another(day: dt.date) -> dt.date:
    """A day in another year, month and week: words that read otherwise from it were counted from the day."""
    return day.replace(year=day.year - 3, month=day.month % 12 + 1, day=min(day.day, 27) + 1)
