"""Files read into articles: what offsets count, and what is refused with which words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction.text_files import BYTES_LIMIT, RefusedFile, TextFile, read_text_file


def test_a_plain_text_is_kept_to_the_last_space():
    assert read_text_file(b"  Two lines.\n \n").text == "  Two lines.\n \n"


def test_the_byte_order_mark_goes_and_line_ends_become_lf():
    assert read_text_file("\ufeffOne.\r\nTwo.\r\n".encode()).text == "One.\nTwo.\n"


def test_front_matter_tells_of_the_article_and_is_not_its_text():
    data = b"---\ntitle: Talks open\noutlet: The Gazette\npublished: 2025-10-06\nurl: https://example.org/a\n---\n\nText.\n"
    assert read_text_file(data) == TextFile(
        "\nText.\n", "Talks open", "The Gazette", date(2025, 10, 6), "https://example.org/a"
    )


def test_hyphens_without_an_end_are_text():
    assert read_text_file(b"---\nA dash began this.").text == "---\nA dash began this."


def test_a_line_of_hyphens_in_the_text_stays():
    assert read_text_file(b"---\ntitle: T\n---\nOne.\n---\nTwo.").text == "One.\n---\nTwo."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"---\ntitle: T\n---\n\n", "the file is empty"),
        (b"PK\x03\x04\x00\x00", "not a text file: it contains NUL bytes"),
        ("Bilanz:\nfünf Tote".encode("latin-1"), "not UTF-8: byte 0xfc in line 2"),
        (
            b"---\npublished: 2025-02-31\n---\nText.",
            "“2025-02-31” is not a day of the calendar: write it as YYYY-MM-DD",
        ),
        (
            b"---\npublished: 6 Oct 2025\n---\nText.",
            "“6 Oct 2025” is not a day of the calendar: write it as YYYY-MM-DD",
        ),
        (b"---\ntitle: [unclosed\n---\nText.", "the front matter is not YAML in line 3"),
        (b"---\njust words\n---\nText.", "the front matter is not a list of “name: value” lines"),
        (b"---\ntitle: [a, b]\n---\nText.", "“title” in the front matter must be one value"),
        (
            b"---\nauthor: me\n---\nText.",
            "the front matter has “author”; known are language, licence, outlet, published, title, url",
        ),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(data, says):
    with pytest.raises(RefusedFile) as refused:
        read_text_file(data)
    assert str(refused.value) == says


def test_a_file_over_the_limit_is_refused_by_its_size():
    with pytest.raises(RefusedFile, match="at most"):
        read_text_file(b"a" * (BYTES_LIMIT + 1))


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"---\n{text}\n---\nBody".encode()))
def test_no_bytes_raise_anything_else(data):
    try:
        file = read_text_file(data)
    except RefusedFile as error:
        assert str(error)
    else:
        assert file.text.strip()
