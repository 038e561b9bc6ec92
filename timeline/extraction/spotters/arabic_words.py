"""The words of time in Arabic, in tables: month names of the Levant, of Egypt and of the Maghreb side by side.

Tables are written as a dictionary spells them and folded once (scripts.py); a bar parts words that mean the same.
"""

from __future__ import annotations

from timeline.extraction.meanings import Origin, Unit
from timeline.extraction.spotters.language_tables import Tongue, table

MONTHS = table({
    "كانون الثاني|يناير|جانفي": 1, "شباط|فبراير|فيفري": 2, "آذار|اذار|مارس": 3, "نيسان|أبريل|ابريل|إبريل|أفريل": 4,
    "أيار|مايو|ماي": 5, "حزيران|يونيو|يونيه|جوان": 6, "تموز|يوليو|يوليه|يوليوز|جويلية": 7,
    "آب|أغسطس|أوت|غشت": 8, "أيلول|سبتمبر|شتنبر": 9, "تشرين الأول|تشرين أول|أكتوبر": 10,
    "تشرين الثاني|تشرين ثاني|نوفمبر|نونبر": 11, "كانون الأول|كانون أول|ديسمبر|دجنبر": 12,
})  # fmt: skip

DOUBTED_MONTHS = frozenset(table({"مارس|ماي|جوان|أوت|آب|تموز": 0}))
"""Months that are other words too: مارس is "practised", آب "returned", Tammuz a god, the others names."""

ISLAMIC_MONTHS = table({
    "محرم|المحرم": 1, "صفر": 2, "ربيع الأول|ربيع أول": 3, "ربيع الثاني|ربيع الآخر|ربيع ثاني": 4,
    "جمادى الأولى|جمادى الأول": 5, "جمادى الثانية|جمادى الآخرة|جمادى الثاني": 6, "رجب": 7, "شعبان": 8,
    "رمضان": 9, "شوال": 10, "ذي القعدة|ذو القعدة": 11, "ذي الحجة|ذو الحجة": 12,
})  # fmt: skip

WEEKDAYS = table({
    "اثنين": 0, "ثلاثاء": 1, "أربعاء": 2, "خميس": 3, "جمعة": 4, "سبت": 5, "أحد": 6,
})  # fmt: skip
"""Without the article."""

PARTS = table({
    "صباح|صباحا|فجر|فجرا|ضحى|الصباح|الفجر|قبل ظهر|قبل الظهر": "MO",
    "ظهر|ظهرا|عصر|عصرا|بعد ظهر|بعد الظهر|الظهر|العصر": "AF",
    "مساء|المساء": "EV", "ليل|ليلة|ليلا|الليل": "NI",
})  # fmt: skip

MODS = table({
    "مطلع|أوائل|بداية|بدايات|مستهل": "START", "منتصف|أواسط|وسط": "MID", "أواخر|نهاية|ختام|نهايات": "END",
    "نحو|حوالي|قرابة": "APPROX",
})  # fmt: skip

POINTERS = table({
    "الماضي|الماضية|المنصرم|المنصرمة|الفائت|الفائتة": (-1, Origin.SPEECH),
    "المقبل|المقبلة|القادم|القادمة": (1, Origin.SPEECH),
    "الجاري|الجارية|الحالي|الحالية": (0, Origin.SPEECH),
    "السابق|السابقة": (-1, Origin.TOLD), "التالي|التالية": (1, Origin.TOLD),
    "نفسه|نفسها|ذاته|ذاتها|ذلك|تلك": (0, Origin.TOLD),
})  # fmt: skip

UNITS = table({
    "ثانية|ثوان|ثواني": Unit.SECOND, "دقيقة|دقائق": Unit.MINUTE, "ساعة|ساعات": Unit.HOUR,
    "ليلة|ليال|ليالي": Unit.NIGHT, "يوم|أيام|يوما": Unit.DAY, "أسبوع|أسابيع|أسبوعا": Unit.WEEK,
    "شهر|أشهر|شهور|شهرا": Unit.MONTH, "عام|أعوام|عاما|سنة|سنوات|سنين": Unit.YEAR, "عقد|عقود|عقدا": Unit.DECADE,
    "قرن|قرون|قرنا": Unit.CENTURY,
})  # fmt: skip

DUALS = table({
    "دقيقتين|دقيقتان": (2, Unit.MINUTE), "ساعتين|ساعتان": (2, Unit.HOUR), "ليلتين|ليلتان": (2, Unit.NIGHT),
    "يومين|يومان": (2, Unit.DAY), "أسبوعين|أسبوعان": (2, Unit.WEEK), "شهرين|شهران": (2, Unit.MONTH),
    "عامين|عامان|سنتين|سنتان": (2, Unit.YEAR), "عقدين|عقدان": (2, Unit.DECADE), "قرنين|قرنان": (2, Unit.CENTURY),
})  # fmt: skip

SINGLES = table({
    "ساعة": (1, Unit.HOUR), "يوم": (1, Unit.DAY), "أسبوع": (1, Unit.WEEK), "شهر": (1, Unit.MONTH),
    "عام|سنة": (1, Unit.YEAR), "عقد": (1, Unit.DECADE), "قرن": (1, Unit.CENTURY),
})  # fmt: skip

