"""The fields of a date, and how they are read: typed in words or as notation, with more beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from timeline.admin import event_dates
from timeline.admin.typed_dates import BESIDE, Typed, read_typed, today_for
from timeline.dates import DateError, Extent, Part, Precision
from timeline.models import Event

PRECISIONS = [
    ("", _("as the notation says")),
    (Precision.MINUTE, _("minute")),
    (Precision.HOUR, _("hour")),
    (Precision.PART_OF_DAY, _("part of a day")),
    (Precision.DAY, _("day")),
    (Precision.DAYS, _("days")),
    (Precision.WEEK, _("week")),
    (Precision.MONTH, _("month")),
    (Precision.SEASON, _("season")),
    (Precision.QUARTER, _("quarter")),
    (Precision.HALF, _("half-year")),
    (Precision.YEAR, _("year")),
    (Precision.DECADE, _("decade")),
    (Precision.CENTURY, _("century")),
]
PARTS = [
    ("", _("none")),
    (Part.EARLY, _("early")),
    (Part.MID, _("mid")),
    (Part.LATE, _("late")),
    (Part.MORNING, _("morning")),
    (Part.AFTERNOON, _("afternoon")),
    (Part.EVENING, _("evening")),
    (Part.NIGHT, _("night")),
]
EXTENTS = [
    ("", _("as the notation says")),
    (Extent.ONCE, _("once, somewhere in it")),
    (Extent.THROUGHOUT, _("throughout")),
]


MORE_EXACTLY = (("part", "time", "zone"), ("precision", "extent"), ("approximate", "uncertain"))
"""The fields beside the date, line by line."""


class DateForm(forms.Form):
    """A date as it is typed; ``cleaned_data["date"]`` is the date or None, ``typed`` how it was read.

    A given ``event`` fills the form; ``published_on`` is the day words count from where no article says it.
    """

    DATE_FIELDS = event_dates.FIELDS

    notation = forms.CharField(
        label=_("Date"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("In words, such as “late September 2025” or “4 or 5 Oct 2025”, or as notation: 2025-10-07."),
    )
    part = forms.ChoiceField(label=_("Part"), choices=PARTS, required=False)
    time = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    zone = forms.CharField(
        label=_("Time zone"), max_length=60, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    precision = forms.ChoiceField(label=_("Precision"), choices=PRECISIONS, required=False)
    extent = forms.ChoiceField(label=_("Extent"), choices=EXTENTS, required=False)
    approximate = forms.BooleanField(label=_("Approximate"), required=False)
    uncertain = forms.BooleanField(label=_("Uncertain"), required=False)

    def __init__(
        self, *args: Any, event: Event | None = None, published_on: dt.date | None = None, **kwargs: Any
    ) -> None:
        self.event, self.published_on, self.typed = event, published_on, Typed(None)
        if event:
            kwargs["initial"] = {**self._as_it_is(event), **kwargs.get("initial", {})}
        super().__init__(*args, label_suffix="", **kwargs)

    @staticmethod
    def _as_it_is(event: Event) -> dict[str, Any]:
        return event_dates.written(event.date)

    @property
    def is_more_exact(self) -> bool:
        """Whether a field beside the date says something, so that it must not be folded away."""
        return any(self[name].value() or self[name].errors for name in BESIDE if name in self.fields)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors.keys() & set(self.DATE_FIELDS):
            today = today_for(self.event, self.published_on or cleaned.get("published_on"))
            try:
                self.typed = read_typed(cleaned, self.changed_data, today)
                cleaned["date"] = self.typed.date
            except DateError as error:
                self.add_error("notation", str(error))
        return cleaned
