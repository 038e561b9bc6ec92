"""The index while events change: by changes, merged, saved, in several processes, and after what must not be trusted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.index.conftest import Chronicle
from tests.index.held import check, going_on, process, read_through
from tests.index.random_timelines import DAYS, MOMENT, Told, choices, rows_of, told
from timeline import index
from timeline.filtering import EventFilter
from timeline.index import holding, reading, snapshots
from timeline.index.holding import current
from timeline.index.snapshots import Snapshot
from timeline.models import Actor, Article, Citation, Event, Kind, Reach, Status, Timeline
from timeline.models.searching import searchable

pytestmark = pytest.mark.django_db
answers = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
TIMELINES = st.lists(told(), min_size=1, max_size=10)
DEEDS = st.tuples(
    st.integers(0, 9),
    st.sampled_from(["withdraw", "publish", "date", "span", "words", "actor", "kind", "source"]),
    st.sampled_from(DAYS),
    st.sampled_from(["go on", "start anew", "start from what was saved", "merge", "ask in another process"]),
)


def do(pk: int, what: str, day: Any) -> None:
    """Change an event as some verb would, and say so."""
    row = Event.objects.filter(pk=pk)
    event = row.get()
    match what:
        case "withdraw" if event.status == Status.PUBLISHED:
            row.update(status=Status.WITHDRAWN, withdrawn_at=MOMENT, withdrawal_note="Wrong.")
        case "publish":
            public = {"published_at": MOMENT, "published_by": User.objects.first()}
            row.update(status=Status.PUBLISHED, withdrawn_at=None, withdrawal_note="", **public)
        case "date":
            row.update(earliest=day, latest=day, precision="day", time=None)
        case "span":
            row.update(earliest=min(DAYS[2], day), latest=max(DAYS[6], day), precision="days", time=None)
        case "words":
            row.update(headline="said Cease", words=searchable("said Cease"))
        case "actor":
            event.actors.set(Actor.objects.exclude(pk__in=event.actors.values("pk")))
        case "kind":
            row.update(kind=Kind.objects.exclude(pk=event.kind_id).first(), importance=5)
        case "source":
            article, number = Article.objects.order_by("pk").last(), event.citations.count()
            Citation.objects.create(event=event, article=article, quote="told", start=20 + number, end=24 + number)
    Timeline.objects.bump(event.timeline_id, Reach.EVENTS, events=[pk])


@answers
@given(TIMELINES, st.lists(DEEDS, min_size=1, max_size=6), choices())
def test_the_index_follows_whatever_happens(events: list[Told], deeds: list[Any], choice: EventFilter) -> None:
    with rows_of(events) as (timeline, rows), process() as mine, process() as others:
        pks = sorted(rows)
        for number, what, day, way in deeds:
            do(pks[number % len(pks)], what, day)
            if way == "start anew":
                mine.clear()
            with going_on(others if way == "ask in another process" else mine), pytest.MonkeyPatch.context() as patch:
                if way == "merge":
                    patch.setattr(holding, "MANY_CHANGES", 0)
                check(timeline, choice)
                if way == "start from what was saved":
                    snapshots.save(current(timeline).compacted().base)
                    mine.clear()
        for held in (mine, others):
            with going_on(held):
                check(timeline, EventFilter())


@pytest.fixture
def war(chronicle: Chronicle) -> Timeline:
    timeline = factories.timeline()
    chronicle(timeline, DAYS[:5], actors=[factories.actor()])
    return timeline


@pytest.fixture
def kept(war: Timeline) -> Path:
    """A saved index, and nothing held in memory."""
    path = snapshots.save(current(war).base)
    assert path is not None
    holding.forget()
    return path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The timelines of which all events are read from now on."""
    found: list[int] = []
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda pk, **more: (found.append(pk), read(pk, **more))[1])
    return found


def test_a_process_that_starts_takes_the_saved_index_and_the_changes_after_it(
    kept: Path, war: Timeline, reads: list[int]
) -> None:
    factories.withdrawn(Event.objects.earliest("pk"))
    factories.event(timeline=war, on=DAYS[6])
    check(war, EventFilter())
    assert reads == []
    assert index.count(war, EventFilter()).events == 5


def cut(path: Path, at: int) -> None:
    path.write_bytes(path.read_bytes()[:at])