_ONES = {
    "واحد|واحدة": 1, "ثلاثة|ثلاث": 3, "أربعة|أربع": 4, "خمسة|خمس": 5, "ستة|ست": 6, "سبعة|سبع": 7,
    "ثمانية|ثماني|ثمان": 8, "تسعة|تسع": 9, "اثنين|اثنتين|اثنان": 2,
}  # fmt: skip
ONES = table(_ONES)
TENS = table({
    "عشرين|عشرون": 20, "ثلاثين|ثلاثون": 30, "أربعين|أربعون": 40, "خمسين|خمسون": 50, "ستين|ستون": 60,
    "سبعين|سبعون": 70, "ثمانين|ثمانون": 80, "تسعين|تسعون": 90,
})  # fmt: skip
_TEENS = table({
    "عشرة|عشر": 10, "أحد عشر|إحدى عشرة": 11, "اثني عشر|اثنا عشر|اثنتي عشرة|اثنتا عشرة": 12, "مئة|مائة": 100,
    **{f"{word} {ten}": number + 10 for names, number in _ONES.items() for word in names.split("|")
       for ten in ("عشر", "عشرة") if number > 2},
})  # fmt: skip
_UNTOLD = table({"عدة|بضعة|بضع": None})
NUMBERS: dict[str, float | None] = {**ONES, **TENS, **_TEENS, **_UNTOLD}
SHORT_NUMBERS = {**ONES, **_TEENS, **_UNTOLD}

_ORDINALS = (
    "أول|الأولى ثاني|الثانية ثالث|الثالثة رابع|الرابعة خامس|الخامسة سادس|السادسة سابع|السابعة ثامن|الثامنة"
    " تاسع|التاسعة عاشر|العاشرة"
)
ORDINALS = table({
    **{f"ال{names.split('|')[0]}|{names.split('|')[1]}": number for number, names in enumerate(_ORDINALS.split(), 1)},
    "الحادي عشر|الحادية عشرة": 11, "الثاني عشر|الثانية عشرة": 12,
    **{f"ال{names.split('|')[0]} عشر": number for number, names in enumerate(_ORDINALS.split(), 11) if number > 12},
    "العشرين|العشرون": 20, "الثلاثين|الثلاثون": 30,
    **{f"ال{word} والعشرين|ال{word} والعشرون": number for number, word in enumerate(
        "حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split(), 21)},
    "الحادي والثلاثين": 31,
})  # fmt: skip
"""With the article: days of a month, hours of the clock, quarters."""

DAYS: dict[str, tuple[int, str | None]] = table({
    "أول أمس|أول من أمس|أمس الأول": (-2, None), "أمس|يوم أمس|البارحة": (-1, None), "اليوم": (0, None),
    "غدا|الغد|يوم غد|غد": (1, None), "بعد غد|بعد الغد": (2, None), "الليلة الماضية|الليلة الفائتة": (-1, "NI"),
    "هذه الليلة|الليلة": (0, "NI"), "هذا الصباح": (0, "MO"), "هذا المساء": (0, "EV"),
})  # fmt: skip

SEASONS = table({"ربيع": "SP", "صيف": "SU", "خريف": "FA", "شتاء": "WI"})

DECADES = table({
    f"{tens[:-2]}ين{ending}": number
    for tens, number in TENS.items() if tens.endswith("ين") for ending in ("ات", "يات")
})  # fmt: skip

FEASTS = table({
    "عيد الفطر": "eid al-fitr", "عيد الأضحى": "eid al-adha", "عاشوراء": "ashura", "المولد النبوي": "mawlid",
    "عيد الميلاد": "christmas", "ليلة رأس السنة": "new year's eve", "رأس السنة الميلادية": "new year's day",
    "رأس السنة العبرية|رأس السنة اليهودية": "rosh hashanah", "يوم الغفران|عيد الغفران": "yom kippur",
    "عيد العرش|عيد المظال": "sukkot", "عيد الفصح اليهودي": "passover", "شهر رمضان|رمضان": "ramadan",
})  # fmt: skip

LEADS = table({
    "أكثر من": "MORE_THAN", "أقل من": "LESS_THAN", "نحو|حوالي|قرابة|زهاء": "APPROX",
    "ما لا يقل عن": "EQUAL_OR_MORE", "ما يزيد على|ما يزيد عن": "MORE_THAN",
})  # fmt: skip

ARABIC = Tongue(
    months=MONTHS,
    weekdays=WEEKDAYS,
    parts=PARTS,
    mods=MODS,
    pointers=POINTERS,
    units=UNITS,
    singles={**SINGLES, **DUALS},
    numbers=NUMBERS,
    ordinals=ORDINALS,
    days=DAYS,
    seasons=SEASONS,
    leads=LEADS,
    ago=frozenset({"قبل"}),
    later=frozenset({"بعد", "بعد ذلك", "بعدها"}),
    earlier=frozenset({"قبل ذلك", "قبلها"}),
    decades=DECADES,
)
