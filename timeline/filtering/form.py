"""What may stand in the query string of a timeline, and what to say when it cannot be read."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class Order(models.TextChoices):
    """Which end of the timeline is read first."""

    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")


class FilterForm(forms.Form):
    """Every field may be missing; a value that cannot be read marks its field and leaves the others as they are."""

    order = forms.ChoiceField(
        choices=Order.choices,
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is not an order of events: choose newest or oldest.")},
    )
