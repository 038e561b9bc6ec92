"""A file as numbered lines: plain or gzipped, of any length, each line short enough to be looked at."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import BinaryIO, NamedTuple

from timeline.extraction.text_files import RefusedFile

LINE_LIMIT = 1_000_000
"""Bytes of one line: a hundred times a long event, and little enough to be held many times over."""

_BOM = b"\xef\xbb\xbf"
_GZIP = b"\x1f\x8b"


class Line(NamedTuple):
    """``number`` counts from 1, blank lines included; ``content`` is None where the line is longer than the limit."""

    number: int
    content: bytes | None


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file of this name, or standard input for "-". Raises ``OSError``."""
    if name == "-":
        yield sys.stdin.buffer
        return
    with open(name, "rb") as file:
        yield file


def read_lines(file: BinaryIO) -> Iterator[Line]:
    """The lines that are not blank. Raises :class:`RefusedFile` when a gzipped file is damaged or cut off."""
    plain = _plain(file)
    number = 0
    try:
        while content := plain.readline(LINE_LIMIT + 1):
            number += 1
            if number == 1:
                content = content.removeprefix(_BOM)
            if len(content) > LINE_LIMIT:
                _pass_over(plain, content)
                yield Line(number, None)
            elif not content.isspace() and content:
                yield Line(number, content)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise RefusedFile(f"the gzipped file is damaged after line {number}: {error}") from error


def chunks(lines: Iterator[Line], size: int) -> Iterator[list[Line]]:
    """The lines in lists of at most this many, and of at most a few limits' bytes."""
    while first := next(lines, None):
        chunk, held = [first], len(first.content or b"")
        for line in islice(lines, size - 1):
            chunk.append(line)
            held += len(line.content or b"")
            if held > 4 * LINE_LIMIT:
                break
        yield chunk


def _plain(file: BinaryIO) -> BinaryIO:
    """The file's content, unpacked where its first bytes are those of gzip."""
    peekable = file if hasattr(file, "peek") else io.BufferedReader(file)
    return gzip.open(peekable) if peekable.peek(2)[:2] == _GZIP else peekable


def _pass_over(file: BinaryIO, begun: bytes) -> None:
    """Read up to the end of a line that is too long, without keeping it."""
    while begun and not begun.endswith(b"\n"):
        begun = file.readline(LINE_LIMIT)
