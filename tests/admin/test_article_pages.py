"""The article's page, and the page that changes its publication day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import factories
from tests.admin.conftest import staff
from tests.admin.texts import NEWS
from timeline.dates import EventDate
from timeline.editorial.changes import Changes
from timeline.editorial.ingesting import Submission, ingest
from timeline.editorial.reviewing import accept, amend
from timeline.models import Article, Citation, Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(editor: User) -> Article:
    return kept(editor, NEWS)


def kept(editor: User, text: str, *, title: str = "Bridge falls") -> Article:
    said = Submission(text=text, published_on=date(2025, 10, 9), outlet="The Strelsau Gazette", title=title)
    return ingest(timeline=factories.timeline(), submission=said, by=editor).article


def address(article: Article, name: str = "text") -> str:
    return f"/admin/timeline/article/{article.pk}/{name}/"


def bridge() -> Event:
    return Event.objects.get(headline__icontains="bridge")


# -- the text ----------------------------------------------------------------------------------------------------


def test_each_phrase_leads_to_its_trail_and_each_draft_to_its_sentence(desk: Client, article: Article) -> None:
    page = desk.get(address(article)).content.decode()
    links = set(re.findall(r'href="#([a-z]+-\d+)"', page))
    assert links == {f"{kind}-{n}" for kind in ("phrase", "trail", "draft") for n in (1, 2, 3)} | {
        "sentence-1",
        "sentence-3",
        "sentence-4",
    }
    assert links <= set(re.findall(r'id="([a-z]+-\d+)"', page))


def test_the_trail_is_told_in_words(desk: Client, article: Article) -> None:
    page = desk.get(address(article)).content.decode()
    trail = page.partition('id="trail-2"')[2].partition("</article>")[0]
    assert "evening of Wednesday 8 October 2025" in trail
    assert "Counted from Thursday 9 October 2025, the day of publication." in trail
    assert "A bridge collapsed near Zenda" in trail


def test_drafts_stand_in_the_order_of_the_text(desk: Client, editor: User, article: Article) -> None:
    factories.event(article=article, quote="The weather was mild.", headline="Weather", by=editor)
    beside = desk.get(address(article)).context["beside"]
    assert [(one.number, one.event.headline) for one in beside][1] == (2, "Weather")
    assert [one.sentence for one in beside] == [1, 2, 3, 4]


def test_a_reading_that_is_otherwise_today_is_said(desk: Client, article: Article) -> None:
    assert desk.get(address(article)).context["differing"] == 0
    old = [{"words": "late Wednesday", "rule": "weekday", "anchor": None, "anchor_from": None, "value": "2025-10-01"}]
    Citation.objects.filter(event=bridge()).update(trail=old)
    answer = desk.get(address(article))
    assert answer.context["differing"] == 1
    assert (
        "The engine reads these words otherwise today: evening of Wednesday 8 October 2025." in answer.content.decode()
    )


def test_a_draft_that_the_engine_would_not_make_today_is_said(desk: Client, article: Article) -> None:
    factories.draft(article=article, headline="Made by an older engine")
    assert [one.differs for one in desk.get(address(article)).context["beside"] if one.differs] == [
        "The engine would make no such draft of these words today."
    ]


def test_what_an_editor_changed_is_no_difference_of_the_engine(desk: Client, article: Article, editor: User) -> None:
    amend(bridge(), by=editor, changes=Changes(headline="Fallen", date=EventDate.on(date(2025, 10, 1))))
    factories.event(article=article, quote="The weather was mild.", by=editor)
    assert desk.get(address(article)).context["differing"] == 0


def test_markup_in_a_text_stays_text(desk: Client, editor: User) -> None:
    text = '<script>alert(1)</script> Talks resumed on 6 October 2025 <img src="x">.'
    page = desk.get(address(kept(editor, text, title="<b>Bold</b>"))).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>Bold" not in page


def test_who_may_not_see_drafts_or_articles_sees_no_text(client_of: Callable[..., Client], article: Article) -> None:
    for codenames in ((), ("view_article",), ("view_event",)):
        assert client_of(staff(*codenames)).get(address(article)).status_code == 403
    assert Client().get(address(article)).status_code == 302
    onlooker = client_of(staff("view_article", "view_event")).get(address(article))
    assert (onlooker.status_code, onlooker.context["may_move"]) == (200, False)
    assert "Show what would move" not in onlooker.content.decode()


def test_an_article_that_is_not_there_is_404(desk: Client) -> None:
    assert desk.get("/admin/timeline/article/999/text/").status_code == 404


def test_the_lists_of_articles_and_drafts_lead_to_it(desk: Client, article: Article) -> None:
    for page in ("/admin/timeline/article/", address(article, "review"), address(article, "change")):
        assert f'href="{address(article)}"' in desk.get(page).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_queries_for_many_drafts(
    desk: Client, editor: User, number: int, django_assert_num_queries: Any
) -> None:
    days = "\n\n".join(f"Talks resumed in Hentzau on {day} October 2025." for day in range(1, number + 1))
    article = kept(editor, days)
    assert Event.objects.count() == number
    with django_assert_num_queries(11):
        desk.get(address(article))


# -- its publication day -----------------------------------------------------------------------------------------


def asked(desk: Client, article: Article, day: str) -> Any:
    return desk.get(address(article, "day"), {"day": day})


def confirm(desk: Client, shown: Any, article: Article, **fields: str) -> Any:
    plan = shown.context["plan"]
    return desk.post(address(article, "day"), {"day": plan.day.isoformat(), "seal": plan.seal, **fields})


def test_what_would_move_is_a_table_and_nothing_moves_yet(desk: Client, article: Article) -> None:
    shown = asked(desk, article, "2025-10-16")
    assert [(row.move.event.headline, row.now, row.then, row.remark) for row in shown.context["rows"]] == [
        (
            "A bridge collapsed near Zenda",
            "evening of Wednesday 8 October 2025",
            "evening of Wednesday 15 October 2025",
            "",
        )
    ]
    article.refresh_from_db()
    assert (article.published_on, bridge().revisions.count()) == (date(2025, 10, 9), 1)


def test_confirmed_it_moves_and_says_how_many(desk: Client, article: Article) -> None:
    answer = confirm(desk, asked(desk, article, "2025-10-16"), article)
    assert (answer.status_code, answer.headers["Location"]) == (302, address(article))
    assert bridge().earliest == date(2025, 10, 15)
    page = desk.get(address(article))
    assert [str(message) for message in page.context["messages"]] == [
        "The publication day is changed, and 1 event with it."
    ]
    assert page.context["differing"] == 0


def test_the_history_says_that_a_date_is_counted_from_another_day(desk: Client, article: Article) -> None:
    confirm(desk, asked(desk, article, "2025-10-10"), article)
    newest = desk.get(f"/admin/timeline/event/{bridge().pk}/history/").context["entries"][0]
    assert [(change.field, change.before, change.after) for change in newest.differences] == [
        ("date counted from", "Thursday 9 October 2025", "Friday 10 October 2025")
    ]


def test_a_published_event_needs_the_public_note_and_keeps_what_was_typed(
    desk: Client, article: Article, editor: User
) -> None:
    accept(bridge(), by=editor)
    shown = asked(desk, article, "2025-10-16")
    assert "Public note" in shown.content.decode()
    refused = confirm(desk, shown, article, note=" ")
    assert refused.context["problem"] == (
        "Published events change: say in a public note what was wrong and what it says now."
    )
    assert bridge().earliest == date(2025, 10, 8)
    confirm(desk, refused, article, note="It was published a week later.")
    assert bridge().revisions.last().note == "It was published a week later."
    assert "It was published a week later." in Client().get(bridge().get_absolute_url()).content.decode()


def test_what_an_editor_dated_is_shown_as_left_alone(desk: Client, article: Article, editor: User) -> None:
    amend(bridge(), by=editor, changes=Changes(date=EventDate.on(date(2025, 10, 1))))
    [row] = asked(desk, article, "2025-10-16").context["rows"]
    assert (row.now, row.then, row.remark) == (
        "Wednesday 1 October 2025",
        "Wednesday 1 October 2025",
        "Dated by an editor: it is left alone.",
    )


def test_who_was_slower_is_told_and_sees_what_would_move_now(desk: Client, article: Article) -> None:
    shown = asked(desk, article, "2025-10-16")
    amend(bridge(), by=factories.user(), changes=Changes(headline="Fallen"))
    refused = confirm(desk, shown, article, note="My note")
    assert refused.context["problem"] == (
        "Somebody changed the article or its events meanwhile: see what would move now."
    )
    assert [row.move.event.headline for row in refused.context["rows"]] == ["Fallen"]
    assert refused.context["note"] == "My note"
    assert confirm(desk, refused, article).status_code == 302


def test_the_same_day_moves_nothing_and_says_so(desk: Client, article: Article) -> None:
    page = asked(desk, article, "2025-10-09").content.decode()
    assert "That is the publication day the article has already." in page
    assert 'method="post" action="/admin/timeline/article' not in page


@pytest.mark.parametrize("day", ["", "2025-13-40", "yesterday"])
def test_a_day_that_is_none_is_said_at_its_field(desk: Client, article: Article, day: str) -> None:
    answer = asked(desk, article, day)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["day"])


def test_it_takes_the_right_to_change_articles_and_events(client_of: Callable[..., Client], article: Article) -> None:
    for codenames in (("view_article", "change_article", "view_event"), ("view_article", "change_event")):
        client = client_of(staff(*codenames))
        assert asked(client, article, "2025-10-16").status_code == 403
        assert client.post(address(article, "day"), {"day": "2025-10-16"}).status_code == 403
    article.refresh_from_db()
    assert article.published_on == date(2025, 10, 9)


@pytest.mark.parametrize("number", [1, 3])
def test_the_table_asks_the_same_number_of_queries_for_many_events(
    desk: Client, editor: User, number: int, django_assert_num_queries: Any
) -> None:
    towns = ("Zenda", "Hentzau", "Strelsau")[:number]
    article = kept(editor, "\n\n".join(f"A bridge collapsed near {town} late Wednesday." for town in towns))
    with django_assert_num_queries(12):
        assert len(asked(desk, article, "2025-10-16").context["rows"]) == number
