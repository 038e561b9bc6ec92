"""Whether a clause tells a happening: with a date in its words, and without one."""

from __future__ import annotations

import re

from timeline.dates.event_date import OPEN_END
from timeline.extraction.claims import claims_in
from timeline.extraction.clauses import Clause
from timeline.extraction.constructions import exists, harmed, in_court, mishap, orders
from timeline.extraction.event_nouns import LASTING
from timeline.extraction.grammar import DETERMINERS, Tense
from timeline.extraction.mentions import Mention
from timeline.extraction.naming import Names
from timeline.extraction.newsworthy import is_particular, reporting_subject
from timeline.extraction.openings import Role
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.promises import promised
from timeline.extraction.spotters.words import CARDINALS
from timeline.extraction.subjects import head_noun, subject_of
from timeline.extraction.verbs import FORMS, HAPPENING, REPORTING, STATES, Form
from timeline.extraction.words import joined

ACTS = frozenset(
    """
    condemn urge welcome criticise criticize praise oppose present support accuse call warn demand mark commemorate
    """.split()
)
"""What is said or done in public: an event when a date hangs on it, else only an attitude."""
WEAK = frozenset("hold fall set extend hand form clear catch".split())
"""Verbs of happenings that as often tell a state ("held him responsible", "fell short"): never news without a date."""
MOVING = frozenset("gather meet arrive leave depart travel return convene withdraw retreat evacuate flee".split())
"""Verbs whose present progressive tells news ("delegations are gathering in …")."""
ORDERING = frozenset({"tell", "ask", "warn"})
"""Verbs that are an order with "to" and a verb after their object ("told residents to leave")."""
ADMITTING = frozenset({"admit", "pledge", "disclose", "reveal"})
"""Verbs of speech that are an act when their object is a thing ("admitted his guilt on Monday")."""
PASSIVE_ACTS = frozenset({"admit", "declare", "find", "hear"})
"""Verbs of speech whose passive is an act ("patients were admitted", "a curfew was declared", "shots were heard")."""
SCHEDULED = frozenset({"plan", "schedule", "slate"})
"""Participles that, after a form of be and with a date, make a plan of the subject ("a vote is planned for May")."""
CONSEQUENCES = frozenset(
    "kill wound injure damage destroy displace demolish burn die raze ruin cut return begin start reach enter".split()
)
"""Verbs that, with the subject of the verb before, tell what that did or where it led."""
_OBJECT_PRONOUNS = frozenset({"him", "her", "them", "it"})
_TELLING_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_STANDING_ALONE = (Role.MAIN, Role.COORDINATE, Role.REPORTED)
_ORDINAL_TERM = re.compile(r"(?:its|the|their)\s+\w+\s+(?:day|week|month|year|round|anniversary)\b", re.IGNORECASE)


def is_eventful(parsed: ParsedSentence, index: int, *, dated: bool) -> bool:
    """Whether the clause's verb tells a happening; ``dated`` when a date hangs on it, which says much for it."""
    clause = parsed.clauses[index]
    base = clause.verb.base
    if clause.role in (Role.TAG, Role.CONDITION, Role.CONTACT) or _is_object_relative(parsed, clause):
        return False
    acted_on = clause.verb.passive and base in PASSIVE_ACTS and not reports_on(parsed, index) or mishap(parsed, clause)
    if acted_on or dated and is_scheduled(parsed, clause) or in_court(parsed, clause):
        return True
    if base in REPORTING and (base not in HAPPENING or reports_on(parsed, index)):
        admits = base in ADMITTING and has_object(parsed, clause)
        return dated and not reports_on(parsed, index) and (admits or base in ORDERING and orders(parsed, clause))
    if base == "be":
        return exists(parsed, clause)
    if base in HAPPENING or base in ACTS and dated:
        return not (base == "enter" and _ORDINAL_TERM.match(_text(parsed, clause.verb.last, clause.end)))
    aside = clause.role in (Role.RELATIVE, Role.ADVERBIAL)
    return dated and base not in STATES and not clause.verb.progressive and not aside


