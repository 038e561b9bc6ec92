"""What searching promises, on either database: the words that are found, and that no word is an operator."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.index.random_timelines import WORDS
from timeline import index
from timeline.filtering import EventFilter
from timeline.index.words import keys_of
from timeline.models import Event, word_index
from timeline.models.searching import fold

pytestmark = pytest.mark.django_db

FOUND = [
    ("Hostages are released", "hostage"),
    ("Hostages are released", "released hostages"),
    ("A café opens", "CAFE"),
    ("بدء المفاوضات في القاهرة", "مفاوضات"),
    ("بدء المفاوضات في القاهرة", "القاهره"),
    ("وبالمُفاوضات", "مفاوض"),
    ("המשא ומתן נמשך", "משא"),
    ("המשא ומתן נמשך", "ומתן"),
    ("ינואר 2025", "2025"),
    ("A letter of 12 pages", "12"),
    ("Straße", "strasse"),
    ("ﷺ", "صلى"),
    ("Fighting in ጎንደር", "ጎን"),
    ("𐐨𐐩 told it", "𐐨"),
    ("word" * 50, "word" * 20),
]
NOT_FOUND = [
    ("It was said", "aid"),
    ("Hostages are released", "hostages freed"),
    ("بدء المفاوضات", "مصر"),
    ("המשא ומתן", "מתנה"),
    ("Released", "lease"),
    ("A café opens", "coffee"),
    ("abcאב", "bc"),
]
OPERATORS = [
    *("NOT said", "said NOT here", "a OR b", "a AND b", "said NEAR here", "words : said", "{words} : said"),
    *("said*", '"said', "'said", "^said", "said -here", "(said", "said)", "said & here", "said | !here", "a <-> b"),
    *("\\", "said\\", ":*", "said:*", "%", "said%", "_", "said;--", "said\x00here", "+", "said + here"),
]


def found(text: str) -> list[int]:
    return sorted(keys_of(fold(text)).tolist())


@pytest.mark.parametrize(("headline", "text"), FOUND)
def test_these_words_are_found(headline: str, text: str) -> None:
    event = factories.event(headline=headline)
    assert found(text) == [event.pk]
    assert list(Event.objects.saying(text)) == [event]


@pytest.mark.parametrize(("headline", "text"), NOT_FOUND)
def test_these_words_are_not_found(headline: str, text: str) -> None:
    factories.event(headline=headline)
    assert found(text) == []
    assert not Event.objects.saying(text).exists()


@pytest.mark.parametrize("text", OPERATORS)
def test_no_word_of_a_reader_is_an_operator(text: str) -> None:
    for headline in ("It was said here", "It was said", "Not a word or two near", "Nothing"):
        factories.event(headline=headline)
    plain = list(Event.objects.saying(text).order_by("pk").values_list("pk", flat=True)) if fold(text) else []
    assert found(text) == plain


def test_words_follow_what_becomes_of_an_event() -> None:
    event = factories.event(headline="A bridge is built", summary="It is long.")
    assert (found("bridge"), found("long")) == ([event.pk], [event.pk])
    factories.corrected(event, headline="A tower is built")
    assert (found("bridge"), found("tower"), found("long")) == ([], [event.pk], [event.pk])
    choice = EventFilter(words="tower")
    assert index.count(event.timeline, choice).events == 1
    factories.corrected(event, headline="A wall is built")
    assert index.count(event.timeline, choice).events == 0


def test_words_of_a_row_that_is_gone_are_gone() -> None:
    event = Event(timeline=factories.timeline(), headline="A bridge is built")
    event.save()
    assert found("bridge") == [event.pk]
    event.delete()
    assert found("bridge") == []


def test_drafts_and_other_timelines_say_nothing_to_a_reader() -> None:
    event = factories.event(headline="A bridge is built")
    factories.draft(timeline=event.timeline, headline="A bridge is planned")
    factories.event(headline="A bridge elsewhere")
    assert [it.pk for it in index.page(event.timeline, EventFilter(words="bridge")).events] == [event.pk]


def test_words_that_came_while_the_index_was_lifted_are_found_when_it_is_back() -> None:
    word_index.lift(connection)
    event = factories.event(headline="A bridge is built")
    word_index.install(connection)
    assert found("bridge") == [event.pk]
    word_index.install(connection)
    assert found("bridge") == [event.pk]


def test_words_of_many_events_are_taken_in_together_and_those_after_them_each_by_itself() -> None:
    timeline = factories.timeline()
    rows = [
        Event(pk=10_000 + number, timeline=timeline, headline=f"Bridge {number}", words=" bridge ")
        for number in range(3)
    ]
    with transaction.atomic(), word_index.in_bulk(connection, 10_000, 10_002):
        Event.objects.bulk_create(rows)
        if connection.vendor == "sqlite":
            assert found("bridge") == []
    assert found("bridge") == [10_000, 10_001, 10_002]
    with pytest.raises(ZeroDivisionError), transaction.atomic(), word_index.in_bulk(connection, 1, 2):
        raise ZeroDivisionError
    later = factories.event(timeline=timeline, headline="A bridge is built")
    assert later.pk in found("bridge")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite remakes tables")
def test_triggers_that_a_migration_took_off_are_put_back_by_the_next_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {word_index.FTS}_insert")
    event = factories.event(headline="A bridge is built")
    assert found("bridge") == []
    call_command("migrate", verbosity=0)
    assert found("bridge") == [event.pk]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(st.lists(st.sampled_from(WORDS) | st.text("aאבلا1 ", max_size=5), min_size=1, max_size=3), max_size=4),
    st.lists(st.sampled_from(WORDS) | st.text("aאבلا1", min_size=1, max_size=3), min_size=1, max_size=2),
)
def test_the_words_found_are_those_of_the_plain_rows(headlines: list[list[str]], sought: list[str]) -> None:
    timeline = factories.timeline()
    for words in headlines:
        Event(timeline=timeline, headline=" ".join(words) or "-").save()
    text = " ".join(sought)
    ours = set(Event.objects.in_timeline(timeline).values_list("pk", flat=True))
    assert set(found(text)) & ours == set(Event.objects.in_timeline(timeline).saying(text).values_list("pk", flat=True))
