"""Dates in Arabic: "السابع من أكتوبر 2023", "٢٤ تشرين الثاني/نوفمبر", "مساء أمس الأحد", "قبل ثلاثة أيام", "بعد يومين".

A mention is whole words: the particles و ف ب ل written onto its first word belong to it, those before figures do not.
"بعد يومين" counts from the last date told, and from the day of speaking where the sentence looks ahead. "منذ" before a
count leaves a duration; before a date it opens it. Days of the Islamic calendar are read with their year alone.

Watch out for مارس the verb, أب the father, "صلاة الجمعة", "اليوم الأول", an age ("75 عاماً") and numbers that count
people: a bare number is a year only after في, منذ, حتى and their like, in brackets, or at the head of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, FeastOf
from timeline.extraction.other_calendars import HIJRI_YEARS, from_hijri
from timeline.extraction.scripts import ARABIC_CUE, Bare
from timeline.extraction.spotters import arabic_words as tables
from timeline.extraction.spotters import tongues
from timeline.extraction.spotters.arabic_words import ARABIC
from timeline.extraction.spotters.joining import Joints
from timeline.extraction.spotters.language_tables import DAY, FIGURES, IN_FIGURES, YEAR, Tongue, compiled
from timeline.extraction.spotters.words import any_of

CUES = frozenset({ARABIC_CUE})

_P = r"(?<!\w)[وف]?[بلك]?"
_THE = r"(?<!\w)[وف]?(?:[بك]?ال|لل)"
_WHICH = rf"(?P<which>{any_of(tables.POINTERS)})(?!\w)"
_REL = rf"(?P<rel>{any_of(tables.POINTERS)})(?!\w)"
_PLACES = [mod for mod, value in tables.MODS.items() if value != "APPROX"]
_MOD = rf"(?:(?<!\w)[وف]?[بل]?(?P<mod>{any_of(_PLACES)}) )?"
_PART = rf"(?:(?<!\w)[وفبل]?(?P<part>{any_of(part for part in tables.PARTS if part[:2] != 'ال')}) )?"
_THEN = rf"(?: (?:في )?(?P<then>{any_of(tables.PARTS)})(?!\w))?"
_WEEKDAY = rf"(?P<weekday>{any_of(tables.WEEKDAYS)})(?!\w)"
_LED_BY_WEEKDAY = rf"(?:(?:(?<!\w)[وفبل]?يوم )?{_THE}{any_of(tables.WEEKDAYS)}(?!\w),? ?\(?)?"
_MONTH = rf"(?P<month>{any_of(tables.MONTHS)})(?!\w)(?: ?[/(] ?{any_of(tables.MONTHS)}(?!\w)\)?)?"
_OF = r"(?:من )?(?:ال|ل)?(?:عام|سنه) "
_YEAR = rf"(?P<year>{YEAR})(?: ?م(?!\w))?"
_OF_YEAR = rf"(?:,? (?:{_OF})?{_YEAR}| (?:من )?(?:العام|السنه) {_REL}| {_WHICH})?"
_UNIT = rf"(?P<unit>{any_of(tables.UNITS)})(?!\w)"
_ONES, _TENS = any_of(tables.ONES), any_of(tables.TENS)
_COUNT = rf"(?P<count>{FIGURES}|{_ONES} و{_TENS}|{any_of(tables.SHORT_NUMBERS)}|{_TENS})"
_LEAD = rf"(?:(?P<lead>{any_of(tables.LEADS)}) )?"
_COUNTED_NOUNS = (
    "شخص|قتيل|جريح|شهيد|مدني|جندي|رجل|طفل|امرأ|أسير|رهين|محتجز|معتقل|فلسطيني|إسرائيلي|لبناني|سوري|صاروخ|قذيف|غار"
    "|منزل|وحد|مبن|دولار|ليره|شيكل|كيلومتر|متر|طن|شاحن|حال|ناز|لاج|مره|%"
)
_NOT_COUNTED = rf"(?! ?(?:{_COUNTED_NOUNS}))"

_DAY_AND_MONTH = rf"""
    {_PART}(?:(?<!\w)(?:اليوم|امس|غدا),? )?{_LED_BY_WEEKDAY}(?:(?<!\w)يوم )?
    (?:(?<![\d.,:/])(?P<day>{DAY})|{_P}(?P<ord>{any_of(tables.ORDINALS)})(?!\w))
    (?: من)?(?: شهر)? {_MONTH}{_OF_YEAR}{_THEN}
