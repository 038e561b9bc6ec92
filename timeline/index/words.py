"""Which events say some words: the databases' word indexes (``models/word_index.py``) behind one question."""

from __future__ import annotations

import numpy as np
from django.db import connection

from timeline.index.holding import Index
from timeline.index.segments import Column
from timeline.models import word_index
from timeline.models.searching import fold


def hits(index: Index, text: str) -> Column:
    """Primary keys, ascending, of the events in whose headline or summary all the words of the text occur, among them
    events of other timelines and drafts; asked of the database once for a version."""
    words = tuple(sorted(set(fold(text))))
    return index.answers.ask(("words", words), lambda: keys_of(words))


def keys_of(words: tuple[str, ...]) -> Column:
    """The same for folded words, asked of the database now."""
    found = word_index.hits(connection, words)
    return np.sort(np.fromstring(found, np.int64, sep=",")) if found else np.empty(0, np.int64)
