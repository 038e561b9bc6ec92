"""Happenings told by nouns: "Hamas’s October 7, 2023 attacks on Israel", "the January 19 ceasefire", and the long
ones that an event set off: "…, which triggered nearly two years of conflict in Gaza".

Such a background date belongs to its noun and not to the sentence's news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import Precision
from timeline.extraction.drafts import HEADLINE_LIMIT
from timeline.extraction.event_nouns import DISCUSSING, LASTING, OCCURRING, TRANSITIVE, is_event_noun, stem
from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVIZERS
from timeline.extraction.mentions import TimexType
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.verbs import FORMS, Form
from timeline.extraction.words import Word, joined, without_possessive

_AIMS = {"on": 1, "against": 1, "of": 1, "in": 1, "to": 1, "from": 1}


@dataclass(frozen=True, slots=True)
class NounEvent:
    """A noun's happening: its words ``first`` to ``last``, the date that hangs on it, and its headline."""

    first: int
    last: int
    head: int
    dated: Dated
    headline: str


def noun_events(parsed: ParsedSentence) -> list[NounEvent]:
    """The nouns of the sentence that carry a date of their own, in order."""
    found = (_event(parsed, dated) for dated in parsed.dates if dated.is_day and dated is not parsed.label)
    return [event for event in found if event]


_NAMING = frozenset({Precision.YEAR, Precision.DECADE, Precision.CENTURY})
"""A year before a noun names it ("the 2020 election") more often than it dates it."""


def _event(parsed: ParsedSentence, dated: Dated) -> NounEvent | None:
    words = parsed.words
    if dated.mention.date is not None and dated.mention.date.precision in _NAMING:
        return None
    head = _head_after(words, dated)
    if head is not None:
        first = _agent_start(words, dated.first)
    elif dated.first >= 2 and words[dated.first - 1].lower == "of":
        head = dated.first - 2
        if not is_event_noun(words[head].lower):
            return None
        first = _agent_start(words, head)
    elif (before := _background_noun(parsed, dated)) is not None:
        head, first = before, _agent_start(words, before)
    else:
        return None
    last = _object_end(parsed, max(head + 1, dated.last if dated.first > head else 0))
    line = _headline(words, first, head, last, dated)
    return NounEvent(first, last, head, dated, line) if line and len(line) <= HEADLINE_LIMIT else None


def _background_noun(parsed: ParsedSentence, dated: Dated) -> int | None:
    """The noun of "following the overthrow of X on 26 July" or of "were a reply to the massacre near X on 22 April"."""
    words = parsed.words
    if dated.first < 3 or words[dated.first - 1].lower not in ("on", "in") or not _leaves_verb_alone(parsed, dated):
        return None
    for at in range(dated.first - 2, max(1, dated.first - 10), -1):
        if not words[at].is_word or any(at in range(clause.verb.first, clause.verb.last) for clause in parsed.clauses):
            return None
        if is_event_noun(words[at].lower):
            background = words[at - 1].lower == "the" and words[at - 2].lower in _BACKGROUND
            return at if background or _has_two_dates(parsed, dated) and not _is_object(parsed, at) else None
    return None


def _has_two_dates(parsed: ParsedSentence, dated: Dated) -> bool:
    """Whether the verb has another date before this one ("appeared on Monday over the attack on …")."""
    clause = next((one for one in parsed.clauses if one.verb.last <= dated.first < one.end), None)
    return clause is not None and any(
        one.is_day and clause.verb.last <= one.first < dated.first for one in parsed.dates
    )


def _is_object(parsed: ParsedSentence, at: int) -> bool:
    """Whether the noun is what a verb right before it does ("…, launched an attack on Friday")."""
    before = [word.lower for word in parsed.words[max(0, at - 4) : at]]
    return any(FORMS.get(word, ("", Form(0)))[1] & (Form.PAST | Form.ING) for word in before)


_BACKGROUND = frozenset({"following", "after", "before", "since", "to"})
"""Before "the" and a noun of something that happened earlier than the sentence's news."""


def _leaves_verb_alone(parsed: ParsedSentence, dated: Dated) -> bool:
    """Whether the clause needs the date for nothing else: its verb is a form of be, or has a date before this one."""
    clause = next((one for one in parsed.clauses if one.verb.last <= dated.first < one.end), None)
    if clause is None or clause.verb.base == "be":
        return clause is not None
    return any(one.is_day and clause.verb.last <= one.first < dated.first for one in parsed.dates)


def _head_after(words: Sequence[Word], dated: Dated) -> int | None:
    """The event noun that the date stands before, at most three words on: "October 7 Hamas-led attacks"."""
    before = words[dated.first - 1] if dated.first else None
    if words[dated.last - 1].is_possessive:
        pass
    elif before is None or not (before.is_possessive or before.lower in DETERMINERS):
        return None
    for at in range(dated.last, min(len(words), dated.last + 4)):
        lower = words[at].lower
        if is_event_noun(lower):
            return at
        if not words[at].is_word or lower in PREPOSITIONS | CONJUNCTIONS | RELATIVIZERS:
            return None
    return None


