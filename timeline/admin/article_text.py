"""An article's whole text with its sentences and phrases marked, ready for a template to write out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline import index
from timeline.admin.wording import date_words
from timeline.dates import DateError, EventDate
from timeline.dates.notation import parse_notation, to_notation
from timeline.extraction.mentions import DateReading, Mention, Sentence, TimexType
from timeline.extraction.trace import as_records
from timeline.models import Citation

DATES = frozenset({TimexType.DATE, TimexType.TIME})
"""What is marked even where it could not be dated, so that the editor sees why. Durations and sets are no dates."""

type Steps = list[tuple[index.ToldStep, str]]
type Resting = Mapping[int, Citation]
"""The citations into this article by the number of the draft beside the text."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression of the text, how it was read, what lies inside it, and the drafts that rest on it."""

    number: int
    sentence: int
    words: str
    date: str
    notation: str
    steps: Steps
    within: list[Phrase]
    drafts: list[int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Running text, or a phrase of it."""

    text: str
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence in pieces; ``gap`` is what stands before it in its paragraph."""

    number: int
    gap: str
    pieces: list[Piece]
    drafts: list[int]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Paragraphs of sentences, and all marked phrases in the order of the text."""

    paragraphs: list[list[MarkedSentence]]
    phrases: list[Phrase]

    def where(self, number: int) -> tuple[int, Phrase | None]:
        """The sentence and the phrase on which this draft rests; 0 for no sentence."""
        sentences = [one.number for paragraph in self.paragraphs for one in paragraph if number in one.drafts]
        phrase = next((one for one in self.phrases if number in one.drafts), None)
        return (sentences[0] if sentences else 0), phrase


def steps_of(trail: Iterable[Mapping[str, Any]]) -> Steps:
    """The steps of a trail in words, each with the notation of what came of it."""
    records = list(trail)
    return list(zip(index.tell(records), [step.get("value") or "" for step in records], strict=True))


def mark(text: str, reading: DateReading, resting: Resting) -> MarkedText:
    """The text as the engine reads it, with the drafts that rest on each sentence and phrase."""
    phrases = [_phrase(number, one, resting, reading) for number, one in enumerate(_spans(reading, resting), start=1)]
    paragraphs: list[list[MarkedSentence]] = []
    end = 0
    for sentence in reading.sentences:
        gap = text[end : sentence.start]
        if "\n" in gap or not paragraphs:
            paragraphs.append([])
        own = [(span, phrase) for span, phrase in phrases if phrase.sentence == sentence.index + 1]
        drafts = [number for number, one in resting.items() if sentence.start <= one.start < sentence.end]
        paragraphs[-1].append(MarkedSentence(sentence.index + 1, gap.strip("\n"), _pieces(sentence, own), drafts))
        end = sentence.end
    return MarkedText(paragraphs, [phrase for _span, phrase in phrases])


@dataclass(frozen=True, slots=True)
class _Span:
    """Words to be marked, by the engine's reading or, where it finds nothing there, by a citation's."""

    start: int
    end: int
    words: str
    date: EventDate | None
    trail: list[dict[str, Any]]
    within: tuple[_Span, ...] = ()


def _spans(reading: DateReading, resting: Resting) -> list[_Span]:
    """What is marked, in order and apart from each other; what lies inside another is told with it."""
    engine = [_engine_span(mention) for mention in reading.mentions if mention.date or mention.type in DATES]
    cited = {_span_of(one): _cited_span(one) for one in resting.values() if one.phrase}
    found = [*engine, *(span for place, span in cited.items() if not any(_holds(one, place) for one in engine))]
    outer: list[_Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if outer and span.start < outer[-1].end:
            outer[-1] = replace(outer[-1], within=(*outer[-1].within, span))
        else:
            outer.append(span)
    return outer


def _engine_span(mention: Mention) -> _Span:
    return _Span(mention.start, mention.end, mention.text, mention.date, as_records(mention.trail))


def _cited_span(citation: Citation) -> _Span:
    start, end = _span_of(citation)
    return _Span(start, end, citation.phrase, _told_date(citation.trail), citation.trail)


def _told_date(trail: list[dict[str, Any]]) -> EventDate | None:
    """The date that a kept trail ends with, as far as notation says it."""
    try:
        return parse_notation(trail[-1]["value"]) if trail else None
    except DateError:
        return None


def _span_of(citation: Citation) -> tuple[int, int]:
    return citation.phrase_start or 0, citation.phrase_end or 0


def _holds(span: _Span, place: tuple[int, int]) -> bool:
    return span.start <= place[0] and place[1] <= span.end


def _phrase(number: int, span: _Span, resting: Resting, reading: DateReading) -> tuple[_Span, Phrase]:
    within = [_phrase(0, inner, {}, reading)[1] for inner in span.within]
    on_it = [key for key, one in resting.items() if one.phrase and _holds(span, _span_of(one))]
    phrase = Phrase(
        number=number,
        sentence=next(one.index for one in reading.sentences if span.start < one.end) + 1,
        words=span.words,
        date=date_words(span.date) if span.date else "",
        notation=to_notation(span.date) if span.date else "",
        steps=steps_of(span.trail),
        within=within,
        drafts=on_it,
    )
    return span, phrase


def _pieces(sentence: Sentence, own: list[tuple[_Span, Phrase]]) -> list[Piece]:
    """The sentence's text in order; a phrase that began in it ends with it at the latest."""
    pieces, end = [], sentence.start
    for span, phrase in own:
        if span.start > end:
            pieces.append(Piece(sentence.text[end - sentence.start : span.start - sentence.start]))
        pieces.append(Piece(sentence.text[span.start - sentence.start : span.end - sentence.start], phrase))
        end = min(span.end, sentence.end)
    rest = sentence.text[end - sentence.start :]
    return [*pieces, Piece(rest)] if rest else pieces
