"""Which Arabic and Hebrew sentences give drafts, of which day, how they stand and who says so. Counted from a Friday."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.invented import VOCABULARY
from timeline.dates import EventDate
from timeline.extraction import read
from timeline.extraction.dating import ASK_PLANNED_DAY, NEWS_WINDOW
from timeline.extraction.drafts import HEADLINE_LIMIT, EventDraft

DAY = date(2034, 3, 3)
WEEK = EventDate.one_of_days(DAY - NEWS_WINDOW, DAY).with_doubt(approximate=True)


def drafts(text: str, published: date | None = DAY) -> tuple[EventDraft, ...]:
    return read(text, published=published, vocabulary=VOCABULARY).drafts


def told(text: str, published: date | None = DAY) -> list[tuple[str, str | None, str]]:
    """Headline, earliest day and standing of each draft."""
    return [
        (one.headline, one.date.earliest.isoformat() if one.date else None, str(one.standing))
        for one in drafts(text, published)
    ]


NO_HAPPENING = [
    "يبقى الوضع في قمر متوتراً.",
    "يعتقد خبراء أن الشتاء سيكون قاسياً.",
    "تتكون القوة من ثلاث كتائب.",
    "كان القصف عنيفاً.",
    "وقال الوزير إن الطريق طويلة.",
    "إذا انسحب الجيش من قمر فسيعود السكان.",
    "لم تصل فرق الإنقاذ إلى القرى.",
    "يمارس السكان حياتهم في خيام.",
    "تصل الحافلات كل يوم.",
    "סופרים רבים חוששים לעתידם.",
    "המצב בקמר נותר מתוח.",
    "השר אמר כי הדרך ארוכה.",
    "אם הצבא ייסוג מקמר, התושבים יחזרו.",
    "הצוותים טרם הגיעו לכפרים.",
    "התושבים גרים באוהלים.",
]


@pytest.mark.parametrize("sentence", NO_HAPPENING)
def test_states_sayings_conditions_and_what_did_not_happen_are_no_drafts(sentence: str) -> None:
    assert told(sentence) == []


DATED = [
    ("قُتل 12 شخصاً في قصف على سوق قمر يوم الأربعاء.", ("قُتل 12 شخصاً في قصف على سوق قمر", "2034-03-01")),
    ("وفي 5 شباط/فبراير اقتحم مسلحون مبنى الإذاعة.", ("اقتحم مسلحون مبنى الإذاعة", "2034-02-05")),
    ("ووصل الوفد إلى العاصمة مساء أمس الخميس.", ("وصل الوفد إلى العاصمة", "2034-03-02")),
    ("وكانت الحرب قد اندلعت في ٧ تشرين الأول ٢٠٣٢.", ("الحرب اندلعت", "2032-10-07")),
    ("وأعلنت الحكومة أمس تأجيل الانتخابات إلى إشعار آخر.", ("أعلنت الحكومة تأجيل الانتخابات إلى إشعار آخر", "2034-03-02")),
    ("وخلف القائد حليم ناصر الذي اغتيل في سمرا في 4 مايو 2031.", ("القائد حليم ناصر اغتيل في سمرا", "2031-05-04")),
    ("שלושה בני אדם נהרגו בפיגוע בשוק של קמר ביום רביעי.", ("שלושה בני אדם נהרגו בפיגוע בשוק של קמר", "2034-03-01")),
    ("ב-5 בפברואר השתלטו חמושים על בניין הרדיו.", ("השתלטו חמושים על בניין הרדיו", "2034-02-05")),
    ("המשלחת הגיעה לבירה אתמול בערב.", ("המשלחת הגיעה לבירה", "2034-03-02")),
    ("הנער, תושב קמר, נורה למוות ביום רביעי.", ("הנער נורה למוות", "2034-03-01")),
    ("הם נשאו את גופת הנער, שנחטפה מבית חולים ביום רביעי.", ("גופת הנער נחטפה מבית חולים", "2034-03-01")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), DATED)
def test_a_dated_happening_is_a_draft_of_its_day_with_a_whole_clause_for_a_headline(
    sentence: str, expected: tuple[str, str]
) -> None:
    assert told(sentence) == [(*expected, "reported")]


UNDATED_NEWS = ["وفرّت مئات العائلات من الحي القديم.", "واحتجزت الشرطة عشرات السائقين.", "המשטרה עצרה שני חשודים בקמר."]


@pytest.mark.parametrize("sentence", UNDATED_NEWS)
def test_news_without_a_date_lies_in_the_week_before_publication(sentence: str) -> None:
    (one,) = drafts(sentence)
    assert (one.date, one.trail[-1].rule, one.citations[0].phrase) == (WEEK, "news-window", None)


STANDINGS = [
    ("ومن المقرر أن يصل المبعوث إلى قمر الأحد المقبل.", "planned"),
    ("وستبدأ المحادثات في قمر يوم الاثنين المقبل.", "planned"),
    ("ويعقد البرلمان جلسة طارئة غداً.", "planned"),
    ("وتعتزم الحكومة إجلاء السكان غداً.", "planned"),
    ("وقد تعيد السلطات فتح المعبر غداً.", "conditional"),
    ("ومن المرجح أن ينسحب الجيش من قمر غداً.", "conditional"),
    ("ونفى الجيش أنه قصف المدرسة أمس.", "denied"),
    ("ولم يغادر الوفد العاصمة أمس.", "denied"),
    ("המשלחת צפויה לצאת לקמר ביום ראשון.", "planned"),
    ("הפרלמנט יצביע על ההסכם ב-22 במרץ.", "planned"),
    ("הצדדים עשויים לחתום על ההסכם מחר.", "conditional"),
    ("ייתכן שהצבא ייסוג מקמר מחר.", "conditional"),
    ("הצבא הכחיש כי הפציץ את בית הספר אתמול.", "denied"),
    ("המשלחת לא עזבה את הבירה אתמול.", "denied"),
]


@pytest.mark.parametrize(("sentence", "standing"), STANDINGS)
def test_what_is_planned_possible_or_denied_is_told_apart(sentence: str, standing: str) -> None:
    assert [str(one.standing) for one in drafts(sentence)] == [standing]


def test_a_plan_without_a_date_asks_for_its_day() -> None:
    for sentence in ("ومن المتوقع أن تقيم قمر مؤتمراً للمانحين.", "המשלחת צפויה לצאת לקמר."):
        (one,) = drafts(sentence)
        assert (one.date, one.asks, str(one.standing)) == (None, ASK_PLANNED_DAY, "planned")


SOURCES = [
    ("قُتل ثلاثة جنود يوم الأربعاء، بحسب وزارة الدفاع.", "وزارة الدفاع"),
    ("قُتل ثلاثة جنود يوم الأربعاء، كما قال دبلوماسي عربي.", "دبلوماسي عربي"),
    ("وأعلن الجيش أن مسلحين هاجموا ثكنة يوم الأربعاء.", "الجيش"),
    ("وقال حاكم كارفيا إن قوات الأمن انسحبت أمس.", "حاكم كارفيا"),
    ("ووقّع الطرفان هدنة أمس.", None),
    ("שלושה חיילים נהרגו ביום רביעי, אמר דיפלומט אירופי.", "דיפלומט אירופי"),
    ("שלושה חיילים נהרגו ביום רביעי, כך מסרה המשטרה.", "המשטרה"),
    ("לדברי המושל, חמושים תקפו מחסום אתמול.", "המושל"),
    ("הצבא הודיע כי כוחות נסוגו מהעיר אתמול.", "הצבא"),
    ("הצדדים חתמו על הפסקת אש אתמול.", None),
]


@pytest.mark.parametrize(("sentence", "source"), SOURCES)
def test_who_said_it_is_kept(sentence: str, source: str | None) -> None:
    assert [one.attributed_to for one in drafts(sentence)] == [source]


def test_two_happenings_of_a_sentence_are_two_drafts_and_share_its_date() -> None:
    assert told("دخل المقاتلون العاصمة فجر الأربعاء، وغادر الرئيس البلاد.") == [
        ("دخل المقاتلون العاصمة", "2034-03-01", "reported"),
        ("غادر الرئيس البلاد", "2034-03-01", "reported"),
    ]
    assert told("ביום רביעי כבשו המורדים את קמר, ובמוצאי שבת נפלה גם דורן.") == [
        ("כבשו המורדים את קמר", "2034-03-01", "reported"),
        ("נפלה גם דורן", "2034-02-25", "reported"),
    ]


def test_the_dead_and_wounded_of_one_happening_are_one_draft_with_their_figures() -> None:
    for sentence in (
        "قُتل ثلاثة جنود وأصيب ٣٠ آخرون في انفجار يوم الأربعاء.",
        "שלושה חיילים נהרגו ו-30 נפצעו בפיצוץ ביום רביעי.",
    ):
        (one,) = drafts(sentence)
        assert [(claim["what"], claim["best"], claim["exact"]) for claim in one.claims] == [
            ("killed", 3, True),
            ("wounded", 30, True),
        ]


def test_entries_of_a_chronology_are_drafts_of_their_day() -> None:
    text = "3 مارس 2031: أضرب عمال الميناء.\n\n11 مارس: اغتيال النقابي رامي درويش أمام منزله.\n\n2 أبريل: تفجير سيارة يسفر عن إصابة ستة."
    assert told(text) == [
        ("أضرب عمال الميناء", "2031-03-03", "reported"),
        ("اغتيال النقابي رامي درويش أمام منزله", "2031-03-11", "reported"),
        ("تفجير سيارة يسفر عن إصابة ستة", "2031-04-02", "reported"),
    ]


def test_an_undated_sentence_of_a_narrative_is_not_this_weeks_news() -> None:
    assert told("احتل ضباط مبنى الإذاعة في 4 مايو 1994. وفرّ قائد الحامية إلى الخارج.") == [
        ("احتل ضباط مبنى الإذاعة", "1994-05-04", "reported")
    ]


def test_what_goes_on_from_an_unknown_verb_of_long_ago_is_not_this_weeks_news() -> None:
    assert told("وهاج البحر في تشرين الأول 1987 ودمر الميناء القديم.") == []
    assert told("הים געש באוקטובר 1987 והרס את הנמל הישן.") == []
    assert told("وزارة الصحة مغلقة.") == []


def test_a_background_date_belongs_to_its_noun_and_not_to_the_news() -> None:
    (one,) = drafts("وأفرجت الحركة عن ثلاثة جنود بعد انهيار الهدنة في 19 يناير 2033.")
    assert one.date == WEEK


def test_actors_and_places_are_found_behind_particles() -> None:
    (one,) = drafts("وقصفت كارفيا ميناء بقمر يوم الأربعاء.")
    assert (one.actors, one.places) == ((), ("Karvia", "Qamar"))
    (one,) = drafts("הפיצוץ אירע בקמר ביום רביעי.")
    assert one.places == ("Qamar",)


def test_quotations_stand_in_the_text_with_their_phrase_inside() -> None:
    text = "هُدنة.\n\n«قُتِلَ» ثلاثة جنود في قمر يوم الأربعاء.\r\nהמשלחת הגיעה לקמר אתמול."
    for one in drafts(text):
        quote = one.citations[0]
        assert text[quote.start : quote.end] == quote.quote
        assert quote.phrase is not None
        assert text[quote.phrase_start : quote.phrase_end] == quote.phrase
    assert len(drafts(text)) == 2


def test_each_sentence_of_a_mixed_article_is_read_in_its_own_language() -> None:
    text = "Karvia shelled Dorn on Wednesday.\n\nووصل الوفد إلى قمر أمس.\n\nהמשלחת הגיעה לקמר אתמול."
    assert [headline for headline, _, _ in told(text)] == [
        "Karvia shelled Dorn",
        "وصل الوفد إلى قمر",
        "המשלחת הגיעה לקמר",
    ]


WORDS = (
    "وقُتل قصف أصيب الجيش أن إن، بحسب الوزير من المقرر يصل لم كانت قد يوم الأربعاء 5 مارس التي . : ثلاثة نفى"
    " והצבא תקף כי לא צפויה לצאת לדברי אמר שנחטף ביום רביעי נהרגו , ( ״ לפני כאשר אם"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_order_of_words_fails_or_makes_a_long_headline(words: list[str]) -> None:
    for one in drafts(" ".join(words)):
        assert 0 < len(one.headline) <= HEADLINE_LIMIT
