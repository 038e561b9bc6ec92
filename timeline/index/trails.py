"""How a date was read, told to a reader: the trail of ``extraction/trace.py`` in the language being shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from timeline.dates import DateError, EventDate
from timeline.dates.notation import parse_notation, to_notation
from timeline.filtering.remembered import date_in_words
from timeline.index.trail_rules import BY_AN_EDITOR, rule_in_words
from timeline.models import Event

ONLY_THE_YEAR = frozenset({"nearest-to-publication", "running-year", "year-rolls-over"})
"""Rules that find the year of a day and month that stand in the words."""

_QUOTED = re.compile(r"“(?P<words>.*)”", re.DOTALL)

type Trail = Sequence[Mapping[str, Any]]
"""The steps of a reading as they are stored; the last one's value is the date."""


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step: ``words`` as they stand in the article, the rest in the reader's language, "" where nothing was said.

    ``anchor`` is the date it was counted from, ``anchor_from`` where that came from, ``value`` what came of it.
    """

    words: str
    rule: str
    anchor: str
    anchor_from: str
    value: str


def tell(trail: list[Mapping[str, Any]]) -> tuple[ToldStep, ...]:
    """The steps of a stored trail, in their order. What it says in a way unknown here is told as it stands."""
    return tuple(
        ToldStep(
            words=step.get("words") or "",
            rule=rule_in_words(step.get("rule") or ""),
            anchor=_date_in_words(step.get("anchor") or ""),
            anchor_from=_anchor_from(step.get("anchor_from") or ""),
            value=_date_in_words(step.get("value") or ""),
        )
        for step in trail
    )


def deciding_trail(event: Event) -> Trail | None:
    """The trail that gave the event's date, or None when an editor dated it otherwise than any trail says."""
    return deciding((citation.trail for citation in event.citations.all()), event.date)


def deciding(trails: Iterable[Trail], date: EventDate | None) -> Trail | None:
    """The first of these trails that gave the date, or None."""
    return next((trail for trail in trails if trail and _gives(trail[-1], date)), None)


def reading_in_short(event: Event) -> str:
    """One line that says how the date was worked out: From “late Wednesday” in an article of 6 October 2025.

    "" where the date stands in the words, or only its year had to be found.
    """
    return reading_of(deciding_trail(event))


def reading_among(trails: Sequence[Trail], date: EventDate | None) -> str:
    """As :func:`reading_in_short`, of an event's trails and its date. Where none of them counted from a date, which
    most did not, there is nothing to work out."""
    is_counted = any(step.get("anchor") for trail in trails for step in trail or ())
    return reading_of(deciding(trails, date)) if is_counted else ""


def reading_of(trail: Trail | None) -> str:
    """As :func:`reading_in_short`, of the trail that gave the date."""
    counted = [step for step in trail or () if step.get("anchor")]
    if not counted or counted[-1].get("rule") in ONLY_THE_YEAR:
        return ""
    step, source = counted[-1], counted[-1].get("anchor_from") or ""
    anchor = _parsed(step["anchor"])
    parts = {
        "words": step.get("words") or "",
        "date": date_in_words(anchor) if anchor else step["anchor"],
    }
    return _short_pattern(source, has_words=bool(parts["words"])) % parts


def _short_pattern(source: str, *, has_words: bool) -> str:
    if not has_words:
        return _("No words of the article say when: the seven days up to %(date)s.")
    if source == "publication":
        return _("From “%(words)s” in an article of %(date)s.")
    if source.startswith("the article’s day, inferred"):
        return _("From “%(words)s” in an article without a date of its own, read against %(date)s.")
    return _("From “%(words)s”, counted from %(date)s.")


def _gives(step: Mapping[str, Any], date: EventDate | None) -> bool:
    return date is not None and step.get("rule") != BY_AN_EDITOR and step.get("value") == to_notation(date)


def _parsed(notation: str) -> EventDate | None:
    try:
        return parse_notation(notation)
    except DateError:
        return None


def _date_in_words(notation: str) -> str:
    date = _parsed(notation)
    return date_in_words(date, weekday=True) if date else notation


def _anchor_from(said: str) -> str:
    """The engine's plain words for where an anchor came from, in the language being shown."""
    quoted = _QUOTED.search(said)
    known = {
        "publication": _("the day of publication"),
        "the article’s day": _("the article’s day, told as “%(words)s”")
        if " told as " in said
        else _("the article’s day as inferred from “%(words)s”"),
        "the date before it": _("the date told before it, “%(words)s”"),
        "the date inside it": _("the date inside it"),
        "the day it was told": _("the day it was told, “%(words)s”"),
        "the entry before it": _("the entry before it, “%(words)s”"),
        "the event that set it off": _("the event that set it off, “%(words)s”"),
    }
    pattern = known.get(re.split("[,:] ", said, maxsplit=1)[0], "%(said)s")
    if "%(words)s" in pattern and quoted is None:
        return said
    return pattern % {"words": quoted["words"] if quoted else "", "said": said}
