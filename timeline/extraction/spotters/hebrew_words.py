"""The words of time in Hebrew, in tables; numbers of the Hebrew calendar written in letters ("כ״ב", "תשפ״ד")."""

from __future__ import annotations

from timeline.extraction.meanings import Origin, Unit
from timeline.extraction.spotters.language_tables import Tongue, table

MONTHS = table({
    "ינואר": 1, "פברואר": 2, "מרץ|מרס|מארס": 3, "אפריל": 4, "מאי": 5, "יוני": 6, "יולי": 7, "אוגוסט": 8,
    "ספטמבר": 9, "אוקטובר": 10, "נובמבר": 11, "דצמבר": 12,
})  # fmt: skip

DOUBTED_MONTHS = frozenset({"יוני", "מאי", "מרץ"})
"""Months that are names or other words too, when no particle is written onto them."""

HEBREW_MONTHS = table({
    "תשרי": 1, "חשוון|חשון|מרחשוון": 2, "כסלו": 3, "טבת": 4, "שבט": 5, "אדר|אדר א'": 6, "אדר ב'": 7, "ניסן": 8,
    "אייר": 9, "סיוון|סיון": 10, "תמוז": 11, "אב|מנחם אב": 12, "אלול": 13,
})  # fmt: skip
"""Counted from Tishri as :func:`timeline.extraction.other_calendars.from_hebrew` does."""

LETTERS = dict(zip(
    "אבגדהוזחטיכלמנסעפצקרשת", [*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400], strict=True,
))  # fmt: skip

WEEKDAYS = table({
    "שני|ב'": 0, "שלישי|ג'": 1, "רביעי|ד'": 2, "חמישי|ה'": 3, "שישי|ו'": 4, "שבת|השבת": 5, "ראשון|א'": 6,
})  # fmt: skip

PARTS = table({
    "בוקר|בבוקר|לפנות בוקר|עם שחר|שחר": "MO", "צהריים|בצהריים|אחר הצהריים|אחרי הצהריים": "AF",
    "ערב|בערב|לפנות ערב|מוצאי": "EV", "ליל|לילה|בלילה": "NI",
})  # fmt: skip

MODS = table({
    "תחילת|ראשית|ראשיתו של|ראשיתה של": "START", "אמצע|אמצעו של|אמצעה של": "MID", "סוף|שלהי|סופו של|סופה של": "END",
})  # fmt: skip

POINTERS = table({
    "שעבר|שעברה|הקודם|הקודמת": (-1, Origin.SPEECH), "האחרון|האחרונה": (-1, Origin.SPEECH),
    "הבא|הבאה|הקרוב|הקרובה": (1, Origin.SPEECH), "הזה|הזאת|הזו|הנוכחי|הנוכחית|זה|זו": (0, Origin.SPEECH),
})  # fmt: skip

SAME = table({"אותו|אותה": (0, Origin.TOLD)})

UNITS = table({
    "שנייה|שניות": Unit.SECOND, "דקה|דקות": Unit.MINUTE, "שעה|שעות": Unit.HOUR, "לילה|לילות": Unit.NIGHT,
    "יום|ימים|ימי": Unit.DAY, "שבוע|שבועות": Unit.WEEK, "חודש|חודשים|חדשים": Unit.MONTH, "שנה|שנים|שנות": Unit.YEAR,
    "עשור|עשורים": Unit.DECADE, "מאה|מאות": Unit.CENTURY, "סוף השבוע|סופשבוע": Unit.WEEKEND,
})  # fmt: skip

DUALS = table({
    "שעתיים": (2, Unit.HOUR), "יומיים": (2, Unit.DAY), "שבועיים": (2, Unit.WEEK), "חודשיים": (2, Unit.MONTH),
    "שנתיים": (2, Unit.YEAR),
})  # fmt: skip

SINGLES = table({
    "שעה": (1, Unit.HOUR), "יום": (1, Unit.DAY), "שבוע": (1, Unit.WEEK), "חודש": (1, Unit.MONTH),
    "שנה": (1, Unit.YEAR), "עשור": (1, Unit.DECADE),
})  # fmt: skip

