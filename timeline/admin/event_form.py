"""The forms that change an event, each read into :class:`Changes`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import FilteredSelectMultiple
from django.utils.translation import gettext_lazy as _

from timeline.admin import event_dates
from timeline.admin.date_form import MORE_EXACTLY, DateForm
from timeline.admin.typed_dates import Typed
from timeline.dates.notation import to_notation
from timeline.editorial.changes import Changes
from timeline.models import HEADLINE_MAX, Actor, Event, Kind, Place, Standing, Timeline


class EventForm(DateForm):
    """Everything an editor may say of an event. A given ``event`` fills it."""

    headline = forms.CharField(
        label=_("Headline"), max_length=HEADLINE_MAX, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("One or two sentences under the headline."),
    )
    standing = forms.ChoiceField(label=_("Standing"), choices=Standing.choices, initial=Standing.REPORTED)
    attributed_to = forms.CharField(
        label=_("Said by"), max_length=200, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    kind = forms.ModelChoiceField(Kind.objects.all(), label=_("Kind"), required=False, empty_label=_("None"))
    actors = forms.ModelMultipleChoiceField(
        Actor.objects.all(),
        label=_("Actors"),
        required=False,
        widget=FilteredSelectMultiple(_("actors"), is_stacked=False),
    )
    places = forms.ModelMultipleChoiceField(
        Place.objects.all(),
        label=_("Places"),
        required=False,
        widget=FilteredSelectMultiple(_("places"), is_stacked=False),
    )
    importance = forms.TypedChoiceField(
        label=_("Importance"),
        coerce=int,
        initial=3,
        choices=[(1, _("1 (detail)")), (2, "2"), (3, "3"), (4, "4"), (5, _("5 (turning point)"))],
    )

    FIELDSETS = (
        (None, {"fields": ("headline", "summary")}),
        (_("When"), {"fields": ("notation", *MORE_EXACTLY), "classes": ("desk-when",)}),
        (_("What and who"), {"fields": (("kind", "standing", "importance"), "attributed_to", "actors", "places")}),
    )

    @staticmethod
    def _as_it_is(event: Event) -> dict[str, Any]:
        plain = ("headline", "summary", "standing", "attributed_to", "kind", "importance")
        rows = {name: [row.pk for row in getattr(event, name).all()] for name in ("actors", "places")}
        return {**{name: getattr(event, name) for name in plain}, **rows, **event_dates.written(event.date)}

    def changes(self) -> Changes:
        """What the form says, ready for a verb."""
        values = {name: self.cleaned_data[name] for name in Changes.__dataclass_fields__ if name in self.cleaned_data}
        for name in ("actors", "places"):
            if name in values:
                values[name] = list(values[name])
        return Changes(**values)


class QuickForm(EventForm):
    """What is wrong most often, short enough for a card; everything else stays as it is."""

    FIELDS = ("headline", "notation", "part", "kind", "standing", "attributed_to")

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        whole = {"notation": to_notation(event.date) if event.date else ""}
        super().__init__(*args, event=event, initial=whole, auto_id=f"event-{event.pk}-%s", **kwargs)
        self.fields = {name: self.fields[name] for name in self.FIELDS}

    def clean(self) -> dict[str, Any]:
        """A date left alone stays whole, with what only the long form shows of it."""
        if not {"notation", "part"} & set(self.changed_data):
            self.typed = Typed(self.event.date)
            self.cleaned_data["date"] = self.event.date
            return self.cleaned_data
        return super().clean()


class CorrectionForm(EventForm):
    """For a published event: what readers are told goes with it."""

    note = forms.CharField(
        label=_("Public note"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("What was wrong and what it says now. Readers see this note on the event’s page."),
    )
    FIELDSETS = (*EventForm.FIELDSETS, (_("Why"), {"fields": ("note",)}))


class WithdrawalForm(forms.Form):
    """The reason that stays at the event's address."""

    note = forms.CharField(
        label=_("Public note"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Why the event is taken back. Readers who follow its link see this note and nothing else."),
    )


class AddForm(EventForm):
    """An event by hand: it rests on a quotation that the editor types in."""

    timeline = forms.ModelChoiceField(Timeline.objects.order_by("title"), label=_("Timeline"))
    quote = forms.CharField(
        label=_("Quotation"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("The exact words of the source. Readers see them."),
    )
    phrase = forms.CharField(
        label=_("Date phrase"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("The words of the quotation that give the date, if any do."),
    )
    outlet = forms.CharField(
        label=_("Outlet"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "outlets", "dir": "auto"}),
    )
    url = forms.URLField(label=_("Address"), max_length=500, required=False)
    published_on = forms.DateField(
        label=_("Publication day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("When the source was published."),
    )

    FIELDSETS = (
        (None, {"fields": ("timeline", "headline", "summary")}),
        EventForm.FIELDSETS[1],
        (_("Source"), {"fields": ("quote", "phrase", ("outlet", "published_on"), "url")}),
        EventForm.FIELDSETS[2],
    )

    def clean_quote(self) -> str:
        return self.cleaned_data["quote"].replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("phrase") and cleaned["phrase"] not in cleaned.get("quote", cleaned["phrase"]):
            self.add_error("phrase", _("The quotation does not contain these words."))
        if "notation" not in self.errors and cleaned.get("date") is None:
            self.add_error("notation", _("An event needs a date before readers see it."))
        return cleaned
