"""From an article to drafts: the text is kept, read by the engine, and each happening becomes a draft event."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from timeline import extraction
from timeline.editorial.changes import checked
from timeline.editorial.proposing import propose
from timeline.editorial.refusals import Refused
from timeline.editorial.revising import record
from timeline.extraction.drafts import EventDraft, Quote
from timeline.extraction.trace import as_records
from timeline.extraction.vocabulary import Vocabulary
from timeline.models import Actor, Article, Citation, Event, Kind, Outlet, Place, Timeline, Verb
from timeline.models.sources import text_hash

if TYPE_CHECKING:
    from timeline.extraction import Reading

TEXT_LIMIT = 1_000_000
"""Characters of one article (docs: trust): longer texts are books, and one request must not hold a server."""

FIXTURE = Path(settings.BASE_DIR) / "fixtures" / "vocabulary.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An article as handed in: its text exactly as the offsets shall count, and what is known about it."""

    text: str
    title: str = ""
    outlet: str = ""
    published_on: datetime.date | None = None
    url: str = ""
    language: str = ""
    licence_note: str = ""


@dataclass(frozen=True, slots=True)
class Ingestion:
    """What came of a submission. ``reading`` is None when the timeline has this text already: nothing was made."""

    article: Article
    reading: Reading | None = None
    drafts: list[Event] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.reading is not None


def ingest(*, timeline: Timeline, submission: Submission, by: AbstractBaseUser) -> Ingestion:
    """Keep the article and draft its events. The same text again changes nothing. Raises ``Refused``."""
    if known := _known(timeline, submission):
        return Ingestion(known)
    # The text is read before the transaction, so that a long one does not keep other editors from writing.
    reading = extraction.read(submission.text, published=submission.published_on, vocabulary=current_vocabulary())
    try:
        done = _keep(timeline, submission, reading, by)
    except IntegrityError:
        if known := _known(timeline, submission):
            return Ingestion(known)
        raise
    # After it, for the same reason: comparing with a busy day's events takes its time, and loses nothing by being late.
    propose(done.drafts)
    return done


@transaction.atomic
def _keep(timeline: Timeline, submission: Submission, reading: Reading, by: AbstractBaseUser) -> Ingestion:
    article = keep_article(timeline=timeline, submission=submission, by=by)
    terms = _Terms()
    return Ingestion(article, reading, [_keep_draft(draft, article, terms, by) for draft in reading.drafts])


def _known(timeline: Timeline, submission: Submission) -> Article | None:
    return Article.objects.filter(timeline=timeline, sha256=text_hash(_checked(submission.text))).first()


def keep_article(
    *, timeline: Timeline, submission: Submission, by: AbstractBaseUser, is_excerpt: bool = False
) -> Article:
    """Store the article with its outlet, without reading it. Raises ``Refused`` for values that cannot stand."""
    outlet = Outlet.objects.get_or_create(name=submission.outlet)[0] if submission.outlet else None
    article = Article(
        timeline=timeline,
        outlet=outlet,
        title=submission.title,
        text=_checked(submission.text),
        published_on=submission.published_on,
        url=submission.url,
        language=submission.language or timeline.language,
        licence_note=submission.licence_note,
        is_excerpt=is_excerpt,
        ingested_by=by,
    )
    checked(article, exclude=["timeline", "outlet", "ingested_by", "sha256"])
    article.save()
    return article


def current_vocabulary() -> Vocabulary:
    """Kinds, actors and places as the editors have them now."""
    rows = [("kind", {"key": kind.key, "cues": kind.cues, "position": kind.position}) for kind in Kind.objects.all()]
    for model, term in ((Actor, "actor"), (Place, "place")):
        rows += [(term, values) for values in model.objects.order_by("pk").values()]
    return Vocabulary.from_rows(rows)


def _checked(text: str) -> str:
    if not text.strip():
        raise Refused(_("The article is empty."))
    if "\x00" in text:
        raise Refused(_("This is not a text: it contains NUL characters."))
    if len(text) > TEXT_LIMIT:
        raise Refused(
            _("The article has %(count)d characters; at most %(limit)d can be read at once.")
            % {"count": len(text), "limit": TEXT_LIMIT}
        )
    return text


class _Terms:
    """The vocabulary's rows by name, fetched once per article."""

    def __init__(self) -> None:
        self.kinds = {kind.key: kind for kind in Kind.objects.all()}
        self.actors = {actor.name: actor for actor in Actor.objects.all()}
        self.places = {place.name: place for place in Place.objects.all()}


def _keep_draft(draft: EventDraft, article: Article, terms: _Terms, by: AbstractBaseUser) -> Event:
    event = Event(
        timeline_id=article.timeline_id,
        headline=draft.headline,
        language=article.language,
        standing=str(draft.standing),
        attributed_to=draft.attributed_to or "",
        kind=terms.kinds.get(draft.kind or ""),
        claims=[dict(claim) for claim in draft.claims],
        asks=draft.asks,
    )
    event.date = draft.date
    event.save()
    event.actors.set([terms.actors[name] for name in draft.actors if name in terms.actors])
    event.places.set([terms.places[name] for name in draft.places if name in terms.places])
    trail = as_records(draft.trail)
    Citation.objects.bulk_create(
        cite(quote, event=event, article=article, position=position, trail=trail if position == 0 else [])
        for position, quote in enumerate(draft.citations)
    )
    record(event, verb=Verb.DRAFTED, by=by)
    return event


def cite(quote: Quote, *, event: Event, article: Article, position: int = 0, trail: list | None = None) -> Citation:
    """A citation, not yet saved, after checking that it slices back. Raises ``ValueError`` when it does not."""
    if article.text[quote.start : quote.end] != quote.quote:
        raise ValueError(f"the quotation at {quote.start}–{quote.end} is not what article {article.pk} says there")
    return Citation(
        event=event,
        article=article,
        position=position,
        quote=quote.quote,
        start=quote.start,
        end=quote.end,
        phrase=quote.phrase or "",
        phrase_start=quote.phrase_start,
        phrase_end=quote.phrase_end,
        trail=trail or [],
    )
