"""Which events a reader asked for, as one value: page, fragment, feed, download and shared link are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from timeline.filtering.form import FACETS, FilterForm, Order

FIELD_OF = {"kind": "kinds", "actor": "actors", "place": "places", "standing": "standings", "source": "sources"}
"""The field that holds the values of each facet's query parameter."""

assert tuple(FIELD_OF) == FACETS


class FilterError(ValueError):
    """A query string that cannot be read; the message is one sentence a person can act on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """A reader's choice. Two choices of the same events in the same order are equal and have the same address.

    ``first`` and ``last`` are days, both included; None leaves a side open. Within a facet any value will do, across
    facets all must hold. The facets hold keys, sorted and each once; ``words`` must all occur.
    """

    first: date | None = None
    last: date | None = None
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    words: str = ""
    order: Order = Order.NEWEST

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise FilterError(f"The range ends before it begins: {self.first} is after {self.last}.")
        for field in FIELD_OF.values():
            object.__setattr__(self, field, tuple(sorted(set(getattr(self, field)))))
        object.__setattr__(self, "words", " ".join(self.words.split()))

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """What can be read of a query string's parameters; the rest is as if it were missing."""
        return cls.from_form(FilterForm(query))

    @classmethod
    def strict(cls, query: QueryDict) -> Self:
        """The choice of a query string. Raises :class:`FilterError` where any of it cannot be read."""
        form = FilterForm(query)
        for name, errors in form.errors.items():
            raise FilterError(f"{name}: {errors[0]}")
        return cls.from_form(form)

    @classmethod
    def from_form(cls, form: FilterForm) -> Self:
        """What a bound form could read, valid or not."""
        form.full_clean()
        read = form.cleaned_data
        return cls(
            first=read.get("from"),
            last=read.get("to"),
            **{field: read.get(name, ()) for name, field in FIELD_OF.items()},
            words=read.get("q", ""),
            order=Order(read.get("order") or Order.NEWEST),
        )

    @property
    def newest_first(self) -> bool:
        return self.order == Order.NEWEST

    @property
    def has_dates(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def is_narrowed(self) -> bool:
        """Whether it leaves anything out; an order alone does not."""
        return self != EventFilter(order=self.order)

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The values chosen in a facet, by the name of its query parameter."""
        return getattr(self, FIELD_OF[facet])

    def without(self, name: str, value: str = "") -> EventFilter:
        """The choice without one of its parts: ``dates``, ``q``, a facet, or one value of a facet."""
        if name == "dates":
            return replace(self, first=None, last=None)
        if name == "q":
            return replace(self, words="")
        return replace(self, **{FIELD_OF[name]: tuple(key for key in self.chosen(name) if value and key != value)})

    def between(self, first: date | None, last: date | None) -> EventFilter:
        """The choice in another range of days."""
        return replace(self, first=first, last=last)

    def whole(self) -> EventFilter:
        """Everything, in the same order."""
        return EventFilter(order=self.order)

    def in_other_order(self) -> EventFilter:
        """The same events from the other end."""
        return replace(self, order=Order.OLDEST if self.newest_first else Order.NEWEST)

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the canonical address, in its order; what goes without saying is left out."""
        return tuple(self._parameters())

    def _parameters(self) -> Iterator[tuple[str, str]]:
        if self.first:
            yield "from", self.first.isoformat()
        if self.last:
            yield "to", self.last.isoformat()
        for name in FACETS:
            yield from ((name, key) for key in self.chosen(name))
        if self.words:
            yield "q", self.words
        if not self.newest_first:
            yield "order", self.order.value

    def to_querystring(self) -> str:
        """The canonical query string without its question mark, ASCII; "" for the plain view."""
        return urlencode(self.parameters())
