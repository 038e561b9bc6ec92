"""An article's publication day turns out to be another: what moves, what stays, and what is written down."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import factories
from timeline.dates import EventDate, Part
from timeline.editorial.changes import Changes
from timeline.editorial.correcting import correct
from timeline.editorial.ingesting import Submission, ingest
from timeline.editorial.redating import Fate, Plan, plan, redate
from timeline.editorial.refusals import Refused
from timeline.editorial.reviewing import accept, amend, reject
from timeline.models import Article, Event, Timeline
from timeline.models.revisions import chain_is_whole

pytestmark = pytest.mark.django_db

TEXT = """Envoys from Ruritania met mediators in Strelsau on 6 October 2025.

A bridge collapsed near Zenda late Wednesday, the interior ministry said.

Talks resumed in Hentzau yesterday."""

DAY, NEXT_WEEK = date(2025, 10, 9), date(2025, 10, 16)


@pytest.fixture
def editor() -> User:
    return factories.user(username="anna")


@pytest.fixture
def article(editor: User) -> Article:
    return kept(editor)


def kept(editor: User, *, text: str = TEXT, published_on: date | None = DAY) -> Article:
    submission = Submission(text=text, published_on=published_on, outlet="The Strelsau Gazette")
    return ingest(timeline=factories.timeline(), submission=submission, by=editor).article


def about(word: str) -> Event:
    return Event.objects.get(headline__icontains=word)


def told(found: Plan) -> dict[str, tuple[Fate, EventDate | None]]:
    return {move.event.headline: (move.fate, move.then.date if move.then else None) for move in found.moves}


def verbs(event: Event) -> list[str]:
    return list(event.revisions.values_list("verb", flat=True))


def move(article: Article, day: date, editor: User, note: str = "") -> Plan:
    return redate(article=article, day=day, seal=plan(article, day).seal, note=note, by=editor)


def test_only_what_counts_from_the_publication_day_would_move(article: Article) -> None:
    assert told(plan(article, NEXT_WEEK)) == {
        about("bridge").headline: (Fate.MOVES, EventDate.in_part_of_day(date(2025, 10, 15), Part.EVENING)),
        about("talks").headline: (Fate.MOVES, EventDate.on(date(2025, 10, 15))),
    }


def test_a_plan_changes_nothing(article: Article) -> None:
    plan(article, NEXT_WEEK)
    article.refresh_from_db()
    assert (article.published_on, about("talks").date) == (DAY, EventDate.on(date(2025, 10, 8)))


def test_drafts_are_amended_with_one_revision_each_and_the_article_keeps_its_new_day(
    article: Article, editor: User
) -> None:
    move(article, NEXT_WEEK, editor)
    article.refresh_from_db()
    assert article.published_on == NEXT_WEEK
    assert about("talks").date == EventDate.on(date(2025, 10, 15))
    assert about("bridge").date == EventDate.in_part_of_day(date(2025, 10, 15), Part.EVENING)
    assert [verbs(about(word)) for word in ("talks", "bridge", "envoys")] == [
        ["drafted", "amended"],
        ["drafted", "amended"],
        ["drafted"],
    ]


def test_the_trail_is_counted_from_the_new_day_in_the_row_and_in_the_revision(article: Article, editor: User) -> None:
    move(article, NEXT_WEEK, editor)
    event = about("talks")
    [citation] = event.citations.all()
    assert [(step["anchor"], step["value"]) for step in citation.trail] == [("2025-10-16", "2025-10-15")]
    assert event.revisions.last().snapshot["citations"][0]["trail"] == citation.trail
    assert chain_is_whole(list(event.revisions.all()))


def test_a_published_event_is_corrected_with_the_public_note(article: Article, editor: User) -> None:
    accept(about("talks"), by=editor)
    version = Timeline.objects.get().version
    move(article, NEXT_WEEK, editor, note="  The article is of 16 October. ")
    last = about("talks").revisions.last()
    assert (last.verb, last.note, last.by) == ("corrected", "The article is of 16 October.", editor)
    assert Timeline.objects.get().version > version


def test_a_published_event_does_not_move_without_a_public_note(article: Article, editor: User) -> None:
    accept(about("talks"), by=editor)
    with pytest.raises(Refused, match="say in a public note"):
        move(article, NEXT_WEEK, editor, note="  ")
    article.refresh_from_db()
    assert (article.published_on, about("talks").date) == (DAY, EventDate.on(date(2025, 10, 8)))
    assert verbs(about("bridge")) == ["drafted"]


def test_what_an_editor_dated_is_left_alone(article: Article, editor: User) -> None:
    amend(about("talks"), by=editor, changes=Changes(date=EventDate.on(date(2025, 10, 1))))
    found = move(article, NEXT_WEEK, editor)
    assert told(found)[about("talks").headline][0] == Fate.BY_HAND
    assert (about("talks").date, verbs(about("talks"))) == (EventDate.on(date(2025, 10, 1)), ["drafted", "amended"])
    assert about("talks").citations.get().trail[0]["anchor"] == "2025-10-09"


def test_a_date_made_finer_by_an_editor_is_an_editors_though_its_notation_is_the_same(
    article: Article, editor: User
) -> None:
    evening = EventDate.in_part_of_day(date(2025, 10, 8), Part.MORNING)
    accept(about("bridge"), by=editor, changes=Changes(date=evening))
    assert told(plan(article, NEXT_WEEK))[about("bridge").headline][0] == Fate.BY_HAND


def test_what_an_editor_changed_but_the_date_moves_all_the_same(article: Article, editor: User) -> None:
    accept(about("talks"), by=editor, changes=Changes(headline="Talks go on"))
    correct(about("talks"), by=editor, changes=Changes(headline="Talks go on again"), note="Again.")
    move(article, NEXT_WEEK, editor, note="The article is of 16 October.")
    assert Event.objects.get(headline="Talks go on again").date == EventDate.on(date(2025, 10, 15))


def test_a_day_can_be_changed_back_and_dates_move_back(article: Article, editor: User) -> None:
    move(article, NEXT_WEEK, editor)
    article.refresh_from_db()
    move(article, DAY, editor)
    assert about("talks").date == EventDate.on(date(2025, 10, 8))
    assert verbs(about("talks")) == ["drafted", "amended", "amended"]


def test_a_date_that_stays_is_told_as_counted_from_the_new_day(article: Article, editor: User) -> None:
    found = move(article, date(2025, 10, 10), editor)
    assert told(found)[about("bridge").headline][0] == Fate.RECOUNTED
    assert about("bridge").date == EventDate.in_part_of_day(date(2025, 10, 8), Part.EVENING)
    assert about("bridge").citations.get().trail[0]["anchor"] == "2025-10-10"
    assert verbs(about("bridge")) == ["drafted", "amended"]


def test_readers_are_told_when_a_published_date_is_counted_from_another_day(article: Article, editor: User) -> None:
    accept(about("bridge"), by=editor)
    with pytest.raises(Refused, match="say in a public note"):
        move(article, date(2025, 10, 10), editor)
    move(article, date(2025, 10, 10), editor, note="The article is of 10 October.")
    public = Client().get(about("bridge").get_absolute_url()).content.decode()
    assert "The article is of 10 October." in public
    assert "Friday 10 October 2025, the day of publication" in " ".join(public.split())


def test_a_draft_that_asked_for_the_day_is_dated_by_it(editor: User) -> None:
    article = kept(editor, text="A bridge collapsed near Zenda late Wednesday, the ministry said.", published_on=None)
    assert (about("bridge").date, bool(about("bridge").asks)) == (None, True)
    move(article, DAY, editor)
    assert about("bridge").date == EventDate.in_part_of_day(date(2025, 10, 8), Part.EVENING)
    assert about("bridge").asks == ""


def test_rejected_and_withdrawn_events_are_over(article: Article, editor: User) -> None:
    reject(about("bridge"), by=editor)
    factories.withdrawn(accept(about("talks"), by=editor))
    assert told(plan(article, NEXT_WEEK)) == {}


def test_an_event_added_by_hand_is_left_alone(article: Article, editor: User) -> None:
    added = factories.event(article=article, quote="Talks resumed in Hentzau yesterday.", phrase="yesterday")
    found = move(article, NEXT_WEEK, editor)
    fates = {move.event.pk: move.fate for move in found.moves}
    assert fates[added.pk] == Fate.BY_HAND
    assert verbs(added) == ["added"]


def test_who_was_slower_is_refused_and_nothing_moves(article: Article, editor: User) -> None:
    seal = plan(article, NEXT_WEEK).seal
    amend(about("talks"), by=factories.user(), changes=Changes(headline="Talks go on"))
    with pytest.raises(Refused, match="Somebody changed"):
        redate(article=article, day=NEXT_WEEK, seal=seal, by=editor)
    article.refresh_from_db()
    assert (article.published_on, verbs(about("bridge"))) == (DAY, ["drafted"])


def test_a_plan_for_one_day_does_not_confirm_another(article: Article, editor: User) -> None:
    with pytest.raises(Refused, match="Somebody changed"):
        redate(article=article, day=date(2025, 10, 23), seal=plan(article, NEXT_WEEK).seal, by=editor)


def test_an_article_redated_meanwhile_is_not_redated_twice(article: Article, editor: User) -> None:
    stale = Article.objects.get(pk=article.pk)
    seal = plan(stale, NEXT_WEEK).seal
    move(article, date(2025, 10, 23), editor)
    with pytest.raises(Refused, match="Somebody changed"):
        redate(article=stale, day=NEXT_WEEK, seal=seal, by=editor)


def test_the_day_the_article_has_already_is_refused(article: Article, editor: User) -> None:
    with pytest.raises(Refused, match="already"):
        move(article, DAY, editor)


def test_the_day_changes_also_when_nothing_counts_from_it(editor: User) -> None:
    article = kept(editor, text="Talks resumed in Hentzau on 14 October 2025.")
    found = move(article, NEXT_WEEK, editor)
    article.refresh_from_db()
    assert (found.moves, article.published_on) == ((), NEXT_WEEK)
