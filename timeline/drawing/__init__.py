"""[pure] Counts and dates in, coordinates out, numbers already written as SVG text. Knows `timeline.dates` only."""

from timeline.drawing.bins import Bin, Bins, Unit, bins
from timeline.drawing.counts import BinCount, Dated, count, place
from timeline.drawing.histogram import Histogram, TickMark, axis, draw_histogram
from timeline.drawing.lanes import Lanes, draw_lanes
from timeline.drawing.scale import DESK, PHONE, Size

__all__ = [
    "DESK",
    "PHONE",
    "Bin",
    "BinCount",
    "Bins",
    "Dated",
    "Histogram",
    "Lanes",
    "Size",
    "TickMark",
    "Unit",
    "axis",
    "bins",
    "count",
    "draw_histogram",
    "draw_lanes",
    "place",
]
