"""Text that is wrapped and cut to a width: nothing wider, nothing lost without an ellipsis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drawing.lettering import ELLIPSIS, text_width, wrapped

texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=120) | st.sampled_from(
    ["الحرب في غزة: محادثات وقف إطلاق النار", "שיחות להפסקת אש", "Israel and Hamas agree", "WWWWWWWWWWWWWWWWWWWW"]
)


@given(texts, st.sampled_from([12, 13]), st.integers(0, 30_000), st.integers(1, 3))
def test_no_line_is_wider_than_it_may_be(text: str, size: int, widest: int, lines: int) -> None:
    found = wrapped(text, size, widest, lines)
    assert len(found) <= lines
    assert all(text_width(line, size) <= widest for line in found)


@given(texts, st.integers(0, 30_000), st.integers(1, 3))
def test_lines_are_the_beginning_of_the_text(text: str, widest: int, lines: int) -> None:
    whole, found = " ".join(text.split()), " ".join(wrapped(text, 13, widest, lines))
    if not found:
        return
    assert found == whole or found.endswith(ELLIPSIS)
    assert whole.replace(" ", "").startswith(found.removesuffix(ELLIPSIS).replace(" ", ""))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (1, ("Envoys meet…",)),
        (2, ("Envoys meet for", "the fourth round…")),
        (3, ("Envoys meet for", "the fourth round", "of talks")),
    ],
)
def test_lines_break_between_words(lines: int, expected: tuple[str, ...]) -> None:
    assert wrapped("Envoys meet for the fourth round of talks", 13, 13_000, lines) == expected


def test_a_word_that_is_wider_than_a_line_is_cut() -> None:
    assert wrapped("Internationally", 13, 6_000, 2) == ("Intern…",)


@pytest.mark.parametrize("text", ["", "   ", "Envoys"])
def test_where_nothing_has_room_there_are_no_lines(text: str) -> None:
    assert wrapped(text, 13, 500, 2) == ()


@pytest.mark.parametrize(("narrow", "wide"), [("ill", "www"), ("abc", "ABC"), ("دار", "سشص"), ("e\u0301", "ee")])
def test_wide_letters_count_for_more(narrow: str, wide: str) -> None:
    assert text_width(narrow, 13) < text_width(wide, 13)
