"""Which clauses and nouns of a sentence tell a happening, and what is known of each: date, standing, source.

Precision before recall. With a date in its words any verb that tells an event will do; without one only a past verb
of the list, in a clause that stands on its own, with somebody or something of the vocabulary in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.extraction.attribution import short_source, source_of
from timeline.extraction.clauses import Clause
from timeline.extraction.dating import (
    NEWS_WINDOW,
    Dating,
    coinciding,
    dated_by,
    lasting_since,
    leading_date,
    news_window,
    own_date,
    trailing_date,
)
from timeline.extraction.drafts import Standing
from timeline.extraction.event_nouns import SETTING_OFF
from timeline.extraction.eventfulness import is_eventful, is_news, reports_on
from timeline.extraction.grammar import Tense
from timeline.extraction.headlines import headline, noun_headline, prospect_headline
from timeline.extraction.mentions import ArticleDay, Mention
from timeline.extraction.naming import Matcher, Names
from timeline.extraction.noun_events import NounEvent, described_event, lasting_event, noun_events
from timeline.extraction.openings import Role
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.people import Context, resolved_subject
from timeline.extraction.standing import standing_of
from timeline.extraction.subjects import head_noun, subject_of, text_of

DESCRIBING = frozenset({"describe", "call", "hail", "praise", "cite"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening of a sentence. ``span`` are its words; ``head`` its verb's base or its noun, at word ``at``."""

    parsed: ParsedSentence
    span: tuple[int, int]
    at: int
    head: str
    headline: str
    dating: Dating
    standing: Standing
    source: str | None
    subject: str = ""
    windowed: bool = False


