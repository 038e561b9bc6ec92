"""Kinds, actors, places and outlets that a file names: found by key and name, made where the file says enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Model

from timeline.imports.event_terms import Facet, Said
from timeline.models import Actor, Import, Kind, Outlet, Place
from timeline.models.vocabulary import Term

MODELS: dict[Facet, type[Term]] = {"kind": Kind, "actor": Actor, "place": Place}
MADE: dict[str, type[Model]] = {**MODELS, "outlet": Outlet}
"""What an import may make besides events, by the word that ``Import.made`` has for it."""


def canonical_names() -> dict[tuple[Facet, str], str]:
    """The name by which each actor and place is sorted, by facet and key."""
    models = (("actor", Actor), ("place", Place))
    return {(facet, key): name for facet, model in models for key, name in model.objects.values_list("key", "name")}


class Vocabulary:
    """Primary keys by facet and key, and of outlets by name; ``made`` counts what was new.

    ``batch`` is the import that is told what was made, None for a dry run, which makes nothing.
    """

    def __init__(self, language: str, batch: Import | None) -> None:
        self.language, self.batch = language, batch
        self.made: dict[str, int] = dict.fromkeys(MADE, 0)
        self.refused: dict[tuple[Facet, str], str] = {}
        self.terms = {(f, key): pk for f, model in MODELS.items() for key, pk in model.objects.values_list("key", "pk")}
        self.outlets = dict(Outlet.objects.values_list("name", "pk"))
        self._names = {facet: set(model.objects.values_list("name", flat=True)) for facet, model in _NAMED.items()}

    def learn(self, terms: Mapping[tuple[Facet, str], Said], outlets: Iterable[str]) -> None:
        """Make what is not there yet, in one short transaction; what cannot be made is in ``refused`` with a reason."""
        new = {term: said for term, said in terms.items() if term not in self.terms}
        unknown = sorted(name for name in outlets if name not in self.outlets)
        if new or unknown:
            with transaction.atomic():
                made = [(*term, self._make(*term, said)) for term, said in new.items()]
                made += [("outlet", name, self._publish(name)) for name in unknown]
                self._remember([(what, row) for what, _key, row in made if row is not None])

    def _make(self, facet: Facet, key: str, said: Said) -> Model | None:
        model = MODELS[facet]
        if there := model.objects.filter(key=key).first():
            self.terms[facet, key] = there.pk
            return None
        try:
            row = self._new(facet, key, said)
        except ValidationError as error:
            self.refused[facet, key] = f"the {facet} “{key}” is not in the vocabulary, and {' '.join(error.messages)}"
            return None
        self.refused.pop((facet, key), None)
        return self._kept(row, self.terms, (facet, key))

    def _new(self, facet: Facet, key: str, said: Said) -> Term:
        if not said.name:
            raise ValidationError("no line has named it so far")
        names = {self.language: said.name}
        if facet == "kind":
            last = Kind.objects.aggregate(last=Max("position"))["last"] or 0
            row: Term = Kind(key=key, names=names, position=min(last + 1, 32_767))
        else:
            self._check_name(facet, said.name)
            more = said._asdict() if facet == "place" else {"name": said.name}
            row = MODELS[facet](key=key, names=names, **more)
        row.full_clean(validate_unique=False)
        return row

    def _check_name(self, facet: Facet, name: str) -> None:
        if name in self._names[facet] or _NAMED[facet].objects.filter(name=name).exists():
            raise ValidationError(f"another {facet} is called “{name}”")
        self._names[facet].add(name)

    def _publish(self, name: str) -> Model | None:
        if there := Outlet.objects.filter(name=name).first():
            self.outlets[name] = there.pk
            return None
        return self._kept(Outlet(name=name), self.outlets, name)

    def _kept(self, row: Model, keys: dict[Any, int], key: Any) -> Model:
        """The row, stored unless this is a dry run."""
        if self.batch is not None:
            row.save()
        keys[key] = row.pk or 0
        return row

    def _remember(self, made: list[tuple[str, Model]]) -> None:
        for what, row in made:
            self.made[what] += 1
            if self.batch is not None:
                self.batch.made.setdefault(what, []).append(row.pk)
        if self.batch is not None:
            self.batch.save(update_fields=["made"])


_NAMED: dict[Facet, Any] = {"actor": Actor, "place": Place}
