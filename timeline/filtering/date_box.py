"""The date box: what a reader types about time, as the range of days that is meant.

The engine's own eyes read it (``extraction/phrases.py``). The box adds what only a box needs: "from" alone is
"since", "now" is today, months and the words before them may be in the timeline's language, and words that are no
date may name an event: "before the January ceasefire".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.dates import EventDate
from timeline.dates.names import ENGLISH, month_name
from timeline.dates.units import ONE_DAY, OPEN_END, OPEN_START
from timeline.extraction.phrases import Phrase, read_phrase

type Days = tuple[date | None, date | None]
"""First and last day, both included; None leaves a side open."""

type Named = Callable[[Sequence[str], date | None, date | None], Sequence[EventDate]]
"""The dates of the events that these words name and that lie in these days."""

RELATIONS = {
    "since": "since from منذ מאז".split(),
    "after": "after بعد אחרי".split(),
    "before": "before قبل לפני".split(),
    "until": "until till حتى עד".split(),
}
"""How a range lies to the date behind the word, and the words for it in the site's languages."""

NOW = "now الآن עכשיו".split()
TO = "to إلى עד".split()

_RELATION_OF = {word: relation for relation, words in RELATIONS.items() for word in words}
_FIRST_WORD = re.compile(r"\s*(\w+)\s+(.+)", re.DOTALL)
_YEAR = re.compile(r"\d{4}")
_ARTICLE = re.compile(r"^\s*the\b", re.IGNORECASE)
"""Before the name of an event; to the engine "the March" alone is a march."""


class Unreadable(ValueError):
    """What was typed is no range of days; the message says which words, and what would be understood."""


def read_days(text: str, *, today: date, named: Named) -> Days:
    """The days that are meant, relative words counted from ``today``. Raises :class:`Unreadable`, and nothing else."""
    text = _in_english(text, today)
    relation, rest = _relation(text)
    date = read_phrase(rest, today=today).date
    if relation and date and date.is_one_unit and not date.is_open:
        return _related(relation, date)
    phrase = read_phrase(text, today=today)
    if phrase.date:
        return _related("", phrase.date)
    return _related(relation, _named_date(rest, read_phrase(rest, today=today), today, named))


def _relation(text: str) -> tuple[str, str]:
    """The relation that the first word says, "" where it says none, and the text behind it."""
    found = _FIRST_WORD.fullmatch(text)
    relation = _RELATION_OF.get(found[1].casefold(), "") if found else ""
    return (relation, found[2]) if relation else ("", text)


def _related(relation: str, it: EventDate) -> Days:
    """The days that lie to a date as the relation says."""
    first = None if it.earliest == OPEN_START else it.earliest
    last = None if it.latest == OPEN_END else it.latest
    match relation:
        case "since" if first:
            return first, None
        case "after" if last:
            return last + ONE_DAY, None
        case "before" if first:
            return None, first - ONE_DAY
        case "until" if last:
            return None, last
    return first, last


def _named_date(text: str, phrase: Phrase, today: date, named: Named) -> EventDate:
    """The date of the one event that the words beside the date name."""
    words = phrase.unread
    if not words:
        raise Unreadable(_("These are several dates, or none. %(forms)s") % {"forms": understood()})
    if any(word.isdecimal() for word in words):
        raise Unreadable(_told(" ".join(words), 0))
    others = re.sub("|".join(rf"\b{re.escape(word)}\b" for word in words), " ", text)
    month = read_phrase(_ARTICLE.sub("", others), today=today).date
    found = named(words, month and month.earliest, month and month.latest)
    if not found and month and not _YEAR.search(others):
        found = [it for it in named(words, None, None) if it.earliest.month == month.earliest.month]
    if len(found) == 1:
        return found[0]
    raise Unreadable(_told(" ".join(words), len(found)))


def _told(words: str, events: int) -> str:
    parts = {"words": words, "forms": understood()}
    if not events:
        return _("“%(words)s” was not understood as a date. %(forms)s") % parts
    told = ngettext("“%(words)s” names %(count)s event.", "“%(words)s” names %(count)s events or more.", events)
    return told % (parts | {"count": events}) + " " + _("Say when it was.")


def understood() -> str:
    """The forms that the box understands, in the language being shown."""
    return _("Understood are 2025-10-07, 2025-10, 2025, “since September 2025”, “last week”, “7 Oct 2023 to Jan 2024”.")


def _in_english(text: str, today: date) -> str:
    """The text with what the engine has no eyes for in its words: names of months in the language being shown,
    digits of any script, "..", "now"."""
    digits = "".join(str(int(it)) if it.isdecimal() else it for it in text)
    names = {month_name(month, translation): month_name(month, ENGLISH) for month in range(1, 13)}
    words = {**names, **dict.fromkeys(NOW, today.isoformat()), **_translated()}
    pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len, reverse=True))
    return re.sub(pattern, lambda it: words[it[0]], digits.replace("..", " to "))


def _translated() -> dict[str, str]:
    """Words of the other languages and the English ones the engine knows."""
    relations = {word: relation for word, relation in _RELATION_OF.items() if not word.isascii()}
    return {**{word: "to" for word in TO if not word.isascii()}, **relations}
