"""The histograms above the list: the whole timeline with the chosen range shaded, and the range more finely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format

from timeline import index
from timeline.drawing import DESK, PHONE, Histogram, Size, Unit, bins, draw_histogram
from timeline.filtering import EventFilter
from timeline.models import Kind, Timeline
from timeline.views.remembered import Remembered

SIZES: dict[str, tuple[Size, int]] = {"desk": (DESK, 60), "phone": (PHONE, 26)}
"""The drawings of one band, of which the style sheet shows one: their size, and the bars they have room for."""

LONGEST_IN_HOURS = 3
"""Days; beyond them no bins are hours, and nobody needs to know whether events have clock times."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A histogram for one size of window; ``layers`` are its segments as one SVG path for each class, since a page
    with a thousand rectangles is slow to write and to read."""

    size: str
    histogram: Histogram
    layers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, size: str, histogram: Histogram) -> Self:
        found: dict[str, list[str]] = defaultdict(list)
        for column in histogram.columns:
            for part in column.segments:
                box = part.box
                found[part.css_class].append(f"M{box.x} {box.y}h{box.width}v{box.height}h-{box.width}z")
        return cls(size, histogram, tuple((css_class, "".join(paths)) for css_class, paths in found.items()))


@dataclass(frozen=True, slots=True)
class Band:
    """One histogram in each size. A bar leads to ``before`` + its first day + ``between`` + its last + ``after``: the
    days stand first in a canonical address."""

    name: str
    drawings: tuple[Drawing, ...]
    before: str
    between: str
    after: str

    @property
    def table(self) -> Histogram:
        """The drawing whose rows the table says: the one with the most bars."""
        return self.drawings[0].histogram


class Window(NamedTuple):
    """First and last day of a drawing, both included."""

    first: date
    last: date


def bands(timeline: Timeline, choice: EventFilter, span: tuple[date, date] | None) -> tuple[Band, ...]:
    """The bands of a page over the days that its events span, none where there are none. Five queries at most."""
    if span is None:
        return ()
    whole, kinds = Window(*span), list(Kind.objects.all())
    overview = _band("whole", timeline, choice.without("dates"), whole, choice, kinds)
    within = _within(whole, choice)
    if within is None:
        return (overview,)
    return overview, _band("range", timeline, choice, within, choice, kinds)


def _within(whole: Window, choice: EventFilter) -> Window | None:
    """The chosen range inside the timeline's, None where there is none or a single day of it."""
    if not choice.has_dates:
        return None
    inside = Window(max(whole.first, choice.first or whole.first), min(whole.last, choice.last or whole.last))
    return inside if inside.first < inside.last and inside != whole else None


def _band(
    name: str, timeline: Timeline, counted: EventFilter, window: Window, choice: EventFilter, kinds: Sequence[Kind]
) -> Band:
    finest = _finest(timeline, counted, window)
    divided = [bins(*window, max_bars=bars, finest=finest) for _size, bars in SIZES.values()]
    counts, catalog = index.histogram(timeline, counted, *divided), Remembered()
    drawn = (
        draw_histogram(
            it,
            found,
            {**{kind.key: f"kind-{kind.key}" for kind in kinds}, None: "kind-none"},
            chosen=(choice.first, choice.last) if name == "whole" else None,
            size=size,
            mirrored=translation.get_language_bidi(),
            catalog=catalog,
            number=_number,
        )
        for it, found, (size, _bars) in zip(divided, counts, SIZES.values(), strict=True)
    )
    rest = choice.without("dates").to_querystring()
    return Band(
        name,
        tuple(Drawing.of(*pair) for pair in zip(SIZES, drawn, strict=True)),
        before=f"{reverse('timeline', args=[timeline.slug])}?from=",
        between="&to=",
        after=f"&{rest}" if rest else "",
    )


def _finest(timeline: Timeline, counted: EventFilter, window: Window) -> Unit:
    is_short = (window.last - window.first).days < LONGEST_IN_HOURS
    return Unit.HOUR if is_short and index.has_clock_times(timeline, counted) else Unit.DAY


def _number(value: int) -> str:
    return number_format(value, force_grouping=True)
