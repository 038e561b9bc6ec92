"""Which clauses and nouns of a sentence tell a happening, and what is known of each: date, standing, source.

Precision before recall. With a date in its words any verb that tells an event will do; without one only a past verb
of the list, in a clause that stands on its own, with somebody or something of the vocabulary in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.extraction.attribution import short_source, source_of
from timeline.extraction.clauses import Clause, antecedent
from timeline.extraction.dating import (
    ASK_PLANNED_DAY,
    NEWS_WINDOW,
    Dating,
    coinciding,
    dated_by,
    lasting_since,
    news_window,
    own_date,
    suffered_in,
)
from timeline.extraction.drafts import Standing
from timeline.extraction.event_nouns import SETTING_OFF
from timeline.extraction.eventfulness import (
    is_eventful,
    is_lasting_state,
    is_news,
    is_plan,
    is_scheduled,
    tells_of_object,
)
from timeline.extraction.gapping import Gap, gap_after
from timeline.extraction.grammar import Tense
from timeline.extraction.headlines import headline, prospect_headline
from timeline.extraction.mentions import ArticleDay, Mention
from timeline.extraction.naming import Matcher, Names
from timeline.extraction.noun_events import NounEvent, described_event, lasting_event, noun_events, seen_event
from timeline.extraction.openings import Role
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.people import Context, resolved_subject
from timeline.extraction.runs import runs
from timeline.extraction.shared_dates import counted_date, shared_date, since_when, tells_cause
from timeline.extraction.standing import standing_of
from timeline.extraction.subjects import head_noun, subject_of, text_of
from timeline.extraction.times_alone import is_time_alone, on_day_told
from timeline.extraction.told_happening import Happening, of_entry, of_noun

SEEING = frozenset({"see", "bring", "witness"})
DESCRIBING = frozenset({"describe", "call", "hail", "praise", "cite"})


@dataclass(slots=True)
class Reader:
    """What reading a sentence needs to know of the whole text."""

    day: ArticleDay
    names: Names
    matcher: Matcher
    context: Context
    narrative: bool = False
    last_day: Mention | None = None

    def happenings(self, parsed: ParsedSentence) -> list[Happening]:
        """The happenings of a sentence in the order of their verbs and nouns."""
        nouns = [event for event in noun_events(parsed) if not self._carries_its_clause(parsed, event)]
        found = [of_noun(parsed, event, self._dating(event.dated.mention)) for event in nouns]
        taken = [event.dated.mention for event in nouns]
        for index, clause in runs(parsed):
            found += self._of_clause(parsed, index, clause, taken, nouns)
        if not found and parsed.label and not parsed.clauses:
            found.append(of_entry(parsed, self._dating(parsed.label.mention)))
        return sorted((one for one in found if one.headline), key=lambda one: one.at)

    def _dating(self, mention: Mention) -> Dating:
        return on_day_told(mention, self.last_day, self.day) or dated_by(mention, self.day)

    def note_day(self, found: Sequence[Happening]) -> None:
        """Remember the day of what was told last, from which a time of day without a day counts."""
        for one in found:
            mention, day = one.dating.mention, one.dating.date
            if mention and day and day.is_one_day and one.standing == Standing.REPORTED and not is_time_alone(mention):
                self.last_day = mention

    def _carries_its_clause(self, parsed: ParsedSentence, event: NounEvent) -> bool:
        """Whether an eventful verb tells the same happening: of the noun as its subject, or suffered in it."""
        return any(
            suffered_in(parsed, clause, event.dated)
            or clause.subject[0] <= event.head < clause.subject[1]
            and is_eventful(parsed, index, dated=True)
            and clause.verb.base not in SETTING_OFF
            for index, clause in enumerate(parsed.clauses)
        )

    def _of_clause(
        self, parsed: ParsedSentence, index: int, clause: Clause, taken: Sequence[Mention], nouns: Sequence[NounEvent]
    ) -> list[Happening]:
        if tells_cause(parsed, index):
            return []
        own = own_date(parsed, clause, taken) or shared_date(parsed, index)
        if own and (clause.verb.tense == Tense.PERFECT and self._is_old(own) or is_lasting_state(clause, own.mention)):
            return []
        if clause.verb.base in SETTING_OFF and (long := self._long(parsed, index, clause, nouns, own)):
            return [long]
        return self._dated(parsed, index, clause, own) if own else self._undated(parsed, index, clause)

    def _dated(self, parsed: ParsedSentence, index: int, clause: Clause, own: Dated) -> list[Happening]:
        if clause.verb.base == "coincide":
            return [self._coinciding(parsed, index, clause, own)]
        if clause.verb.base in DESCRIBING and described_event(parsed, clause.verb.last, clause.end):
            return [self._described(parsed, index, clause, own)]
        if clause.verb.base in SEEING and (line := self._seen(parsed, clause, own)):
            told = self._told(parsed, index, clause, self._dating(own.mention))
            return [replace(told, head="noun", headline=line)]
        if is_eventful(parsed, index, dated=True):
            if gap := gap_after(parsed, clause, own):
                return self._with_gap(parsed, index, gap, own)
            return [self._told(parsed, index, clause, self._dating(own.mention))]
        if tells_of_object(parsed, clause):
            return [self._of_object(parsed, index, clause, self._dating(own.mention))]
        return []

    def _undated(self, parsed: ParsedSentence, index: int, clause: Clause) -> list[Happening]:
        counted = counted_date(parsed, index) or since_when(parsed, index)
        if counted and is_eventful(parsed, index, dated=True):
            return [self._told(parsed, index, clause, counted)]
        if is_plan(parsed, index, clause, self.names):
            return [self._told(parsed, index, clause, Dating(None, asks=ASK_PLANNED_DAY))]
        if not self.narrative and is_news(parsed, index, clause, self.names, person=self.context.person):
            dating = news_window(self.day, told=self._told_on(parsed, clause))
            return [replace(self._told(parsed, index, clause, dating), windowed=True)]
        return []

    def _told(self, parsed: ParsedSentence, index: int, clause: Clause, dating: Dating) -> Happening:
        standing = standing_of(parsed.clauses, index, dating.date, self._today())
        promised = dating.asks == ASK_PLANNED_DAY
        if standing == Standing.REPORTED and (promised or is_scheduled(parsed, clause)):
            standing = Standing.PLANNED
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

    def _seen(self, parsed: ParsedSentence, clause: Clause, own: Dated) -> str:
        """The headline of the happening that a day, and nobody else, saw or brought."""
        if own.last > clause.verb.first or subject_of(parsed, clause):
            return ""
        return seen_event(parsed, clause.verb.last, clause.end)

    def _with_gap(self, parsed: ParsedSentence, index: int, gap: Gap, own: Dated) -> list[Happening]:
        """Both happenings of "Kandahar fell on Thursday and Mazar-i-Sharif on Saturday"."""
        first = self._told(parsed, index, gap.clause, self._dating(own.mention))
        alone = replace(gap.clause, end=gap.clause.verb.last)
        second = replace(
            self._told(parsed, index, alone, self._dating(gap.dated.mention)),
            headline=headline(parsed, alone, gap.subject),
            span=(gap.first, gap.dated.last),
            at=gap.first,
            subject=head_noun(gap.subject),
        )
        return [first, second]

    def _of_object(self, parsed: ParsedSentence, index: int, clause: Clause, dating: Dating) -> Happening:
        """ "the town, which X seized in June": X seized the town."""
        told = self._told(parsed, index, clause, dating)
        subject = resolved_subject(parsed, clause, self.context, self.matcher)
        stop = clause.begin - 1 - (parsed.words[clause.begin - 2].text == ",")
        start = max((other.verb.last for other in parsed.clauses if other.verb.last <= stop), default=0)
        first = antecedent(parsed.words, start, stop, restrictive=False)
        line = headline(parsed, clause, subject, before=parsed.words[first:stop]) if subject and first < stop else ""
        return replace(told, headline=line, span=(first, clause.end))

    def _coinciding(self, parsed: ParsedSentence, index: int, clause: Clause, own: Dated) -> Happening:
        told = self._told(parsed, index, clause, coinciding(own.mention, self.day))
        planned = prospect_headline(parsed, clause)
        return replace(told, headline=planned or told.headline, standing=Standing.PLANNED if planned else told.standing)

    def _described(self, parsed: ParsedSentence, index: int, clause: Clause, own: Dated) -> Happening:
        """ "what he described as “very positive discussions” with …": the discussions, by his word."""
        told = self._told(parsed, index, clause, self._dating(own.mention))
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
        dating = lasting_since(self._dating(start.mention), event.dated.mention, self.day)
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