@dataclass(slots=True)
class Reader:
    """What reading a sentence needs to know of the whole text."""

    day: ArticleDay
    names: Names
    matcher: Matcher
    context: Context
    narrative: bool = False

    def happenings(self, parsed: ParsedSentence) -> list[Happening]:
        """The happenings of a sentence in the order of their verbs and nouns."""
        nouns = [event for event in noun_events(parsed) if not self._carries_its_clause(parsed, event)]
        found = [self._noun(parsed, event) for event in nouns]
        taken = [event.dated.mention for event in nouns]
        for index, clause in self._runs(parsed):
            found += self._of_clause(parsed, index, clause, taken, nouns)
        if not found and parsed.label and not parsed.clauses:
            found += self._entry(parsed, parsed.label)
        return sorted((one for one in found if one.headline), key=lambda one: one.at)

    def _runs(self, parsed: ParsedSentence) -> list[tuple[int, Clause]]:
        """The clauses, those that share subject and day with the one before taken together with it."""
        runs: list[tuple[int, Clause]] = []
        for index, clause in enumerate(parsed.clauses):
            if clause.shared and runs and runs[-1][1].end <= clause.begin and self._goes_on(parsed, *runs[-1], index):
                runs[-1] = (runs[-1][0], replace(runs[-1][1], end=clause.end))
            else:
                runs.append((index, clause))
        return runs

    def _goes_on(self, parsed: ParsedSentence, first: int, run: Clause, index: int) -> bool:
        if (
            not is_eventful(parsed, first, dated=True)
            or reports_on(parsed, index)
            or run.verb.tense != parsed.clauses[index].verb.tense
        ):
            return False
        before, after = own_date(parsed, run), own_date(parsed, parsed.clauses[index])
        return before is None or after is None or after is parsed.label or before.mention.date == after.mention.date

    def _carries_its_clause(self, parsed: ParsedSentence, event: NounEvent) -> bool:
        """Whether the noun is the subject of an eventful verb, whose clause tells the same happening."""
        return any(
            clause.subject[0] <= event.head < clause.subject[1]
            and is_eventful(parsed, index, dated=True)
            and clause.verb.base not in SETTING_OFF
            for index, clause in enumerate(parsed.clauses)
        )

    def _noun(self, parsed: ParsedSentence, event: NounEvent) -> Happening:
        dating = dated_by(event.dated.mention, self.day)
        span = (min(event.first, event.dated.first), event.last)
        return Happening(parsed, span, event.head, "noun", event.headline, dating, Standing.REPORTED, None)

    def _entry(self, parsed: ParsedSentence, label: Dated) -> list[Happening]:
        """An entry of a chronology without a verb: "Oct. 7, 2023: Attack on a festival"."""
        line = noun_headline(parsed, parsed.body, len(parsed.words))
        span = (parsed.body, len(parsed.words))
        return [
            Happening(
                parsed, span, parsed.body, "entry", line, dated_by(label.mention, self.day), Standing.REPORTED, None
            )
        ]

    def _of_clause(
        self, parsed: ParsedSentence, index: int, clause: Clause, taken: Sequence[Mention], nouns: Sequence[NounEvent]
    ) -> list[Happening]:
        own = own_date(parsed, clause, taken) or leading_date(parsed, index) or trailing_date(parsed, index)
        if own and clause.verb.tense == Tense.PERFECT and self._is_old(own):
            return []
        if clause.verb.base in SETTING_OFF and (long := self._long(parsed, index, clause, nouns, own)):
            return [long]
        if clause.verb.base == "coincide" and own:
            return [self._coinciding(parsed, index, clause, own)]
        if clause.verb.base in DESCRIBING and own and described_event(parsed, clause.verb.last, clause.end):
            return [self._described(parsed, index, clause, own)]
        if own and is_eventful(parsed, index, dated=True):
            return [self._told(parsed, index, clause, dated_by(own.mention, self.day))]
        if own is None and not self.narrative and is_news(parsed, index, clause, self.names):
            dating = news_window(self.day, told=self._told_on(parsed, clause))
            return [replace(self._told(parsed, index, clause, dating), windowed=True)]
        return []

    # -- what kinds of clause tell --------------------------------------------------------------------------

    def _told(self, parsed: ParsedSentence, index: int, clause: Clause, dating: Dating) -> Happening:
        standing = standing_of(parsed.clauses, index, dating.date, self._today())
        subject = resolved_subject(parsed, clause, self.context, self.matcher)
        if subject is None and dating.mention is not None:
            subject = subject_of(parsed, clause)
        line = headline(parsed, clause, subject or [], planned=standing == Standing.PLANNED) if subject else ""
        span = (min(clause.begin, clause.subject[0]), clause.end)
        return Happening(
            parsed,
            span,
            clause.verb.head,
            clause.verb.base,
            line,
            dating,
            standing,
            self._source(parsed, index),
            head_noun(subject),
        )

    def _coinciding(self, parsed: ParsedSentence, index: int, clause: Clause, own: Dated) -> Happening:
        told = self._told(parsed, index, clause, coinciding(own.mention, self.day))
        planned = prospect_headline(parsed, clause)
        return replace(told, headline=planned or told.headline, standing=Standing.PLANNED if planned else told.standing)

    def _described(self, parsed: ParsedSentence, index: int, clause: Clause, own: Dated) -> Happening:
        """ "what he described as “very positive discussions” with …": the discussions, by his word."""
        told = self._told(parsed, index, clause, dated_by(own.mention, self.day))
        at = described_event(parsed, clause.verb.last, clause.end) or clause.verb.head
        subject = resolved_subject(parsed, clause, self.context, self.matcher) or []
        speaker = short_source(" ".join(text_of(word) for word in subject), self.matcher)
        line = headline(parsed, clause, subject, without="as" if clause.lead == "what" else "") if subject else ""
        return replace(
            told, at=at, head="noun", headline=line, standing=Standing.REPORTED, source=told.source or speaker
        )

    def _long(
        self, parsed: ParsedSentence, index: int, clause: Clause, nouns: Sequence[NounEvent], own: Dated | None
    ) -> Happening | None:
        event = lasting_event(parsed, clause.verb.last, clause.end)
        if event is None:
            return None
        before = [noun.dated for noun in nouns if noun.head < clause.verb.first]
        start = before[-1] if before else own
        if start is None:
            return None
        dating = lasting_since(dated_by(start.mention, self.day), event.dated.mention, self.day)
        return Happening(
            parsed,
            (event.first, event.last),
            event.first,
            "lasting",
            event.headline,
            dating,
            Standing.REPORTED,
            self._source(parsed, index),
        )

    def _told_on(self, parsed: ParsedSentence, clause: Clause) -> Mention | None:
        """The day on which the clause was told ("said on Monday"), when its report has one not after publication."""
        parent = parsed.clauses[clause.parent] if clause.role == Role.REPORTED and clause.parent is not None else None
        own = own_date(parsed, parent) if parent else None
        tag = next((dated for dated in parsed.dates if dated.is_day and parsed.is_told(dated.first)), None)
        found = own or tag
        return found.mention if found and found.mention.date and found.mention.date.is_one_day else None

    def _today(self) -> date | None:
        return self.day.date.latest if self.day.date else None

    def _is_old(self, own: Dated) -> bool:
        """Whether a day lies too far back for a perfect tense: it then belongs to some noun of the clause."""
        day, today = own.mention.date, self._today()
        return day is not None and today is not None and today - day.latest > NEWS_WINDOW

    def _source(self, parsed: ParsedSentence, index: int) -> str | None:
        return source_of(parsed.words, parsed.clauses, index, parsed.tellings, self.matcher, self.context.person)
