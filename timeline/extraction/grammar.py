"""The small words that hold a sentence together, and what a verb of it says about time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.extraction.verbs import REPORTING

MODALS = frozenset("will would shall should can could may might must cannot 'll".split())
BE = frozenset("is are was were be been being am".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
NEGATIONS = frozenset("not never no n't neither nor".split())
PROSPECTS = frozenset("set due expected scheduled about going planned supposed slated poised likely ready to".split())
"""After a form of be and before "to" and a verb: what is still to come."""
PREPOSITIONS = frozenset(
    """
of in on at by for from to with into onto over under near after before during since until till against between
among amid across through towards toward around about without within inside outside behind despite upon along
off as per via than alongside following including beyond throughout above below
""".split()
)
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every no several many".split()
)
CONJUNCTIONS = frozenset({"and", "or", "but", "yet", "nor", "&"})
SUBORDINATORS = frozenset(
    "after before when while as because since although though if unless until once where whereas".split()
)
RELATIVIZERS = frozenset({"which", "who", "whom", "whose"})

NOUNS_IN_LY = frozenset("family assembly early ally rally supply reply italy july monopoly anomaly fly bully".split())
"""Words in -ly that are no adverbs."""


class Tense(StrEnum):
    """What the group says about time, as far as its form tells."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb: words ``first`` to ``last`` (exclusive) of its sentence, the lexical verb at ``head``.

    ``modal`` is the modal or prospect ("could", "set to"); ``bare`` has no auxiliary; ``open`` is a bare form that
    may as well be a participle.
    """

    first: int
    last: int
    head: int
    base: str
    tense: Tense
    modal: str = ""
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    bare: bool = False
    open: bool = False

    @property
    def reports(self) -> bool:
        return self.base in REPORTING and not self.passive
