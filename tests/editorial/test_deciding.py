"""Decisions written down: which draft is meant, and what is refused."""

from __future__ import annotations

import pytest

from tests import factories as make
from timeline.editorial.deciding import changes_from, decide
from timeline.editorial.refusals import Refused
from timeline.models import Status

pytestmark = pytest.mark.django_db


def test_a_draft_is_found_by_its_words_and_accepted_with_what_was_amended():
    make.kind(), make.actor(), make.place()
    draft = make.draft()
    article = draft.citations.get().article
    amend = {"headline": "Talks open", "date": "2025-10", "part": "early", "kind": "talks", "actors": ["Ruritania"]}
    event = decide(article, {"verb": "accept", "quote": "Envoys met", "amend": amend}, by=make.user())
    assert (event.pk, event.headline, event.part, event.kind.key) == (draft.pk, "Talks open", "early", "talks")
    assert event.status == Status.PUBLISHED


def test_two_drafts_of_one_sentence_are_told_apart_by_headline():
    first = make.draft(headline="Envoys meet")
    article = first.citations.get().article
    second = make.draft(article=article, headline="A bridge is blown up")
    with pytest.raises(Refused, match="several drafts"):
        decide(article, {"verb": "accept", "quote": "Envoys met"}, by=make.user())
    event = decide(article, {"verb": "accept", "quote": "Envoys met", "headline": "bridge"}, by=make.user())
    assert event.pk == second.pk


def test_accepting_what_was_not_drafted_is_refused_and_rejecting_it_is_no_loss():
    article = make.article()
    with pytest.raises(Refused, match="no draft"):
        decide(article, {"verb": "accept", "quote": "Envoys met"}, by=make.user())
    assert decide(article, {"verb": "reject", "quote": "Envoys met"}, by=make.user()) is None


def test_a_rejection_keeps_its_reason():
    draft = make.draft()
    article = draft.citations.get().article
    event = decide(article, {"verb": "reject", "quote": "Envoys", "reason": "Not this war"}, by=make.user())
    assert (event.status, event.revisions.last().note) == (Status.REJECTED, "Not this war")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"date": "2025-13"}, "2025-13"),
        ({"actors": ["Nobody"]}, "Not in the vocabulary: Nobody"),
        ({"colour": "red"}, "Unknown fields: colour"),
    ],
)
def test_values_that_mean_nothing_are_refused(values, says):
    with pytest.raises(Refused, match=says):
        changes_from(values)


def test_another_verb_is_refused():
    with pytest.raises(Refused, match="not a decision"):
        decide(make.article(), {"verb": "publish", "quote": "Envoys"}, by=make.user())
