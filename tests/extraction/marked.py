"""Sentences with their dates marked in [brackets], read without the date half of the engine."""

import re
from datetime import date

from tests.extraction.invented import VOCABULARY
from timeline.dates import EventDate
from timeline.extraction.happenings import Happening, Reader
from timeline.extraction.mentions import ArticleDay, Mention, Sentence, TimexType
from timeline.extraction.naming import Names, matcher_for
from timeline.extraction.parsed import ParsedSentence, parsed
from timeline.extraction.people import Context
from timeline.extraction.vocabulary import Vocabulary

TODAY = ArticleDay(EventDate.on(date(2034, 3, 3)), "publication")
THE_DAY = EventDate.on(date(2034, 3, 1))
_MARK = re.compile(r"\[([^]]+)\]")


def marked(line: str, *, day: EventDate = THE_DAY) -> ParsedSentence:
    """The sentence without its brackets, each bracketed phrase a date mention of ``day``."""
    plain, mentions, end = "", [], 0
    for match in _MARK.finditer(line):
        plain += line[end : match.start()]
        start = len(plain)
        plain += match[1]
        mentions.append(Mention(start, len(plain), match[1], 0, TimexType.DATE, day.earliest.isoformat(), date=day))
        end = match.end()
    plain += line[end:]
    return parsed(Sentence(0, 0, len(plain), plain), mentions)


def told(
    line: str, *, day: EventDate = THE_DAY, vocabulary: Vocabulary = VOCABULARY, today: ArticleDay = TODAY
) -> list[Happening]:
    """The happenings of a marked sentence, read alone."""
    sentence = marked(line, day=day)
    matcher = matcher_for(vocabulary)
    return Reader(today, Names(matcher.find(sentence.text)), matcher, Context()).happenings(sentence)
