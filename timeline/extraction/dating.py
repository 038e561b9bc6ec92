"""Which date belongs to a happening, and what bounds one that has no date in its words.

Of several dates in a clause the one that hangs on its verb belongs to it. The day on which something was told only
bounds it. With no date at all, a news text's happening lies in the days before its publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.dates import DateError, EventDate, Extent, Precision
from timeline.dates.event_date import OPEN_END, OPEN_START
from timeline.dates.notation import to_notation
from timeline.extraction.clauses import Clause
from timeline.extraction.event_nouns import is_event_noun
from timeline.extraction.grammar import Tense
from timeline.extraction.mentions import ArticleDay, Mention
from timeline.extraction.openings import Role
from timeline.extraction.parsed import Dated, ParsedSentence
from timeline.extraction.trace import Trail, TrailStep
from timeline.extraction.trimming import DATE_PREPOSITIONS, is_attributive
from timeline.extraction.verbs import Form, lookup

NEWS_WINDOW = timedelta(days=7)
"""How long before publication a happening may lie that news tells without a date: news of the week is still told so."""

COINCIDENCE_LIMIT = timedelta(days=14)
"""How far the article's day may lie from a date with which present events are said to coincide."""

ASK_ARTICLE_DAY = "On which day was the article published? Nothing in it tells from which day this is counted."
ASK_PLANNED_DAY = "On which day is it to happen? The article tells the plan without a date."
ASK_WHICH_DAY = "Which day do these words mean? They can be read in more than one way."


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with its words and trail, or none and the question that an editor must answer."""

    date: EventDate | None
    mention: Mention | None = None
    trail: Trail = ()
    asks: str = ""


def dated_by(mention: Mention, day: ArticleDay) -> Dating:
    """The mention's own reading; when it has none, the question to ask."""
    if (
        mention.date is not None
        and mention.date.latest == OPEN_END
        and day.date
        and mention.date.earliest <= day.date.latest
    ):
        return _until_now(mention, mention.date, day)
    if mention.date is not None and mention.date.earliest == OPEN_START:
        return _from_recently(mention, mention.date, day)
    if mention.date is not None:
        return Dating(mention.date, mention, mention.trail)
    return Dating(None, mention, mention.trail, ASK_ARTICLE_DAY if day.date is None else ASK_WHICH_DAY)


def _until_now(mention: Mention, date: EventDate, day: ArticleDay) -> Dating:
    """ "since Monday" in a report runs to the report's day: nothing is said of the days after it."""
    assert day.date is not None
    closed = EventDate(
        date.earliest, day.date.latest, Precision.DAYS, extent=Extent.THROUGHOUT, approximate=date.approximate
    )
    closed = closed.with_doubt(uncertain=date.uncertain or day.source == "evidence")
    step = TrailStep(mention.text, "since-until-the-article", to_notation(day.date), _source(day), to_notation(closed))
    return Dating(closed, mention, (*mention.trail, step))


def _from_recently(mention: Mention, date: EventDate, day: ArticleDay) -> Dating:
    """ "by Saturday": from ``NEWS_WINDOW`` before it, or from the article's day when it is still to come."""
    today = day.date
    ahead = today is not None and today.latest < date.latest
    try:
        earliest = today.latest if ahead and today else date.latest - NEWS_WINDOW
        bounded = EventDate.one_of_days(earliest, date.latest).with_doubt(approximate=True, uncertain=date.uncertain)
    except (OverflowError, DateError):
        return Dating(date, mention, mention.trail)
    anchor, source = to_notation(date), f"“{mention.text}” itself"
    if ahead and today:
        anchor, source = to_notation(today), _source(day)
    rule = "until-then-from-the-article" if ahead else "until-then-news-window"
    step = TrailStep(mention.text, rule, anchor, source, to_notation(bounded))
    return Dating(bounded, mention, (*mention.trail, step))


