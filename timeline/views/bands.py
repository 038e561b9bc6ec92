"""The histograms above the list: the whole timeline with the chosen range shaded, and the range more finely."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from timeline import index
from timeline.drawing import PHONE, BinCount, Bins, Histogram, TickMark, Unit, axis, bins, draw_histogram
from timeline.drawing.bins import moment
from timeline.filtering import EventFilter
from timeline.filtering.remembered import catalogue, grouped
from timeline.index import Lead
from timeline.models import Timeline
from timeline.views.kept import Kept, edition_key

MOST_BARS = 48
"""Four years of months, two days of hours; a bar of a full drawing is 7 px wide on a phone, 24 on a desk."""

MOST_KINDS = 12
"""Kinds that a bar shows apart."""

LONGEST_IN_HOURS = 3
"""Days; beyond them no bins are hours, and nobody needs to know whether events have clock times."""


@dataclass(frozen=True, slots=True)
class Band:
    """One histogram. ``layers`` are its segments as one SVG path for each class, since a page with a thousand
    rectangles is slow to write and to read; ``narrow_ticks`` are those of its axis where the window is narrow.

    A bar leads to ``before`` + its first day + ``between`` + its last + ``after``: the days stand first in a canonical
    address. ``leads`` are the lead events of the columns; ``html`` is the drawing as it stands on the page.
    """

    name: str
    histogram: Histogram
    layers: tuple[tuple[str, str], ...]
    narrow_ticks: tuple[TickMark, ...]
    leads: tuple[Lead | None, ...]
    before: str
    between: str
    after: str
    html: str = ""

    @property
    def rows(self) -> list[tuple[object, Lead | None]]:
        """The columns with something to say, each with its lead: events, or days that nobody has looked at."""
        pairs = zip(self.histogram.columns, self.leads, strict=True)
        return [(it, lead) for it, lead in pairs if it.certain or it.possible or it.review]

    @property
    def told(self) -> int | None:
        """The column that is told of below the drawing until the reader points at another: the chosen one, else the
        highest; None where none has events."""
        columns = self.histogram.columns
        filled = [at for at, it in enumerate(columns) if it.certain or it.possible]
        chosen = [at for at in filled if columns[at].is_chosen]
        if len(chosen) == 1:
            return chosen[0]
        return max(filled, key=lambda at: columns[at].certain + columns[at].possible, default=None)

    @property
    def has_possible(self) -> bool:
        return any(it.possible for it in self.histogram.columns)


class Window(NamedTuple):
    """First and last day of a drawing, both included."""

    first: date
    last: date


class _Counted(NamedTuple):
    """A window in bins, how many events lie in each, and which one leads it."""

    bins: Bins
    counts: tuple[BinCount, ...]
    leads: tuple[Lead | None, ...]


_counted: Kept[_Counted] = Kept(512)
_drawn: Kept[tuple[Band, ...]] = Kept(256)


def bands(timeline: Timeline, choice: EventFilter, span: tuple[date, date] | None) -> tuple[Band, ...]:
    """The bands of a page over the days that its events span, none where there are none. Five queries at most, none
    for what this process drew before."""
    if span is None:
        return ()
    return _drawn.get((edition_key(timeline), choice, span), lambda: _bands(timeline, choice, Window(*span)))


def _bands(timeline: Timeline, choice: EventFilter, span: Window) -> tuple[Band, ...]:
    kinds = index.kinds_in_order(timeline)
    whole = _count(timeline, choice.without("dates"), _with_reviewed(timeline, span))
    overview = _band("whole", timeline, whole, choice, kinds)
    within = _within(whole.bins, choice)
    if within is None:
        return (overview,)
    detail = _count(timeline, choice, within)
    return (overview, _band("range", timeline, detail, choice, kinds)) if len(detail.bins) > 1 else (overview,)


def _with_reviewed(timeline: Timeline, span: Window) -> Window:
    """The days of the events, and the quiet ones that were looked at after them."""
    if timeline.reviewed_until is None:
        return span
    last_moment = timezone.localtime(timeline.reviewed_until) - timedelta(microseconds=1)
    return Window(span.first, max(span.last, last_moment.date()))


def _within(whole: Bins, choice: EventFilter) -> Window | None:
    """The chosen range inside the overview's bars, None where there is none or it is all of them."""
    if not choice.has_dates:
        return None
    first, last = whole[0].first_day, whole[-1].last_day
    inside = Window(max(first, choice.first or whole.first), min(last, choice.last or whole.last))
    is_whole = inside.first <= whole.first and whole.last <= inside.last
    return inside if inside.first <= inside.last and not is_whole else None


