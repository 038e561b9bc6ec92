"""What somebody promises or plans to do, told without a date: "agreed to let a convoy pass"."""

from __future__ import annotations

from timeline.extraction.clauses import Clause
from timeline.extraction.grammar import Tense
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.verbs import FORMS, Form

PROMISING = frozenset("plan promise pledge vow agree intend undertake offer commit".split())
"""Verbs that, with "to" and a verb of happening, make a plan without a date ("agreed to let a convoy pass")."""


def promised(parsed: ParsedSentence, clause: Clause) -> str:
    """The verb of "has agreed to send", "plans to open", "promised to free"; "" when nothing is promised."""
    verb, words = clause.verb, parsed.words
    tells = verb.tense in (Tense.PRESENT, Tense.PAST, Tense.PERFECT) and not verb.passive and not verb.progressive
    tells = tells and all(word.lower != "never" for word in words[clause.subject[0] : verb.last])
    if verb.base not in PROMISING or not tells or verb.last + 1 >= clause.end or words[verb.last].lower != "to":
        return ""
    known = FORMS.get(words[verb.last + 1].lower)
    return known[0] if known and known[1] & Form.BASE else ""
