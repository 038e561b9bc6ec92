"""Whether a subject takes "was" or "were"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.grammar import PREPOSITIONS
from timeline.extraction.subjects import text_of
from timeline.extraction.words import Word

_SEVERAL = frozenset(
    """
activists authorities commanders crews doctors experts firefighters hospitals investigators journalists lawmakers
lawyers medics militants negotiators observers officers officials prosecutors protesters rebels relatives reports
rescuers residents researchers scientists soldiers sources survivors troops villagers witnesses workers
""".split()
)
"""Plurals that open a sentence by themselves: their capital makes no name of them."""


def is_plural(subject: Sequence[Word | str]) -> bool:
    """Whether a subject takes "were": a list, a number above one, or a plural head noun; names are singular."""
    lowers = [str(text_of(word)).lower() for word in subject]
    head = next(
        (
            i
            for i, lower in enumerate(lowers)
            if i
            and lower in PREPOSITIONS | {",", "who", "which"}
            and lower != "than"
            and lowers[i - 1] not in ("at", "up")
        ),
        len(lowers),
    )
    if head < len(lowers) and lowers[0] in ("at", "up", "about", "around", "over"):
        head = len(lowers)
    if "and" in lowers[:head] or lowers[:1] in (["they"], ["some"], ["many"], ["several"], ["dozens"]):
        return True
    last = subject[head - 1] if head else subject[0]
    if len(subject) == 1 and str(text_of(last)).lower() in _SEVERAL:
        return True
    return str(text_of(last)).lower() in ("people", "police", "children", "men", "women") or (
        str(text_of(last)).endswith("s")
        and not str(text_of(last)).endswith(("ss", "us"))
        and not str(text_of(last))[0].isupper()
    )
