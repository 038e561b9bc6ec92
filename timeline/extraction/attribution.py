"""Who said it: the source of a clause, and the words of the sentence that only name the source.

"Hamas confirmed that …", "…, according to Israeli media reports", "…, officials said on Monday". The day on which
something was said is not the day on which it happened, so spans of telling are kept apart from what is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extraction.clauses import Clause
from timeline.extraction.grammar import PREPOSITIONS
from timeline.extraction.naming import Matcher
from timeline.extraction.openings import Role
from timeline.extraction.verbs import DENYING, FORMS, SAYING, Form
from timeline.extraction.words import QUOTE_MARKS, Word, joined, without_possessive

PRONOUNS = frozenset("he she it they him her them his its their we i you who which that this these those one".split())
TITLES = frozenset(
    """
president prime minister premier chancellor king emir sheikh general gen lt col colonel maj major captain capt
brig admiral foreign defence defense finance interior strategic affairs health national security secretary of
state deputy vice the a an senior former spokesman spokesperson spokeswoman mr mrs ms dr envoy special
mediator ambassador commander leader chief negotiator official army military chairman director mayor governor
judge
""".split()
)
_REPORTS = frozenset({"reports", "report", "reporting"})
_SOURCE_LIMIT = 60
"""Characters of a source's name; a longer one is a sentence, not a name."""
_HONORIFIC = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """Words ``first`` to ``last`` that say who said it, and the words ``source`` among them that name the source."""

    first: int
    last: int
    source: tuple[int, int]


def tellings(words: Sequence[Word], clauses: Sequence[Clause]) -> list[Telling]:
    """ "according to X" phrases and trailing tags ("…, X said on Monday"), in order."""
    verbs = [clause.verb.first for clause in clauses if clause.role in (Role.MAIN, Role.COORDINATE)]
    found = [Telling(at, *_according(words, at, verbs)) for at in range(len(words) - 2) if _accords(words, at)]
    tags = [Telling(clause.begin, clause.end, clause.subject) for clause in clauses if clause.role == Role.TAG]
    return sorted(found + tags, key=lambda telling: telling.first)


def _accords(words: Sequence[Word], at: int) -> bool:
    return words[at].lower == "according" and words[at + 1].lower == "to"


def _according(words: Sequence[Word], at: int, verbs: Sequence[int]) -> tuple[int, tuple[int, int]]:
    """The end of "according to X" and the words of X: up to a mark, or to the verb of the clause it stands in."""
    last = at + 2
    while last < len(words) and words[last].text not in ",;:—–" and words[last].text not in QUOTE_MARKS:
        if last in verbs or last > at + 2 and words[last].lower in ("he", "she", "it", "they"):
            break
        last += 1
    if last == len(words) and words[-1].text == ".":
        last -= 1
    return last, (at + 2, last)


def source_of(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    index: int,
    told: Sequence[Telling],
    matcher: Matcher,
    he: str | None,
) -> str | None:
    """Who says what the clause at ``index`` tells: its reporting verb's subject, else a tag, else "according to".

    ``he`` stands for a pronoun ("He said …"). None when nobody is named.
    """
    clause = clauses[index]
    for parent in _speakers(words, clauses, clause):
        return _name(words, *parent.subject, matcher, he)
    spans = [
        telling.source
        for telling in told
        if telling.first >= clause.verb.last
        or telling.last <= clause.begin + 4
        or clause.subject[0] < telling.first < telling.last == clause.verb.first
    ]
    return next((name for span in spans if (name := _name(words, *span, matcher, he))), None)


def _speakers(words: Sequence[Word], clauses: Sequence[Clause], clause: Clause) -> list[Clause]:
    """The clauses that report the clause, nearest that names its speaker first."""
    found, seen = [], clause
    while (
        not _is_own_aside(words, seen)
        and seen.parent is not None
        and seen.role in (Role.REPORTED, Role.ADVERBIAL, Role.RELATIVE, Role.CONDITION)
    ):
        parent = clauses[seen.parent]
        if seen.role == Role.REPORTED and parent.verb.base in SAYING | DENYING and not parent.verb.passive:
            found.append(parent)
        seen = parent
    return found


def _is_own_aside(words: Sequence[Word], clause: Clause) -> bool:
    """ ", which X seized in June,": what the article adds by itself to somebody's words."""
    at = clause.begin - 2
    return clause.role == Role.RELATIVE and clause.lead != "what" and at >= 0 and words[at].text == ","


def short_source(text: str, matcher: Matcher) -> str | None:
    """A source by its short name: "A senior Hamas official" -> "senior Hamas official", "President Trump" -> "Trump".

    The vocabulary's own name when the words are one of its names; None when they name nobody.
    """
    plain = without_possessive(_HONORIFIC.sub("", text.strip(" ,.“”\"'")))
    words = plain.split()
    while words and words[-1].lower() in _REPORTS:
        words.pop()
    if not words or len(plain) > _SOURCE_LIMIT or words[0].lower() in PRONOUNS | PREPOSITIONS:
        return None
    plain = " ".join(words)
    bare = untitled(plain, matcher)
    return matcher.canonical(text.strip()) or matcher.canonical(plain) or matcher.canonical(bare) or bare


def untitled(plain: str, matcher: Matcher) -> str:
    """The name after its titles ("US President Donald Trump" -> "Donald Trump"), when what remains is a name."""
    words = plain.split()

    titles = [word.lower().strip(",.") in TITLES for word in words] + [False]
    first = 0
    while first < len(words) and (titles[first] or titles[first + 1] and matcher.canonical(words[first]) is not None):
        first += 1
    if first == len(words) and words[0].lower() in TITLES and words[-1].lower() not in TITLES:
        first -= 1
    rest = words[first:]
    if first and rest and all(word[0].isupper() or "-" in word for word in rest):
        return " ".join(rest)
    return plain


def _name(words: Sequence[Word], first: int, last: int, matcher: Matcher, he: str | None) -> str | None:
    span = _head(words, first, last)
    text = joined(span)
    if text.lower() in ("he", "she", "it", "they"):
        return short_source(he, matcher) if he else None
    return short_source(text, matcher)


def _head(words: Sequence[Word], first: int, last: int) -> Sequence[Word]:
    """A source without leading adverbs and without what follows its first comma ("Smith, the group's leader,")."""
    span = list(words[first:last])
    while span and (
        not span[0].is_word
        or ":" in span[0].text
        or span[0].lower in ("but", "and", "yet", "also", "however", "meanwhile", "earlier", "later")
    ):
        span.pop(0)
    commas = [i for i, word in enumerate(span) if word.text == ","]
    if commas and commas[0] and span[0].lower in ("on", "in", "at", "after", "late", "earlier", "since", "during"):
        rest = span[commas[0] + 1 :]
        return _head(rest, 0, len(rest))  # "On Saturday, in a brief statement, the minister"
    day = next((i for i, word in enumerate(span[:-1]) if i and word.lower == "on" and span[i + 1].is_capital), None)
    if day is not None:
        return span[:day]
    listed = commas and any(word.lower == "and" for word in span[commas[-1] :]) and len(span) <= 12
    return span[: commas[0]] if commas and not listed else span


def reporting_participle(words: Sequence[Word], first: int, last: int) -> int | None:
    """Where ", adding", ", saying" or ", warning" begins in a span of words, or None."""
    for at in range(first, last):
        known = FORMS.get(words[at].lower)
        if known and Form.ING in known[1] and known[0] in SAYING and words[at - 1].text in ',”"':
            return at
    return None
