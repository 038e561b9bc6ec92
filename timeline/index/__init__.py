"""The one place that answers readers' questions about published events: which, how many, what is around one.

Whatever asks, asks here; nothing else in views, feeds or files decides what a reader may see.
"""

from timeline.index.corrections import Change, Correction, corrections
from timeline.index.cursors import Cursor, CursorError
from timeline.index.details import Details, Source, details
from timeline.index.facets import Facet, FacetValue, facets
from timeline.index.histograms import has_clock_times, histogram
from timeline.index.holding import make_ready, prepare, steady, version
from timeline.index.lanes import BY as LANES_BY
from timeline.index.lanes import Lane, LaneUnit, lanes, span
from timeline.index.leads import Lead, leads
from timeline.index.lookups import find
from timeline.index.named import named
from timeline.index.naming import Label
from timeline.index.neighbours import Around, around
from timeline.index.overviews import Listed, Overview, listed, overview
from timeline.index.pages import PAGE_SIZE, Page, Total, count, keys, page, place_of
from timeline.index.quotations import Quotation, quotation
from timeline.index.terms import kinds_in_order, names_of, parts_of
from timeline.index.trails import ToldStep, deciding_trail, reading_in_short, tell

__all__ = [
    "LANES_BY",
    "PAGE_SIZE",
    "Around",
    "Change",
    "Correction",
    "Cursor",
    "CursorError",
    "Details",
    "Facet",
    "FacetValue",
    "Label",
    "Lane",
    "LaneUnit",
    "Lead",
    "Listed",
    "Overview",
    "Page",
    "Quotation",
    "Source",
    "ToldStep",
    "Total",
    "around",
    "corrections",
    "count",
    "deciding_trail",
    "details",
    "facets",
    "find",
    "has_clock_times",
    "histogram",
    "keys",
    "kinds_in_order",
    "lanes",
    "leads",
    "listed",
    "make_ready",
    "named",
    "names_of",
    "overview",
    "page",
    "parts_of",
    "place_of",
    "prepare",
    "quotation",
    "reading_in_short",
    "span",
    "steady",
    "tell",
    "version",
]
