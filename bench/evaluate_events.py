"""How well the engine finds events, on the project's own gold of ``tests/corpus``.

    python bench/evaluate_events.py [--errors] [--articles]

A draft meets a gold event when its first citation holds the event's words, its headline shares a word with them or with
the gold's description, and their dates overlap; each meets one at most, the best first. Optional events are neither
rewarded nor punished. Right date, standing, kind and source are of those found. Prints the figures and KB/s.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.gold_events import GoldArticle, GoldEvent, gold_articles  # noqa: E402 - after the path that makes it importable
from timeline.extraction.drafts import EventDraft  # noqa: E402
from timeline.extraction.events import read_events  # noqa: E402
from timeline.extraction.pipeline import read_dates  # noqa: E402
from timeline.extraction.vocabulary import Vocabulary  # noqa: E402

STEM = 5
"""Letters by which two forms of a word are taken for one ("evacuate", "evacuated")."""

_EMPTY = frozenset("with from that this their they have been were which after before into over said says".split())


@dataclass(frozen=True, slots=True)
class Read:
    """An article with its drafts, which gold event each of them met, and the seconds the event half took."""

    gold: GoldArticle
    drafts: tuple[EventDraft, ...]
    pairs: tuple[tuple[GoldEvent, EventDraft], ...]
    seconds: float

    @property
    def found(self) -> list[tuple[GoldEvent, EventDraft]]:
        return [pair for pair in self.pairs if not pair[0].optional]

    @property
    def missed(self) -> list[GoldEvent]:
        met = [id(event) for event, _ in self.pairs]
        return [event for event in self.gold.events if not event.optional and id(event) not in met]

    @property
    def invented(self) -> list[EventDraft]:
        met = [id(draft) for _, draft in self.pairs]
        return [draft for draft in self.drafts if id(draft) not in met]


@dataclass(slots=True)
class Tally:
    """How many of how many, by name of the figure."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, name: str, right: Iterable[bool]) -> None:
        count = self.counts.setdefault(name, [0, 0])
        for one in right:
            count[0] += one
            count[1] += 1

    def figures(self) -> dict[str, float]:
        """Percent by name, to one place."""
        return {name: round(100 * right / of, 1) if of else 0.0 for name, (right, of) in self.counts.items()}


def main() -> int:
    """Print the figures; always 0: the floors are a test's business."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("--errors", action="store_true", help="print each miss, invention and wrong field")
    options.add_argument("--articles", action="store_true", help="print a line for each article and its construction")
    chosen = options.parse_args()
    readings = list(read_corpus())
    if chosen.errors:
        print("\n".join(line for reading in readings for line in errors(reading)), end="\n\n")
    if chosen.articles:
        for reading in readings:
            print(_article_line(reading))
    _print_figures(readings)
    return 0


def read_corpus() -> Iterator[Read]:
    """Every article of the gold, read by the engine with the project's vocabulary."""
    vocabulary = Vocabulary.from_fixture(ROOT / "fixtures" / "vocabulary.json")
    for gold in gold_articles():
        dates = read_dates(gold.text, published=gold.published)
        started = time.process_time()
        drafts = read_events(gold.text, dates, vocabulary)
        yield Read(gold, drafts, matched(gold.events, drafts), time.process_time() - started)


def tally(readings: Iterable[Read]) -> Tally:
    """The figures' counts over all articles."""
    whole = Tally()
    for reading in readings:
        found = reading.found
        whole.add("precision", [True] * len(found) + [False] * len(reading.invented))
        whole.add("recall", [True] * len(found) + [False] * len(reading.missed))
        whole.add("date", [right_date(*pair) for pair in found if pair[0].judges_date])
        whole.add("precision of date", [event.precision == str(_precision(d)) for event, d in found if event.precision])
        whole.add("standing", [str(draft.standing) in event.standings for event, draft in found])
        whole.add("kind", [(draft.kind or "") in event.kinds for event, draft in found])
        whole.add("source", [right_source(*pair) for pair in found])
        whole.add("source, where one is named", [right_source(*pair) for pair in found if "" not in pair[0].sources])
    return whole


