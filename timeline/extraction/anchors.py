"""What "Wednesday" and "two days later" count from: the article's day, the last date told, a chronology's entry.

There is no mode to switch. The text itself tells whether it reports from its day or narrates a past: a narrative
names years far from the article's day, and more of them than words that only make sense on that day ("yesterday",
"on Friday", "last month"). A line that begins with a date and a colon or dash is an entry of a chronology; what
follows counts from it, and the next entry's year runs on from its year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.extraction.before_christ import is_before_christ
from timeline.extraction.calendar_units import Stretch, holding
from timeline.extraction.candidates import Candidate, Line
from timeline.extraction.meanings import Calendar, Origin, Shift, Unit, Weekday
from timeline.extraction.mentions import ArticleDay
from timeline.extraction.told_dates import Told, is_entry, names_something

ENTRIES_OF_CHRONOLOGY = 2
"""A chronology has at least two entries; a single line that is a date is the article's own."""

FAR_YEARS = 2
"""From this many years on, a date is not news but past."""

NARRATIVE_YEARS = 5
"""A narrative names at least so many far years; fewer are the background of a report."""

ASIDE_YEARS = 1
"""A full date in mid-sentence this far ahead still goes on with the story; farther ahead or back it is an aside."""

SPOKEN_WEIGHT = 3
"""How many far years one word of the article's own day outweighs."""

LOOKS_BACK = frozenset({"counted-ago", "counted-earlier", "relative-year", "month-pointed-at", "season-pointed-at"})
"""Rules that look away from where the story stands."""

SAME_CONTEXT = 2
"""Sentences for which a told date stays what "the next day" counts from in a report."""

SAME_REPORT = 6
"""Sentences for which a quarter stays what a company's report compares with."""

