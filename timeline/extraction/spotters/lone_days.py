"""A day of the month that is being told of: "on the 20th", "on the 3rd of the month", "from the 9th to the 12th".

Watch out for "the 20th floor", "the 5th Division" and "by the 7th", which may be a regiment: only "on" and a range
from one ordinal to another ask for a day, and nothing that could be numbered may follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar
from timeline.extraction.spotters import words

CUES = frozenset({"st", "nd", "rd", "th"})

_NTH = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
_GOES_ON = words.one_of(
    "in at with when where while after before but as by to of_the_month of_this_month of_that_month he she it they we"
    " was were had has will did fell began came went"
)
_NAMED = "(?!armed|united|combined|mounted|armou?red|motori[sz]ed|reinforced)"
_ENDS = rf"(?=[.,;:)\"'!?]|\Z| (?:{_GOES_ON}|{_NAMED}[a-z]+ed)\b)"
_DAY = words.compiled(rf"""
    (?<=\bon\s)(?P<on>the {_NTH}){_ENDS}
    |(?<=\bfrom\s)(?P<from>the {_NTH}) (?:to|until|till|through) (?P<to>the {_NTH}){_ENDS}
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Ordinals that name a day, without their month."""
    for match in _DAY.finditer(line.low):
        for name in ("on", "from", "to"):
            if match[name]:
                day = words.number_of(match[name].rsplit(" ", 1)[-1])
                pair = None if name == "on" else match.start("from")
                yield Candidate(match.start(name), match.end(name), Calendar(day=day), "day-of-month", pair=pair)
