"""The events of a choice as one JSON document (RFC 8259), written as they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from timeline.exports.records import records
from timeline.filtering import EventFilter
from timeline.models import Timeline


def as_json(timeline: Timeline, choice: EventFilter) -> Iterator[str]:
    """Pieces of the document; ``count`` comes last, so that one cut off on its way is seen to be."""
    yield f'{{\n"timeline": {_dumps(_head(timeline))},\n"filter": {_dumps(choice.to_querystring())},\n"events": ['
    count = 0
    for record in records(timeline, choice):
        yield f"{',' if count else ''}\n{_dumps(record)}"
        count += 1
    yield f'\n],\n"count": {count}\n}}\n'


def _head(timeline: Timeline) -> dict[str, Any]:
    return {
        "address": f"{settings.SITE_URL}{timeline.get_absolute_url()}",
        "title": timeline.title,
        "summary": timeline.summary,
        "language": timeline.language,
        "zone": timeline.zone,
        "version": timeline.version,
        "reviewed_until": timeline.reviewed_until.isoformat() if timeline.reviewed_until else None,
    }


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
