"""Durations as TIMEX3 writes them (ISO 8601 with two letters of its own, DE and CE)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.meanings import Unit

HALF = 0.5
_HALVES = {Unit.DAY: "PT12H", Unit.YEAR: "P6M", Unit.DECADE: "P5Y", Unit.CENTURY: "P50Y"}
"""Half a unit, where a smaller one says it whole."""


_TIMELY = frozenset({Unit.HOUR, Unit.MINUTE, Unit.SECOND})


def compound_value(parts: Sequence[tuple[float, Unit]]) -> str:
    """The value of a duration in several units, the coarsest first: ``P1Y2M``, ``P1DT6H``, ``PT1H59M40.2S``."""
    days = [f"{amount:g}{unit}" for amount, unit in parts if unit not in _TIMELY]
    times = [f"{amount:g}{unit[0]}" for amount, unit in parts if unit in _TIMELY]
    return "P" + "".join(days) + ("T" + "".join(times) if times else "")


def period_value(amount: float | None, unit: Unit) -> str:
    """The value of a duration: ``P3D``, ``PT90M``, ``PT5H30M``, ``PXY`` for an untold amount."""
    if amount == HALF and unit in _HALVES:
        return _HALVES[unit]
    figure = "X" if amount is None else f"{amount:g}"
    match unit:
        case Unit.HOUR if amount is not None and amount % 1 == HALF:
            return f"PT{amount // 1:g}H30M" if amount > 1 else "PT30M"
        case Unit.SECOND | Unit.HOUR:
            return f"PT{figure}{unit}"
        case Unit.MINUTE:
            return f"PT{figure}M"
        case Unit.NIGHT:
            return "PXD" if amount is None else f"P{figure}NI"
        case _:
            return f"P{figure}{unit}"
