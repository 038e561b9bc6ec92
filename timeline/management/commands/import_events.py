"""Take in events from a file in our own format, all at once or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, BinaryIO, TextIO

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from timeline.editorial.people import COMMAND_LINE, stand_in
from timeline.extraction.text_files import RefusedFile
from timeline.imports.batches import Busy, Lost, sweep_dead
from timeline.imports.event_files import Order, Outcome, import_file
from timeline.imports.event_records import Refusal
from timeline.imports.lines import opened
from timeline.models import Timeline

REASONS_SHOWN = 20


class Command(BaseCommand):
    help = "Take in events from JSON lines (docs/formats.md). Readers see none of them until all are there."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "file", nargs="?", metavar="FILE|-", help="JSON lines, gzipped or not; - for standard input"
        )
        parser.add_argument("--timeline", metavar="SLUG", help="where the events go")
        parser.add_argument("--dry-run", action="store_true", help="check everything, store nothing")
        parser.add_argument("--keep-good", action="store_true", help="keep the good lines where others are refused")
        parser.add_argument("--new-ids", action="store_true", help="pass over the ids in the file and make others")
        parser.add_argument("--by", metavar="NAME", help="who takes them in; default: the command line")
        parser.add_argument("--refused", metavar="FILE", help="write every refused line’s number and reason there")
        parser.add_argument("--progress", action="store_true", help="show progress where there is no terminal, too")
        parser.add_argument("--sweep", action="store_true", help="only delete what interrupted imports have left")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["sweep"]:
            self.stderr.write(f"{sweep_dead()} interrupted imports swept")
            return
        if not options["file"]:
            raise CommandError("say which file: FILE, or - for standard input", returncode=2)
        timeline = _timeline(options["timeline"])
        order = Order(
            timeline=timeline,
            by=_person(options["by"]),
            file_name=os.path.basename(options["file"]),
            keeps_good=options["keep_good"],
            keeps_ids=not options["new_ids"],
            is_dry=options["dry_run"],
        )
        try:
            outcome = self._run(options, order)
        except (RefusedFile, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise CommandError(f"{options['file']}: {reason}; nothing was kept", returncode=2) from error
        except Busy as error:
            raise CommandError(f"another import into “{timeline.slug}” is running", returncode=2) from error
        except Lost as error:
            raise CommandError("this import was taken for dead and swept; nothing was kept", returncode=2) from error
        self._sum_up(outcome, order)

    def _run(self, options: dict[str, Any], order: Order) -> Outcome:
        with ExitStack() as stack:
            file = stack.enter_context(opened(options["file"]))
            reasons = _Reasons(stack.enter_context(open(options["refused"], "w")) if options["refused"] else None)
            progress = stack.enter_context(_progress(file, is_asked=options["progress"]))
            outcome = import_file(file, order, refuse=reasons.tell, progress=progress)
        if reasons.more:
            self.stderr.write(f"and {reasons.more} more")
        return outcome

    def _sum_up(self, outcome: Outcome, order: Order) -> None:
        known = f", {outcome.known} known already" if outcome.known else ""
        refused = f", {outcome.refused} refused" if outcome.refused else ""
        made = "".join(f", {count} new {what}{'s' * (count > 1)}" for what, count in outcome.made.items())
        self.stderr.write(f"{outcome.lines} lines read: {outcome.new} new events{known}{refused}{made}")
        if not outcome.is_kept:
            self.stderr.write("nothing was stored: a dry run" if order.is_dry else "nothing was stored")
        if outcome.refused:
            raise SystemExit(2)


class _Reasons:
    """The first refusals on standard error, all of them in a file where one is given."""

    def __init__(self, file: TextIO | None) -> None:
        self.file, self.shown, self.more = file, 0, 0

    def tell(self, refusal: Refusal) -> None:
        said = f"line {refusal.number}: {refusal.reason}"
        if self.file:
            self.file.write(f"{said}\n")
        if self.shown < REASONS_SHOWN:
            self.shown += 1
            tqdm.write(said, file=sys.stderr)
        else:
            self.more += 1


@contextmanager
def _progress(file: BinaryIO, *, is_asked: bool) -> Iterator[Any]:
    """A bar over the bytes of the file, where it has a size, with the number of lines read so far."""
    size = os.fstat(file.fileno()).st_size or None
    with tqdm(total=size, unit="B", unit_scale=True, file=sys.stderr, disable=False if is_asked else None) as bar:

        def show(outcome: Outcome) -> None:
            bar.set_postfix_str(f"{outcome.lines} lines", refresh=False)
            bar.update(file.tell() - bar.n if file.seekable() else 0)

        yield show


def _timeline(slug: str | None) -> Timeline:
    timeline = Timeline.objects.filter(slug=slug).first() if slug else None
    if timeline is None:
        known = ", ".join(Timeline.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        asked = f"there is no timeline “{slug}”" if slug else "say which timeline"
        raise CommandError(f"--timeline: {asked} (known: {known})", returncode=2)
    return timeline


def _person(name: str | None) -> AbstractBaseUser:
    if not name:
        return stand_in(COMMAND_LINE)
    person = get_user_model().objects.filter(username=name).first()
    if person is None:
        raise CommandError(f"--by: there is no user “{name}”", returncode=2)
    return person
