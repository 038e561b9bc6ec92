"""A text with its sentences and phrases marked, by the engine and by citations."""

from __future__ import annotations

from datetime import date

import pytest

from tests.admin.texts import NEWS
from timeline.admin.article_text import MarkedText, mark
from timeline.extraction.pipeline import read_dates
from timeline.models import Citation

PUBLISHED = date(2025, 10, 9)


def marked(text: str, *citations: Citation) -> MarkedText:
    return mark(text, read_dates(text, published=PUBLISHED), dict(enumerate(citations, start=1)))


def citation(text: str, quote: str, phrase: str = "", *, value: str = "") -> Citation:
    start = text.index(quote)
    row = Citation(quote=quote, start=start, end=start + len(quote), phrase=phrase)
    if phrase:
        row.phrase_start = text.index(phrase, start)
        row.phrase_end = row.phrase_start + len(phrase)
    rule = {"words": phrase, "rule": "given-by-an-editor", "anchor": None, "anchor_from": None, "value": value}
    row.trail = [rule] if value else []
    return row


def written(text: MarkedText) -> str:
    """The text as the page writes it, phrases in angle brackets, drafts after their sentence."""
    return "\n".join("".join(map(_sentence, paragraph)) for paragraph in text.paragraphs)


def _sentence(sentence) -> str:
    pieces = "".join(f"<{piece.text}>" if piece.phrase else piece.text for piece in sentence.pieces)
    return sentence.gap + pieces + "".join(f"[{number}]" for number in sentence.drafts)


def test_the_whole_text_is_there_with_every_dated_mention_marked() -> None:
    assert written(marked(NEWS)) == (
        "Envoys from Ruritania met mediators in Strelsau on <6 October 2025>. The weather was mild.\n"
        "A bridge collapsed near Zenda <late Wednesday>, the interior ministry said.\n"
        "Talks resumed in Hentzau on <14 October 2025>."
    )


def test_a_phrase_tells_its_trail_in_words() -> None:
    phrase = marked(NEWS).phrases[1]
    assert (phrase.words, phrase.date, phrase.notation) == (
        "late Wednesday",
        "evening of Wednesday 8 October 2025",
        "2025-10-08",
    )
    [(step, notation)] = phrase.steps
    assert (step.anchor, step.anchor_from) == ("Thursday 9 October 2025", "the day of publication")
    assert notation == "2025-10-08"


def test_drafts_are_found_from_their_sentence_and_from_their_phrase() -> None:
    bridge = citation(
        NEWS, "A bridge collapsed near Zenda late Wednesday, the interior ministry said.", "late Wednesday"
    )
    weather = citation(NEWS, "The weather was mild.")
    text = marked(NEWS, bridge, weather)
    assert written(text).count("ministry said.[1]") == written(text).count("mild.[2]") == 1
    assert [phrase.drafts for phrase in text.phrases] == [[], [1], []]
    assert text.where(1) == (3, text.phrases[1])
    assert text.where(2) == (2, None)


def test_what_lies_inside_a_phrase_is_told_with_it() -> None:
    text = marked("They met on the second anniversary of the October 7, 2023 attacks.")
    [phrase] = text.phrases
    assert [inner.words for inner in phrase.within] == ["October 7, 2023"]
    assert written(text) == "They met on <the second anniversary of the October 7, 2023 attacks>."


def test_a_phrase_that_only_an_editor_dated_is_marked_with_its_kept_trail() -> None:
    told = "A bridge near Zenda fell on the town's feast."
    text = marked(told, citation(told, told, "the town's feast", value="2025-10-08"))
    [phrase] = text.phrases
    assert (phrase.words, phrase.notation, phrase.drafts) == ("the town's feast", "2025-10-08", [1])
    assert [step.rule for step, _notation in phrase.steps] == ["An editor gave the date."]


def test_words_that_could_not_be_dated_are_marked_and_lengths_of_time_are_not() -> None:
    text = marked("Recently the mood changed. It took three hours.")
    assert written(text) == "<Recently> the mood changed. It took three hours."
    assert [(phrase.date, phrase.notation) for phrase in text.phrases] == [("", "")]


@pytest.mark.parametrize("text", ["\n\nTalks.\n\n\nNo end", "One. Two.\nThree", "7 October 2025", "…"])
def test_no_word_is_lost(text: str) -> None:
    plain = written(marked(text)).replace("<", "").replace(">", "")
    assert plain.split() == text.split()
