"""A place in a timeline stands in addresses that strangers can change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.index import Cursor, CursorError

places = st.builds(Cursor, st.dates(), st.dates(), st.integers(0, 2**63 - 1))
WHOLE = str(Cursor(date(2025, 10, 4), date(2025, 10, 5), 7))


@given(places)
def test_a_place_survives_its_own_text(place: Cursor) -> None:
    assert Cursor.parse(str(place)) == place


@given(places)
def test_a_place_is_written_in_letters_that_need_no_escaping(place: Cursor) -> None:
    text = str(place)
    assert text.isascii()
    assert text.replace("-", "").replace("_", "").isalnum()


@given(st.text(max_size=30) | st.text("ABCDEFabcdef0123456789-_", min_size=22, max_size=22))
def test_any_other_text_is_refused_with_its_own_error_and_none_else(text: str) -> None:
    try:
        place = Cursor.parse(text)
    except CursorError:
        return
    assert str(place) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        WHOLE[:-1],
        WHOLE + "A",
        WHOLE[:-1] + "B",
        " " + WHOLE[1:],
        "=" * 22,
        "A" * 22,
        "_" * 22,
        "٣" * 22,
        "\x00" * 22,
        "../../../../etc/passwd",
    ],
)
def test_a_changed_or_made_up_place_is_refused(text: str) -> None:
    with pytest.raises(CursorError):
        Cursor.parse(text)