def is_news(parsed: ParsedSentence, index: int, clause: Clause, names: Names, *, person: str | None = None) -> bool:
    """Whether an undated clause tells news of the days before publication; ``person`` is who "he" and "she" are."""
    if clause.role not in _STANDING_ALONE or not is_eventful(parsed, index, dated=False):
        return False
    if _of_nobody(parsed, clause) or _answers_words(parsed, clause):
        return False
    if not _tells(parsed, clause) or _in_doubt(parsed, index) or _opens_in_time(parsed, clause):
        return False
    if head_noun(subject_of(parsed, clause)) in LASTING | {"there", ""} or _has_pronoun_object(parsed, clause):
        return False
    start, end = _characters(parsed, clause)
    words = parsed.text[start - parsed.sentence.start : end - parsed.sentence.start]
    if _HABITUAL.search(_text(parsed, clause.begin, clause.end)) or not _is_prose(parsed):
        return False
    reporter = reporting_subject(parsed, clause)
    named = names.within(start, end) or reporter and names.within(*reporter)
    known = person and parsed.words[clause.subject[0]].lower in ("he", "she")
    return bool(named or known or claims_in(words)) or is_particular(parsed, clause)


def _of_nobody(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "Neither side has …", "No group …": what did not happen is no news, and no denial either."""
    return parsed.words[clause.subject[0]].lower in ("no", "neither", "none", "nobody")


def _answers_words(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "rejected such accounts": an answer to what others said."""
    after = parsed.words[clause.verb.last : min(clause.end, clause.verb.last + 4)]
    return clause.verb.base in ("reject", "dismiss", "confirm") and any(word.lower in _SAYINGS for word in after)


_SAYINGS = frozenset(
    "account accounts accusation accusations allegation allegations claim claims criticism report reports"
    " suggestion suggestions".split()
)


def _tells(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether the verb's form tells something done: past or perfect, not negated, not a state, not "had" of before."""
    verb = clause.verb
    hands_over = verb.last < clause.end and parsed.words[verb.last].lower in ("over", "out", "up", "fire", "off")
    if verb.base == "leave" and verb.passive and not harmed(parsed, clause):
        return False
    if verb.negated or verb.base in WEAK and not verb.passive and not hands_over:
        return False
    if verb.progressive:
        return verb.tense == Tense.PRESENT and verb.base in MOVING
    return verb.tense in _TELLING_TENSES and (verb.tense != Tense.PLUPERFECT or clause.role == Role.REPORTED)


def tells_of_object(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "the town, which X seized in June": a happening to what the relative clause hangs on."""
    own_subject = clause.subject == (clause.begin, clause.verb.first)
    fits = clause.role == Role.RELATIVE and clause.lead in ("which", "that", "whom") and own_subject
    return fits and clause.verb.base in HAPPENING and not clause.verb.negated and clause.verb.tense in _TELLING_TENSES


def is_lasting_state(clause: Clause, mention: Mention) -> bool:
    """ "has been governed from X since 1871", "had not held the town since June": nothing that happened since."""
    since = mention.date is not None and mention.date.latest == OPEN_END
    verb = clause.verb
    perfect = verb.tense in (Tense.PERFECT, Tense.PLUPERFECT)
    return since and perfect and (verb.negated or verb.base not in HAPPENING)


def is_plan(parsed: ParsedSentence, index: int, clause: Clause, names: Names) -> bool:
    """Whether an undated clause tells what somebody in particular is going to do ("Germany will send …")."""
    if clause.role not in _STANDING_ALONE or clause.verb.negated or _in_doubt(parsed, index):
        return False
    base = clause.verb.base if clause.verb.modal == "will" else promised(parsed, clause)
    if base not in HAPPENING - WEAK or base in STATES:
        return False
    start, end = _characters(parsed, clause)
    return _is_prose(parsed) and (bool(names.within(start, end)) or is_particular(parsed, clause))


def is_scheduled(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "Elections are due on 14 June", "a second round is planned for May": what is still to come, told by its noun."""
    if clause.verb.base == "be":
        return clause.verb.last < clause.end and parsed.words[clause.verb.last].lower == "due"
    return clause.verb.passive and clause.verb.base in SCHEDULED


def _text(parsed: ParsedSentence, first: int, last: int) -> str:
    return joined(parsed.words[first:last])


def _is_object_relative(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "the plan that Biden had made public": without its object the clause is no whole."""
    if clause.role == Role.REPORTED and clause.parent is not None:
        return parsed.clauses[clause.parent].lead in ("whom", "which", "that") and _is_object_relative(
            parsed, parsed.clauses[clause.parent]
        )
    own_subject = clause.subject == (clause.begin, clause.verb.first)
    return clause.role == Role.RELATIVE and (clause.verb.negated or own_subject and clause.lead != "what")


_HABITUAL = re.compile(
    r"\b(?:previously|formerly|ever|often|repeatedly|regularly|always|usually|every"
    r"|since|so far|to date|years? ago|in the past)\b"
)
"""Words that put a sentence without a date out of the week's news."""


def _is_prose(parsed: ParsedSentence) -> bool:
    """Whether it ends as a sentence does: a title or caption tells what the text will tell again."""
    return parsed.text[-1:] in ".!?”\"’'»)]…"


def _opens_in_time(parsed: ParsedSentence, clause: Clause) -> bool:
    """ "During the first phase Hamas freed": a time of its own that is no date; or no subject but a base verb."""
    first = parsed.words[clause.subject[0]]
    known = FORMS.get(first.lower)
    bare = known is not None and Form.BASE in known[1] and not first.is_capital
    return bare or first.lower in (
        "during",
        "since",
        "until",
        "throughout",
        "between",
        "under",
        "by",
        "before",
        "after",
    )


def _has_pronoun_object(parsed: ParsedSentence, clause: Clause) -> bool:
    return clause.verb.last < clause.end and parsed.words[clause.verb.last].lower in _OBJECT_PRONOUNS


def stands_alone(parsed: ParsedSentence, index: int) -> bool:
    """Whether a verb that shares its subject tells a happening of its own, not what the one before did.

    "stormed the prison and freed 300 inmates" are two, "shelled the town and killed 12" and "stormed a post and seized
    weapons" are one each.
    """
    clause = parsed.clauses[index]
    if clause.verb.base not in HAPPENING - CONSEQUENCES or clause.verb.base in WEAK:
        return False
    return has_object(parsed, clause)


def has_object(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a noun phrase of its own follows the verb: "lowered its flag", "shut down all schools"; not "smiled"."""
    at = clause.verb.last + (clause.verb.last < clause.end and parsed.words[clause.verb.last].lower in _PARTICLES)
    after = parsed.words[at] if at < clause.end else None
    counted = after is not None and (after.lower in CARDINALS or after.lower in ("all", "both"))
    return after is not None and (counted or after.lower in DETERMINERS or after.is_capital or after.text[0].isdigit())


_PARTICLES = frozenset({"down", "up", "out", "off", "over"})


def reports_on(parsed: ParsedSentence, index: int) -> bool:
    """Whether the clause has somebody's words for its object."""
    return any(other.parent == index and other.role == Role.REPORTED for other in parsed.clauses)


def _in_doubt(parsed: ParsedSentence, index: int) -> bool:
    """Whether a condition hangs on the clause, or one that reports it is itself only possible or denied."""
    clause, parent = parsed.clauses[index], parsed.clauses[index].parent
    if any(other.role == Role.CONDITION and other.parent == index for other in parsed.clauses):
        return True
    if clause.role != Role.REPORTED or parent is None:
        return False
    over = parsed.clauses[parent]
    return (
        over.verb.tense == Tense.MODAL
        or over.verb.negated
        or over.verb.base in ("hope", "fear", "believe", "think", "expect")
    )


def _characters(parsed: ParsedSentence, clause: Clause) -> tuple[int, int]:
    first = min(clause.begin, clause.subject[0])
    return parsed.words[first].start, parsed.words[max(first, clause.end - 1)].end
