"""Does a year-less or week-less date lie ahead or behind? The verbs of its sentence tell.

"arrived on Friday" is past, "will meet on Friday", "is due on Friday", "opens on Friday" future. A verb right after the
date decides ("a court Friday rejected"), then the nearest before it, else the first after it.

Watch out for "to" that no verb follows ("agreed to the plan on Friday", "due to the strike on Sunday") and for the noun
in "published a plan to end the war on Monday", where the day is the publishing's.
"""

from __future__ import annotations

import re

from timeline.extraction.candidates import Line
from timeline.extraction.coming import looks_ahead
from timeline.extraction.spotters import words

PAST, UNKNOWN, FUTURE = -1, 0, 1
LOOK_BACK, LOOK_AHEAD = 90, 70
"""Characters before and after a date in which its verb is looked for."""

_FUTURE = frozenset(
    (
        "will shall would 'll might upcoming payable effective forthcoming tomorrow expires matures intends hopes"
        " enters opens starts begins ends meets resumes votes hosts visits arrives heads faces meet begin resume"
        " gather convene deadline must closes leaves returns plays speaks testifies travels flies airs launches expire"
        " premieres"
    ).split()
)
_FUTURE_IF_BEING = frozenset(
    "due set scheduled expected planned slated planning going preparing supposed likely ready poised".split()
)
"""Future after a form of "to be" ("is due", "are set"): alone they may be anything ("was set", "due to")."""

_POSSIBLE = frozenset({"may", "can", "could"})
_COULD_THEN = frozenset("not never hear see feel be smell only hardly barely".split())
"""After "could" these tell of a past: "could not reach them", "could hear the shots"."""

_LOOKED_FOR = frozenset("set scheduled planned slated due booked".split())
_NO_LONGER = frozenset(
    "was were been had originally initially previously first once earlier he she they it we i and".split()
)
"""Before "set for Monday" these take it back, or make "set for" a past tense of its own."""

_PRIVATIVES_KEPT = frozenset("unveiled unleashed unloaded uncovered unfolded unearthed unseated unified".split())
"""Verbs that begin with "un"; other words in "un…ed" are adjectives ("an unspecified date")."""

_BEFORE_MONTH = frozenset(
    "in on of by since until last next early late mid and to from this that between during".split()
)
"""After these "may" is a month."""

_BEING = frozenset("is are 's 're be being".split())
_INTENDING = _BEING | frozenset(
    (
        "was were plan plans planned intend intended hope hoped agree agreed vowed pledged promised due set expected"
        " scheduled slated likely poised"
    ).split()
)
"""Before "to": "was to meet", "agreed to meet", "plans to leave"."""

_NO_VERB = frozenset(
    (
        "the a an it this that these those him them us me his her its their our your my both all some parts part music"
        " one two three four five six seven eight nine ten"
    ).split()
)
"""After "to" none of these is a verb: "agreed to the first phase", "set to music"."""

_DETERMINERS = frozenset("a an the this that its his her their our my your".split())
_PLANS = frozenset({"plan", "plans"})
_LONGEST_NAME = 4
"""Words in which the article of "a much criticised peace plan to" stands."""

_PUT_OFF = frozenset("postponed adjourned delayed extended deferred".split())
"""Before "until": what is put off lies ahead."""

_PAST = frozenset(
    (
        "said told was were had did came went took began became made met left held saw fell rose won lost gave"
        " found hit led sent brought broke fought hurt shot struck wrote spoke set ran flew drew grew knew threw"
        " got put has have reported announced"
    ).split()
)
_NOT_PAST = frozenset(
    (
        "expected scheduled planned slated need indeed hundred embed wounded united armed red proposed so-called"
        " alleged suspected accused"
    ).split()
)
"""Words that end like a past tense and are none, or tell of what is still to come."""