INFERRED_WITHIN = 3
"""An article's day inferred from its text is right within so many days, so a weekday may lie on either side."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a wording is counted from and, in plain words, where that came from.

    ``days`` are several when the article's day is itself inferred.
    """

    days: tuple[date, ...]
    came_from: str
    stretch: Stretch
    told_before: bool = False

    @classmethod
    def at(cls, told: Told, came_from: str = "the date before it") -> Anchor:
        """The anchor at a date told in the text."""
        return cls((told.stretch.first,), f"{came_from}: “{told.words}”", told.stretch, told_before=True)

    @property
    def day(self) -> date:
        return self.days[len(self.days) // 2]


class Anchors:
    """The state of one reading: the article's day, what was told last, the running entry of a chronology."""

    def __init__(self, article_day: ArticleDay, *, narrative: bool, chronology: bool) -> None:
        self.chronology = chronology
        self.narrative = narrative
        self.article_day = article_day
        self._told: Told | None = None
        self._story: Told | None = None
        self._entry: Told | None = None
        self._quarter: Told | None = None
        self._past: Told | None = None
        self._leading_year: Told | None = None
        self._sentence = 0
        self._opens_paragraph = True
        self.starts: dict[str, Told] = {}
        self.ends_after: int | None = None
        """The last sentence of a chronology that ends before the text does."""

    def enter(self, sentence: int, *, new_paragraph: bool) -> None:
        """Go on to the next sentence; after the chronology's last, to what counts from publication again."""
        if self.ends_after is not None and new_paragraph and sentence > self.ends_after:
            self._told = self._story = self._entry = self.ends_after = None
        self._sentence = sentence
        self._opens_paragraph = self._opens_paragraph or new_paragraph

    def tell(self, stretch: Stretch, said: str, one: Candidate, line: Line, *, leads: bool) -> None:
        """Remember a date the text has told; ``leads`` when it opens its sentence or heading."""
        entry, rule, year_written = is_entry(one, line), one.rule, isinstance(getattr(one.meaning, "year", None), int)
        self._told = Told(stretch, said, self._sentence, year_written, names_something(one, line))
        if entry and self.chronology:
            self._entry = self._told
        if rule == "quarter-or-half":
            self._quarter = self._told
        if stretch.unit is Unit.YEAR and year_written and leads:
            self._leading_year = self._told
        known = self.article_day.date
        if known is None or stretch.first <= known.latest or is_before_christ(stretch.first.year):
            self._past = self._told
        if self._moves_story(self._told, leads=leads or entry, rule=rule):
            self._story = self._told
            self._opens_paragraph = False

    def _moves_story(self, told: Told, *, leads: bool, rule: str) -> bool:
        """Whether the story goes on from here: a year alone in mid-sentence or a far look back or ahead is an aside."""
        if self._story is None or leads:
            return True
        if told.month is None:
            return self._opens_paragraph and told.year_written
        if not told.year_written:
            return rule not in LOOKS_BACK
        return self._opens_paragraph or 0 <= told.year - self._story.year <= ASIDE_YEARS

    @property
    def last_past(self) -> Told | None:
        """The date told last that does not lie after the article's day."""
        return self._past

    @property
    def leading_year(self) -> Told | None:
        """The year that opens this sentence: "In the 2016 election, …"."""
        led = self._leading_year
        return led if led is not None and led.sentence == self._sentence else None

    @property
    def last(self) -> Told | None:
        """The date told last, however long ago."""
        return self._told

    def told_ahead(self, published: date) -> bool:
        """Whether this very sentence has told a date that lies after publication."""
        told = self._told
        return told is not None and told.sentence == self._sentence and told.stretch.first > published

    def quarter(self) -> Anchor | None:
        """The quarter a company reports on: the last one told, else the one that ended last before publication."""
        if self._quarter is not None:
            return Anchor.at(self._quarter, "the quarter before it")
        publication = self.publication()
        ended = holding(publication.day, Unit.QUARTER).moved(-1) if publication else None
        return Anchor((ended.first,), publication.came_from, ended) if publication and ended else None

    @property
    def reports_quarters(self) -> bool:
        """Whether a quarter was told in this sentence or some before it."""
        return self._quarter is not None and self._sentence - self._quarter.sentence <= SAME_REPORT

    @property
    def entry(self) -> Told | None:
        """The chronology's running entry."""
        return self._entry

    def recent(self) -> Told | None:
        """The date told last, while it still is the context."""
        if self._told and (self.narrative or self._entry or self._sentence - self._told.sentence <= SAME_CONTEXT):
            return self._told
        return None

    def story(self) -> Told | None:
        """Where the story stands: an aside told in this very sentence, else the last date that was none."""
        told = self.recent()
        if told is None or told.sentence == self._sentence or not self.narrative:
            return told
        return self._story

    def speech(self) -> Anchor | None:
        """The day the text speaks from: publication in a report, an entry's day, the last day told in a narrative."""
        spoken = self._entry or (self._told if self.narrative else None)
        if spoken is not None and spoken.stretch.unit is Unit.DAY:
            return Anchor.at(spoken, "the entry" if spoken is self._entry else "the date before it")
        return None if self.narrative else self.publication()

    def publication(self) -> Anchor | None:
        """The article's day, given or inferred; None when nothing tells it."""
        known = self.article_day.date
        if known is None:
            return None
        middle = known.earliest + (known.latest - known.earliest) / 2
        if self.article_day.source == "publication":
            return Anchor((middle,), "publication", Stretch(Unit.DAY, middle))
        if not known.approximate:
            return Anchor(
                (middle,), f"the article’s day, told as “{self.article_day.words}”", Stretch(Unit.DAY, middle)
            )
        days = tuple(middle + timedelta(days=shift) for shift in range(-INFERRED_WITHIN, INFERRED_WITHIN + 1))
        return Anchor(days, f"the article’s day, inferred from “{self.article_day.words}”", Stretch(Unit.DAY, middle))

    def told(self) -> Anchor | None:
        """The last date told, or the article's day when a report has told none lately."""
        told = self.recent()
        if told is None:
            return None if self.narrative else self.publication()
        return Anchor.at(told)


def is_chronology(found: Iterable[tuple[Line, Iterable[Candidate]]]) -> bool:
    """Whether lines begin with dates again and again."""
    entries = sum(any(is_entry(one, line) for one in candidates) for line, candidates in found)
    return entries >= ENTRIES_OF_CHRONOLOGY


def is_narrative(candidates: Iterable[Candidate], published: date | None) -> bool:
    """Whether a text narrates a past rather than reports from its day, by its own dates."""
    far = spoken = 0
    for one in candidates:
        meaning = one.meaning
        if isinstance(meaning, Calendar) and isinstance(meaning.year, int):
            far += published is None or abs(meaning.year - published.year) >= FAR_YEARS
        elif isinstance(meaning, Weekday | Shift):
            spoken += (meaning.origin is Origin.SPEECH) and one.rule != "today"
    return far >= NARRATIVE_YEARS and far > SPOKEN_WEIGHT * spoken
