"""The names that the caller hands in: kinds, actors and places, each with its aliases.

The engine knows no actor by itself. A timeline's rows become a :class:`Vocabulary`; ``fixtures/vocabulary.json``
does for the command line. Matching folds case, diacritics, apostrophes and the article al-/el- (see ``fold``).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.extraction.scripts import LETTERS, without_marks


class VocabularyError(ValueError):
    """The vocabulary file cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name and everything else it is called, in any language."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class KindCues:
    """A kind's key ("talks") and the words that speak for it, most telling first ("talks", "delegation", "negotiat*").

    A cue is a word or words, compared without case at word starts; a final ``*`` lets the word go on.
    """

    key: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Kinds, actors and places, each in the order that decides ties."""

    kinds: tuple[KindCues, ...] = ()
    actors: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()

    @classmethod
    def from_fixture(cls, path: Path) -> Vocabulary:
        """Read a Django fixture (``fixtures/vocabulary.json``). Raises :class:`VocabularyError`."""
        try:
            rows = json.loads(Path(path).read_text(encoding="utf-8"))
            return cls.from_rows((row["model"].rpartition(".")[2], row["fields"]) for row in rows)
        except OSError as error:
            raise VocabularyError(f"{path}: {error.strerror}") from error
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise VocabularyError(f"{path}: not a vocabulary fixture ({error})") from error

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Vocabulary:
        """Rows as (model name in lower case, fields): "kind", "actor", "place"; others are passed over."""
        kinds: list[tuple[int, KindCues]] = []
        names: dict[str, list[Name]] = {"actor": [], "place": []}
        for model, row in rows:
            if model == "kind":
                kinds.append((row.get("position", 0), KindCues(row["key"], tuple(row.get("cues", ())))))
            elif model in names:
                others = [*row.get("names", {}).values(), *row.get("aliases", ())]
                aliases = tuple(dict.fromkeys(other for other in others if other and other != row["name"]))
                names[model].append(Name(row["name"], aliases, row.get("country", "")))
        ordered = tuple(kind for _, kind in sorted(kinds, key=lambda pair: pair[0]))
        return cls(ordered, tuple(names["actor"]), tuple(names["place"]))


_APOSTROPHES = re.compile(r"[’‘ʼʻʿʾ`´']")
ARTICLES = frozenset("al el ash as an at ar ad az".split())
"""The Arabic article as Latin letters write it, alone or with the letter that follows it doubled."""

_ARTICLE = re.compile(rf"\b(?:{'|'.join(sorted(ARTICLES))})[- ](?=\w)")


def fold(text: str) -> str:
    """A name as it is compared: no case, diacritics, apostrophes or al-/el-; hyphens are spaces.

    "Deir al-Balah", "Deir el-Balaḥ" and "deir al balah" fold to one form; so do "القاهرة" and "القاهره", "غَزّة" and
    "غزة".
    """
    text = without_marks(text).translate(LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = _ARTICLE.sub("", _APOSTROPHES.sub("", plain))
    return " ".join(plain.replace("-", " ").split())
