"""Every verb: what it changes, who may not use it when, and its one revision."""

from __future__ import annotations

from datetime import date

import pytest

from tests import factories as make
from timeline.dates import EventDate
from timeline.editorial.adding import add_by_hand, add_quoted
from timeline.editorial.changes import Changes
from timeline.editorial.correcting import correct
from timeline.editorial.ingesting import Submission
from timeline.editorial.refusals import Refused
from timeline.editorial.reviewing import accept, amend, reject
from timeline.editorial.withdrawing import withdraw
from timeline.models import Article, Event, Revision, Status, Verb
from timeline.models.revisions import chain_is_whole

pytestmark = pytest.mark.django_db


def verbs_of(event: Event) -> list[str]:
    return [revision.verb for revision in event.revisions.order_by("number")]


def test_accepting_a_draft_publishes_it_by_name_and_moment():
    editor, draft = make.user(), make.draft()
    event = accept(draft, by=editor)
    event.refresh_from_db()
    assert (event.status, event.published_by) == (Status.PUBLISHED, editor)
    assert event.published_at is not None
    assert verbs_of(event) == [Verb.DRAFTED, Verb.ACCEPTED]


def test_accepting_with_changes_is_one_revision_that_holds_them():
    draft = make.draft()
    talks, ruritania = make.kind(), make.actor()
    accept(draft, by=make.user(), changes=Changes(headline="Talks open", kind=talks, actors=[ruritania], importance=5))
    snapshot = draft.revisions.get(verb=Verb.ACCEPTED).snapshot
    held = (snapshot["headline"], snapshot["kind"], snapshot["actors"], snapshot["importance"], snapshot["status"])
    assert held == ("Talks open", "talks", ["ruritania"], 5, "published")
    assert verbs_of(draft) == [Verb.DRAFTED, Verb.ACCEPTED]


def test_a_draft_without_a_date_cannot_be_published():
    draft = make.draft(on=None)
    with pytest.raises(Refused, match="needs a date"):
        accept(draft, by=make.user())
    draft.refresh_from_db()
    assert (draft.status, verbs_of(draft)) == (Status.DRAFT, [Verb.DRAFTED])


def test_a_draft_without_a_quotation_cannot_be_published():
    draft = make.draft()
    draft.citations.all().delete()
    with pytest.raises(Refused, match="needs a quotation"):
        accept(draft, by=make.user())


def test_amending_keeps_a_draft_and_records_only_a_difference():
    draft, editor = make.draft(), make.user()
    amend(draft, by=editor, changes=Changes(headline=draft.headline))
    assert verbs_of(draft) == [Verb.DRAFTED]
    amended = amend(draft, by=editor, changes=Changes(date=EventDate.sometime_in_month(2025, 10)))
    assert (amended.status, amended.precision, verbs_of(draft)) == ("draft", "month", [Verb.DRAFTED, Verb.AMENDED])


def test_amending_with_an_empty_headline_is_refused_and_changes_nothing():
    draft = make.draft(headline="Envoys meet")
    with pytest.raises(Refused, match="headline"):
        amend(draft, by=make.user(), changes=Changes(headline=""))
    draft.refresh_from_db()
    assert draft.headline == "Envoys meet"


def test_rejecting_keeps_the_reason_for_the_editors():
    draft = make.draft()
    reject(draft, by=make.user(), reason="Not about this war")
    draft.refresh_from_db()
    assert draft.status == Status.REJECTED
    assert draft.revisions.get(verb=Verb.REJECTED).note == "Not about this war"


@pytest.mark.parametrize("decide", [accept, reject])
def test_a_draft_decided_by_someone_else_is_refused(decide):
    draft = make.draft()
    stale = Event.objects.get(pk=draft.pk)
    accept(draft, by=make.user())
    with pytest.raises(Refused, match="already published"):
        decide(stale, by=make.user())


def test_correcting_needs_a_note_and_a_difference():
    event = make.event()
    with pytest.raises(Refused, match="public note"):
        correct(event, by=make.user(), changes=Changes(headline="Other"), note="  ")
    with pytest.raises(Refused, match="Nothing is different"):
        correct(event, by=make.user(), changes=Changes(headline=event.headline), note="Same")
    with pytest.raises(Refused, match="keeps a date"):
        correct(event, by=make.user(), changes=Changes(date=None), note="No date")
    assert verbs_of(event) == [Verb.ADDED]


