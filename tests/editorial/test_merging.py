"""A draft becomes another source of an event, and is split off again: what is kept, what is refused, what readers see."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import factories as make
from timeline.dates import EventDate, Part, Precision
from timeline.editorial.changes import Changes
from timeline.editorial.correcting import correct
from timeline.editorial.merging import default_note, merge, tell_apart
from timeline.editorial.refusals import Refused
from timeline.editorial.reviewing import accept, amend, reject
from timeline.editorial.splitting import split
from timeline.index import corrections
from timeline.models import Event, Merge, Proposal, Status, Timeline, Verb
from timeline.models.revisions import chain_is_whole

pytestmark = pytest.mark.django_db

DAY = date(2025, 10, 6)
NOTE = "Another source was added: The Zenda Post."


@pytest.fixture
def war() -> Timeline:
    return make.timeline()


def draft(
    war: Timeline, *, outlet: str = "The Zenda Post", text: str = "In Zenda they said it too.", **fields: Any
) -> Event:
    return make.draft(article=make.article(timeline=war, outlet=outlet, text=text), **fields)


def verbs(event: Event) -> list[str]:
    revisions = list(event.revisions.order_by("number"))
    assert chain_is_whole(revisions)
    return [revision.verb for revision in revisions]


def quotes(event: Event) -> list[tuple[int, str]]:
    return list(event.citations.order_by("position").values_list("position", "quote"))


def stood(event: Event) -> dict[str, Any]:
    return event.revisions.order_by("number").last().snapshot


def version(war: Timeline) -> int:
    return Timeline.objects.get(pk=war.pk).version


# -- merging ---------------------------------------------------------------------------------------------------------


def test_both_quotations_stand_behind_the_event_and_the_draft_keeps_its_own(war: Timeline):
    event = make.event(
        timeline=war, quote="Envoys met", article=make.article(timeline=war, text="Envoys met in Strelsau.")
    )
    other = draft(war)
    trail = [{"words": "", "rule": "told", "value": "2025-10-06"}]
    other.citations.update(trail=trail)
    merge(other, into=event, note=NOTE, by=make.user())
    assert quotes(event) == [(0, "Envoys met"), (1, "In Zenda they said it too.")]
    assert event.citations.get(position=1).trail == trail
    assert quotes(other) == [(0, "In Zenda they said it too.")]


def test_the_draft_is_put_away_with_a_pointer_and_one_revision(war: Timeline):
    event, other, editor = make.event(timeline=war), draft(war), make.user()
    merge(other, into=event, note=NOTE, by=editor)
    other.refresh_from_db()
    assert (other.status, verbs(other)) == (Status.REJECTED, [Verb.DRAFTED, Verb.REJECTED])
    assert other.revisions.last().note == f"Merged into “{event.headline}” ({event.public_id})."
    assert (other.merge.into, other.merge.by) == (event, editor)


def test_a_published_event_is_corrected_in_public_and_names_its_sources(war: Timeline):
    event, other = make.event(timeline=war), draft(war)
    before = version(war)
    merge(other, into=event, note=NOTE, by=make.user())
    assert (verbs(event), version(war)) == ([Verb.ADDED, Verb.CORRECTED], before + 1)
    [told] = corrections(event)
    assert told.note == NOTE
    assert [(change.field, change.before, change.after) for change in told.changes] == [
        (
            "Sources",
            "The Strelsau Gazette, 6 October 2025",
            "The Strelsau Gazette, 6 October 2025 · The Zenda Post, 6 October 2025",
        )
    ]


def test_another_draft_is_amended_and_readers_are_told_nothing(war: Timeline):
    first, second = draft(war, text="First."), draft(war, text="Second.")
    before = version(war)
    merge(second, into=first, by=make.user())
    assert (verbs(first), version(war)) == ([Verb.DRAFTED, Verb.AMENDED], before)
    assert first.revisions.last().note == f"Merged with “{second.headline}”."
    assert accept(first, by=make.user()).citations.count() == 2


def test_what_is_known_of_both_is_kept_and_the_events_own_words_stay(war: Timeline):
    talks = make.kind()
    event = make.event(timeline=war, headline="Envoys meet", actors=[make.actor()], places=[make.place()])
    other = draft(
        war, headline="Talks", kind=talks, actors=[make.actor(name="Zendia")], places=[make.place(name="Zenda")]
    )
    merged = merge(other, into=event, note=NOTE, by=make.user())
    assert (merged.headline, merged.kind, merged.date) == ("Envoys meet", talks, EventDate.on(DAY))
    assert sorted(actor.name for actor in merged.actors.all()) == ["Ruritania", "Zendia"]
    assert sorted(place.name for place in merged.places.all()) == ["Strelsau", "Zenda"]


def test_claims_stand_side_by_side_with_who_said_them(war: Timeline):
    twelve = {"what": "killed", "best": 12, "words": "12 people killed", "by": None}
    fifteen = {"what": "killed", "best": 15, "words": "15 dead", "by": "the mayor"}
    event = draft(war, outlet="The Strelsau Gazette", text="First.", claims=[twelve])
    merged = merge(draft(war, claims=[fifteen, twelve]), into=event, by=make.user())
    assert [(claim["words"], claim["by"]) for claim in merged.claims] == [
        ("12 people killed", "The Strelsau Gazette"),
        ("15 dead", "the mayor"),
        ("12 people killed", "The Zenda Post"),
    ]


def test_the_events_date_stays_unless_the_drafts_is_taken_over_with_the_words_that_gave_it(war: Timeline):
    month, evening = EventDate.sometime_in_month(2025, 10), EventDate(DAY, DAY, Precision.PART_OF_DAY, Part.EVENING)
    first, second = draft(war, text="First.", on=month), draft(war, text="Second.", on=month)
    assert merge(draft(war, text="Third.", on=evening), into=first, by=make.user()).date == month
    assert merge(draft(war, text="Fourth.", on=evening), into=second, takes=["date"], by=make.user()).date == evening
    assert quotes(second) == [(0, "Fourth."), (1, "Second.")]
    assert stood(second)["precision"] == "part_of_day"


def test_what_came_of_a_plan_can_take_its_standing_and_headline(war: Timeline):
    plan = make.event(timeline=war, headline="Envoys will meet", standing="planned")
    merged = merge(
        draft(war, headline="Envoys met"), into=plan, takes=["standing", "headline"], note=NOTE, by=make.user()
    )
    assert (merged.standing, merged.headline) == ("reported", "Envoys met")


def test_no_quotation_stands_twice_behind_one_event(war: Timeline):
    article = make.article(timeline=war)
    first, second = make.draft(article=article), make.draft(article=article, headline="The same sentence again")
    merge(second, into=first, by=make.user())
    assert (first.citations.count(), verbs(first)) == (1, [Verb.DRAFTED])
    assert Merge.objects.get().number is None


def test_a_merge_settles_the_proposal(war: Timeline):
    event, other = make.event(timeline=war), draft(war)
    Proposal.objects.create(earlier=event, later=other)
    merge(other, into=event, note=NOTE, by=make.user())
    assert Proposal.objects.get().status == "accepted"
    assert not Proposal.objects.live().exists()


def test_merging_what_cannot_be_merged_is_refused_and_changes_nothing(war: Timeline):
    other, editor = draft(war), make.user()
    gone, put_away = make.withdrawn(make.event(timeline=war)), draft(war, text="Away.")
    reject(put_away, by=editor)
    public = make.event(timeline=war)
    for target, says, note in (
        (other, "into itself", NOTE),
        (make.event(), "different timelines", NOTE),
        (gone, "already withdrawn", NOTE),
        (put_away, "already rejected", NOTE),
        (public, "public note", "  "),
    ):
        with pytest.raises(Refused, match=says):
            merge(other, into=target, note=note, by=editor)
    with pytest.raises(Refused, match="Unknown fields: summary"):
        merge(other, into=public, takes=["summary"], note=NOTE, by=editor)
    with pytest.raises(Refused, match="already published"):
        merge(public, into=other, by=editor)
    assert (verbs(other), verbs(public), Merge.objects.count()) == ([Verb.DRAFTED], [Verb.ADDED], 0)


def test_an_undated_draft_has_no_date_to_give(war: Timeline):
    event, other = draft(war, text="First."), draft(war, on=None)
    with pytest.raises(Refused, match="no date to take over"):
        merge(other, into=event, takes=["date"], by=make.user())
    assert quotes(event) == [(0, "First.")]


def test_telling_two_events_apart_is_remembered_by_name(war: Timeline):
    first, second, editor = draft(war, text="First."), draft(war, text="Second."), make.user()
    proposal = tell_apart(second, first, by=editor)
    assert (proposal.earlier_id, proposal.later_id, proposal.status) == (first.pk, second.pk, "declined")
    assert (proposal.decided_by, verbs(first), verbs(second)) == (editor, [Verb.DRAFTED], [Verb.DRAFTED])
    with pytest.raises(Refused, match="not two events of one timeline"):
        tell_apart(first, make.draft(), by=editor)


@pytest.mark.parametrize(
    ("outlets", "language", "says"),
    [
        (["The Post", "", "The Post"], "en", "Another source was added: The Post."),
        ([], "en", "Another source was added."),
        (["الشرق", "The Post"], "ar", "أُضيف مصدر آخر: الشرق، The Post."),
        (["הארץ", "The Post"], "he", "נוסף עוד מקור: הארץ, The Post."),
    ],
)
def test_readers_are_told_which_source_was_added(outlets: list[str], language: str, says: str):
    assert default_note(outlets, language=language) == says


# -- splitting off ---------------------------------------------------------------------------------------------------


def test_splitting_off_gives_back_all_that_the_merge_brought(war: Timeline):
    claims = [{"what": "killed", "best": 12, "words": "12 people killed", "by": None}]
    event = draft(war, text="First.", actors=[make.actor()], claims=claims, on=EventDate.sometime_in_month(2025, 10))
    before = stood(event)
    other = draft(war, kind=make.kind(), actors=[make.actor(name="Zendia")], claims=[{**claims[0], "best": 15}])
    merge(other, into=event, takes=["date", "headline", "standing"], by=make.user())
    assert stood(event) != before
    split(other, by=make.user())
    other.refresh_from_db()
    assert stood(event) == before
    assert (other.status, verbs(other)) == (Status.DRAFT, [Verb.DRAFTED, Verb.REJECTED, Verb.AMENDED])
    assert (Merge.objects.count(), Proposal.objects.get().status) == (0, "declined")


def test_splitting_off_keeps_what_an_editor_changed_meanwhile(war: Timeline):
    event, other = draft(war, text="First.", headline="Envoys meet"), draft(war, headline="Talks open")
    merge(other, into=event, takes=["headline"], by=make.user())
    amend(event, by=make.user(), changes=Changes(headline="Talks open in Strelsau"))
    split(other, by=make.user())
    event.refresh_from_db()
    assert (event.headline, quotes(event)) == ("Talks open in Strelsau", [(0, "First.")])


def test_splitting_off_a_published_event_is_told_in_public(war: Timeline):
    event, other = make.event(timeline=war), draft(war)
    merge(other, into=event, note=NOTE, by=make.user())
    with pytest.raises(Refused, match="public note"):
        split(other, by=make.user())
    before = version(war)
    split(other, note="It tells of another meeting.", by=make.user())
    assert (verbs(event)[-1], version(war)) == (Verb.CORRECTED, before + 1)
    assert [told.note for told in corrections(event)] == ["It tells of another meeting.", NOTE]


def test_what_was_quoted_before_the_merge_is_not_taken_out(war: Timeline):
    article = make.article(timeline=war)
    event, other = make.draft(article=article), make.draft(article=article)
    merge(other, into=event, by=make.user())
    split(other, by=make.user())
    assert (event.citations.count(), verbs(event)) == (1, [Verb.DRAFTED])


def test_a_withdrawn_event_stays_as_it_is_when_a_draft_is_split_off(war: Timeline):
    event, other = make.event(timeline=war), draft(war)
    merge(other, into=event, note=NOTE, by=make.user())
    make.withdrawn(event)
    split(other, by=make.user())
    assert (event.citations.count(), verbs(event)[-1]) == (2, Verb.WITHDRAWN)
    assert Event.objects.get(pk=other.pk).status == Status.DRAFT


def test_a_chain_of_merges_is_undone_from_its_end(war: Timeline):
    first, second, third = (draft(war, text=f"Number {number}.") for number in (1, 2, 3))
    merge(third, into=second, by=make.user())
    merge(second, into=first, by=make.user())
    assert [quote for _position, quote in quotes(first)] == ["Number 1.", "Number 2.", "Number 3."]
    with pytest.raises(Refused, match="split that first"):
        split(third, by=make.user())
    split(second, by=make.user())
    split(third, by=make.user())
    assert [quotes(one) for one in (first, second, third)] == [[(0, f"Number {number}.")] for number in (1, 2, 3)]


def test_splitting_off_what_was_never_merged_is_refused(war: Timeline):
    with pytest.raises(Refused, match="is not merged"):
        split(draft(war), by=make.user())


def test_a_merged_event_can_be_corrected_and_still_gives_back_its_source(war: Timeline):
    event, other = make.event(timeline=war), draft(war)
    merge(other, into=event, note=NOTE, by=make.user())
    correct(event, by=make.user(), changes=Changes(summary="They spoke."), note="More was said.")
    split(other, note="Not the same.", by=make.user())
    event.refresh_from_db()
    assert (event.summary, event.citations.count()) == ("They spoke.", 1)