def own_date(parsed: ParsedSentence, clause: Clause, taken: Sequence[Mention] = ()) -> Dated | None:
    """The date that belongs to the clause's verb: the nearest that hangs on the verb, or on its subject's event."""
    first, last = min(clause.begin, clause.subject[0]) if clause.role != Role.RELATIVE else clause.begin, clause.end
    inside = [
        dated
        for dated in parsed.dates
        if first <= dated.first < last
        and dated.is_day
        and not dated.mention.nested
        and dated.mention not in taken
        and not parsed.is_told(dated.first)
        and not _elsewhere(parsed, clause, dated)
    ]
    adverbial = [dated for dated in inside if not is_attributive(parsed, dated)]
    in_subject = [dated for dated in inside if dated.last <= clause.verb.first]
    candidates = adverbial or in_subject or [dated for dated in inside if suffered_in(parsed, clause, dated)]
    return min(
        candidates,
        key=lambda dated: _distance(dated, clause),
        default=parsed.label if not inside and _may_be_labelled(clause) else None,
    )


_SUFFERED = frozenset(
    "die kill wound injure hurt destroy damage lose hospitalise hospitalize displace vote participate".split()
)


def suffered_in(parsed: ParsedSentence, clause: Clause, dated: Dated) -> bool:
    """ "Five died in Monday's attack": what is suffered in a happening is of its day."""
    words = parsed.words
    after = [word.lower for word in words[dated.last : dated.last + 3]]
    inside = dated.first > clause.verb.first and words[dated.first - 1].lower in ("in", "during")
    return clause.verb.base in _SUFFERED and inside and any(map(is_event_noun, after))


def _may_be_labelled(clause: Clause) -> bool:
    """An entry's date heads what the entry itself tells, not what somebody says in it or what is to come."""
    return clause.role in (Role.MAIN, Role.COORDINATE) and clause.verb.tense != Tense.MODAL


def _elsewhere(parsed: ParsedSentence, clause: Clause, dated: Dated) -> bool:
    """Whether the date lies in another clause within this one's words (a relative clause in its subject)."""
    following = parsed.words[dated.last].lower if dated.last < len(parsed.words) else ""
    if dated.first == clause.verb.last and (following == "as" or clause.verb.base in ("reach", "enter", "approach")):
        return True
    if clause.verb.negated and dated.first and parsed.words[dated.first - 1].lower in ("by", "until", "till"):
        return True
    if dated.first < clause.verb.first and _begun_in_subject(parsed, clause, dated):
        return True
    if dated.first > clause.verb.last and (
        _hangs_on_participle(parsed, clause, dated) or _is_deadline(parsed, clause, dated)
    ):
        return True
    return any(
        other is not clause
        and other.begin <= dated.first < other.end
        and other.verb.first > clause.subject[0]
        and other.end <= clause.verb.first
        for other in parsed.clauses
    )


def _begun_in_subject(parsed: ParsedSentence, clause: Clause, dated: Dated) -> bool:
    """ "the curfew begun on 1 March ended on Sunday": the date of a participle in the subject, beside another."""
    at = dated.first - 1
    while at > clause.subject[0] and parsed.words[at].lower in DATE_PREPOSITIONS:
        at -= 1
    known = lookup(parsed.words[at].lower) if clause.subject[0] < at < clause.subject[1] else None
    others = any(one.is_day and one is not dated and clause.begin <= one.first < clause.end for one in parsed.dates)
    ahead = parsed.words[at - 1].lower == "be"  # "a plan to be unveiled on Monday"
    return (others or ahead) and known is not None and Form.PARTICIPLE in known[1] and Form.BASE not in known[1]


def _is_deadline(parsed: ParsedSentence, clause: Clause, dated: Dated) -> bool:
    """ "was remanded until his next appearance on 5 April": the date of a noun until which something holds."""
    between = [word.lower for word in parsed.words[clause.verb.last : dated.first]]
    until = any(one in ("until", "till", "pending") for one in between)
    return until and clause.verb.tense == Tense.PAST and clause.verb.base not in _LASTING


