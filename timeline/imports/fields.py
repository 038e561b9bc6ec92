"""Values out of a JSON object, each of the type and length that its column takes, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError

from timeline.models.sources import WEB

ADDRESS_MAX = 500
LANGUAGE_MAX = 8

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
_ADDRESS = re.compile(r"(?P<site>[^/?#]*//[^/?#]*)[^\s]*")

type Values = Mapping[str, Any]


class Rejected(ValueError):
    """A row cannot be taken in; the message is the reason, one line of plain words."""


def text(values: Values, name: str, longest: int | None = None, *, where: str = "") -> str:
    """The text of this name; "" where it is missing or null."""
    value = values.get(name)
    if value is None:
        return ""
    if type(value) is not str:
        raise Rejected(f"{where}{name} must be text, not {told(value)}")
    if longest is not None and len(value) > longest:
        raise Rejected(f"{where}{name} has {len(value)} characters; at most {longest} can be kept")
    return value


def needed_text(values: Values, name: str, longest: int | None = None, *, where: str = "") -> str:
    """The text of this name, which must say something."""
    value = text(values, name, longest, where=where)
    if not value or value.isspace():
        raise Rejected(f"{where}{name} is missing")
    return value


def flag(values: Values, name: str, *, where: str = "") -> bool | None:
    """True, false, or None where it is missing or null."""
    value = values.get(name)
    if value is not None and type(value) is not bool:
        raise Rejected(f"{where}{name} must be true or false, not {told(value)}")
    return value


def objects(values: Values, name: str, *, where: str = "") -> list[Values]:
    """The list of objects of this name; an empty one where it is missing or null."""
    value = values.get(name)
    if value is None:
        return []
    if type(value) is not list:
        raise Rejected(f"{where}{name} must be a list, not {told(value)}")
    for each in value:
        if type(each) is not dict:
            raise Rejected(f"{where}{name} must be a list of objects, and holds {told(each)}")
    return value


def only(values: Values, known: frozenset[str], *, where: str = "") -> None:
    """Nothing is dropped in silence: a field that is not known is refused by its name."""
    if not values.keys() <= known:
        raise Rejected(f"unknown field {where}{told(min(values.keys() - known))}")


@lru_cache(maxsize=20_000)
def day(value: str, name: str) -> str:
    """A day written YYYY-MM-DD, as it came."""
    try:
        is_day = len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        is_day = False
    if not is_day:
        raise Rejected(f"{name} {told(value)} is not a day written like 2023-10-07")
    return value


def language(values: Values, otherwise: str, *, where: str = "") -> str:
    """A language tag, or the one of what stands around it."""
    value = text(values, "language", LANGUAGE_MAX, where=where)
    if value and not _LANGUAGE.fullmatch(value):
        raise Rejected(f"{where}language {told(value)} is not a tag such as en or ar")
    return value or otherwise


def address(value: str, name: str) -> str:
    """An http or https address, as it came; "" stays ""."""
    if value:
        found = _ADDRESS.fullmatch(value)
        if not found or not _is_site(found["site"]):
            raise Rejected(f"{name} {told(value)} is not an address that begins with http:// or https://")
    return value


@lru_cache(maxsize=10_000)
def _is_site(site: str) -> bool:
    try:
        WEB(f"{site}/")
    except ValidationError:
        return False
    return True


def told(value: Any) -> str:
    """A value as a reason may quote it: short, on one line."""
    if isinstance(value, str):
        short = value if len(value) <= 60 else f"{value[:60]}…"
        return f"“{' '.join(short.split())}”"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    said = {None: "null", True: "true", False: "false"}
    return said[value] if value is None or isinstance(value, bool) else f"the number {str(value)[:30]}"
