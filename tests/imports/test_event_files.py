"""A file of events taken in: what is stored, what is known already, what is kept of a file with bad lines."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.made_events import made_events
from tests import factories
from tests.exports.conftest import meeting, war  # noqa: F401
from tests.imports.records import DATE, as_file, least, record, source, take_in
from timeline.dates import EventDate
from timeline.editorial.people import stand_in
from timeline.editorial.redating import plan
from timeline.exports.records import records
from timeline.filtering import EventFilter
from timeline.imports import event_files, storing
from timeline.imports.event_files import Order, import_file
from timeline.imports.event_records import Refusal
from timeline.models import (
    Actor,
    Article,
    Citation,
    Event,
    Import,
    Kind,
    Outlet,
    Place,
    Revision,
    Timeline,
    Verb,
    revision_guard,
)
from timeline.models.revisions import chain_is_whole
from timeline.models.snapshots import snapshot

pytestmark = pytest.mark.django_db

NOT_KEPT = ("address", "version")
"""What a record cannot bring along: the address is of the site, and the version counts what was corrected there."""


@pytest.fixture
def target(db: None) -> Timeline:
    return factories.timeline(slug="target")


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(event_files, "CHUNK", 10)
    return


def exported(timeline: Timeline) -> list[dict[str, Any]]:
    """The timeline's events as the JSON export has them, oldest first, without what cannot be kept."""
    found = json.loads(json.dumps(list(records(timeline, EventFilter(order="oldest")))))
    return [{name: value for name, value in each.items() if name not in NOT_KEPT} for each in found]


def emptied() -> None:
    """As if this database had never held an event."""
    with revision_guard.lifted(connection):
        Revision.objects.all().delete()
    for model in (Citation, Event, Article, Kind, Actor, Place, Outlet):
        model.objects.all().delete()


# -- what is stored ----------------------------------------------------------------------------------------------


def test_a_record_becomes_a_published_event_with_its_source_and_one_revision(target: Timeline) -> None:
    outcome, refusals = take_in(record(id="abc123"), timeline=target)
    event = Event.objects.published().get(public_id="abc123")
    citation = event.citations.get()
    revision = event.revisions.get()
    assert (outcome.new, outcome.is_kept, refusals) == (1, True, [])
    assert outcome.made == {"kind": 1, "actor": 2, "place": 1, "outlet": 1}
    assert event.date == EventDate.on(date(2025, 10, 6))
    assert [event.kind.key, *(actor.key for actor in event.actors.all())] == ["talks", "graustark", "ruritania"]
    assert event.places.get().latitude == 50.5
    assert citation.article.text[citation.start : citation.end] == citation.quote
    assert citation.article.text[citation.phrase_start : citation.phrase_end] == "on 6 October 2025"
    assert citation.article.is_excerpt
    assert (revision.verb, revision.by.username, revision.snapshot) == (Verb.IMPORTED, "command-line", snapshot(event))
    assert chain_is_whole([revision])


def test_the_columns_written_are_all_that_the_tables_have() -> None:
    """A column added to a model must be added to the import, or be one that the database fills."""
    filled = {"id", "withdrawn_at"}
    tables = (
        (Event, storing.EVENT),
        (Article, storing.ARTICLE),
        (Citation, storing.CITATION),
        (Revision, storing.REVISION),
    )
    for model, written in tables:
        assert {field.column for field in model._meta.concrete_fields} - filled == set(written) - filled


def test_a_stored_event_passes_every_rule_that_its_model_has(target: Timeline) -> None:
    take_in(record(importance=5), least(date="2023-10-07/.."), timeline=target)
    for event in Event.objects.all():
        event.full_clean()
        words = event.words
        event.save()
        assert Event.objects.get(pk=event.pk).words == words
    for article in Article.objects.all():
        article.full_clean()
        digest = article.sha256
        article.save()
        assert article.sha256 == digest


