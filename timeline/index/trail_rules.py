"""The engine's rules by their stable names, as sentences for readers who were not there."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BY_AN_EDITOR = "given-by-an-editor"

_SENTENCES: dict[str, Promise] = {
    BY_AN_EDITOR: _("An editor gave the date."),
    "absolute-time": _("A moment in time, written out."),
    "after-bounds": _("“After” leaves the far side open."),
    "age": _("A length of time since something began."),
    "anniversary": _("An anniversary: the same day, so many years on."),
    "anniversary-coincides": _("The article tells its own day: it falls on an anniversary."),
    "anniversary-of-date-inside": _("An anniversary of the date that stands inside it."),
    "anniversary-on-day-told": _("An anniversary that falls on the day told before."),
    "article-day-unknown": _("Nothing tells the article’s own day."),
    "before-bounds": _("“Before” leaves the far side open."),
    "by-bounds": _("“By” names the last possible moment."),
    "century": _("A century."),
    "clock-time": _("A time of day."),
    "coincides-with": _("What is going on now falls together with this date."),
    "counted-ago": _("Counted back from the day the words were said."),
    "counted-earlier": _("Counted back from the date told before."),
    "counted-from-date-beside": _("Counted from the date that stands beside it."),
    "counted-from-now": _("Counted on from the day the words were said."),
    "counted-later": _("Counted on from the date told before."),
    "date-in-figures": _("A date in figures."),
    "dateline": _("The line with place and date at the head of the article."),
    "day-after": _("The day after the one told before."),
    "day-after-tomorrow": _("Two days after the words were said."),
    "day-and-month": _("A day and a month."),
    "day-before": _("The day before the one told before."),
    "day-before-yesterday": _("Two days before the words were said."),
    "day-of-list": _("A day in a list of days that share a month."),
    "days-joined-by-and": _("Several days named together."),
    "days-joined-by-or": _("One of several days named together."),
    "decade": _("A decade."),
    "decade-of-running-century": _("A decade without its century: the one spoken of."),
    "duration": _("A length of time."),
    "either-of-days": _("One of two days."),
    "entry-before-publication": _("An entry of a list that names no year: the last such day before publication."),
    "holiday": _("A holiday with a fixed day."),
    "last-begun-before-publication": _("The last such stretch of time that had begun when the article was published."),
    "last-month": _("The month before the one the words were said in."),
    "last-week": _("The week before the one the words were said in, Monday to Sunday."),
    "last-year": _("The year before the one the words were said in."),
    "lasting-until-the-article": _("So long, up to the article’s day."),
    "month": _("A month without its year."),
    "month-and-day": _("A day and a month."),
    "month-and-year": _("A month and a year: no day is given."),
    "month-pointed-at": _("A month pointed at from the day the words were said."),
    "nearest-to-publication": _("A date without its year: the one nearest to the day of publication."),
    "news-window": _("Only the day of telling is known: news tells what happened in the seven days before."),
    "next-month": _("The month after the one the words were said in."),
    "next-week": _("The week after the one the words were said in, Monday to Sunday."),
    "next-year": _("The year after the one the words were said in."),
    "no-date": _("The words do not say which day."),
    "overnight-into": _("A night that reaches into the next day."),
    "part-of-day": _("A part of the day."),
    "part-of-day-of": _("A part of the day told with it."),
    "part-of-month": _("The beginning, middle or end of a month."),
    "publication-given": _("The day the article was published."),
    "quarter-a-year-ago": _("The same quarter of the year before."),
    "quarter-or-half": _("A quarter or a half of a year."),
    "quarter-reported-on": _("The quarter that is being reported on."),
    "range-from-to": _("From one date to another."),
    "relative-year": _("A year counted from another."),
    "running-week": _("A day of the week that is being told of."),
    "running-year": _("A date without its year: the year of the entry before runs on."),
    "season": _("A season."),
    "season-pointed-at": _("A season pointed at from the day the words were said."),
    "since-bounds": _("“Since” leaves the far side open."),
    "since-until-the-article": _("“Since” runs up to the article’s day."),
    "this-day-told": _("The day told before."),
    "this-month": _("The month the words were said in."),
    "this-week": _("The week the words were said in, Monday to Sunday."),
    "this-year": _("The year the words were said in."),
    "time-of-the-day-told": _("A part of the day told before."),
    "today": _("The day the words were said."),
    "tomorrow": _("The day after the words were said."),
    "tonight": _("The night of the day the words were said."),
    "unit-after": _("The next such stretch of time."),
    "until-bounds": _("“Until” leaves the far side open."),
    "until-then-from-the-article": _("From the article’s day up to then."),
    "until-then-news-window": _("Up to then: news tells what happened in the seven days before."),
    "untold-after": _("Counted on from a day that is not told."),
    "untold-before": _("Counted back from a day that is not told."),
    "untold-earlier": _("Counted back from a day that is not told."),
    "untold-later": _("Counted on from a day that is not told."),
    "weekday": _("A day of the week."),
    "weekday-after-anchor": _("A day of the week: the next one after the day it is counted from."),
    "weekday-after-told-date": _("A day of the week: the next one after the date told before."),
    "weekday-before-anchor": _("A day of the week: the last one before the day it is counted from."),
    "weekday-of-this-week": _("A day of the week that the words were said in."),
    "weekday-on-or-after-anchor": _("A day of the week: the first one from the day it is counted from."),
    "weekday-on-or-before-anchor": _("A day of the week: the last one up to the day it is counted from."),
    "weekend-nearest-anchor": _("The weekend nearest to the day it is counted from."),
    "year": _("A year: no month is given."),
    "year-before-christ": _("A year before the common era."),
    "year-end": _("The turn of a year."),
    "year-in-short": _("A year written with two figures."),
    "year-in-words": _("A year written in words."),
    "year-rolls-over": _("A date without its year: after December the next year begins."),
    "yesterday": _("The day before the words were said."),
}


def rule_in_words(rule: str) -> str:
    """The rule as a sentence; a rule without one here is told by its own name, which is made of plain words."""
    if rule in _SENTENCES:
        return str(_SENTENCES[rule])
    name = rule.replace("-", " ").strip()
    return f"{name[:1].upper()}{name[1:]}." if name else ""


def has_sentence(rule: str) -> bool:
    """Whether readers are told the rule in a sentence of its own."""
    return rule in _SENTENCES
