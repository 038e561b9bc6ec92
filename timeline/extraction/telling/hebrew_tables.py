"""What Hebrew writes around the verbs of happenings, in tables: what begins a clause, plans, denies, names a source."""

from __future__ import annotations

from timeline.extraction.telling.hebrew_verbs import VERBS
from timeline.extraction.telling.tables import Grammar, phrases, words


def _without_pronoun(word: str) -> str | None:
    """ "כוחותיו" -> "כוחות", "חייליו" -> "חיילי": a noun as it stands before its owner; None without a pronoun."""
    for suffix in ("יהם", "יהן", "יו", "יה"):
        if word.endswith(suffix) and len(word) - len(suffix) > 2:
            stem = word.removesuffix(suffix)
            return stem if stem.endswith("ות") else f"{stem}י"
    return None


HEBREW = Grammar(
    verbs=VERBS,
    heads=("ו",),
    relative=("ש", "וש"),
    openers=words("אך אבל ואולם אולם אלא ואילו בעוד ובעקבותיהם לכן ולכן אז מאז בתגובה בתמורה ובתמורה בינתיים"),
    content=words("כי שלפיהן שלפיו שלפיה"),
    relatives=words("אשר ואשר"),
    conditions=words("אם ואם אילו"),
    times=words("כאשר וכאשר בזמן לאחר אחרי לפני"),
    planned=phrases(
        "צפוי|צפויה|צפויים|צפויות|אמור|אמורה|אמורים|אמורות|מתכנן|מתכננת|מתכננים|עתיד|עתידה|עתידים|עתידות|עומד|עומדת"
        "|עומדים|מתכוון|מתכוונת|מתכוונים|מתוכנן|מתוכננת|נערך|מתעתד"
    ),
    possible=phrases(
        "עשוי|עשויה|עשויים|עשויות|עלול|עלולה|עלולים|עלולות|ייתכן|ייתכן כי|יתכן|אולי|יכול|יכולה|יכולים|אפשר"
    ),
    negations=words("לא ולא טרם אינו אינה אינם אין"),
    pluperfect=frozenset(),
    skipped=frozenset(),
    according=phrases("לדברי|לפי|על פי|לטענת|לדבריו של|כפי|להערכת|על פי הערכת"),
    as_said=phrases("כך|כפי ש|כפי"),
    before_date=words("עם שחר עלות ב מ עד ביום מיום מאז ב- עם ו לפני החל מאז ה בתאריך לקראת"),
    particles=words(
        "של על עם את ב ל מ אל עוד כבר רק בידי לפני אחרי לאחר מאז עד בין ליד סמוך מול נגד כדי בגלל או ו אך אבל כי"
        " כאשר גם בפני לעבר"
        " כמעט מצד בתוך כ ה ש"
    ),
    breaks=words(
        "עם על לאחר אחרי לפני מאז עד ליד סמוך מול נגד כדי בגלל בידי בפני לעבר בתיווך במהלך בתוך בעקבות מצד ללא"
        " כמעט ממזרח"
        " ממערב מצפון מדרום תוך תמורת לקראת"
    ),
    nouns=words(
        "תקיפה תקיפות מתקפה מתקפת פיגוע פיגועים פיצוץ פיצוצים ירי חיסול הפצצה הפגזה טבח רצח הסכם הפוגה שביתה הפיכה מרד"
        " בחירות הפגנה הפגנות ועידה פסגה שיחות פלישה נסיגה חטיפה שחרור חילוץ מעצר התפטרות התפוצצות רעידת קרב קרבות"
        " מבצע מצור חתימה כניסה פינוי הפסקת הדחת מינוי משפט נפילת כיבוש פריצת התנקשות סגירת פתיחת ביטול דחיית"
        " השבעת פרישה פרישת קבלת דחיית הדחה גיוס השקת עסקה הפסקה"
    ),
    amounts=frozenset(),
    occurring=words("אירע נערך התרחש"),
    pronouns=_without_pronoun,
    subject_first=True,
    and_="ו",
)