def _count(timeline: Timeline, counted: EventFilter, window: Window) -> _Counted:
    def make() -> _Counted:
        divided = bins(*window, max_bars=MOST_BARS, finest=_finest(timeline, counted, window))
        (counts,) = index.histogram(timeline, counted, divided)
        return _Counted(divided, counts, index.leads(timeline, counted, divided))

    return _counted.get((edition_key(timeline), counted, window), make)


def _finest(timeline: Timeline, counted: EventFilter, window: Window) -> Unit:
    is_short = (window.last - window.first).days < LONGEST_IN_HOURS
    return Unit.HOUR if is_short and index.has_clock_times(timeline, counted) else Unit.DAY


def _band(name: str, timeline: Timeline, counted: _Counted, choice: EventFilter, kinds: Sequence[str]) -> Band:
    is_mirrored, rest = translation.get_language_bidi(), choice.without("dates").to_querystring()
    drawn = draw_histogram(
        counted.bins,
        few_kinds(counted.counts),
        {**{kind: f"kind-{kind}" for kind in kinds}, None: "kind-none"},
        leads=[lead.headline if lead else "" for lead in counted.leads],
        chosen=(choice.first, choice.last) if name == "whole" else None,
        reviewed=_reviewed(timeline),
        mirrored=is_mirrored,
        catalog=catalogue(),
        number=grouped,
    )
    band = Band(
        name,
        drawn,
        _layers(drawn),
        axis(counted.bins, size=PHONE, mirrored=is_mirrored, catalog=catalogue()),
        counted.leads,
        before=f"{reverse('timeline', args=[timeline.slug])}?from=",
        between="&to=",
        after=f"&{rest}" if rest else "",
    )
    begun = _("The range begins here. Go to the bar where it ends and press Shift and Enter again.")
    html = render_to_string("band.html", {"band": band, "begun": begun, "mirrored": is_mirrored}, using="rows")
    return replace(band, html=mark_safe(html))  # noqa: S308 - Jinja2 has escaped it


def few_kinds(counts: Sequence[BinCount]) -> Sequence[BinCount]:
    """The counts with the rarest kinds put together with what has none, where there are more than can be told apart:
    a bar of a thousand colours is a thousand shapes and says nothing."""
    totals: Counter[str | None] = Counter()
    for it in counts:
        totals.update(it.certain)
        totals.update(it.possible)
    kept = {kind for kind, _number in totals.most_common(MOST_KINDS)}
    if len(totals) <= MOST_KINDS:
        return counts
    return [BinCount(_together(it.certain, kept), _together(it.possible, kept)) for it in counts]


def _together(side: Mapping[str | None, int], kept: Container[str | None]) -> dict[str | None, int]:
    found: Counter[str | None] = Counter()
    for kind, number in side.items():
        found[kind if kind in kept else None] += number
    return dict(found)


def _reviewed(timeline: Timeline) -> int | None:
    """The moment up to which the news was looked at, in the timeline's own hours."""
    if timeline.reviewed_until is None:
        return None
    until = timezone.localtime(timeline.reviewed_until)
    return moment(until.date(), until.hour)


def _layers(drawn: Histogram) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for column in drawn.columns:
        for part in column.segments:
            box = part.box
            found[part.css_class].append(f"M{box.x} {box.y}h{box.width}v{box.height}h-{box.width}z")
    return tuple((css_class, "".join(paths)) for css_class, paths in found.items())
