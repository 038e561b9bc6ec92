"""The words of dates in Arabic and Hebrew, read from catalogues compiled here from the .po files."""

import gettext
import io
import re
from pathlib import Path

import polib
import pytest
from django.utils import translation
from hypothesis import given

from tests.dates.strategies import event_dates
from timeline.dates.notation import parse_notation
from timeline.dates.wording import ENGLISH, day_heading, in_words

LOCALE = Path(__file__).parents[2] / "timeline" / "locale"
EVENING = {"precision": "part_of_day", "part": "evening"}
NIGHT = {"precision": "part_of_day", "part": "night"}
WEEK = {"precision": "week"}

ARABIC = [
    ("2023-10-07", {}, "7 أكتوبر 2023"),
    ("[2025-10-04..2025-10-05]", {}, "4 أو 5 أكتوبر 2025"),
    ("[2025-09-29..2025-10-06]", {}, "بين 29 سبتمبر و6 أكتوبر 2025"),
    ("2025-10-04/2025-10-10", {}, "من 4 إلى 10 أكتوبر 2025"),
    ("2024-12-28/2025-01-03", {}, "من 28 ديسمبر 2024 إلى 3 يناير 2025"),
    ("[2025-10-01..2025-10-08]", EVENING, "مساء الأربعاء 1 أو 8 أكتوبر 2025"),
    ("[2025-10-09..2025-10-10]", NIGHT, "ليلة 9 إلى 10 أكتوبر 2025"),
    ("2023-10-07T06:29:00", {"zone": "Asia/Gaza"}, "7 أكتوبر 2023، 06:29 (Asia/Gaza)"),
    ("2025-10", {"part": "early"}, "أوائل أكتوبر 2025"),
    ("2024", {"part": "late"}, "أواخر 2024"),
    ("[2025-10-06..2025-10-12]", WEEK, "الأسبوع من 6 إلى 12 أكتوبر 2025"),
    ("2025-22", {}, "صيف 2025"),
    ("2025-24", {}, "شتاء 2025–26"),
    ("[2025-01..2025-03]", {"precision": "quarter"}, "الربع الأول من عام 2025"),
    ("199X", {}, "عقد 1990"),
    ("19XX", {}, "القرن 1900–1999"),
    ("[2025-05..2025-06]", {}, "مايو أو يونيو 2025"),
    ("2014/2018", {}, "من 2014 إلى 2018"),
    ("2025-10/2025-10", {}, "طوال أكتوبر 2025"),
    ("2014/..", {}, "منذ 2014"),
    ("../2025-05", {}, "حتى مايو 2025"),
    ("2025-10~", {}, "حوالي أكتوبر 2025"),
    ("2025-10-07?", {}, "7 أكتوبر 2025 (غير مؤكد)"),
]

HEBREW = [
    ("2023-10-07", {}, "7 באוקטובר 2023"),
    ("[2025-10-04..2025-10-05]", {}, "4 או 5 באוקטובר 2025"),
    ("[2025-09-29..2025-10-06]", {}, "בין 29 בספטמבר ל־6 באוקטובר 2025"),
    ("2025-10-04/2025-10-10", {}, "4–10 באוקטובר 2025"),
    ("2024-12-28/2025-01-03", {}, "28 בדצמבר 2024 – 3 בינואר 2025"),
    ("[2025-10-01..2025-10-08]", EVENING, "יום רביעי, 1 או 8 באוקטובר 2025, בערב"),
    ("[2025-10-09..2025-10-10]", NIGHT, "בין 9 ל־10 באוקטובר 2025, בלילה"),
    ("2023-10-07T06:29:00", {"zone": "Asia/Gaza"}, "7 באוקטובר 2023, 06:29 (Asia/Gaza)"),
    ("2025-10", {"part": "early"}, "תחילת אוקטובר 2025"),
    ("2024", {"part": "late"}, "סוף 2024"),
    ("[2025-10-06..2025-10-12]", WEEK, "השבוע של 6–12 באוקטובר 2025"),
    ("2025-22", {}, "קיץ 2025"),
    ("2025-24", {}, "חורף 2025–26"),
    ("[2025-01..2025-03]", {"precision": "quarter"}, "הרבעון הראשון של 2025"),
    ("199X", {}, "שנות ה־1990"),
    ("19XX", {}, "המאה 1900–1999"),
    ("[2025-05..2025-06]", {}, "מאי או יוני 2025"),
    ("2014/2018", {}, "2014–2018"),
    ("2025-10/2025-10", {}, "במשך כל אוקטובר 2025"),
    ("2014/..", {}, "מאז 2014"),
    ("../2025-05", {}, "עד מאי 2025"),
    ("2025-10~", {}, "בסביבות אוקטובר 2025"),
    ("2025-10-07?", {}, "7 באוקטובר 2025 (לא ודאי)"),
]


