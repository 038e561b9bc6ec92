"""Units without a number: "for months", "in decades", "weeks of talks", "in the days before", "month-long".

With "later", "earlier" and "ago" they shift from a date by an untold amount; otherwise they are durations.

Watch out for "years of age", "the days of the republic", "hours of work" as terms, and for "hundreds of years
of", where a number is named after all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Meaning, Origin, Shift, Span, Unit
from timeline.extraction.spotters import words

CUES = frozenset({"long", "another", "additional", *(f"{unit}s" for unit in words.UNITS)})

_LONE = "minute|hour|day|night|week|month|year|decade|century"
_MANY = "(?:minute|hour|day|night|week|month|quarter|year|decade|centurie)s"
_WHICH = "early|first|last|final|closing|opening|intervening|ensuing|following"
_GOES_ON = (
    "before after since following that_followed which_followed leading_up_to preceding ahead prior_to to_come between"
)
_TERMS = words.one_of("age work service study training the this that these those yesterday last next january")
_TERMS = rf"(?:{_TERMS}|{words.WEEKDAY}|{words.LONG_MONTH})"
_BARE = (
    r"(?<!\bthe\s)(?<!\bthese\s)(?<!\bthose\s)(?<!\bin\s)(?<!\bof\s)(?<!\bearly\s)(?<!\bfirst\s)(?<!\blast\s)(?<![-\w])"
)
_UNCOUNTED = words.compiled(rf"""
    \b(?P<unit>{_LONE})(?P<many>s)?(?P<half>-and-a-half)?[- ]long\b
    |(?<=\bfor\s)(?P<for>{_MANY})\b(?!-)
    |\b(?P<shift>{_MANY}) (?P<tail>later|earlier|ago|before(?=[.,;:)]|$))\b
    |{_BARE}(?P<of>{_MANY})(?= of (?!{_TERMS}\b)[a-z])
    |{_BARE}(?P<beside>{_MANY})(?= (?:after|before|into|ahead of) [a-z])
    |(?<=\bin\s)(?P<past>(?:past|previous|recent|coming) {_MANY})\b
    |(?<=\bin\s)(?P<in>{_MANY})(?=[.,;:!?)\"']|\Z| (?:and|but|when|as|after)\b)
    |\b(?P<ago>the (?:past|last|previous|next|coming) {_MANY})\b(?! of\b)
    |(?<=\bin\s)(?P<run>the (?:{_WHICH} )?{_MANY})(?= {words.one_of(_GOES_ON)}\b)
    |(?<=\bin\s)(?P<since>the {_MANY})(?=[,.;])
    |(?<=\bover\s)(?P<over>the {_MANY})\b(?! (?:of|to)\b)
    |\b(?P<stretch>the (?:early|intervening|ensuing) {_MANY})\b(?! of\b)
    |\b(?:another|the additional|an additional) (?P<one>{_LONE})\b
""")
_UNTOLD = ("for", "of", "beside", "past", "in", "ago", "run", "since", "over", "stretch")


def spot(line: Line) -> Iterator[Candidate]:
    """Units without a number, as shifts or durations."""
    for match in _UNCOUNTED.finditer(line.low):
        if match["tail"]:
            meaning = _shift(words.unit_of(match["shift"]), match["tail"])
            yield Candidate(match.start(), match.end(), meaning, f"untold-{match['tail']}")
        else:
            yield Candidate(match.start(), match.end(), _span(match), "duration")


def _shift(unit: Unit, tail: str) -> Meaning:
    return Shift(None, unit, Origin.SPEECH if tail == "ago" else Origin.TOLD)


def _span(match: re.Match[str]) -> Span:
    """ "Month-long" is one month, "weeks-long" and "for weeks" an untold number of them."""
    if match["unit"]:
        amount = None if match["many"] else 1.5 if match["half"] else 1.0
        return Span(amount, words.unit_of(match["unit"]))
    if match["one"]:
        return Span(1, words.unit_of(match["one"]))
    unit = next(match[name] for name in _UNTOLD if match[name])
    return Span(None, words.unit_of(unit.rsplit(" ", 1)[-1]))
