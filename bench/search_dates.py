"""dateparser's ``search_dates`` as a peer: the same documents in, predictions in the same form out.

It is told the language and is asked for each date's period, so that a month or a year it found counts as one; without
that every one of its dates is a day. ``DEFAULT`` is what its manual shows, with the publication day to count from. The
others in ``SETTINGS`` are what a careful user would try; "best" in the tables is, for each corpus, the one that scores
highest there, which is more than a user could know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateparser.search import search_dates


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to call it: count from publication or not, prefer the past or not, which strategy."""

    name: str
    counts_from_publication: bool = True
    prefers_past: bool = False
    strategy: str = "split"

    def options(self, published: str | None) -> dict[str, Any]:
        """The ``settings`` of a call for a document published on that day (ISO 8601)."""
        options: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": True}
        if self.counts_from_publication and published:
            options["RELATIVE_BASE"] = datetime.fromisoformat(published[:10])
        if self.prefers_past:
            options["PREFER_DATES_FROM"] = "past"
        return options


DEFAULT = Setting("default")
SETTINGS = (
    DEFAULT,
    Setting("prefers the past", prefers_past=True),
    Setting("no base", counts_from_publication=False),
    Setting("no base, prefers the past", counts_from_publication=False, prefers_past=True),
    Setting("n-grams, prefers the past", prefers_past=True, strategy="ngram"),
)

_VALUES = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M", "part_of_day": "%Y-%m-%dT%H:%M"}


def predict(document: dict[str, Any], setting: Setting) -> dict[str, Any]:
    """One prediction line for the scorer. A document it fails on has no predictions."""
    options = setting.options(document.get("dct"))
    try:
        found = search_dates(
            document["text"], languages=["en"], settings=options, strategy=setting.strategy, add_period=True
        )
    except (ValueError, TypeError, OverflowError, AttributeError, IndexError, KeyError):
        found = None
    return {"id": document["id"], "timex": list(_placed(document["text"], found or []))}


def _placed(text: str, found: list[Any]) -> Iterator[dict[str, Any]]:
    """What it found, with offsets: it tells words only, in the order of the text."""
    end = 0
    for words, moment, period in found:
        start = text.find(words, end)
        if start >= 0:
            end = start + len(words)
            kind = "TIME" if period in ("time", "part_of_day") else "DATE"
            value = moment.strftime(_VALUES.get(period, "%Y-%m-%d"))
            yield {"start": start, "end": end, "type": kind, "value": value, "mod": None}
