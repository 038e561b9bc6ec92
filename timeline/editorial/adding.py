"""Adding an event by hand, from a kept article or from a quotation that the editor types in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.dates.notation import to_notation
from timeline.editorial.changes import Changes, apply
from timeline.editorial.ingesting import Submission, cite, keep_article
from timeline.editorial.proposing import propose
from timeline.editorial.publishing import publish
from timeline.editorial.refusals import Refused
from timeline.editorial.revising import record
from timeline.extraction.drafts import Quote
from timeline.models import Article, Event, Timeline, Verb
from timeline.models.sources import text_hash


@transaction.atomic
def add_quoted(*, article: Article, quote: str, phrase: str = "", changes: Changes, by: AbstractBaseUser) -> Event:
    """Publish an event that rests on these words of a kept article. Raises ``Refused`` when they are not in it."""
    headline = changes.given().get("headline", "").strip()
    if not headline:
        raise Refused(_("An event needs a headline."))
    event = Event(timeline_id=article.timeline_id, language=article.language, headline=headline)
    event.save()
    apply(changes, event)
    cite(locate(quote, phrase, text=article.text), event=event, article=article, trail=_by_hand(event, phrase)).save()
    publish(event, by=by)
    record(event, verb=Verb.ADDED, by=by)
    propose([event])
    return event


@transaction.atomic
def add_by_hand(
    *, timeline: Timeline, source: Submission, phrase: str = "", changes: Changes, by: AbstractBaseUser
) -> Event:
    """Publish an event whose source is a quotation typed in: ``source.text`` is the quotation, kept as an excerpt."""
    same = Article.objects.filter(timeline=timeline, sha256=text_hash(source.text)).first()
    article = same or keep_article(timeline=timeline, submission=source, by=by, is_excerpt=True)
    return add_quoted(article=article, quote=source.text.strip(), phrase=phrase, changes=changes, by=by)


def locate(quote: str, phrase: str, *, text: str) -> Quote:
    """Where the quotation, and within it the date's words, stand in the text. Raises ``Refused``."""
    start = text.find(quote) if quote else -1
    if start < 0:
        raise Refused(_("The article does not contain the words “%(quote)s”.") % {"quote": quote})
    if not phrase:
        return Quote(quote, start, start + len(quote))
    inside = quote.find(phrase)
    if inside < 0:
        raise Refused(_("The quotation does not contain the words “%(phrase)s”.") % {"phrase": phrase})
    return Quote(quote, start, start + len(quote), phrase, start + inside, start + inside + len(phrase))


def _by_hand(event: Event, phrase: str) -> list[dict[str, str | None]]:
    value = to_notation(event.date) if event.date else ""
    return [{"words": phrase, "rule": "given-by-an-editor", "anchor": None, "anchor_from": None, "value": value}]
