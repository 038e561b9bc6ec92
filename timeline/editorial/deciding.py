"""Applying decisions that were written down: which draft of an article is meant, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from timeline.dates import DateError
from timeline.dates.notation import parse_notation
from timeline.editorial.changes import Changes
from timeline.editorial.merging import merge
from timeline.editorial.refusals import Refused
from timeline.editorial.reviewing import accept, reject
from timeline.models import Actor, Article, Event, Kind, Place

DATE_KEYS = frozenset({"date", "precision", "part", "extent", "approximate", "uncertain", "zone"})
PLAIN_KEYS = frozenset({"headline", "summary", "standing", "attributed_to", "importance"})


def find_draft(
    article: Article, *, quote: str, phrase: str = "", headline: str = "", is_needed: bool = True
) -> Event | None:
    """The one draft of this article whose quotation holds these words; the date's words and a piece of the drafted
    headline narrow it where one sentence gave several.

    Raises ``Refused`` for several, and for none when it is needed.
    """
    drafts = Event.objects.drafts().filter(citations__article=article, citations__quote__contains=quote)
    if phrase:
        drafts = drafts.filter(citations__phrase=phrase)
    if headline:
        drafts = drafts.filter(headline__contains=headline)
    found = list(drafts.distinct()[:2])
    if not found and not is_needed:
        return None
    if len(found) != 1:
        problem = _("several drafts") if found else _("no draft")
        raise Refused(
            _("%(article)s: %(problem)s with “%(quote)s”, the date words “%(phrase)s” and the headline “%(headline)s”.")
            % {"article": article, "problem": problem, "quote": quote, "phrase": phrase, "headline": headline}
        )
    return found[0]


def find_target(article: Article, *, quote: str) -> Event:
    """The one draft or published event of the article's timeline, not its own, whose quotation holds these words.

    Raises ``Refused`` for none and for several.
    """
    events = Event.objects.in_timeline(article.timeline).open_to_sources().filter(citations__quote__contains=quote)
    found = list(events.exclude(citations__article=article).distinct()[:2])
    if len(found) != 1:
        problem = _("several events") if found else _("no event")
        raise Refused(_("%(problem)s with “%(quote)s” to merge into.") % {"problem": problem, "quote": quote})
    return found[0]


def decide(article: Article, decision: Mapping[str, Any], *, by: AbstractBaseUser) -> Event | None:
    """Accept, merge or reject one draft as a ``[[decision]]`` of a seed says; a rejected draft that the engine no
    longer makes is no loss. Raises ``Refused``."""
    verb = decision["verb"]
    if verb not in ("accept", "merge", "reject"):
        raise Refused(_("“%(verb)s” is not a decision: use accept, merge or reject.") % {"verb": verb})
    where = {key: decision[key] for key in ("phrase", "headline") if key in decision}
    draft = find_draft(article, quote=decision["quote"], is_needed=verb != "reject", **where)
    if draft is None:
        return None
    if verb == "merge":
        return merge(draft, into=find_target(article, quote=decision["into"]), note=decision.get("note", ""), by=by)
    if verb == "reject":
        return reject(draft, by=by, reason=decision.get("reason", ""))
    return accept(draft, by=by, changes=changes_from(decision.get("amend", {})))


def changes_from(values: Mapping[str, Any]) -> Changes:
    """Plain values as :class:`Changes`: notation for the date, keys and names for terms. Raises ``Refused``."""
    given: dict[str, Any] = {key: values[key] for key in PLAIN_KEYS if key in values}
    if "date" in values:
        given["date"] = _date(values)
    if "kind" in values:
        given["kind"] = Kind.objects.get_by_natural_key(values["kind"])
    for key, model in (("actors", Actor), ("places", Place)):
        if key in values:
            given[key] = _terms(model, values[key])
    if unknown := set(values) - set(given) - DATE_KEYS:
        raise Refused(_("Unknown fields: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    return Changes(**given)


def _date(values: Mapping[str, Any]) -> Any:
    try:
        return parse_notation(values["date"], **{key: values[key] for key in DATE_KEYS - {"date"} if key in values})
    except DateError as error:
        raise Refused(str(error)) from error


def _terms(model: type[Actor] | type[Place], names: list[str]) -> list[Any]:
    rows = model.called(names)
    if missing := set(names) - {row.name for row in rows}:
        raise Refused(_("Not in the vocabulary: %(names)s.") % {"names": ", ".join(sorted(missing))})
    return rows
