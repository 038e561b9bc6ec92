"""What was done, as families of words: "struck", "bombed" and "airstrike" tell one deed, "arrived" and "left" two.

A table, like ``verbs.py``: bases of verbs and singulars of nouns. A word may tell two deeds ("enter" a town, a talk).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from timeline.extraction.verbs import FORMS

KNOWN_WORDS: Final = 20_000
"""Words of which the base is remembered: more than a year of news uses often."""

_FAMILIES: Final = {
    "attack": """attack strike airstrike bomb bombing bombard bombardment shell shelling hit raid assault blast
        explosion explode blow fire detonate ambush storm target offensive missile rocket drone barrage invade invasion
        pound""",
    "kill": "kill die dead death assassinate assassination murder massacre shoot execute slay drown killing slaying",
    "wound": "wound injure hurt",
    "arrive": "arrive arrival reach land travel come fly head",
    "enter": "enter deliver delivery convoy cross arrive roll truck",
    "leave": "leave depart departure",
    "meet": """meet talk meeting negotiate negotiation discussion summit conference host convene gather consultation
        confer""",
    "begin": "begin start open launch reopen resume restart resumption opening",
    "effect": "effect force",
    "end": "end conclude close finish adjourn expire break",
    "collapse": "collapse burst breach",
    "extend": "extend prolong extension",
    "visit": "visit tour",
    "close": "close shut seal block",
    "agree": "agree accept approve adopt vote pass back ratify endorse sign approval agreement adoption",
    "reject": "reject refuse veto dismiss rejection",
    "cancel": "cancel postpone suspend annul",
    "free": "release free return exchange swap hand",
    "seize": "abduct kidnap detain arrest capture seize",
    "take": "capture seize take overrun occupy fall conquer",
    "retake": "retake recapture liberate regain",
    "withdraw": "withdraw pull retreat withdrawal evacuate",
    "resign": "resign quit resignation step",
    "recognise": "recognise recognize recognition",
    "declare": "declare confirm proclaim announce declaration",
    "propose": "unveil present propose publish plan proposal",
    "sink": "sink capsize sinking",
    "crash": "crash collide derail collision",
    "protest": "protest demonstrate rally march demonstration gather",
    "elect": "elect election referendum ballot vote",
    "charge": "issue warrant charge indict sentence convict rule ruling order",
    "bury": "bury funeral mourn burial",
    "name": "appoint name nominate swear inaugurate oath",
}

OPPOSITES: Final = (
    ("arrive", "leave"),
    ("enter", "leave"),
    ("begin", "end"),
    ("begin", "close"),
    ("begin", "cancel"),
    ("meet", "cancel"),
    ("agree", "reject"),
    ("agree", "cancel"),
    ("free", "seize"),
    ("take", "retake"),
    ("take", "withdraw"),
    ("enter", "withdraw"),
    ("effect", "end"),
    ("extend", "end"),
)
"""Deeds of which the same day and place see one or the other told, never both of one happening."""

TOLLS: Final = frozenset({"kill", "wound"})
CAUSES: Final = frozenset({"attack", "sink", "crash", "collapse"})
"""One report tells the deaths, another what they died of: a toll takes over the cause that its sentence tells."""

MUTUAL: Final = frozenset({"meet", "agree"})
"""Deeds in which who does it and to whom is the same."""

_TARGETS: Final = """
house home apartment flat building block tower|school|hospital clinic|market|mosque|church|camp tent|car vehicle|bridge
station|depot refinery|airport|port harbour|base barracks|checkpoint|restaurant cafe hotel|bakery|factory
embassy consulate|ship|tanker|freighter|ferry|bus|train|university|prison|border|crossing|pipeline|dam
courthouse court|ministry
"""


def _targets_of_words() -> dict[str, str]:
    groups = _TARGETS.strip().replace("\n", "|").split("|")
    return {word: group.split()[0] for group in groups for word in group.split()}


def _deeds_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for deed, words in _FAMILIES.items():
        for word in words.split():
            found[word].append(deed)
    return {word: tuple(deeds) for word, deeds in found.items()}


_DEEDS = _deeds_of_words()
_TARGET_OF = _targets_of_words()


@lru_cache(maxsize=KNOWN_WORDS)
def base(lower: str) -> str:
    """A word as the tables have it: the base of a verb's form, the singular of a noun."""
    if lower in _DEEDS:
        return lower
    if known := FORMS.get(lower):
        return known[0]
    if regular := next((lower[: -len(end)] + rest for end, rest in _ENDINGS if _is_form(lower, end, rest)), ""):
        return regular
    if len(lower) > 4 and lower.endswith("s") and not lower.endswith("ss"):
        return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    return lower


_ENDINGS = (("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("s", ""))


def _is_form(lower: str, end: str, rest: str) -> bool:
    return lower.endswith(end) and lower[: -len(end)] + rest in _DEEDS


def deeds_in(words: Iterable[str]) -> dict[str, str]:
    """The deeds that these words in lower case tell, each with the first word that tells it."""
    found: dict[str, str] = {}
    for word in words:
        for deed in _DEEDS.get(base(word), ()):
            found.setdefault(deed, word)
    return found


def targets_in(words: Iterable[str]) -> frozenset[str]:
    """What the words in lower case say was hit, taken or opened: "house", "school", "bridge"."""
    return frozenset(
        _TARGET_OF[known] for word in words if (known := word if word in _TARGET_OF else base(word)) in _TARGET_OF
    )


def deed_of(lower: str) -> str:
    """The first deed that a word tells, "" for none."""
    return next(iter(_DEEDS.get(base(lower), ())), "")


def are_opposed(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether one tells a deed whose opposite, and not the deed itself, the other tells."""
    one, other = set(first), set(second)
    return any(
        _only(pair, one, other) or _only(pair[::-1], one, other) for pair in OPPOSITES if not set(pair) & one & other
    )


def _only(pair: tuple[str, ...], one: set[str], other: set[str]) -> bool:
    return pair[0] in one and pair[1] not in one and pair[1] in other and pair[0] not in other