"""
_CLOCK = rf"""
    (?:{_P}الساعه (?:(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?|(?P<hours>{any_of(tables.ORDINALS)}))(?!\w)
    (?: و(?P<fraction>النصف|الربع|الثلث)(?!\w))?
    |{_P}منتصف (?:الليل|ليل)(?!\w))(?: (?P<after>{any_of(tables.PARTS)})(?!\w))?(?: بالتوقيت المحلي)?
"""
_COUNTED_OFF = any_of(word[2:] for word in tables.ORDINALS if " " not in word)
_SPOKEN = rf"""
    {_PART}(?<!\w)(?<!ذلك\s)[وف]?[بل]?(?P<spoken>{any_of(tables.DAYS)})(?!\w)
    (?! (?:ال(?:{_COUNTED_OFF}|تالي|سابق|اخير|عالمي|دولي|وطني|ماضي|مقبل|فاصله)|نفسه|ذاته)(?!\w))
    (?:,? {_THE}{any_of(tables.WEEKDAYS)}(?!\w))?{_THEN}
"""
_BARE_YEAR = rf"""
    (?:(?<!\w)[وف]?{any_of("في منذ حتي الي بين خلال عامي مواليد".split())} |\A[ *•-]*(?=\d{{4}} ?[:-])|\( ?
    |(?<=\d\d\d\d\sو)|(?<=\d\d\d\d-)|(?<=\d\d\d\d\s-\s))(?P<at>(?P<year>{YEAR})){_NOT_COUNTED}(?! ?- ?\d\d?-)
    |(?<![\w.,-])(?P<first>{YEAR})(?= ?- ?{YEAR})
"""


def _first_year(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    return tongues.on_calendar(tongue, {"year": groups["year"] or groups["first"]})


def _feast(_tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A feast with the Gregorian year of its own or of its Islamic one."""
    year = int(groups["year"]) if groups["year"] else None
    if year in HIJRI_YEARS:
        assert year is not None
        within = from_hijri(year, 9, 1)
        year = within.year if within else None
    return Candidate(0, 0, FeastOf(tables.FEASTS[groups["feast"]], year, eve=bool(groups["eve"])), "feast")


def _islamic(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A day of the Islamic calendar, approximate; one that is none keeps its words and gets no date."""
    day = int(groups["day"]) if groups["day"] else tongue.ordinals[groups["ord"]]
    found = from_hijri(int(groups["year"]), tables.ISLAMIC_MONTHS[groups["islamic"]], day)
    meaning = Calendar(found.year, found.month, found.day) if found else Calendar(day=day)
    return Candidate(0, 0, meaning, "islamic-calendar", mod="APPROX")


_WEEKDAY_SAID = rf"""
    {_PART}(?:(?<!\w)[وفبل]?يومي? )?{_THE}(?<!صلاه\sال)(?<!خطبه\sال){_WEEKDAY}(?: {_WHICH})?{_THEN}
"""
_RUNNING = (
    rf"(?<!\w)[وف]?[بل]?(?P<mod>{any_of(_PLACES)}) ال(?P<unit>عام|سنه|شهر|اسبوع)(?!\w| (?:الدراسي|المالي|{YEAR}))"
)
_SIDED = rf"""
    (?<!\w)[وف]?(?P<side>قبل|بعد) {_LEAD}
    (?:{_COUNT} {_UNIT}|(?P<single>{any_of(ARABIC.singles)})(?!\w)(?: واحده?(?!\w))?)
    (?P<half> ونصف(?!\w))?(?: من ذلك(?!\w))?(?! (?:من|علي)(?!\w))
"""
_TAILED = rf"""
    (?<!\w)[وف]?(?P<side>بعد ذلك|بعدها|قبل ذلك|قبلها) ب{_LEAD}
    (?:{_COUNT} {_UNIT}|(?P<single>{any_of(ARABIC.singles)})(?!\w))(?P<half> ونصف(?!\w))?
"""
_LONG = rf"""
    (?:(?<![\w.,:])|(?<=\s[ول])(?=\d))[وفل]?{_LEAD}(?:{_COUNT} {_UNIT}|(?P<single>{any_of(tables.DUALS)})(?!\w))
    (?P<half> ونصف(?!\w))?
"""
_ONE = rf"""
    (?<!\w)[وف]?(?:لمده|مده|طوال|منذ|بعد|قبل) (?P<at>{_LEAD}(?P<single>{any_of(tables.SINGLES)}))(?!\w)
    (?! {any_of(tables.POINTERS)})(?! \d)
"""
_RETURNING = rf"""
    {_P}كل (?:(?:يوم )?{_WEEKDAY}|(?:{_COUNT} )?{_UNIT}|(?P<single>{any_of(tables.DUALS)})(?!\w))
"""
_SEASON = rf"""
    {_MOD}{_P}(?:فصل )?(?:ال)?(?P<season>{any_of(tables.SEASONS)})
    (?: (?:{_OF})?{_YEAR}| (?:من )?(?:العام|السنه) {_REL}| {_WHICH})
"""
_QUARTERS = any_of(word for word, number in tables.ORDINALS.items() if number <= 4)
_PART_OF_YEAR = rf"""
    {_P}ال(?:(?P<quarter>ربع)|نصف) (?P<ord>{_QUARTERS})
    (?: (?:من )?(?:{_OF})?{_YEAR}| من (?:العام|السنه) {_REL})
"""
_DECADE = rf"""
    {_MOD}{_P}(?:عقد )?(?:ال)?(?P<decade>{any_of(tables.DECADES)})(?!\w)(?P<century> القرن (?:الماضي|العشرين))?
"""
_PLURAL = rf"{_THE}(?:ايام|اسابيع|اشهر|شهور|سنوات|اعوام) (?:القليله )?"
_VAGUE = rf"""
    (?:(?P<PRESENT_REF>(?<!\w)[وف]?(?:الان|حاليا|هذه الايام))|(?P<FUTURE_REF>{_PLURAL}(?:المقبله|القادمه))
    |(?P<PAST_REF>(?<!\w)[وف]?(?:مؤخرا|الاونه الاخيره)|{_PLURAL}(?:الماضيه|الاخيره)))(?!\w)
"""
_LATELY = (
    rf"{_THE}{_UNIT} ال(?P<count>{FIGURES}|{any_of(tables.SHORT_NUMBERS)}) (?:الماضيه|الاخيره|المقبله|القادمه)(?!\w)"
)
_FEAST = rf"""
    (?<!\w)[وفبل]?(?P<eve>عشيه )?{_P}(?P<feast>{any_of(name for name in tables.FEASTS if name != "رمضان")}
    |رمضان(?= (?:1[34]|20)\d\d))(?!\w)(?: (?:{_OF})?(?P<year>(?:1[34]|20)\d\d)(?!\d))?
"""
_ISLAMIC = rf"""
    (?:(?<![\d.,:/])(?P<day>{DAY})|{_P}(?P<ord>{any_of(tables.ORDINALS)})(?!\w))(?: من)?(?: شهر)?
    (?: )(?P<islamic>{any_of(tables.ISLAMIC_MONTHS)})(?!\w),? (?:{_OF})?(?P<year>1[2-4]\d\d)(?!\d)
    (?: ?(?:هجريه?|ه|للهجره)(?!\w))?
"""

_PATTERNS: tuple[tuple[tongues.Reader, re.Pattern[str]], ...] = tuple(
    (reader, compiled(pattern))
    for reader, pattern in (
        (tongues.on_calendar, _DAY_AND_MONTH),
        (tongues.on_calendar, rf"{_MOD}{_P}(?:شهر )?{_MONTH}{_OF_YEAR}"),
        (tongues.on_calendar, rf"{_MOD}{_P}(?:ال)?(?:عام|سنه) {_YEAR}(?! ?- ?\d\d?-)"),
        (tongues.in_figures, rf"(?<!\w)[وف]?[بل]{IN_FIGURES}"),
        (tongues.on_calendar, rf"(?<!\w)[وف]?[بل]?(?P<mod>{any_of(_PLACES)}) {_YEAR}"),
        (_first_year, _BARE_YEAR),
        (tongues.weekday, _WEEKDAY_SAID),
        (tongues.spoken_day, _SPOKEN),
        (tongues.vague, _VAGUE),
        (tongues.counted, _LATELY),
        (tongues.counted, rf"{_THE}(?P<single>{any_of(tables.DUALS)}) ال(?:ماضي|اخير|مقبل|قادم)ين(?!\w)"),
        (tongues.pointed, rf"{_MOD}{_PART}{_THE}{_UNIT} {_WHICH}"),
        (tongues.pointed, rf"{_P}(?:هذا|هذه) ال{_UNIT}"),
        (tongues.pointed, rf"{_P}(?P<which>ذلك|تلك) ال{_UNIT}(?! من(?!\w))"),
        (tongues.pointed, _RUNNING),
        (tongues.counted, _SIDED),
        (tongues.counted, _TAILED),
        (tongues.counted, _LONG),
        (tongues.counted, _ONE),
        (tongues.returning, _RETURNING),
        (tongues.clock, _CLOCK),
        (tongues.season, _SEASON),
        (tongues.part_of_year, _PART_OF_YEAR),
        (tongues.decade, _DECADE),
        (_feast, _FEAST),
        (_islamic, _ISLAMIC),
    )
)
_JOINTS = Joints(
    day_before=compiled(rf"(?<![\w.,:/])و?(?P<day>{DAY})(?P<gap> ?- ?| ?,? و| ?, ?| (?:الي|حتي|او) )\Z"),
    list_on=compiled(r",? و| او | (?:الي|حتي) (?:يوم )?| ?- ?"),
    to=compiled(r" (?:الي|حتي|و?حتي) (?:يوم )?"),
    from_=compiled(r"(?<!\w)[وف]?من (?:يوم )?"),
    also=compiled(r",? و"),
    between=compiled(r"(?<!\w)[وف]?بين (?:يومي |عامي |شهري )?"),
    at=compiled(r",? (?:(?:عند|في|من|حوالي|قرابه) )?"),
    relation=compiled(r"(?<!\w)[وف]?(?P<word>منذ|حتي|قبل|بعد|بحلول) (?:(?:يوم|شهر|عام) )?\Z"),
    relations={"منذ": "since", "حتي": "until", "قبل": "before", "بعد": "after", "بحلول": "by"},
)
_INTRODUCES = compiled(r"(?<!\w)[وف]?(?:في|من|منذ|حتي|خلال|الي|بين|شهر|قبل|بعد) \Z")
_AGE = compiled(r"(?<!\w)(?:عن|العمر|عمره|عمرها|عمر|يبلغ|تبلغ) \Z")


def spot(line: Line) -> Iterator[Candidate]:
    """Every wording of time in an Arabic line."""
    return tongues.spotted(line, ARABIC, _PATTERNS, _JOINTS, _doubtful)


def _doubtful(one: Candidate, view: Bare) -> bool:
    """A month that is another word with nothing before it, an age."""
    if one.rule == "month":
        said = view.low[one.start : one.end]
        introduced = one.mod or _INTRODUCES.search(view.low[max(0, one.start - 12) : one.start])
        return said.lstrip("وفبل") in tables.DOUBTED_MONTHS and not introduced
    return one.rule == "duration" and bool(_AGE.search(view.low[max(0, one.start - 8) : one.start]))
