"""Sentences and their dates -> event drafts: one draft per happening, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from timeline.extraction.claims import claims_in
from timeline.extraction.dating import own_date
from timeline.extraction.drafts import EventDraft, Quote
from timeline.extraction.duplicates import merged
from timeline.extraction.happenings import Reader
from timeline.extraction.kinds import Kinds, kinds_for
from timeline.extraction.mentions import ArticleDay, DateReading, Mention, Sentence
from timeline.extraction.naming import Matcher, Names, matcher_for
from timeline.extraction.openings import Role
from timeline.extraction.parsed import ParsedSentence, parsed
from timeline.extraction.people import Context, affiliations
from timeline.extraction.retellings import Told
from timeline.extraction.scripted import script_of
from timeline.extraction.telling import tellers_for
from timeline.extraction.telling.figures import figures_in
from timeline.extraction.telling.teller import Teller
from timeline.extraction.told_happening import Happening
from timeline.extraction.vocabulary import Vocabulary
from timeline.extraction.words import without_possessive

QUOTE_LIMIT = 400
"""Characters a citation may quote: enough to check a date, little enough to be a quotation."""

GENERIC_SOURCES = frozenset({"group", "movement", "organisation", "organization", "militia", "party"})
"""Sources that are somebody named in the same words ("A Front delegation …, the group said")."""

NARRATIVE_AGE = timedelta(days=30)
"""How long before the article's day a date lies after which an undated sentence goes on telling the past."""


def read_events(text: str, reading: DateReading, vocabulary: Vocabulary) -> tuple[EventDraft, ...]:
    """The drafts of an article whose dates have been read."""
    matcher = matcher_for(vocabulary)
    names = Names(matcher.find(text))
    article = _Article(text, names, matcher, kinds_for(vocabulary), affiliations(text, names.found))
    reader = Reader(reading.article_day, names, matcher, Context())
    tellers = tellers_for(reading.article_day, matcher)
    return tuple(merged([_told(article, happening) for happening in _happenings(text, reading, reader, tellers)]))


@dataclass(frozen=True, slots=True)
class _Article:
    """A text with all that it names; ``speaks_for`` gives an office-holder's actor by surname."""

    text: str
    names: Names
    matcher: Matcher
    kinds: Kinds
    speaks_for: Mapping[str, str]


def _happenings(text: str, reading: DateReading, reader: Reader, tellers: Mapping[str, Teller]) -> Iterator[Happening]:
    """The happenings sentence by sentence, each read in the light of those before it in its paragraph."""
    mentions = _by_sentence(reading)
    end, old, chronicle = 0, False, False
    for sentence, own in zip(reading.sentences, mentions, strict=True):
        if "\n" in text[end : sentence.start]:
            old = False
            for teller in tellers.values():
                teller.article.entry = None
        end = sentence.end
        ready = parsed(sentence, own)
        chronicle |= ready.label is not None and not ready.label.is_clock
        reader.narrative = old or chronicle
        if teller := tellers.get(script_of(sentence.text) or ""):
            teller.article.narrative = old or chronicle
            yield from teller.happenings(teller.ready(ready))
            old = teller.article.past
            continue
        found = reader.happenings(ready)
        reader.note_day(found)
        yield from found
        old = _is_past(ready, reading.article_day, old)
        reader.context.note(ready, reader.matcher)


def _is_past(ready: ParsedSentence, day: ArticleDay, before: bool) -> bool:
    """Whether the paragraph has gone back to the past: a happening's date lies long before the article's day."""
    clause_dates = (own_date(ready, clause) for clause in ready.clauses if clause.role in (Role.MAIN, Role.COORDINATE))
    dates = [found.mention.date for found in clause_dates if found and found.mention.date]
    if not dates or day.date is None:
        return before
    return (day.date.earliest - dates[0].latest) > NARRATIVE_AGE


def _by_sentence(reading: DateReading) -> list[list[Mention]]:
    grouped: list[list[Mention]] = [[] for _ in reading.sentences]
    for mention in reading.mentions:
        grouped[mention.sentence].append(mention)
    return grouped


