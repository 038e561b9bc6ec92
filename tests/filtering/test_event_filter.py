"""A reader's choice keeps its meaning on the way through an address and back."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from timeline.filtering import FACETS, EventFilter, FilterError, FilterForm, Order, describe, parts
from timeline.models import Kind, Standing

KEYS = st.lists(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True), max_size=5).map(tuple)
WORDS = st.lists(st.from_regex(r"\w[^\s\x00]{0,8}", fullmatch=True), max_size=4).map(" ".join)


@st.composite
def choices(draw: st.DrawFn) -> EventFilter:
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    open_start, open_end = draw(st.tuples(st.booleans(), st.booleans()))
    return EventFilter(
        first=None if open_start else first,
        last=None if open_end else last,
        kinds=draw(KEYS),
        actors=draw(KEYS),
        places=draw(KEYS),
        standings=tuple(draw(st.sets(st.sampled_from(Standing.values)))),
        sources=draw(KEYS),
        words=draw(WORDS.filter(is_sought)),
        order=draw(st.sampled_from(Order)),
    )


def is_sought(words: str) -> bool:
    return not words or FilterForm(QueryDict(mutable=True) | {"q": words}).is_valid()


@given(choices())
def test_a_choice_survives_its_own_address(choice: EventFilter) -> None:
    query = QueryDict(choice.to_querystring())
    assert EventFilter.from_query(query) == EventFilter.strict(query) == choice
    assert EventFilter.from_query(query).to_querystring() == choice.to_querystring()


@given(st.text(max_size=60))
def test_no_query_string_is_too_strange_to_be_read(text: str) -> None:
    choice = EventFilter.from_query(QueryDict(text))
    assert EventFilter.from_query(QueryDict(choice.to_querystring())) == choice


@given(st.lists(st.tuples(st.sampled_from(["from", "to", *FACETS, "q", "order"]), st.text(max_size=12)), max_size=6))
def test_what_strict_accepts_is_what_forgiving_reads(pairs: list[tuple[str, str]]) -> None:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    try:
        assert EventFilter.strict(query) == EventFilter.from_query(query)
    except FilterError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("", ""),
        ("order=oldest", "order=oldest"),
        ("order=newest", ""),
        ("order=", ""),
        ("order=oldest&order=newest", ""),
        ("utm_source=feed&order=oldest", "order=oldest"),
        ("order=sideways", ""),
        ("kind=talks&kind=attack&kind=talks", "kind=attack&kind=talks"),
        ("q=++two++words&actor=hamas&kind=talks", "kind=talks&actor=hamas&q=two+words"),
        ("to=2025-10-9&from=2025-1-05", "from=2025-01-05&to=2025-10-09"),
        ("from=%D9%A2%D9%A0%D9%A2%D9%A5-10-07", "from=2025-10-07"),
        ("from=yesterday&kind=talks", "kind=talks"),
        ("from=2025-02-01&to=2025-01-01&kind=talks", "kind=talks"),
        ("standing=certain&kind=talks", "kind=talks"),
        ("kind=Talks%27--&actor=egypt", "actor=egypt"),
        ("q=%21%21&kind=talks", "kind=talks"),
        ("q=" + "long" * 30, ""),
        ("&".join(f"place=p{number}" for number in range(21)) + "&kind=talks", "kind=talks"),
    ],
)
def test_every_address_has_one_canonical_form(address: str, canonical: str) -> None:
    assert EventFilter.from_query(QueryDict(address)).to_querystring() == canonical


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("order=sideways", "order: “sideways” is not an order of events: choose newest or oldest."),
        ("from=soon", "from: “soon” is not a day: write it like 2025-10-07."),
        ("from=2025-02-01&to=2025-01-01", "from: The range ends before it begins."),
        ("kind=a%20b", "kind: “a b” cannot be chosen here."),
        ("standing=sure", "standing: “sure” is not a standing of events."),
        ("q=%E2%80%A6", "q: “…” holds no word to search for."),
    ],
)
def test_what_a_file_refuses_is_said_in_one_sentence(address: str, told: str) -> None:
    with pytest.raises(FilterError) as refusal:
        EventFilter.strict(QueryDict(address))
    assert str(refusal.value) == told


def test_a_value_that_cannot_be_read_marks_its_field_and_is_as_if_it_were_missing() -> None:
    form = FilterForm(QueryDict("order=sideways&kind=talks"))
    assert EventFilter.from_form(form) == EventFilter(kinds=("talks",))
    assert form.errors == {"order": ["“sideways” is not an order of events: choose newest or oldest."]}


def test_equal_choices_are_one_key_of_a_cache() -> None:
    same = [EventFilter(kinds=("b", "a", "b"), words=" x  y "), EventFilter(kinds=("a", "b"), words="x y")]
    assert len(set(same)) == 1


def test_a_range_that_ends_before_it_begins_is_no_choice() -> None:
    with pytest.raises(FilterError, match="before it begins"):
        EventFilter(first=date(2025, 2, 1), last=date(2025, 1, 1))


def test_each_part_can_be_taken_away() -> None:
    choice = EventFilter(first=date(2025, 9, 1), kinds=("attack", "talks"), words="aid", order=Order.OLDEST)
    assert choice.without("kind", "talks").to_querystring() == "from=2025-09-01&kind=attack&q=aid&order=oldest"
    assert choice.without("kind").to_querystring() == "from=2025-09-01&q=aid&order=oldest"
    assert choice.without("dates").to_querystring() == "kind=attack&kind=talks&q=aid&order=oldest"
    assert choice.without("q").to_querystring() == "from=2025-09-01&kind=attack&kind=talks&order=oldest"
    assert (choice.whole(), choice.is_narrowed, choice.whole().is_narrowed) == (
        EventFilter(order=Order.OLDEST),
        True,
        False,
    )


# -- in words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 9, 1), None, "since September 2025"),
        (date(2025, 9, 2), None, "since 2 September 2025"),
        (date(2025, 1, 1), None, "since 2025"),
        (None, date(2025, 9, 30), "until September 2025"),
        (None, date(2025, 12, 31), "until 2025"),
        (None, date(2025, 9, 29), "until 29 September 2025"),
        (date(2025, 9, 1), date(2025, 9, 30), "September 2025"),
        (date(2025, 9, 1), date(2025, 10, 31), "September–October 2025"),
        (date(2023, 1, 1), date(2024, 12, 31), "2023–2024"),
        (date(2025, 9, 3), date(2025, 9, 3), "3 September 2025"),
        (date(2025, 9, 3), date(2025, 10, 31), "3 September – 31 October 2025"),
    ],
)
def test_a_range_is_said_in_the_longest_units_it_is_made_of(first: date | None, last: date | None, words: str) -> None:
    (part,) = parts(EventFilter(first=first, last=last))
    assert (part.label, part.rest) == (words, EventFilter())


@pytest.mark.django_db
def test_a_choice_says_itself_in_words_and_in_the_language_shown(django_assert_num_queries: object) -> None:
    factories.event(kind=factories.kind())
    Kind.objects.update(names={"en": "Talks and delegations", "ar": "محادثات"})
    choice = EventFilter(
        kinds=("talks", "unheard-of"), first=date(2025, 9, 1), words="aid", sources=("the-strelsau-gazette",)
    )
    with django_assert_num_queries(3):
        described = describe(choice)
    assert described == "Talks and delegations, unheard-of, The Strelsau Gazette, since September 2025, “aid”"
    with translation.override("ar"):
        assert describe(choice).startswith("محادثات")


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (EventFilter(), "All events"),
        (EventFilter(order=Order.OLDEST), "All events, oldest first"),
        (EventFilter(first=date(2025, 9, 1), standings=("planned",)), "Planned, since September 2025"),
        (EventFilter(last=date(2025, 9, 30), order=Order.OLDEST), "Until September 2025, oldest first"),
    ],
)
def test_a_description_begins_with_a_capital_and_ends_with_the_order(choice: EventFilter, words: str) -> None:
    assert describe(choice) == words
