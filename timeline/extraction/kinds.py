"""Which kind of event the words speak for: cues of the vocabulary, the most telling first.

A cue counts by its rank in its kind's list and by its length in words; twice in the headline, since the headline
holds the happening itself and the rest of the sentence its circumstances. A cue may end in "*" and list words to
choose from with "|": "troops|rebels took|entered" is four cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.extraction.naming import word_stems
from timeline.extraction.scripts import folded, without_marks
from timeline.extraction.vocabulary import KindCues, Vocabulary

_FOREIGN_WORD = re.compile("[\u0590-\u06ff\"״׳']+")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
HEADLINE_WEIGHT = 2.0
FIRST_WEIGHT = 1.25
"""For the cue that stands first: "delegation … for a ceasefire" is about the delegation."""


class Kinds:
    """The kinds of one vocabulary, ready to be asked. Make it with :func:`kinds_for`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.order = [kind.key for kind in vocabulary.kinds]
        weighed = [(cue, kind.key, weight) for kind in vocabulary.kinds for cue, weight in _weighed(kind)]
        weighed.sort(key=lambda row: -len(row[0]))
        self.weights = [(key, weight + 0.5 * cue.count(" ")) for cue, key, weight in weighed]
        numbered = [(number, cue) for number, (cue, _, _) in enumerate(weighed)]
        self.latin = _one_pattern([pair for pair in numbered if _LATIN.match(pair[1])])
        self.other = _WordCues([pair for pair in numbered if not _LATIN.match(pair[1])])

    def kind_of(self, headline: str, around: str) -> str | None:
        """The key of the kind that the headline and the clause around it speak for, or None."""
        scores: dict[str, float] = {}
        for text, factor in ((headline, HEADLINE_WEIGHT), (around, 1.0)):
            self._count(text, factor, scores)
        return min(scores, key=lambda key: (-scores[key], self.order.index(key)), default=None)

    def _count(self, text: str, factor: float, scores: dict[str, float]) -> None:
        first = FIRST_WEIGHT
        found = [int(str(match.lastgroup)[1:]) for match in self.latin.finditer(text)]
        for number in found if text.isascii() else [*found, *self.other.found(text)]:
            key, weight = self.weights[number]
            scores[key] = scores.get(key, 0.0) + weight * factor * first
            first = 1.0


class _WordCues:
    """Cues in Arabic and Hebrew, looked up word by word: a word counts with and without the particles written on it."""

    def __init__(self, cues: Sequence[tuple[int, str]]) -> None:
        self.by_first: dict[str, list[tuple[int, tuple[str, ...], bool]]] = {}
        self.lengths: set[int] = set()
        for number, cue in cues:
            words = tuple(folded(cue.removesuffix("*")).split())
            opens = cue.endswith("*")
            if opens and len(words) == 1:
                self.lengths.add(len(words[0]))
            self.by_first.setdefault(words[0], []).append((number, words, opens))

    def found(self, text: str) -> Iterator[int]:
        """The numbers of the cues in the text, in order, the longest at each place."""
        words = _FOREIGN_WORD.findall(without_marks(folded(text)))
        at = 0
        while at < len(words):
            number, length = self._at(words, at)
            if number is not None:
                yield number
            at += length

    def _at(self, words: Sequence[str], at: int) -> tuple[int | None, int]:
        best: tuple[int | None, int] = (None, 1)
        for stem in word_stems(words[at]):
            for number, cue, opens in self._beginning(stem):
                last = at + len(cue)
                rest = [word_stems(word) for word in words[at + 1 : last]]
                goes_on = len(rest) == len(cue) - 1 and all(
                    one in forms or opens and one == cue[-1] and any(form.startswith(one) for form in forms)
                    for one, forms in zip(cue[1:], rest, strict=True)
                )
                if goes_on and (best[0] is None or len(cue) > best[1]):
                    best = number, len(cue)
        return best

    def _beginning(self, stem: str) -> Iterator[tuple[int, tuple[str, ...], bool]]:
        """The cues whose first word the stem is, or begins with where the cue lets it go on."""
        yield from self.by_first.get(stem, ())
        for length in self.lengths:
            if length < len(stem):
                yield from (one for one in self.by_first.get(stem[:length], ()) if one[2] and len(one[1]) == 1)


@lru_cache(maxsize=16)
def kinds_for(vocabulary: Vocabulary) -> Kinds:
    """The kinds of a vocabulary, built once."""
    return Kinds(vocabulary)


def _weighed(kind: KindCues) -> Iterator[tuple[str, float]]:
    """Each cue with its weight by its rank among the cues of its own script."""
    latin, foreign = ([cue for cue in kind.cues if bool(_LATIN.match(cue)) is it] for it in (True, False))
    for rank, listed in enumerate(latin):
        yield from ((cue, 0.5 + 1.5 * (len(latin) - rank) / len(latin)) for cue in _by_first_word(listed))
    yield from ((cue, 1.0 + (len(foreign) - rank) / len(foreign)) for rank, cue in enumerate(foreign))


def _by_first_word(cue: str) -> list[str]:
    """ "troops|rebels took" -> "troops took", "rebels took": patterns are sorted by the letter they begin with."""
    first, *rest = cue.split(" ")
    return [" ".join((word, *rest)) for word in first.split("|") if word]


def _one_pattern(cues: Sequence[tuple[int, str]]) -> re.Pattern[str]:
    """All cues in one pattern, sorted under their first letters so that most words are passed over at once."""
    if not cues:
        return re.compile(r"(?!)")
    by_letter: dict[str, list[str]] = {}
    for number, cue in cues:
        letter = cue[0].casefold() if _LATIN.match(cue) else ""
        by_letter.setdefault(letter, []).append(f"(?P<c{number}>{_as_pattern(cue)})")
    groups = [f"(?={re.escape(letter)})(?:{'|'.join(group)})" for letter, group in by_letter.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})", re.IGNORECASE)


def _as_pattern(cue: str) -> str:
    return r"\s+".join(map(_as_word, cue.split())) + r"(?!\w)"


def _as_word(word: str) -> str:
    choices = [re.escape(it.removesuffix("*")) + (r"\w*" if it.endswith("*") else "") for it in word.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
