"""Clock times: "6:29 a.m.", "5 p.m. EST", "07:00 local time", "midnight", "noon", "0530 hours".

A clock time joins the day beside it ("at 6:29 a.m. on Saturday", refiners/joined_days.py), else belongs to the day last
told. Zones are part of the wording but not converted: an event's day is the civil day where it happened.

Watch out for scores and ratios ("won 3:1"): without a.m. or p.m. the minutes have two figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extraction.candidates import NUMBER_CUE, Candidate, Line
from timeline.extraction.meanings import Clock
from timeline.extraction.spotters import words

CUES = frozenset({NUMBER_CUE, "noon", "midday", "midnight"})

_ZONES = (
    "local_time local gmt utc est edt cst cdt mst mdt pst pdt et bst ist cet cest eet eest idt ast aest jst msk eat cat"
    " eastern pacific"
)
_BY_ZONE = "gmt utc bst local"
"""After four figures these tell a time of day from a number."""
_ZONE = rf"(?: (?:{words.one_of(_ZONES)}|[a-z]+ time)\b)?"
_CLOCK = words.compiled(rf"""
    (?<![\w.:$£€])(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?{_ZONE}
    |(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\w:])(?: (?:hours|hrs)\b)?{_ZONE}
    |(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?:(?: (?:hours|hrs)\b){_ZONE}| ?(?:{words.one_of(_BY_ZONE)}\b)(?: time\b)?)
    |(?P<named>midnight|noon|midday)\b{_ZONE})
""")


def spot(line: Line) -> Iterator[Candidate]:
    """Times of day to the minute."""
    for match in _CLOCK.finditer(line.low):
        end = match.end()
        if line.low[end - 1] == "." and end == len(line.low) and not line.low.endswith(".m."):
            end -= 1
        yield Candidate(match.start(), end, Clock(), "clock-time", clock=_clock(match))


def _clock(match: re.Match[str]) -> str:
    if match["named"]:
        return "00:00" if match["named"] == "midnight" else "12:00"
    if match["military"]:
        return f"{match['military'][:2]}:{match['military'][2:]}"
    hour = int(match["hour"] or match["hour24"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return f"{hour:02d}:{match['minute'] or match['minute24'] or '00'}"
