"""Events in our own format that nobody reported: ``python bench/made_events.py 1000000 [--seed 1] > made.jsonl``.

One JSON object a line, as docs/formats.md has it ("An event"), oldest first. The same count and seed give the same
bytes on every machine. They are made to weigh what real ones do:

* 24 years (2002 to 2026) of quiet days, with forty bursts in which a day holds a hundred times as much;
* twelve kinds (the vocabulary's six and six more), forty actors and 600 places whose shares fall off as in news (the
  first of each is in many events, the last in few), sixty outlets; each event with one source of its own;
* three of four dates known to the day, the others to a part of a month, a month, a year, a span or one of some days,
  a few to the minute, some approximate, some open;
* one event in twelve in Arabic, one in twenty in Hebrew; :data:`COMMON_WORD` in the summary of every fifth event
  and nowhere else.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.dates import EventDate, Extent, Part, Precision  # noqa: E402
from timeline.dates.notation import to_notation  # noqa: E402
from timeline.dates.units import OPEN_END, unit_bounds  # noqa: E402

FIRST, LAST = date(2002, 1, 1), date(2026, 9, 30)
COMMON_WORD = "checkpoint"
COMMON_SHARE = 0.2
KINDS, ACTORS, PLACES, OUTLETS, BURSTS = 12, 40, 600, 60, 40
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_IDS = len(_ALPHABET) ** 10
_STRIDE = 377_777_777_777_771
"""Coprime to the number of ids, so that numbers one apart give ids that look drawn, each of them once."""

type Record = dict[str, Any]


def made_events(count: int, *, seed: int = 1) -> Iterator[Record]:
    """``count`` events in the order of their days, as values of the format."""
    draw = random.Random(seed)  # noqa: S311
    world = _World(draw)
    for number, offset in enumerate(sorted(draw.choices(range(len(world.weights)), world.weights, k=count))):
        yield world.event(number, FIRST + timedelta(offset))


def lines(count: int, *, seed: int = 1) -> Iterator[str]:
    """The same as lines of a file, each with its line break."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return (f"{encode(record)}\n" for record in made_events(count, seed=seed))


def public_id(number: int) -> str:
    """The id of the event with this number: ten characters, no two alike."""
    rest, letters = (number + 1) * _STRIDE % _IDS, []
    for _place in range(10):
        rest, digit = divmod(rest, len(_ALPHABET))
        letters.append(_ALPHABET[digit])
    return "".join(letters)


# -- the world they happen in ------------------------------------------------------------------------------------


