"""What stands around a quotation when an editor checks it."""

from __future__ import annotations

import pytest

from tests import factories
from timeline.admin.quotes import AROUND, QuoteInContext, in_context
from timeline.editorial.ingesting import cite
from timeline.extraction.drafts import Quote

pytestmark = pytest.mark.django_db

TEXT = "It rained. Nobody came.\n\nEnvoys met on Friday in Zenda. They left early. It rained again."


def shown(text: str, quote: str, phrase: str = "") -> QuoteInContext:
    start = text.index(quote)
    inside = start + quote.index(phrase)
    words = (phrase, inside, inside + len(phrase)) if phrase else ()
    article = factories.article(text=text)
    return in_context(cite(Quote(quote, start, start + len(quote), *words), event=factories.draft(), article=article))


def test_the_phrase_is_told_apart_and_the_neighbouring_sentences_stand_around() -> None:
    assert shown(TEXT, "Envoys met on Friday in Zenda.", "on Friday") == QuoteInContext(
        before="Nobody came.\n\n", lead="Envoys met ", phrase="on Friday", rest=" in Zenda.", after=" They left early."
    )


def test_a_quotation_without_a_phrase_is_whole() -> None:
    told = shown(TEXT, "They left early.")
    assert (told.lead, told.phrase, told.rest) == ("They left early.", "", "")


def test_at_the_ends_of_the_article_nothing_stands_around() -> None:
    assert shown(TEXT, "It rained.").before == ""
    assert shown(TEXT, "It rained again.").after == ""


def test_a_full_stop_left_outside_the_quotation_comes_before_the_next_sentence() -> None:
    assert shown(TEXT, "They left early").after == ". It rained again."


def test_a_neighbour_that_is_too_long_is_cut_between_words() -> None:
    long = "word " * AROUND
    told = shown(f"{long}ends. Envoys met. {long}ends.", "Envoys met.")
    assert told.before.startswith("… word ")
    assert told.before.endswith("ends. ")
    assert told.after.endswith("word …")
    assert max(len(told.before), len(told.after)) <= AROUND + 2
