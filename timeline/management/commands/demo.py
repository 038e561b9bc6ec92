"""Load the vocabulary and send the seed folders through the real pipeline, as a person's decisions say.

Doing it again changes nothing: a vocabulary that has rows is left alone, an article that is known is passed over.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from timeline.editorial.adding import add_quoted
from timeline.editorial.deciding import changes_from, decide
from timeline.editorial.ingesting import Submission, ingest
from timeline.editorial.people import DEMONSTRATION, stand_in
from timeline.editorial.refusals import Refused
from timeline.extraction.text_files import RefusedFile, TextFile
from timeline.imports.seeds import Seed, read_seed
from timeline.models import Article, Kind, Timeline

SEEDS = Path(settings.BASE_DIR) / "seeds"
IN_EVENT = frozenset({"article", "quote", "phrase"})


class Command(BaseCommand):
    help = "Load fixtures/vocabulary.json when there is none, and the demonstration timelines of seeds/."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("folders", nargs="*", type=Path, help="seed folders; default: every folder of seeds/")

    def handle(self, *args: Any, folders: list[Path], **options: Any) -> None:
        if not Kind.objects.exists():
            call_command("loaddata", str(Path(settings.BASE_DIR) / "fixtures" / "vocabulary.json"), verbosity=0)
        refusals: list[str] = []
        for folder in folders or _all_folders():
            refusals += self._sow(folder, options["verbosity"])
        if refusals:
            raise CommandError("\n".join(refusals), returncode=2)

    def _sow(self, folder: Path, verbosity: int) -> list[str]:
        """What was refused of a folder; the rest of it is kept."""
        try:
            made, refusals = sow(read_seed(folder))
        except RefusedFile as error:
            return [str(error)]
        if made and verbosity:
            self.stderr.write(f"{folder.name}: {made} articles read")
        return [f"{folder.name}: {refusal}" for refusal in refusals]


def _all_folders() -> list[Path]:
    return sorted(file.parent for file in SEEDS.glob("*/timeline.toml"))


def sow(seed: Seed) -> tuple[int, list[str]]:
    """Keep a seed's timeline and its new articles with their decisions.

    Returns how many articles were new, and what was refused; of an article with a refusal nothing is kept.
    """
    by = stand_in(DEMONSTRATION)
    timeline, _is_new = Timeline.objects.get_or_create(slug=seed.timeline["slug"], defaults=seed.timeline)
    made, refusals = 0, []
    for stem, file in seed.articles.items():
        try:
            made += _sow_article(stem, file, seed, timeline, by)
        except Refused as refusal:
            refusals.append(str(refusal))
    return made, refusals


@transaction.atomic
def _sow_article(stem: str, file: TextFile, seed: Seed, timeline: Timeline, by: AbstractBaseUser) -> bool:
    done = ingest(timeline=timeline, submission=_submission(file), by=by)
    if done.is_new:
        for decision in seed.decisions.get(stem, []):
            decide(done.article, decision, by=by)
        for event in seed.events.get(stem, []):
            _add(event, done.article, by)
    return done.is_new


def _submission(file: TextFile) -> Submission:
    return Submission(**{name: getattr(file, name) for name in TextFile.__dataclass_fields__})


def _add(event: dict[str, Any], article: Article, by: AbstractBaseUser) -> None:
    changes = changes_from({key: value for key, value in event.items() if key not in IN_EVENT})
    add_quoted(article=article, quote=event["quote"], phrase=event.get("phrase", ""), changes=changes, by=by)