def test_keys_go_on_where_an_import_ended(target: Timeline) -> None:
    before = factories.event(timeline=target)
    take_in(record(), record(), timeline=target)
    after = factories.event(timeline=target)
    first, second = Event.objects.exclude(pk__in=[before.pk, after.pk]).order_by("pk")
    assert before.pk < first.pk < second.pk < after.pk


def test_later_verbs_go_on_from_the_imported_revision(target: Timeline) -> None:
    take_in(record(id="abc123"), timeline=target)
    event = factories.corrected(Event.objects.get(public_id="abc123"))
    factories.withdrawn(event)
    revisions = list(event.revisions.order_by("number"))
    assert [revision.verb for revision in revisions] == ["imported", "corrected", "withdrawn"]
    assert chain_is_whole(revisions)


def test_a_date_that_came_with_a_file_is_not_moved_by_another_publication_day(target: Timeline) -> None:
    sent = source(quote="Envoys met in Strelsau on Monday.", phrase="on Monday")
    take_in(record(sources=[sent]), timeline=target)
    article = Article.objects.get()
    assert [move.is_done for move in plan(article, date(2025, 10, 15)).moves] in ([], [False])


def test_one_quotation_of_one_place_is_one_article_and_of_two_places_two(target: Timeline) -> None:
    here, there = source(quote="They met.", phrase=""), source(quote="They met.", phrase="", outlet="The Zenda Post")
    first, second, third = (
        record(id=f"abc{n}", sources=sources) for n, sources in enumerate([[here], [there], [there, here]])
    )
    take_in(first, second, third, timeline=target)
    articles = list(Article.objects.order_by("pk"))
    assert [article.outlet.name for article in articles] == ["The Strelsau Gazette", "The Zenda Post"]
    for citation in Citation.objects.all():
        assert citation.article.text[citation.start : citation.end] == citation.quote == "They met."
    assert exported(target) == [{"claims": first["claims"], **each} for each in exported(target)]
    for revision in Revision.objects.all():
        assert revision.snapshot == snapshot(revision.event)
        assert chain_is_whole([revision])


# -- there and back ----------------------------------------------------------------------------------------------


def test_an_export_taken_into_an_empty_database_exports_the_same(meeting: Event) -> None:  # noqa: F811
    told = meeting.timeline
    factories.event(timeline=told, on=EventDate.sometime_in_month(2025, 10), headline="لقاء")
    factories.event(timeline=told, on=EventDate(date(2025, 1, 1), date.max, "days", extent="throughout"))
    lines = exported(told)
    emptied()
    outcome, refusals = take_in(*lines, timeline=told)
    assert (outcome.new, refusals) == (3, [])
    assert exported(told) == lines


def test_made_events_come_back_as_they_went_in(target: Timeline) -> None:
    lines = list(made_events(300))
    outcome, refusals = take_in(*lines, timeline=target)
    assert (outcome.new, refusals) == (300, [])
    kept = {each["id"]: each for each in exported(target)}
    for line in lines:
        importance, line["places"] = line.pop("importance"), [{**it, "latitude": round(it["latitude"], 4),
            "longitude": round(it["longitude"], 4)} for it in line["places"]]  # fmt: skip
        line["actors"].sort(key=lambda actor: actor["name"])
        assert kept[line["id"]] == line
        assert Event.objects.get(public_id=line["id"]).importance == importance


def test_workers_and_one_process_store_the_same(small_chunks: None) -> None:
    lines = list(made_events(60))
    one, other = factories.timeline(), factories.timeline()
    take_in(*lines, timeline=one, keeps_ids=False)
    take_in(*lines, timeline=other, keeps_ids=False, workers=2)
    told = [[{**each, "id": ""} for each in exported(timeline)] for timeline in (one, other)]
    assert told[0] == told[1]
    assert len(told[0]) == len(lines)