def _told(article: _Article, happening: Happening) -> Told:
    text, parsed_sentence, dating = article.text, happening.parsed, happening.dating
    span = _characters(happening)
    actors, places = _named(article, happening)
    source = actors[0] if happening.source in GENERIC_SOURCES and actors else happening.source
    draft = EventDraft(
        headline=happening.headline,
        date=dating.date,
        citations=(quote_of(text, parsed_sentence.sentence, span, dating.mention),),
        standing=happening.standing,
        attributed_to=source,
        kind=article.kinds.kind_of(happening.headline, text[slice(*span)]),
        actors=actors,
        places=places,
        claims=_claims(article, happening, source),
        trail=dating.trail,
        asks=dating.asks,
    )
    opening = parsed_sentence.words[happening.span[0]].lower
    nouns = frozenset(word.lower for word in parsed_sentence.words[slice(*happening.span)])
    return Told(
        draft,
        parsed_sentence.sentence.index,
        happening.head,
        happening.subject,
        opening in ("the", "it") or happening.headline.startswith("The "),
        happening.windowed,
        nouns,
    )


def _claims(article: _Article, happening: Happening, source: str | None) -> tuple[Mapping[str, Any], ...]:
    """The figures of the happening's words, in whichever script they are."""
    start, end = _characters(happening)
    words = article.text[start:end]
    dates = [(one.mention.start - start, one.mention.end - start) for one in happening.parsed.dates]
    return (*claims_in(words, source), *figures_in(words, source, dates))


def _characters(happening: Happening) -> tuple[int, int]:
    first, last = happening.span
    words = happening.parsed.words
    return words[first].start, words[max(first, last - 1)].end


def _named(article: _Article, happening: Happening) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and places of the happening's words, without those named only as its source.

    When the headline names places, only those: the rest of the sentence names what the happening is about.
    """
    actors: dict[str, None] = {}
    places: dict[str, None] = {}
    spans = [
        naming
        for naming in article.names.within(*_characters(happening))
        if not _only_tells(happening.parsed, naming.start)
    ]
    headlined = article.matcher.find(happening.headline)
    for naming in (*spans, *headlined):
        (places if naming.is_place else actors)[naming.name] = None
    surnames = [article.text[naming.start : naming.end].split()[-1] for naming in spans]
    for word in (*surnames, *happening.headline.split()):
        if actor := article.speaks_for.get(without_possessive(word.strip(',.“”"'))):
            actors[actor] = None
    in_headline = {naming.name for naming in headlined if naming.is_place}
    return tuple(actors), tuple(place for place in places if not in_headline or place in in_headline)


def _only_tells(parsed_sentence: ParsedSentence, start: int) -> bool:
    at = next((i for i, word in enumerate(parsed_sentence.words) if word.end > start), None)
    return at is not None and parsed_sentence.is_told(at)


def quote_of(text: str, sentence: Sentence, span: tuple[int, int], mention: Mention | None) -> Quote:
    """The citation: the whole sentence when it is short enough, else the happening's words around its date phrase."""
    start, end = sentence.start, sentence.end
    if end - start > QUOTE_LIMIT:
        start, end = span
        if mention is not None:
            start, end = min(start, mention.start), max(end, mention.end)
        if end - start > QUOTE_LIMIT:
            start, end = _around(text, sentence, span if mention is None else (mention.start, mention.end))
    if mention is None:
        return Quote(text[start:end], start, end)
    return Quote(text[start:end], start, end, mention.text, mention.start, mention.end)


def _around(text: str, sentence: Sentence, focus: tuple[int, int]) -> tuple[int, int]:
    """At most ``QUOTE_LIMIT`` characters of whole words around what matters."""
    first, last = focus[0], min(focus[1], focus[0] + QUOTE_LIMIT)
    room = QUOTE_LIMIT - (last - first)
    start = max(sentence.start, first - room // 2)
    end = min(sentence.end, start + QUOTE_LIMIT)
    while start < first and start > sentence.start and not text[start - 1].isspace():
        start += 1
    while end > last and end < sentence.end and not text[end].isspace():
        end -= 1
    return start, end
