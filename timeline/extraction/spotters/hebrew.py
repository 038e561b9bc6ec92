"""Dates in Hebrew: "7 באוקטובר 2023", "ביום שלישי שעבר", "בבוקר ה-7 באוקטובר", "לפני שלושה ימים", "כ״ב בתשרי תשפ״ד".

A mention is whole words: the particles ו ש ב ל מ ה written onto its first word belong to it, "ב-" before figures does
not. "לאחר יומיים" counts from the last date told, "בעוד יומיים" from the day of speaking. Days of the Hebrew calendar
are read when their year is told.

Watch out for "היום הראשון" (the first day), "יוני" the name, "ראשון לציון", "בן 3 שנים" and numbers that count
people: a bare number is a year only after ב-, מאז, עד and their like, in brackets, or at the head of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, FeastOf, Origin, Shift, Span, Unit
from timeline.extraction.other_calendars import from_hebrew
from timeline.extraction.scripts import HEBREW_CUE, Bare
from timeline.extraction.spotters import hebrew_words as tables
from timeline.extraction.spotters import tongues
from timeline.extraction.spotters.hebrew_words import HEBREW
from timeline.extraction.spotters.joining import Joints
from timeline.extraction.spotters.language_tables import DAY, FIGURES, IN_FIGURES, YEAR, Tongue, compiled
from timeline.extraction.spotters.words import any_of

CUES = frozenset({HEBREW_CUE})

_P = r"(?<!\w)ו?ש?[בלמכה]?"
_WHICH = rf"(?P<which>{any_of(tables.POINTERS)})(?!\w)"
_REL = rf"(?P<rel>{any_of(tables.POINTERS)})(?!\w)"
_MOD = rf"(?:{_P}(?P<mod>{any_of(tables.MODS)}) )?"
_PART = rf"(?:{_P}(?P<part>בוקר|לפנות בוקר|ערב|ליל|צהרי) )?"
_PART_OF_DATE = _PART.removesuffix(" )?") + " (?:ה-)?)?"
_THEN = rf"(?:,? (?P<then>{any_of(tables.PARTS)})(?!\w))?"
_DAY_NAME = any_of(tables.WEEKDAYS)
_LED_BY_WEEKDAY = rf"(?:{_P}(?:יום )?{_DAY_NAME}(?!\w),? ?\(?(?:ה-?|ב-)?)?"
_MONTH = rf"(?P<month>{any_of(tables.MONTHS)})(?!\w)"
_OF = r"(?:של )?(?:ב?שנת )?"
_YEAR = rf"(?P<year>{YEAR})"
_OF_YEAR = rf"(?:,? {_OF}{_YEAR}| (?:של |ב)?(?:ה?שנה) {_REL}| {_WHICH})?"
_UNIT = rf"(?P<unit>{any_of(u for u in tables.UNITS if u not in ('שנות', 'ימי'))})(?!\w)"
_ONES, _TENS = any_of(tables.ONES), any_of(tables.TENS)
_COUNT = rf"(?P<count>{FIGURES}|{_TENS} ו{_ONES}|{any_of(tables.SHORT_NUMBERS)}|{_TENS})"
_LEAD = rf"(?:(?P<lead>{any_of(tables.LEADS)})-?)?"
_COUNTED_NOUNS = (
    'איש|אנשים|אזרח|הרוג|פצוע|חטופ|חייל|שבוי|אסיר|ילד|נשים|גבר|טיל|רקט|בית|בתים|דולר|שקל|קילומטר|ק"מ|מטר|טון|משאי'
    "|פלסטיני|ישראלי|לבנוני|סורי|פעמים|אחוז|%"
)
_NOT_COUNTED = rf"(?! ?(?:{_COUNTED_NOUNS}))"
_LETTER = r"[א-ת]"
_PLURAL = r"(?:ימים|שבועות|חודשים|שנים)"
_AGAIN = [name for name in tables.POINTERS if not name.startswith("האחרון")]
"""Pointers to a unit of the calendar; "בשבוע האחרון" is the seven days up to now."""

_COUNTED_OFF = "ה(?:ראשו|שני(?!ה)|שליש|רביע|חמיש|שיש|שביע|שמינ|תשיע|עשיר|אחרו|בינלאומ|לאומ|זה)"
"""What makes of "היום" and "השנה" one of several, not the one that runs."""

_DAY_AND_MONTH = rf"""
    {_PART_OF_DATE}(?:(?<!\w)(?:היום|אתמול|מחר),? )?{_LED_BY_WEEKDAY}
    (?:(?<![\d.,:/])(?P<day>{DAY})|{_P}(?P<said>{any_of(tables.SHORT_NUMBERS)}|{_TENS} ו{_ONES}|{_TENS})(?!\w))
    (?: )[בלמ]?-?{_MONTH}{_OF_YEAR}{_THEN}