_LASTING = frozenset("continue fight hold last live remain rule stay wait work".split())
"""Verbs that go on until the date told."""


_BEFORE_ING = frozenset({"before", "after", "while", "since", "when"})


def _hangs_on_participle(parsed: ParsedSentence, clause: Clause, dated: Dated) -> bool:
    """ "the hostages taken on 7 October": the date of a reduced clause in the object."""
    at = dated.first - 1
    while at > clause.verb.last and parsed.words[at].lower in DATE_PREPOSITIONS:
        at -= 1
    if any(
        parsed.words[i].lower.endswith("ing") and parsed.words[i - 1].lower in _BEFORE_ING
        for i in range(clause.verb.last, dated.first)
    ):
        return True
    if any(at in range(other.verb.first, other.verb.last) for other in parsed.clauses):
        return False
    known = lookup(parsed.words[at].lower) if at > clause.verb.last else None
    return (
        known is not None
        and Form.PARTICIPLE in known[1]
        and Form.BASE not in known[1]
        and parsed.words[at - 1].lower not in ("and", "or")
    )


def _distance(dated: Dated, clause: Clause) -> int:
    return dated.first - clause.verb.last if dated.first >= clause.verb.last else clause.verb.first - dated.last + 2


def news_window(day: ArticleDay, *, told: Mention | None = None) -> Dating:
    """The bounds of a happening without a date: publication, or the day it was told, and ``NEWS_WINDOW`` before."""
    if told is not None and told.date is not None:
        anchor, words, source = told.date, told.text, f"the day it was told: “{told.text}”"
    elif day.date is None:
        return Dating(None, asks=ASK_ARTICLE_DAY)
    else:
        anchor, words, source = day.date, day.words, _source(day)
    try:
        bounds = EventDate.one_of_days(anchor.earliest - NEWS_WINDOW, anchor.latest)
    except (OverflowError, DateError):
        return Dating(None, asks=ASK_ARTICLE_DAY)
    date = bounds.with_doubt(approximate=True, uncertain=day.source != "publication" or anchor.uncertain)
    step = TrailStep(words, "news-window", to_notation(anchor), source, to_notation(date))
    return Dating(date, trail=(*(told.trail if told else day.trail), step))


def coinciding(mention: Mention, day: ArticleDay) -> Dating:
    """What now "coincides with" a date: from the article's day to that date, about."""
    if mention.date is None or mention.date.is_open:
        return dated_by(mention, day)
    earliest, latest = mention.date.earliest, mention.date.latest
    today = day.date
    near = today is not None and abs(today.latest - latest) <= COINCIDENCE_LIMIT
    if near and today is not None:
        earliest, latest = min(today.earliest, earliest), max(today.latest, latest)
    date = EventDate.one_of_days(earliest, latest).with_doubt(approximate=True, uncertain=day.source == "evidence")
    anchor, source = (to_notation(today), _source(day)) if near and today else (None, None)
    step = TrailStep(mention.text, "coincides-with", anchor, source, to_notation(date))
    return Dating(date, mention, (*mention.trail, step))


def lasting_since(start: Dating, duration: Mention, day: ArticleDay) -> Dating:
    """What an event set off and what has lasted about so long: from that event to the article's day, throughout."""
    if start.date is None or day.date is None or start.date.earliest >= day.date.latest:
        return Dating(None, duration, asks=ASK_ARTICLE_DAY if day.date is None else ASK_WHICH_DAY)
    date = EventDate(start.date.earliest, day.date.latest, Precision.DAYS, extent=Extent.THROUGHOUT, approximate=True)
    date = date.with_doubt(uncertain=day.source == "evidence")
    source = f"the event that set it off: “{start.mention.text}”" if start.mention else "the event that set it off"
    step = TrailStep(duration.text, "lasting-until-the-article", to_notation(start.date), source, to_notation(date))
    return Dating(date, duration, (*start.trail, step))


def _source(day: ArticleDay) -> str:
    return "publication" if day.source == "publication" else f"the article’s day, inferred from “{day.words}”"
