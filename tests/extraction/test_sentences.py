"""Where a sentence ends, and where it only seems to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction.sentences import split_sentences

SENTENCES = [
    ("Two men left. One stayed.", ["Two men left.", "One stayed."]),
    ("Gen. Haddad spoke on Oct. 7. He left.", ["Gen. Haddad spoke on Oct. 7.", "He left."]),
    ("The U.S. Army came at 6 a.m. on Friday. It left.", ["The U.S. Army came at 6 a.m. on Friday.", "It left."]),
    ("They met at 5 p.m. EST on Nov. 9. Nobody spoke.", ["They met at 5 p.m. EST on Nov. 9.", "Nobody spoke."]),
    ("They met at 5 p.m. Nobody spoke.", ["They met at 5 p.m.", "Nobody spoke."]),
    ("J. R. Smith wrote it. It sold.", ["J. R. Smith wrote it.", "It sold."]),
    ("He flew to the U.S. Nobody came.", ["He flew to the U.S.", "Nobody came."]),
    ("“We go.” They went.", ["“We go.”", "They went."]),
    ("He asked: why? Nobody knew! So it went…", ["He asked: why?", "Nobody knew!", "So it went…"]),
    ("The price rose 1.5 per cent. It fell.", ["The price rose 1.5 per cent.", "It fell."]),
    ("Talks and raids\nEnvoys met in Cairo.", ["Talks and raids", "Envoys met in Cairo."]),
    ("- The first point\n- The second point", ["- The first point", "- The second point"]),
    ("Oct. 7, 2023: Rockets are fired. Sirens sound.", ["Oct. 7, 2023: Rockets are fired.", "Sirens sound."]),
    ("A line that a mail program wrapped after sixty characters, it\ngoes on here.", None),
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_ends_where_it_should(text: str, expected: list[str] | None) -> None:
    found = [sentence.text for sentence in split_sentences(text)]
    assert found == ([text] if expected is None else expected)


@given(st.text(alphabet='aB 1.!?…”"\n\r\t’-:U.S', max_size=120))
def test_every_sentence_slices_back_and_they_stand_in_order(text: str) -> None:
    end = 0
    for index, sentence in enumerate(split_sentences(text)):
        assert sentence.index == index
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip() == sentence.text
        assert sentence.start >= end
        end = sentence.end
