"""A file's bytes -> what the engine reads: a text with its name and its publication day.

A file is a text as :mod:`timeline.extraction.text_files` reads it, or a JSON document ``{"id", "dct", "text"}`` as gold
corpora have it, whose offsets count its ``text`` as it is; ``published`` does for ``dct``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from timeline.extraction.text_files import RefusedFile, decode, read_day, read_text_file

SUFFIXES = (".txt", ".md", ".json")
"""Files of a folder that are read."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read: ``id`` is its own or its file's stem, ``published`` None when nothing tells its day."""

    id: str
    text: str
    published: date | None


def read_document(data: bytes, source: str) -> Document:
    """A file's bytes as a document. Raises :class:`RefusedFile`, and nothing else, for what is none.

    What is named ``.json`` is JSON; standard input is when it is an object that has a text.
    """
    stem = "stdin" if source == STDIN else Path(source).stem
    if Path(source).suffix == ".json":
        return _from_json(_parsed(decode(data)), stem)
    if source == STDIN and data.lstrip()[:1] == b"{" and (found := _object_with_text(data)):
        return _from_json(found, stem)
    file = read_text_file(data)
    return Document(stem, file.text, file.published_on)


def files_of(sources: Iterable[str]) -> Iterator[str]:
    """The files named, folders replaced by their files in order; a folder without any stays, to be refused by name."""
    for source in sources:
        if source != STDIN and Path(source).is_dir():
            inside = sorted(str(file) for file in Path(source).rglob("*") if file.suffix in SUFFIXES and file.is_file())
            yield from inside or [source]
        else:
            yield source


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RefusedFile(f"not JSON: {error.msg} in line {error.lineno}") from None
    except (RecursionError, ValueError):
        raise RefusedFile("not JSON that can be read") from None


def _object_with_text(data: bytes) -> dict[str, Any] | None:
    try:
        found = _parsed(decode(data))
    except RefusedFile:
        return None
    return found if isinstance(found, dict) and "text" in found else None


def _from_json(found: Any, stem: str) -> Document:
    text = found.get("text") if isinstance(found, dict) else None
    if not isinstance(text, str):
        raise RefusedFile("the JSON is no document: it has no “text”")
    if not text.strip():
        raise RefusedFile("the document’s text is empty")
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise RefusedFile("the document’s text has half a character (a lone surrogate)")
    day = found.get("dct") or found.get("published")
    return Document(str(found.get("id") or stem), text, read_day(str(day)[:10]) if day else None)
