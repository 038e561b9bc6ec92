"""Happenings in Arabic and Hebrew, read by tables of verbs and by the words that begin clauses: no model, no tagger."""

from __future__ import annotations

from timeline.extraction.mentions import ArticleDay
from timeline.extraction.naming import Matcher
from timeline.extraction.scripts import ARABIC_CUE, HEBREW_CUE
from timeline.extraction.telling.arabic_tables import ARABIC
from timeline.extraction.telling.hebrew_tables import HEBREW
from timeline.extraction.telling.sentence import Article
from timeline.extraction.telling.teller import Teller

__all__ = ["tellers_for"]


def tellers_for(day: ArticleDay, matcher: Matcher) -> dict[str, Teller]:
    """A reader for each script, by its cue in scripts.py."""
    return {ARABIC_CUE: Teller(Article(ARABIC, day, matcher)), HEBREW_CUE: Teller(Article(HEBREW, day, matcher))}
