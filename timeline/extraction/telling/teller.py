"""Which clauses of an Arabic or Hebrew sentence tell a happening, and what is known of each: the English reader's twin.

Precision before recall. A verb of the table with a date of its own tells a happening; without one it must be a verb
that news uses of little else, done, in a clause that stands on its own, in a text that does not narrate the past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.dates.event_date import OPEN_START
from timeline.extraction.dating import ASK_PLANNED_DAY, NEWS_WINDOW, Dating, dated_by, news_window
from timeline.extraction.drafts import Standing
from timeline.extraction.happenings import Happening
from timeline.extraction.mentions import ArticleDay
from timeline.extraction.naming import Matcher, word_stems
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.telling.headlines import headline_of, noun_line, without_head
from timeline.extraction.telling.pieces import STOPS, Piece, Role, comma_before, particles_before, pieces_of
from timeline.extraction.telling.sources import reporter, short_name, tellings_of
from timeline.extraction.telling.tables import Form, Grammar, Sort
from timeline.extraction.words import Word

SUBJECT_WORDS = 4
"""Words of a subject that may stand for a pronoun or an unsaid one in a later clause."""

BACKGROUND_WORDS = 6
"""Words within which "منذ بدء الهدنة في" or "מאז החלה" takes a date for a noun of its own."""


@dataclass(slots=True)
class Teller:
    """A language's reader for one article."""

    grammar: Grammar
    day: ArticleDay
    matcher: Matcher
    narrative: bool = False
    last_subject: str = ""
    past: bool = False
    entry: Dated | None = None

    def ready(self, parsed: ParsedSentence) -> ParsedSentence:
        """The sentence with the words that only name a source marked as such."""
        taken = {i for one in parsed.dates for i in range(one.first, one.last)}
        return replace(parsed, tellings=tuple(tellings_of(parsed.words, taken, self.grammar)))

    def happenings(self, parsed: ParsedSentence) -> list[Happening]:
        """The happenings of a sentence made :meth:`ready`, in the order of their verbs."""
        sentence = _Sentence(self, parsed)
        found = sentence.read()
        if not found and parsed.label and parsed.body < len(parsed.words) and not sentence.pieces:
            found = sentence.entry(parsed.label)
        return [one for one in found if one.headline]

    @property
    def today(self) -> date | None:
        return self.day.date.latest if self.day.date else None


