"""An article's page: its whole text with every phrase explained, and its drafts beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.admin.article_days import DayForm, may_move
from timeline.admin.article_text import MarkedText, Phrase, Steps, mark, steps_of
from timeline.admin.review_pages import may_decide, may_look
from timeline.admin.wording import date_words
from timeline.dates.notation import to_notation
from timeline.editorial.ingesting import current_vocabulary
from timeline.editorial.redating import drafted_headline, events_of
from timeline.editorial.rereading import Rereading, deciding
from timeline.models import Article, Citation, Event, Status


@dataclass(frozen=True, slots=True)
class Beside:
    """An event as it stands beside the text: where it rests, and what the engine says today if that is otherwise."""

    number: int
    event: Event
    date: str
    notation: str
    steps: Steps
    sentence: int
    phrase: Phrase | None
    differs: str

    @property
    def is_public(self) -> bool:
        return self.event.status == Status.PUBLISHED


@require_safe
def text_view(request: HttpRequest, *, desk: ModelAdmin, pk: int) -> HttpResponse:
    """The article with its sentences and phrases marked as the engine reads them now."""
    if not (may_look(request) and desk.has_view_or_change_permission(request)):
        raise PermissionDenied
    article = get_object_or_404(Article.objects.settled().select_related("timeline", "outlet"), pk=pk)
    reread = Rereading(article.text, article.published_on, current_vocabulary())
    events = sorted(events_of(article), key=lambda event: (_cited(event, article).start, event.pk))
    resting = {number: _cited(event, article) for number, event in enumerate(events, start=1)}
    text = mark(article.text, reread.dates, resting)
    beside = [_beside(number, event, resting[number], text, reread) for number, event in enumerate(events, start=1)]
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": str(article),
        "article": article,
        "text": text,
        "beside": beside,
        "differing": sum(bool(one.differs) for one in beside),
        "form": DayForm(initial={"day": article.published_on}, label_suffix=""),
        "may_move": may_move(request, desk),
        "may_edit": desk.has_change_permission(request, article),
        "can_decide": may_decide(request),
    }
    return TemplateResponse(request, "admin/timeline/article/text.html", context)


def _cited(event: Event, article: Article) -> Citation:
    return next(citation for citation in event.citations.all() if citation.article_id == article.pk)


def _beside(number: int, event: Event, citation: Citation, text: MarkedText, reread: Rereading) -> Beside:
    sentence, phrase = text.where(number)
    return Beside(
        number=number,
        event=event,
        date=date_words(event.date),
        notation=to_notation(event.date) if event.date else "",
        steps=steps_of(citation.trail),
        sentence=sentence,
        phrase=phrase,
        differs=_difference(event, citation, reread) if citation == deciding(event.citations.all()) else "",
    )


def _difference(event: Event, citation: Citation, reread: Rereading) -> str:
    """How the engine reads the citation today, "" when as it is stored or when no engine ever read it."""
    drafted = event.revisions.all()[0]
    if drafted.verb != "drafted":
        return ""
    found = reread.of(citation, headline=drafted_headline(event))
    if found is None:
        return _("The engine would make no such draft of these words today.")
    if found.trail == citation.trail:
        return ""
    return _("The engine reads these words otherwise today: %(date)s.") % {"date": date_words(found.date)}
