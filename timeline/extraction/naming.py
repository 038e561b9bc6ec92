"""Which actors, places and kinds of the vocabulary a text names, and where.

One walk over the text's folded words through a trie of all names; the longest name wins. A name that is both an
actor and a place ("Egypt") is a place after a word of place ("in", "to", "near"), else an actor.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.extraction.scripts import MARKS
from timeline.extraction.vocabulary import ARTICLES, Name, Vocabulary, fold
from timeline.extraction.words import without_possessive

_LETTERS = rf"[^\W_]+(?:{MARKS}+[^\W_]*)*"
_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_LETTERS}(?:[’‘ʼʻʿʾ`´'\"״׳]{_LETTERS})*[’']?")
_PLACING = frozenset(
    "in into at near from inside across to toward towards for through outside within around via"
    " في الي داخل قرب عبر خارج جنوب شمال شرق غرب جنوبي شمالي شرقي غربي"
    " אל בתוך ליד דרך מחוץ דרום צפון מזרח מערב".split()
)
_PEOPLE = frozenset(
    "delegation delegations officials negotiators mediators envoys representatives diplomats teams leaders".split()
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}\Z")
_PROCLITICS = (re.compile(r"[وف]?[بلك]?(?=\w{2})"), re.compile(r"[ובלמהשכ]{1,3}(?=\w{2})"))
"""Particles written onto an Arabic or Hebrew word: "and", "in", "to", "from", "like", "that"."""

_FIRST_OF_SCRIPTS = "\u0590"
_NEAR = 60
"""Characters within which a named neighbour tells two places of one name apart."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in the text: ``text[start:end]`` names ``name``, a place or an actor."""

    start: int
    end: int
    name: str
    is_place: bool
    country: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    folded: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    is_place: bool
    acronym: bool
    articled: bool
    lower: bool
    quoted: bool = False


class Matcher:
    """The names of one vocabulary, ready to be looked for. Make it with :func:`matcher_for`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.root = _Node()
        for names, is_place in ((vocabulary.actors, False), (vocabulary.places, True)):
            for name in names:
                for form in name.forms:
                    self._add(name, form, is_place)
        self.homonyms = _homonyms(vocabulary.places)
        self.canonical = lru_cache(maxsize=4096)(self._canonical)

    def _add(self, name: Name, form: str, is_place: bool) -> None:
        tokens = _tokens(form)
        node = self.root
        for token in tokens:
            node = node.children.setdefault(token.folded, _Node())
        articled = (
            len(tokens) == 1 and form != name.name and fold(form) != form.casefold() and form[:2].casefold() in ARTICLES
        )
        if tokens:
            node.entries.append(
                _Entry(name, is_place, bool(_ACRONYM.match(form)), articled, form[0].islower(), _is_quoted(form))
            )

    def find(self, text: str) -> tuple[Naming, ...]:
        """Every name in the text, in order, none overlapping another; the time is linear in the text."""
        return tuple(_told_apart(list(self._walk(text, _tokens(text))), self.homonyms))

    def _canonical(self, text: str) -> str | None:
        """The name of the vocabulary that the text as a whole is a form of, or None."""
        found = self.find(text)
        tokens = _tokens(text)
        if len(found) == 1 and tokens and (found[0].start, found[0].end) == (tokens[0].start, tokens[-1].end):
            return found[0].name
        return None

    def _walk(self, text: str, tokens: Sequence[_Token]) -> Iterator[Naming]:
        index = 0
        while index < len(tokens):
            length, entries = self._longest(text, tokens, index)
            if not entries:
                index += 1
                continue
            last = tokens[index + length - 1]
            end = last.start + len(without_possessive(last.text))
            yield _naming(text, tokens, index, end, entries, possessive=end < last.end)
            index += length

    def _longest(self, text: str, tokens: Sequence[_Token], index: int) -> tuple[int, list[_Entry]]:
        best: tuple[int, list[_Entry]] = (0, [])
        for first in without_particles(tokens[index].folded):
            node = self.root.children.get(first)
            length = 1
            while node is not None:
                if length > best[0] and (fitting := [e for e in node.entries if _fits(e, text, tokens[index])]):
                    best = length, fitting
                following = index + length
                node = node.children.get(tokens[following].folded) if following < len(tokens) else None
                length += 1
        return best


@lru_cache(maxsize=65536)
def without_particles(folded: str) -> tuple[str, ...]:
    """The word, and what it is without the particles it may begin with: "وبالقاهرة" without و, then ب, then ال."""
    if folded[0] < _FIRST_OF_SCRIPTS:
        return (folded,)
    found = [folded]
    for particles in _PROCLITICS:
        match = particles.match(folded)
        found += [folded[end:] for end in range(1, match.end() + 1)] if match else []
    found += [f"ال{word[2:]}" for word in found if word.startswith("لل")]
    found += [word[2:] for word in found[1:] if word.startswith("ال") and len(word) > 3]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def word_stems(folded: str) -> tuple[str, ...]:
    """The word with and without its particles and its article: what tables of words and cues list."""
    forms = without_particles(folded)
    return (*forms, *(form[2:] for form in forms if form.startswith("ال") and len(form) > 3))


def _is_quoted(text: str) -> bool:
    """Whether a Hebrew acronym's mark stands in it: פת"ח is a movement, פתח is "opened"."""
    return text[0] >= _FIRST_OF_SCRIPTS and " " not in text and ('"' in text or "״" in text)


