"""Dates and names in Arabic: annotated passages, what opens and bounds a date, what must yield nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.invented import VOCABULARY
from tests.extraction.passages import Row, passages
from tests.extraction.reading import dated, mentions, values
from timeline.extraction.naming import matcher_for
from timeline.extraction.sentences import split_sentences

UNREAD = ("b02",)
"""Passages that are read wrong (docs/extraction.md says how)."""

PASSAGES = {**passages("arabic"), **passages("arabic_second", unread=UNREAD)}


@pytest.mark.parametrize("row", [*PASSAGES.values()], ids=[*PASSAGES])
def test_a_passage_is_read_as_annotated(row: Row) -> None:
    text, published, expected = row
    assert values(text, published) == expected


MONTHS = [
    (f"التقوا في 5 {name} 2024.", f"2024-{number:02d}-05")
    for number, names in enumerate(
        (
            ["كانون الثاني", "يناير", "جانفي"], ["شباط", "فبراير", "فيفري"], ["آذار", "اذار", "مارس"],
            ["نيسان", "أبريل", "إبريل", "أفريل"], ["أيار", "مايو", "ماي"], ["حزيران", "يونيو", "يونيه", "جوان"],
            ["تموز", "يوليو", "جويلية"], ["آب", "أغسطس", "أوت", "غشت"], ["أيلول", "سبتمبر", "شتنبر"],
            ["تشرين الأول", "أكتوبر"], ["تشرين الثاني", "نوفمبر", "نونبر"], ["كانون الأول", "ديسمبر", "دجنبر"],
        ),
        start=1,
    )
    for name in names
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), MONTHS)
def test_months_are_known_by_their_levantine_egyptian_and_maghreb_names(text: str, value: str) -> None:
    assert [mention.value for mention in mentions(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("المعبر مغلق منذ 7 أيار 2024.", [("7 أيار 2024", "2024-05-07/..")]),
        ("بقي المعبر مفتوحاً حتى 6 مايو 2024.", [("6 مايو 2024", "../2024-05-06")]),
        ("غادروا قبل 6 مايو 2024.", [("6 مايو 2024", "[..2024-05-05]")]),
        ("غادروا بعد 6 مايو 2024.", [("6 مايو 2024", "[2024-05-07..]")]),
        ("استمر القصف من 3 إلى 5 مايو 2024.", [("3", "2024-05-03/2024-05-05"), ("5 مايو 2024", "2024-05-03/2024-05-05")]),
        ("بين كانون الأول وشباط 2024 هدأت الجبهة.", [("كانون الأول", "2023-12/2024-02"), ("وشباط 2024", "2023-12/2024-02")]),
        ("عُقد في 22 ربيع الأول 1445.", [("22 ربيع الأول 1445", "2023-10-07~")]),
        ("عُقد في 40 ربيع الأول 1445.", []),
    ],
)  # fmt: skip
def test_a_word_before_a_date_opens_or_bounds_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "مارس الوسطاء ضغوطاً كبيرة على الطرفين.",
        "نص القرار 1701 على نشر 15000 جندي.",
        "قتل 1948 مدنياً وأصيب 2000 آخرون.",
        "قال أحد الشهود إن أب الطفل غادر.",
        "هذا هو اليوم الأول من المحادثات.",
        "خطبة الجمعة نقلت على الهواء.",
        "توفي عن 75 عاماً.",
    ],
)
def test_what_only_looks_like_time_yields_nothing(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصلوا مساء اليوم الاثنين 6 أكتوبر.", [("مساء اليوم الاثنين 6 أكتوبر", "2025-10-06TEV")]),
        ("غادروا الساعة الثالثة والنصف بعد الظهر يوم السبت.", [("الساعة الثالثة والنصف بعد الظهر يوم السبت", "2025-10-04T15:30")]),
        ("انتظروا سنتين ونصف.", [("سنتين ونصف", "P2.5Y")]),
        ("سيصلون في غضون 48 ساعة.", [("48 ساعة", "PT48H")]),
        ("غادر سبعون خلال الأسبوعين الماضيين.", [("الأسبوعين الماضيين", "P2W")]),
        ("في وقت سابق من يوم الثلاثاء ساد الهدوء.", [("يوم الثلاثاء", "2025-09-30")]),
        ("لم يكن هناك طريق في الثمانينيات.", [("الثمانينيات", "198")]),
        ("كان ذلك في شهر رمضان 1445 هناك.", [("شهر رمضان 1445", "2024-03-11")]),
    ],
)  # fmt: skip
def test_wordings_of_the_news_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_points_and_tatweel_change_no_date_and_stay_in_its_words() -> None:
    assert values("عادُوا أَمْسِ ويغادرون غـــداً.") == [("أَمْسِ", "2025-10-05"), ("غـــداً", "2025-10-07")]


def test_a_date_line_gives_the_article_its_day() -> None:
    text = "القاهرة، 6 أكتوبر 2025 – وصل الوفد أمس."
    assert values(text, None) == [("6 أكتوبر 2025", "2025-10-06"), ("أمس", "2025-10-05")]


def test_an_arabic_word_in_an_english_line_leaves_its_dates_alone() -> None:
    assert values("The Front (الجبهة) left on Wednesday, in 2014 it came.") == [
        ("Wednesday", "2025-10-01"),
        ("2014", "2014"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هل وصلوا؟ نعم! غادروا أمس.", ["هل وصلوا؟", "نعم!", "غادروا أمس."]),
        ("قال د. سامي ذلك؛ ثم خرج.", ["قال د. سامي ذلك؛ ثم خرج."]),
    ],
)
def test_a_sentence_ends_at_an_arabic_question_mark(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == expected


@pytest.mark.parametrize(
    "word", ["كارفيا", "وكارفيا", "بكارفيا", "وبكارفيا", "لكارفيا", "فلكارفيا", "كارفيـا", "كَارْفِيا", "كارفیا"]
)
def test_a_name_is_found_behind_its_particles_and_in_any_spelling(word: str) -> None:
    text = f"وصل الوفد {word} اليوم."
    assert [(text[n.start : n.end], n.name) for n in matcher_for(VOCABULARY).find(text)] == [(word, "Karvia")]


@given(st.text(alphabet="أكتوبر 0123٧وفبل قلمين-/:َـ،.؟بعديوم", max_size=80))
def test_any_arabic_text_gives_mentions_that_slice_back(text: str) -> None:
    for mention in mentions(text, date(2025, 10, 6)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.trail


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصلوا في 3 مايو. وبعد ذلك بيومين غادروا.", "2025-05-05"),
        ("وصلوا في 3 مايو. وبعدها بثلاثة أيام غادروا.", "2025-05-06"),
        ("وصلوا في 3 مايو. وقبل ذلك بيومين غادروا.", "2025-05-01"),
        ("وصلوا في 3 مايو. وبعد أسبوع من ذلك غادروا.", "2025-05-10"),
        ("غادروا قبل ظهر السبت.", "2025-10-04TMO"),
        ("وقد تعيد السلطات فتح المعبر السبت.", "2025-10-11"),
        ("أعادت السلطات فتح المعبر السبت.", "2025-10-04"),
    ],
)
def test_days_counted_from_that_day_or_ahead(text: str, value: str) -> None:
    assert mentions(text)[-1].value == value


def test_the_night_between_two_days_is_not_tonight() -> None:
    assert [m.text for m in mentions("وافقت عليه في الليلة الفاصلة بين 9 و10 أكتوبر.")] == ["9", "10 أكتوبر"]


def test_before_the_end_of_a_month_may_be_any_day_up_to_its_last() -> None:
    assert dated("سيغادرون قبل نهاية نوفمبر 2025.")[0][1] == "../2025-11-30"


def test_without_a_publication_day_the_year_runs_on() -> None:
    text = "أسرهم في 12 تموز 2006. وفي 30 تموز أصابت غارة بلدة. وانتهت في 14 آب."
    assert [m.value for m in mentions(text, None)] == ["2006-07-12", "2006-07-30", "2006-08-14"]
