"""How words are compared: what is one word, and what is found by what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from timeline.models import Event
from timeline.models.searching import fold, needles, searchable


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café CAFÉ cafe\u0301", ("cafe", "cafe", "cafe")),
        ("Straße", ("strasse",)),
        ("أحمد إبراهيم آمنة ٱلله", ("احمد", "ابراهيم", "امنه", "الله")),
        ("مُحادثاتٌ", ("محادثات",)),
        ("غزّة مصطفى", ("غزه", "مصطفي")),
        ("מִלְחָמָה", ("מלחמה",)),
        ("20-point plan, Israel’s", ("20", "point", "plan", "israel", "s")),
        ("كـــتاب a\u00adb", ("كتاب", "ab")),
    ],
)
def test_what_is_written_differently_is_one_word(text: str, words: tuple[str, ...]) -> None:
    assert fold(text) == words


@pytest.mark.parametrize(
    ("query", "text", "is_found"),
    [
        ("hostage", "Hostages are freed", True),
        ("aid", "It was said", False),
        ("aid", "Aid lorries", True),
        ("lorries aid", "Aid lorries", True),
        ("aid trains", "Aid lorries", False),
        ("محادثات", "المحادثات في القاهرة", True),
        ("משא", "המשא ומתן", True),
        ("100%", "100 lorries", True),
        ("a_b", "a b", True),
    ],
)
def test_a_word_finds_what_begins_with_it_and_in_joined_scripts_what_holds_it(
    query: str, text: str, is_found: bool
) -> None:
    assert all(needle in searchable(text) for needle in needles(query)) is is_found


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_and_leaves_no_wildcard(text: str) -> None:
    words = fold(text)
    assert fold(" ".join(words)) == words
    assert not set("%_\\") & set("".join(needles(text)))


@pytest.mark.django_db
def test_an_event_keeps_its_words_with_its_text() -> None:
    event = factories.event(headline="Envoys meet", summary="They sat in Café Zenda.")
    assert event.words == " envoys meet they sat in cafe zenda "
    factories.corrected(event, headline="Envoys part")
    assert Event.objects.get(pk=event.pk).words == " envoys part they sat in cafe zenda "