"""
_BARE_YEAR = rf"""
    (?:(?<!\w)[ושה]?(?:[בלמ]-?|מאז |מאז ה-|עד |בין |ב?שנים |בין השנים |ילידת? |החל מ-|עד ל-)
    |\A[ *•-]*(?=\d{{4}} ?[:-])|\( ?
    |(?<=\d\d\d\d-)|(?<=\d\d\d\d\s-\s))
    (?P<at>(?P<year>{YEAR})){_NOT_COUNTED}(?! ?- ?\d\d?-)|(?<![\w.,-])(?P<first>{YEAR})(?= ?- ?{YEAR})
"""
_SPOKEN = rf"""
    {_PART}(?<!\w)ו?ש?[למב]?(?P<spoken>{any_of(tables.DAYS)})(?!\w)
    (?! (?:ה-|{_COUNTED_OFF}|שאחרי|שלפני|שבו))(?:,? \(?(?:יום )?{_DAY_NAME}(?!\w)\)?)?{_THEN}
"""
_CLOCK = rf"""
    (?:{_P}שעה (?:(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?|(?P<hours>{any_of(tables.HOURS)}))(?![\w:])
    (?: ו(?P<fraction>חצי|רבע)(?!\w))?
    |{_P}חצות(?!\w))(?: (?P<after>{any_of(tables.PARTS)})(?!\w))?
"""


def _first_year(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    return tongues.on_calendar(tongue, {"year": groups["year"] or groups["first"]})


def _feast(_tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    year = int(groups["year"]) if groups["year"] else None
    return Candidate(0, 0, FeastOf(tables.FEASTS[groups["feast"]], year, eve=bool(groups["eve"])), "feast")


def _hebrew_day(_tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """A day of the Hebrew calendar; one that is none keeps its words and gets no date."""
    day, year = (tables.number_in_letters(groups[name]) for name in ("letters", "year"))
    found = from_hebrew(year, tables.HEBREW_MONTHS[groups["hebrew"]], day)
    meaning = Calendar(found.year, found.month, found.day) if found else Calendar(day=day)
    return Candidate(0, 0, meaning, "hebrew-calendar")


def _day_told(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """ "למחרת", "יום קודם לכן", "באותו ערב"."""
    if groups["same"]:
        return Candidate(0, 0, Shift(0, Unit.DAY, Origin.TOLD), "this-day-told", part=tongue.parts[groups["same"]])
    days = 1 if groups["next"] else -1
    return Candidate(0, 0, Shift(days, Unit.DAY, Origin.TOLD), "day-after" if days > 0 else "day-before")


def _lately(tongue: Tongue, groups: dict[str, Any]) -> Candidate:
    """ "בשבוע האחרון", "בשלושת הימים האחרונים": the time up to now, a duration to TIMEX3."""
    count = groups["count"] or groups["figures"]
    amount = tongue.count_of(count) if count else 1
    return Candidate(0, 0, Span(amount, tongue.units[groups["units"] or groups["unit"]]), "duration")


_WEEKDAY = rf"""
    {_PART}(?:{_P}(?:יום |ימים |ימי )|(?<!\w)ו?ב(?=שישי|שבת|חמישי|רביעי))(?P<weekday>{_DAY_NAME})(?!\w)(?! לציון)
    (?: {_WHICH})?{_THEN}
"""
_ANOTHER_WEEKDAY = rf"""
    (?:(?<=\sשני\s)|(?<=\sשלישי\s)|(?<=\sרביעי\s)|(?<=\sחמישי\s)|(?<=\sראשון\s)|(?<=\sשישי\s))
    ו(?:ב?יום )?(?P<weekday>{_DAY_NAME})(?!\w)(?: {_WHICH})?
"""
_TOLD_DAY = r"""
    (?<!\w)ו?ש?(?:(?P<next>למחרת|יום לאחר מכן)|יום קודם לכן|ביום שלפני כן|באותו (?P<same>ערב|לילה|בוקר))(?!\w)
"""
_LATELY = rf"""
    (?:{_P}ה?{_UNIT} (?:האחרון|האחרונה)
    |(?:{_P}(?P<count>{any_of(tables.SHORT_NUMBERS)})|(?<![\w.,])(?P<figures>{FIGURES}))
    (?: )ה(?P<units>{_PLURAL}|שעות|דקות) האחרונ(?:ים|ות))(?!\w)
"""
_SIDED = rf"""
    (?<!\w)ו?ש?(?P<side>לפני|בעוד|לאחר|אחרי|כעבור) {_LEAD}
    (?:{_COUNT} {_UNIT}|(?P<single>{any_of(HEBREW.singles)})(?!\w)(?: אחד| אחת)?)
    (?P<half> וחצי(?!\w))?(?! (?:לפני|אחרי|לאחר)(?!\w))
"""
_TAILED = rf"""
    (?<!\w)ו?ש?[לב]?(?:{_COUNT} {_UNIT}|(?P<single>{any_of(HEBREW.singles)})(?!\w))
    (?: )(?P<tail>לאחר מכן|מאוחר יותר|קודם לכן)(?!\w)
"""
_LONG = rf"""
    (?:(?<![\w.,:])(?:{_LEAD}|ו?[לש]?)|(?<=\sל)(?=\d))
    (?:{_COUNT} {_UNIT}|(?P<single>{any_of(tables.DUALS)})(?!\w))(?P<half> וחצי(?!\w))?
"""
_ONE = rf"""
    (?<!\w)(?:(?:במשך|משך|למשך) (?P<at>(?P<single>{any_of(tables.SINGLES)})(?!\w))
    |(?P<unit>{any_of(tables.SINGLES)})(?= (?:לפני|לאחר|אחרי) ))
"""
_RETURNING = rf"""
    {_P}(?:כל|מדי) (?:יום (?P<weekday>{_DAY_NAME})(?!\w)|(?:{_COUNT} )?{_UNIT}|(?P<single>{any_of(tables.DUALS)})(?!\w))
"""
_PART_OF_YEAR = rf"""
    {_P}ה?(?:(?P<quarter>רבעון)|מחצית) ה(?P<ord>{any_of(tables.ORDINALS)})
    (?: )(?:(?:של )?(?:ב?שנת |ל)?{_YEAR}|(?:של )?ה?שנה {_REL})
"""
_DECADE = rf"""
    {_MOD}{_P}שנות (?:ה-?(?P<tens>(?:1[89]|20)?\d0)|(?P<decade>{any_of(tables.DECADES)}))(?!\w)
"""
_VAGUE = rf"""
    (?<!\w)ו?(?:(?P<PRESENT_REF>כיום|כעת|עכשיו|עתה)|(?P<PAST_REF>לאחרונה|[בה]?{_PLURAL} האחרונ(?:ים|ות))
    |(?P<FUTURE_REF>[בה]?{_PLURAL} (?:הקרוב|הבא)(?:ים|ות)))(?!\w)
"""
_FEAST = rf"""
    (?<!\w)ו?ש?[בלמ]?(?P<eve>ערב )?{_P}(?P<feast>{any_of(tables.FEASTS)})(?!\w)
    (?:,? {_OF}(?P<year>(?:19|20)\d\d)(?!\d))?
"""
_HEBREW_DAY = rf"""
    (?<!\w)ו?ש?[בהלמ]?-?(?P<letters>[יכל]"[א-ט]|[א-ט]'|[יכל]'|ט"[וז])
    (?: )[בל]?(?P<hebrew>{any_of(tables.HEBREW_MONTHS)})(?!\w),? (?P<year>ה?'?ת{_LETTER}{{1,2}}"{_LETTER})(?!\w)
"""

_PATTERNS: tuple[tuple[tongues.Reader, re.Pattern[str]], ...] = tuple(
    (reader, compiled(pattern))
    for reader, pattern in (
        (tongues.on_calendar, _DAY_AND_MONTH),
        (tongues.on_calendar, rf"{_MOD}{_P}(?:חודש )?{_MONTH}{_OF_YEAR}"),
        (tongues.on_calendar, rf"{_MOD}{_P}שנת {_YEAR}"),
        (tongues.in_figures, rf"(?<!\w)ו?ש?[בלמה]-?{IN_FIGURES}"),
        (tongues.on_calendar, rf"{_P}(?P<mod>{any_of(tables.MODS)}) {_YEAR}"),
        (_first_year, _BARE_YEAR),
        (tongues.returning, rf"{_P}ימי (?P<weekday>{_DAY_NAME})(?!\w)(?! ו)"),
        (tongues.weekday, _WEEKDAY),
        (tongues.weekday, rf"{_P}(?P<part>מוצאי|ליל) (?P<weekday>{_DAY_NAME})(?!\w)"),
        (tongues.weekday, _ANOTHER_WEEKDAY),
        (tongues.spoken_day, _SPOKEN),
        (tongues.vague, _VAGUE),
        (_day_told, _TOLD_DAY),
        (tongues.pointed, rf"{_MOD}{_P}ה?{_UNIT} (?P<which>{any_of(_AGAIN)})(?!\w)"),
        (tongues.pointed, rf"(?<!\w)ו?ש?[בלמ]?(?P<which>{any_of(tables.SAME)}) {_UNIT}"),
        (tongues.pointed, rf"{_MOD}(?<!\w)ו?ש?[בלמ]?ה(?P<unit>שנה|חודש|שבוע)(?!\w)(?! ה-|-| {_COUNTED_OFF})"),
        (tongues.pointed, rf"{_P}(?P<unit>סוף השבוע|סופשבוע)(?!\w)(?: {_WHICH})?"),
        (_lately, _LATELY),
        (tongues.counted, _SIDED),
        (tongues.counted, _TAILED),
        (tongues.counted, _LONG),
        (tongues.counted, _ONE),
        (tongues.returning, _RETURNING),
        (tongues.clock, _CLOCK),
        (tongues.season, rf"{_MOD}{_P}ה?(?P<season>{any_of(tables.SEASONS)})(?: {_OF}{_YEAR}| {_WHICH})"),
        (tongues.part_of_year, _PART_OF_YEAR),
        (tongues.decade, _DECADE),
        (_feast, _FEAST),
        (_hebrew_day, _HEBREW_DAY),
    )
)
_JOINTS = Joints(
    day_before=compiled(rf"""
        (?<![\d.,:/])(?P<day>{DAY})(?P<gap> ?- ?| ?,? ו?[בלמ]?-?(?:ה-)?| (?:עד|או) (?:ל-|ה-|ב-)?)\Z
    """),
    list_on=compiled(r",? ו|,? ו?[בל]-?(?:ה-)?| או | (?:עד|ועד) (?:ל-?)?| ?- ?"),
    to=compiled(r" (?:ו?עד) (?:ל-?|ה-)?| ל-?(?:ה-)?"),
    from_=compiled(r"(?<!\w)ו?ש?(?:מ-?|מה-|החל מ-?)"),
    also=compiled(r",? ו|,? ול-?| ל-?"),
    between=compiled(r"(?<!\w)ו?ש?בין (?:ה-|ימים |יום |החודשים )?"),
    at=compiled(r",? (?:ב?ל?קראת |של )?"),
    relation=compiled(r"(?<!\w)ו?ש?(?P<word>מאז|החל מ|עד|לפני|אחרי|לאחר)(?: |-)?(?:[הבלמ]{1,2}-)?\Z"),
    relations={
        "מאז": "since", "החל מ": "since", "עד": "until", "לפני": "before", "אחרי": "after",
        "לאחר": "after",
    },
)  # fmt: skip
_INTRODUCES = compiled(r"(?<!\w)ו?ש?(?:בין|עד|מאז|או) \Z")
_AGE = compiled(r"(?<!\w)(?:בן|בת|בני|בנות|גיל) \Z")


def spot(line: Line) -> Iterator[Candidate]:
    """Every wording of time in a Hebrew line."""
    return tongues.spotted(line, HEBREW, _PATTERNS, _JOINTS, _doubtful)


def _doubtful(one: Candidate, view: Bare) -> bool:
    """A month that is a name or word too with nothing before it, an age."""
    if one.rule == "month":
        introduced = one.mod or _INTRODUCES.search(view.low[max(0, one.start - 8) : one.start])
        return view.low[one.start : one.end] in tables.DOUBTED_MONTHS and not introduced
    years = one.rule == "duration" and isinstance(one.meaning, Span) and one.meaning.unit is Unit.YEAR
    return years and bool(_AGE.search(view.low[max(0, one.start - 6) : one.start]))
