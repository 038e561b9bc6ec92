"""``manage.py ingest``: files in, drafts or JSON lines out; what is refused, in which words, with which exit."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories as make
from timeline.models import Article, Event, Outlet, Revision, Verb

pytestmark = pytest.mark.django_db

TEXT = """---
title: Bridge reopens
outlet: The Strelsau Gazette
published: 2025-10-06
---
Ruritania's army reopened the bridge at Zenda on Sunday after three weeks of fighting.
Two days earlier, on 3 October 2025, shelling killed at least 12 people in Strelsau, the interior ministry said.
"""
RECORD_KEYS = set(
    "id headline date earliest latest precision part extent approximate uncertain standing attributed_to kind actors "
    "places quote start end phrase citations claims trail asks".split()
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


def run(*arguments: object, **options: object) -> str:
    errors = io.StringIO()
    call_command("ingest", *map(str, arguments), stderr=errors, **options)
    return errors.getvalue()


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_an_article_becomes_drafts_with_outlet_day_and_one_revision_each(article):
    timeline = make.timeline()
    summary = run(article, timeline=timeline.slug)
    kept, drafts = Article.objects.get(), list(Event.objects.drafts())
    assert (kept.title, kept.outlet, str(kept.published_on)) == ("Bridge reopens", Outlet.objects.get(), "2025-10-06")
    assert {str(draft.earliest) for draft in drafts} >= {"2025-10-05", "2025-10-03"}
    assert list(Revision.objects.values_list("verb", flat=True)) == [Verb.DRAFTED] * len(drafts)
    assert summary == f"1 articles read; {len(drafts)} drafts\n"


def test_every_quotation_slices_back_from_the_kept_text(article):
    run(article, timeline=make.timeline().slug)
    for event in Event.objects.all():
        for citation in event.citations.all():
            text = citation.article.text
            assert text[citation.start : citation.end] == citation.quote
            assert not citation.phrase or text[citation.phrase_start : citation.phrase_end] == citation.phrase


def test_the_same_article_again_makes_nothing_new(article):
    timeline = make.timeline()
    run(article, timeline=timeline.slug)
    before = Event.objects.count()
    assert run(article, timeline=timeline.slug) == "0 articles read, 1 known already; 0 drafts\n"
    assert (Article.objects.count(), Event.objects.count()) == (1, before)


def test_a_dry_run_prints_draft_records_and_stores_nothing(article, capsys):
    run(article, dry_run=True, json=True)
    records = lines(capsys.readouterr().out)
    assert {record["id"] for record in records} == {"bridge"}
    assert [set(record) for record in records] == [RECORD_KEYS] * len(records)
    assert "2025-10-03" in {record["date"] for record in records}
    assert (Article.objects.count(), Event.objects.count()) == (0, 0)


def test_the_command_lines_day_beats_the_front_matter(article, capsys):
    run(article, dry_run=True, json=True, published="2025-10-13")
    assert "2025-10-12" in {record["date"] for record in lines(capsys.readouterr().out)}


def test_standard_input_is_an_article(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    run("-", dry_run=True, json=True)
    assert {record["id"] for record in lines(capsys.readouterr().out)} == {"stdin"}


def test_a_folder_is_read_whole_and_in_order(article, capsys):
    (article.parent / "inner").mkdir()
    (article.parent / "inner" / "late.txt").write_text("The army left Zenda on 9 October 2025.")
    (article.parent / "picture.png").write_bytes(b"\x89PNG\x00")
    summary = run(article.parent, dry_run=True, json=True)
    assert [*dict.fromkeys(record["id"] for record in lines(capsys.readouterr().out))] == ["bridge", "late"]
    assert summary.startswith("2 articles read; ")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"\x00\x01", "not a text file: it contains NUL bytes"),
        (b"Caf\xe9", "not UTF-8: byte 0xe9 in line 1"),
        (b"---\npublished: 2025-13-01\n---\nX.", "“2025-13-01” is not a day of the calendar: write it as YYYY-MM-DD"),
    ],
)
def test_a_bad_file_is_one_line_and_exit_2_and_the_others_go_on(article, data, says, capsys):
    bad, timeline = article.parent / "bad.txt", make.timeline()
    bad.write_bytes(data)
    errors = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("ingest", str(bad), str(article), timeline=timeline.slug, stderr=errors)
    assert stopped.value.code == 2
    assert capsys.readouterr().err == f"{bad}: {says}\n"
    assert errors.getvalue().startswith("1 articles read, 1 refused; ")
    assert [kept.title for kept in Article.objects.all()] == ["Bridge reopens"]


def test_a_missing_file_is_one_line(tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(tmp_path / "none.txt", dry_run=True)
    assert capsys.readouterr().err == f"{tmp_path / 'none.txt'}: No such file or directory\n"


def test_a_folder_without_articles_says_so(tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(tmp_path, dry_run=True)
    assert capsys.readouterr().err == f"{tmp_path}: the folder holds no .txt or .md file\n"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"timeline": "nowhere"}, "--timeline: there is no timeline “nowhere” (known: a-war)"),
        ({}, "say which timeline the drafts are for"),
        ({"timeline": "a-war", "published": "2025-02-30"}, "--published: “2025-02-30” is not a day of the calendar"),
    ],
)
def test_a_bad_option_is_one_line_and_exit_2(article, options, says):
    make.timeline(slug="a-war")
    with pytest.raises(CommandError) as refused:
        run(article, **options)
    assert refused.value.returncode == 2
    assert str(refused.value).startswith(says)
    assert Article.objects.count() == 0


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "//example.org/a"])
def test_an_address_that_is_not_of_the_web_is_refused(article, url, capsys):
    with pytest.raises(SystemExit):
        run(article, timeline=make.timeline().slug, url=url)
    assert "http" in capsys.readouterr().err
    assert Article.objects.count() == 0