def _agent_start(words: Sequence[Word], at: int) -> int:
    """Where "Hamas’s", "the Palestinian group’s" or "the" before the date or noun begins."""
    first = _modified_start(words, at)
    if first and words[first - 1].is_possessive:
        first -= 1
        while first and (words[first - 1].is_capital and words[first - 1].is_word):
            first -= 1
    while first and (words[first - 1].lower in DETERMINERS or at - first < 3 and words[first - 1].lower == "deadly"):
        first -= 1
    return first


def _modified_start(words: Sequence[Word], at: int) -> int:
    """Where "mass" of "a mass shooting" begins: up to two plain words between a determiner and the noun."""
    for first in (at - 1, at - 2):
        if first < 1 or not words[first].is_word or words[first].lower in PREPOSITIONS | CONJUNCTIONS | DETERMINERS:
            return at
        if words[first - 1].lower in DETERMINERS and words[first].text.islower():
            return first
    return at


def _object_end(parsed: ParsedSentence, at: int) -> int:
    """The end of "on Israel", "in Gaza City", "by gunmen on a village" after the noun."""
    words, last = parsed.words, at
    while last + 1 < len(words) and words[last].lower in _AIMS and words[last + 1].is_word:
        following = _noun_phrase_end(parsed, last + 1)
        if following == last + 1:
            break
        last = following
    return last


def _noun_phrase_end(parsed: ParsedSentence, at: int) -> int:
    """The end of a short noun phrase: determiners and adjectives, then names or one noun."""
    words, last = parsed.words, at
    verbs = {i for clause in parsed.clauses for i in range(clause.verb.first, clause.verb.last)}
    while last < len(words) and words[last].is_word and last not in verbs and last - at < 6:
        if words[last].lower in PREPOSITIONS | CONJUNCTIONS | RELATIVIZERS | {"that", "to"}:
            break
        if any(
            dated.first <= last < dated.last and not dated.mention.nested and dated.first == last
            for dated in parsed.dates
        ):
            break
        last += 1
    return last


def _headline(words: Sequence[Word], first: int, head: int, last: int, dated: Dated) -> str:
    noun = stem(words[head].lower)
    between = [words[at] for at in range(first, head) if not dated.first <= at < dated.last]
    agent = [word for word in between if word.lower not in DETERMINERS]
    rest = [words[at] for at in range(head + 1, last) if not dated.first <= at < dated.last]
    rest = rest[:-1] if rest and rest[-1].lower in PREPOSITIONS else rest
    if (
        between
        and _owner(agent)
        and noun in TRANSITIVE
        and rest
        and rest[0].lower in ("on", "against", "of", "in", "to")
    ):
        owner = without_possessive(joined(between))
        return _capital(f"{owner} {TRANSITIVE[noun]} {joined(rest[1:])}")
    if (noun in OCCURRING or noun in TRANSITIVE) and (agent or rest):
        subject = joined([*between, words[head], *rest])
        plural = noun != words[head].lower
        return _capital(f"{subject} {_happened(noun, plural=plural)}")
    return ""


def _owner(agent: Sequence[Word]) -> bool:
    return bool(agent) and agent[-1].is_possessive


def _happened(noun: str, *, plural: bool) -> str:
    verb = OCCURRING.get(noun, "took place")
    return verb.replace("was ", "were ") if plural else verb


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def seen_event(parsed: ParsedSentence, first: int, last: int) -> str:
    """The headline of what a day saw: "Yesterday also saw an earthquake in the city" -> "An earthquake … struck"."""
    words = parsed.words
    for at in range(first, min(last, first + 5)):
        if not words[at].is_word or words[at].lower in PREPOSITIONS | CONJUNCTIONS | RELATIVIZERS:
            return ""
        if is_event_noun(words[at].lower):
            end = _object_end(parsed, at + 1)
            noun = stem(words[at].lower)
            subject = joined(words[first:end])
            return _capital(f"{subject} {_happened(noun, plural=noun != words[at].lower)}")
    return ""


@dataclass(frozen=True, slots=True)
class LongEvent:
    """What a duration measures: "nearly two years of devastating conflict in Gaza"."""

    first: int
    last: int
    dated: Dated
    headline: str


def lasting_event(parsed: ParsedSentence, first: int, last: int) -> LongEvent | None:
    """The long happening told by a duration and its noun within words ``first`` to ``last``, if any."""
    words = parsed.words
    for dated in parsed.dates:
        if dated.mention.type != TimexType.DURATION or not first <= dated.first < last or dated.last >= last:
            continue
        if words[dated.last].lower != "of":
            continue
        head = next((at for at in range(dated.last + 1, min(last, dated.last + 5)) if words[at].lower in LASTING), None)
        if head is None:
            continue
        end = min(last, _object_end(parsed, head + 1))
        subject = joined(words[dated.last + 1 : end])
        return LongEvent(dated.first, end, dated, _capital(f"{subject} lasted {dated.mention.text}"))
    return None


def described_event(parsed: ParsedSentence, first: int, last: int) -> int | None:
    """The index of the noun of meeting ("discussions") in words ``first`` to ``last``, or None."""
    return next((at for at in range(first, last) if parsed.words[at].lower in DISCUSSING), None)
