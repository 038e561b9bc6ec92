"""Which events a reader asked for, as one value: page, fragment, feed, download and shared link are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from timeline.filtering.form import FilterForm, Order


@dataclass(frozen=True, slots=True)
class EventFilter:
    """A reader's choice. Two choices of the same events in the same order are equal and have the same address."""

    order: Order = Order.NEWEST

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """What can be read of a query string's parameters; the rest is as if it were missing."""
        return cls.from_form(FilterForm(query))

    @classmethod
    def from_form(cls, form: FilterForm) -> Self:
        """What a bound form could read, valid or not."""
        form.full_clean()
        return cls(order=Order(form.cleaned_data.get("order") or Order.NEWEST))

    @property
    def newest_first(self) -> bool:
        return self.order == Order.NEWEST

    def parameters(self) -> dict[str, str]:
        """The parameters of the canonical address, in its order; what goes without saying is left out."""
        return {} if self.newest_first else {"order": self.order.value}

    def to_querystring(self) -> str:
        """The canonical query string without its question mark, ASCII; "" for the plain view."""
        return urlencode(self.parameters())

    def describe(self) -> str:
        """The choice in words, in the language being shown."""
        return str(self.order.label)
