"""Static files as they are served: each page's sheet and script in one piece, compressed, under hashed names.

What lies in ``static/pages`` says by ``@import`` and ``import`` which small files a page is made of. A browser can
follow that as it is (``runserver``, the tests); it would cost a request and a wait for each. Collecting the files puts
the parts in place of the lines that name them, so that a page asks for one sheet and one script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = re.compile(r'^@import url\("(?P<path>[^"]+)"\)(?: (?P<media>[\w-]+))?;$', re.MULTILINE)
SCRIPT = re.compile(r'^import "(?P<path>[^"]+)";$', re.MULTILINE)
JOINED = re.compile(r"^(?:import|export)\b|^@import|url\(", re.MULTILINE)
"""What a part may not hold, since it would mean something else in the place it is put in."""


class PagesInOnePiece(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, after the pages have been put together."""

    def post_process(self, paths: dict[str, Any], *, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join, then hash and compress as ever.

        :param paths: name to (the storage that has it, its name there), as ``collectstatic`` gives it.
        """
        for name in [] if dry_run else sorted(paths):
            if PurePosixPath(name).parent == PurePosixPath("pages"):
                text = joined(name, lambda part: _text(*paths[part]))
                self.delete(name)
                self.save(name, ContentFile(text.encode()))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)


def _text(storage: Storage, name: str) -> str:
    with storage.open(name) as file:
        return file.read().decode()


def joined(name: str, read: Callable[[str], str]) -> str:
    """The text of a page's sheet or script with its parts in place; ``read`` gives the text of a file by its name.

    A part of a script becomes a block, so that its names stay its own; of a sheet, the rules of one ``@media`` where
    the line names a medium. A part that imports, exports or points at a file raises ValueError.
    """

    def part(found: re.Match[str]) -> str:
        path = normpath(str(PurePosixPath(name).parent / found["path"]))
        text = read(path)
        if JOINED.search(text):
            raise ValueError(f"{path}, a part of {name}, imports, exports or has an address")
        medium = found.groupdict().get("media")
        if name.endswith(".js"):
            return f"{{\n{text}}}"
        return f"@media {medium} {{\n{text}}}" if medium else text

    return (SCRIPT if name.endswith(".js") else SHEET).sub(part, read(name))