class _World:
    """What is drawn once: places, outlets, how much happens on each day; and the events made of it."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.kinds = _kinds()
        self.actors = _terms("actor")[:ACTORS]
        self.places = [*_terms("place"), *_invented_places(draw, PLACES - len(_terms("place")))]
        self.outlets = [_outlet(number) for number in range(OUTLETS)]
        self.weights = _days(draw)
        self.shares = {len(rows): _falling(len(rows)) for rows in (self.kinds, self.actors, self.places, self.outlets)}

    def event(self, number: int, day: date) -> Record:
        draw = self.draw
        language = _language(draw.random())
        kind, place, outlet = self.one(self.kinds), self.one(self.places), self.one(self.outlets)
        actors = [self.one(self.actors)]
        if draw.random() < 0.5 and (other := self.one(self.actors)) is not actors[0]:
            actors.append(other)
        words = _words(draw, language, actors[0]["name"], place["name"])
        return {
            "id": public_id(number),
            "headline": words["headline"],
            "summary": words["summary"],
            "language": language,
            "date": _date(_shape(draw.random()), day),
            "standing": _standing(draw.random()),
            "attributed_to": "officials" if draw.random() < 0.1 else "",
            "kind": kind,
            "actors": actors,
            "places": [place],
            "claims": [{"words": f"{draw.randrange(2, 90)} people", "by": None}] if draw.random() < 0.15 else [],
            "importance": (1, 2, 2, 3, 3, 3, 3, 4, 4, 5)[draw.randrange(10)],
            "sources": [_source(number, day, language, words["quote"], outlet)],
        }

    def one(self, rows: Sequence[Record]) -> Record:
        """One of the rows, the first ones more often."""
        return rows[self.draw.choices(range(len(rows)), cum_weights=self.shares[len(rows)])[0]]


def _falling(count: int) -> list[float]:
    """Cumulative shares that fall as 1/n^0.8: what comes first is common, what comes last rare and not absent."""
    return list(itertools.accumulate((number + 1) ** -0.8 for number in range(count)))


def _days(draw: random.Random) -> list[float]:
    """How much happens on each day from FIRST to LAST, a quiet one being 1."""
    length = (LAST - FIRST).days + 1
    weights = [1 + 0.6 * (offset % 7 < 5) for offset in range(length)]
    for _burst in range(BURSTS):
        start, height, decay = draw.randrange(length), 20 + 100 * draw.random(), 0.8 + 0.17 * draw.random()
        for offset in range(start, min(start + 60, length)):
            weights[offset] += height * decay ** (offset - start)
    return weights


def _vocabulary(model: str) -> list[Record]:
    rows = json.loads((ROOT / "fixtures" / "vocabulary.json").read_text(encoding="utf-8"))
    return [row["fields"] for row in rows if row["model"] == f"timeline.{model}"]


def _terms(model: str) -> list[Record]:
    more = ("country", "latitude", "longitude") if model == "place" else ()
    return [
        {"key": row["key"], "name": row["names"]["en"], **{name: row[name] for name in more}}
        for row in _vocabulary(model)
    ]


def _kinds() -> list[Record]:
    more = {
        "protest": "Protests",
        "election": "Elections",
        "disaster": "Disasters",
        "economy": "Economy",
        "justice": "Courts and justice",
        "aviation": "Aviation and shipping",
    }
    known = [{"key": row["key"], "name": row["names"]["en"]} for row in _vocabulary("kind")]
    return [*known, *({"key": key, "name": name} for key, name in more.items())][:KINDS]


def _invented_places(draw: random.Random, count: int) -> list[Record]:
    heads, tails = "Bel Dor Kar Mar Nor Pel Ras Sel Tir Val Zar Osk Hal Lun".split(), "adan emar ikov oria uvel".split()
    ends = "|-on-Sea| North| South| Junction| Camp| Heights| Ford".split("|")
    names = [f"{head}{tail}{end}" for head, tail, end in itertools.product(heads, tails, ends)]
    return [
        {
            "key": name.lower().replace(" ", "-"),
            "name": name,
            "country": ("PS", "SY", "UA", "SD", "YE", "IQ")[number % 6],
            "latitude": round(draw.uniform(-50, 65), 4),
            "longitude": round(draw.uniform(-120, 150), 4),
        }
        for number, name in enumerate(names[:count])
    ]


def _outlet(number: int) -> str:
    towns = "Strelsau Zenda Hentzau Elbruck Szohod Brakovia Latvena Sylda Grenzmark Tarnow".split()
    return f"The {towns[number % 10]} {'Gazette Courier Post Herald Wire Observer'.split()[number // 10]}"


# -- dates -------------------------------------------------------------------------------------------------------


def _shape(share: float) -> str:
    """Which kind of date, by shares."""
    steps = (
        *((0.75, "day"), (0.80, "some day"), (0.85, "span"), (0.92, "month"), (0.945, "part"), (0.96, "year")),
        *((0.98, "minute"), (0.99, "about"), (0.995, "week"), (1.0, "open")),
    )
    return next(shape for until, shape in steps if share < until)


@lru_cache(maxsize=100_000)
def _date(shape: str, day: date) -> Record:
    it = _event_date(shape, day)
    return {
        "edtf": to_notation(it),
        "earliest": it.earliest.isoformat(),
        "latest": None if it.latest == OPEN_END else it.latest.isoformat(),
        "precision": it.precision.value,
        "part": it.part.value if it.part else None,
        "extent": it.extent.value,
        "approximate": it.approximate,
        "uncertain": it.uncertain,
        "time": it.time.isoformat() if it.time else None,
        "zone": it.zone,
    }


def _event_date(shape: str, day: date) -> EventDate:
    match shape:
        case "some day":
            return EventDate.one_of_days(day, day + timedelta(1 + day.day % 4))
        case "span":
            return EventDate.lasting(day, day + timedelta(1 + day.day % 20))
        case "month":
            return EventDate.sometime_in_month(day.year, day.month)
        case "part":
            return EventDate.sometime_in_month(day.year, day.month, (Part.EARLY, Part.MID, Part.LATE)[day.day % 3])
        case "year":
            return EventDate.sometime_in_year(day.year)
        case "minute":
            return EventDate.at(day, time(day.day % 24, day.month * 4), zone="Asia/Gaza")
        case "about":
            return EventDate(*unit_bounds(day, Precision.MONTH), Precision.MONTH, approximate=True)
        case "week":
            return EventDate.in_week_of(day)
        case "open":
            return EventDate(day, OPEN_END, Precision.DAYS, extent=Extent.THROUGHOUT)
    return EventDate.on(day)


# -- words -------------------------------------------------------------------------------------------------------


def _language(share: float) -> str:
    return "ar" if share < 1 / 12 else "he" if share < 1 / 12 + 1 / 20 else "en"


def _standing(share: float) -> str:
    steps = ((0.86, "reported"), (0.92, "confirmed"), (0.95, "planned"), (0.97, "disputed"), (0.99, "denied"))
    return next((standing for until, standing in steps if share < until), "conditional")


_VERBS = (
    *("reports shelling near", "opens talks in", "closes the crossing at", "sends aid to", "evacuates families from"),
    *("holds a vote in", "suspends flights over", "releases detainees in", "restores power to", "counts damage in"),
)
_SCENES = (
    "Residents spoke of hours without electricity, and the hospital asked for fuel and blood",
    "Envoys said that the second round would begin once both lists of names had been exchanged",
    "Drivers waited on the coastal road while engineers looked for a way around the broken bridge",
    "The ministry gave no figures, and two agencies named different numbers within the hour",
    "Shops stayed shut in the old town, where a crowd had gathered since the early morning",
    "Monitors counted more launches than in any week before, most of them after dark",
)
_ABROAD = {
    "ar": (
        "{actor}: لقاء جديد في {place}",
        "قال شهود إن القافلة وصلت إلى المدينة بعد ساعات من الانتظار، وإن المحادثات ستستأنف قريبا بوساطة دولية",
        "أعلنت السلطات أن الطريق إلى {place} فتحت من جديد",
    ),
    "he": (
        "{actor}: פגישה חדשה ב{place}",
        "עדים אמרו כי השיירה הגיעה לעיר אחרי שעות של המתנה, וכי השיחות יתחדשו בקרוב בתיווך בינלאומי",
        "הרשויות הודיעו כי הדרך אל {place} נפתחה מחדש",
    ),
}


def _words(draw: random.Random, language: str, actor: str, place: str) -> dict[str, str]:
    """Headline, summary and quotation in the language."""
    common = f" The {COMMON_WORD} was closed." if draw.random() < COMMON_SHARE else ""
    if language != "en":
        headline, summary, quote = (text.format(actor=actor, place=place) for text in _ABROAD[language])
        return {"headline": headline, "summary": f"{summary}.{common}", "quote": quote}
    verb, scene = _VERBS[draw.randrange(len(_VERBS))], _SCENES[draw.randrange(len(_SCENES))]
    return {
        "headline": f"{actor} {verb} {place}",
        "summary": f"{scene}; {place} had been quiet for {draw.randrange(2, 60)} days.{common}",
        "quote": f"{actor} {verb} {place}, an official said, adding that nothing more was known",
    }


def _source(number: int, day: date, language: str, quote: str, outlet: str) -> Record:
    """A quotation that no other event has; its publication day gave the date."""
    return {
        "quote": f"{quote} on {day} (dispatch {number}).",
        "is_cut": False,
        "phrase": f"on {day}",
        "outlet": outlet,
        "title": f"Dispatch {number}",
        "address": f"https://{outlet[4:].lower().replace(' ', '-')}.example/{day.year}/{number}",
        "published_on": day.isoformat(),
        "language": language,
        "licence_note": "",
    }


def main() -> None:
    """The lines, on standard output."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int, help="how many events")
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.writelines(lines(wanted.count, seed=wanted.seed))


if __name__ == "__main__":
    main()