def flip(path: Path, at: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize("at", [0, 5, 9, 14, 60, 700, -1, -200])
def test_a_saved_index_in_which_a_bit_is_wrong_is_read_anew(
    at: int, kept: Path, war: Timeline, reads: list[int]
) -> None:
    flip(kept, at)
    check(war, EventFilter())
    assert reads == [war.pk]


@pytest.mark.parametrize("at", [0, 7, 20, 500, -1])
def test_a_saved_index_that_was_cut_is_read_anew(at: int, kept: Path, war: Timeline, reads: list[int]) -> None:
    cut(kept, at)
    check(war, EventFilter())
    assert reads == [war.pk]


def test_a_saved_index_of_another_format_is_read_anew(
    kept: Path, war: Timeline, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "FORMAT", "dateline index 0")
    check(war, EventFilter())
    assert reads == [war.pk]


def test_a_saved_index_of_a_timeline_that_had_the_key_before_is_no_ones(
    kept: Path, war: Timeline, reads: list[int]
) -> None:
    Timeline.objects.filter(pk=war.pk).update(created_at=MOMENT)
    check(war, EventFilter())
    assert reads == [war.pk]


def test_a_disk_that_refuses_keeps_nobody_from_reading(war: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = Path(django_settings.INDEX_DIR).with_suffix(".file")
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("no folder")
    monkeypatch.setattr(django_settings, "INDEX_DIR", blocked)
    assert snapshots.save(current(war).base) is None
    check(war, EventFilter())


def test_a_version_that_was_moved_by_other_means_is_read_anew(war: Timeline, reads: list[int]) -> None:
    check(war, EventFilter())
    reads.clear()
    Event.objects.filter(timeline=war).update(standing="denied")
    Timeline.objects.filter(pk=war.pk).update(version=war.version + 7)
    check(war, EventFilter())
    assert reads == [war.pk]


def test_everything_is_read_anew_when_anything_may_have_changed(war: Timeline, reads: list[int]) -> None:
    check(war, EventFilter())
    reads.clear()
    Event.objects.filter(timeline=war).update(standing="denied")
    Timeline.objects.bump(war.pk)
    check(war, EventFilter())
    assert reads == [war.pk]


def test_what_a_transaction_took_back_is_forgotten(war: Timeline) -> None:
    with transaction.atomic():
        factories.withdrawn(Event.objects.earliest("pk"))
        assert index.count(war, EventFilter()).events == 4
        transaction.set_rollback(True)
    assert index.count(war, EventFilter()).events == 5
    factories.event(timeline=war, on=DAYS[7])
    check(war, EventFilter())


def test_a_page_is_of_one_version_whatever_happens_while_it_is_made(
    war: Timeline, django_assert_num_queries: Any
) -> None:
    with index.steady():
        assert index.count(war, EventFilter()).events == 5
        factories.withdrawn(Event.objects.earliest("pk"))
        with django_assert_num_queries(0), index.steady():
            assert index.count(war, EventFilter()).events == 5
            assert index.overview(war).events == 5
    assert index.count(war, EventFilter()).events == 4


def test_a_name_is_told_as_it_is_now(war: Timeline) -> None:
    def names() -> list[str]:
        return [value.label for value in index.facets(war, EventFilter())[1].values]

    assert names() == ["Ruritania"]
    Actor.objects.update(names={"en": "Kingdom of Ruritania"})
    Timeline.objects.bump(war.pk, Reach.NAMES)
    assert names() == ["Kingdom of Ruritania"]


def test_what_comes_with_an_import_is_there_at_once_from_what_was_prepared(war: Timeline, reads: list[int]) -> None:
    """Until imports are rows, the rows that only the prepared snapshot has stand for theirs."""
    check(war, EventFilter())
    hidden = factories.event(timeline=war, on=DAYS[7])
    ahead = Snapshot(holding.stamp_of(war.pk), reading.read(war.pk), (7,))
    Event.objects.filter(pk=hidden.pk).update(status=Status.WITHDRAWN, withdrawn_at=MOMENT, withdrawal_note="Hidden.")
    Timeline.objects.bump(war.pk, Reach.EVENTS, events=[hidden.pk])
    assert index.count(war, EventFilter()).events == 5
    snapshots.save(Snapshot(holding.stamp_of(war.pk), ahead.segment, (7,)))
    holding.forget()
    assert index.count(war, EventFilter()).events == 5
    reads.clear()
    Timeline.objects.bump(war.pk, Reach.BATCH, batch=7)
    assert index.count(war, EventFilter()).events == 6
    assert reads == []


def test_changes_that_became_many_are_merged_beside_the_readers(war: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "MANY_CHANGES", 1)
    monkeypatch.setattr(holding, "LARGE", 1)
    started: list[Any] = []
    monkeypatch.setattr(
        holding.threading, "Thread", lambda target, args, daemon: started.append((target, args)) or Later()
    )
    for event in Event.objects.filter(timeline=war).order_by("pk")[:2]:
        current(war)
        factories.withdrawn(event)
    check(war, EventFilter())
    ((target, args),) = [it for it in started if it[0] is holding._merge]
    factories.event(timeline=war, on=DAYS[8])
    check(war, EventFilter())
    target(*args)
    held = current(war)
    assert (len(held.base.segment), len(held.changed)) == (3, 1)
    check(war, EventFilter())
    holding.forget()
    check(war, EventFilter())


class Later:
    """A thread that a test runs when it likes."""

    def start(self) -> None:
        """Not yet."""


def test_what_readers_may_see_is_the_same_in_both_places_that_say_so(chronicle: Chronicle) -> None:
    timeline = factories.timeline()
    chronicle(timeline, DAYS[:3])
    factories.draft(timeline=timeline)
    factories.withdrawn(factories.event(timeline=timeline))
    factories.event()
    plain = Event.objects.published().in_timeline(timeline).values_list("pk", flat=True)
    assert sorted(reading.read(timeline.pk).pk.tolist()) == sorted(plain)


@pytest.mark.parametrize("dense", [0, 4], ids=["row by row", "by ranges"])
def test_rows_are_found_whether_or_not_others_lie_between(
    dense: int, chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "DENSE", dense)
    one, other = factories.timeline(), factories.timeline()
    for day in DAYS[:4]:
        for number, timeline in enumerate((one, other)):
            chronicle(timeline, [day], kind=factories.kind(), actors=[factories.actor(name=f"Actor {number}")])
    for timeline in (one, other):
        check(timeline, EventFilter())


def test_every_timeline_is_ready_before_serving(
    war: Timeline, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "LARGE", 3)
    factories.timeline()
    assert index.make_ready() == 1
    reads.clear()
    assert read_through(war, EventFilter(), size=2) == [it.pk for it in Event.objects.order_by("-earliest")]
    holding.forget()
    check(war, EventFilter())
    assert reads == []
