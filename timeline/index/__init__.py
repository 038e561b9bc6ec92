"""The one place that answers readers' questions about published events: which, how many, what is around one.

Whatever asks, asks here; nothing else in views, feeds or files decides what a reader may see.
"""

from timeline.index.calendars import MonthCount, months
from timeline.index.corrections import Change, Correction, corrections
from timeline.index.cursors import Cursor, CursorError
from timeline.index.kinds import KindCount, kinds
from timeline.index.lookups import find
from timeline.index.neighbours import Around, around
from timeline.index.overviews import Listed, Overview, listed, overview
from timeline.index.pages import PAGE_SIZE, Page, count, page
from timeline.index.quotations import Quotation, quotation
from timeline.index.trails import ToldStep, deciding_trail, reading_in_short, tell

__all__ = [
    "PAGE_SIZE",
    "Around",
    "Change",
    "Correction",
    "Cursor",
    "CursorError",
    "KindCount",
    "Listed",
    "MonthCount",
    "Overview",
    "Page",
    "Quotation",
    "ToldStep",
    "around",
    "corrections",
    "count",
    "deciding_trail",
    "find",
    "kinds",
    "listed",
    "months",
    "overview",
    "page",
    "quotation",
    "reading_in_short",
    "tell",
]
