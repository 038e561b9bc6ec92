"""What an editor changes about an event, as one value."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from timeline.dates import EventDate
from timeline.editorial.refusals import Refused
from timeline.models import Actor, Event, Kind, Place

KEEP: Final[Any] = object()
"""Leave this field as it is. None is a value of its own: no kind, no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """New values for some of an event's fields; every field not given keeps what it has."""

    headline: str = KEEP
    summary: str = KEEP
    date: EventDate | None = KEEP
    standing: str = KEEP
    attributed_to: str = KEEP
    kind: Kind | None = KEEP
    actors: Sequence[Actor] = KEEP
    places: Sequence[Place] = KEEP
    importance: int = KEEP

    def given(self) -> dict[str, Any]:
        """The fields that have a new value."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in pairs if value is not KEEP}


def apply(changes: Changes, event: Event) -> list[str]:
    """Write the changes into the event's row and say which fields are different now.

    Raises :class:`Refused` for values that cannot stand, such as an empty headline.
    """
    different = [name for name, value in changes.given().items() if _current(event, name) != _comparable(value)]
    for name in different:
        value = getattr(changes, name)
        if name in ("actors", "places"):
            getattr(event, name).set(value)
        else:
            setattr(event, name, value)
    if event.date is not None:
        event.asks = ""
    _check(event)
    event.save()
    return different


def _current(event: Event, name: str) -> Any:
    if name in ("actors", "places"):
        return {row.pk for row in getattr(event, name).all()}
    return getattr(event, name)


def _comparable(value: Any) -> Any:
    is_rows = isinstance(value, Sequence) and not isinstance(value, str)
    return {row.pk for row in value} if is_rows else value


def _check(event: Event) -> None:
    checked(event, exclude=["timeline", "published_by"])


def checked(row: Model, *, exclude: Collection[str] = ()) -> None:
    """Raises :class:`Refused`, with the sentences of the row's own rules, when its values cannot stand."""
    try:
        row.full_clean(exclude=exclude)
    except ValidationError as error:
        raise Refused(" ".join(_sentences(error))) from error


def _sentences(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        _("%(field)s: %(problem)s") % {"field": name, "problem": " ".join(problem.messages)}
        if name != "__all__"
        else " ".join(problem.messages)
        for name, problem in ((name, ValidationError(errors)) for name, errors in error.error_dict.items())
    ]
