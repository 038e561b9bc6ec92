"""Is it a season? "fall" and "spring" are other words too: "prices fall", "the fall of Berlin", "Arab Spring"."""

from __future__ import annotations

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import SeasonOf
from timeline.extraction.spotters import words

_INTRODUCES = words.compiled(rf"""
    \b{
    words.one_of(
        "in of since until till by from to last next this that early late mid during through throughout before"
        " after between"
        " following previous same and or over for into entire all"
    )
} (?:the )?\Z|mid-\Z|[-,(] ?\Z
""")
_NOT_SEASON = words.compiled(rf"""
    (?: )(?:of (?!(?:1|20)\d\d|that|(?:last|next|this) year|the (?:same|following|next) year)
    |{words.one_of("from to by into in_love apart back short out down below behind under on")})\b
""")
_WHAT_HAS_SEASONS = "campaign campaigns offensive offensives election elections harvest semester term season session"
_CAMPAIGN = words.compiled(rf" {words.one_of(_WHAT_HAS_SEASONS)}\b")
_NAMED = words.compiled(rf"\b{words.one_of('arab prague silent black palm silver cold hot mineral water croatian')} \Z")
_DOUBTED = frozenset({"fall", "spring"})


def refine(candidates: list[Candidate], line: Line) -> list[Candidate]:
    """Drop seasons that are verbs, falls and springs."""
    return [one for one in candidates if not _doubtful(one, line)]


def _doubtful(one: Candidate, line: Line) -> bool:
    if not isinstance(one.meaning, SeasonOf) or one.meaning.year or one.meaning.which is not None:
        return False
    before = line.low[max(0, one.start - 16) : one.start]
    if _NAMED.search(before):
        return True
    word = line.low[one.start : one.end].removeprefix("the ")
    if word not in _DOUBTED:
        return False
    if _NOT_SEASON.match(line.low, one.end):
        return True
    if _CAMPAIGN.match(line.low, one.end):
        return False
    has_article = one.end - one.start > len(word)
    return not (has_article or line.text[one.end - len(word)].isupper() or _INTRODUCES.search(before))
