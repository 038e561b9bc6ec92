"""A sentence made ready for reading events: words, clauses, tellings, and which words belong to which date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.dates import EventDate, Precision
from timeline.dates.notation import to_notation
from timeline.extraction.attribution import Telling, tellings
from timeline.extraction.clauses import Clause, clauses_of
from timeline.extraction.mentions import Mention, Sentence, TimexType
from timeline.extraction.scripted import script_of, scripted_words
from timeline.extraction.trace import TrailStep
from timeline.extraction.words import Word, words_of

SENTENCE_LIMIT = 2000
"""Characters beyond which a "sentence" is no prose (a table, a list without stops) and tells no event."""

_CLOCK = re.compile(r"\d\d?[:.]\d\d(?: ?(?:GMT|UTC|[ap]\.?m\.?))?", re.IGNORECASE)

LABEL_MARKS = frozenset(":—–-")


@dataclass(frozen=True, slots=True)
class Dated:
    """A mention and its words ``first`` to ``last`` (exclusive) in its sentence."""

    mention: Mention
    first: int
    last: int

    @property
    def is_day(self) -> bool:
        """Whether it may say when something happened: a date or time, a dated duration, no set or vague word."""
        if self.mention.type == TimexType.DURATION:
            return self.mention.date is not None
        return self.mention.type in (TimexType.DATE, TimexType.TIME) and not self.mention.value.endswith("_REF")

    @property
    def is_clock(self) -> bool:
        """Whether it is a time in figures, as entries of live blogs begin with."""
        return self.mention.type == TimexType.TIME and _CLOCK.fullmatch(self.mention.text) is not None


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """``label`` is the date that heads an entry of a chronology ("Oct. 7, 2023: …"), ``body`` the word after."""

    sentence: Sentence
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    dates: tuple[Dated, ...]
    tellings: tuple[Telling, ...]
    label: Dated | None
    body: int

    @property
    def text(self) -> str:
        return self.sentence.text

    def is_told(self, at: int) -> bool:
        """Whether a word only says who said it."""
        return any(telling.first <= at < telling.last for telling in self.tellings)


def parsed(sentence: Sentence, mentions: Sequence[Mention]) -> ParsedSentence:
    """The sentence with its clauses, of which one in Arabic or Hebrew script has none.

    A sentence beyond ``SENTENCE_LIMIT`` has neither words nor clauses.
    """
    foreign = script_of(sentence.text) is not None
    reader = scripted_words if foreign else words_of
    words = reader(sentence.text, sentence.start) if len(sentence.text) <= SENTENCE_LIMIT else ()
    dates = tuple(dated for mention in _ranges_joined(sentence, mentions) if (dated := _placed(words, mention)))
    label = _label(words, dates)
    body = label.last + (not words[label.last].is_word) if label else 0
    taken = {at for dated in dates if dated.is_day and not _is_wide(dated) for at in range(dated.first, dated.last)}
    clauses = () if foreign else tuple(clauses_of(words, taken))
    return ParsedSentence(sentence, words, clauses, dates, tuple(tellings(words, clauses)), label, body)


def _is_wide(dated: Dated) -> bool:
    """An anniversary's wording holds a whole noun phrase ("the second anniversary of the attacks on …")."""
    return dated.last - dated.first > 6


def _ranges_joined(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the two ends of a range ("between 20 and 23 October") as one, since they read as one date."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before and before.date and before.date == mention.date and 0 < mention.start - before.end <= _RANGE_GAP:
            text = sentence.text[before.start - sentence.start : mention.end - sentence.start]
            joined[-1] = replace(before, end=mention.end, text=text, trail=mention.trail)
        elif before and (listed := _listed(sentence, before, mention)):
            joined[-1] = listed
        else:
            joined.append(mention)
    return joined


def _listed(sentence: Sentence, first: Mention, second: Mention) -> Mention | None:
    """ "on 11 and 12 January" as both days, "4 or 5 October" as one of them; None for days further apart."""
    between = sentence.text[first.end - sentence.start : second.start - sentence.start].strip()
    one, two = first.date, second.date
    if between not in ("and", "or") or one is None or two is None:
        return None
    if {one.precision, two.precision} != {Precision.DAY} or (two.earliest - one.earliest).days != 1:
        return None
    both = (EventDate.lasting if between == "and" else EventDate.one_of_days)(one.earliest, two.latest)
    both = both.with_doubt(approximate=one.approximate, uncertain=one.uncertain or two.uncertain)
    text = sentence.text[first.start - sentence.start : second.end - sentence.start]
    step = TrailStep(text, f"days-joined-by-{between}", value=to_notation(both))
    return replace(first, end=second.end, text=text, date=both, trail=(*first.trail, *second.trail, step))


_RANGE_GAP = 9
"""Characters between the ends of a range at most: " through ", " and ", "–"."""


def _placed(words: Sequence[Word], mention: Mention) -> Dated | None:
    inside = [at for at, word in enumerate(words) if word.start < mention.end and mention.start < word.end]
    return Dated(mention, inside[0], inside[-1] + 1) if inside else None


def _label(words: Sequence[Word], dates: Sequence[Dated]) -> Dated | None:
    for dated in dates:
        if dated.first > 1 or not dated.is_day or dated.last + 1 >= len(words):
            continue
        mark = words[dated.last]
        if dated.first == 0 and dated.is_clock and mark.is_capital:
            return dated
        if mark.text == ":" or mark.text in LABEL_MARKS and words[dated.last - 1].end < mark.start:
            return dated
    return None
