"""Constructions that tell a happening whatever their verb: "there was an explosion", "appeared in court"."""

from __future__ import annotations

from itertools import pairwise

from timeline.extraction.clauses import Clause
from timeline.extraction.event_nouns import LASTING, is_event_noun
from timeline.extraction.grammar import Tense
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.subjects import head_noun, subject_of
from timeline.extraction.verbs import FORMS, Form


def harmed(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "were left dead", "was left in ruins", not "flowers were left at the gate"."""
    after = {word.lower for word in parsed.words[clause.verb.last : clause.verb.last + 4]}
    return bool(after & {"dead", "wounded", "injured", "homeless", "stranded", "ruins", "dying"})


def in_court(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "appeared in court", "pleaded not guilty before the High Court": a hearing."""
    after = {word.lower for word in parsed.words[clause.verb.last : min(clause.end, clause.verb.last + 6)]}
    if clause.verb.base == "plead":
        return "guilty" in after
    return clause.verb.base == "appear" and bool(after & _COURTS) and bool(after & {"in", "before", "at"})


_COURTS = frozenset({"court", "judge", "judges", "magistrate", "magistrates", "tribunal", "dock"})


def mishap(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "A fire was reported in the car park": what was reported is itself what happened."""
    if clause.verb.base != "report" or not clause.verb.passive or clause.verb.negated:
        return False
    head = head_noun(subject_of(parsed, clause))
    nobody = parsed.words[clause.subject[0]].lower in ("no", "neither", "none")
    return (is_event_noun(head) or head in _MISHAPS) and not nobody


_MISHAPS = frozenset("fire blaze crash collision accident landslide flood leak outbreak stabbing gunfire".split())


def exists(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "There was an explosion"."""
    after = parsed.words[clause.verb.last : clause.end]
    head = head_noun(subject_of(parsed, clause))
    placed = clause.verb.tense == Tense.PAST and bool(after) and after[0].lower in ("in", "at", "near")
    if placed and is_event_noun(head):
        return head not in LASTING  # "The second attack was in the market"
    return head == "there" and any(is_event_noun(word.lower) for word in after)


def orders(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "told residents to leave": an infinitive follows what the verb is done to."""
    after = parsed.words[clause.verb.last : clause.end]
    return any(
        one.lower == "to" and Form.BASE in FORMS.get(two.lower, ("", Form(0)))[1] for one, two in pairwise(after)
    )
