"""A place in a timeline, as a short ASCII text that can stand in an address."""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass
from datetime import date
from typing import Self

from timeline.models import Event

PACKED = struct.Struct(">IIQ")
LENGTH = 22
"""Characters of a cursor: 16 bytes in URL-safe base64 (RFC 4648, section 5) without its padding."""

LARGEST_KEY = 2**63 - 1


class CursorError(ValueError):
    """The text is no cursor: it was cut, changed or made up."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A key of the order of reading, (earliest, latest, id). What comes next lies past it; no event need stand on it,
    so that a page goes on rightly after the event it ended with was withdrawn."""

    earliest: date
    latest: date
    pk: int

    @classmethod
    def at(cls, event: Event) -> Self:
        """The place of a dated event."""
        if event.earliest is None or event.latest is None:
            raise ValueError("an undated event has no place in the order of reading")
        return cls(event.earliest, event.latest, event.pk)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The cursor that :meth:`__str__` wrote. Raises :class:`CursorError` on anything else, and nothing else."""
        if len(text) != LENGTH or not text.isascii():
            raise CursorError("a cursor has 22 ASCII characters")
        try:
            packed = base64.urlsafe_b64decode(f"{text}==")
            earliest, latest, pk = PACKED.unpack(packed)
            cursor = cls(date.fromordinal(earliest), date.fromordinal(latest), pk)
        except (binascii.Error, struct.error, ValueError, OverflowError) as error:
            raise CursorError("not a place in a timeline") from error
        if pk > LARGEST_KEY or str(cursor) != text:
            raise CursorError("not a place in a timeline")
        return cursor

    @classmethod
    def before_day(cls, day: date, *, newest_first: bool) -> Self:
        """The place that a list goes on from with what begins on a day: behind all later days where the newest come
        first, else behind all earlier ones."""
        return cls(day, date.max, LARGEST_KEY) if newest_first else cls(day, date.min, 0)

    def __str__(self) -> str:
        packed = PACKED.pack(self.earliest.toordinal(), self.latest.toordinal(), self.pk)
        return base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")

    @property
    def key(self) -> tuple[date, date, int]:
        return self.earliest, self.latest, self.pk