def test_a_correction_is_public_and_holds_the_new_state():
    event = make.event(headline="Envoys meet in Zenda")
    correct(event, by=make.user(), changes=Changes(headline="Envoys meet in Strelsau"), note="The town was wrong.")
    told = Revision.objects.filter(event=event).public().get()
    assert (told.note, told.snapshot["headline"]) == ("The town was wrong.", "Envoys meet in Strelsau")


def test_a_draft_cannot_be_corrected_or_withdrawn():
    draft = make.draft()
    with pytest.raises(Refused):
        correct(draft, by=make.user(), changes=Changes(headline="Other"), note="Wrong")
    with pytest.raises(Refused):
        withdraw(draft, by=make.user(), note="Wrong")


def test_withdrawing_keeps_reason_and_moment():
    event = make.withdrawn(make.event(), note="The source took it back.")
    event.refresh_from_db()
    assert (event.status, event.withdrawal_note) == (Status.WITHDRAWN, "The source took it back.")
    assert event.withdrawn_at is not None
    assert verbs_of(event) == [Verb.ADDED, Verb.WITHDRAWN]


def test_withdrawing_without_a_reason_is_refused():
    with pytest.raises(Refused, match="public note"):
        withdraw(make.event(), by=make.user(), note="")


def test_an_event_added_by_hand_keeps_its_quotation_as_an_excerpt():
    timeline = make.timeline()
    source = Submission(text="The bridge fell on Monday.", outlet="The Gazette", published_on=date(2025, 10, 7))
    changes = Changes(headline="Bridge falls", date=EventDate.on(date(2025, 10, 6)))
    event = add_by_hand(timeline=timeline, source=source, phrase="on Monday", changes=changes, by=make.user())
    citation = event.citations.select_related("article__outlet").get()
    text = citation.article.text
    assert text[citation.phrase_start : citation.phrase_end] == "on Monday"
    assert (citation.article.is_excerpt, citation.article.outlet.name, event.status) == (
        True,
        "The Gazette",
        "published",
    )
    assert citation.trail[-1]["value"] == "2025-10-06"


def test_two_events_by_hand_may_share_a_quotation():
    timeline = make.timeline()
    source = Submission(text="The bridge fell and the mill burned.")
    for headline in ("Bridge falls", "Mill burns"):
        changes = Changes(headline=headline, date=EventDate.on(date(2025, 10, 6)))
        add_by_hand(timeline=timeline, source=source, changes=changes, by=make.user())
    assert (Article.objects.count(), Event.objects.published().count()) == (1, 2)


@pytest.mark.parametrize(
    ("quote", "phrase", "says"),
    [
        ("The mill fell.", "", "does not contain"),
        ("The bridge fell.", "on Monday", "does not contain"),
        ("", "", "words"),
    ],
)
def test_words_that_are_not_in_the_source_are_refused(quote, phrase, says):
    article = make.article(text="The bridge fell.")
    changes = Changes(headline="Bridge falls", date=EventDate.on(date(2025, 10, 6)))
    with pytest.raises(Refused, match=says):
        add_quoted(article=article, quote=quote, phrase=phrase, changes=changes, by=make.user())
    assert Event.objects.count() == 0


def test_what_readers_see_moves_the_version_and_what_they_do_not_see_does_not():
    timeline = make.timeline()

    def version() -> int:
        timeline.refresh_from_db()
        return timeline.version

    start, draft = version(), make.draft(timeline=timeline)
    amend(draft, by=make.user(), changes=Changes(headline="Envoys gather"))
    assert version() == start
    accept(draft, by=make.user())
    make.corrected(draft)
    make.withdrawn(draft)
    assert version() == start + 3


def test_the_chain_of_digests_shows_a_missing_or_changed_revision():
    event = make.corrected(make.event())
    whole = list(event.revisions.order_by("number"))
    assert chain_is_whole(whole)
    assert not chain_is_whole(whole[1:])
    whole[0].snapshot["headline"] = "Something else"
    assert not chain_is_whole(whole)
