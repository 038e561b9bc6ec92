"""Which kind of event the words speak for: cues of the vocabulary, the most telling first.

A cue counts by its rank in its kind's list and by its length in words; twice in the headline, since the headline
holds the happening itself and the rest of the sentence its circumstances. A cue may end in "*" and list words to
choose from with "|": "troops|rebels took|entered" is four cues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.extraction.vocabulary import KindCues, Vocabulary

_PROCLITIC = r"(?:[وفبلك]?(?:ال)?|[ובלמהשכ]{0,2})"
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
HEADLINE_WEIGHT = 2.0
FIRST_WEIGHT = 1.25
"""For the cue that stands first: "delegation … for a ceasefire" is about the delegation."""


class Kinds:
    """The kinds of one vocabulary, ready to be asked. Make it with :func:`kinds_for`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.order = [kind.key for kind in vocabulary.kinds]
        weighed = [
            (cue, kind.key, _weight(rank, kind))
            for kind in vocabulary.kinds
            for rank, listed in enumerate(kind.cues)
            for cue in _by_first_word(listed)
        ]
        weighed.sort(key=lambda row: -len(row[0]))
        self.weights = [(key, weight + 0.5 * cue.count(" ")) for cue, key, weight in weighed]
        numbered = [(number, cue) for number, (cue, _, _) in enumerate(weighed)]
        self.latin = _one_pattern([pair for pair in numbered if _LATIN.match(pair[1])])
        self.other = _one_pattern([pair for pair in numbered if not _LATIN.match(pair[1])])

    def kind_of(self, headline: str, around: str) -> str | None:
        """The key of the kind that the headline and the clause around it speak for, or None."""
        scores: dict[str, float] = {}
        for text, factor in ((headline, HEADLINE_WEIGHT), (around, 1.0)):
            self._count(text, factor, scores)
        return min(scores, key=lambda key: (-scores[key], self.order.index(key)), default=None)

    def _count(self, text: str, factor: float, scores: dict[str, float]) -> None:
        patterns = (self.latin,) if text.isascii() else (self.latin, self.other)
        first = FIRST_WEIGHT
        for pattern in patterns:
            for match in pattern.finditer(text):
                key, weight = self.weights[int(str(match.lastgroup)[1:])]
                scores[key] = scores.get(key, 0.0) + weight * factor * first
                first = 1.0


@lru_cache(maxsize=16)
def kinds_for(vocabulary: Vocabulary) -> Kinds:
    """The kinds of a vocabulary, built once."""
    return Kinds(vocabulary)


def _by_first_word(cue: str) -> list[str]:
    """ "troops|rebels took" -> "troops took", "rebels took": patterns are sorted by the letter they begin with."""
    first, *rest = cue.split(" ")
    return [" ".join((word, *rest)) for word in first.split("|") if word]


def _weight(rank: int, kind: KindCues) -> float:
    return 0.5 + 1.5 * (len(kind.cues) - rank) / len(kind.cues)


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
    before = "" if _LATIN.match(cue) else _PROCLITIC
    return before + r"\s+".join(map(_as_word, cue.split())) + r"(?!\w)"


def _as_word(word: str) -> str:
    choices = [re.escape(it.removesuffix("*")) + (r"\w*" if it.endswith("*") else "") for it in word.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
