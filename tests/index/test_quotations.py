"""As much of a quotation as readers are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.index import quotation
from timeline.models import QUOTE_SHOWN, Citation

LONG = " ".join(f"word{number}" for number in range(120))


def cited(quote: str, phrase: str = "") -> Citation:
    """A citation 1,000 characters into its article."""
    at = quote.find(phrase)
    inside = {"phrase": phrase, "phrase_start": 1000 + at, "phrase_end": 1000 + at + len(phrase)} if phrase else {}
    return Citation(quote=quote, start=1000, end=1000 + len(quote), **inside)


def test_a_short_quotation_is_shown_whole_with_its_phrase_apart() -> None:
    shown = quotation(cited("They left late Wednesday for Cairo.", "late Wednesday"))
    assert (shown.before, shown.phrase, shown.after) == ("They left ", "late Wednesday", " for Cairo.")
    assert (shown.cut_before, shown.cut_after) == (False, False)


def test_a_quotation_without_a_phrase_is_shown_without_a_mark() -> None:
    shown = quotation(cited("The delegation had arrived."))
    assert (shown.phrase, shown.text) == ("", "The delegation had arrived.")


@pytest.mark.parametrize("phrase", ["word0", "word60", "word119"])
def test_a_long_quotation_is_cut_around_its_phrase_and_between_words(phrase: str) -> None:
    shown = quotation(cited(LONG, phrase))
    assert shown.phrase == phrase
    assert len(shown.text) <= QUOTE_SHOWN
    assert set(shown.text.split()) <= set(LONG.split())
    assert (shown.cut_before, shown.cut_after) == (phrase != "word0", phrase != "word119")


def test_a_long_phrase_is_itself_cut() -> None:
    shown = quotation(cited(LONG, LONG[6:900]))
    assert len(shown.text) <= QUOTE_SHOWN
    assert LONG.startswith(shown.text, 6)
    assert shown.cut_after


@given(st.text(min_size=1, max_size=900), st.data())
def test_what_is_shown_is_a_piece_of_the_quotation_no_longer_than_the_limit(quote: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(quote) - 1))
    phrase = quote[start : data.draw(st.integers(start, len(quote)))]
    place = {"phrase": phrase, "phrase_start": start, "phrase_end": start + len(phrase)} if phrase else {}
    shown = quotation(Citation(quote=quote, start=0, end=len(quote), **place))
    assert shown.text in quote
    assert len(shown.text) <= QUOTE_SHOWN
    assert phrase.startswith(shown.phrase)
    assert shown.phrase == phrase or len(phrase) > QUOTE_SHOWN