_PLAN_NOUNS = "plan plans proposal offer deal agreement decision call calls invitation pledge promise intention date"
_TO_DO = words.compiled(rf"""
    \b{words.one_of(_PLAN_NOUNS)}
    (?: )to [a-z]+(?:(?: again)?(?: in| at| with)(?: the| its| their)? [a-z-]+(?: [a-z-]+)?)?,?
    (?: {words.one_of("on in by next early late this at the")})* \Z
""")
"""A plan whose own verb the date stands at: "announced a plan to meet on Friday"; not "to end the war on Monday"."""

_TAKING = frozenset({"take", "takes"})
_CUES = _TAKING | _POSSIBLE | _FUTURE | _FUTURE_IF_BEING | _PAST | {"to", "until"}
_WORD = re.compile(r"[a-z']+")


def direction(line: Line, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN for the date at ``line.text[start:end]``."""
    if "to" in line.words and _TO_DO.search(line.low, max(0, start - LOOK_BACK), start):
        return FUTURE
    after = _WORD.findall(line.low, end, end + LOOK_AHEAD)
    if after and not line.low.startswith(",", end) and _cue(after[0], "") == PAST:
        return PAST
    before = ["", *_WORD.findall(line.low, max(0, start - LOOK_BACK), start)]
    if before[-1] in ("is", "are"):
        return FUTURE  # "the deadline is Tuesday"
    for index in reversed(_telling(before)):
        if cue := _cue_at(before, index):
            return cue
    following = ["", *after]
    for index in _telling(following):
        if cue := _cue_at(following, index):
            return cue
    return FUTURE if looks_ahead(line, start, end) else UNKNOWN


def _telling(words: list[str]) -> list[int]:
    """Where words stand that can be a cue at all: most are none, and are passed over quickly."""
    return [index for index, word in enumerate(words) if word in _CUES or word[-2:] == "ed"]


def _cue_at(words: list[str], index: int) -> int:
    """What the word at the index tells, those around it considered."""
    word, following = words[index], words[index + 1] if index + 1 < len(words) else ""
    if word in _LOOKED_FOR and following == "for" and words[index - 1] not in _NO_LONGER:
        return FUTURE  # "a summit set for Lindhaven in April"
    if word in _TAKING and following == "effect":
        return FUTURE  # "the rules take effect on Monday"
    if word == "due" and following == "to" and _no_verb_after(words, index + 1):
        return UNKNOWN
    if word == "to" and (_no_verb_after(words, index) or _is_a_plan(words, index - 1)):
        return UNKNOWN
    return _cue(word, words[index - 1], following)


def _no_verb_after(words: list[str], index: int) -> bool:
    return index + 1 < len(words) and (words[index + 1] in _NO_VERB or words[index + 1].endswith("'s"))


def _is_a_plan(words: list[str], index: int) -> bool:
    """ "A 20-point plan to", "its plans to": a noun, not what someone plans; "the generals plan to" is none."""
    if words[index] not in _PLANS:
        return False
    if words[index] == "plans" or words[index - 1].endswith("s"):
        return words[index - 1] in _DETERMINERS
    return not _DETERMINERS.isdisjoint(words[max(0, index - _LONGEST_NAME) : index])


def _cue(word: str, previous: str, following: str = "") -> int:
    if word in _FUTURE or previous in _BEING and word in _FUTURE_IF_BEING:
        return FUTURE
    if word == "to" and previous in _INTENDING or word == "until" and previous in _PUT_OFF:
        return FUTURE
    if word in _POSSIBLE and following.isalpha() and previous not in _BEFORE_MONTH:
        return UNKNOWN if word == "could" and following in _COULD_THEN else FUTURE  # "may continue into February"
    if previous == "be":
        return UNKNOWN  # "will be held": the participle says nothing of when
    if word in _PAST or word.endswith("ed") and word not in _NOT_PAST and not _is_privative(word):
        return PAST
    return UNKNOWN


def _is_privative(word: str) -> bool:
    return word.startswith("un") and word not in _PRIVATIVES_KEPT
