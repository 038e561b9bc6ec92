"""What may stand in the query string of a timeline, and what to say when it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.models import Standing
from timeline.models.searching import needles
from timeline.models.vocabulary import KEY

FACETS = ("kind", "actor", "place", "standing", "source")
"""The query parameters that take several values, in the order of the canonical address."""

MOST_KEYS = 20
"""Values that may be chosen in a facet: more than anyone clicks, few enough for an address and a query."""

LONGEST_WORDS = 100
"""Characters of a search."""


class Order(models.TextChoices):
    """Which end of the timeline is read first."""

    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")


def check_key(value: str) -> None:
    """Raises ``ValidationError`` unless the value has the form of a key; whether a row has it is another question."""
    if len(value) > 60 or not KEY.regex.fullmatch(value):
        raise ValidationError(_("“%(value)s” cannot be chosen here."), params={"value": value[:60]})


def check_standing(value: str) -> None:
    """Raises ``ValidationError`` unless the value is a standing."""
    if value not in Standing.values:
        raise ValidationError(_("“%(value)s” is not a standing of events."), params={"value": value[:60]})


class Keys(forms.Field):
    """Values of a facet: every one of them is checked, repeated ones count once, the order of an address is theirs."""

    widget = forms.MultipleHiddenInput

    def __init__(self, check: Callable[[str], None] = check_key, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.check = check

    def clean(self, value: list[str] | None) -> tuple[str, ...]:
        keys = tuple(sorted({key.strip() for key in value or ()} - {""}))
        for key in keys:
            self.check(key)
        if len(keys) > MOST_KEYS:
            raise ValidationError(_("At most %(most)s can be chosen of one sort."), params={"most": MOST_KEYS})
        return keys


class Day(forms.DateField):
    """A day as ISO 8601 writes it, in ASCII or any other digits; canonical addresses hold nothing else."""

    def __init__(self) -> None:
        told = _("“%(value)s” is not a day: write it like 2025-10-07.")
        super().__init__(required=False, input_formats=["%Y-%m-%d"], error_messages={"invalid": told})

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as error:
            told = self.error_messages["invalid"]
            raise ValidationError(told, code="invalid", params={"value": str(value)[:60]}) from error


class FilterForm(forms.Form):
    """Every field may be missing; a value that cannot be read marks its field and leaves the others as they are."""

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        self.fields = {
            "from": Day(),
            "to": Day(),
            **{name: Keys() for name in FACETS},
            "standing": Keys(check_standing),
            "q": forms.CharField(required=False, max_length=LONGEST_WORDS, error_messages={"max_length": _too_long()}),
            "order": forms.ChoiceField(
                choices=Order.choices, required=False, error_messages={"invalid_choice": _not_an_order()}
            ),
        }

    def clean_q(self) -> str:
        """The words with single spaces between them."""
        words = " ".join(self.cleaned_data["q"].split())
        if words and not needles(words):
            raise ValidationError(_("“%(value)s” holds no word to search for."), params={"value": words})
        return words

    def clean(self) -> dict[str, Any]:
        """A range that ends before it begins is none: both its ends are left out."""
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and first > last:
            self.add_error("from", _("The range ends before it begins."))
            self.cleaned_data.pop("to")
        return self.cleaned_data


def _too_long() -> Promise:
    return _("Search for fewer words: at most %(limit_value)s characters.")


def _not_an_order() -> Promise:
    return _("“%(value)s” is not an order of events: choose newest or oldest.")