def _fits(entry: _Entry, text: str, token: _Token) -> bool:
    """Acronyms only in capitals ("us" is a pronoun), names that lost al- only where the text has it."""
    if entry.acronym:
        return token.text.isupper()
    if entry.quoted:
        return _is_quoted(token.text)
    if entry.articled:
        return text[max(0, token.start - 3) : token.start - 1].casefold() in ARTICLES
    return token.text[0].isupper() or not token.text[0].islower() or entry.lower


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text):
        plain = without_possessive(match[0])
        folded = _folded(plain)
        article = (
            folded in ARTICLES and text[match.end() : match.end() + 1] in ("-", " ") and match.end() + 1 < len(text)
        )
        if folded and not article:
            tokens.append(_Token(match[0], folded, match.start(), match.end()))
    return tokens


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """A word as the trie holds it: "U.S." is "us", and צה"ל has no marks."""
    return fold(word.replace(".", "").replace('"', "").replace("״", "").replace("׳", ""))


def _naming(
    text: str, tokens: Sequence[_Token], index: int, end: int, entries: list[_Entry], *, possessive: bool
) -> Naming:
    places = [entry for entry in entries if entry.is_place]
    actors = [entry for entry in entries if not entry.is_place]
    as_place = bool(places) and (not actors or not possessive and _placed(text, tokens, index, _spelt(places)))
    chosen = places if as_place else actors
    start, first = tokens[index].start, chosen[0].name
    return Naming(start, end, first.name, as_place, first.country)


def _placed(text: str, tokens: Sequence[_Token], index: int, spelt: Collection[str]) -> bool:
    """Whether a word of place stands right before the name ("in Egypt", not "delegations from Egypt")."""
    if tokens[index].folded[0] in _IN and tokens[index].folded not in spelt:
        return True
    if index == 0 or text[tokens[index - 1].end : tokens[index].start].strip():
        return False
    before = tokens[index - 1].folded
    if not _PLACING.isdisjoint(without_particles(before)) and before[0] >= _FIRST_OF_SCRIPTS:
        return True
    return before in _PLACING and not (before == "from" and index > 1 and tokens[index - 2].folded in _PEOPLE)


_IN = frozenset("בب")
"""Written onto the name of a place it says "in"."""


def _spelt(entries: Sequence[_Entry]) -> frozenset[str]:
    """The first words of what the entries are called, folded."""
    return frozenset(_folded(form.split()[0]) for form in entries[0].name.forms)


def _homonyms(places: Sequence[Name]) -> dict[str, tuple[Name, ...]]:
    """Places called alike but for a qualifier: "Rafah" and "Rafah (Egypt)"."""
    groups: dict[str, list[Name]] = {}
    for place in places:
        groups.setdefault(fold(place.name.partition(" (")[0]), []).append(place)
    return {key: tuple(group) for key, group in groups.items() if len(group) > 1}


def _told_apart(found: list[Naming], homonyms: dict[str, tuple[Name, ...]]) -> Iterator[Naming]:
    """Each place that shares its name with another, given to the country whose places stand nearest."""
    for index, naming in enumerate(found):
        group = homonyms.get(fold(naming.name.partition(" (")[0]), ()) if naming.is_place else ()
        if not group or naming.name != group[0].name:
            yield naming
            continue
        near = [
            other
            for other in found[max(0, index - 3) : index + 4]
            if other is not naming and _gap(naming, other) <= _NEAR
        ]
        near.sort(key=lambda other: _gap(naming, other))
        place = next((place for other in near for place in group if _speaks_for(place, other)), group[0])
        yield Naming(naming.start, naming.end, place.name, True, place.country)


def _gap(one: Naming, other: Naming) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _speaks_for(place: Name, neighbour: Naming) -> bool:
    """Whether a name nearby is of the place's country, or is the qualifier in its own name."""
    qualifier = place.name.partition(" (")[2].rstrip(")")
    return neighbour.is_place and (
        bool(place.country) and neighbour.country == place.country or neighbour.name == qualifier
    )


@lru_cache(maxsize=16)
def matcher_for(vocabulary: Vocabulary) -> Matcher:
    """The matcher of a vocabulary, built once."""
    return Matcher(vocabulary)


class Names:
    """All names of one text, asked for by span."""

    def __init__(self, found: Sequence[Naming]) -> None:
        self.found = found
        self._starts = [naming.start for naming in found]

    def within(self, start: int, end: int) -> Sequence[Naming]:
        """The names that begin in ``[start, end)``."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