# -- again -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [{"id": "abc123"}, {}], ids=["with an id", "without one"])
def test_the_same_file_again_makes_nothing(given: dict[str, str], target: Timeline) -> None:
    lines = [record(**given), least()]
    take_in(*lines, timeline=target)
    version = Timeline.objects.get(pk=target.pk).version
    outcome, refusals = take_in(*lines, timeline=target)
    assert (outcome.new, outcome.known, outcome.is_kept, refusals) == (0, 2, False, [])
    assert (Event.objects.count(), Article.objects.count(), Revision.objects.count()) == (2, 2, 2)
    assert Timeline.objects.get(pk=target.pk).version == version


def test_an_export_of_events_that_editors_made_is_known_where_it_comes_from(meeting: Event) -> None:  # noqa: F811
    long = " ".join(f"word{number}" for number in range(200))
    factories.event(timeline=meeting.timeline, article=factories.article(timeline=meeting.timeline, text=long))
    outcome, refusals = take_in(*exported(meeting.timeline), timeline=meeting.timeline)
    assert (outcome.new, outcome.known, refusals) == (0, 2, [])


def test_what_an_editor_corrected_since_stays_corrected(target: Timeline) -> None:
    line = record(id="abc123")
    take_in(line, timeline=target)
    factories.corrected(Event.objects.get(), headline="Envoys part")
    assert take_in(line, timeline=target)[0].known == 1
    assert take_in({**line, "headline": "Envoys part"}, timeline=target)[0].known == 1
    assert Event.objects.get().headline == "Envoys part"


def test_the_same_id_with_other_content_is_refused_and_says_what_changed(target: Timeline) -> None:
    line = record(id="abc123")
    take_in(line, timeline=target)
    quoted = {**line, "sources": [{**line["sources"][0], "outlet": "The Zenda Post"}]}
    for changed, names in (
        ({**line, "headline": "Other", "standing": "planned"}, "headline, standing"),
        (quoted, "sources"),
    ):
        outcome, refusals = take_in(changed, timeline=target)
        assert refusals == [Refusal(1, f"changed: the event with the id “abc123” has another {names}")]
        assert (outcome.new, outcome.refused) == (0, 1)
    assert Event.objects.get().headline == line["headline"]


def test_the_same_line_twice_in_a_file_is_one_event_and_the_same_id_twice_is_refused(target: Timeline) -> None:
    line = record(id="abc123")
    outcome, refusals = take_in(line, line, {**line, "summary": "Other."}, timeline=target, keeps_good=True)
    assert (outcome.new, outcome.known, outcome.refused) == (1, 1, 1)
    assert refusals == [Refusal(3, "line 1 has the same id and says something else")]


def test_an_id_of_another_timeline_is_refused_unless_new_ids_are_made(target: Timeline) -> None:
    line = record(id="abc123")
    take_in(line)
    assert take_in(line, timeline=target)[1] == [Refusal(1, "the id “abc123” is an event’s of another timeline")]
    outcome, _refusals = take_in(line, timeline=target, keeps_ids=False)
    assert outcome.new == 1
    assert Event.objects.exclude(public_id="abc123").get().timeline == target


# -- the vocabulary ----------------------------------------------------------------------------------------------


def test_a_known_key_keeps_what_editors_made_of_it_and_an_unknown_one_needs_a_name(target: Timeline) -> None:
    known = factories.actor(name="Ruritania")
    outcome, refusals = take_in(
        least(actors=[{"key": "ruritania", "name": "Ruritanien"}]),
        least(actors=["graustark"]),
        least(places=[{"key": "zenda", "name": "Zenda"}, "strelsau"]),
        timeline=target,
        keeps_good=True,
    )
    known.refresh_from_db()
    assert (outcome.new, known.name, known.names) == (1, "Ruritania", {"en": "Ruritania"})
    reasons = [reason for _number, reason in refusals]
    assert reasons == [
        "the actor “graustark” is not in the vocabulary, and no line has named it so far",
        "the place “strelsau” is not in the vocabulary, and no line has named it so far",
    ]


