"""Does an Arabic or Hebrew sentence look ahead? The verbs and words of expectation before a date tell.

Arabic marks the future with the letter س on the verb, or with سوف; Hebrew by the verb's form, of which the common ones
are listed. What follows the date counts only when it comes at once and begins no new clause with "and".
"""

from __future__ import annotations

from timeline.extraction.candidates import Line
from timeline.extraction.scripts import ARABIC_CUE, HEBREW_CUE, MARKS, folded
from timeline.extraction.spotters import words

LOOK_BACK, LOOK_AHEAD = 70, 16
"""Characters before and after a date in which a word of the future is looked for."""

_NO_VERBS = (
    "سيار|سياس|سيناء|سيناري|سيد|سيطر|سيول|ستين|ستون|ستار|ستراتيج|ستوكهولم|سيف|ستات|سته|ست |سيما|سنوات|سنوي|سنتين|سنتان"
)
_ARABIC = words.compiled(
    folded(rf"""
    (?<!\w)(?P<and>[وف])?(?:(?!{_NO_VERBS})س[يتن]\w{{2,}}|سوف|المقرر|المتوقع|المنتظر|المزمع|المرتقب|المرجح
    |المحتمل|قد (?!تم )[يت]\w{{3,}}|[يت]عتزم|[يت]ستعد)(?!\w)
""")
)
_VERBS = (
    "יתקיים תתקיים יתקיימו ייפגש תיפגש ייפגשו יגיע תגיע יגיעו ייפתח תיפתח ייפתחו יחל תחל יחלו ישוחררו ישוחרר תשוחרר"
    " ייצא תצא ייצאו יצא יצאו ידון תדון ידונו יצביע תצביע יצביעו ייחתם תיחתם ייכנס תיכנס ייכנסו יימשך תימשך יימשכו"
    " יסתיים תסתיים יסתיימו יתחדש תתחדש יתחדשו יחזור תחזור יחזרו יעזוב תעזוב יעזבו ישוב תשוב ישובו יתכנס תתכנס"
    " יתכנסו ייערך תיערך ייערכו ימריא תמריא תפורסם יפורסם יהיה תהיה יהיו ייבנו יבקר תבקר יבקרו יושבע"
)
_EXPECTED = (
    "צפוי צפויה צפויים צפויות אמור אמורה אמורים אמורות עתיד עתידה עתידים מתוכנן מתוכננת מתוכננים מתכננים"
    " עשוי עשויה עשויים עשויות עלול עלולה עלולים ייתכן מתכנן מתכננת"
)
_HEBREW = words.compiled(rf"(?<!\w)(?P<and>ו)?ש?(?:{words.one_of(_VERBS)}|{words.one_of(_EXPECTED)})(?!\w)")
_MARKS = words.compiled(MARKS)


def looks_ahead(line: Line, start: int, end: int) -> bool:
    """Whether the date at ``line.low[start:end]`` lies in the future by the Arabic or Hebrew words around it."""
    if ARABIC_CUE in line.words:
        pattern = _ARABIC
    elif HEBREW_CUE in line.words:
        pattern = _HEBREW
    else:
        return False
    before = _MARKS.sub("", line.low[max(0, start - LOOK_BACK) : start])
    clause = max(before.rfind(stop) for stop in ",;.?!")
    if pattern.search(before, clause + 1):
        return True
    following = pattern.search(_MARKS.sub("", line.low[end : end + LOOK_AHEAD]))
    return following is not None and not following["and"]
