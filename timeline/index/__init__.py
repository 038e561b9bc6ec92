"""The one place that answers readers' questions about published events: which, how many, what is around one.

Whatever asks, asks here; nothing else in views, feeds or files decides what a reader may see.
"""

from timeline.index.corrections import Change, Correction, corrections
from timeline.index.cursors import Cursor, CursorError
from timeline.index.facets import Facet, FacetValue, facets
from timeline.index.histograms import has_clock_times, histogram
from timeline.index.holding import make_ready, prepare
from timeline.index.lanes import BY as LANES_BY
from timeline.index.lanes import Lane, LaneUnit, lanes, span
from timeline.index.leads import Lead, leads
from timeline.index.lookups import find
from timeline.index.named import named
from timeline.index.neighbours import Around, around
from timeline.index.overviews import Listed, Overview, listed, overview
from timeline.index.pages import PAGE_SIZE, Page, Total, count, keys, page, place_of
from timeline.index.quotations import Quotation, quotation
from timeline.index.trails import ToldStep, deciding_trail, reading_in_short, tell

__all__ = [
    "LANES_BY",
    "PAGE_SIZE",
    "Around",
    "Change",
    "Correction",
    "Cursor",
    "CursorError",
    "Facet",
    "FacetValue",
    "Lane",
    "LaneUnit",
    "Lead",
    "Listed",
    "Overview",
    "Page",
    "Quotation",
    "ToldStep",
    "Total",
    "around",
    "corrections",
    "count",
    "deciding_trail",
    "facets",
    "find",
    "has_clock_times",
    "histogram",
    "keys",
    "lanes",
    "leads",
    "listed",
    "make_ready",
    "named",
    "overview",
    "page",
    "place_of",
    "prepare",
    "quotation",
    "reading_in_short",
    "span",
    "tell",
]