def test_two_keys_for_one_name_are_refused(target: Timeline) -> None:
    factories.actor(name="Ruritania")
    _outcome, refusals = take_in(least(actors=[{"key": "rur", "name": "Ruritania"}]), timeline=target)
    assert refusals == [Refusal(1, "the actor “rur” is not in the vocabulary, and another actor is called “Ruritania”")]


# -- good lines and bad ones -------------------------------------------------------------------------------------


def test_of_a_file_with_a_bad_line_nothing_is_kept_unless_asked(target: Timeline) -> None:
    lines = [record(), b"{", record()]
    outcome, _refusals = take_in(*lines, timeline=target)
    assert (outcome.new, outcome.refused, outcome.is_kept) == (2, 1, False)
    assert rows_left() == 0
    outcome, _refusals = take_in(*lines, timeline=target, keeps_good=True)
    assert (outcome.new, outcome.refused, outcome.is_kept, Event.objects.published().count()) == (2, 1, True, 2)


def test_a_dry_run_says_the_same_and_stores_nothing(target: Timeline) -> None:
    lines = [record(), record(date="soon"), least(id="a1"), least(id="a1")]
    dry, told = take_in(*lines, timeline=target, is_dry=True)
    assert rows_left() == Import.objects.count() == 0
    real, told_again = take_in(*lines, timeline=target, keeps_good=True)
    assert told == told_again
    assert (dry.lines, dry.new, dry.known, dry.refused, dry.made) == (
        real.lines,
        real.new,
        real.known,
        real.refused,
        real.made,
    )


def rows_left() -> int:
    models = (
        Event,
        Article,
        Citation,
        Revision,
        Outlet,
        Kind,
        Actor,
        Place,
        Event.actors.through,
        Event.places.through,
    )
    return sum(model.objects.count() for model in models)


# -- how it goes about it ----------------------------------------------------------------------------------------


def queries_of(count: int) -> int:
    lines = list(made_events(400))[:count]
    with CaptureQueriesContext(connection) as queries:
        take_in(*lines, timeline=factories.timeline(), keeps_ids=False)
    return len(queries)


def test_queries_grow_with_lists_of_lines_and_not_with_lines(target: Timeline) -> None:
    take_in(*made_events(400), timeline=target)
    assert queries_of(10) == queries_of(400)


@pytest.mark.parametrize(
    ("seconds", "sizes"), [pytest.param(0, [10] * 7 + [5], id="slow"), pytest.param(60, [10, 40, 25], id="quick")]
)
def test_a_transaction_holds_as_many_lists_as_others_can_wait_for(
    seconds: float, sizes: list[int], target: Timeline, small_chunks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    put = storing.Store.put
    monkeypatch.setattr(storing.Store, "put", lambda store, rows: (found.append(len(rows)), put(store, rows)))
    monkeypatch.setattr(event_files, "HELD", seconds)
    assert take_in(*made_events(75), timeline=target)[0].new == Event.objects.count() == 75
    assert found == sizes


def test_readers_caches_are_told_once(target: Timeline, small_chunks: None) -> None:
    take_in(*made_events(35), timeline=target)
    assert Timeline.objects.get(pk=target.pk).version == target.version + 1


def test_memory_does_not_grow_with_the_file(target: Timeline, small_chunks: None) -> None:
    records = list(made_events(200))

    def peak_of(times: int) -> int:
        lines = [{**it, "id": None, "headline": f"{it['headline']} {time}"} for time in range(times) for it in records]
        file = as_file(*lines)
        tracemalloc.start()
        import_file(file, Order(timeline=target, by=stand_in("x"), is_dry=True), refuse=print, workers=0)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    peak_of(1)
    few, many = peak_of(2), peak_of(20)
    assert many - few < 500_000  # bytes, where the longer file has four million more


def test_a_record_of_these_tests_has_every_field_of_a_date() -> None:
    assert set(DATE) == set(next(made_events(1))["date"])