_ONES = {
    "אחד|אחת": 1, "שני|שתי|שניים|שתיים": 2, "שלושה|שלוש|שלושת": 3, "ארבעה|ארבע|ארבעת": 4, "חמישה|חמש|חמשת": 5,
    "שישה|שש|ששת": 6, "שבעה|שבע|שבעת": 7, "שמונה|שמונת": 8, "תשעה|תשע|תשעת": 9,
}  # fmt: skip
ONES = table(_ONES)
TENS = table({
    "עשרים": 20, "שלושים": 30, "ארבעים": 40, "חמישים": 50, "שישים": 60, "שבעים": 70, "שמונים": 80, "תשעים": 90,
})  # fmt: skip
SHORT_NUMBERS: dict[str, float | None] = {
    **ONES,
    **table({"עשרה|עשר|עשרת": 10, "מאה": 100, "כמה|מספר": None}),
    **{f"{word}{joint}{ten}": number + 10
       for word, number in [*ONES.items(), ("שנים", 2), ("שתים", 2)]
       for joint in " -" for ten in ("עשר", "עשרה")},
}  # fmt: skip
NUMBERS: dict[str, float | None] = {**SHORT_NUMBERS, **TENS}

ORDINALS = table({"ראשון|ראשונה": 1, "שני|שנייה|שניה": 2, "שלישי|שלישית": 3, "רביעי|רביעית": 4})
HOURS = table({
    **_ONES, "עשר": 10, "אחת עשרה|אחת-עשרה": 11, "שתים עשרה|שתים-עשרה|שתיים עשרה": 12,
})  # fmt: skip

DAYS: dict[str, tuple[int, str | None]] = table({
    "שלשום": (-2, None), "אתמול": (-1, None), "היום": (0, None), "מחר": (1, None), "מחרתיים": (2, None),
    "אמש": (-1, "EV"), "הלילה": (0, "NI"), "הבוקר": (0, "MO"), "הערב": (0, "EV"),
})  # fmt: skip

SEASONS = table({"אביב": "SP", "קיץ": "SU", "סתיו": "FA", "חורף": "WI"})

DECADES = table({
    "העשרים": 20, "השלושים": 30, "הארבעים": 40, "החמישים": 50, "השישים": 60, "השבעים": 70, "השמונים": 80,
    "התשעים": 90,
})  # fmt: skip

FEASTS = table({
    "ראש השנה": "rosh hashanah", "יום כיפור|יום הכיפורים": "yom kippur", "סוכות|חג הסוכות": "sukkot",
    "שמחת תורה": "simchat torah", "פורים": "purim", "פסח|חג הפסח": "passover", "חג השבועות": "shavuot",
    "רמדאן|הרמדאן|רמאדאן": "ramadan", "עיד אל-פיטר": "eid al-fitr", "עיד אל-אדחא": "eid al-adha",
    "חג המולד": "christmas",
})  # fmt: skip

LEADS = table({
    "יותר מ|למעלה מ": "MORE_THAN", "פחות מ": "LESS_THAN", "לפחות ": "EQUAL_OR_MORE", "כ": "APPROX",
    "כמעט ": "LESS_THAN",
})  # fmt: skip

HEBREW = Tongue(
    months=MONTHS,
    weekdays=WEEKDAYS,
    parts=PARTS,
    mods=MODS,
    pointers={**POINTERS, **SAME},
    units=UNITS,
    singles={**SINGLES, **DUALS},
    numbers=NUMBERS,
    ordinals={**ORDINALS, **HOURS},
    days=DAYS,
    seasons=SEASONS,
    leads=LEADS,
    ago=frozenset({"לפני"}),
    later=frozenset({"לאחר", "אחרי", "כעבור", "לאחר מכן", "מאוחר יותר"}),
    from_now=frozenset({"בעוד"}),
    earlier=frozenset({"קודם לכן"}),
    most_recent=frozenset({"האחרון", "האחרונה"}),
    decades=DECADES,
)


def number_in_letters(letters: str) -> int:
    """The number that Hebrew letters write: כ״ב is 22; a year without its thousands is of the sixth: תשפ״ד is 5784."""
    plain = letters.replace('"', "").replace("'", "")
    if plain.startswith("ה") and len(plain) > 3:
        plain = plain[1:]
    total = sum(LETTERS.get(letter, 0) for letter in plain)
    return total + 5000 if total >= 400 else total
