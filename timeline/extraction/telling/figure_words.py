"""What Arabic and Hebrew count people with, in tables: numbers, bounds, and the words of harm and of taking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.extraction.scripts import folded
from timeline.extraction.spotters import arabic_words, hebrew_words
from timeline.extraction.telling.tables import words


@dataclass(frozen=True)
class FigureWords:
    """A language's words about figures. ``harms`` and ``takings`` are beginnings of words by what they count.

    ``behind`` says whether the verb stands before its figure, as in Arabic.
    """

    numbers: Mapping[str, float | None]
    scales: Mapping[str, int]
    vague: frozenset[str]
    more: tuple[tuple[str, ...], ...]
    about: tuple[tuple[str, ...], ...]
    at_least_after: tuple[str, ...]
    harms: Mapping[str, tuple[str, ...]]
    takings: Mapping[str, tuple[str, ...]]
    duals: Mapping[str, str]
    people: frozenset[str]
    not_people: frozenset[str]
    behind: bool


def _beginnings(**rows: str) -> dict[str, tuple[str, ...]]:
    return {what: tuple(folded(line).split()) for what, line in rows.items()}


def _sequences(*lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(folded(line).split()) for line in lines)


_DUAL_HARMS = {"قتيل": "killed", "شهيد": "killed", "جريح": "wounded", "مصاب": "wounded", "أسير": "prisoners"}
_PEOPLE = "شخص جندي فلسطيني مدني طفل عنصر شرطي إسرائيلي لبناني سوري مسلح عامل صحفي مقاتل ضابط مسعف"

ARABIC = FigureWords(
    numbers={**arabic_words.NUMBERS},
    scales={
        word: size for line, size in (("ألف آلاف ألفا", 1_000), ("مليون ملايين", 1_000_000)) for word in words(line)
    },
    vague=words("عشرات مئات آلاف عدة بضعة ملايين"),
    more=_sequences("أكثر من", "ما لا يقل عن", "ما يزيد على", "ما يزيد عن"),
    about=_sequences("نحو", "حوالي", "قرابة", "زهاء", "ما يقارب"),
    at_least_after=("علي", "الاقل"),
    harms=_beginnings(
        killed="قتل قتيل حتف مصرع استشهد شهيد شهداء وفاه بحياه مقتل", wounded="أصيب إصابه أصاب جريح مصاب جرح"
    ),
    takings=_beginnings(
        hostages="رهين رهائن محتجز خطف اختطف مخطوف",
        prisoners="أسير أسرى معتقلا معتقلين سجناء سجين",
        arrested="اعتقل احتجز أوقف توقيف",
        displaced="نزح نزوح نازح شرد تشريد اجلي",
        missing="مفقود فقد",
    ),
    duals={folded(f"{word}{end}"): what for word, what in _DUAL_HARMS.items() for end in ("ان", "ين")},
    people=frozenset(f"{word}{end}" for word in words(_PEOPLE) for end in ("ان", "ين")),
    not_people=words(
        "يوم يوما أيام شهر أشهر عام عاما أعوام سنة سنوات ساعة ساعات دقيقة دقائق كيلومتر كيلومترا كيلومترات متر مترا"
        " غارة غارات صاروخ صاروخا صواريخ قذيفة قذائف طن طنا شاحنة شاحنات منزل منزلا منازل مبنى درجات درجة دولار نقطة %"
    ),
    behind=True,
)
HEBREW = FigureWords(
    numbers={**hebrew_words.NUMBERS},
    scales={word: size for line, size in (("אלף אלפים אלפי", 1_000), ("מיליון", 1_000_000)) for word in words(line)},
    vague=words("עשרות מאות אלפי אלפים רבבות כמה"),
    more=_sequences("יותר מ", "למעלה מ", "לפחות", "לא פחות מ"),
    about=_sequences("כ", "קרוב ל", "בערך"),
    at_least_after=("לפחות",),
    harms=_beginnings(killed="נהרג הרג הרוג נרצח רצח מתו", wounded="נפצע פצוע פצע"),
    takings=_beginnings(
        hostages="חטופ חטוף נחטפ חטפ",
        prisoners="אסיר",
        arrested="נעצר עצר עצור",
        displaced="נעקר עקור פונו מפונ נמלט",
        missing="נעדר",
    ),
    duals={},
    people=frozenset(),
    not_people=words(
        "יום ימים שבוע שבועות חודש חודשים שנה שנים שעה שעות דקות קילומטר מטר טילים רקטות טון תקיפות מטרות %"
    ),
    behind=False,
)
