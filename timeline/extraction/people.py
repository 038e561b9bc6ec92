"""Who "he", "it" and "its" are, from the sentences before, and for which actor an office-holder speaks.

Conservative: a pronoun is only ever the subject of its own report ("Hamas said it …") or of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.extraction.attribution import PRONOUNS, TITLES, short_source, untitled
from timeline.extraction.clauses import Clause
from timeline.extraction.grammar import PREPOSITIONS, SUBORDINATORS
from timeline.extraction.naming import Matcher, Naming
from timeline.extraction.openings import Role
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.plurals import is_plural
from timeline.extraction.subjects import subject_of, text_of
from timeline.extraction.words import QUOTE_MARKS, Word, joined, without_possessive, words_of

SUBJECT_LIMIT = 8
"""Words a subject may have to stand for a pronoun in the next sentence; a longer one would not fit a headline."""
PERSON_AGE = 1
"""Sentences after which "he" no longer means the person last named; two named in one sentence are none."""
_POSSESSIVES = frozenset({"its", "his", "her", "their"})


@dataclass(slots=True)
class Context:
    """The subjects last told: a person for "he" and "she", one thing for "it", several for "they"."""

    person: str | None = None
    age: int = 0
    thing: str | None = None
    several: str | None = None
    rivals: set[str] = field(default_factory=set)

    def antecedent(self, pronoun: str) -> str | None:
        if pronoun in ("he", "she", "his", "her"):
            return self.person
        return self.several if pronoun in ("they", "their") else self.thing

    def note(self, parsed: ParsedSentence, matcher: Matcher) -> None:
        """Remember the subjects of the sentence's clauses; things are forgotten after one sentence."""
        self.thing = self.several = None
        before, self.person, self.rivals = self.person, None, set()
        for clause in parsed.clauses:
            if clause.role in (Role.MAIN, Role.COORDINATE, Role.TAG, Role.REPORTED):
                self.note_subject(subject_of(parsed, clause), matcher)
        self.age = 0 if self.rivals else self.age + 1
        if not self.rivals and self.age < PERSON_AGE:
            self.person = before
        elif len(self.rivals) > 1:
            self.person = None

    def note_subject(self, subject: Sequence[Word | str], matcher: Matcher) -> None:
        """Remember one subject, if it can stand for a pronoun."""
        words = [word for word in subject if isinstance(word, Word) and word.is_word]
        if not words or len(words) > SUBJECT_LIMIT or words[0].lower in PRONOUNS | _POSSESSIVES | {"there"}:
            return
        if words[0].lower in PREPOSITIONS | SUBORDINATORS | {"unlike", "like"}:
            return
        line = joined(words)
        name = short_source(line, matcher) or line
        if is_person(words, name, matcher):
            self.person = untitled(line, matcher)
            self.rivals.add(name)
        elif is_plural(words):
            self.several = line
        else:
            self.thing = line


def is_person(words: Sequence[Word], name: str, matcher: Matcher) -> bool:
    """Whether a subject reads as a person: a title before a name, a listed person's surname, or a full name."""
    if words[0].lower in ("the", "a", "an") or any(not word.is_capital and "-" not in word.text for word in words):
        return False
    canonical = matcher.canonical(joined(words)) or matcher.canonical(name)
    titled = words[0].lower in TITLES and len(words) > 1
    if canonical:
        parts = canonical.split()
        return titled or 2 <= len(parts) <= 4 and without_possessive(words[-1].text) == parts[-1]
    return titled or 2 <= len(words) <= 3


def resolved_subject(
    parsed: ParsedSentence, clause: Clause, context: Context, matcher: Matcher
) -> list[Word | str] | None:
    """The clause's subject with a leading pronoun resolved; None when it stands for nobody we know.

    Empty when it is somebody speaking ("we", "I"): what people say of themselves is theirs to tell.
    """
    subject = subject_of(parsed, clause)
    first = next((word for word in subject if text_of(word) not in QUOTE_MARKS), "")
    lower = first.lower if isinstance(first, Word) else str(first).lower()
    if not subject or lower not in PRONOUNS | _POSSESSIVES | {"our", "my", "your"}:
        return subject or None
    if lower in ("we", "you", "i", "our", "my", "your") or lower in ("this", "that") and len(subject) == 1:
        return []  # a bare "this" is no thing but what was just told
    if lower not in _POSSESSIVES and (len(subject) > 1):
        return subject if lower in ("these", "those", "this", "that", "one") else None
    meant = (
        _reporter(parsed, clause, lower, matcher)
        or _earlier(parsed, clause, lower, matcher)
        or context.antecedent(lower)
    )
    if meant is None:
        return None
    return [f"{meant}’s", *subject[1:]] if lower in _POSSESSIVES else list(words_of(meant))


def _earlier(parsed: ParsedSentence, clause: Clause, pronoun: str, matcher: Matcher) -> str | None:
    """The subject of an earlier clause of the sentence that the pronoun can stand for."""
    here = Context()
    for other in parsed.clauses:
        if other.verb.first >= clause.verb.first:
            break
        here.note_subject(subject_of(parsed, other), matcher)
    return here.antecedent(pronoun)


def _reporter(parsed: ParsedSentence, clause: Clause, pronoun: str, matcher: Matcher) -> str | None:
    if clause.role != Role.REPORTED or clause.parent is None:
        return None
    subject = subject_of(parsed, parsed.clauses[clause.parent])
    words = [word for word in subject if isinstance(word, Word)]
    if not words or len(words) > SUBJECT_LIMIT or words[0].lower in PRONOUNS:
        return None
    line = joined(words)
    if pronoun in ("it", "he", "she", "him", "her") and is_plural(words) and not matcher.canonical(line):
        return None  # "Officials said it killed nine": not the officials
    return line if matcher.canonical(line) else short_source(line, matcher)


def affiliations(text: str, names: Sequence[Naming]) -> dict[str, str]:
    """Surname -> actor, where the text introduces an office-holder: "US President Donald Trump" speaks for the US."""
    found: dict[str, str] = {}
    for naming in names:
        if naming.is_place:
            continue
        words = words_of(text[naming.end : naming.end + 80].partition("\n")[0])
        at = 1 if words and words[0].text in ("’s", "'s") else 0
        office = at
        while at < len(words) and words[at].lower in TITLES:
            at += 1
        at += at < len(words) and words[at].text == "," and at > office
        last = at
        while last < len(words) and last - at < 3 and words[last].is_word and words[last].is_capital:
            last += 1
        if at > office and last - at >= 2 or at > office and last - at == 1 and last < len(words):
            found.setdefault(without_possessive(words[last - 1].text), naming.name)
    return found
