"""Dates that a clause has from another of its sentence: the one before, or the one whose time it tells.

"Later that day A freed …, and B released …", "12 were killed and 30 wounded on Sunday", "… on Monday, when X fled",
"… on Friday, a day after X fled", "12 were killed when a shell hit … on Sunday".
"""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.dates import DateError, EventDate, Precision
from timeline.dates.event_date import DAY_LIKE, OPEN_END
from timeline.dates.notation import to_notation
from timeline.extraction.calendar_units import THIRDS
from timeline.extraction.clauses import Clause
from timeline.extraction.dating import Dating, own_date
from timeline.extraction.eventfulness import has_object
from timeline.extraction.grammar import Tense
from timeline.extraction.mentions import Mention
from timeline.extraction.openings import Role
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.trace import TrailStep
from timeline.extraction.trimming import is_attributive
from timeline.extraction.verbs import HAPPENING

SAME_TIME = frozenset({"when", "as", "where", "while"})
"""What opens a clause that happens when its main clause does."""
BY_THE_HOUR = frozenset({"hour", "hours", "minute", "minutes", "moments", "shortly"})
CASUALTIES = frozenset({"kill", "wound", "injure", "hurt", "die"})
"""Verbs that tell what a happening did: "12 people were killed when a shell hit …" is one happening."""
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "the": 1,
}  # fmt: skip
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_ALONE = (Role.MAIN, Role.COORDINATE)


def shared_date(parsed: ParsedSentence, index: int) -> Dated | None:
    """The day that the clause at ``index`` shares with another, or None."""
    return (
        _leading(parsed, index)
        or _trailing(parsed, index)
        or _joined(parsed, index)
        or _same_time(parsed, index)
        or _of_cause(parsed, index)
    )


def _leading(parsed: ParsedSentence, index: int) -> Dated | None:
    """The date that opens the sentence for several clauses: "Later that day A freed …, and B released …"."""
    clause = parsed.clauses[index]
    if index == 0 or clause.role not in _ALONE:
        return None
    before = parsed.clauses[index - 1]
    if before.role != clause.role or before.parent != clause.parent or parsed.words[before.end : clause.begin] == ():
        return None
    found = own_date(parsed, before)
    return found if found and found.last <= before.verb.first and not is_attributive(parsed, found) else None


def _trailing(parsed: ParsedSentence, index: int) -> Dated | None:
    """The date that closes two clauses joined by "and": "12 people were killed and 30 were wounded on Sunday"."""
    if index + 1 >= len(parsed.clauses):
        return None
    clause, after = parsed.clauses[index], parsed.clauses[index + 1]
    joined = (
        clause.role == after.role and clause.parent == after.parent and parsed.words[after.begin - 1].lower == "and"
    )
    if not joined or clause.verb.tense != after.verb.tense or parsed.words[after.begin - 2].text == ",":
        return None
    found = own_date(parsed, after)
    return found if found and found.first >= after.verb.last else None


def _joined(parsed: ParsedSentence, index: int) -> Dated | None:
    """The one day of the clause before in a list of past clauses: "A fell on Sunday, B fled and C lowered its flag"."""
    clause = parsed.clauses[index]
    if index == 0 or clause.role not in _ALONE or clause.verb.tense != Tense.PAST:
        return None
    before = parsed.clauses[index - 1]
    if before.role not in _ALONE or before.parent != clause.parent or before.verb.tense != Tense.PAST:
        return None
    if before.verb.reports or parsed.words[clause.begin - 1].lower not in (",", "and"):
        return None
    if clause.verb.base not in HAPPENING and not has_object(parsed, clause):
        return None
    found = own_date(parsed, before) or _joined(parsed, index - 1)
    return found if found and _is_day_of_verb(parsed, found) else None


def _is_day_of_verb(parsed: ParsedSentence, dated: Dated) -> bool:
    day = dated.mention.date
    return day is not None and day.is_one_day and not is_attributive(parsed, dated) and dated is not parsed.label


def _same_time(parsed: ParsedSentence, index: int) -> Dated | None:
    """The main clause's date for "…, when X fled" and "…, where X fled", both past."""
    clause, parent = parsed.clauses[index], _parent(parsed, parsed.clauses[index])
    if clause.role != Role.ADVERBIAL or clause.lead not in SAME_TIME or parent is None or parent.begin > clause.begin:
        return None
    if clause.verb.tense not in _PAST or parent.verb.tense not in _PAST:
        return None
    found = own_date(parsed, parent)
    closed = found is not None and found.mention.date is not None and not found.mention.date.is_open
    return found if closed and found and not is_attributive(parsed, found) else None


def _of_cause(parsed: ParsedSentence, index: int) -> Dated | None:
    """ "12 people were killed when a shell hit the market on Sunday": the date of the clause that tells how."""
    cause = cause_of(parsed, index)
    if cause is None and index + 1 < len(parsed.clauses):
        after = parsed.clauses[index + 1]
        timed = after.role == Role.ADVERBIAL and after.lead == "when" and after.parent == index
        cause = index + 1 if timed and after.verb.tense == parsed.clauses[index].verb.tense == Tense.PAST else None
    return own_date(parsed, parsed.clauses[cause]) if cause is not None else None


