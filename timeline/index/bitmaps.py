"""Between Roaring bitmaps of places and NumPy's columns of them."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
from pyroaring import BitMap

type Column = np.ndarray[Any, np.dtype[Any]]


def bitmap(places: Column) -> BitMap:
    """The places as a bitmap. By way of ``array``, which it takes as it is; it would walk over NumPy's numbers."""
    packed = array("I")
    packed.frombytes(np.ascontiguousarray(places, dtype=np.uint32).tobytes())
    made = BitMap(packed)
    made.run_optimize()
    return made


def ordinals(places: BitMap) -> Column:
    """The places of a bitmap, ascending."""
    return np.frombuffer(places.to_array(), dtype=np.uint32).astype(np.int64)


def size_of(places: BitMap) -> int:
    """Bytes that a bitmap takes, but for its bookkeeping."""
    found = places.get_statistics()
    return int(sum(found[f"n_bytes_{sort}_containers"] for sort in ("array", "run", "bitset")))
