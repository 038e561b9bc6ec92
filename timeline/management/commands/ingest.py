"""Read articles from files, folders or standard input and draft their events."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from timeline import extraction
from timeline.editorial.ingesting import FIXTURE, Submission, current_vocabulary, ingest
from timeline.editorial.people import COMMAND_LINE, stand_in
from timeline.editorial.refusals import Refused
from timeline.extraction.drafts import as_record
from timeline.extraction.text_files import BYTES_LIMIT, RefusedFile, TextFile, read_day, read_text_file
from timeline.extraction.vocabulary import Vocabulary
from timeline.models import Timeline

SUFFIXES = (".txt", ".md")


class Command(BaseCommand):
    help = "Read articles (text, or Markdown with front matter) and draft their events for an editor to review."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("sources", nargs="+", metavar="FILE|DIR|-", help="files, folders, or - for standard input")
        parser.add_argument("--timeline", metavar="SLUG", help="where the drafts go; not needed with --dry-run")
        parser.add_argument("--published", metavar="DATE", help="publication day, YYYY-MM-DD; beats the front matter")
        parser.add_argument("--outlet", default="", metavar="NAME", help="who published; beats the front matter")
        parser.add_argument("--url", default="", help="the article's address; beats the front matter")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="print the drafts as JSON lines on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        self.options = options
        self.published_on = _day_option(options["published"])
        self.timeline = _timeline(options["timeline"], is_needed=not options["dry_run"])
        self.vocabulary = _vocabulary()
        self.by = None if options["dry_run"] else stand_in(COMMAND_LINE)
        counts = {"read": 0, "known": 0, "drafts": 0, "refused": 0}
        sources = list(_expand(options["sources"]))
        for source in tqdm(sources, unit="article", disable=None if len(sources) > 1 else True, file=sys.stderr):
            self._take(source, counts)
        self._sum_up(counts)

    def _take(self, source: str, counts: dict[str, int]) -> None:
        try:
            drafted = self._read(source)
        except (RefusedFile, Refused, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            tqdm.write(f"{source}: {reason}", file=sys.stderr)
            counts["refused"] += 1
            return
        counts["known" if drafted is None else "read"] += 1
        counts["drafts"] += drafted or 0

    def _read(self, source: str) -> int | None:
        """How many drafts the source gave; None when the timeline knows it already."""
        submission = self._submission(read_text_file(_bytes(source)))
        reading = self._reading(submission)
        if reading is None:
            return None
        if self.options["json"]:
            stem = "stdin" if source == "-" else Path(source).stem
            for draft in reading.drafts:
                tqdm.write(json.dumps(as_record(draft, document=stem), ensure_ascii=False), file=sys.stdout)
        return len(reading.drafts)

    def _reading(self, submission: Submission) -> extraction.Reading | None:
        if self.timeline and self.by:
            return ingest(timeline=self.timeline, submission=submission, by=self.by).reading
        return extraction.read(submission.text, published=submission.published_on, vocabulary=self.vocabulary)

    def _submission(self, file: TextFile) -> Submission:
        values = {name: getattr(file, name) for name in TextFile.__dataclass_fields__}
        values["published_on"] = self.published_on or file.published_on
        values["outlet"] = self.options["outlet"] or file.outlet
        values["url"] = self.options["url"] or file.url
        return Submission(**values)

    def _sum_up(self, counts: dict[str, int]) -> None:
        known = f", {counts['known']} known already" if counts["known"] else ""
        refused = f", {counts['refused']} refused" if counts["refused"] else ""
        self.stderr.write(f"{counts['read']} articles read{known}{refused}; {counts['drafts']} drafts")
        if counts["refused"]:
            raise SystemExit(2)


def _day_option(text: str | None) -> Any:
    try:
        return read_day(text) if text else None
    except RefusedFile as error:
        raise CommandError(f"--published: {error}", returncode=2) from error


def _timeline(slug: str | None, *, is_needed: bool) -> Timeline | None:
    if not slug:
        if is_needed:
            raise CommandError("say which timeline the drafts are for: --timeline SLUG, or use --dry-run", returncode=2)
        return None
    timeline = Timeline.objects.filter(slug=slug).first()
    if timeline is None:
        known = ", ".join(Timeline.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"--timeline: there is no timeline “{slug}” (known: {known})", returncode=2)
    return timeline


def _vocabulary() -> Vocabulary:
    """The editors' vocabulary; the shipped one where no database has been made."""
    try:
        vocabulary = current_vocabulary()
    except DatabaseError:
        vocabulary = Vocabulary()
    return vocabulary if vocabulary.kinds else Vocabulary.from_fixture(FIXTURE)


def _expand(sources: list[str]) -> Iterator[str]:
    for source in sources:
        if source != "-" and Path(source).is_dir():
            inside = sorted(str(file) for file in Path(source).rglob("*") if file.suffix in SUFFIXES and file.is_file())
            yield from inside or [source]
        else:
            yield source


def _bytes(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(BYTES_LIMIT + 1)
    if Path(source).is_dir():
        raise RefusedFile(f"the folder holds no {' or '.join(SUFFIXES)} file")
    with open(source, "rb") as file:
        return file.read(BYTES_LIMIT + 1)
