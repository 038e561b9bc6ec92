"""Counted units: "two days later", "three weeks ago", "a year earlier", "for ten days", "34-day", "the next two years".

With "ago", "later", "earlier" (or "before" and "after" that close a clause) they shift from a date; otherwise they are
durations, also before a clause ("two days after the raid"), where the date is another mention's.

Watch out for "20-point" (no unit), "second" as an ordinal, "18 years old" as an age, "within days" (nothing is
counted), "ten dollars a day" (a rate) and "over", which is "more than" only after a verb or preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Meaning, Origin, Shift, Span, Unit
from timeline.extraction.spotters import words

CUES = frozenset({*words.UNITS, *(f"{unit}s" for unit in words.UNITS)})

_LEADS_OF = {
    "EQUAL_OR_MORE": "at_least no_less_than",
    "MORE_THAN": "more_than over a_little_more_than well_over just_over a_little_over",
    "LESS_THAN": "less_than under fewer_than nearly almost just_under not_quite close_to",
    "EQUAL_OR_LESS": "at_most no_more_than up_to not_more_than",
    "APPROX": "about around roughly approximately some an_estimated",
    None: "another a_further an_additional",
}
_LEADS = {lead.replace("_", " "): mod for mod, leads in _LEADS_OF.items() for lead in leads.split()}
_WHOSE = rf"{words.one_of('the these those its his their her')} (?:very )?"
_WHICH = words.one_of("past last next first following previous preceding coming final intervening ensuing early")
_KIND = words.one_of(
    "more additional further consecutive successive straight full whole long short trading working business brutal"
    " bloody"
    " calendar fiscal other"
)
_TAIL = words.one_of(
    "ago later earlier previously beforehand afterward afterwards thereafter hence from_now from_today into old"
    " long per after_that"
)
_COUNTED = words.compiled(rf"""
    \b(?:(?P<lead>{words.any_of(_LEADS)}) )?(?P<the>(?:{_WHOSE})?{_WHICH} )?(?P<count>{words.COUNT})[- ]
    (?:(?:to|or|and|-) ?(?P<most>{words.COUNT})[- ])?(?:{_KIND} )?(?P<unit>{words.UNIT})(?P<half>[- ]and[- ]a[- ]half)?
    (?P<old>-old)?(?P<long>-long)?(?: (?P<tail>(?:{_TAIL})\b|(?:before|after)(?=[.,;:)]|$)))?
""")
_INTRODUCING = (
    "for in within after than about nearly almost only just lasted lasting took takes spent under least another of once"
    " during over and every until"
)
_INTRODUCES = words.compiled(rf"\b{words.one_of(_INTRODUCING)} \Z")
_GOES_ON = words.compiled(r" (?:before|after|into|from|of|in which|or so|or two|and a half)\b")
_COMPARES = words.compiled(rf"""
    \b{words.one_of("for after lasting lasted took taking of within is was were been be now well just and")} \Z
""")
_LASTS = words.compiled(rf"\b{words.one_of('will to would could can may might must should not')} \Z")
_BACK = frozenset({"ago", "earlier", "before", "previously", "beforehand"})
_FROM_SPEECH = frozenset({"ago", "from now", "from today", "hence"})
_NO_SHIFT = frozenset({None, "into", "long", "per"})


def spot(line: Line) -> Iterator[Candidate]:
    """Amounts of a unit, as shifts or durations."""
    for match in _COUNTED.finditer(line.low):
        article = match["long"] and match["count"] in ("a", "an")  # "a month-long", spotters/uncounted.py
        aged = match["old"] or match["tail"] == "old" or line.low.startswith(" of age", match.end())
        if not (article or aged or _is_rate(match, line)):
            yield _counted(match, line)


def _is_rate(match: re.Match[str], line: Line) -> bool:
    """ "10,000 a day", "a second front": a single unit counts only where words before or after ask for it."""
    single = match["count"] in ("a", "an") or match.group().startswith("one day")
    unit = words.unit_of(match["unit"])
    if single and unit is Unit.QUARTER or match["count"] == "some" and unit is Unit.QUARTER:
        return True  # "a quarter of the city", "in some quarters"
    if not single or match["lead"] or match["long"]:
        return False
    if unit is Unit.SECOND:
        return True
    if match["tail"] not in _NO_SHIFT:
        return False
    before = line.low[max(0, match.start() - 12) : match.start()]
    return not (_INTRODUCES.search(before) or _GOES_ON.match(line.low, match.end()))


def _counted(match: re.Match[str], line: Line) -> Candidate:
    unit, tail, lead = words.unit_of(match["unit"]), match["tail"], match["lead"]
    start, mod = match.start(), _LEADS.get(lead or "")
    if lead == "over" and not _COMPARES.search(line.low[max(0, start - 12) : start]):
        start, mod = match.start("the" if match["the"] else "count"), None
    if match["the"] == "last " and _LASTS.search(line.low[max(0, start - 12) : start]):
        start = match.start("count")  # "will last six weeks"
    if start == match.start("count") and _is_pointed_at(match, line):
        start -= len("the ")
    if "couple" in match["count"]:
        mod = "APPROX"
    if tail not in _NO_SHIFT:
        return Candidate(start, match.end(), _shift(_amount(match), unit, tail), _rule(tail), mod=mod)
    return Candidate(
        start, match.start("tail") - 1 if tail else match.end(), Span(_amount(match), unit), "duration", mod=mod
    )


def _is_pointed_at(match: re.Match[str], line: Line) -> bool:
    """ "For the nine months"; "the Seven Days Battles" is a name."""
    unit = match.start("unit")
    return (
        match["unit"].endswith("s") and line.low.endswith("the ", 0, match.start("count")) and line.text[unit].islower()
    )


def _amount(match: re.Match[str]) -> float | None:
    amount = words.count_of(match["most"] or match["count"])
    if amount is None:
        return None
    return amount * (2 if match["unit"].startswith("fortnight") else 1) + (0.5 if match["half"] else 0)


def _shift(amount: float | None, unit: Unit, tail: str) -> Meaning:
    sign = -1 if tail in _BACK else 1
    return Shift(
        None if amount is None else sign * amount, unit, Origin.SPEECH if tail in _FROM_SPEECH else Origin.TOLD
    )


def _rule(tail: str) -> str:
    if tail == "ago":
        return "counted-ago"
    return "counted-earlier" if tail in _BACK else "counted-from-now" if tail in _FROM_SPEECH else "counted-later"