class _Sentence:
    """One sentence with its clauses."""

    def __init__(self, teller: Teller, parsed: ParsedSentence) -> None:
        self.teller, self.parsed, self.words = teller, parsed, parsed.words
        self.grammar = teller.grammar
        self.dates = {i for one in parsed.dates for i in range(one.first, one.last)}
        told = {i for one in parsed.tellings for i in range(one.first, one.last)}
        self.gone = {i for one in parsed.dates if one.is_day for i in range(one.first, one.last)} | told
        self.told = told
        self.pieces = pieces_of(self.words, self.dates | told, parsed.body, self.grammar)
        self.days: dict[int, Dated | None] = {}

    def read(self) -> list[Happening]:
        found: list[tuple[int, Happening]] = []
        for index, piece in enumerate(self.pieces):
            if found and self._goes_on(found[-1], index, piece):
                found[-1] = found[-1][0], self._joined(*found[-1], index, piece)
                continue
            one = self._happening(index, piece)
            if one is not None:
                found.append((index, one))
        self._remember()
        return [one for _, one in found]

    def entry(self, label: Dated) -> list[Happening]:
        """An entry of a chronology that has no verb: its first word is a noun of happening."""
        first, last = self.parsed.body, len(self.words)
        if not any(form in self.grammar.nouns for form in word_stems(self.words[first].lower)):
            return []
        line = noun_line(self.words, first, last, self.gone, self.grammar)
        dating = dated_by(label.mention, self.teller.day)
        return [Happening(self.parsed, (first, last), first, "entry", line, dating, Standing.REPORTED, None)]

    # Dates

    def own_date(self, piece: Piece) -> Dated | None:
        """The date that belongs to the clause's verb: one before it, else the nearest after it."""
        end = self._reach(piece)
        inside = [
            one
            for one in self.parsed.dates
            if piece.begin <= one.first < end and one.is_day and not one.mention.nested and one.first not in self.told
        ]
        before = [one for one in inside if one.first < piece.at]
        after = [one for one in inside if one.first > piece.at and not self._is_background(piece, one)]
        return (after or before)[0] if after and not before else (before[-1] if before else None)

    def _reach(self, piece: Piece) -> int:
        """Where what hangs on the verb ends: at a word that begins a clause whose verb is not known."""
        for i in range(piece.at + 1, piece.end):
            if self.words[i].lower in self.grammar.stops and not {i, i + 1} & self.dates:
                return i
        return piece.end

    def _is_background(self, piece: Piece, one: Dated) -> bool:
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

    def _date(self, index: int, piece: Piece) -> Dated | None:
        own = self.own_date(piece)
        if own is None and piece.role is Role.MAIN and not piece.pluperfect:
            own = self._shared(index, piece)
        return own

    def _shared(self, index: int, piece: Piece) -> Dated | None:
        """The date of the clause before that this one goes on from, or of the entry."""
        label = self.parsed.label or self.teller.entry
        if label is not None and piece.verb.form is not Form.FUTURE and not (piece.planned or piece.possible):
            return self.days.get(index - 1) or label
        if index == 0 or piece.verb.form is not Form.PAST:
            return None
        before = self.pieces[index - 1]
        if before.verb.form is not Form.PAST or not before.role is Role.MAIN or before.verb.sort not in _TELLING:
            return None
        return self.days.get(index - 1)

    # Happenings

    def _happening(self, index: int, piece: Piece) -> Happening | None:
        own = self._date(index, piece)
        self.days[index] = own
        if not self._is_eventful(index, piece, own):
            return None
        dating, windowed = self._dating(piece, own)
        if dating is None:
            return None
        line = self._headline(index, piece)
        span = (piece.begin, piece.end)
        return Happening(
            self.parsed,
            span,
            piece.at,
            piece.verb.base,
            line,
            dating,
            self._standing(piece, own),
            self._source(index, piece),
            "",
            windowed,
        )

    def _is_eventful(self, index: int, piece: Piece, own: Dated | None) -> bool:
        sort = piece.verb.sort
        if sort in (Sort.ANNOUNCING, Sort.PLANNING):
            return self._announces(index, piece)
        if sort in (Sort.SAYING, Sort.DENYING) or piece.role is Role.CONDITION:
            return False
        if piece.negated:
            return own is not None and piece.is_told
        if self._is_plan(piece) or piece.possible:
            return own is not None or sort is not Sort.DATED or bool(piece.verb.needs)
        if piece.verb.form is Form.PRESENT:
            return self.parsed.label is not None or own is not None and self._is_ahead(own)
        if not piece.is_told or piece.pluperfect or sort is Sort.DATED:
            return own is not None or sort is Sort.DATED and self._told_on(piece) is not None
        return True

    def _announces(self, index: int, piece: Piece) -> bool:
        """Whether the verb announces a noun of happening rather than that something happened."""
        if piece.negated or not piece.is_told:
            return False
        if piece.verb.sort is Sort.ANNOUNCING and piece.verb.form is Form.PRESENT:
            return False
        following = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if following is not None and following.role is Role.CONTENT:
            return False
        for i in range(piece.at + 1, piece.end):
            if self.words[i].lower in self.grammar.content:
                return False
            if self._is_event_noun(self.words[i]):
                return True
        return False

    def _is_event_noun(self, word: Word) -> bool:
        forms = word_stems(word.lower)
        return any(form[:last] in self.grammar.nouns for form in forms for last in (None, -1, -2))

    def _is_plan(self, piece: Piece) -> bool:
        planning = piece.planned or piece.verb.sort is Sort.PLANNING
        return piece.is_told and (piece.verb.form is Form.FUTURE or planning)

    def _dating(self, piece: Piece, own: Dated | None) -> tuple[Dating | None, bool]:
        day = self.teller.day
        if own is not None:
            inside = own in self.parsed.dates
            dating = dated_by(own.mention, day)
            return (dating if inside else replace(dating, mention=None)), False
        if self._is_plan(piece) and not self._has_condition():
            return Dating(None, asks=ASK_PLANNED_DAY), False
        if piece.verb.form is not Form.PAST or piece.possible or self.teller.narrative or day.date is None:
            return None, False
        told = self._told_on(piece)
        return news_window(day, told=told.mention if told else None), True

    def _told_on(self, piece: Piece) -> Dated | None:
        """The day on which the clause was told ("أعلن الاثنين أن"), when its report has one."""
        told = self.days.get(piece.parent) if piece.parent is not None else None
        return told if told and told.mention.date and told.mention.date.is_one_day else None

    def _is_ahead(self, own: Dated) -> bool:
        day, today = own.mention.date, self.teller.today
        if day is None or today is None:
            return False
        return day.latest >= today if day.earliest == OPEN_START else day.earliest >= today

    # What is said of it

    def _standing(self, piece: Piece, own: Dated | None) -> Standing:
        parent = self.pieces[piece.parent] if piece.parent is not None else None
        if piece.negated or parent is not None and parent.verb.sort is Sort.DENYING:
            return Standing.DENIED
        if piece.possible or piece.verb.form is not Form.PAST and self._has_condition():
            return Standing.CONDITIONAL
        if self._is_plan(piece):
            return Standing.PLANNED
        if piece.verb.form is Form.PRESENT and own is not None and self._is_ahead(own) and own is not self.parsed.label:
            return Standing.PLANNED
        return Standing.REPORTED

    def _has_condition(self) -> bool:
        return any(word.lower in self.grammar.conditions for word in self.words)

    def _source(self, index: int, piece: Piece) -> str | None:
        if piece.parent is not None:
            span = reporter(self.words, self.pieces[piece.parent], self.dates, self.grammar)
            return self._name(span)
        for telling in self.parsed.tellings:
            if self._clause_of(telling.first) == index:
                return self._name(telling.source)
        return None

    def _clause_of(self, at: int) -> int:
        """The clause that a telling goes with: the one before it, or at the sentence's head the one after."""
        before = [index for index, piece in enumerate(self.pieces) if piece.at < at]
        if not before:
            return 0
        last = before[-1]
        while last > 0 and self.pieces[last].verb.sort is Sort.HARM and self.days.get(last) is self.days.get(last - 1):
            last -= 1
        return last

    def _name(self, span: tuple[int, int]) -> str | None:
        sentence = self.parsed.sentence
        return short_name(sentence.text, self.words, span, sentence.start, self.teller.matcher)

    # Runs

    def _joined(self, first: int, one: Happening, index: int, piece: Piece) -> Happening:
        """The happening with the clause that goes on with it: its words, and its date where only that has one."""
        own = self.own_date(piece)
        whole = replace(self.pieces[first], end=piece.end)
        comma = comma_before(self.words, piece)
        line = one.headline if comma or piece.role is Role.RELATIVE else self._headline(first, whole) or one.headline
        joined = replace(one, span=(one.span[0], piece.end), headline=line)
        self.days[index] = self.days.get(first) or own
        if own is not None and one.windowed:
            self.days[first] = own
            joined = replace(joined, dating=dated_by(own.mention, self.teller.day), windowed=False)
        return replace(joined, source=joined.source or self._source(first, self.pieces[first]))

    def _goes_on(self, before: tuple[int, Happening], index: int, piece: Piece) -> bool:
        """Whether the clause tells of the happening before: its dead and wounded, or the same actor's next act."""
        last, one = before
        previous = self.pieces[index - 1]
        if piece.role is Role.RELATIVE and one.windowed and piece.verb.base in self.grammar.occurring:
            return self.own_date(piece) is not None
        if piece.role not in (Role.MAIN, previous.role) or piece.verb.form is not previous.verb.form or piece.negated:
            return False
        if one.standing is not Standing.REPORTED or last < index - 2:
            return False
        if self.own_date(piece) is not None and not (one.windowed and piece.verb.sort is Sort.HARM):
            return False
        if piece.verb.sort is Sort.HARM and previous.verb.sort in (Sort.HARM, Sort.NEWS, Sort.DATED):
            return True
        return piece.head > 0 and not comma_before(self.words, piece) and self._leaves_subject_out(piece)

    def _leaves_subject_out(self, piece: Piece) -> bool:
        """Whether the clause begins with its verb: without a mark before it, it has the subject of the one before."""
        return piece.begin == piece.at

    # Headlines

    def _headline(self, index: int, piece: Piece) -> str:
        subject = self._missing_subject(index, piece)
        return headline_of(self.words, piece, self.gone, self.grammar, subject=subject)

    def _missing_subject(self, index: int, piece: Piece) -> str:
        if piece.role is Role.RELATIVE:
            return self._antecedent(piece)
        if piece.pluperfect and piece.begin == piece.at or piece.pluperfect and piece.subject[0] >= piece.subject[1]:
            return self.teller.last_subject
        if piece.role is Role.CONTENT and piece.parent is not None and self._has_pronoun(piece):
            span = reporter(self.words, self.pieces[piece.parent], self.dates, self.grammar)
            return self._text(*span) if span[1] - span[0] <= SUBJECT_WORDS else ""
        return ""

    def _has_pronoun(self, piece: Piece) -> bool:
        """ "أعلن حزب الله أنه قصف", "טען חזבאללה כי ירה": the clause's subject is who says it."""
        if piece.begin != piece.at or piece.subject[0] < piece.subject[1]:
            return False
        if self.grammar.subject_first:
            following = self.words[piece.at + 1].lower if piece.at + 1 < len(self.words) else ""
            return following in self.grammar.particles or following.startswith(("ב", "ל", "מ"))
        opener = self.words[piece.opener].lower if piece.opener is not None else ""
        return opener.endswith(("ه", "ها", "هم"))

    def _antecedent(self, piece: Piece) -> str:
        """The noun that a relative clause tells of: the words before it back to a particle, verb or mark."""
        last = piece.begin - 1 if piece.opener is not None else piece.begin
        while last > 0 and self.words[last - 1].text == ",":
            last -= 1
        first = last
        while first > self.parsed.body and last - first < SUBJECT_WORDS:
            word = self.words[first - 1]
            if word.lower in STOPS or word.lower in self.grammar.particles or first - 1 in self.dates:
                break
            if any(one.at == first - 1 for one in self.pieces) or self._may_be_verb(word):
                break
            first -= 1
        return self._text(first, last)

    def _may_be_verb(self, word: Word) -> bool:
        heads = particles_before(word.lower, self.grammar)
        return any(word.lower[len(head) :] in self.grammar.verbs for head in heads)

    def _named_subject(self) -> str:
        """The subject of the sentence's first clause, when it is a name of the vocabulary right behind the verb."""
        first = self.pieces[0].at + 1 if self.pieces else 0
        for last in range(min(len(self.words), first + SUBJECT_WORDS), first, -1):
            if self.pieces and self.teller.matcher.canonical(self._text(first, last)):
                return self._text(first, last)
        return ""

    def _text(self, first: int, last: int) -> str:
        if first >= last:
            return ""
        start = self.parsed.sentence.start
        return self.parsed.text[self.words[first].start - start : self.words[last - 1].end - start]

    def _remember(self) -> None:
        self.teller.last_subject = self._named_subject()
        self.teller.entry = self.parsed.label or self.teller.entry
        dates = [one.mention.date for one in self.days.values() if one is not None and one.mention.date]
        today = self.teller.today
        if dates and today is not None:
            self.teller.past = (today - dates[0].latest) > NEWS_WINDOW * 4


_BACKGROUND = frozenset("منذ بعد قبل اثر عقب מאז לאחר אחרי לפני בעקבות".split())
_TELLING = frozenset({Sort.NEWS, Sort.DATED, Sort.HARM, Sort.ANNOUNCING})
__all__ = ["Teller", "without_head"]
