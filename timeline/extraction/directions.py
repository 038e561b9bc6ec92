"""Does a year-less or week-less date lie ahead or behind? The verbs of its sentence tell.

"arrived on Friday" is past, "will meet on Friday", "is due on Friday", "opens on Friday" future. A verb right after the
date decides ("a court Friday rejected"), then the nearest before it, else the first after it.
"""

from __future__ import annotations

import re

from timeline.extraction.candidates import Line

PAST, UNKNOWN, FUTURE = -1, 0, 1
LOOK_BACK, LOOK_AHEAD = 90, 70
"""Characters before and after a date in which its verb is looked for."""

_FUTURE = frozenset(
    (
        "will shall would 'll might upcoming payable effective forthcoming tomorrow expires matures intends hopes"
        " enters opens starts begins ends meets resumes votes hosts visits arrives heads faces meet begin resume"
        " gather convene deadline"
    ).split()
)
_FUTURE_IF_BEING = frozenset(
    "due set scheduled expected planned slated planning going preparing supposed likely ready poised".split()
)
"""Future after a form of "to be" ("is due", "are set"): alone they may be anything ("was set", "due to")."""

_BEING = frozenset("is are 's 're be being".split())
_INTENDING = _BEING | frozenset(
    "was were plan plans planned intend intended hope hoped agree agreed vowed pledged promised due set".split()
)
"""Before "to": "was to meet", "agreed to meet", "plans to leave"."""

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

_WORD = re.compile(r"[a-z']+")


def direction(line: Line, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN for the date at ``line.text[start:end]``."""
    after = _WORD.findall(line.low, end, end + LOOK_AHEAD)
    if after and _cue(after[0], "") == PAST:
        return PAST
    before = ["", *_WORD.findall(line.low, max(0, start - LOOK_BACK), start)]
    for index in range(len(before) - 1, 0, -1):
        if cue := _cue(before[index], before[index - 1]):
            return cue
    for previous, word in zip(["", *after], after, strict=False):
        if cue := _cue(word, previous):
            return cue
    return UNKNOWN


def _cue(word: str, previous: str) -> int:
    if word in _FUTURE or previous in _BEING and word in _FUTURE_IF_BEING:
        return FUTURE
    if word == "to" and previous in _INTENDING or word == "until" and previous in _PUT_OFF:
        return FUTURE
    if previous == "be":
        return UNKNOWN  # "will be held": the participle says nothing of when
    if word in _PAST or (word.endswith("ed") and word not in _NOT_PAST):
        return PAST
    return UNKNOWN
