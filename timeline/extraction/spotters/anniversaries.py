"""Anniversaries: "the second anniversary of the October 7, 2023 attacks", "the 50th anniversary of the invasion".

With the day inside its words an anniversary is that day so many years on; otherwise it is the day of its own clause.
The wording runs to the end of the name of what is remembered.

Watch out for "first" and "second" as ordinals of something else: they count only with "anniversary".
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Anniversary
from timeline.extraction.spotters import words

CUES = frozenset({"anniversary"})
LONGEST_NAME = 90
"""Characters that the name of what is remembered may take."""

_ANNIVERSARY = words.compiled(rf"""
    \b(?:(?:the|its|their|his|her) )?(?P<number>{words.ORDINAL}|\d{{1,3}}-year|one-year|two-year) anniversary\b
""")
_VERBS = words.one_of(
    "which that who when where as while and but after before with by is are was were will has have had next this last"
    " approaches came comes fall falls fell passed"
)
_NOT_SHORTENED = "".join(rf"(?<!\b{name})" for name in words.MONTHS if len(name) <= len("sept"))
_NAME_ENDS = words.compiled(rf"""
    [;:()!?]|{_NOT_SHORTENED}\.|, (?!(?:1[0-9]|20)\d\d\b)|,$|- | (?:{_VERBS}|on {words.WEEKDAY})\b
""")


def spot(line: Line) -> Iterator[Candidate]:
    """An anniversary with the name of what it remembers."""
    for match in _ANNIVERSARY.finditer(line.low):
        end = match.end()
        if line.low.startswith(" of ", end):
            stop = _NAME_ENDS.search(line.low, end + 4, end + LONGEST_NAME)
            end = stop.start() if stop else len(line.low[: end + LONGEST_NAME].rstrip())
        yield Candidate(match.start(), end, Anniversary(_years(match["number"])), "anniversary")


def _years(number: str) -> int:
    if number.endswith("-year"):
        return int(words.count_of(number.removesuffix("-year")) or 1)
    return words.number_of(number)
