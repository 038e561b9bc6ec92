"""A reader's choice: the query string as a form reads it, as one frozen value, and as a sentence."""

from timeline.filtering.event_filter import EventFilter
from timeline.filtering.form import FilterForm, Order

__all__ = ["EventFilter", "FilterForm", "Order"]
