"""How a date was read, one step a line: which words, by which rule, counted from what, giving what.

The trail is kept with every citation and shown to editors and readers, so that a date can be checked by
someone who was not there. Its last step's value is the date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One step from words to a date.

    ``words`` are quoted from the text; ``rule`` is the rule's stable name in kebab-case ("weekday-before-anchor");
    ``anchor`` is the notation of the date it was counted from, ``anchor_from`` where that came from in plain
    words ("publication", "the date before it: “October 7, 2023”"), both null when nothing was counted;
    ``value`` is the result in EDTF notation, empty when the step gave none.
    """

    words: str
    rule: str
    anchor: str | None = None
    anchor_from: str | None = None
    value: str = ""


type Trail = tuple[TrailStep, ...]


def as_records(trail: Iterable[TrailStep]) -> list[dict[str, Any]]:
    """The trail as JSON-ready dictionaries with exactly the five keys of the vocabulary."""
    return [asdict(step) for step in trail]


def from_records(records: Iterable[Mapping[str, Any]]) -> Trail:
    """The reverse of :func:`as_records`. Raises ``TypeError`` on unknown keys."""
    return tuple(TrailStep(**record) for record in records)
