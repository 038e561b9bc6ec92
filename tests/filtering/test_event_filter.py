"""A reader's choice keeps its meaning on the way through an address and back."""

import pytest
from django.http import QueryDict

from timeline.filtering import EventFilter, FilterForm, Order


@pytest.mark.parametrize("order", list(Order))
def test_a_choice_survives_its_own_address(order: Order) -> None:
    choice = EventFilter(order=order)
    assert EventFilter.from_query(QueryDict(choice.to_querystring())) == choice


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
    ],
)
def test_every_address_has_one_canonical_form(address: str, canonical: str) -> None:
    assert EventFilter.from_query(QueryDict(address)).to_querystring() == canonical


def test_a_value_that_cannot_be_read_marks_its_field_and_is_as_if_it_were_missing() -> None:
    form = FilterForm(QueryDict("order=sideways"))
    assert EventFilter.from_form(form) == EventFilter()
    assert form.errors == {"order": ["“sideways” is not an order of events: choose newest or oldest."]}


def test_equal_choices_are_one_key_of_a_cache() -> None:
    assert len({EventFilter(), EventFilter(order=Order.NEWEST), EventFilter.from_query(QueryDict(""))}) == 1


@pytest.mark.parametrize(("order", "words"), [(Order.NEWEST, "Newest first"), (Order.OLDEST, "Oldest first")])
def test_a_choice_says_itself_in_words(order: Order, words: str) -> None:
    assert EventFilter(order=order).describe() == words
