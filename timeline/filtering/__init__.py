"""A reader's choice: the query string as a form reads it, as one frozen value, and as a sentence."""

from timeline.filtering.event_filter import EventFilter, FilterError
from timeline.filtering.form import FACETS, FilterForm, Order
from timeline.filtering.wording import FACET_NAMES, Names, Part, describe, names_of, parts

__all__ = [
    "FACETS",
    "FACET_NAMES",
    "EventFilter",
    "FilterError",
    "FilterForm",
    "Names",
    "Order",
    "Part",
    "describe",
    "names_of",
    "parts",
]