def entries(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def catalog(language: str) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(entries(language).to_binary()))


CATALOGS = {language: catalog(language) for language in ("ar", "he")}


class Asked(gettext.NullTranslations):
    """English that remembers which messages were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[tuple[str | None, str]] = set()

    def gettext(self, message: str) -> str:
        self.messages.add((None, message))
        return message

    def pgettext(self, context: str, message: str) -> str:
        self.messages.add((context, message))
        return message


@pytest.mark.parametrize(("text", "fields", "words"), ARABIC)
def test_a_date_is_said_in_arabic(text, fields, words):
    assert in_words(parse_notation(text, **fields), catalog=CATALOGS["ar"]) == words


@pytest.mark.parametrize(("text", "fields", "words"), HEBREW)
def test_a_date_is_said_in_hebrew(text, fields, words):
    assert in_words(parse_notation(text, **fields), catalog=CATALOGS["he"]) == words


@pytest.mark.parametrize(
    ("language", "number", "weekday", "rest", "caption"),
    [
        ("ar", "4 أو 5", "عطلة نهاية الأسبوع", "أكتوبر 2025", "أكتوبر 2025، عطلة نهاية الأسبوع"),
        ("he", "4 או 5", "סוף שבוע", "אוקטובר 2025", "אוקטובר 2025, סוף שבוע"),
    ],
)
def test_a_day_heading_is_translated(language, number, weekday, rest, caption):
    heading = day_heading(parse_notation("[2025-10-04..2025-10-05]"), catalog=CATALOGS[language])
    assert (heading.number, heading.weekday, heading.rest, heading.caption) == (number, weekday, rest, caption)


@pytest.mark.parametrize("language", sorted(CATALOGS))
def test_a_weekday_is_translated(language):
    day = parse_notation("2025-10-01")
    words = {"ar": "الأربعاء 1 أكتوبر 2025", "he": "יום רביעי, 1 באוקטובר 2025"}
    assert in_words(day, catalog=CATALOGS[language], weekday=True) == words[language]


@pytest.mark.parametrize("language", sorted(CATALOGS))
def test_a_translation_keeps_the_values_of_its_message(language):
    values = re.compile(r"%\(\w+\)s")
    changed = [
        entry.msgid
        for entry in entries(language).translated_entries()
        if not entry.msgid_plural and sorted(values.findall(entry.msgid)) != sorted(values.findall(entry.msgstr))
    ]
    assert changed == []


@given(event_dates)
def test_every_message_a_date_asks_for_is_translated(it):
    asked = Asked()
    in_words(it, catalog=asked, weekday=True)
    day_heading(it, catalog=asked)
    for language in CATALOGS:
        translated = TRANSLATED[language]
        assert asked.messages - translated == set()


TRANSLATED = {
    language: {(entry.msgctxt, entry.msgid) for entry in entries(language).translated_entries()}
    for language in CATALOGS
}


@given(event_dates)
def test_no_english_word_is_left_in_a_translated_date(it):
    for translated in CATALOGS.values():
        words = in_words(it, catalog=translated, weekday=True).replace(it.zone or "-", "")
        assert re.findall("[A-Za-z]+", words) == []


@given(event_dates)
def test_django_s_translation_module_is_a_catalog_too(it):
    with translation.override("en"):
        assert in_words(it, catalog=translation) == in_words(it, catalog=ENGLISH)
