"""A happening of a sentence, before it becomes a draft."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extraction.dating import Dating
from timeline.extraction.drafts import Standing
from timeline.extraction.headlines import noun_headline
from timeline.extraction.noun_events import NounEvent
from timeline.extraction.parsed import ParsedSentence


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


def of_noun(parsed: ParsedSentence, event: NounEvent, dating: Dating) -> Happening:
    """What a noun with a date of its own tells."""
    span = (min(event.first, event.dated.first), event.last)
    return Happening(parsed, span, event.head, "noun", event.headline, dating, Standing.REPORTED, None)


def of_entry(parsed: ParsedSentence, dating: Dating) -> Happening:
    """An entry of a chronology without a verb: "Oct. 7, 2023: Attack on a festival"."""
    line = noun_headline(parsed, parsed.body, len(parsed.words))
    span = (parsed.body, len(parsed.words))
    return Happening(parsed, span, parsed.body, "entry", line, dating, Standing.REPORTED, None)