def matched(events: tuple[GoldEvent, ...], drafts: tuple[EventDraft, ...]) -> tuple[tuple[GoldEvent, EventDraft], ...]:
    """Events and drafts paired one to one, the pairs with most words in common first."""
    scored = [
        (_worth(event, draft), event_at, draft_at)
        for event_at, event in enumerate(events)
        for draft_at, draft in enumerate(drafts)
        if _tells(draft, event) and _dates_overlap(event, draft)
    ]
    pairs: dict[int, int] = {}
    for _, event_at, draft_at in sorted(scored, key=lambda row: (-row[0][0], -row[0][1], row[0][2], row[1], row[2])):
        if event_at not in pairs and draft_at not in pairs.values():
            pairs[event_at] = draft_at
    return tuple((events[one], drafts[other]) for one, other in sorted(pairs.items()))


def _tells(draft: EventDraft, event: GoldEvent) -> bool:
    cited = draft.citations[0].quote
    return any(telling in cited for telling in event.tellings) and bool(_shared(event, draft))


def _worth(event: GoldEvent, draft: EventDraft) -> tuple[float, bool, bool]:
    shared = len(_shared(event, draft)) / (1 + len(stems(draft.headline)))
    return shared, right_date(event, draft), event.optional


def _shared(event: GoldEvent, draft: EventDraft) -> frozenset[str]:
    return stems(draft.headline) & stems(f"{' '.join(event.tellings)} {event.what}")


def stems(text: str) -> frozenset[str]:
    """The words of a text by their first letters, common ones left out."""
    words = re.findall(r"\w{4,}", text.lower())
    return frozenset(word[:STEM] for word in words if word not in _EMPTY)


def _dates_overlap(event: GoldEvent, draft: EventDraft) -> bool:
    """Undated on one side or not judged counts as overlapping: the happening is found, its date is right or wrong."""
    if draft.date is None or not event.right_days:
        return True
    return any(draft.date.earliest <= last and first <= draft.date.latest for first, last in event.right_days)


def right_date(event: GoldEvent, draft: EventDraft) -> bool:
    """Whether both bounds are as annotated, or both have none."""
    if draft.date is None:
        return event.undated or not event.judges_date
    return not event.judges_date or (draft.date.earliest, draft.date.latest) in event.right_days


def right_source(event: GoldEvent, draft: EventDraft) -> bool:
    """Whether nobody is named by both, or one's name holds the other's ("army", "Sudan's army")."""
    said = (draft.attributed_to or "").casefold()
    return any(
        not said if not one else bool(said) and (one.casefold() in said or said in one.casefold())
        for one in event.sources
    )


def _precision(draft: EventDraft) -> str | None:
    return draft.date.precision if draft.date else None


def errors(reading: Read) -> Iterator[str]:
    """Each miss, invention and wrong field of an article, a line each."""
    name = reading.gold.name
    for event in reading.missed:
        yield f"{name}  missed    {event.what} ({_days(event)}): “{event.tellings[0]}”"
    for draft in reading.invented:
        yield f"{name}  invented  {draft.headline} ({_dated(draft)}): “{draft.citations[0].quote[:120]}”"
    for event, draft in reading.found:
        if not right_date(event, draft):
            yield f"{name}  date      {event.what}: {_dated(draft)}, should be {_days(event)}"
        for field_name, right, said, should in (
            ("standing", str(draft.standing) in event.standings, draft.standing, event.standings),
            ("kind", (draft.kind or "") in event.kinds, draft.kind, event.kinds),
            ("source", right_source(event, draft), draft.attributed_to, event.sources),
        ):
            if not right:
                yield f"{name}  {field_name:9} {event.what}: {said}, should be {' or '.join(should) or 'none'}"


def _days(event: GoldEvent) -> str:
    if event.undated:
        return "undated"
    return " or ".join(f"{first}..{last}" for first, last in event.right_days) or "any date"


def _dated(draft: EventDraft) -> str:
    return f"{draft.date.earliest}..{draft.date.latest}" if draft.date else "undated"


def _article_line(reading: Read) -> str:
    found, of = len(reading.found), len(reading.found) + len(reading.missed)
    return f"{reading.gold.name:34} {found:2} of {of:2}, {len(reading.invented)} invented  {reading.gold.construction}"


def _print_figures(readings: list[Read]) -> None:
    whole = tally(readings)
    for name, (right, of) in whole.counts.items():
        print(f"{name:28} {whole.figures()[name]:5.1f} %  ({right} of {of})")
    kilobytes = sum(len(reading.gold.text.encode()) for reading in readings) / 1000
    seconds = sum(reading.seconds for reading in readings)
    print(f"{len(readings)} articles, {kilobytes:.0f} KB, events at {kilobytes / seconds:,.0f} KB/s (without dates)")


if __name__ == "__main__":
    sys.exit(main())
