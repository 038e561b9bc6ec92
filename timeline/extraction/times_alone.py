"""Times of day that stand alone ("at around 3:30 am"): of the day on which the happening before them was told."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates import Precision
from timeline.dates.notation import to_notation
from timeline.extraction.dating import Dating
from timeline.extraction.mentions import ArticleDay, Mention
from timeline.extraction.trace import TrailStep


def is_time_alone(mention: Mention) -> bool:
    """ "At around 3:30 am": a time by the clock whose day the text has told elsewhere."""
    by_clock = mention.date is not None and mention.date.precision == Precision.MINUTE
    return by_clock and len(mention.trail) == 1 and mention.trail[0].rule == "time-of-the-day-told"


def on_day_told(mention: Mention, told: Mention | None, day: ArticleDay) -> Dating | None:
    """A time alone that fell to the article's day, on the day of the happening told last; None where it does not."""
    if told is None or told.date is None or mention.date is None or not is_time_alone(mention):
        return None
    if day.date is None or mention.date.earliest < day.date.earliest or told.date.earliest >= mention.date.earliest:
        return None
    date = replace(mention.date, earliest=told.date.earliest, latest=told.date.earliest)
    anchor, source = to_notation(told.date), f"the happening told before it: “{told.text}”"
    return Dating(date, mention, (TrailStep(mention.text, mention.trail[0].rule, anchor, source, to_notation(date)),))
