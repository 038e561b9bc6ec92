"""Pasting or uploading an article: kept, read, and its drafts waiting on the review page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from tests.admin.texts import FRONT_MATTER, HEADLINES, NEWS
from timeline.models import Article, Event, Revision, Timeline

PASTE = "/admin/timeline/article/add/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def war() -> Timeline:
    return factories.timeline()


def submit(desk: Client, war: Timeline, **fields: Any) -> Any:
    return desk.post(PASTE, {"timeline": war.pk, **fields})


def upload(desk: Client, war: Timeline, data: bytes, *, name: str = "article.md", **fields: Any) -> Any:
    return submit(desk, war, upload=SimpleUploadedFile(name, data), **fields)


def errors(response: Any) -> dict[str, list[str]]:
    return {name: list(map(str, said)) for name, said in response.context["form"].errors.items()}


def test_a_pasted_article_becomes_drafts_on_its_review_page(desk: Client, war: Timeline) -> None:
    response = submit(desk, war, text=NEWS, outlet="The Strelsau Gazette", published_on="2025-10-09")
    article = Article.objects.get()
    assert response.headers["Location"] == f"/admin/timeline/article/{article.pk}/review/"
    page = desk.get(response.headers["Location"])
    assert [str(message) for message in page.context["messages"]] == ["The article is kept: 3 drafts."]
    assert [card.event.headline for card in page.context["cards"]] == HEADLINES


def test_what_the_form_says_is_kept_with_the_article(desk: Client, war: Timeline, editor: Any) -> None:
    known = {"title": "Round two", "url": "https://gazette.example/2", "licence_note": "With permission"}
    submit(desk, war, text=NEWS, outlet="The Strelsau Gazette", published_on="2025-10-09", language="ar", **known)
    article = Article.objects.get()
    assert (article.outlet.name, article.published_on, article.language) == (
        "The Strelsau Gazette",
        date(2025, 10, 9),
        "ar",
    )
    assert {name: getattr(article, name) for name in known} == known
    assert article.ingested_by == editor


def test_line_ends_of_a_browser_become_those_that_offsets_count(desk: Client, war: Timeline) -> None:
    submit(desk, war, text=NEWS.replace("\n", "\r\n"))
    assert Article.objects.get().text == NEWS


def test_each_draft_has_one_revision_by_the_editor(desk: Client, war: Timeline, editor: Any) -> None:
    submit(desk, war, text=NEWS, published_on="2025-10-09")
    assert [(row.verb, row.by) for row in Revision.objects.all()] == [("drafted", editor)] * len(HEADLINES)


def test_the_same_text_again_is_said_and_linked_and_makes_nothing(desk: Client, war: Timeline) -> None:
    submit(desk, war, text=NEWS, title="Round two")
    article, events = Article.objects.get(), Event.objects.count()
    response = submit(desk, war, text=NEWS, title="Another title")
    link = f'<a href="/admin/timeline/article/{article.pk}/review/">Round two</a>'
    assert f"This timeline has this text already: {link}. Nothing new was made." in response.content.decode()
    assert (Article.objects.count(), Event.objects.count()) == (1, events)


def test_an_outlet_of_the_same_name_is_the_same_outlet(desk: Client, war: Timeline) -> None:
    known = factories.article(outlet="The Strelsau Gazette").outlet
    submit(desk, war, text=NEWS, outlet="The Strelsau Gazette")
    assert Article.objects.get(timeline=war).outlet == known


def test_front_matter_fills_what_the_form_leaves_empty(desk: Client, war: Timeline) -> None:
    upload(desk, war, (FRONT_MATTER + NEWS).encode(), title="From the form")
    article = Article.objects.get()
    assert (article.title, article.outlet.name, article.published_on, article.url, article.licence_note) == (
        "From the form",
        "The Hentzau Post",
        date(2025, 10, 9),
        "https://hentzau.example/a",
        "Quoted with permission",
    )
    assert article.text == NEWS


def test_a_pasted_text_may_bring_its_front_matter_along(desk: Client, war: Timeline) -> None:
    submit(desk, war, text=FRONT_MATTER + NEWS)
    assert Article.objects.get().title == "From the front matter"


REFUSED_FILES = [
    ("image.txt", b"\x89PNG\x00\x01", "image.txt: not a text file: it contains NUL bytes."),
    ("latin.txt", "Caf\xe9 in Strelsau".encode("latin-1"), "latin.txt: not UTF-8: byte 0xe9 in line 1."),
    ("empty.md", b"---\ntitle: T\n---\n \n", "empty.md: the file is empty."),
    (
        "day.md",
        b"---\npublished: 2025-02-30\n---\nText.",
        "day.md: “2025-02-30” is not a day of the calendar: write it as YYYY-MM-DD.",
    ),
    ("news.pdf", b"Text.", "news.pdf: only .txt and .md files can be read."),
    ("url.md", b"---\nurl: somewhere\n---\nText.", "The front matter’s Address: Enter a valid URL."),
    (
        "long.md",
        b"---\noutlet: " + b"x" * 121 + b"\n---\nText.",
        "The front matter’s Outlet: Ensure this value has at most 120 characters (it has 121).",
    ),
    ("klingon.md", b"---\nlanguage: tlh\n---\nText.", None),
]


@pytest.mark.parametrize(("name", "data", "said"), REFUSED_FILES, ids=[row[0] for row in REFUSED_FILES])
def test_a_bad_file_is_one_clear_message_on_the_field(
    desk: Client, war: Timeline, name: str, data: bytes, said: str | None
) -> None:
    found = errors(upload(desk, war, data, name=name))
    assert list(found) == ["upload"]
    assert len(found["upload"]) == 1
    assert said in (None, found["upload"][0])
    assert Article.objects.count() == 0


REFUSED_FORMS = [
    ({}, {"text": ["Paste the text of the article, or choose a file."]}),
    ({"text": "  \n"}, {"text": ["Paste the text of the article, or choose a file."]}),
    ({"text": NEWS, "published_on": "2025-02-30"}, {"published_on": ["Enter a valid date."]}),
    ({"text": NEWS, "url": "somewhere"}, {"url": ["Enter a valid URL."]}),
    ({"text": "A\x00B"}, {"text": ["Null characters are not allowed."]}),
]


@pytest.mark.parametrize(("fields", "said"), REFUSED_FORMS, ids=["nothing", "blank", "day", "url", "nul"])
def test_what_is_wrong_with_a_form_stands_on_its_field(
    desk: Client, war: Timeline, fields: dict[str, str], said: dict[str, list[str]]
) -> None:
    assert errors(submit(desk, war, **fields)) == said
    assert Article.objects.count() == 0


def test_a_text_and_a_file_at_once_are_refused(desk: Client, war: Timeline) -> None:
    response = upload(desk, war, b"Another text.", text=NEWS)
    assert errors(response) == {"upload": ["Paste the text or choose a file, not both."]}


def test_a_text_too_long_to_read_is_refused_on_its_field(desk: Client, war: Timeline) -> None:
    response = upload(desk, war, b"x" * 1_000_001)
    assert errors(response) == {"upload": ["The article has 1000001 characters; at most 1000000 can be read at once."]}


def test_the_only_timeline_is_chosen_and_so_is_the_one_the_address_names(desk: Client, war: Timeline) -> None:
    assert desk.get(PASTE).context["form"].initial == {"timeline": war.pk}
    other = factories.timeline()
    assert desk.get(PASTE).context["form"].initial == {"timeline": None}
    assert desk.get(f"{PASTE}?timeline={other.pk}").context["form"]["timeline"].value() == str(other.pk)


def test_the_text_of_a_kept_article_cannot_be_changed(desk: Client, war: Timeline) -> None:
    article = factories.article(timeline=war, text=NEWS)
    url = f"/admin/timeline/article/{article.pk}/change/"
    version = Timeline.objects.get(pk=war.pk).version
    desk.post(url, {"title": "New title", "outlet": article.outlet.pk, "text": "Rewritten", "published_on": ""})
    kept = Article.objects.get()
    assert (kept.title, kept.text, kept.published_on) == ("New title", NEWS, article.published_on)
    assert Timeline.objects.get(pk=war.pk).version == version + 1
