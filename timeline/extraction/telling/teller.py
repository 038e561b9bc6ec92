"""Which clauses of an Arabic or Hebrew sentence tell a happening, and what is known of each: the English reader's twin.

Precision before recall. A verb of the table with a date of its own tells a happening; without one it must be a verb
that news uses of little else, done, in a clause that stands on its own, in a text that does not narrate the past.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline.extraction.dating import ASK_PLANNED_DAY, NEWS_WINDOW, Dating, dated_by, news_window
from timeline.extraction.drafts import Standing
from timeline.extraction.happenings import Happening
from timeline.extraction.naming import word_stems
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.telling.headlines import noun_line
from timeline.extraction.telling.judging import is_eventful, is_plan, source_of, standing_of
from timeline.extraction.telling.pieces import Piece, Role, comma_before
from timeline.extraction.telling.sentence import Article, Sentence
from timeline.extraction.telling.sources import tellings_of
from timeline.extraction.telling.subjects import headline_for, named_subject
from timeline.extraction.telling.tables import Form, Sort

PAST_AGE = 4 * NEWS_WINDOW
"""How long before the article's day a date lies after which the paragraph's undated sentences tell the past."""


@dataclass(slots=True)
class Teller:
    """A language's reader for one article."""

    article: Article

    def ready(self, parsed: ParsedSentence) -> ParsedSentence:
        """The sentence with the words that only name a source marked as such."""
        taken = {i for one in parsed.dates for i in range(one.first, one.last)}
        return replace(parsed, tellings=tuple(tellings_of(parsed.words, taken, self.article.grammar)))

    def happenings(self, parsed: ParsedSentence) -> list[Happening]:
        """The happenings of a sentence made :meth:`ready`, in the order of their verbs."""
        sentence = Sentence(self.article, parsed)
        found = _read(sentence)
        if not found and parsed.label and parsed.body < len(parsed.words) and not sentence.pieces:
            found = _entry(sentence, parsed.label)
        return [one for one in found if one.headline]


def _read(it: Sentence) -> list[Happening]:
    found: list[tuple[int, Happening]] = []
    for index, piece in enumerate(it.pieces):
        if found and _goes_on(it, found[-1], index, piece):
            found[-1] = found[-1][0], _joined(it, *found[-1], index, piece)
            continue
        one = _happening(it, index, piece)
        if one is not None:
            found.append((index, one))
    _remember(it)
    return [one for _, one in found]


def _entry(it: Sentence, label: Dated) -> list[Happening]:
    """An entry of a chronology that has no verb: its first word is a noun of happening."""
    first, last = it.parsed.body, len(it.words)
    if not any(form in it.grammar.nouns for form in word_stems(it.words[first].lower)):
        return []
    line = noun_line(it.words, first, last, it.gone, it.grammar)
    dating = dated_by(label.mention, it.article.day)
    return [Happening(it.parsed, (first, last), first, "entry", line, dating, Standing.REPORTED, None)]


def _happening(it: Sentence, index: int, piece: Piece) -> Happening | None:
    own = it.date_of(index, piece)
    it.days[index] = own
    if not is_eventful(it, index, piece, own):
        return None
    dating, windowed = _dating(it, piece, own)
    if dating is None:
        return None
    line = headline_for(it, index, piece)
    span = (piece.begin, piece.end)
    return Happening(
        it.parsed,
        span,
        piece.at,
        piece.verb.base,
        line,
        dating,
        standing_of(it, piece, own),
        source_of(it, index, piece),
        "",
        windowed,
    )


def _dating(it: Sentence, piece: Piece, own: Dated | None) -> tuple[Dating | None, bool]:
    day = it.article.day
    if own is not None:
        inside = own in it.parsed.dates
        dating = dated_by(own.mention, day)
        return (dating if inside else replace(dating, mention=None)), False
    if is_plan(it, piece) and not it.has_condition():
        return Dating(None, asks=ASK_PLANNED_DAY), False
    if piece.verb.form is not Form.PAST or piece.possible or it.article.narrative or day.date is None:
        return None, False
    if _tells_the_past(it, piece, day.date.latest):
        return None, False
    told = it.told_on(piece)
    return news_window(day, told=told.mention if told else None), True


def _tells_the_past(it: Sentence, piece: Piece, today: date) -> bool:
    """Whether the sentence has a day long ago that is no noun's, perhaps of a verb that no table knows."""
    own = (one for one in it.parsed.dates if one.is_day and one.first not in it.told)
    days = [one.mention.date for one in own if not it.is_background(piece, one)]
    return any(day is not None and today - day.latest > PAST_AGE for day in days)


def _joined(it: Sentence, first: int, one: Happening, index: int, piece: Piece) -> Happening:
    """The happening with the clause that goes on with it: its words, and its date where only that has one."""
    own = it.own_date(piece)
    whole = replace(it.pieces[first], end=piece.end)
    comma = comma_before(it.words, piece)
    line = one.headline if comma or piece.role is Role.RELATIVE else headline_for(it, first, whole) or one.headline
    joined = replace(one, span=(one.span[0], piece.end), headline=line)
    it.days[index] = it.days.get(first) or own
    if own is not None and one.windowed:
        it.days[first] = own
        joined = replace(joined, dating=dated_by(own.mention, it.article.day), windowed=False)
    return replace(joined, source=joined.source or source_of(it, first, it.pieces[first]))


def _goes_on(it: Sentence, before: tuple[int, Happening], index: int, piece: Piece) -> bool:
    """Whether the clause tells of the happening before: its dead and wounded, or the same actor's next act."""
    last, one = before
    previous = it.pieces[index - 1]
    if piece.role is Role.RELATIVE and one.windowed and piece.verb.base in it.grammar.occurring:
        return it.own_date(piece) is not None
    same = piece.role in (Role.MAIN, previous.role) or piece.role is Role.RELATIVE and piece.verb.sort is Sort.HARM
    if not same or piece.verb.form is not previous.verb.form or piece.negated:
        return False
    if one.standing is not Standing.REPORTED or last < index - 2:
        return False
    if it.own_date(piece) is not None and not (one.windowed and piece.verb.sort is Sort.HARM):
        return False
    if piece.verb.sort is Sort.HARM and previous.verb.sort in (Sort.HARM, Sort.NEWS, Sort.DATED):
        return True
    return piece.head > 0 and not comma_before(it.words, piece) and piece.begin == piece.at


def _remember(it: Sentence) -> None:
    it.article.last_subject = named_subject(it)
    it.article.entry = it.parsed.label or it.article.entry
    dates = [one.mention.date for one in it.days.values() if one is not None and one.mention.date]
    today = it.article.today
    if dates and today is not None:
        it.article.past = (today - dates[0].latest) > PAST_AGE
