"""Queries by keys whose SQL is made once.

Django takes up to a millisecond to make the SQL of a query, three times what a database takes to answer it by keys, and
a page asks several. What is asked still stands in a query set, so that what readers may see is said in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

_STAND_IN = 1 << 40
"""From here on numbers in a statement stand for the keys; no other number in it is so large."""


@dataclass(frozen=True, slots=True)
class _Made:
    """The SQL for some number of keys, its parameters with stand-ins among them, and its columns."""

    rows: QuerySet[Any, Any]
    sql: str
    params: tuple[Any, ...]
    columns: tuple[Any, ...]


class Statement:
    """A query for the rows that keys name. Any thread may ask."""

    def __init__(self, rows: Callable[[Sequence[int]], QuerySet[Any, Any]]) -> None:
        """``rows`` gives the query set for some keys, of tuples (``values_list``). It depends on nothing but them."""
        self._rows = rows
        self._made: dict[tuple[str, int], _Made] = {}

    def ask(self, keys: Iterable[int]) -> list[tuple[Any, ...]]:
        """The tuples, as the query set gives them; one query, none without keys."""
        wanted = list(keys)
        if not wanted:
            return []
        size = 1 << (len(wanted) - 1).bit_length()  # so that there are few statements; a key named twice is found once
        wanted += [wanted[-1]] * (size - len(wanted))
        made = self._made.get((connection.vendor, size)) or self._make(size)
        with connection.cursor() as cursor:
            cursor.execute(made.sql, [wanted[it - _STAND_IN] if _is_stand_in(it) else it for it in made.params])
            found = cursor.fetchall()
        compiler = made.rows.query.get_compiler(connection=connection)
        converters = compiler.get_converters(made.columns)
        return list(map(tuple, compiler.apply_converters(found, converters))) if converters else found

    def _make(self, size: int) -> _Made:
        rows = self._rows(range(_STAND_IN, _STAND_IN + size))
        compiler = rows.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        if sorted(filter(_is_stand_in, params)) != list(range(_STAND_IN, _STAND_IN + size)):
            raise TypeError("a statement must name each key once, as it is given")
        columns = tuple(column for column, _sql, _alias in compiler.select)
        made = self._made[connection.vendor, size] = _Made(rows, sql, tuple(params), columns)
        return made


def _is_stand_in(value: object) -> bool:
    return isinstance(value, int) and value >= _STAND_IN
