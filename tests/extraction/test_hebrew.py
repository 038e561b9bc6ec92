"""Dates and names in Hebrew: annotated passages, what opens and bounds a date, what must yield nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.invented import VOCABULARY
from tests.extraction.passages import Row, passages
from tests.extraction.reading import dated, mentions, values
from timeline.extraction.naming import matcher_for
from timeline.extraction.other_calendars import from_hebrew, from_hijri
from timeline.extraction.sentences import split_sentences
from timeline.extraction.spotters.hebrew_words import number_in_letters

UNREAD = ("i02",)
"""Passages that are read wrong (docs/extraction.md says how)."""

PASSAGES = {**passages("hebrew"), **passages("hebrew_second", unread=UNREAD)}


@pytest.mark.parametrize("row", [*PASSAGES.values()], ids=[*PASSAGES])
def test_a_passage_is_read_as_annotated(row: Row) -> None:
    text, published, expected = row
    assert values(text, published) == expected


@pytest.mark.parametrize(
    ("number", "name"),
    [*enumerate("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split(), start=1)],
)
def test_months_are_known_behind_their_particle(number: int, name: str) -> None:
    assert values(f"הם נפגשו ב{name} 2024 וב-5 ב{name} 2023.") == [
        (f"ב{name} 2024", f"2024-{number:02d}"),
        (f"5 ב{name} 2023", f"2023-{number:02d}-05"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("המעבר סגור מאז 7 במאי 2024.", [("7 במאי 2024", "2024-05-07/..")]),
        ("המעבר היה פתוח עד ה-6 במאי 2024.", [("6 במאי 2024", "../2024-05-06")]),
        ("הם עזבו לפני 6 במאי 2024.", [("6 במאי 2024", "[..2024-05-05]")]),
        ("הם עזבו אחרי 6 במאי 2024.", [("6 במאי 2024", "[2024-05-07..]")]),
        ("הירי נמשך מ-3 עד 5 במאי 2024.", [("3", "2024-05-03/2024-05-05"), ("5 במאי 2024", "2024-05-03/2024-05-05")]),
        ("בין דצמבר לפברואר 2024 שקטה החזית.", [("דצמבר", "2023-12/2024-02"), ("לפברואר 2024", "2023-12/2024-02")]),
    ],
)  # fmt: skip
def test_a_word_before_a_date_opens_or_bounds_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "החלטה 1701 קובעת פריסה של 15000 חיילים.",
        "1948 אזרחים נהרגו ו-2000 חיילים נפצעו.",
        "יוני כהן נסע לראשון לציון.",
        "היום הראשון של השיחות עבר בשקט.",
        "ילד בן 3 שנים נפצע.",
    ],
)
def test_what_only_looks_like_time_yields_nothing(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("הם הגיעו היום, יום שני ה-6 באוקטובר.", [("היום, יום שני ה-6 באוקטובר", "2025-10-06")]),
        ("הם עזבו בשעה שלוש וחצי אחר הצהריים ביום שבת.", [("בשעה שלוש וחצי אחר הצהריים ביום שבת", "2025-10-04T15:30")]),
        ("הם חיכו שנתיים וחצי.", [("שנתיים וחצי", "P2.5Y")]),
        ("הם יגיעו בתוך 48 שעות.", [("48 שעות", "PT48H")]),
        ("מאז השבעה באוקטובר 2023 הם אינם.", [("השבעה באוקטובר 2023", "2023-10-07")]),
        ("הישיבה נערכה במוצאי שבת.", [("במוצאי שבת", "2025-10-04TEV")]),
        ("בימי שישי הם מפגינים.", [("בימי שישי", "XXXX-WXX-5")]),
        ("בשנות השמונים לא היה שם כביש.", [("בשנות השמונים", "198")]),
        ("הם יגיעו בעוד שלושה ימים.", [("בעוד שלושה ימים", "2025-10-09")]),
        ("ב-3 במאי הם נפגשו, ויומיים לאחר מכן עזבו.", [("3 במאי", "2025-05-03"), ("ויומיים לאחר מכן", "2025-05-05")]),
    ],
)  # fmt: skip
def test_wordings_of_the_news_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_points_and_maqaf_change_no_date() -> None:
    assert values("הֵם הִגִּיעוּ אֶתְמוֹל ב־3 בְּמַאי.") == [("אֶתְמוֹל", "2025-10-05"), ("3 בְּמַאי", "2025-05-03")]


def test_a_date_line_gives_the_article_its_day() -> None:
    assert values("תל אביב, 6 באוקטובר 2025 – המשלחת הגיעה אתמול.", None) == [
        ("6 באוקטובר 2025", "2025-10-06"),
        ("אתמול", "2025-10-05"),
    ]


@pytest.mark.parametrize(
    ("letters", "number"), [("כ״ב", 22), ("ט״ו", 15), ("ז׳", 7), ("תשפ״ד", 5784), ("ה׳תשפ״ד", 5784), ("תש״ח", 5708)]
)
def test_numbers_are_read_from_their_letters(letters: str, number: int) -> None:
    assert number_in_letters(letters.replace("״", '"').replace("׳", "'")) == number


@pytest.mark.parametrize(
    ("hebrew", "day"),
    [
        ((5708, 9, 5), date(1948, 5, 14)),
        ((5784, 1, 22), date(2023, 10, 7)),
        ((5784, 7, 14), date(2024, 3, 24)),
        ((5785, 8, 15), date(2025, 4, 13)),
        ((5785, 7, 1), None),
        ((5785, 4, 30), None),
        ((4000, 1, 1), None),
    ],
)
def test_a_hebrew_date_has_one_gregorian_day(hebrew: tuple[int, int, int], day: date | None) -> None:
    assert from_hebrew(*hebrew) == day


@pytest.mark.parametrize(
    ("hijri", "day"), [((1445, 3, 22), date(2023, 10, 7)), ((1445, 13, 1), None), ((700, 1, 1), None)]
)
def test_an_islamic_date_has_a_gregorian_day_give_or_take_one(hijri: tuple[int, int, int], day: date | None) -> None:
    assert from_hijri(*hijri) == day


def test_a_sentence_does_not_end_at_gershayim_or_an_initial() -> None:
    found = [sentence.text for sentence in split_sentences("צה״ל הודיע. י. ל. כהן נפצע? לא.")]
    assert found == ["צה״ל הודיע.", "י. ל. כהן נפצע?", "לא."]


@pytest.mark.parametrize("word", ["קמר", "לקמר", "בקמר", "ובקמר", "שבקמר", "ושבקמר", "מקמר", "קָמָר"])
def test_a_name_is_found_behind_its_particles_and_with_points(word: str) -> None:
    text = f"המשלחת הגיעה {word} אתמול."
    assert [(text[n.start : n.end], n.name) for n in matcher_for(VOCABULARY).find(text)] == [(word, "Qamar")]


@given(st.text(alphabet="באוקטובר 0123מליוםשהפנ-/:ִ־״׳,.?", max_size=80))
def test_any_hebrew_text_gives_mentions_that_slice_back(text: str) -> None:
    for mention in mentions(text, date(2025, 10, 6)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.trail


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("המצור החל בדצמבר 2022.", "2022-12"),
        ("הצדדים עשויים לפתוח את המעבר בשבת.", "2025-10-11"),
        ("הם פתחו את המעבר בשבת.", "2025-10-04"),
        ("באוגוסט האחרון הם ביקשו כינוס.", "2025-08"),
    ],
)
def test_what_began_what_may_come_and_the_month_that_was_last(text: str, value: str) -> None:
    (one,) = mentions(text)
    assert (one.value, one.date is not None and not one.date.is_open) == (value, True)