def cause_of(parsed: ParsedSentence, index: int) -> int | None:
    """The clause that tells how the casualties of the clause at ``index`` came about, or None."""
    if parsed.clauses[index].verb.base not in CASUALTIES:
        return None
    last = index
    while last + 1 < len(parsed.clauses) and joins_casualties(parsed, last + 1):
        last += 1
    after = last + 1
    if after < len(parsed.clauses) and parsed.clauses[after].role == Role.ADVERBIAL:
        return after if parsed.clauses[after].lead in ("when", "as") and parsed.clauses[after].parent == last else None
    return None


def tells_cause(parsed: ParsedSentence, index: int) -> bool:
    """Whether the clause at ``index`` only tells how the casualties before it came about."""
    parent = parsed.clauses[index].parent
    return parent is not None and parsed.clauses[index].role == Role.ADVERBIAL and cause_of(parsed, parent) == index


def joins_casualties(parsed: ParsedSentence, index: int) -> bool:
    """Whether the clause goes on counting: "eleven were killed and at least thirty wounded"."""
    if index == 0:
        return False
    clause, before = parsed.clauses[index], parsed.clauses[index - 1]
    both = clause.verb.base in CASUALTIES and before.verb.base in CASUALTIES
    return both and clause.role == before.role and parsed.words[clause.begin - 1].lower == "and"


def counted_date(parsed: ParsedSentence, index: int) -> Dating | None:
    """The day of a clause from which its main clause is counted: "… on Friday, a day after X fled"."""
    clause, parent = parsed.clauses[index], _parent(parsed, parsed.clauses[index])
    if (led := _led_to(parsed, index)) is not None:
        return led
    if clause.role != Role.ADVERBIAL or clause.lead not in ("after", "before") or parent is None:
        return None
    days = _days_between(parsed, clause)
    found = own_date(parsed, parent)
    if days is None or found is None or found.mention.date is None or not found.mention.date.is_one_day:
        return None
    return _counted(parsed, clause, found.mention, days if clause.lead == "before" else -days)


def _led_to(parsed: ParsedSentence, index: int) -> Dating | None:
    """ "Two days after X fled on Friday, Y attacked …": the main clause, counted from the one that leads up to it."""
    before = parsed.clauses[index - 1] if index else None
    if before is None or before.role != Role.ADVERBIAL or before.lead not in ("after", "before") or before.parent:
        return None
    if parsed.clauses[index].role not in _ALONE or before.begin > _LEADING_WORDS:
        return None
    days, found = _days_between(parsed, before), own_date(parsed, before)
    if days is None or found is None or found.mention.date is None or not found.mention.date.is_one_day:
        return None
    return _counted(parsed, before, found.mention, days if before.lead == "after" else -days)


_LEADING_WORDS = 5
"""Words of "Only a few hours before" at most."""


def _days_between(parsed: ParsedSentence, clause: Clause) -> int | None:
    """The days told right before "after" or "before": 0 for "hours", None when nothing is told."""
    at = clause.begin - 2
    unit = parsed.words[at].lower if at >= 1 else ""
    if unit in BY_THE_HOUR:
        return 0
    count = _COUNTS.get(parsed.words[at - 1].lower)
    return _UNITS[unit] * count if count and unit in _UNITS else None


def _counted(parsed: ParsedSentence, clause: Clause, anchor: Mention, days: int) -> Dating | None:
    day = anchor.date
    assert day is not None
    try:
        reached = EventDate.on(day.earliest + timedelta(days=days)).with_doubt(uncertain=day.uncertain)
    except (OverflowError, DateError):
        return None
    words = " ".join(word.text for word in parsed.words[clause.begin - 3 : clause.begin])
    source = f"the date it is counted to: “{anchor.text}”"
    step = TrailStep(words, "counted-from-date-beside", to_notation(day), source, to_notation(reached))
    return Dating(reached, None, (*anchor.trail, step))


def since_when(parsed: ParsedSentence, index: int) -> Dating | None:
    """ "cut off since December 2022, when X blocked the road": the clause happened at the start of the "since"."""
    clause, parent = parsed.clauses[index], _parent(parsed, parsed.clauses[index])
    found = own_date(parsed, parent) if parent and clause.role == Role.ADVERBIAL and clause.lead == "when" else None
    if found is None or found.mention.date is None or found.mention.date.latest != OPEN_END:
        return None
    day = found.mention.date
    start = _start(found.mention, day).with_doubt(uncertain=day.uncertain)
    step = TrailStep(found.mention.text, "start-of-since", to_notation(day), None, to_notation(start))
    return Dating(start, found.mention, (*found.mention.trail, step))


def _start(mention: Mention, day: EventDate) -> EventDate:
    """What a "since" counts from, as precisely as its words tell it: "since late October" began late in October."""
    part = THIRDS.get(mention.mod or "")
    unit = next((unit for shape, unit in _SHAPES.items() if re.fullmatch(shape, mention.value)), None)
    if part is not None and unit is not None:
        return EventDate.sometime_in_unit(day.earliest, unit, part)
    if day.precision in DAY_LIKE | {Precision.DAYS}:
        return EventDate.on(day.earliest)
    return EventDate.sometime_in_unit(day.earliest, day.precision)


_SHAPES = {
    r"\d{3}": Precision.DECADE,
    r"\d{4}": Precision.YEAR,
    r"\d{4}-\d\d": Precision.MONTH,
    r"\d{4}-(SP|SU|FA|WI)": Precision.SEASON,
}
"""TIMEX3 values of the units that have an early, a middle and a late part."""


def _parent(parsed: ParsedSentence, clause: Clause) -> Clause | None:
    return parsed.clauses[clause.parent] if clause.parent is not None else None
