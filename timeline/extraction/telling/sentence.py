"""A sentence in Arabic or Hebrew made ready to be told: its clauses, and which date belongs to which of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.dates.event_date import OPEN_START
from timeline.extraction.mentions import ArticleDay
from timeline.extraction.naming import Matcher
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.telling.pieces import Piece, Role, pieces_of
from timeline.extraction.telling.tables import Form, Grammar, Sort
from timeline.extraction.telling.verbs_seen import STOPS

BACKGROUND_WORDS = 6
"""Words within which "منذ بدء الهدنة في" takes a date for a noun of its own."""

_BACKGROUND = frozenset("منذ بعد قبل اثر عقب מאז לאחר אחרי לפני בעקבות".split())
_TELLING = frozenset({Sort.NEWS, Sort.DATED, Sort.HARM, Sort.ANNOUNCING})


@dataclass(slots=True)
class Article:
    """What reading a sentence needs to know of its article, and what it leaves for the next one.

    ``narrative`` says that the paragraph tells a past, ``past`` that this sentence did; ``entry`` is the date of the
    chronology's entry in whose paragraph it stands, ``last_subject`` who acted in the sentence before.
    """

    grammar: Grammar
    day: ArticleDay
    matcher: Matcher
    narrative: bool = False
    past: bool = False
    entry: Dated | None = None
    last_subject: str = ""

    @property
    def today(self) -> date | None:
        return self.day.date.latest if self.day.date else None


class Sentence:
    """One sentence with its clauses; ``days`` are their dates as far as they have been read."""

    def __init__(self, article: Article, parsed: ParsedSentence) -> None:
        self.article, self.parsed, self.words = article, parsed, parsed.words
        self.grammar = article.grammar
        self.dates = {i for one in parsed.dates for i in range(one.first, one.last)}
        self.told = {i for one in parsed.tellings for i in range(one.first, one.last)}
        self.gone = {i for one in parsed.dates if one.is_day for i in range(one.first, one.last)} | self.told
        self.pieces = pieces_of(self.words, self.dates | self.told, parsed.body, self.grammar)
        self.days: dict[int, Dated | None] = {}

    def own_date(self, piece: Piece) -> Dated | None:
        """The date that belongs to the clause's verb: one before it, else the nearest after it."""
        end = self._reach(piece)
        inside = [
            one
            for one in self.parsed.dates
            if piece.begin <= one.first < end and one.is_day and not one.mention.nested and one.first not in self.told
        ]
        before = [one for one in inside if one.first < piece.at]
        after = [one for one in inside if one.first > piece.at and not self.is_background(piece, one)]
        return (after or before)[0] if after and not before else (before[-1] if before else None)

    def _reach(self, piece: Piece) -> int:
        """Where what hangs on the verb ends: at a word that begins a clause whose verb is not known."""
        for i in range(piece.at + 1, piece.end):
            if self.words[i].lower in self.grammar.stops and not {i, i + 1} & self.dates:
                return i
        return piece.end

    def is_background(self, piece: Piece, one: Dated) -> bool:
        """ "منذ بدء الهدنة في 19 يناير": the date is of the noun behind a word of time."""
        for i in range(one.first - 1, max(piece.at, one.first - BACKGROUND_WORDS), -1):
            if self.words[i].lower in STOPS:
                return False
            if self.words[i].lower in _BACKGROUND and i not in self.dates:
                return any(
                    self.words[j].lower not in self.grammar.before_date and self.words[j].is_word
                    for j in range(i + 1, one.first)
                )
        return False

    def date_of(self, index: int, piece: Piece) -> Dated | None:
        own = self.own_date(piece)
        if own is None and piece.role is Role.MAIN and not piece.pluperfect:
            own = self._shared(index, piece)
        return own

    def _shared(self, index: int, piece: Piece) -> Dated | None:
        """The date of the clause before that this one goes on from, or of the entry."""
        label = self.parsed.label or self.article.entry
        if label is not None and piece.verb.form is not Form.FUTURE and not (piece.planned or piece.possible):
            return self.days.get(index - 1) or label
        if index == 0 or piece.verb.form is not Form.PAST:
            return None
        before = self.pieces[index - 1]
        if before.verb.form is not Form.PAST or before.role is not Role.MAIN or before.verb.sort not in _TELLING:
            return None
        return self.days.get(index - 1)

    def told_on(self, piece: Piece) -> Dated | None:
        """The day on which the clause was told ("أعلن الاثنين أن"), when its report has one."""
        told = self.days.get(piece.parent) if piece.parent is not None else None
        return told if told and told.mention.date and told.mention.date.is_one_day else None

    def is_ahead(self, own: Dated) -> bool:
        day, today = own.mention.date, self.article.today
        if day is None or today is None:
            return False
        return day.latest >= today if day.earliest == OPEN_START else day.earliest >= today

    def has_condition(self) -> bool:
        return any(word.lower in self.grammar.conditions for word in self.words)

    def text_of(self, first: int, last: int) -> str:
        if first >= last:
            return ""
        start = self.parsed.sentence.start
        return self.parsed.text[self.words[first].start - start : self.words[last - 1].end - start]
