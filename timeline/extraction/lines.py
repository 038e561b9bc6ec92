"""Words put together as a line of a headline: no dangling end, a capital at the start, marks in pairs."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVIZERS, SUBORDINATORS
from timeline.extraction.subjects import text_of
from timeline.extraction.words import Word, joined

DANGLING = (
    PREPOSITIONS
    | DETERMINERS
    | CONJUNCTIONS
    | SUBORDINATORS
    | RELATIVIZERS
    | {"to", "that", "what", "not", "been", "be"}
)
FINAL_PARTICLES = frozenset({"down", "out", "up", "off", "back", "in", "on", "over", "through", "aside"})
_UNFINISHED = DANGLING - FINAL_PARTICLES | {"only", "shortly", "just"}


def finished(pieces: Sequence[Word | str]) -> str:
    """The words as a line: no dangling end, a capital at the start."""
    words = list(pieces)
    if [text_of(word).lower() for word in words[-2:]] == ["in", "order"]:
        words = words[:-2]
    while words and (is_mark(words[-1]) or str(text_of(words[-1])).lower() in _UNFINISHED):
        words.pop()
    while words and is_mark(words[0]):
        words.pop(0)
    line = _unquoted(_line(words).replace(" ()", ""))  # brackets that held a date
    opens = 1 if line[:1] in ("“", '"') else 0
    return line[:opens] + line[opens : opens + 1].upper() + line[opens + 1 :]


def _unquoted(line: str) -> str:
    """A line that is one quotation, without its marks and its full stop."""
    whole = (
        line[:1] == "“" and line.find("”") == len(line) - 1 or line[:1] == '"' and line.find('"', 1) == len(line) - 1
    )
    return line[1:-1].rstrip(".,") if whole and len(line) > 2 else line


def is_mark(word: Word | str) -> bool:
    """Whether it is a mark that ends or parts phrases."""
    return str(text_of(word)) in (",", ".", ";", ":", "—", "–", "-", "(", "…", "!", "?")


def is_whole(line: str) -> bool:
    """Quotation marks and brackets are paired."""
    return line.count("“") == line.count("”") and line.count('"') % 2 == 0 and line.count("(") == line.count(")")


def _line(words: Sequence[Word | str]) -> str:
    line, run = "", []
    for word in [*words, ""]:
        if isinstance(word, Word):
            run.append(word)
            continue
        line = _glued(line, joined(run))
        line, run = _glued(line, word), []
    return line


def _glued(line: str, more: str) -> str:
    if not line or not more or more[0] in ",.;:’”":
        return line + more
    return f"{line} {more}"
