"""A text or Markdown file, with or without front matter, read into what an article needs.

The text is exactly what offsets count (vocabulary.md): UTF-8 decoded, BOM and front matter removed, CRLF → LF,
nothing else. Front matter is a YAML mapping between two lines of three hyphens, of which we know
``title``, ``outlet``, ``published`` (YYYY-MM-DD), ``url``, ``language`` and ``licence``.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import yaml

BYTES_LIMIT = 4_000_000
"""Bytes of one file: a text of a million characters takes at most four each."""

KNOWN_KEYS = frozenset({"title", "outlet", "published", "url", "language", "licence"})
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class RefusedFile(ValueError):
    """The file cannot be an article; the message says what is wrong and, where there is one, in which line."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """An article's text and what its front matter says of it; missing values are empty or None."""

    text: str
    title: str = ""
    outlet: str = ""
    published_on: datetime.date | None = None
    url: str = ""
    language: str = ""
    licence_note: str = ""


def read_text_file(data: bytes) -> TextFile:
    """Read one file's bytes. Raises :class:`RefusedFile`, and nothing else, for whatever is not an article."""
    whole = decode(data)
    front, text = split_front_matter(whole)
    if not text.strip():
        raise RefusedFile("the file is empty")
    values = _values(front)
    return TextFile(
        text=text,
        title=values.get("title", ""),
        outlet=values.get("outlet", ""),
        published_on=read_day(values["published"]) if values.get("published") else None,
        url=values.get("url", ""),
        language=values.get("language", ""),
        licence_note=values.get("licence", ""),
    )


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8, without a byte order mark, lines ended by LF. Raises :class:`RefusedFile`."""
    if len(data) > BYTES_LIMIT:
        raise RefusedFile(f"the file has {len(data):,} bytes; at most {BYTES_LIMIT:,} can be read")
    if b"\x00" in data:
        raise RefusedFile("not a text file: it contains NUL bytes")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedFile(f"not UTF-8: byte 0x{data[error.start]:02x} in line {line}") from None


def split_front_matter(whole: str) -> tuple[str, str]:
    """The front matter between its two lines of hyphens, "" without one, and the text after it."""
    match = _FRONT_MATTER.match(whole) if whole.startswith("---") else None
    return (match[1], whole[match.end() :]) if match else ("", whole)


def read_day(text: str) -> datetime.date:
    """``YYYY-MM-DD`` as a day. Raises :class:`RefusedFile` when the calendar has no such day."""
    try:
        if not _DAY.match(text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise RefusedFile(f"“{text}” is not a day of the calendar: write it as YYYY-MM-DD") from None


def _values(front: str) -> dict[str, str]:
    """The front matter's values as they were written: no YAML type is guessed, so no date is repaired."""
    try:
        values = yaml.load(front, Loader=yaml.BaseLoader) if front.strip() else {}  # noqa: S506 - makes only str, list, dict
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 2}" if mark else ""
        raise RefusedFile(f"the front matter is not YAML{place}") from None
    if not isinstance(values, dict):
        raise RefusedFile("the front matter is not a list of “name: value” lines")
    for key, value in values.items():
        if key not in KNOWN_KEYS:
            raise RefusedFile(f"the front matter has “{key}”; known are {', '.join(sorted(KNOWN_KEYS))}")
        if not isinstance(value, str):
            raise RefusedFile(f"“{key}” in the front matter must be one value")
    return {key: value.strip() for key, value in values.items()}
