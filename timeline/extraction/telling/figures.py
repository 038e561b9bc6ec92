"""Figures of Arabic and Hebrew sentences as claims: how many killed, wounded, taken, held, displaced, by whose word.

As in claims.py, a figure belongs to a source, and vague words ("عشرات", "עשרות") give no number. Numbers are figures of
either kind, words, and in Arabic the dual ("قتيلان", "جنديين").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.extraction.claims import MAX_FIGURES
from timeline.extraction.naming import word_stems
from timeline.extraction.scripted import script_of, scripted_words
from timeline.extraction.scripts import ARABIC_CUE, HEBREW_CUE
from timeline.extraction.telling.figure_words import ARABIC, HEBREW, FigureWords
from timeline.extraction.telling.tables import words
from timeline.extraction.words import Word

_TABLES = {ARABIC_CUE: ARABIC, HEBREW_CUE: HEBREW}
_CASUALTIES = words("قتيل شهيد شهداء جريح مصاب جرح قتل")
"""Nouns that stand right behind their figure ("٤ جرحى", "20 قتيلا")."""
_MARKS = frozenset(",;:.!?()")
NEAR, FAR = 5, 10
"""Words between a figure and the noun or verb it goes with, on either side."""


@dataclass(frozen=True, slots=True)
class _Figure:
    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    exact: bool
    what: str = ""


def figures_in(text: str, by: str | None = None, dates: Iterable[tuple[int, int]] = ()) -> tuple[dict[str, Any], ...]:
    """The figures of a sentence in Arabic or Hebrew, in order; none of one in another script.

    ``dates`` are the places in the text, start and end, whose numbers tell time.
    """
    table = _TABLES.get(script_of(text) or "")
    if table is None:
        return ()
    said = scripted_words(_blanked(text, dates))
    stems = [word_stems(word.lower) for word in said]
    figures = _figures(said, stems, table)
    claims: list[dict[str, Any]] = []
    for place, figure in enumerate(figures):
        floor = figures[place - 1].last if place else 0
        ceiling = figures[place + 1].first if place + 1 < len(figures) else len(said)
        if found := _counted(said, stems, figure, floor, ceiling, table):
            what, first, last = found
            claims.append(_claim(text, said, figure, what, first, last, by))
    return tuple(claims[:MAX_FIGURES])


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in those places, as long as before."""
    for start, end in spans:
        first, last = max(0, start), min(len(text), max(0, end))
        text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return text


def _figures(said: Sequence[Word], stems: Sequence[tuple[str, ...]], table: FigureWords) -> list[_Figure]:
    found: list[_Figure] = []
    at = 0
    while at < len(said):
        figure = _figure_at(said, stems, at, table)
        if figure is not None:
            found.append(figure)
        at = figure.last if figure else at + 1
    return found


def _figure_at(said: Sequence[Word], stems: Sequence[tuple[str, ...]], at: int, table: FigureWords) -> _Figure | None:
    for form in stems[at]:
        if form in table.duals:
            return _Figure(at, at + 1, 2, 2, 2, exact=True, what=table.duals[form])
        if form in table.people:
            return _Figure(at, at + 1, 2, 2, 2, exact=True)
    number, last = _number(said, stems, at, table)
    if number is None:
        vague = any(form in table.vague for form in stems[at])
        return _Figure(at, at + 1, None, None, None, exact=False) if vague else None
    if last < len(said) and said[last].lower in table.not_people:
        return None
    figure = _bounded(said, at, last, number, table)
    return None if figure.exact and _is_year(said, at, last, number) else figure


def _is_year(said: Sequence[Word], at: int, last: int, number: int) -> bool:
    return last == at + 1 and said[at].text.isdigit() and 1900 <= number < 2100


def _number(
    said: Sequence[Word], stems: Sequence[tuple[str, ...]], at: int, table: FigureWords
) -> tuple[int | None, int]:
    low = said[at].lower
    if low[0].isdigit():
        plain = low.replace(",", "").replace("٬", "").replace("٫", ".")
        value = float(plain) if plain.replace(".", "", 1).isdigit() else None
        if value is None:
            return None, at + 1
        return _scaled(value, said, at + 1, table)
    for length in (2, 1)[at + 2 > len(said) :]:
        phrase = " ".join(word.lower for word in said[at : at + length])
        forms = stems[at] if length == 1 else (phrase,)
        number = next((table.numbers[form] for form in forms if table.numbers.get(form) is not None), None)
        if number is not None:
            return _scaled(number, said, at + length, table)
    if said[at].lower in table.scales and low not in table.vague:
        return table.scales[low], at + 1
    return None, at + 1


def _scaled(value: float, said: Sequence[Word], last: int, table: FigureWords) -> tuple[int, int]:
    if last < len(said) and said[last].lower in table.scales:
        return int(value * table.scales[said[last].lower]), last + 1
    return int(value), last


def _bounded(said: Sequence[Word], at: int, last: int, number: int, table: FigureWords) -> _Figure:
    first = at - (at > 0 and said[at - 1].text == "-")
    for phrases, low, high in ((table.more, number, None), (table.about, number, number)):
        for phrase in phrases:
            start = first - len(phrase)
            if start >= 0 and _are(said[start:first], phrase):
                return _Figure(start, last, low, number, high, exact=False)
    if said[at].lower[0] == "כ" and said[at].lower not in table.numbers:
        return _Figure(at, last, number, number, number, exact=False)
    rest = tuple(word.lower for word in said[last : last + 6])
    at_least = any(rest[i : i + len(table.at_least_after)] == table.at_least_after for i in range(3))
    return _Figure(at, last, number, number, None if at_least else number, exact=not at_least)


def _are(said: Sequence[Word], phrase: tuple[str, ...]) -> bool:
    """Whether the words are the phrase, with or without "and" written onto the first."""
    found = [word.lower for word in said]
    return tuple(found) == phrase or found[0][1:] == phrase[0] and tuple(found[1:]) == phrase[1:]


def _counted(
    said: Sequence[Word],
    stems: Sequence[tuple[str, ...]],
    figure: _Figure,
    floor: int,
    ceiling: int,
    table: FigureWords,
) -> tuple[str, int, int] | None:
    """What the figure counts, and the words that tell it: (what, first, last)."""
    if figure.what:
        return figure.what, figure.first, figure.last
    both = {**table.harms, **table.takings}
    casualties = {what: tuple(one for one in row if one in _CASUALTIES) for what, row in table.harms.items()}
    near = range(figure.last, min(ceiling, figure.last + 2))
    left = range(figure.first - 1, max(floor, figure.first - FAR) - 1, -1)
    right = range(figure.last, min(ceiling, figure.last + NEAR))
    if table.behind:
        ahead = ((near, casualties), (left, table.harms), (near, table.takings), (left, both), (right, both))
    else:
        ahead = ((right, both), (left, table.harms))
    for places, rows in ahead:
        for at in places:
            if said[at].lower in _MARKS or places is near and said[at].lower[0] == "و":
                break
            if what := _named(stems[at], rows):
                return what, min(at, figure.first), max(at + 1, figure.last)
    return None


def _named(forms: Sequence[str], rows: Mapping[str, tuple[str, ...]]) -> str | None:
    return next(
        (what for what, those in rows.items() for one in those if any(form.startswith(one) for form in forms)), None
    )


def _claim(
    text: str, said: Sequence[Word], figure: _Figure, what: str, first: int, last: int, by: str | None
) -> dict[str, Any]:
    return {
        "what": what,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "exact": figure.exact,
        "words": text[said[first].start : said[last - 1].end],
        "by": by,
    }
